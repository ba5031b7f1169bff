//! How the articles of a document stand in it: to compare or to look through them, they need not be written once more.

use std::ops::Range;

#[cfg(feature = "cli")]
use serde::Deserialize;
#[cfg(feature = "cli")]
use serde_json::value::RawValue;

#[cfg(feature = "cli")]
use super::on_both_cores;
#[cfg(feature = "cli")]
use crate::domain::{Article, Corpus};

/// Where the articles stand in the bytes of a document; nothing where that is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    articles: Vec<Range<usize>>,
}

impl Written {
    /// An article as it stands in the document, by its place.
    pub fn article<'d>(&self, document: &'d [u8], place: usize) -> Option<&'d [u8]> {
        document.get(self.place(place)?)
    }

    /// Where an article stands in the document, by its place among all.
    pub fn place(&self, place: usize) -> Option<Range<usize>> {
        self.articles.get(place).cloned()
    }
}

/// The articles of a document, not read.
#[cfg(feature = "cli")]
#[derive(Deserialize)]
struct Outline<'t> {
    #[serde(borrow)]
    articles: Vec<&'t RawValue>,
}

/// Reads a document with its articles on both cores. `text` is all of `bytes` but for what may stand before it. Nothing where
/// it cannot be read, for whatever reason.
#[cfg(feature = "cli")]
pub(super) fn read(text: &str, bytes: &[u8]) -> Option<(Corpus, Written)> {
    let Outline { articles } = serde_json::from_str(text).ok()?;
    let place = |of: &str| of.as_ptr().addr().checked_sub(bytes.as_ptr().addr());
    let range = |raw: &&RawValue| place(raw.get()).map(|start| start..start + raw.get().len());
    let written = Written { articles: articles.iter().map(range).collect::<Option<_>>()? };
    let [first, .., last] = written.articles.as_slice() else { return None };
    let before = text.get(..first.start.checked_sub(place(text)?)?)?;
    let behind = text.get(last.end.checked_sub(place(text)?)?..)?;
    let mut corpus: Corpus = serde_json::from_str(&format!("{before}{behind}")).ok()?;
    let read = |some: &[&RawValue]| {
        some.iter().map(|raw| serde_json::from_str(raw.get()).ok()).collect::<Option<Vec<Article>>>()
    };
    for half in on_both_cores(&articles, |some, _| read(some)) {
        corpus.articles.extend(half?);
    }
    Some((corpus, written))
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::super::{load, load_written};

    #[test]
    fn articles_stand_where_they_are_said_to() {
        let document = format!("\u{feff}{}", include_str!("../../public/corpus.json"));
        let (corpus, written) = load_written(document.as_bytes()).unwrap();
        assert_eq!(load(document.as_bytes()).unwrap(), corpus);
        assert!(corpus.articles.len() > 1);
        for (article, place) in corpus.articles.iter().zip(0..) {
            let bytes = written.article(document.as_bytes(), place).unwrap();
            assert_eq!(&serde_json::from_slice::<crate::domain::Article>(bytes).unwrap(), article);
        }
        assert_eq!(written.article(document.as_bytes(), corpus.articles.len()), None);
    }
}
