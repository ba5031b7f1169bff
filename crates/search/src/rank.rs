//! Ranking: which articles a plan finds, in which tier, with which score.
//!
//! The tier says how the words hang together; the score orders the articles of a tier. All arithmetic is in whole
//! numbers, so that the page and the build agree to the last place.
//!
//! First the lists of articles say which ones have every part of the query; only in those the places are looked at.

use super::at::At;
use super::bits::Bits;
use super::looked_up::LookedUp;
use super::passages::Zone;
use super::plan::{Plan, beginnings, terms};
use super::results::Tier;
use super::scene::{Scene, Scenes};
use super::sequence::{Taken, having_every_step, taken};
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
    /// What of the score is for places where the whole query stands.
    pub phrase: u32,
}

impl Ranked {
    /// An article that is not found by words.
    pub(super) const fn unranked(article: u32) -> Ranked {
        Ranked { article, tier: Tier::Unranked, score: 0, phrase: 0 }
    }
}

/// What a part of a query gives to the score of an article, before its rarity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Offer {
    /// The weight of the heaviest zone where it stands.
    pub zone: u32,
    /// The weight of how the spelling there fits.
    pub fit: u32,
    /// How often it stands there, as far as that counts.
    pub times: u32,
}

impl Offer {
    /// What it comes to.
    pub(super) const fn value(self) -> u32 {
        self.zone * self.fit + self.times
    }
}

/// The articles in which the excluded parts stand nowhere.
pub(super) fn without_excluded(looked_up: &LookedUp<'_>, plan: &Plan) -> Bits {
    let mut passes = Bits::all(looked_up.index.len());
    for way in plan.excluded.iter().flat_map(|slot| &slot.ways) {
        passes.leave_out(&taken(looked_up, plan, way).articles);
    }
    passes
}

/// Where each sequence of a plan stands.
pub(super) fn sequences(looked_up: &LookedUp<'_>, plan: &Plan) -> Vec<Taken> {
    plan.sequences.iter().map(|sequence| taken(looked_up, plan, &sequence.steps)).collect()
}

/// A plan held against the lists of its words.
pub(super) struct Ranking<'a> {
    looked_up: &'a LookedUp<'a>,
    plan: &'a Plan,
    sequences: &'a [Taken],
    /// For each part the articles that have it, alone or as part of a sequence.
    parts: Vec<Bits>,
}

impl<'a> Ranking<'a> {
    /// Of a plan whose sequences stand where `sequences` says.
    pub(super) fn new(looked_up: &'a LookedUp<'a>, plan: &'a Plan, sequences: &'a [Taken]) -> Self {
        let part = |(number, words): (usize, &Vec<(u32, _)>)| {
            let mut having = looked_up.having(words.iter().map(|(word, _)| *word));
            let giving = plan.sequences.iter().zip(sequences).filter(|(s, _)| s.gives >> number & 1 == 1);
            giving.for_each(|(_, taken)| having.join(&taken.articles));
            having
        };
        Ranking { looked_up, plan, sequences, parts: plan.terms.iter().enumerate().map(part).collect() }
    }

    /// Of some articles those that have every part of the query.
    pub(super) fn found(&self, passes: &Bits) -> Bits {
        let mut found = passes.clone();
        self.parts.iter().for_each(|part| found.meet(part));
        found
    }

    /// Tier and score of articles that [`Ranking::found`] gives, in order.
    pub(super) fn rank(&self, found: &Bits) -> Vec<Ranked> {
        let mut states = vec![State::default(); self.looked_up.index.len()];
        for part in 0..self.parts.len() {
            let best = self.best(part, found);
            let rarity = self.rarity(part);
            for (state, best) in states.iter_mut().zip(&best) {
                state.score += rarity * best.value();
            }
        }
        if self.parts.len() == 1 {
            self.single_part(found, &mut states);
        } else if !found.is_empty() {
            self.look_around(found, &mut states);
        }
        let ranked = |article: u32| {
            let State { tier, score, phrase, .. } = states.get(article as usize)?;
            Some(Ranked { article, tier: *tier, score: score + phrase, phrase: *phrase })
        };
        found.iter().filter_map(ranked).collect()
    }

    /// 2 for a part that every article has, and 1 more each time that it is in half as many.
    pub(super) fn rarity(&self, part: usize) -> u32 {
        let having = self.parts.get(part).map_or(0, Bits::count);
        2 + (self.looked_up.index.len() / having.max(1)).checked_ilog2().unwrap_or_default()
    }

    /// For each article what a part gives at best.
    pub(super) fn best(&self, part: usize, found: &Bits) -> Vec<Offer> {
        let mut best = vec![Offer::default(); self.looked_up.index.len()];
        let mut offer = |article: u32, offer: Offer| {
            if let Some(best) = best.get_mut(article as usize).filter(|best| best.value() < offer.value()) {
                *best = offer;
            }
        };
        for (word, fit) in self.plan.terms.get(part).into_iter().flatten() {
            let fit = WEIGHTS.fit(*fit);
            for posting in self.looked_up.articles(*word).iter().filter(|posting| found.has(posting.article))
            {
                let times = posting.times.min(WEIGHTS.times);
                offer(posting.article, Offer { zone: WEIGHTS.zones(posting.zones), fit, times });
            }
        }
        let giving = self.plan.sequences.iter().zip(self.sequences).filter(|(s, _)| s.gives >> part & 1 == 1);
        for (_, taken) in giving {
            for (zones, article) in taken.zones.iter().zip(0..).filter(|(zones, _)| **zones != 0) {
                offer(article, Offer { zone: WEIGHTS.zones(*zones), fit: WEIGHTS.at_least, times: 0 });
            }
        }
        best
    }

