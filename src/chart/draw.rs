//! From rows to SVG. The label stands above its marks, so that a long Vietnamese label has the whole width on a phone
//! and on a desktop; the printed words stand beside the end of the marks, or below where there is no room.

use super::mark::{Lane, line, overhang, patterns};
use super::model::{Chart, Size};
use super::panel::{After, End, Mark, MarkKind, Panel, PanelRow};
use super::scale::Scale;
use super::style::{SANS, Style, text};
use super::svg::{Writer, coordinate as n};
use crate::domain::FigureId;

/// Free space at every side, so that no stroke is cut. Focus rings may reach beyond: the picture does not clip.
const PAD: f64 = 2.0;
/// A label goes on in the accessible name and in the table.
const LABEL_LINES: usize = 3;
const LANE: f64 = 24.0;
const ROW_GAP: f64 = 16.0;
/// Between the end of a mark and its words.
const GAP: f64 = 7.0;
/// Bars keep at least this share of the width; words that then have no room go below.
const LEAST_PLOT: f64 = 0.4;
/// Between the columns of stated panels.
const COLUMN_GAP: f64 = 28.0;

/// Draws `chart`.
pub(super) fn svg(chart: &Chart, size: Size, href: &dyn Fn(&FigureId) -> String) -> String {
    let id = format!("{}-{}", chart.id, size.slug());
    let inner = size.width() - 2.0 * PAD;
    let mut page =
        Page { svg: Writer::default(), chart, left: PAD, inner, href, y: PAD, seen: String::new(), id: &id };
    page.panels(size);
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
            ("overflow", "visible".into()),
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
    /// Left edge and width of the column that is being drawn.
    left: f64,
    inner: f64,
    href: &'a dyn Fn(&FigureId) -> String,
    /// Where the next thing begins.
    y: f64,
    /// The texts that were drawn since the link was begun.
    seen: String,
    id: &'a str,
}

