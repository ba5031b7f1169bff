//! The index: what is known of every article besides its words, the spellings, and where they stand.
//!
//! It is one thing in two states. Built from a catalogue it has all its lists and texts. Read from what
//! [`super::wire`] wrote it has neither at first; they come in pieces as searches need them, and a search over the pieces
//! that it needs gives the very results that a search over everything gives.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::at::Places;
use super::document::Document;
use super::facets::Facets;
use super::kept::Kept;
use super::lexicon::Lexicon;
use super::numbering::Numbering;
use super::postings::{GAP, Posting, Postings, Writer};
use super::synonyms::Synonyms;
use super::texts::{SEPARATOR, Texts};
use super::wire::{Mark, Piece};
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Organisation, OrganisationId};
use thidua_core::parallel::{join, par_map_halves};
use thidua_core::text::fold;

/// The names of an organisation, for `don-vi:`.
#[derive(Debug, Clone)]
pub(super) struct Names {
    /// The organisation.
    pub id: OrganisationId,
    /// Its names and id, each as folded words.
    pub folds: Vec<String>,
}

impl Names {
    pub(super) fn of(organisation: &Organisation) -> Names {
        let printed = std::iter::once(organisation.name.as_str())
            .chain(organisation.aliases.iter().map(String::as_str))
            .chain(organisation.name_en.as_deref())
            .chain([organisation.id.as_str()]);
        Names { id: organisation.id.clone(), folds: printed.map(fold).collect() }
    }
}

/// The lists of some words.
#[derive(Debug, Clone, Default)]
pub(super) struct Shard {
    /// The words, in order.
    pub words: Vec<u32>,
    /// Their lists, once they are here.
    pub postings: Option<Postings>,
}

/// A searchable catalogue.
#[derive(Debug, Clone, Default)]
pub struct Index {
    pub(super) lexicon: Lexicon,
    pub(super) synonyms: Synonyms,
    /// For each word how many articles have it.
    pub(super) frequencies: Vec<u32>,
    pub(super) shards: Vec<Shard>,
    /// For each word the number of its shard.
    pub(super) shard_of: Vec<u32>,
    pub(super) documents: Vec<Document>,
    pub(super) organisations: Vec<Names>,
    pub(super) facets: Facets,
    pub(super) kept: Kept,
    /// The texts that are here, by the number of their block; each but the last has `block` articles.
    pub(super) texts: BTreeMap<usize, Texts>,
    pub(super) block: usize,
    /// What the pieces are named by, in their order; nothing where the index is whole.
    pub(super) marks: Vec<(Piece, Mark)>,
}

impl Index {
    /// Indexes a catalogue: a pass over all its texts.
    pub fn build(catalogue: &Catalogue) -> Index {
        Index::of(catalogue, true)
    }

    /// The same without the texts, for what is [cut into pieces](super::wire::Pieces): its searches give no reasons.
    pub fn without_texts(catalogue: &Catalogue) -> Index {
        Index::of(catalogue, false)
    }

    fn of(catalogue: &Catalogue, is_with_texts: bool) -> Index {
        let [first, second] = par_map_halves(catalogue.articles(), |articles| {
            let mut numbering = Numbering::default();
            let texts = Texts::new(articles, catalogue, is_with_texts, |printed| numbering.number(printed));
            (numbering, texts)
        });
        let (mut numbering, mut texts) = first;
        let (others, mut behind) = second;
        numbering.append(others, &mut behind.stream);
        texts.append(behind);
        let lexicon = numbering.finish(&mut texts.stream);
        let organisations: Vec<Names> =
            catalogue.reporting_organisations().into_iter().map(Names::of).collect();
        let order: Vec<OrganisationId> = organisations.iter().map(|names| names.id.clone()).collect();
        let (postings, documents) =
            join(|| list_words(&texts, lexicon.len()), || Document::all(catalogue, &order));
        let words = 0..lexicon.len() as u32;
        Index {
            synonyms: Synonyms::new(&catalogue.corpus().glossary),
            facets: Facets::new(&documents, order),
            frequencies: (0..lexicon.len()).map(|word| postings.articles_with(word)).collect(),
            shard_of: vec![0; lexicon.len()],
            shards: vec![Shard { words: words.collect(), postings: Some(postings) }],
            block: documents.len().max(1),
            marks: Vec::new(),
            texts: if is_with_texts { BTreeMap::from([(0, texts)]) } else { BTreeMap::new() },
            kept: Kept::default(),
            documents,
            organisations,
            lexicon,
        }
    }

    /// How many articles it holds.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether it holds no article.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// The organisation that the article at a place reports on.
    pub fn organisation(&self, place: u32) -> Option<&OrganisationId> {
        let document = self.documents.get(place as usize)?;
        self.organisations.get(usize::from(document.organisation)).map(|names| &names.id)
    }

    /// In how many articles a word stands.
    pub(super) fn frequency(&self, word: u32) -> usize {
        self.frequencies.get(word as usize).map_or(0, |frequency| *frequency as usize)
    }

    /// The number of the shard that has the lists of a word.
    pub(super) fn shard_of(&self, word: u32) -> usize {
        self.shard_of.get(word as usize).map_or(usize::MAX, |shard| *shard as usize)
    }

    /// The words of which the lists are not here.
    pub(super) fn lacking<'w>(&'w self, words: &'w [u32]) -> impl Iterator<Item = u32> + 'w {
        let is_here =
            |word: &u32| self.shards.get(self.shard_of(*word)).is_some_and(|s| s.postings.is_some());
        words.iter().copied().filter(move |word| !is_here(word))
    }

    /// The lists of a word and its number among them; nothing where they are not here.
    fn lists(&self, word: u32) -> Option<(&Postings, usize)> {
        let shard = self.shards.get(self.shard_of(word))?;
        Some((shard.postings.as_ref()?, shard.words.binary_search(&word).ok()?))
    }

    /// The articles of a word, in order.
    pub(super) fn articles(&self, word: u32) -> Arc<[Posting]> {
        let Some((postings, at)) = self.lists(word) else { return Arc::default() };
        self.kept.articles(word, || postings.articles(at))
    }

    /// The places of a word in each of its articles.
    pub(super) fn places(&self, word: u32) -> Arc<Places> {
        let Some((postings, at)) = self.lists(word) else { return Arc::default() };
        self.kept.places(word, || postings.places(at))
    }

    /// The texts that hold an article, and its place among them; nothing where they are not here.
    pub(super) fn texts_of(&self, article: u32) -> Option<(&Texts, usize)> {
        let article = article as usize;
        let block = article.checked_div(self.block)?;
        Some((self.texts.get(&block)?, article - block * self.block))
    }
}

/// Where each word stands.
fn list_words(texts: &Texts, words: usize) -> Postings {
    let mut writer = Writer::new(words);
    for (passages, article) in texts.articles.iter().zip(0..) {
        let mut place = 0;
        for passage in passages.clone() {
            let (Some(span), Some(zone)) = (texts.spans.get(passage), texts.zones.get(passage).copied())
            else {
                continue;
            };
            for word in texts.stream.get(span.clone()).unwrap_or_default() {
                if *word != SEPARATOR {
                    writer.add(*word, article, place, zone);
                }
                place += 1;
            }
            place += GAP;
        }
    }
    writer.finish()
}
