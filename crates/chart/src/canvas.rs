//! From a chart to SVG: the frame, and panels below each other. How a panel is drawn stands in `rows` and `line`.

use super::axis;
use super::mark_shapes::{line, patterns};
use super::model::{Chart, Size};
use super::panel::{Evidence, Mark, MarkEnd, Panel, SpanEdge};
use super::scale::Scale;
use super::svg::{SvgWriter, coordinate as n};
use super::text_style::{SANS, TextStyle, text, text_ending};
use thidua_core::domain::Lang;

/// Free space at every side, so that no stroke is cut. Focus rings may reach beyond: the picture does not clip.
pub(super) const PAD: f64 = 2.0;
pub(super) const ROW_GAP: f64 = 16.0;
/// Between the columns of stated panels.
const COLUMN_GAP: f64 = 28.0;
/// A picture longer than this is no picture: the table goes on.
pub(super) const MOST_ROWS: usize = 60;

/// A chart as drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// A complete `<svg>` element.
    pub svg: String,
    /// Its height in units of its view box, rounded up.
    pub height: u32,
    /// What stands inside the element.
    pub(super) inside: String,
}

/// Draws `chart`. `href` gives the address of what a mark leads to; one with an empty one is no link.
pub(super) fn drawing(chart: &Chart, size: Size, href: &dyn Fn(&Evidence) -> String) -> Drawing {
    let id = format!("{}-{}", chart.id, size.slug());
    let inner = size.width() - 2.0 * PAD;
    let (svg, seen) = (SvgWriter::default(), String::new());
    let mut page =
        Canvas { svg, lang: chart.lang, left: PAD, inner, href, y: PAD, rows_left: MOST_ROWS, seen, id: &id };
    page.panels(&chart.panels, size);
    let (body, height) = (page.svg, page.y + PAD);
    let mut inside = SvgWriter::default();
    let (title, desc) = (format!("{id}-title"), format!("{id}-desc"));
    let view_box = format!("0 0 {} {}", n(size.width()), n(height));
    let mut svg = SvgWriter::default();
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
    inside.leaf("title", &[("id", title.as_str().into())], &chart.heading);
    inside.leaf("desc", &[("id", desc.as_str().into())], &chart.sentence);
    if chart.panels.iter().flat_map(|p| &p.rows).flat_map(|r| &r.marks).any(is_hatched) {
        patterns(&mut inside, &id);
    }
    inside.append(&body);
    svg.append(&inside);
    svg.close("svg");
    Drawing { svg: svg.finish(), height: height.ceil() as u32, inside: inside.finish() }
}

fn is_hatched(mark: &Mark) -> bool {
    match mark.end {
        MarkEnd::Hatched | MarkEnd::HatchedBelow => !mark.kind.is_dot(),
        MarkEnd::Span(from, to) => from == SpanEdge::Soft || to == SpanEdge::Soft,
        _ => false,
    }
}

/// A picture that is being drawn, from top to bottom.
pub(super) struct Canvas<'a> {
    pub svg: SvgWriter,
    pub lang: Lang,
    /// Left edge and width of the column that is being drawn.
    pub left: f64,
    pub inner: f64,
    href: &'a dyn Fn(&Evidence) -> String,
    /// Where the next thing begins.
    pub y: f64,
    /// How many rows may still be drawn.
    pub rows_left: usize,
    /// The texts that were drawn since the link was begun.
    seen: String,
    /// Begins every id of the picture.
    pub id: &'a str,
}

