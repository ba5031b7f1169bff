//! The texts of some articles that follow one another in the corpus, laid out word by word to be looked through.
//!
//! Only reasons need them: which articles are found, and in which order, is known from [`super::postings`] alone.

use std::borrow::Cow;
use std::ops::Range;

use super::passages::{Passage, Zone, passages};
use super::term_dict::TermDict;
use thidua_core::collections::Lookup;
use thidua_core::corpus::Catalogue;
use thidua_core::domain::Article;
use thidua_core::text::token::{key_of, ranges};

/// Stands in a stream between two passages, and for a word that the lexicon does not have.
pub(super) const SEPARATOR: u32 = u32::MAX;

/// Laid out texts.
#[derive(Debug, Clone, Default)]
pub(super) struct TokenizedTexts {
    /// The words of every passage in turn, each passage followed by a [`SEPARATOR`].
    pub tokens: Vec<u32>,
    /// The kinds of the passages of every article in turn.
    pub zones: Vec<Zone>,
    /// The passages themselves, where they are kept for reasons.
    pub passages: Vec<Passage>,
    /// For each passage its words in the stream, the separator not included.
    pub spans: Vec<Range<usize>>,
    /// For each article its passages.
    pub articles: Vec<Range<usize>>,
}

impl TokenizedTexts {
    /// The passages of some articles of a catalogue, whose words `number` tells. Unless they are kept, no reasons can be given.
    pub(super) fn new(
        articles: &[Article],
        catalogue: &Catalogue,
        keeps_passages: bool,
        mut term_id: impl FnMut(&str) -> u32,
    ) -> TokenizedTexts {
        let mut texts = TokenizedTexts::default();
        // The names of campaigns and organisations stand among the passages of a hundred articles each.
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

    /// The words of the catalogue of some articles as a lexicon of more of them numbers them.
    pub(super) fn with_dict(catalogue: &Catalogue, term_dict: &TermDict) -> TokenizedTexts {
        TokenizedTexts::new(catalogue.articles(), catalogue, true, |printed| {
            term_dict.get(&key_of(printed)).unwrap_or(SEPARATOR)
        })
    }

    /// Puts the articles of others behind these.
    pub(super) fn append(&mut self, others: TokenizedTexts) {
        let shifted = |range: Range<usize>, by: usize| range.start + by..range.end + by;
        let (words, passages) = (self.tokens.len(), self.zones.len());
        self.tokens.extend(others.tokens);
        self.zones.extend(others.zones);
        self.passages.extend(others.passages);
        self.spans.extend(others.spans.into_iter().map(|span| shifted(span, words)));
        self.articles.extend(others.articles.into_iter().map(|article| shifted(article, passages)));
    }

    /// Adds the words of a text, and gives their place in the stream.
    pub(super) fn tokenize(&mut self, text: &str, mut term_id: impl FnMut(&str) -> u32) -> Range<usize> {
        let start = self.tokens.len();
        self.tokens.extend(ranges(text).filter_map(|range| text.get(range)).map(&mut term_id));
        self.end_passage(start)
    }

    /// Adds the words that stand in the stream already.
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

    /// The passages of the article that stands at that place among these.
    pub(super) fn passages_of(&self, article: usize) -> Range<usize> {
        self.articles.get(article).cloned().unwrap_or_default()
    }
}
