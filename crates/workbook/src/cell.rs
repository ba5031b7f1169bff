//! Cells.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Value of a cell. In JSON: `null`, a string, `{"n": "12.5"}` or `{"u": "https://…"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum CellValue<'a> {
    /// Nothing is stated.
    Empty,
    /// Text.
    Text(Cow<'a, str>),
    /// Exact decimal as text.
    Number {
        /// The decimal, with a point.
        n: Cow<'a, str>,
    },
    /// Link, shown as its address.
    Link {
        /// Absolute address.
        u: Cow<'a, str>,
    },
}

impl<'a> CellValue<'a> {
    /// A text; an empty one is an empty cell.
    pub fn text(text: impl Into<Cow<'a, str>>) -> CellValue<'a> {
        let text = text.into();
        if text.is_empty() { CellValue::Empty } else { CellValue::Text(text) }
    }

    /// A decimal as text; an empty one is an empty cell.
    pub fn number(text: impl Into<Cow<'a, str>>) -> CellValue<'a> {
        let n = text.into();
        if n.is_empty() { CellValue::Empty } else { CellValue::Number { n } }
    }

    /// A link to an absolute address; an empty one is an empty cell.
    pub fn link(address: impl Into<Cow<'a, str>>) -> CellValue<'a> {
        let u = address.into();
        if u.is_empty() { CellValue::Empty } else { CellValue::Link { u } }
    }
}
