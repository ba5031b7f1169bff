//! Words one after the other: in which articles some steps are taken, and in which zones.

use std::sync::Arc;

use super::bitset::BitSet;
use super::plan::{QueryPlan, Step, step_terms};
use super::positions::{Position, Positions};
use super::postings::Posting;
use super::query_terms::QueryTerms;

/// Where the steps are taken.
#[derive(Debug, Clone)]
pub(super) struct PhrasePostings {
    /// The articles.
    pub articles: BitSet,
    /// For each article of the collection the zones; 0 where they are not taken.
    pub zones: Vec<u16>,
}

/// The articles that have a word for every step: all that can be said without looking at places.
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

/// Where the steps are taken one after the other.
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

/// The lists of a word, read from article to article.
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

    /// The places in an article that is behind the last one.
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
