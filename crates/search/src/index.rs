//! The index: doc values, term dictionary, postings and passage texts of a corpus.
//!
//! An index has two states. One built from a catalogue holds all postings and texts. One read from chunks (see
//! [`crate::index_format`]) starts without them and receives them as searches need them; a search for which all
//! [`Index::missing_chunks`] are loaded returns the same results as a search over the whole index.

use std::sync::Arc;

use thidua_core::collections::{SortedMap, to_u32};
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Organisation, OrganisationId};
use thidua_core::parallel::{join, par_map_halves};
use thidua_core::text::fold;

use super::decode_cache::DecodeCache;
use super::doc_values::DocValues;
use super::facets::FacetIndexes;
use super::index_format::{Chunk, ContentHash};
use super::positions::Positions;
use super::postings::{PASSAGE_GAP, Posting, Postings, PostingsWriter};
use super::synonyms::Synonyms;
use super::term_dict::TermDict;
use super::term_interner::TermInterner;
use super::tokenized::{SEPARATOR, TokenizedTexts};

/// Names of an organisation, for the field `don-vi:`.
#[derive(Debug, Clone)]
pub(super) struct OrganisationNames {
    /// Id of the organisation.
    pub id: OrganisationId,
    /// Names, aliases, English name and id, each folded.
    pub folds: Vec<String>,
}

impl OrganisationNames {
    pub(super) fn of(organisation: &Organisation) -> OrganisationNames {
        let printed = std::iter::once(organisation.name.as_str())
            .chain(organisation.aliases.iter().map(String::as_str))
            .chain(organisation.name_en.as_deref())
            .chain([organisation.id.as_str()]);
        OrganisationNames { id: organisation.id.clone(), folds: printed.map(fold).collect() }
    }
}

/// Terms whose postings are stored together.
#[derive(Debug, Clone, Default)]
pub(super) struct Shard {
    /// Term ids, ascending.
    pub terms: Vec<u32>,
    /// Postings of the terms. `None` until they are loaded.
    pub postings: Option<Postings>,
}

/// Search index of a catalogue.
#[derive(Debug, Clone, Default)]
pub struct Index {
    pub(super) term_dict: TermDict,
    pub(super) synonyms: Synonyms,
    /// Number of articles for each term.
    pub(super) doc_freqs: Vec<u32>,
    pub(super) shards: Vec<Shard>,
    /// Number of the shard for each term.
    pub(super) shard_of: Vec<u32>,
    pub(super) doc_values: Vec<DocValues>,
    pub(super) organisations: Vec<OrganisationNames>,
    pub(super) facets: FacetIndexes,
    pub(super) decode_cache: DecodeCache,
    /// Loaded texts by block number. Every block but the last has `block_size` articles.
    pub(super) texts: SortedMap<usize, TokenizedTexts>,
    pub(super) block_size: usize,
    /// Hashes of the chunks in chunk order. Empty for an index that was built whole.
    pub(super) hashes: Vec<(Chunk, ContentHash)>,
}

impl Index {
    /// Builds an index from a catalogue. Cost: one pass over all texts.
    pub fn build(catalogue: &Catalogue) -> Index {
        Index::build_with(catalogue, true)
    }

    /// Builds an index without passage texts, as input for [`IndexChunks`](crate::index_format::IndexChunks). Its
    /// searches return no reasons.
    pub fn without_texts(catalogue: &Catalogue) -> Index {
        Index::build_with(catalogue, false)
    }

    fn build_with(catalogue: &Catalogue, keeps_texts: bool) -> Index {
        let [first, second] = par_map_halves(catalogue.articles(), |articles| {
            let mut interner = TermInterner::default();
            let texts =
                TokenizedTexts::new(articles, catalogue, keeps_texts, |printed| interner.intern(printed));
            (interner, texts)
        });
        let (mut interner, mut texts) = first;
        let (others, mut second_texts) = second;
        interner.append(others, &mut second_texts.tokens);
        texts.append(second_texts);
        let term_dict = interner.finish(&mut texts.tokens);
        let organisations: Vec<OrganisationNames> =
            catalogue.reporting_organisations().into_iter().map(OrganisationNames::of).collect();
        let order: Vec<OrganisationId> = organisations.iter().map(|names| names.id.clone()).collect();
        let (postings, doc_values) = join(
            || write_postings(std::iter::once(&texts), term_dict.len()),
            || DocValues::of_catalogue(catalogue, &order),
        );
        let terms = 0..to_u32(term_dict.len());
        Index {
            synonyms: Synonyms::new(&catalogue.corpus().glossary),
            facets: FacetIndexes::new(&doc_values, order),
            doc_freqs: (0..term_dict.len()).map(|term| postings.doc_freq(term)).collect(),
            shard_of: vec![0; term_dict.len()],
            shards: vec![Shard { terms: terms.collect(), postings: Some(postings) }],
            block_size: doc_values.len().max(1),
            hashes: Vec::new(),
            texts: keeps_texts.then_some((0, texts)).into_iter().collect(),
            decode_cache: DecodeCache::default(),
            doc_values,
            organisations,
            term_dict,
        }
    }

