//! From rows to SVG. The label stands above its marks, so that a long Vietnamese label has the whole width on a phone
//! and on a desktop; the printed words stand beside the end of the marks, or below where there is no room.

use super::lettering::{estimated_width, wrap, wrap_at_most};
use super::mark::{Lane, line, overhang, patterns};
use super::model::{Chart, Size};
use super::panel::{After, End, Mark, MarkKind, Panel, PanelRow};
use super::scale::Scale;
use super::svg::{Value, Writer, coordinate as n};
use crate::domain::{FigureId, Lang};

const SANS: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const SERIF: &str = "'Source Serif 4', Georgia, serif";

/// Free space at every side, for focus rings.
const PAD: f64 = 4.0;
const LABEL: f64 = 14.0;
const LABEL_LINE: f64 = 20.0;
const LABEL_LINES: usize = 3;
const NOTE: f64 = 13.0;
const NOTE_LINE: f64 = 19.0;
const WORDS: f64 = 15.0;
const WORDS_LINE: f64 = 21.0;
const STATED: f64 = 20.0;
const STATED_LINE: f64 = 27.0;
const LANE: f64 = 24.0;
const ROW_GAP: f64 = 16.0;
/// Between the end of a mark and its words.
const GAP: f64 = 7.0;
/// Bars keep at least this share of the width; words that then have no room go below.
const LEAST_PLOT: f64 = 0.55;
/// Bold letters are wider by this factor.
const BOLD: f64 = 1.12;

/// Draws `chart`.
pub(super) fn svg(chart: &Chart, size: Size, href: &dyn Fn(&FigureId) -> String) -> String {
    let id = format!("{}-{}", chart.id, size.slug());
    let mut page = Page { svg: Writer::default(), chart, width: size.width(), href, y: PAD, id: &id };
    for (i, panel) in chart.panels.iter().enumerate() {
        page.panel(panel, i > 0);
    }
    let (body, height) = (page.svg, page.y + PAD);

    let (title, desc) = (format!("{id}-title"), format!("{id}-desc"));
    let view_box = format!("0 0 {} {}", n(size.width()), n(height));
    let mut svg = Writer::default();
    svg.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg".into()),
            ("class", format!("chart-svg chart-svg--{}", size.slug()).as_str().into()),
            ("role", "group".into()),
            ("aria-labelledby", title.as_str().into()),
            ("aria-describedby", desc.as_str().into()),
            ("lang", chart.lang.tag().into()),
            ("viewBox", view_box.as_str().into()),
            ("width", "100%".into()),
            ("fill", "currentColor".into()),
            ("font-family", SANS.into()),
        ],
    );
    svg.leaf("title", &[("id", title.as_str().into())], &chart.heading);
    svg.leaf("desc", &[("id", desc.as_str().into())], &chart.sentence);
    if chart.panels.iter().flat_map(|p| &p.rows).flat_map(|r| &r.marks).any(is_hatched) {
        patterns(&mut svg, &id);
    }
    svg.append(&body);
    svg.close("svg");
    svg.finish()
}

fn is_hatched(mark: &Mark) -> bool {
    matches!(mark.end, End::Hatched | End::HatchedBelow)
}

struct Page<'a> {
    svg: Writer,
    chart: &'a Chart,
    width: f64,
    href: &'a dyn Fn(&FigureId) -> String,
    /// Where the next thing begins.
    y: f64,
    id: &'a str,
}

/// How a text looks.
#[derive(Clone, Copy)]
enum Style {
    Label,
    Note,
    Verdict,
    PanelTitle,
    Words,
    Stated,
}