    /// Raises the tiers of articles in which the one part of the query stands; what [`Ranking::look_around`] does,
    /// without a look at each place.
    fn single_part(&self, found: &Bits, states: &mut [State]) {
        let mut raise = |article: u32, zones: u16, is_exact: bool| {
            if let Some(state) = states.get_mut(article as usize) {
                state.tier = tier(is_exact, zones & Zone::NAMES != 0).min(state.tier);
            }
        };
        for (word, _) in self.plan.terms.iter().flatten() {
            let is_exact = self.plan.exact_bits(*word) != 0;
            for posting in self.looked_up.articles(*word).iter().filter(|posting| found.has(posting.article))
            {
                raise(posting.article, posting.zones, is_exact);
            }
        }
        for taken in self.sequences {
            let having = taken.zones.iter().zip(0..).filter(|(zones, _)| **zones != 0);
            having.for_each(|(zones, article)| raise(article, *zones, true));
        }
    }

    /// Raises the tiers of articles in which the whole query stands in order, or all its parts near each other.
    fn look_around(&self, found: &Bits, states: &mut [State]) {
        let plan = self.plan;
        let words = words(plan);
        let begins: Vec<bool> = words.iter().map(|word| plan.begins(*word)).collect();
        let rarest = self.rarest_part();
        let is_rarest: Vec<bool> = words.iter().map(|word| rarest.binary_search(word).is_ok()).collect();
        let possible = self.having_phrase(found);
        let has_neighbours = plan.shortest_phrase() > 1;
        Scenes::new(self.looked_up, &words, found).for_each(|article, scene| {
            let Some(state) = states.get_mut(article as usize) else { return };
            let walk = Walk { stream: scene.row, plan };
            if possible.has(article) {
                state.raise_for_phrases(walk, scene, &begins, has_neighbours);
            }
            if state.tier == Tier::Scattered && are_near(walk, scene, &is_rarest) {
                state.tier = Tier::Near;
            }
        });
    }

    /// The articles that can have a phrase of the whole query: with a word for every step of some way through the slots.
    fn having_phrase(&self, found: &Bits) -> Bits {
        let mut possible = found.clone();
        for slot in &self.plan.slots {
            let mut any = Bits::none(self.looked_up.index.len());
            for way in &slot.ways {
                any.join(&having_every_step(self.looked_up, self.plan, way));
            }
            possible.meet(&any);
        }
        possible
    }

    /// The spellings that begin the slot whose beginnings stand in the fewest articles, in order.
    fn rarest_part(&self) -> Vec<u32> {
        let cost =
            |terms: &Vec<u32>| terms.iter().map(|term| self.looked_up.articles(*term).len()).sum::<usize>();
        let slots = self.plan.slots.iter().map(|slot| beginnings(self.plan, Some(slot)));
        slots.min_by_key(cost).unwrap_or_default()
    }
}

/// What is known of an article so far.
#[derive(Debug, Clone)]
struct State {
    tier: Tier,
    score: u32,
    phrase: u32,
    phrase_zones: u32,
}

impl Default for State {
    fn default() -> State {
        State { tier: Tier::Scattered, score: 0, phrase: 0, phrase_zones: 0 }
    }
}

impl State {
    fn raise_for_phrases(
        &mut self,
        walk: Walk<'_>,
        scene: &Scene<'_>,
        begins: &[bool],
        has_neighbours: bool,
    ) {
        let beginning = scene.words().filter(|(word, _)| begins.get(*word).copied().unwrap_or_default());
        // A phrase of more than one word goes on beside its first.
        let goes_on = |at: &&At| !has_neighbours || walk.has_word(at.place() + 1);
        for at in beginning.flat_map(|(_, places)| places).filter(goes_on) {
            let Some(found) = walk.phrase(at.place()) else { continue };
            let weight = WEIGHTS.zones(at.zone());
            let factor = if found.is_exact { WEIGHTS.exact_phrase } else { WEIGHTS.phrase };
            self.tier = tier(found.is_exact, at.zone() & Zone::NAMES != 0).min(self.tier);
            if self.phrase_zones < WEIGHTS.phrase_zones {
                self.phrase_zones += weight;
                self.phrase += weight * factor;
            }
        }
    }
}

/// Whether all parts stand near a place of the given part.
fn are_near(walk: Walk<'_>, scene: &Scene<'_>, is_given: &[bool]) -> bool {
    let reach = WEIGHTS.reach(walk.plan.terms.len());
    let given = scene.words().filter(|(word, _)| is_given.get(*word).copied().unwrap_or_default());
    given.flat_map(|(_, places)| places).any(|at| {
        let around = at.place().saturating_sub(reach)..at.place() + reach + 1;
        walk.bits_around(around) == walk.plan.all
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
