//! Ranking: which articles a plan finds, in which tier, with which score.
//!
//! The tier says how the words hang together; the score orders the articles of a tier. All arithmetic is in whole
//! numbers, so that the page and the build agree to the last place.

use super::find::{count_places, find, for_each_place};
use super::index::Index;
use super::passages::Zone;
use super::plan::{Plan, Sequence, Slot, Step};
use super::results::Tier;
use super::walk::{Found, Walk};
use super::weights::WEIGHTS;
use crate::order::sort_by_key;

/// An article found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ranked {
    /// Its place in the corpus.
    pub article: u32,
    /// How the words hang together.
    pub tier: Tier,
    /// The score within the tier.
    pub score: u32,
}

/// The articles that have every part of the query and none of what it excludes, in the order of the corpus.
pub(super) fn rank(index: &Index, plan: &Plan, passes: &[bool]) -> Vec<Ranked> {
    let mut ranking = Ranking::new(index, plan);
    ranking.keep(passes);
    ranking.score();
    if plan.terms.len() == 1 {
        ranking.single_part();
    } else {
        ranking.phrases();
        ranking.neighbours();
    }
    let ranked = ranking.articles.into_iter().zip(0..).filter(|(state, _)| state.is_found);
    ranked.map(|(state, article)| Ranked { article, tier: state.tier, score: state.score }).collect()
}

/// How many articles [`rank`] would find.
pub(super) fn count(index: &Index, plan: &Plan, passes: &[bool]) -> usize {
    let mut ranking = Ranking::new(index, plan);
    ranking.keep(passes);
    ranking.articles.iter().filter(|state| state.is_found).count()
}

/// The articles in which the excluded parts stand nowhere, in the order of the corpus.
pub(super) fn without_excluded(index: &Index, plan: &Plan) -> Vec<bool> {
    let mut passes = vec![true; index.documents.len()];
    for slot in &plan.excluded {
        find(index, plan, std::slice::from_ref(slot), |found| {
            for article in articles_at(index, found.places.start) {
                if let Some(passes) = passes.get_mut(*article as usize) {
                    *passes = false;
                }
            }
        });
    }
    passes
}

fn articles_at(index: &Index, place: usize) -> &[u32] {
    let passage = index.passage_at.get(place).and_then(|number| index.passages.get(*number as usize));
    passage.map_or(&[], |passage| &passage.articles)
}

fn zone_at(index: &Index, place: usize) -> Option<Zone> {
    let passage = index.passage_at.get(place).and_then(|number| index.passages.get(*number as usize));
    passage.map(|passage| passage.zone)
}

/// What is known of an article so far.
#[derive(Debug, Clone)]
struct State {
    bits: u64,
    is_found: bool,
    tier: Tier,
    score: u32,
    phrase_zones: u32,
}

/// An article with a sequence, and the zones where it stands.
struct SequenceAt {
    article: u32,
    zones: u16,
}

struct Ranking<'a> {
    index: &'a Index,
    plan: &'a Plan,
    articles: Vec<State>,
    /// For each sequence of the plan the articles that have it.
    sequences: Vec<(&'a Sequence, Vec<SequenceAt>)>,
}

impl<'a> Ranking<'a> {
    fn new(index: &'a Index, plan: &'a Plan) -> Self {
        let state = State { bits: 0, is_found: false, tier: Tier::Scattered, score: 0, phrase_zones: 0 };
        let mut ranking =
            Ranking { index, plan, articles: vec![state; index.documents.len()], sequences: Vec::new() };
        for (part, terms) in plan.terms.iter().enumerate() {
            for posting in terms.iter().flat_map(|(term, _)| index.postings.get(*term)) {
                if let Some(state) = ranking.articles.get_mut(posting.article as usize) {
                    state.bits |= 1 << part;
                }
            }
        }
        for sequence in &plan.sequences {
            let at = sequence_articles(index, plan, sequence);
            for SequenceAt { article, .. } in &at {
                if let Some(state) = ranking.articles.get_mut(*article as usize) {
                    state.bits |= sequence.gives;
                }
            }
            ranking.sequences.push((sequence, at));
        }
        ranking
    }

    /// Keeps the articles that have all parts and pass.
    fn keep(&mut self, passes: &[bool]) {
        for (state, passes) in self.articles.iter_mut().zip(passes) {
            state.is_found = *passes && state.bits == self.plan.all;
        }
    }

    fn score(&mut self) {
        let mut best = vec![0; self.articles.len()];
        for (part, terms) in self.plan.terms.iter().enumerate() {
            best.fill(0);
            let having = self.articles.iter().filter(|state| state.bits & 1 << part != 0).count();
            let mut offer = |article: u32, value: u32| {
                if let Some(best) = best.get_mut(article as usize) {
                    *best = value.max(*best);
                }
            };
            for (term, fit) in terms {
                for posting in self.index.postings.get(*term) {
                    let passages = u32::from(posting.passages).min(WEIGHTS.passages);
                    offer(posting.article, WEIGHTS.zones(posting.zones) * WEIGHTS.fit(*fit) + passages);
                }
            }
            for (sequence, at) in &self.sequences {
                for SequenceAt { article, zones } in at.iter().filter(|_| sequence.gives & 1 << part != 0) {
                    offer(*article, WEIGHTS.zones(*zones) * WEIGHTS.at_least);
                }
            }
            // 2 for a word of every article, and 1 more each time that it is in half as many.
            let rarity = 2 + (self.articles.len() / having.max(1)).checked_ilog2().unwrap_or_default();
            for (state, best) in self.articles.iter_mut().zip(&best) {
                state.score += rarity * best;
            }
        }
    }