impl Canvas<'_> {
    /// Panels stand below each other; stated ones two abreast where the picture is wide.
    fn panels(&mut self, panels: &[Panel], size: Size) {
        let (left, inner) = (self.left, self.inner);
        let columns = if size == Size::Wide { 2 } else { 1 };
        let half = (inner - COLUMN_GAP) / 2.0;
        let is_stated = |p: &Panel| p.scale == Scale::Stated && p.rows.len() == 1;
        let all: usize = panels.iter().map(|p| p.rows.len()).sum();
        let mut panels = panels.iter().peekable();
        while let Some(panel) = panels.next() {
            if self.rows_left == 0 {
                break;
            }
            if self.y > PAD {
                self.y += ROW_GAP;
            }
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
        if let Some(more) = super::notes::left_out(all, self.lang) {
            self.y += ROW_GAP;
            self.paragraph(TextStyle::Note, &more);
        }
    }

    fn panel(&mut self, panel: &Panel) {
        if panel.scale == Scale::Stated {
            self.rule();
            self.y += 6.0;
        }
        if let Some(title) = &panel.title {
            self.paragraph(TextStyle::PanelTitle, title);
            self.y += 2.0;
            self.rule();
            self.y += 8.0;
        }
        if panel.steps.is_empty() { self.rows(panel) } else { self.line(panel) }
    }

    /// The right edge of the column.
    pub fn right(&self) -> f64 {
        self.left + self.inner
    }

    fn rule(&mut self) {
        let rule = format!("M{} {}H{}", n(self.left), n(self.y), n(self.right()));
        line(&mut self.svg, "grid", axis::GRID, 1.0, &rule);
    }

    /// Begins what belongs to a link; gives back what was drawn before it.
    pub fn begin_link(&mut self) -> SvgWriter {
        self.seen.clear();
        std::mem::take(&mut self.svg)
    }

    /// Puts what was drawn since [`Canvas::begin_link`] into a link to the evidence of `mark`. Its name is what can be
    /// read in it, so that who speaks the words on the screen finds it (WCAG 2.5.3); then the `label` that was cut, and
    /// what the mark has to say besides.
    pub fn end_link(&mut self, outside: SvgWriter, mark: &Mark, label: &str) {
        let inside = std::mem::replace(&mut self.svg, outside);
        let mut name = std::mem::take(&mut self.seen);
        for more in [label, &mark.more] {
            if !more.is_empty() {
                name.push_str(if name.is_empty() { "" } else { " — " });
                name.push_str(more);
            }
        }
        if !name.chars().any(char::is_alphanumeric) {
            name.push(' ');
            name.push_str(mark.evidence.id());
        }
        let address = (self.href)(&mark.evidence);
        let label = ("aria-label", name.as_str().into());
        let element = if address.is_empty() { "g" } else { "a" };
        match element {
            "g" => self.svg.open("g", &[("class", "chart-mark".into()), ("role", "img".into()), label]),
            _ => self
                .svg
                .open("a", &[("class", "chart-link".into()), ("href", address.as_str().into()), label]),
        }
        self.svg.append(&inside);
        self.svg.close(element);
    }

    /// An unseen area that makes the space between the letters answer to a finger, too.
    pub fn hit_area(&mut self, (x, y): (f64, f64), (width, height): (f64, f64)) {
        self.svg.empty(
            "rect",
            &[
                ("x", x.into()),
                ("y", y.into()),
                ("width", width.into()),
                ("height", height.into()),
                ("fill", "none".into()),
                ("pointer-events", "all".into()),
            ],
        );
    }

    /// The hit area of everything from `top` down to here.
    pub fn hit_row(&mut self, top: f64) {
        self.hit_area((self.left - PAD, top), (self.inner + 2.0 * PAD, self.y - top));
    }

    /// Lines of text from here down.
    pub fn paragraph(&mut self, style: TextStyle, words: &str) {
        for line in style.wrap(words, self.inner) {
            self.y += style.line();
            self.text(self.y - 5.0, style, &line);
        }
    }

    /// A line of text that begins at the left edge of the column.
    pub fn text(&mut self, y: f64, style: TextStyle, line: &str) {
        self.text_at((self.left, y), style, line, "");
    }

    /// A line of text that ends at a place.
    pub fn text_before(&mut self, place: (f64, f64), style: TextStyle, line: &str) {
        text_ending(&mut self.svg, self.lang, place, style, line);
        self.svg.append_text(" ");
        self.see(line);
    }

    /// A line of text and printed words after it. The space behind it keeps its last word from the next line's first.
    pub fn text_at(&mut self, place: (f64, f64), style: TextStyle, line: &str, words: &str) {
        text(&mut self.svg, self.lang, place, style, line, words);
        self.svg.append_text(" ");
        self.see(line);
        self.see(words);
    }

    fn see(&mut self, words: &str) {
        if !self.seen.is_empty() && !self.seen.ends_with(' ') && !words.is_empty() {
            self.seen.push(' ');
        }
        self.seen.push_str(words);
    }
}
