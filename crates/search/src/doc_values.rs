//! What is known of an article besides its words: its facet values, its date, its number of figures.

use std::collections::{BTreeMap, BTreeSet};

use thidua_core::collections::{collect_map, collect_set};
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Article, CampaignKind, Edtf, Level, OrganisationId, Role, Sector};

/// An article as facets, filters and orders see it. A set of values is a bit for each, in the order of its `ALL`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct DocValues {
    /// The place of the organisation that it reports on among those that any article reports on.
    pub organisation: u16,
    /// The years that it covers; where that is not known, the years of its figures, else of its publication. In order.
    pub years: Vec<u16>,
    /// The kinds of the campaigns that it mentions.
    pub kinds: u32,
    /// The sectors of its mentions, or else of the campaigns mentioned.
    pub sectors: u32,
    /// The levels of its figures.
    pub levels: u32,
    /// The roles of its figures.
    pub roles: u32,
    /// When it was published, or else the end of what it covers, as a number that grows with the day; 0 where unknown.
    pub day: u32,
    /// How many figures it has.
    pub figures: u32,
}

impl DocValues {
    /// The articles of a catalogue, in its order, the organisations numbered as in `order`.
    pub(super) fn of_catalogue(catalogue: &Catalogue, order: &[OrganisationId]) -> Vec<DocValues> {
        let indexes = collect_map(order.iter().zip(0..u16::MAX));
        let new = |article| DocValues::new(article, catalogue, &indexes);
        catalogue.articles().iter().map(new).collect()
    }

    fn new(article: &Article, catalogue: &Catalogue, indexes: &BTreeMap<&OrganisationId, u16>) -> DocValues {
        let campaigns =
            || article.mentions.iter().filter_map(|m| Some((m, catalogue.campaign(&m.campaign)?)));
        let years: Vec<u16> = years(article).into_iter().collect();
        let date = article.published.and_then(Edtf::latest);
        let date = date.or_else(|| article.covers.and_then(Edtf::latest));
        let date = date.or_else(|| years.last().map(|year| (*year, 12, 31)));
        DocValues {
            organisation: indexes.get(&article.organisation).copied().unwrap_or(u16::MAX),
            kinds: bits(&CampaignKind::ALL, campaigns().map(|(_, campaign)| campaign.kind)),
            sectors: bits(&Sector::ALL, campaigns().filter_map(|(m, campaign)| m.sector.or(campaign.sector))),
            levels: bits(&Level::ALL, article.figures.iter().flat_map(|f| f.levels.iter().copied())),
            roles: bits(&Role::ALL, article.figures.iter().map(|f| f.role)),
            day: date.map_or(0, |(y, m, d)| u32::from(y) << 9 | u32::from(m) << 5 | u32::from(d)),
            figures: article.figures.len() as u32,
            years,
        }
    }
}

/// The bits of some of all values.
fn bits<T: PartialEq>(all: &[T], some: impl Iterator<Item = T>) -> u32 {
    some.filter_map(|value| all.iter().position(|one| *one == value)).fold(0, |bits, index| bits | 1 << index)
}

fn years(article: &Article) -> BTreeSet<u16> {
    let of = |period: Option<Edtf>| collect_set(period.into_iter().flat_map(Edtf::years));
    let covered = of(article.covers);
    if !covered.is_empty() {
        return covered;
    }
    let counted = collect_set(article.figures.iter().flat_map(|f| of(f.when)));
    if counted.is_empty() { of(article.published) } else { counted }
}
