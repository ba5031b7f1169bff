//! From a chart to SVG: the `<svg>` element, and panels below each other. How a panel is drawn is in `row_layout` and `line_plot`.

use thidua_core::domain::FigureId;

use super::canvas::{Canvas, PAD, ROW_GAP};
use super::mark_shapes::patterns;
use super::model::{Chart, Size};
use super::notes;
use super::panel::{Evidence, MAX_DRAWN_ROWS, Mark, MarkEnd, Panel, SpanEdge};
use super::scale::Scale;
use super::svg::{SvgWriter, coordinate as n};
use super::text_style::{SANS, TextStyle};

/// Between the columns of stated panels.
const COLUMN_GAP: f64 = 28.0;

/// A chart as drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// A complete `<svg>` element.
    pub svg: String,
    /// Height in units of the view box, rounded up.
    pub height: u32,
    /// Content of the element.
    pub(super) inside: String,
}

impl Chart {
    /// Returns the chart as a complete `<svg>` element. `href` returns the address of a figure's evidence; marks that are no
    /// figures are drawn without links (see [`Chart::svg_with_links`]).
    pub fn svg(&self, size: Size, href: &dyn Fn(&FigureId) -> String) -> String {
        self.svg_with_links(size, &|evidence| match evidence {
            Evidence::Figure(id) => href(id),
            Evidence::Article(..) | Evidence::Figures(..) => String::new(),
        })
    }

    /// Returns the chart as a complete `<svg>` element. `href` returns the address of the evidence of a mark; a mark with an
    /// empty address is no link.
    pub fn svg_with_links(&self, size: Size, href: &dyn Fn(&Evidence) -> String) -> String {
        self.render(size, href).svg
    }

    /// Returns the same element with its height.
    pub fn render(&self, size: Size, href: &dyn Fn(&Evidence) -> String) -> Drawing {
        let id = format!("{}-{}", self.id, size.slug());
        let mut canvas = Canvas::new(&id, size.width(), MAX_DRAWN_ROWS, self.lang, href);
        canvas.panels(&self.panels, size);
        let (body, height) = (canvas.svg, canvas.y + PAD);
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
                ("lang", self.lang.tag().into()),
                ("viewBox", view_box.as_str().into()),
                ("width", "100%".into()),
                ("overflow", "visible".into()),
                ("fill", "currentColor".into()),
                ("font-family", SANS.into()),
            ],
        );
        inside.element("title", &[("id", title.as_str().into())], &self.heading);
        inside.element("desc", &[("id", desc.as_str().into())], &self.sentence);
        if self.panels.iter().flat_map(|p| &p.rows).flat_map(|r| &r.marks).any(is_hatched) {
            patterns(&mut inside, &id);
        }
        inside.append(&body);
        svg.append(&inside);
        svg.close("svg");
        Drawing { svg: svg.finish(), height: whole_pixels(height), inside: inside.finish() }
    }
}

/// `height` rounded up. A picture has at most 24 rows, so that its height is far below the limit of the type.
#[allow(
    clippy::cast_possible_truncation,
    reason = "there is no fallible conversion from floats, and `as` saturates"
)]
const fn whole_pixels(height: f64) -> u32 {
    height.ceil() as u32
}

fn is_hatched(mark: &Mark) -> bool {
    match mark.end {
        MarkEnd::Hatched | MarkEnd::HatchedBelow => !mark.kind.is_dot(),
        MarkEnd::Span(from, to) => from == SpanEdge::Soft || to == SpanEdge::Soft,
        _ => false,
    }
}

impl Canvas<'_> {
    /// Draws panels below each other; stated ones two abreast if the picture is wide.
    fn panels(&mut self, panels: &[Panel], size: Size) {
        let (left, width) = (self.left, self.width);
        let columns = if size == Size::Wide { 2 } else { 1 };
        let half = (width - COLUMN_GAP) / 2.0;
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
            self.width = half;
            self.panel(panel);
            let bottom = self.y;
            (self.left, self.y) = (left + half + COLUMN_GAP, top);
            self.panel(second);
            self.y = self.y.max(bottom);
            (self.left, self.width) = (left, width);
        }
        if let Some(more) = notes::rows_left_out(all, self.lang) {
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
}
