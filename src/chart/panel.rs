//! What a chart draws, before anything has a place: panels of rows of marks.

use super::quantity::Quantity;
use super::scale::Scale;
use crate::domain::{Comparator, FigureId};

/// Rows on one scale.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Panel {
    /// What is counted, where the chart has several panels.
    pub title: Option<String>,
    pub scale: Scale,
    pub rows: Vec<PanelRow>,
}

/// A label, and under it the marks and the printed words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PanelRow {
    pub label: String,
    /// A quieter second label.
    pub aside: Option<String>,
    /// Drawn one over the other; the first owns label and words.
    pub marks: Vec<Mark>,
    /// What stands beside the end of the marks, printed words or numbers; may be empty.
    pub words: String,
    /// Lines under the marks.
    pub after: Vec<After>,
}

/// A line under the marks: a lead in sans serif, then printed words in serif.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct After {
    pub lead: String,
    pub printed: String,
    /// Set in bold: a verdict that could be given.
    pub strong: bool,
    /// Index of the mark to whose link the line belongs; the lines of none stand last.
    pub mark: Option<usize>,
}

/// One figure, drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    pub figure: FigureId,
    /// What its accessible name says after the texts that can be seen in its link.
    pub more: String,
    pub kind: MarkKind,
    pub from: f64,
    pub to: f64,
    pub end: End,
}

/// How a mark is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// A filled bar.
    Result,
    /// An unfilled track with a tick at its end.
    Target,
    /// The outline that parts are held against.
    Whole,
}

/// How a mark ends: what its bound word does to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Exact,
    /// An open arrow: more than (`touching` if the number itself counts: at least).
    Open {
        touching: bool,
    },
    /// An inward bracket: less than, at most.
    Closed,
    /// Hatched on both sides: about.
    Hatched,
    /// Hatched below: nearly.
    HatchedBelow,
    /// The mark lies between two ends.
    Between,
}

impl Mark {
    /// A mark for `quantity`.
    pub fn new(figure: &FigureId, more: String, kind: MarkKind, quantity: Quantity) -> Self {
        let value = quantity.value.to_f64();
        let (from, to, end) = match (quantity.comparator, quantity.value_to) {
            (_, Some(to)) => (value, to.to_f64(), End::Between),
            (Comparator::Eq | Comparator::Range, None) => (0.0, value, End::Exact),
            (Comparator::Gt, None) => (0.0, value, End::Open { touching: false }),
            (Comparator::Ge, None) => (0.0, value, End::Open { touching: true }),
            (Comparator::Lt | Comparator::Le, None) => (0.0, value, End::Closed),
            (Comparator::Approx, None) => (0.0, value, End::Hatched),
            (Comparator::ApproxBelow, None) => (0.0, value, End::HatchedBelow),
        };
        Self { figure: figure.clone(), more, kind, from, to, end }
    }
}
