//! Ranking: which articles a plan finds, in which tier, with which score.
//!
//! The tier says how the words hang together; the score orders the articles of a tier. All arithmetic is in whole
//! numbers, so that the page and the build agree to the last place.
//!
//! First the lists of articles say which ones can have every part of the query; only in those the places are looked at.

use super::looked_up::LookedUp;
use super::passages::Zone;
use super::places::{Places, Scene, having_every_step, terms, zones_of_steps};
use super::plan::{Plan, Sequence, Slot, Step};
use super::results::Tier;
use super::walk::Walk;
use super::weights::WEIGHTS;

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
pub(super) fn rank(looked_up: &LookedUp<'_>, plan: &Plan, passes: &[bool]) -> Vec<Ranked> {
    let mut ranking = Ranking::new(looked_up, plan, passes);
    ranking.score();
    if plan.terms.len() == 1 {
        ranking.single_part();
    } else {
        ranking.look_around();
    }
    let ranked = ranking.articles.into_iter().zip(0..).filter(|(state, _)| state.is_found);
    ranked.map(|(state, article)| Ranked { article, tier: state.tier, score: state.score }).collect()
}

/// How many articles [`rank`] would find.
pub(super) fn count(looked_up: &LookedUp<'_>, plan: &Plan, passes: &[bool]) -> usize {
    Ranking::new(looked_up, plan, passes).articles.iter().filter(|state| state.is_found).count()
}

