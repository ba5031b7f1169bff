//! What the score of an article is made of.

use super::bits::Bits;
use super::query::Query;
use super::rank::{Ranked, Ranking};

/// A score in its parts: the sum of the shares and of `phrase`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// Of each part of the query, in order.
    pub shares: Vec<Share>,
    /// For the places where the whole query stands.
    pub phrase: u32,
}

/// What a part of the query gives: *rarity × (zone × fit + times)*, where it stands best.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The part as typed.
    pub typed: String,
    /// How rare it is.
    pub rarity: u32,
    /// The weight of the heaviest zone where it stands.
    pub zone: u32,
    /// The weight of how the spelling there fits.
    pub fit: u32,
    /// How often it stands there, as far as that counts.
    pub times: u32,
}

impl Share {
    /// What it comes to.
    pub const fn points(&self) -> u32 {
        self.rarity * (self.zone * self.fit + self.times)
    }
}

impl Score {
    /// The sum of all.
    pub fn points(&self) -> u32 {
        self.shares.iter().map(Share::points).sum::<u32>() + self.phrase
    }
}

/// The parts of the score of an article that a ranking has found among others.
pub(super) fn score(query: &Query, ranking: &Ranking<'_>, found: &Bits, ranked: &Ranked) -> Score {
    let share = |(number, part): (usize, &super::query::Part)| {
        let best = ranking.best(number, found);
        let offer = best.get(ranked.article as usize).copied().unwrap_or_default();
        let (zone, fit, times) = (offer.zone, offer.fit, offer.times);
        Share { typed: part.typed.clone(), rarity: ranking.rarity(number), zone, fit, times }
    };
    Score { shares: query.required.iter().enumerate().map(share).collect(), phrase: ranked.phrase }
}