impl Page<'_> {
    fn inner(&self) -> f64 {
        self.width - 2.0 * PAD
    }

    fn panel(&mut self, panel: &Panel, follows: bool) {
        if follows {
            self.y += ROW_GAP;
        }
        if let Some(title) = &panel.title {
            for text in wrap(title, NOTE * BOLD, self.inner()) {
                self.y += NOTE_LINE;
                self.text(PAD, self.y - 5.0, Style::PanelTitle, &text);
            }
            let rule = format!("M{} {}H{}", n(PAD), n(self.y + 2.0), n(self.width - PAD));
            line(&mut self.svg, "grid", "#c9c6bd", 1.0, &rule);
            self.y += 10.0;
        }
        let plot = self.plot(panel);
        for (i, row) in panel.rows.iter().enumerate() {
            if i > 0 {
                self.y += ROW_GAP;
            }
            self.row(row, panel.scale, plot);
        }
        if let Scale::Percent { max } = panel.scale {
            self.percent_axis(plot, max);
        }
    }

    /// The longest scale on which words still stand beside their marks. Words that would leave the scale less than
    /// [`LEAST_PLOT`] of the width go below and do not count.
    fn plot(&self, panel: &Panel) -> f64 {
        let inner = self.inner();
        let (least, widest) = (LEAST_PLOT * inner, inner - 16.0);
        let limits = panel.rows.iter().filter_map(|row| {
            let fraction = row.marks.iter().map(|m| panel.scale.fraction(m.to)).fold(0.0, f64::max);
            let room = inner - self.beyond(row) - estimated_width(&row.words, WORDS);
            (fraction > 0.0).then_some(room / fraction)
        });
        limits.filter(|limit| *limit >= least).fold(widest, f64::min)
    }

    /// From the place of a row's largest number to its words.
    fn beyond(&self, row: &PanelRow) -> f64 {
        row.marks.iter().map(overhang).fold(0.0, f64::max) + GAP
    }

    fn row(&mut self, row: &PanelRow, scale: Scale, plot: f64) {
        let Some(owner) = row.marks.first() else { return };
        let label = wrap_at_most(&row.label, LABEL, self.inner(), LABEL_LINES);
        let aside = row.aside.as_deref().map(|a| wrap_at_most(a, NOTE, self.inner(), LABEL_LINES));
        let aside = aside.unwrap_or_default();
        let top = self.y;
        let lane_top = top + lines(&label) * LABEL_LINE + lines(&aside) * NOTE_LINE;
        let lane = Lane {
            scale,
            left: PAD,
            plot,
            middle: lane_top + LANE / 2.0,
            shared: row.marks.iter().any(|m| m.kind == MarkKind::Target),
            id: self.id,
        };
        if scale != Scale::Stated {
            self.grid(&lane);
        }
        let words = self.place_words(row, &lane, lane_top);
        let own: Vec<&After> = row.after.iter().filter(|a| a.mark == 0).collect();
        self.open_link(owner);
        self.hit_area(top, words.bottom - top);
        for (i, text) in label.iter().enumerate() {
            self.text(PAD, top + LABEL_LINE * (i as f64) + 15.0, Style::Label, text);
        }
        for (i, text) in aside.iter().enumerate() {
            let y = top + lines(&label) * LABEL_LINE + NOTE_LINE * (i as f64) + 13.0;
            self.text(PAD, y, Style::Note, text);
        }
        lane.draw(&mut self.svg, owner);
        for (x, y, text) in &words.lines {
            self.text(*x, *y, words.style, text);
        }
        self.svg.close("a");
        self.y = words.bottom;
        for (i, mark) in row.marks.iter().enumerate().skip(1) {
            self.open_link(mark);
            lane.draw(&mut self.svg, mark);
            for after in row.after.iter().filter(|a| a.mark == i) {
                self.after(after);
            }
            self.svg.close("a");
        }
        for after in own {
            self.after(after);
        }
    }

    /// Beside the end of the marks if there is room, else below them.
    fn place_words(&self, row: &PanelRow, lane: &Lane<'_>, lane_top: f64) -> PlacedWords {
        let (style, font, line_height, mut y) = match lane.scale {
            Scale::Stated => (Style::Stated, STATED, STATED_LINE, lane_top + 2.0),
            _ => (Style::Words, WORDS, WORDS_LINE, lane_top + LANE),
        };
        let end = row.marks.iter().map(|m| lane.x(m.to)).fold(lane.left, f64::max) + self.beyond(row);
        let fits = end + estimated_width(&row.words, font) <= self.width - PAD;
        if fits && lane.scale != Scale::Stated {
            let lines = vec![(end, lane.middle + 5.0, row.words.clone())];
            return PlacedWords { style, lines, bottom: lane_top + LANE };
        }
        let mut placed = Vec::new();
        for text in wrap(&row.words, font, self.inner()) {
            placed.push((PAD, y + line_height - 7.0, text));
            y += line_height;
        }
        PlacedWords { style, lines: placed, bottom: y }
    }

    fn after(&mut self, after: &After) {
        let factor = if after.strong { BOLD } else { 1.0 };
        let style = if after.strong { Style::Verdict } else { Style::Note };
        let (lead_width, printed_width) =
            (estimated_width(&after.lead, NOTE) * factor, estimated_width(&after.printed, WORDS));
        self.y += 1.0;
        if lead_width + printed_width <= self.inner() {
            self.y += NOTE_LINE;
            if !after.lead.is_empty() {
                self.open_text(PAD, self.y - 5.0, style);
                self.span(&after.lead);
                if !after.printed.is_empty() {
                    self.printed_span(&after.printed);
                }
                self.svg.close("text");
            } else if !after.printed.is_empty() {
                self.text(PAD, self.y - 5.0, Style::Words, &after.printed);
            }
            return;
        }
        for text in wrap(&after.lead, NOTE * factor, self.inner()) {
            self.y += NOTE_LINE;
            self.text(PAD, self.y - 5.0, style, &text);
        }
        for text in wrap(&after.printed, WORDS, self.inner()) {
            self.y += WORDS_LINE;
            self.text(PAD, self.y - 5.0, Style::Words, &text);
        }
    }

    fn grid(&mut self, lane: &Lane<'_>) {
        let (top, height) = (lane.middle - LANE / 2.0, LANE);
        if let Scale::Percent { .. } = lane.scale {
            for tick in [25.0, 50.0, 75.0, 100.0] {
                let path = format!("M{} {}v{}", n(lane.x(tick)), n(top), n(height));
                line(&mut self.svg, "grid", "#d9d6ce", 1.0, &path);
            }
        }
        let path = format!("M{} {}v{}", n(lane.left), n(top), n(height));
        line(&mut self.svg, "axis", "#6b6860", 1.0, &path);
    }

    fn percent_axis(&mut self, plot: f64, max: f64) {
        self.y += 6.0 + NOTE_LINE;
        for (tick, text) in [(0.0, "0"), (50.0, "50"), (100.0, "100%")] {
            let width = estimated_width(text, NOTE);
            let x = PAD + plot * Scale::Percent { max }.fraction(tick) - width / 2.0;
            let x = x.clamp(PAD, self.width - PAD - width);
            self.text(x, self.y - 6.0, Style::Note, text);
        }
    }

    fn open_link(&mut self, mark: &Mark) {
        let address = (self.href)(&mark.figure);
        self.svg.open(
            "a",
            &[
                ("class", "chart-link".into()),
                ("href", address.as_str().into()),
                ("aria-label", mark.name.as_str().into()),
            ],
        );
    }

    /// An unseen area that makes the whole row answer to a finger.
    fn hit_area(&mut self, y: f64, height: f64) {
        self.svg.empty(
            "rect",
            &[
                ("x", (PAD / 2.0).into()),
                ("y", y.into()),
                ("width", (self.width - PAD).into()),
                ("height", height.into()),
                ("fill", "none".into()),
                ("pointer-events", "all".into()),
            ],
        );
    }

    fn text(&mut self, x: f64, y: f64, style: Style, text: &str) {
        self.open_text(x, y, style);
        self.svg.append_text(text);
        self.svg.close("text");
    }

    fn open_text(&mut self, x: f64, y: f64, style: Style) {
        let (class, size) = match style {
            Style::Label => ("label", LABEL),
            Style::Note => ("label label-note", NOTE),
            Style::Verdict => ("label label-verdict", NOTE),
            Style::PanelTitle => ("label label-panel", NOTE),
            Style::Words => ("value", WORDS),
            Style::Stated => ("value value-stated", STATED),
        };
        let mut attributes: Vec<(&str, Value<'_>)> =
            vec![("class", class.into()), ("x", x.into()), ("y", y.into()), ("font-size", size.into())];
        match style {
            Style::Verdict | Style::PanelTitle => attributes.push(("font-weight", "600".into())),
            Style::Note => attributes.push(("fill-opacity", 0.78.into())),
            Style::Words | Style::Stated => {
                attributes.push(("font-family", SERIF.into()));
                if self.chart.lang == Lang::En {
                    attributes.push(("lang", Lang::Vi.tag().into()));
                }
            }
            Style::Label => {}
        }
        self.svg.open("text", &attributes);
    }

    fn span(&mut self, text: &str) {
        self.svg.leaf("tspan", &[], text);
    }

    fn printed_span(&mut self, text: &str) {
        let mut attributes: Vec<(&str, Value<'_>)> = vec![
            ("class", "value".into()),
            ("font-family", SERIF.into()),
            ("font-size", WORDS.into()),
            ("fill-opacity", 1.0.into()),
        ];
        if self.chart.lang == Lang::En {
            attributes.push(("lang", Lang::Vi.tag().into()));
        }
        self.svg.leaf("tspan", &attributes, text);
    }
}

struct PlacedWords {
    style: Style,
    lines: Vec<(f64, f64, String)>,
    /// Where the next thing may begin.
    bottom: f64,
}

fn lines(texts: &[String]) -> f64 {
    texts.len() as f64
}
