//! Ranking: the articles that match a plan, with tier and score.
//!
//! The tier says how the words stand together; the score orders the articles within a tier. All arithmetic is integer
//! arithmetic, so that browser and builder agree exactly.
//!
//! Article lists decide first which articles satisfy all clauses; positions are read for those only.

use thidua_core::collections::sort_and_dedup;

use super::bitset::BitSet;
use super::passages::Zone;
use super::phrase_matcher::PhraseMatcher;
use super::phrase_postings::{PhrasePostings, articles_with_every_step, phrase_postings};
use super::plan::{QueryPlan, first_terms, step_terms};
use super::positions::Position;
use super::proximity::{ArticleWindow, ProximityScan};
use super::query_terms::QueryTerms;
use super::results::MatchTier;
use super::weights::WEIGHTS;

/// A matching article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RankedArticle {
    /// Article number.
    pub article: u32,
    /// Match quality.
    pub tier: MatchTier,
    /// Score within the tier.
    pub score: u32,
    /// Part of the score that occurrences of the whole query contribute.
    pub phrase: u32,
}

impl RankedArticle {
    /// Creates an entry for an article that was not matched by words.
    pub(super) const fn unranked(article: u32) -> RankedArticle {
        RankedArticle { article, tier: MatchTier::Unranked, score: 0, phrase: 0 }
    }
}

/// Contribution of a clause to the score of an article, not yet multiplied by its rarity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct ClauseScore {
    /// Weight of the heaviest zone where the clause occurs.
    pub zone: u32,
    /// Weight of the kind of match there.
    pub match_kind: u32,
    /// Capped number of occurrences there.
    pub term_freq: u32,
}

impl ClauseScore {
    /// Value of the contribution.
    pub(super) const fn value(self) -> u32 {
        self.zone * self.match_kind + self.term_freq
    }
}

/// Returns the articles that contain no excluded clause.
pub(super) fn without_excluded(query_terms: &QueryTerms<'_>, plan: &QueryPlan) -> BitSet {
    let mut candidates = BitSet::full(query_terms.index.len());
    for alternative in plan.excluded.iter().flat_map(|slot| &slot.alternatives) {
        candidates.difference_with(&phrase_postings(query_terms, plan, alternative).articles);
    }
    candidates
}

/// Postings of every phrase of a plan.
pub(super) fn all_phrase_postings(query_terms: &QueryTerms<'_>, plan: &QueryPlan) -> Vec<PhrasePostings> {
    plan.phrases.iter().map(|phrase| phrase_postings(query_terms, plan, &phrase.steps)).collect()
}

/// A plan combined with the postings of its terms.
pub(super) struct Ranking<'a> {
    query_terms: &'a QueryTerms<'a>,
    plan: &'a QueryPlan,
    phrases: &'a [PhrasePostings],
    /// For each clause, the articles that contain it, alone or as part of a phrase.
    clauses: Vec<BitSet>,
}

impl<'a> Ranking<'a> {
    /// Prepares the ranking. `phrases` are the postings of the plan's phrases.
    pub(super) fn new(
        query_terms: &'a QueryTerms<'a>,
        plan: &'a QueryPlan,
        phrases: &'a [PhrasePostings],
    ) -> Self {
        let clause = |(number, terms): (usize, &Vec<(u32, _)>)| {
            let mut articles = query_terms.articles_with_any(terms.iter().map(|(term, _)| *term));
            let satisfying =
                plan.phrases.iter().zip(phrases).filter(|(phrase, _)| phrase.clauses >> number & 1 == 1);
            satisfying.for_each(|(_, postings)| articles.union_with(&postings.articles));
            for year in plan.years.iter().filter(|year| year.clause as usize == number) {
                articles.union_with(&year.covering);
                articles.union_with(&year.published);
            }
            articles
        };
        Ranking {
            query_terms,
            plan,
            phrases,
            clauses: plan.clause_terms.iter().enumerate().map(clause).collect(),
        }
    }

    /// Returns the articles of `candidates` that match every clause but the optional ones.
    pub(super) fn matching(&self, candidates: &BitSet) -> BitSet {
        let mut found = candidates.clone();
        let clauses = self.clauses.iter().enumerate();
        clauses
            .filter(|(number, _)| self.plan.optional >> number & 1 == 0)
            .for_each(|(_, clause)| found.intersect_with(clause));
        found
    }

    /// Tier and score of the articles that [`Ranking::matching`] returned, in article order.
    pub(super) fn rank(&self, found: &BitSet) -> Vec<RankedArticle> {
        let mut states = vec![ArticleState::default(); self.query_terms.index.len()];
        for clause in 0..self.clauses.len() {
            let best = self.best_scores(clause, found);
            let rarity = self.rarity(clause);
            for (state, best) in states.iter_mut().zip(&best) {
                state.score += rarity * best.value();
            }
        }
        if self.clauses.len() == 1 {
            self.rank_single_clause(found, &mut states);
        } else if !found.is_empty() {
            self.score_proximity(found, &mut states);
        }
        let ranked = |article: u32| {
            let ArticleState { tier, score, phrase, .. } = states.get(article as usize)?;
            Some(RankedArticle { article, tier: *tier, score: score + phrase, phrase: *phrase })
        };
        found.iter().filter_map(ranked).collect()
    }

