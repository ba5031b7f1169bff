//! Path of a value in a corpus document, as data.
//!
//! ```
//! use thidua_core::corpus::FactPath;
//!
//! let path = FactPath::figure(2, 0).field("unit");
//! assert_eq!(path.to_string(), "articles[2].figures[0].unit");
//! assert_eq!(path.last_field(), Some("unit"));
//! assert!(path.starts_with(&FactPath::article(2)));
//! ```

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};

/// One step of a [`FactPath`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PathSegment {
    /// A field of an object, or a key of a map.
    Field(Cow<'static, str>),
    /// An item of a list, from 0.
    Index(usize),
}

/// Path of a value in a corpus document. The empty path is the document itself.
///
/// Paths are ordered by their fields, and items of one list by their indexes: `articles[2]` comes before `articles[10]`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FactPath {
    segments: Vec<PathSegment>,
}

impl FactPath {
    /// The document itself.
    pub const fn document() -> Self {
        Self { segments: Vec::new() }
    }

    /// Item `index` of a list at the top of the document, such as `units`.
    pub fn item(list: &'static str, index: usize) -> Self {
        Self::document().field(list).index(index)
    }

    /// Article `index`.
    pub fn article(index: usize) -> Self {
        Self::item("articles", index)
    }

    /// Figure `figure` of article `article`.
    pub fn figure(article: usize, figure: usize) -> Self {
        Self::article(article).field("figures").index(figure)
    }

    /// Appends a field.
    #[must_use]
    pub fn field(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.segments.push(PathSegment::Field(name.into()));
        self
    }

    /// Appends the index of an item.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.segments.push(PathSegment::Index(index));
        self
    }

    /// The steps from the document to the value.
    pub fn segments(&self) -> &[PathSegment] {
        &self.segments
    }

    /// Returns whether this is the path of the document itself.
    pub fn is_document(&self) -> bool {
        self.segments.is_empty()
    }

    /// Returns whether the value is the one at `prefix` or is inside it.
    pub fn starts_with(&self, prefix: &FactPath) -> bool {
        self.segments.starts_with(&prefix.segments)
    }

    /// The list at the top of the document and the index in it, for a path such as `campaigns[3].name`. `None` for values
    /// outside such lists (`title.vi`).
    pub fn top_item(&self) -> Option<(&str, usize)> {
        match self.segments.as_slice() {
            [PathSegment::Field(list), PathSegment::Index(index), ..] => Some((list, *index)),
            _ => None,
        }
    }

    /// The field at the end of the path. `None` for an item of a list and for the document.
    pub fn last_field(&self) -> Option<&str> {
        match self.segments.last()? {
            PathSegment::Field(name) => Some(name),
            PathSegment::Index(_) => None,
        }
    }
}

/// `articles[2].figures[0].unit`; empty for the document.
impl fmt::Display for FactPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, segment) in self.segments.iter().enumerate() {
            match segment {
                PathSegment::Field(name) if position == 0 => f.write_str(name)?,
                PathSegment::Field(name) => write!(f, ".{name}")?,
                PathSegment::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// A string, as [`Display`](fmt::Display) writes it.
impl Serialize for FactPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fact_paths_are_ordered_by_index() {
        let mut paths = [
            FactPath::article(10),
            FactPath::document().field("title").field("vi"),
            FactPath::figure(2, 10),
            FactPath::figure(2, 9).field("unit"),
            FactPath::article(2),
        ];
        paths.sort();
        let sorted: Vec<String> = paths.iter().map(ToString::to_string).collect();
        assert_eq!(
            sorted,
            [
                "articles[2]",
                "articles[2].figures[9].unit",
                "articles[2].figures[10]",
                "articles[10]",
                "title.vi"
            ]
        );
    }
}
