//! Passage texts of consecutive articles as sequences of term ids.
//!
//! Only reasons need them; matching and ranking use [`super::postings`] alone.

use std::borrow::Cow;
use std::ops::Range;

use thidua_core::collections::Lookup;
use thidua_core::corpus::Catalogue;
use thidua_core::domain::Article;
use thidua_core::text::token::{key_of, ranges};

use super::passages::{Passage, Zone, passages};
use super::term_dict::TermDict;

/// Token between two passages, and for a word that the dictionary does not have.
pub(super) const SEPARATOR: u32 = u32::MAX;

/// Tokenized passages of some articles.
#[derive(Debug, Clone, Default)]
pub(super) struct TokenizedTexts {
    /// Term ids of every passage, each passage followed by a [`SEPARATOR`].
    pub tokens: Vec<u32>,
    /// Zones of the passages.
    pub zones: Vec<Zone>,
    /// The passages themselves; empty if no reasons are needed.
    pub passages: Vec<Passage>,
    /// Range in `tokens` for each passage, without its separator.
    pub spans: Vec<Range<usize>>,
    /// Range of passages for each article.
    pub articles: Vec<Range<usize>>,
}

impl TokenizedTexts {
    /// Tokenizes the passages of some articles of a catalogue; `term_id` returns the id of a word. Without
    /// `keeps_passages` no reasons can be given.
    pub(super) fn new(
        articles: &[Article],
        catalogue: &Catalogue,
        keeps_passages: bool,
        mut term_id: impl FnMut(&str) -> u32,
    ) -> TokenizedTexts {
        let mut texts = TokenizedTexts::default();
        // Names of campaigns and organisations are passages of a hundred articles each: their tokens are copied.
        let mut names: Lookup<&str, Range<usize>> = Lookup::default();
        for article in articles {
            let first = texts.zones.len();
            for passage in passages(article, catalogue) {
                let name = match (passage.zone, &passage.text) {
                    (Zone::Campaign | Zone::Organisation, Cow::Borrowed(name)) => Some(*name),
                    _ => None,
                };
                match name.and_then(|name| names.get(name)) {
                    Some(known) => texts.repeat(known.clone()),
                    None => {
                        let span = texts.tokenize(&passage.text, &mut term_id);
                        name.into_iter().for_each(|name| names.insert(name, span.clone()));
                    }
                }
                texts.zones.push(passage.zone);
                if keeps_passages {
                    texts.passages.push(passage.into_owned());
                }
            }
            texts.articles.push(first..texts.zones.len());
        }
        texts
    }

    /// Tokenizes the articles of a partial catalogue with the term ids of the whole index.
    pub(super) fn with_dict(catalogue: &Catalogue, term_dict: &TermDict) -> TokenizedTexts {
        TokenizedTexts::new(catalogue.articles(), catalogue, true, |printed| {
            term_dict.get(&key_of(printed)).unwrap_or(SEPARATOR)
        })
    }

    /// Appends the texts of the articles that follow.
    pub(super) fn append(&mut self, others: TokenizedTexts) {
        let shifted = |range: Range<usize>, by: usize| range.start + by..range.end + by;
        let (words, passages) = (self.tokens.len(), self.zones.len());
        self.tokens.extend(others.tokens);
        self.zones.extend(others.zones);
        self.passages.extend(others.passages);
        self.spans.extend(others.spans.into_iter().map(|span| shifted(span, words)));
        self.articles.extend(others.articles.into_iter().map(|article| shifted(article, passages)));
    }

    /// Adds the tokens of a text. Returns their range.
    pub(super) fn tokenize(&mut self, text: &str, mut term_id: impl FnMut(&str) -> u32) -> Range<usize> {
        let start = self.tokens.len();
        self.tokens.extend(ranges(text).filter_map(|range| text.get(range)).map(&mut term_id));
        self.end_passage(start)
    }

    /// Adds a copy of a token range.
    fn repeat(&mut self, span: Range<usize>) {
        let start = self.tokens.len();
        if span.end <= start {
            self.tokens.extend_from_within(span);
        }
        self.end_passage(start);
    }

    fn end_passage(&mut self, start: usize) -> Range<usize> {
        let span = start..self.tokens.len();
        self.spans.push(span.clone());
        self.tokens.push(SEPARATOR);
        span
    }

    /// Range of the passages of an article, by its place among these articles.
    pub(super) fn passages_of(&self, article: usize) -> Range<usize> {
        self.articles.get(article).cloned().unwrap_or_default()
    }
}