/// The articles in which the excluded parts stand nowhere, in the order of the corpus.
pub(super) fn without_excluded(looked_up: &LookedUp<'_>, plan: &Plan) -> Vec<bool> {
    let mut passes = vec![true; looked_up.index.len()];
    for way in plan.excluded.iter().flat_map(|slot| &slot.ways) {
        for (passes, zones) in passes.iter_mut().zip(zones_of_steps(looked_up, plan, way)) {
            *passes &= zones == 0;
        }
    }
    passes
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

struct Ranking<'a> {
    looked_up: &'a LookedUp<'a>,
    plan: &'a Plan,
    articles: Vec<State>,
    /// For each sequence of the plan the zones in which every article has it.
    sequences: Vec<(&'a Sequence, Vec<u16>)>,
}

impl<'a> Ranking<'a> {
    /// Finds the articles that have all parts and pass.
    fn new(looked_up: &'a LookedUp<'a>, plan: &'a Plan, passes: &[bool]) -> Self {
        let state = State { bits: 0, is_found: false, tier: Tier::Scattered, score: 0, phrase_zones: 0 };
        let mut ranking =
            Ranking { looked_up, plan, articles: vec![state; looked_up.index.len()], sequences: Vec::new() };
        for (part, terms) in plan.terms.iter().enumerate() {
            for posting in terms.iter().flat_map(|(term, _)| looked_up.articles(*term)) {
                if let Some(state) = ranking.articles.get_mut(posting.article as usize) {
                    state.bits |= 1 << part;
                }
            }
        }
        for sequence in &plan.sequences {
            let zones = zones_of_steps(looked_up, plan, &sequence.steps);
            for (state, _) in ranking.articles.iter_mut().zip(&zones).filter(|(_, zones)| **zones != 0) {
                state.bits |= sequence.gives;
            }
            ranking.sequences.push((sequence, zones));
        }
        for (state, passes) in ranking.articles.iter_mut().zip(passes) {
            state.is_found = *passes && state.bits == plan.all;
        }
        ranking
    }

    fn score(&mut self) {
        let mut best = vec![0; self.articles.len()];
        for (part, terms) in self.plan.terms.iter().enumerate() {
            best.fill(0);
            let having = self.articles.iter().filter(|state| state.bits & 1 << part != 0).count();
            let mut offer = |article: usize, value: u32| {
                if let Some(best) = best.get_mut(article) {
                    *best = value.max(*best);
                }
            };
            for (term, fit) in terms {
                for posting in self.looked_up.articles(*term) {
                    let times = posting.times.min(WEIGHTS.times);
                    let value = WEIGHTS.zones(posting.zones) * WEIGHTS.fit(*fit) + times;
                    offer(posting.article as usize, value);
                }
            }
            for (_, all) in self.sequences.iter().filter(|(sequence, _)| sequence.gives & 1 << part != 0) {
                for (article, zones) in all.iter().enumerate().filter(|(_, zones)| **zones != 0) {
                    offer(article, WEIGHTS.zones(*zones) * WEIGHTS.at_least);
                }
            }
            // 2 for a word of every article, and 1 more each time that it is in half as many.
            let rarity = 2 + (self.articles.len() / having.max(1)).checked_ilog2().unwrap_or_default();
            for (state, best) in self.articles.iter_mut().zip(&best) {
                state.score += rarity * best;
            }
        }
    }

    /// Raises the tiers of articles in which the one part of the query stands; what [`Ranking::look_around`] does,
    /// without a look at each place.
    fn single_part(&mut self) {
        let raise = |state: &mut State, zones: u16, is_exact: bool| {
            state.tier = tier(is_exact, zones & Zone::NAMES != 0).min(state.tier);
        };
        for (term, _) in self.plan.terms.iter().flatten() {
            let is_exact = self.plan.exact_bits(*term) != 0;
            for posting in self.looked_up.articles(*term) {
                if let Some(state) = self.articles.get_mut(posting.article as usize) {
                    raise(state, posting.zones, is_exact);
                }
            }
        }
        for (_, all) in &self.sequences {
            for (state, zones) in self.articles.iter_mut().zip(all).filter(|(_, zones)| **zones != 0) {
                raise(state, *zones, true);
            }
        }
    }

    /// Raises the tiers of articles in which the whole query stands in order, or all its parts near each other.
    fn look_around(&mut self) {
        let (looked_up, plan) = (self.looked_up, self.plan);
        let (beginnings, phrases) = self.having_phrase();
        let rarest = rarest_part(looked_up, plan);
        let wanted: Vec<bool> = self.articles.iter().map(|state| state.is_found).collect();
        if !wanted.contains(&true) {
            return;
        }
        let articles = &mut self.articles;
        Places::new(looked_up, &words(plan), &wanted).for_each(|article, scene| {
            let Some(state) = articles.get_mut(article) else { return };
            let walk = Walk { stream: scene.row, plan };
            if phrases.get(article).is_some_and(|possible| *possible) {
                state.raise_for_phrases(walk, &scene, &beginnings);
            }
            if state.tier == Tier::Scattered && are_near(walk, &scene, &rarest) {
                state.tier = Tier::Near;
            }
        });
    }

    /// The spellings with which a phrase of the whole query can begin, and the articles that can have one: those
    /// with a word for every step of some way through the slots.
    fn having_phrase(&self) -> (Vec<u32>, Vec<bool>) {
        let first = self.plan.slots.first().into_iter().flat_map(|slot| &slot.ways);
        let mut beginnings: Vec<u32> =
            first.filter_map(|way| way.first()).flat_map(|step| terms(self.plan, step)).collect();
        beginnings.sort_unstable();
        beginnings.dedup();
        let mut possible = vec![true; self.articles.len()];
        for slot in &self.plan.slots {
            let ways = slot.ways.iter().map(|way| having_every_step(self.looked_up, self.plan, way));
            let any = ways.reduce(|mut any, way| {
                any.iter_mut().zip(way).for_each(|(any, way)| *any |= way);
                any
            });
            for (possible, any) in possible.iter_mut().zip(any.unwrap_or_default()) {
                *possible &= any;
            }
        }
        (beginnings, possible)
    }
}

impl State {
    fn raise_for_phrases(&mut self, walk: Walk<'_>, scene: &Scene<'_>, beginnings: &[u32]) {
        for (_, at) in scene.words.iter().filter(|(word, _)| beginnings.binary_search(word).is_ok()) {
            let Some(found) = walk.forwards(&walk.plan.slots, at.place as usize) else { continue };
            let zones = 1_u16 << at.zone;
            let weight = WEIGHTS.zones(zones);
            let factor = if found.is_exact { WEIGHTS.exact_phrase } else { WEIGHTS.phrase };
            self.tier = tier(found.is_exact, zones & Zone::NAMES != 0).min(self.tier);
            if self.phrase_zones < WEIGHTS.phrase_zones {
                self.phrase_zones += weight;
                self.score += weight * factor;
            }
        }
    }
}

/// Whether all parts stand near a place of the given part.
fn are_near(walk: Walk<'_>, scene: &Scene<'_>, part: &[u32]) -> bool {
    let reach = WEIGHTS.reach(walk.plan.terms.len());
    scene.words.iter().filter(|(word, _)| part.binary_search(word).is_ok()).any(|(_, at)| {
        let place = at.place as usize;
        let mut around = place.saturating_sub(reach)..place + reach + 1;
        around.try_fold(0, |bits, place| {
            let bits = bits | walk.bits(place);
            if bits == walk.plan.all { Err(()) } else { Ok(bits) }
        }) == Err(())
    })
}

/// The tier of a phrase.
const fn tier(is_exact: bool, is_in_name: bool) -> Tier {
    match (is_exact, is_in_name) {
        (true, true) => Tier::PhraseInName,
        (true, false) => Tier::Phrase,
        (false, _) => Tier::LoosePhrase,
    }
}

/// Every spelling of a plan, in order and once: what it looks for, and what it excludes.
pub(super) fn all_words(plan: &Plan) -> Vec<u32> {
    let excluded = plan.excluded.iter().flat_map(|slot| &slot.ways).flatten();
    let mut words = words(plan);
    words.extend(excluded.flat_map(|step| terms(plan, step)));
    words.sort_unstable();
    words.dedup();
    words
}

/// Every spelling of a plan that is looked for, in order and once.
fn words(plan: &Plan) -> Vec<u32> {
    let steps = plan.sequences.iter().flat_map(|sequence| &sequence.steps);
    let typed = plan.terms.iter().flatten().map(|(term, _)| *term);
    let mut words: Vec<u32> = typed.chain(steps.flat_map(|step| terms(plan, step))).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The spellings that begin the slot whose beginnings stand in the fewest articles, in order.
fn rarest_part(looked_up: &LookedUp<'_>, plan: &Plan) -> Vec<u32> {
    let beginnings = |slot: &Slot| -> Vec<u32> {
        let first: Vec<&Step> = slot.ways.iter().filter_map(|way| way.first()).collect();
        first.into_iter().flat_map(|step| terms(plan, step)).collect()
    };
    let cost = |terms: &Vec<u32>| terms.iter().map(|term| looked_up.articles(*term).len()).sum::<usize>();
    let mut rarest = plan.slots.iter().map(beginnings).min_by_key(cost).unwrap_or_default();
    rarest.sort_unstable();
    rarest
}