    /// Rarity of a clause: 2 if every article has it, plus 1 for each halving of its articles.
    pub(super) fn rarity(&self, clause: usize) -> u32 {
        let articles = self.clauses.get(clause).map_or(0, BitSet::count);
        2 + (self.query_terms.index.len() / articles.max(1)).checked_ilog2().unwrap_or_default()
    }

    /// Best contribution of a clause for each article.
    pub(super) fn best_scores(&self, clause: usize, found: &BitSet) -> Vec<ClauseScore> {
        let mut best = vec![ClauseScore::default(); self.query_terms.index.len()];
        let mut keep_best = |article: u32, score: ClauseScore| {
            if let Some(best) = best.get_mut(article as usize).filter(|best| best.value() < score.value()) {
                *best = score;
            }
        };
        for (term, match_kind) in self.plan.clause_terms.get(clause).into_iter().flatten() {
            let match_kind = WEIGHTS.match_kind(*match_kind);
            for posting in
                self.query_terms.articles(*term).iter().filter(|posting| found.contains(posting.article))
            {
                let term_freq = posting.term_freq.min(WEIGHTS.max_term_freq);
                keep_best(
                    posting.article,
                    ClauseScore { zone: WEIGHTS.best_zone(posting.zones), match_kind, term_freq },
                );
            }
        }
        let satisfying = self
            .plan
            .phrases
            .iter()
            .zip(self.phrases)
            .filter(|(phrase, _)| phrase.clauses >> clause & 1 == 1);
        for (_, postings) in satisfying {
            for (zones, article) in postings.zones.iter().zip(0..).filter(|(zones, _)| **zones != 0) {
                keep_best(
                    article,
                    ClauseScore {
                        zone: WEIGHTS.best_zone(*zones),
                        // The weight of another form of an abbreviation, which most phrases are; quoted phrases get the same.
                        match_kind: WEIGHTS.more_marks,
                        term_freq: 0,
                    },
                );
            }
        }
        for year in self.plan.years.iter().filter(|year| year.clause as usize == clause) {
            for (articles, zone) in [(&year.covering, Zone::Organisation), (&year.published, Zone::Digest)] {
                let score = ClauseScore { zone: WEIGHTS.zone(zone), match_kind: WEIGHTS.exact, term_freq: 0 };
                articles.iter().for_each(|article| keep_best(article, score));
            }
        }
        best
    }

    /// Sets the tiers for a query of one clause: the same tiers as [`Ranking::score_proximity`], without reading positions.
    /// Adds no points for phrases: here a phrase is an occurrence of the clause, and its score counts those already.
    fn rank_single_clause(&self, found: &BitSet, states: &mut [ArticleState]) {
        let mut raise_tier = |article: u32, zones: u16, is_exact: bool| {
            if let Some(state) = states.get_mut(article as usize) {
                // The least tier is the best.
                state.tier = tier(is_exact, zones & Zone::NAMES != 0).min(state.tier);
            }
        };
        for (term, _) in self.plan.clause_terms.iter().flatten() {
            let is_exact = self.plan.exact_clause_mask(*term) != 0;
            for posting in
                self.query_terms.articles(*term).iter().filter(|posting| found.contains(posting.article))
            {
                raise_tier(posting.article, posting.zones, is_exact);
            }
        }
        for postings in self.phrases {
            let articles = postings.zones.iter().zip(0..).filter(|(zones, _)| **zones != 0);
            articles.for_each(|(zones, article)| raise_tier(article, *zones, true));
        }
        for articles in self.plan.years.iter().flat_map(|year| [&year.covering, &year.published]) {
            articles.iter().for_each(|article| raise_tier(article, 0, true));
        }
    }

    /// Sets the tier of each article by how its words stand together, and adds points for every place where the whole query
    /// occurs as a phrase.
    fn score_proximity(&self, found: &BitSet, states: &mut [ArticleState]) {
        let plan = self.plan;
        if plan.phrase_clauses() == 0 {
            // A year alone, with words that need not occur.
            states.iter_mut().for_each(|state| state.tier = MatchTier::LoosePhrase);
        }
        let terms = wanted_terms(plan);
        let can_start: Vec<bool> = terms.iter().map(|term| plan.can_start_phrase(*term)).collect();
        let rarest = self.rarest_terms();
        let is_rarest: Vec<bool> = terms.iter().map(|term| rarest.binary_search(term).is_ok()).collect();
        let phrase_articles = self.phrase_candidates(found);
        let has_neighbours = plan.min_phrase_len() > 1;
        ProximityScan::new(self.query_terms, &terms, found).for_each(|article, window| {
            let Some(state) = states.get_mut(article as usize) else { return };
            let matcher = PhraseMatcher { tokens: window.tokens, plan };
            if phrase_articles.contains(article) {
                state.raise_for_phrases(matcher, window, &can_start, has_neighbours);
            }
            if state.tier == MatchTier::Scattered && are_near(matcher, window, &is_rarest) {
                state.tier = MatchTier::Near;
            }
        });
    }

