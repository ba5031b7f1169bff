//! Table of all figures with the values by which they are filtered, as numbers.
//!
//! Fifty thousand rows are filtered in milliseconds. Where a corpus is too large to be loaded whole, the table is a
//! small file of its own. Units, organisations and campaigns are given by their indexes in the corpus.

use std::collections::BTreeSet;

use super::jagged_vec::JaggedVec;
use super::{Catalogue, FigureRef};
use crate::collections::{collect_set, to_u32};
use crate::domain::{Article, Comparator, Decimal, Figure, Level, Role};

/// Most years of a period that are listed one by one. No article prints a longer period, but a corpus may hold one.
const MOST_YEARS: usize = 200;

/// Position of a figure in a corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigurePosition {
    /// Index of its article.
    pub article: u32,
    /// Index of the figure among those of the article.
    pub nth: u32,
}

/// A figure without its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureRow {
    /// Position in the corpus.
    pub position: FigurePosition,
    /// Index of the unit.
    pub unit: u32,
    /// Role in the campaign.
    pub role: Role,
    /// Levels that recognised it: a bit for each of [`Level::ALL`].
    pub levels: u32,
    /// Index of the organisation whose figure it is.
    pub organisation: u32,
    /// Rank of its value among the values of its unit, from 0 for the smallest; equal values have one rank. Ranks of different
    /// units cannot be compared.
    pub value_rank: u32,
}

/// All figures of a corpus, in the order of the document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FigureTable {
    figures: Vec<FigureRow>,
    campaigns: JaggedVec<u32>,
    years: JaggedVec<u16>,
    articles: Vec<ArticleRow>,
}

/// An article of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ArticleRow {
    /// Number of its first row.
    first: u32,
    /// Index of the organisation that it is about, or [`u32::MAX`].
    organisation: u32,
    is_verified: bool,
}

impl FigureTable {
    /// Builds the table of a catalogue. `is_verified` returns whether every figure of an article was found in its
    /// source text. Figures that refer to an unknown unit or organisation are left out; a validated corpus has none.
    pub fn of(catalogue: &Catalogue, is_verified: &dyn Fn(&Article) -> bool) -> FigureTable {
        let mut table = FigureTable::default();
        let ranks = values_by_unit(catalogue);
        for article in catalogue.articles() {
            // No index, rather than that of another organisation.
            let organisation = catalogue.organisation_index(&article.organisation);
            let organisation = organisation.map_or(u32::MAX, to_u32);
            table.begin_article(organisation, is_verified(article));
            for (figure, nth) in article.figures.iter().zip(0..) {
                let found = FigureRef { article, figure };
                let unit = catalogue.unit_index(&figure.unit);
                let organisation = catalogue.organisation_index(found.organisation());
                let (Some(unit), Some(organisation)) = (unit, organisation) else { continue };
                let campaigns = collect_set(found.campaigns().filter_map(|id| catalogue.campaign_index(id)));
                let years = found.when().into_iter().flat_map(|when| when.years().take(MOST_YEARS));
                let value = ranks.get(unit).and_then(|values| values.binary_search(&sort_value(figure)).ok());
                let row = FigureRow {
                    position: table.next_position(nth),
                    unit: to_u32(unit),
                    role: figure.role,
                    levels: level_bits(&figure.levels),
                    organisation: to_u32(organisation),
                    value_rank: value.map_or(u32::MAX, to_u32),
                };
                table.push(row, campaigns.into_iter().map(to_u32), years);
            }
        }
        table
    }

    /// Begins the next article, which is about the organisation with this index.
    pub fn begin_article(&mut self, organisation: u32, is_verified: bool) {
        self.articles.push(ArticleRow { first: to_u32(self.figures.len()), organisation, is_verified });
    }

    /// Position of a figure of the article that was begun last, by its index there.
    pub fn next_position(&self, nth: u32) -> FigurePosition {
        FigurePosition { article: to_u32(self.articles.len()).saturating_sub(1), nth }
    }

    /// Adds a figure of the article that was begun last, with the indexes of its campaigns and the years that its period touches.
    pub fn push(
        &mut self,
        row: FigureRow,
        campaigns: impl IntoIterator<Item = u32>,
        years: impl IntoIterator<Item = u16>,
    ) {
        self.figures.push(row);
        self.campaigns.push(campaigns);
        self.years.push(years);
    }

    /// Number of figures.
    pub fn len(&self) -> usize {
        self.figures.len()
    }

    /// True if there is no figure.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }

    /// Number of articles, including those without figures.
    pub fn articles(&self) -> usize {
        self.articles.len()
    }

    /// All figures.
    pub fn figures(&self) -> &[FigureRow] {
        &self.figures
    }

    /// Figures of the article with this index. Empty for an unknown index.
    pub fn of_article(&self, article: u32) -> &[FigureRow] {
        let first = |index: usize| self.articles.get(index).map(|row| row.first as usize);
        let index = article as usize;
        let end = first(index + 1).unwrap_or(self.figures.len());
        first(index).and_then(|start| self.figures.get(start..end)).unwrap_or_default()
    }

    /// Indexes of the campaigns that row `number` counts.
    pub fn campaigns(&self, number: usize) -> &[u32] {
        self.campaigns.row(number)
    }

    /// Years that the period of row `number` touches. Empty where no date is printed ("5 năm").
    pub fn years(&self, number: usize) -> &[u16] {
        self.years.row(number)
    }

    /// Returns whether every figure of the article with this index was found in its source text.
    pub fn is_verified(&self, article: u32) -> bool {
        self.articles.get(article as usize).is_some_and(|row| row.is_verified)
    }

    /// Index of the organisation that the article with this index is about. `None` for an unknown article.
    pub fn organisation_of(&self, article: u32) -> Option<u32> {
        self.articles.get(article as usize).map(|row| row.organisation)
    }
}

/// Levels as a bit for each of [`Level::ALL`].
fn level_bits(levels: &[Level]) -> u32 {
    let has = Level::ALL.iter().enumerate().filter(|(_, level)| levels.contains(level));
    has.fold(0, |bits, (pos, _)| bits | 1 << pos)
}

/// Value by which figures of a unit are sorted. Of equal numbers a bound from above is smaller and a bound from below larger:
/// gần 90, 90, trên 90.
fn sort_value(figure: &Figure) -> (Decimal, u8) {
    let side = match figure.comparator {
        Comparator::Lt | Comparator::Le | Comparator::ApproxBelow => 0,
        Comparator::Eq | Comparator::Approx | Comparator::Range => 1,
        Comparator::Gt | Comparator::Ge => 2,
    };
    (figure.value, side)
}

/// Distinct values of every unit in ascending order, by the index of the unit.
fn values_by_unit(catalogue: &Catalogue) -> Vec<Vec<(Decimal, u8)>> {
    let mut values = vec![BTreeSet::new(); catalogue.corpus().units.len()];
    for found in catalogue.figures() {
        let unit = catalogue.unit_index(&found.figure.unit).and_then(|unit| values.get_mut(unit));
        unit.into_iter().for_each(|values| {
            values.insert(sort_value(found.figure));
        });
    }
    values.into_iter().map(|values| values.into_iter().collect()).collect()
}
