//! Breakdown of the score of an article.

use super::bitset::BitSet;
use super::query::Query;
use super::rank::{RankedArticle, Ranking};

/// Parts of a score. Their sum is the score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreBreakdown {
    /// Shares of the clauses in query order.
    pub shares: Vec<ClauseShare>,
    /// Share of the places where the whole query occurs as a phrase.
    pub phrase: u32,
}

/// Share of one clause: *rarity × (zone × match kind + term frequency)*, at its best.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseShare {
    /// Clause as typed.
    pub typed: String,
    /// Rarity of the clause.
    pub rarity: u32,
    /// Weight of the heaviest zone where it occurs.
    pub zone: u32,
    /// Weight of the kind of match there.
    pub match_kind: u32,
    /// Capped number of occurrences there.
    pub term_freq: u32,
}

impl ClauseShare {
    /// Value of the share.
    pub const fn points(&self) -> u32 {
        self.rarity * (self.zone * self.match_kind + self.term_freq)
    }
}

impl ScoreBreakdown {
    /// Sum of all parts.
    pub fn points(&self) -> u32 {
        self.shares.iter().map(ClauseShare::points).sum::<u32>() + self.phrase
    }
}

/// Returns the breakdown for an article among the `matching` ones.
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
