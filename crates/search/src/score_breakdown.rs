//! What the score of an article is made of.

use super::bitset::BitSet;
use super::query::Query;
use super::rank::{RankedArticle, Ranking};

/// A score in its parts: the sum of the shares and of `phrase`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreBreakdown {
    /// Of each part of the query, in order.
    pub shares: Vec<ClauseShare>,
    /// For the places where the whole query stands.
    pub phrase: u32,
}

/// What a part of the query gives: *rarity × (zone × fit + times)*, where it stands best.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseShare {
    /// The part as typed.
    pub typed: String,
    /// How rare it is.
    pub rarity: u32,
    /// The weight of the heaviest zone where it stands.
    pub zone: u32,
    /// The weight of how the spelling there fits.
    pub match_kind: u32,
    /// How often it stands there, as far as that counts.
    pub term_freq: u32,
}

impl ClauseShare {
    /// What it comes to.
    pub const fn points(&self) -> u32 {
        self.rarity * (self.zone * self.match_kind + self.term_freq)
    }
}

impl ScoreBreakdown {
    /// The sum of all.
    pub fn points(&self) -> u32 {
        self.shares.iter().map(ClauseShare::points).sum::<u32>() + self.phrase
    }
}

/// The parts of the score of an article that a ranking has found among others.
pub(super) fn score_breakdown(
    query: &Query,
    ranking: &Ranking<'_>,
    matching: &BitSet,
    ranked: &RankedArticle,
) -> ScoreBreakdown {
    let share = |(nth, clause): (usize, &super::query::Clause)| {
        let best = ranking.best_scores(nth, matching);
        let score = best.get(ranked.article as usize).copied().unwrap_or_default();
        let (zone, match_kind, term_freq) = (score.zone, score.match_kind, score.term_freq);
        ClauseShare { typed: clause.typed.clone(), rarity: ranking.rarity(nth), zone, match_kind, term_freq }
    };
    ScoreBreakdown { shares: query.required.iter().enumerate().map(share).collect(), phrase: ranked.phrase }
}
