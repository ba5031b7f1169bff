//! Facets: which values the results have, and how many articles each would leave.

use std::collections::BTreeSet;

use super::bits::Bits;
use super::document::Document;
use super::request::Selection;
use thidua_core::collections::{collect_set, sort_by_key};
use thidua_core::domain::{CampaignKind, Level, OrganisationId, Role, Sector};

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue<T> {
    /// The value.
    pub value: T,
    /// How many articles would be listed if it were the only choice in its facet.
    pub count: usize,
    /// Whether it is chosen.
    pub selected: bool,
}

/// The values of every facet, each list in its fixed order. A value that no article has is listed only while chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetCounts {
    /// In the order of the corpus.
    pub organisations: Vec<FacetValue<OrganisationId>>,
    /// The latest first.
    pub years: Vec<FacetValue<u16>>,
    /// In the order of [`CampaignKind::ALL`].
    pub kinds: Vec<FacetValue<CampaignKind>>,
    /// In the order of [`Sector::ALL`].
    pub sectors: Vec<FacetValue<Sector>>,
    /// In legal order.
    pub levels: Vec<FacetValue<Level>>,
    /// In the order of [`Role::ALL`].
    pub roles: Vec<FacetValue<Role>>,
}

/// The values of a facet in their order, each with the articles that have it.
#[derive(Debug, Clone)]
pub(super) struct Facet<T> {
    values: Vec<T>,
    having: Vec<Bits>,
}

impl<T> Default for Facet<T> {
    fn default() -> Facet<T> {
        Facet { values: Vec::new(), having: Vec::new() }
    }
}

impl<T: Ord + Clone> Facet<T> {
    /// The places of the values of each document are what `places` gives.
    fn new<'d, I: Iterator<Item = usize>>(
        values: Vec<T>,
        documents: &'d [Document],
        places: impl Fn(&'d Document) -> I,
    ) -> Facet<T> {
        let mut having = vec![Bits::none(documents.len()); values.len()];
        for (document, article) in documents.iter().zip(0..) {
            for place in places(document) {
                if let Some(having) = having.get_mut(place) {
                    having.add(article);
                }
            }
        }
        Facet { values, having }
    }

    /// The articles that have any of the values that `is_meant` takes.
    pub(super) fn having(&self, articles: usize, is_meant: impl Fn(&T) -> bool) -> Bits {
        let mut any = Bits::none(articles);
        let meant = self.values.iter().zip(&self.having).filter(|(value, _)| is_meant(value));
        meant.for_each(|(_, having)| any.join(having));
        any
    }

    /// The articles that meet the choices; nothing where there are none.
    fn chosen(&self, articles: usize, chosen: &BTreeSet<T>) -> Option<Bits> {
        (!chosen.is_empty()).then(|| self.having(articles, |value| chosen.contains(value)))
    }

    /// The values that any of some articles has or that are chosen; chosen ones that no article has go last.
    fn counted(&self, among: &Bits, chosen: &BTreeSet<T>) -> Vec<FacetValue<T>> {
        let value = |(value, count): (&T, usize)| FacetValue {
            value: value.clone(),
            count,
            selected: chosen.contains(value),
        };
        let known = self.values.iter().zip(self.having.iter().map(|having| having.count_with(among)));
        let unknown = chosen.iter().filter(|value| !self.values.contains(value)).map(|value| (value, 0));
        known
            .filter(|(value, count)| *count > 0 || chosen.contains(value))
            .chain(unknown)
            .map(value)
            .collect()
    }
}

/// Every facet of a collection.
#[derive(Debug, Clone, Default)]
pub(super) struct Facets {
    articles: usize,
    pub organisations: Facet<OrganisationId>,
    pub years: Facet<u16>,
    pub kinds: Facet<CampaignKind>,
    sectors: Facet<Sector>,
    levels: Facet<Level>,
    roles: Facet<Role>,
}

impl Facets {
    /// The facets of articles whose organisations are numbered as in `order`.
    pub(super) fn new(documents: &[Document], order: Vec<OrganisationId>) -> Facets {
        let years = collect_set(documents.iter().flat_map(|document| document.years.iter().copied()));
        let years: Vec<u16> = years.into_iter().rev().collect();
        let place_of = |year: &u16| years.binary_search_by(|other| year.cmp(other)).ok();
        let by_year = Facet::new(years.clone(), documents, |d| d.years.iter().filter_map(place_of));
        Facets {
            articles: documents.len(),
            organisations: Facet::new(order, documents, |d| std::iter::once(usize::from(d.organisation))),
            years: by_year,
            kinds: Facet::new(CampaignKind::ALL.to_vec(), documents, |d| places(d.kinds)),
            sectors: Facet::new(Sector::ALL.to_vec(), documents, |d| places(d.sectors)),
            levels: Facet::new(Level::ALL.to_vec(), documents, |d| places(d.levels)),
            roles: Facet::new(Role::ALL.to_vec(), documents, |d| places(d.roles)),
        }
    }

    /// Leaves of the articles that a query finds those that meet every choice, and counts: a facet counts the articles
    /// that meet the choices of all *other* facets.
    pub(super) fn choose(&self, found: &mut Bits, selection: &Selection) -> FacetCounts {
        let Selection { organisations, years, kinds, sectors, levels, roles } = selection;
        let chosen = [
            self.organisations.chosen(self.articles, organisations),
            self.years.chosen(self.articles, years),
            self.kinds.chosen(self.articles, kinds),
            self.sectors.chosen(self.articles, sectors),
            self.levels.chosen(self.articles, levels),
            self.roles.chosen(self.articles, roles),
        ];
        let meeting_others = |facet: usize| {
            let mut among = found.clone();
            let others = chosen.iter().enumerate().filter(|(other, _)| *other != facet);
            others.filter_map(|(_, chosen)| chosen.as_ref()).for_each(|chosen| among.meet(chosen));
            among
        };
        let mut listed_years = self.years.counted(&meeting_others(1), years);
        sort_by_key(&mut listed_years, |year| std::cmp::Reverse(year.value));
        let counts = FacetCounts {
            organisations: self.organisations.counted(&meeting_others(0), organisations),
            years: listed_years,
            kinds: self.kinds.counted(&meeting_others(2), kinds),
            sectors: self.sectors.counted(&meeting_others(3), sectors),
            levels: self.levels.counted(&meeting_others(4), levels),
            roles: self.roles.counted(&meeting_others(5), roles),
        };
        chosen.iter().flatten().for_each(|chosen| found.meet(chosen));
        counts
    }
}

/// The places of the bits of a set.
fn places(bits: u32) -> impl Iterator<Item = usize> {
    (0..u32::BITS as usize).filter(move |place| bits >> place & 1 == 1)
}
