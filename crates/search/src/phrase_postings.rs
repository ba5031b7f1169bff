//! Postings of a phrase: the articles and zones in which its steps follow one another.

use std::sync::Arc;

use super::bitset::BitSet;
use super::plan::{QueryPlan, Step, step_terms};
use super::positions::{Position, Positions};
use super::postings::Posting;
use super::query_terms::QueryTerms;

/// Articles and zones of a phrase.
#[derive(Debug, Clone)]
pub(super) struct PhrasePostings {
    /// Articles that contain the phrase.
    pub articles: BitSet,
    /// Zone mask for each article of the index; 0 where the phrase does not occur.
    pub zones: Vec<u16>,
}

/// Returns the articles that have a term for every step. Reads no positions.
pub(super) fn articles_with_every_step(
    query_terms: &QueryTerms<'_>,
    plan: &QueryPlan,
    steps: &[Step],
) -> BitSet {
    let mut articles = BitSet::full(query_terms.index.len());
    steps
        .iter()
        .for_each(|step| articles.intersect_with(&query_terms.articles_with_any(step_terms(plan, step))));
    articles
}

/// Returns the articles and zones in which the steps follow one another.
pub(super) fn phrase_postings(
    query_terms: &QueryTerms<'_>,
    plan: &QueryPlan,
    steps: &[Step],
) -> PhrasePostings {
    let mut postings = PhrasePostings {
        articles: BitSet::empty(query_terms.index.len()),
        zones: vec![0; query_terms.index.len()],
    };
    let mut put = |article: u32, zones: u16| {
        if let Some(mask) = postings.zones.get_mut(article as usize).filter(|_| zones != 0) {
            *mask |= zones;
            postings.articles.insert(article);
        }
    };
    if let [step] = steps {
        for posting in step_terms(plan, step).flat_map(|term| query_terms.articles(term)) {
            put(posting.article, posting.zones);
        }
        return postings;
    }
    let mut cursors: Vec<Vec<PositionCursor<'_>>> = steps
        .iter()
        .map(|step| step_terms(plan, step).map(|term| PositionCursor::new(query_terms, term)).collect())
        .collect();
    let Some((first, rest)) = cursors.split_first_mut() else { return postings };
    let mut starts: Vec<Position> = Vec::new();
    for article in articles_with_every_step(query_terms, plan, steps).iter() {
        starts.clear();
        first.iter_mut().for_each(|cursor| starts.extend(cursor.positions_in(article)));
        for (step, terms) in rest.iter_mut().zip(1..) {
            let positions: Vec<&[Position]> =
                step.iter_mut().map(|cursor| cursor.positions_in(article)).collect();
            let continues =
                |start: &Position| positions.iter().any(|p| p.binary_search(&start.plus(terms)).is_ok());
            starts.retain(continues);
        }
        put(article, starts.iter().fold(0, |zones, position| zones | position.zone_bit()));
    }
    postings
}

/// Cursor over the postings of one term.
struct PositionCursor<'a> {
    left: &'a [Posting],
    positions: Arc<Positions>,
    posting: usize,
}

impl<'a> PositionCursor<'a> {
    fn new(query_terms: &'a QueryTerms<'_>, term: u32) -> PositionCursor<'a> {
        PositionCursor {
            left: query_terms.articles(term),
            positions: query_terms.index.positions(term),
            posting: 0,
        }
    }

    /// Returns the positions of the term in `article`. Articles must be asked for in ascending order.
    fn positions_in(&mut self, article: u32) -> &[Position] {
        while let Some((first, rest)) = self.left.split_first() {
            if first.article >= article {
                return if first.article == article { self.positions.of_posting(self.posting) } else { &[] };
            }
            (self.left, self.posting) = (rest, self.posting + 1);
        }
        &[]
    }
}