    /// Returns the articles that may contain the whole query as a phrase: those with, for each slot, at least one alternative
    /// all of whose steps occur in the article.
    fn phrase_candidates(&self, found: &BitSet) -> BitSet {
        let mut phrase_articles = found.clone();
        for slot in &self.plan.slots {
            let mut any = BitSet::empty(self.query_terms.index.len());
            for alternative in &slot.alternatives {
                any.union_with(&articles_with_every_step(self.query_terms, self.plan, alternative));
            }
            phrase_articles.intersect_with(&any);
        }
        phrase_articles
    }

    /// First terms of the rarest slot, ascending: the slot whose first terms occur in the fewest articles.
    fn rarest_terms(&self) -> Vec<u32> {
        let cost =
            |terms: &Vec<u32>| terms.iter().map(|term| self.query_terms.articles(*term).len()).sum::<usize>();
        let must_occur = self.plan.slots.iter().filter(|slot| !slot.can_be_skipped());
        let slots = must_occur.map(|slot| first_terms(self.plan, Some(slot)));
        slots.min_by_key(cost).unwrap_or_default()
    }
}

/// Ranking state of one article.
#[derive(Debug, Clone)]
struct ArticleState {
    tier: MatchTier,
    score: u32,
    phrase: u32,
    phrase_zones: u32,
}

impl Default for ArticleState {
    fn default() -> ArticleState {
        ArticleState { tier: MatchTier::Scattered, score: 0, phrase: 0, phrase_zones: 0 }
    }
}

impl ArticleState {
    fn raise_for_phrases(
        &mut self,
        matcher: PhraseMatcher<'_>,
        window: &ArticleWindow<'_>,
        can_start: &[bool],
        has_neighbours: bool,
    ) {
        let starting = window.terms().filter(|(term, _)| can_start.get(*term).copied().unwrap_or_default());
        // A phrase of several words needs a term right after the first.
        let continues = |position: &&Position| !has_neighbours || matcher.has_term(position.offset() + 1);
        for position in starting.flat_map(|(_, positions)| positions).filter(continues) {
            let Some(found) = matcher.match_query(position.offset()) else { continue };
            let weight = WEIGHTS.best_zone(position.zone_bit());
            let is_typed = found.is_whole && found.is_exact;
            let factor = if is_typed { WEIGHTS.exact_phrase } else { WEIGHTS.phrase };
            // A phrase that lacks a question word or a year is not the typed one.
            let tier = match found.is_whole {
                true => tier(found.is_exact, position.zone_bit() & Zone::NAMES != 0),
                false => MatchTier::Near,
            };
            // The least tier is the best.
            self.tier = tier.min(self.tier);
            if self.phrase_zones < WEIGHTS.max_phrase_zones {
                self.phrase_zones += weight;
                self.phrase += weight * factor;
            }
        }
    }
}

/// Returns whether all clauses occur near an occurrence of an anchor term.
fn are_near(matcher: PhraseMatcher<'_>, window: &ArticleWindow<'_>, is_anchor: &[bool]) -> bool {
    let reach = WEIGHTS.reach(matcher.plan.clause_terms.len());
    let anchors = window.terms().filter(|(term, _)| is_anchor.get(*term).copied().unwrap_or_default());
    anchors.flat_map(|(_, positions)| positions).any(|position| {
        let around = position.offset().saturating_sub(reach)..position.offset() + reach + 1;
        let wanted = matcher.plan.phrase_clauses();
        matcher.clauses_in(around) & wanted == wanted
    })
}

/// Tier of a phrase match.
const fn tier(is_exact: bool, is_in_name: bool) -> MatchTier {
    match (is_exact, is_in_name) {
        (true, true) => MatchTier::PhraseInName,
        (true, false) => MatchTier::Phrase,
        (false, _) => MatchTier::LoosePhrase,
    }
}

/// All terms of a plan, ascending and without duplicates: required and excluded ones.
pub(super) fn all_terms(plan: &QueryPlan) -> Vec<u32> {
    let excluded = plan.excluded.iter().flat_map(|slot| &slot.alternatives).flatten();
    let mut terms = wanted_terms(plan);
    terms.extend(excluded.flat_map(|step| step_terms(plan, step)));
    sort_and_dedup(&mut terms);
    terms
}

/// Required terms of a plan, ascending and without duplicates.
fn wanted_terms(plan: &QueryPlan) -> Vec<u32> {
    let steps = plan.phrases.iter().flat_map(|phrase| &phrase.steps);
    let typed = plan.clause_terms.iter().flatten().map(|(term, _)| *term);
    let mut terms: Vec<u32> = typed.chain(steps.flat_map(|step| step_terms(plan, step))).collect();
    sort_and_dedup(&mut terms);
    terms
}
