//! Content of a chart before layout: panels of rows of marks.

use thidua_core::domain::{ArticleId, Comparator, FigureId, OrganisationId};

use super::quantity::Quantity;
use super::scale::Scale;

/// Number of rows that a picture draws; the table has all of them.
pub(super) const MAX_DRAWN_ROWS: usize = 24;

/// Evidence of a mark, to which it links.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// The page of a figure.
    Figure(FigureId),
    /// An article; a line of it where one states the mark.
    Article(ArticleId, Option<u32>),
    /// The figures of an organisation for a year; without a year, those that state none.
    Figures(OrganisationId, Option<u16>),
}

impl Evidence {
    /// Id of the figure, article or organisation.
    pub(super) fn id(&self) -> &str {
        match self {
            Evidence::Figure(id) => id,
            Evidence::Article(id, _) => id,
            Evidence::Figures(id, _) => id,
        }
    }
}

/// Rows on one scale.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Panel {
    /// Title: the counted unit, if the chart has several panels.
    pub title: Option<String>,
    pub scale: Scale,
    /// Lines across the scale, from its start to its end.
    pub ticks: Vec<Tick>,
    pub rows: Vec<PanelRow>,
    /// True if the words at the marks are ours, not those of an article.
    pub ours: bool,
    /// True if the labels of rows stand before their marks where the picture is wide, not above them.
    pub beside: bool,
    /// Positions in time if the rows are points of a line, one for each row; otherwise empty.
    pub steps: Vec<LinePoint>,
}

/// A labelled position on a scale.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tick {
    pub at: f64,
    /// May be empty.
    pub label: String,
}

/// Position of a point in time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LinePoint {
    /// From 0, the first point, to 1, the last.
    pub at: f64,
    pub join: Connection,
}

/// Connection of a point to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Connection {
    No,
    Solid,
    /// Across a time of which no article speaks.
    Dashed,
}

impl Panel {
    /// A panel of rows below each other, on a scale without ticks.
    pub fn plain(title: Option<String>, scale: Scale, rows: Vec<PanelRow>) -> Self {
        Panel { title, scale, ticks: Vec::new(), rows, ours: false, beside: false, steps: Vec::new() }
    }
}

/// A label, and under it the marks and the printed words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PanelRow {
    /// Heading over this row and those that follow; `None` for a row of the same group.
    pub group: Option<String>,
    pub label: String,
    /// Second label, in a quieter style.
    pub aside: Option<String>,
    /// Marks, drawn one over the other; label and words belong to the first.
    pub marks: Vec<Mark>,
    /// Words beside the end of the marks, printed words or numbers; may be empty.
    pub words: String,
    /// Lines under the marks.
    pub after: Vec<CaptionLine>,
}

/// A line under the marks: a lead in sans serif, then printed words in serif.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct CaptionLine {
    pub lead: String,
    pub printed: String,
    /// True if set in bold: a verdict other than "cannot be compared".
    pub strong: bool,
    /// Index of the mark to whose link the line belongs; lines without a mark stand last.
    pub mark: Option<usize>,
}

/// One figure, or one span of time, to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    pub evidence: Evidence,
    /// Text that its accessible name adds to the visible texts of its link.
    pub more: String,
    pub kind: MarkKind,
    pub from: f64,
    pub to: f64,
    pub end: MarkEnd,
}

/// Shape of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// A filled bar.
    Result,
    /// An unfilled track with a tick at its end.
    Target,
    /// The outline of the whole of which others are parts.
    Whole,
    /// A hollow dot: the earlier of two.
    Earlier,
    /// A filled dot.
    Dot,
    /// A filled bar between two days.
    Span,
    /// An outlined bar between two days.
    Reported,
}

impl MarkKind {
    /// True for a hollow or a filled dot.
    pub fn is_dot(self) -> bool {
        matches!(self, MarkKind::Earlier | MarkKind::Dot)
    }
}

/// End of a mark, which shows its bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkEnd {
    /// No sign.
    Exact,
    /// An open arrow: more than (`touching` if the number itself counts: at least).
    Open { touching: bool },
    /// An inward bracket: less than, at most.
    Closed,
    /// Hatched on both sides: about.
    Hatched,
    /// Hatched below: nearly.
    HatchedBelow,
    /// The mark lies between two ends.
    Between,
    /// The two ends of a span of time.
    Span(SpanEdge, SpanEdge),
}

/// Beginning or end of a span of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SpanEdge {
    /// On a printed day.
    Day,
    /// Somewhere in a printed month or year.
    Soft,
    /// Not printed, or open.
    Open,
}

impl CaptionLine {
    /// A line with a period and the words that were printed for it, which belongs to the first mark.
    pub fn reading(period: &str, printed: String) -> Self {
        Self { lead: format!("{period}: "), printed, strong: false, mark: Some(0) }
    }
}

impl Mark {
    /// A mark for `quantity`.
    pub fn new(figure: &FigureId, more: String, kind: MarkKind, quantity: Quantity) -> Self {
        let value = quantity.value.to_f64();
        let (from, to, end) = match (quantity.comparator, quantity.value_to) {
            (_, Some(to)) => (value, to.to_f64(), MarkEnd::Between),
            (Comparator::Eq | Comparator::Range, None) => (0.0, value, MarkEnd::Exact),
            (Comparator::Gt, None) => (0.0, value, MarkEnd::Open { touching: false }),
            (Comparator::Ge, None) => (0.0, value, MarkEnd::Open { touching: true }),
            (Comparator::Lt | Comparator::Le, None) => (0.0, value, MarkEnd::Closed),
            (Comparator::Approx, None) => (0.0, value, MarkEnd::Hatched),
            (Comparator::ApproxBelow, None) => (0.0, value, MarkEnd::HatchedBelow),
        };
        Self { evidence: Evidence::Figure(figure.clone()), more, kind, from, to, end }
    }
}