impl Page<'_> {
    /// Panels stand below each other; stated ones two abreast where the picture is wide.
    fn panels(&mut self, size: Size) {
        let (left, inner) = (self.left, self.inner);
        let columns = if size == Size::Wide { 2 } else { 1 };
        let half = (inner - COLUMN_GAP) / 2.0;
        let is_stated = |p: &Panel| p.scale == Scale::Stated && p.rows.len() == 1;
        let mut panels = self.chart.panels.iter().peekable();
        let mut follows = false;
        while let Some(panel) = panels.next() {
            if follows {
                self.y += ROW_GAP;
            }
            follows = true;
            let second = panels.next_if(|next| columns == 2 && is_stated(panel) && is_stated(next));
            let Some(second) = second else {
                self.panel(panel);
                continue;
            };
            let top = self.y;
            self.inner = half;
            self.panel(panel);
            let bottom = self.y;
            (self.left, self.y) = (left + half + COLUMN_GAP, top);
            self.panel(second);
            self.y = self.y.max(bottom);
            (self.left, self.inner) = (left, inner);
        }
    }

    fn right(&self) -> f64 {
        self.left + self.inner
    }

    fn rule(&mut self) {
        let rule = format!("M{} {}H{}", n(self.left), n(self.y), n(self.right()));
        line(&mut self.svg, "grid", "#c9c6bd", 1.0, &rule);
    }

    fn panel(&mut self, panel: &Panel) {
        if panel.scale == Scale::Stated {
            self.rule();
            self.y += 6.0;
        }
        if let Some(title) = &panel.title {
            for line in Style::PanelTitle.wrap(title, self.inner) {
                self.y += Style::PanelTitle.line();
                self.text(self.y - 5.0, Style::PanelTitle, &line);
            }
            self.y += 2.0;
            self.rule();
            self.y += 8.0;
        }
        let plot = self.plot(panel);
        for (i, row) in panel.rows.iter().enumerate() {
            if i > 0 {
                self.y += ROW_GAP;
            }
            self.row(row, panel.scale, &plot);
        }
        if let Scale::Percent { max } = panel.scale {
            self.percent_axis(plot.length, max);
        }
    }

    /// The longest scale on which the words of all rows stand beside their marks. Where that would leave the scale less
    /// than [`LEAST_PLOT`] of the width, they all go below.
    fn plot(&self, panel: &Panel) -> Plot {
        let widest = self.inner - 16.0;
        let limits = panel.rows.iter().flat_map(|row| {
            let words = Style::Words.width(&row.words) + GAP;
            let marks = row.marks.iter().filter(|_| !row.words.is_empty());
            marks.filter_map(move |mark| {
                let fraction = panel.scale.fraction(mark.to);
                (fraction > 0.0).then_some((self.inner - words - overhang(mark)) / fraction)
            })
        });
        let length = limits.fold(widest, f64::min);
        if length < LEAST_PLOT * self.inner {
            Plot { length: widest, words_beside: false }
        } else {
            Plot { length, words_beside: true }
        }
    }

    fn row(&mut self, row: &PanelRow, scale: Scale, plot: &Plot) {
        let Some(owner) = row.marks.first() else { return };
        let label = Style::Label.wrap_at_most(&row.label, self.inner, LABEL_LINES);
        let aside = row.aside.as_deref().unwrap_or_default();
        let aside = Style::Note.wrap_at_most(aside, self.inner, LABEL_LINES);
        let top = self.y;
        let aside_top = top + height(&label, Style::Label);
        let lane_top = aside_top + height(&aside, Style::Note);
        let lane = Lane {
            scale,
            left: self.left,
            plot: plot.length,
            middle: lane_top + LANE / 2.0,
            has_target: row.marks.iter().any(|m| m.kind == MarkKind::Target),
            has_result: row.marks.iter().any(|m| m.kind == MarkKind::Result),
            id: self.id,
        };
        if scale != Scale::Stated {
            self.grid(&lane);
        }
        let words = self.place_words(row, &lane, lane_top, plot.words_beside);
        let outside = self.begin_link();
        for (i, line) in label.iter().enumerate() {
            self.text(top + Style::Label.line() * (i as f64) + 15.0, Style::Label, line);
        }
        for (i, line) in aside.iter().enumerate() {
            self.text(aside_top + Style::Note.line() * (i as f64) + 13.0, Style::Note, line);
        }
        lane.draw(&mut self.svg, owner);
        for (x, y, line) in &words.lines {
            self.text_at((*x, *y), words.style, line, "");
        }
        self.y = words.bottom;
        for after in row.after.iter().filter(|a| a.mark == Some(0)) {
            self.after(after);
        }
        self.hit_area(top, self.y - top);
        let is_cut = label.last().is_some_and(|line| line.ends_with('…'));
        self.end_link(outside, owner, if is_cut { &row.label } else { "" });
        for (i, mark) in row.marks.iter().enumerate().skip(1) {
            let outside = self.begin_link();
            lane.draw(&mut self.svg, mark);
            let top = self.y;
            for after in row.after.iter().filter(|a| a.mark == Some(i)) {
                self.after(after);
            }
            self.hit_area(top, self.y - top);
            self.end_link(outside, mark, "");
        }
        for after in row.after.iter().filter(|a| a.mark.is_none()) {
            self.after(after);
        }
    }

    /// Beside the end of the marks, or below them.
    fn place_words(&self, row: &PanelRow, lane: &Lane<'_>, lane_top: f64, beside: bool) -> PlacedWords {
        let (style, mut y) = match lane.scale {
            Scale::Stated => (Style::Stated, lane_top + 2.0),
            _ => (Style::Words, lane_top + LANE),
        };
        let ends = row.marks.iter().map(|m| lane.x(m.to) + overhang(m));
        let end = ends.fold(lane.left, f64::max) + GAP;
        let fits = end + style.width(&row.words) <= self.right();
        if beside && fits && lane.scale != Scale::Stated {
            let lines = vec![(end, lane.middle + 5.0, row.words.clone())];
            return PlacedWords { style, lines, bottom: lane_top + LANE };
        }
        let mut placed = Vec::new();
        for line in style.wrap(&row.words, self.inner) {
            placed.push((self.left, y + style.line() - 7.0, line));
            y += style.line();
        }
        PlacedWords { style, lines: placed, bottom: y }
    }

    /// The printed words go on where the lead ends.
    fn after(&mut self, after: &After) {
        let style = if after.strong { Style::Verdict } else { Style::Note };
        let mut leads = style.wrap(&after.lead, self.inner);
        let last = leads.pop().map(|line| if after.printed.is_empty() { line } else { line + " " });
        let last = last.unwrap_or_default();
        self.y += 1.0;
        for line in leads {
            self.y += style.line();
            self.text(self.y - 5.0, style, &line);
        }
        let (beside, below) = split_to_fit(&after.printed, self.inner - style.width(&last), self.inner);
        self.y += style.line();
        self.text_at((self.left, self.y - 5.0), style, &last, &beside);
        for line in below {
            self.y += Style::Words.line();
            self.text(self.y - 5.0, Style::Words, &line);
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
        self.y += 6.0 + Style::Note.line();
        for (tick, label) in [(0.0, "0"), (50.0, "50"), (100.0, "100%")] {
            let width = Style::Note.width(label);
            let x = self.left + plot * Scale::Percent { max }.fraction(tick) - width / 2.0;
            let at = (x.clamp(self.left, self.right() - width), self.y - 6.0);
            self.text_at(at, Style::Note, label, "");
        }
    }

    /// Begins what belongs to a link; gives back what was drawn before it.
    fn begin_link(&mut self) -> Writer {
        self.seen.clear();
        std::mem::take(&mut self.svg)
    }

    /// Puts what was drawn since [`Page::begin_link`] into a link to the evidence of `mark`. Its name is what can be
    /// read in it, so that who speaks the words on the screen finds it (WCAG 2.5.3); then the `label` that was cut, and
    /// what the mark has to say besides.
    fn end_link(&mut self, outside: Writer, mark: &Mark, label: &str) {
        let inside = std::mem::replace(&mut self.svg, outside);
        let mut name = std::mem::take(&mut self.seen);
        for more in [label, &mark.more] {
            if !more.is_empty() {
                name.push_str(if name.is_empty() { "" } else { " — " });
                name.push_str(more);
            }
        }
        let address = (self.href)(&mark.figure);
        self.svg.open(
            "a",
            &[
                ("class", "chart-link".into()),
                ("href", address.as_str().into()),
                ("aria-label", name.as_str().into()),
            ],
        );
        self.svg.append(&inside);
        self.svg.close("a");
    }

    /// An unseen area that makes the space between the letters answer to a finger, too.
    fn hit_area(&mut self, y: f64, height: f64) {
        self.svg.empty(
            "rect",
            &[
                ("x", (self.left - PAD).into()),
                ("y", y.into()),
                ("width", (self.inner + 2.0 * PAD).into()),
                ("height", height.into()),
                ("fill", "none".into()),
                ("pointer-events", "all".into()),
            ],
        );
    }

    /// A line of text that begins at the left edge of the column.
    fn text(&mut self, y: f64, style: Style, line: &str) {
        self.text_at((self.left, y), style, line, "");
    }

    /// A line of text and printed words after it. The space behind it keeps its last word from the next line's first.
    fn text_at(&mut self, place: (f64, f64), style: Style, line: &str, words: &str) {
        text(&mut self.svg, self.chart.lang, place, style, line, words);
        self.svg.append_text(" ");
        for part in [line, words] {
            if !self.seen.is_empty() && !self.seen.ends_with(' ') && !part.is_empty() {
                self.seen.push(' ');
            }
            self.seen.push_str(part);
        }
    }
}

/// How long a panel's scale is, and where the words of its rows stand.
struct Plot {
    length: f64,
    words_beside: bool,
}

struct PlacedWords {
    style: Style,
    lines: Vec<(f64, f64, String)>,
    /// Where the next thing may begin.
    bottom: f64,
}

/// As many of the printed `words` as fit into `first`, and lines of `width` for the rest.
fn split_to_fit(words: &str, first: f64, width: f64) -> (String, Vec<String>) {
    let all: Vec<&str> = words.split_whitespace().collect();
    let fits = (0..=all.len()).rev().find(|n| {
        let line: Vec<&str> = all.iter().take(*n).copied().collect();
        Style::Words.width(&line.join(" ")) <= first
    });
    let (beside, below) = all.split_at_checked(fits.unwrap_or(0)).unwrap_or_default();
    (beside.join(" "), Style::Words.wrap(&below.join(" "), width))
}

fn height(lines: &[String], style: Style) -> f64 {
    lines.len() as f64 * style.line()
}