    /// Raises the tiers of articles in which the one part of the query stands; what [`Ranking::phrases`] does,
    /// without a look at each place.
    fn single_part(&mut self) {
        let terms = self.plan.terms.iter().flatten();
        let words = terms.flat_map(|(term, _)| {
            let is_exact = self.plan.exact_bits(*term) != 0;
            self.index.postings.get(*term).iter().map(move |at| (at.article, at.zones, is_exact))
        });
        let sequences = self.sequences.iter().flat_map(|(_, at)| at);
        for (article, zones, is_exact) in words.chain(sequences.map(|at| (at.article, at.zones, true))) {
            if let Some(state) = self.articles.get_mut(article as usize) {
                state.tier = tier(is_exact, zones & Zone::NAMES != 0).min(state.tier);
            }
        }
    }

    /// Raises the tiers of articles in which the whole query stands in order.
    fn phrases(&mut self) {
        let (index, plan, articles) = (self.index, self.plan, &mut self.articles);
        find(index, plan, &plan.slots, |Found { places, is_exact }| {
            let Some(zone) = zone_at(index, places.start) else { return };
            let tier = tier(is_exact, zone.bit() & Zone::NAMES != 0);
            let weight = WEIGHTS.zone(zone);
            let factor = if is_exact { WEIGHTS.exact_phrase } else { WEIGHTS.phrase };
            for article in articles_at(index, places.start) {
                let Some(state) = articles.get_mut(*article as usize).filter(|state| state.is_found) else {
                    continue;
                };
                state.tier = tier.min(state.tier);
                if state.phrase_zones < WEIGHTS.phrase_zones {
                    state.phrase_zones += weight;
                    state.score += weight * factor;
                }
            }
        });
    }

    /// Raises the tiers of articles in which all parts stand near each other: looks around each place of the part
    /// with the fewest.
    fn neighbours(&mut self) {
        let (index, plan) = (self.index, self.plan);
        let is_wanted = |state: &State| state.is_found && state.tier == Tier::Scattered;
        if !self.articles.iter().any(is_wanted) {
            return;
        }
        let reach = plan.terms.len() + WEIGHTS.near;
        let walk = Walk { stream: &index.stream, plan };
        let Some(steps) = rarest_part(index, plan) else { return };
        let articles = &mut self.articles;
        for step in &steps {
            for_each_place(index, plan, step, |place| {
                let number = index.passage_at.get(place);
                let wanted = articles_at(index, place)
                    .iter()
                    .any(|article| articles.get(*article as usize).is_some_and(is_wanted));
                let Some(span) = number.and_then(|n| index.spans.get(*n as usize)).filter(|_| wanted) else {
                    return;
                };
                let around = place.saturating_sub(reach).max(span.start)..(place + reach + 1).min(span.end);
                if around.fold(0, |bits, place| bits | walk.bits(place)) == plan.all {
                    for article in articles_at(index, place) {
                        if let Some(state) =
                            articles.get_mut(*article as usize).filter(|state| is_wanted(state))
                        {
                            state.tier = Tier::Near;
                        }
                    }
                }
            });
        }
    }
}

/// The tier of a phrase.
const fn tier(is_exact: bool, is_in_name: bool) -> Tier {
    match (is_exact, is_in_name) {
        (true, true) => Tier::PhraseInName,
        (true, false) => Tier::Phrase,
        (false, _) => Tier::LoosePhrase,
    }
}

fn sequence_articles(index: &Index, plan: &Plan, sequence: &Sequence) -> Vec<SequenceAt> {
    let mut at: Vec<SequenceAt> = Vec::new();
    if let [Step::Terms(terms)] = sequence.steps.as_slice() {
        let postings = terms.iter().flat_map(|term| index.postings.get(*term));
        at.extend(postings.map(|posting| SequenceAt { article: posting.article, zones: posting.zones }));
    } else {
        let slot = Slot { ways: vec![sequence.steps.clone()] };
        find(index, plan, std::slice::from_ref(&slot), |found| {
            let zones = zone_at(index, found.places.start).map_or(0, Zone::bit);
            let articles = articles_at(index, found.places.start);
            at.extend(articles.iter().map(|article| SequenceAt { article: *article, zones }));
        });
    }
    sort_by_key(&mut at, |at| at.article);
    at.dedup_by(|next, first| {
        let same = next.article == first.article;
        first.zones |= if same { next.zones } else { 0 };
        same
    });
    at
}

/// The ways to begin the slot with the fewest places: its first steps.
fn rarest_part(index: &Index, plan: &Plan) -> Option<Vec<Step>> {
    let beginnings = plan
        .slots
        .iter()
        .map(|slot| -> Vec<Step> { slot.ways.iter().filter_map(|way| way.first()).cloned().collect() });
    beginnings.min_by_key(|steps| steps.iter().map(|step| count_places(index, plan, step)).sum::<usize>())
}
