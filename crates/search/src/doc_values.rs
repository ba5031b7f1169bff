//! Doc values: the properties of an article that facets, filters and sort orders read.

use std::collections::{BTreeMap, BTreeSet};

use thidua_core::collections::{collect_map, collect_set, to_u32};
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Article, CampaignKind, Edtf, Level, OrganisationId, Relation, Role, Sector};

/// Doc values of one article. A set of enum values is a bit mask in the order of the enum's `ALL`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct DocValues {
    /// Index of the organisation that the article reports on, among all organisations that articles report on;
    /// `u16::MAX` if unknown.
    pub organisation: u16,
    /// Years that the article covers, ascending; without them the years of its figures, without these the year of
    /// publication.
    pub years: Vec<u16>,
    /// Mask of the kinds of the mentioned campaigns.
    pub kinds: u32,
    /// Mask of the sectors of the mentions; a mention without one counts as its campaign's sector.
    pub sectors: u32,
    /// Mask of the levels of the figures.
    pub levels: u32,
    /// Mask of the roles of the figures.
    pub roles: u32,
    /// Mask of the relations of the mentions, in the order of [`Relation::BY_STRENGTH`].
    pub relations: u32,
    /// Publication date, or else the end of the covered period, packed as `year << 9 | month << 5 | day`; 0 if
    /// unknown.
    pub day: u32,
    /// Number of figures.
    pub figures: u32,
}

impl DocValues {
    /// Doc values of all articles of a catalogue in corpus order; organisations are numbered as in `order`.
    pub(super) fn of_catalogue(catalogue: &Catalogue, order: &[OrganisationId]) -> Vec<DocValues> {
        let indexes = collect_map(order.iter().zip(0..u16::MAX));
        let new = |article| DocValues::new(article, catalogue, &indexes);
        catalogue.articles().iter().map(new).collect()
    }

    /// Returns whether the article has a figure of this role.
    pub(super) fn has_role(&self, role: Role) -> bool {
        self.roles & bits(&Role::ALL, std::iter::once(role)) != 0
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
            relations: bits(&Relation::BY_STRENGTH, article.mentions.iter().map(|m| m.relation)),
            day: date.map_or(0, |(y, m, d)| u32::from(y) << 9 | u32::from(m) << 5 | u32::from(d)),
            figures: to_u32(article.figures.len()),
            years,
        }
    }
}

/// Bit mask of the values in `some`, by their indexes in `all`.
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
