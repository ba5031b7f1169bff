//! The index: the words of all passages in one stream, and for each word where it stands.
//!
//! A word is the place of its spelling in the [`Lexicon`]. The stream makes phrases and neighbourhoods a matter of
//! looking around in an array; a [`SEPARATOR`] between passages keeps them apart. Each word has two lists: its
//! positions in the stream, for phrases, and the articles that have it with the zones where, for everything else.

use std::collections::HashMap;
use std::ops::Range;

use super::document::Document;
use super::facets::Values;
use super::lexicon::Lexicon;
use super::passages::{Passage, passages};
use super::synonyms::Synonyms;
use crate::corpus::Catalogue;
use crate::domain::OrganisationId;
use crate::order::sort_by;
use crate::text::fold;
use crate::text::token::{key_of, ranges};

/// Stands in the stream between two passages; no word has it.
pub(super) const SEPARATOR: u32 = u32::MAX;

/// Lists by number, one after the other in one piece.
#[derive(Debug, Clone)]
pub(super) struct Lists<T> {
    ends: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Lists { ends: Vec::new(), items: Vec::new() }
    }
}

impl<T> Lists<T> {
    fn push(&mut self, items: impl IntoIterator<Item = T>) {
        self.items.extend(items);
        self.ends.push(self.items.len() as u32);
    }

    /// The list of that number; empty where there is none.
    pub(super) fn get(&self, number: u32) -> &[T] {
        let end = self.ends.get(number as usize).copied().unwrap_or_default();
        let before = number.checked_sub(1).and_then(|before| self.ends.get(before as usize));
        self.items.get(before.copied().unwrap_or_default() as usize..end as usize).unwrap_or_default()
    }
}

/// An article that has a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Posting {
    /// The article's place in the corpus.
    pub article: u32,
    /// The zones where the word stands, by [`super::passages::Zone::bit`].
    pub zones: u16,
    /// In how many passages it stands.
    pub passages: u16,
}

/// The names of an organisation, for `don-vi:`.
#[derive(Debug, Clone)]
pub(super) struct Names {
    /// The organisation.
    pub id: OrganisationId,
    /// Its names and id, each as folded words.
    pub folds: Vec<String>,
}

/// A searchable catalogue.
#[derive(Debug, Clone, Default)]
pub struct Index {
    pub(super) lexicon: Lexicon,
    pub(super) synonyms: Synonyms,
    /// The words of every passage in turn, each passage followed by a [`SEPARATOR`].
    pub(super) stream: Vec<u32>,
    /// For each place of the stream its passage.
    pub(super) passage_at: Vec<u32>,
    pub(super) passages: Vec<Passage>,
    /// For each passage its words in the stream, the separator not included.
    pub(super) spans: Vec<Range<usize>>,
    /// For each word its places in the stream.
    pub(super) positions: Lists<u32>,
    /// For each word the articles that have it.
    pub(super) postings: Lists<Posting>,
    /// For each article the passages that speak for it.
    pub(super) passages_of: Lists<u32>,
    pub(super) documents: Vec<Document>,
    pub(super) organisations: Vec<Names>,
    pub(super) values: Values,
}

impl Index {
    /// Indexes a catalogue: a pass over all its texts.
    pub fn build(catalogue: &Catalogue) -> Index {
        let passages = passages(catalogue);
        let (lexicon, stream, spans) = lay_out(passages.iter().map(|passage| passage.text.as_str()));
        let documents = Document::all(catalogue);
        let organisations: Vec<Names> = catalogue.reporting_organisations().into_iter().map(names).collect();
        let mut index = Index {
            synonyms: Synonyms::new(&catalogue.corpus().glossary),
            passage_at: passage_of_each_place(&spans, stream.len()),
            values: Values::new(&documents, organisations.iter().map(|names| &names.id)),
            documents,
            organisations,
            lexicon,
            stream,
            passages,
            spans,
            ..Index::default()
        };
        index.list_positions();
        index.list_passages();
        index.list_postings();
        index
    }

    /// How many articles it holds.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether it holds no article.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    fn list_positions(&mut self) {
        let mut lists: Vec<Vec<u32>> = vec![Vec::new(); self.lexicon.len()];
        for (word, place) in self.stream.iter().zip(0..) {
            if let Some(list) = lists.get_mut(*word as usize) {
                list.push(place);
            }
        }
        for list in lists {
            self.positions.push(list);
        }
    }

    fn list_passages(&mut self) {
        let mut lists: Vec<Vec<u32>> = vec![Vec::new(); self.documents.len()];
        for (passage, number) in self.passages.iter().zip(0..) {
            for article in &passage.articles {
                if let Some(list) = lists.get_mut(*article as usize) {
                    list.push(number);
                }
            }
        }
        for list in lists {
            self.passages_of.push(list);
        }
    }

    fn list_postings(&mut self) {
        let mut found: Vec<Posting> = Vec::new();
        for word in 0..self.lexicon.len() as u32 {
            found.clear();
            let mut last = None;
            for place in self.positions.get(word) {
                let number = self.passage_at.get(*place as usize).copied();
                if number == last {
                    continue;
                }
                last = number;
                let Some(passage) = number.and_then(|n| self.passages.get(n as usize)) else { continue };
                let zones = passage.zone.bit();
                found.extend(passage.articles.iter().map(|article| Posting {
                    article: *article,
                    zones,
                    passages: 1,
                }));
            }
            sort_by(&mut found, Ord::cmp);
            found.dedup_by(|next, first| {
                let same = next.article == first.article;
                if same {
                    first.zones |= next.zones;
                    first.passages = first.passages.saturating_add(1);
                }
                same
            });
            self.postings.push(found.iter().copied());
        }
    }
}

/// The lexicon of some texts, their words in one stream, and where in it each text stands.
pub(super) fn lay_out<'t>(texts: impl Iterator<Item = &'t str>) -> (Lexicon, Vec<u32>, Vec<Range<usize>>) {
    // Printed words by order of appearance: each is brought to its key once. The map is only looked up.
    let mut known: HashMap<&str, u32> = HashMap::new();
    let mut keys: Vec<String> = Vec::new();
    let (mut stream, mut spans) = (Vec::new(), Vec::new());
    for text in texts {
        let start = stream.len();
        for printed in ranges(text).filter_map(|range| text.get(range)) {
            let number = *known.entry(printed).or_insert_with(|| {
                keys.push(key_of(printed));
                keys.len().saturating_sub(1) as u32
            });
            stream.push(number);
        }
        spans.push(start..stream.len());
        stream.push(SEPARATOR);
    }
    let (lexicon, ids) = Lexicon::new(keys);
    for word in &mut stream {
        *word = ids.get(*word as usize).copied().unwrap_or(SEPARATOR);
    }
    (lexicon, stream, spans)
}

fn passage_of_each_place(spans: &[Range<usize>], length: usize) -> Vec<u32> {
    let mut passage_at = Vec::with_capacity(length);
    for (span, number) in spans.iter().zip(0..) {
        passage_at.resize(span.end + 1, number);
    }
    passage_at
}

fn names(organisation: &crate::domain::Organisation) -> Names {
    let printed = std::iter::once(organisation.name.as_str())
        .chain(organisation.aliases.iter().map(String::as_str))
        .chain(organisation.name_en.as_deref())
        .chain([organisation.id.as_str()]);
    Names { id: organisation.id.clone(), folds: printed.map(fold).collect() }
}
