//! Of every figure what it can be chosen by, in numbers: fifty thousand are gone through in milliseconds, and travel in
//! a small file where the corpus is too large to be loaded.
//!
//! Units, organisations and campaigns are given by their places in the corpus.

use super::jagged_vec::JaggedVec;
use super::{Catalogue, FigureRef};
use crate::collections::{collect_set, to_u32};
use crate::domain::{Article, Level, Role};

/// A period that touches more years than these is not listed year by year: nobody prints one, but a corpus may hold it.
const MOST_YEARS: usize = 200;

/// Where a figure stands in a corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigurePosition {
    /// The place of its article among all articles.
    pub article: u32,
    /// Its place among the figures of the article.
    pub nth: u32,
}

/// What a figure is, without its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureRow {
    /// Where it stands.
    pub place: FigurePosition,
    /// The place of its unit.
    pub unit: u32,
    /// What it is in the life of a campaign.
    pub role: Role,
    /// Who recognised: a bit for each of [`Level::ALL`].
    pub levels: u32,
    /// The place of the organisation whose figure it is.
    pub organisation: u32,
}

/// Every figure of a corpus, in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FigureTable {
    figures: Vec<FigureRow>,
    campaigns: JaggedVec<u32>,
    years: JaggedVec<u16>,
    articles: Vec<ArticleRow>,
}

/// What is known of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ArticleRow {
    /// The number of its first figure.
    first: u32,
    /// The place of the organisation that it is about.
    organisation: u32,
    is_verified: bool,
}

impl FigureTable {
    /// The figures of a catalogue. `is_verified` tells of which articles every figure was found in the source text.
    /// A figure that names what the corpus does not have is left out; a validated corpus has none.
    pub fn of(catalogue: &Catalogue, is_verified: &dyn Fn(&Article) -> bool) -> FigureTable {
        let mut table = FigureTable::default();
        for article in catalogue.articles() {
            // No place at all, rather than that of another organisation.
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
                table.push(
                    nth,
                    [to_u32(unit), to_u32(organisation)],
                    figure.role,
                    level_bits(&figure.levels),
                    campaigns.into_iter().map(to_u32),
                    years,
                );
            }
        }
        table
    }

    /// Goes on with the next article, which is about the organisation at that place.
    pub fn begin_article(&mut self, organisation: u32, is_verified: bool) {
        self.articles.push(ArticleRow { first: to_u32(self.figures.len()), organisation, is_verified });
    }

    /// Adds a figure of the article that was begun last: its place there, that of its unit and its organisation, role,
    /// levels as bits, the places of its campaigns, the years that its period touches.
    pub fn push(
        &mut self,
        nth: u32,
        [unit, organisation]: [u32; 2],
        role: Role,
        levels: u32,
        campaigns: impl IntoIterator<Item = u32>,
        years: impl IntoIterator<Item = u16>,
    ) {
        let article = to_u32(self.articles.len()).saturating_sub(1);
        let place = FigurePosition { article, nth };
        self.figures.push(FigureRow { place, unit, role, levels, organisation });
        self.campaigns.push(campaigns);
        self.years.push(years);
    }

    /// How many figures there are.
    pub fn len(&self) -> usize {
        self.figures.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }

    /// How many articles there are, those without figures among them.
    pub fn articles(&self) -> usize {
        self.articles.len()
    }

    /// Every figure.
    pub fn figures(&self) -> &[FigureRow] {
        &self.figures
    }

    /// The figures of the article at that place.
    pub fn of_article(&self, article: u32) -> &[FigureRow] {
        let first = |place: usize| self.articles.get(place).map(|row| row.first as usize);
        let place = article as usize;
        let end = first(place + 1).unwrap_or(self.figures.len());
        first(place).and_then(|start| self.figures.get(start..end)).unwrap_or_default()
    }

    /// The campaigns that the figure of that number counts.
    pub fn campaigns(&self, number: usize) -> &[u32] {
        self.campaigns.row(number)
    }

    /// The years that its period touches; none where no date is printed ("5 năm").
    pub fn years(&self, number: usize) -> &[u16] {
        self.years.row(number)
    }

    /// Whether every figure of the article at that place was found in its source text.
    pub fn is_verified(&self, article: u32) -> bool {
        self.articles.get(article as usize).is_some_and(|row| row.is_verified)
    }

    /// The place of the organisation that the article at that place is about.
    pub fn organisation_of(&self, article: u32) -> Option<u32> {
        self.articles.get(article as usize).map(|row| row.organisation)
    }
}

/// Levels as a bit for each of [`Level::ALL`].
fn level_bits(levels: &[Level]) -> u32 {
    let has = Level::ALL.iter().enumerate().filter(|(_, level)| levels.contains(level));
    has.fold(0, |bits, (pos, _)| bits | 1 << pos)
}