    /// Number of articles.
    pub fn len(&self) -> usize {
        self.doc_values.len()
    }

    /// Returns whether the index has no article.
    pub fn is_empty(&self) -> bool {
        self.doc_values.is_empty()
    }

    /// Returns the organisation that an article reports on. `None` for an unknown article number.
    pub fn organisation(&self, article: u32) -> Option<&OrganisationId> {
        let values = self.doc_values.get(article as usize)?;
        self.organisations.get(usize::from(values.organisation)).map(|names| &names.id)
    }

    /// Number of articles that contain a term.
    pub(super) fn doc_freq(&self, term: u32) -> usize {
        self.doc_freqs.get(term as usize).map_or(0, |doc_freq| *doc_freq as usize)
    }

    /// Returns the number of the shard of a term; `usize::MAX` for an unknown term.
    pub(super) fn shard_of(&self, term: u32) -> usize {
        self.shard_of.get(term as usize).map_or(usize::MAX, |shard| *shard as usize)
    }

    /// Terms of `terms` whose postings are not loaded.
    pub(super) fn without_postings<'w>(&'w self, terms: &'w [u32]) -> impl Iterator<Item = u32> + 'w {
        let is_loaded =
            |term: &u32| self.shards.get(self.shard_of(*term)).is_some_and(|s| s.postings.is_some());
        terms.iter().copied().filter(move |term| !is_loaded(term))
    }

    /// Returns the postings of a term's shard and the term's place in it. `None` if they are not loaded.
    fn postings_of(&self, term: u32) -> Option<(&Postings, usize)> {
        let shard = self.shards.get(self.shard_of(term))?;
        Some((shard.postings.as_ref()?, shard.terms.binary_search(&term).ok()?))
    }

    /// Returns the postings of a term in article order; empty if they are not loaded.
    pub(super) fn articles(&self, term: u32) -> Arc<[Posting]> {
        let Some((postings, nth)) = self.postings_of(term) else { return Arc::default() };
        self.decode_cache.articles(term, || postings.articles(nth))
    }

    /// Returns the positions of a term in each of its articles; empty if they are not loaded.
    pub(super) fn positions(&self, term: u32) -> Arc<Positions> {
        let Some((postings, nth)) = self.postings_of(term) else { return Arc::default() };
        self.decode_cache.positions(term, || postings.positions(nth))
    }

    /// Returns the texts of the block of an article and the article's place in the block. `None` if they are not
    /// loaded.
    pub(super) fn texts_of(&self, article: u32) -> Option<(&TokenizedTexts, usize)> {
        let article = article as usize;
        let block = article.checked_div(self.block_size)?;
        Some((self.texts.get(&block)?, article - block * self.block_size))
    }
}

/// Writes the postings of all terms, from the texts of all articles in order.
pub(super) fn write_postings<'t>(blocks: impl Iterator<Item = &'t TokenizedTexts>, terms: usize) -> Postings {
    let mut writer = PostingsWriter::new(terms);
    let articles = blocks.flat_map(|texts| texts.articles.iter().map(move |passages| (texts, passages)));
    for ((texts, passages), article) in articles.zip(0..) {
        let mut position = 0;
        for passage in passages.clone() {
            let (Some(span), Some(zone)) = (texts.spans.get(passage), texts.zones.get(passage).copied())
            else {
                continue;
            };
            for term in texts.tokens.get(span.clone()).unwrap_or_default() {
                if *term != SEPARATOR {
                    writer.add(*term, article, position, zone);
                }
                position += 1;
            }
            position += PASSAGE_GAP;
        }
    }
    writer.finish()
}
