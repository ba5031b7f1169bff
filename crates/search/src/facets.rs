//! Facets: which values the results have, and how many articles each would leave.

use std::collections::BTreeSet;

use super::bitset::BitSet;
use super::doc_values::DocValues;
use super::request::FacetSelection;
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
pub(super) struct FacetIndex<T> {
    values: Vec<T>,
    articles: Vec<BitSet>,
}

impl<T> Default for FacetIndex<T> {
    fn default() -> FacetIndex<T> {
        FacetIndex { values: Vec::new(), articles: Vec::new() }
    }
}

impl<T: Ord + Clone> FacetIndex<T> {
    /// The places of the values of each document are what `value_indexes` gives.
    fn new<'d, I: Iterator<Item = usize>>(
        values: Vec<T>,
        doc_values: &'d [DocValues],
        value_indexes: impl Fn(&'d DocValues) -> I,
    ) -> FacetIndex<T> {
        let mut articles = vec![BitSet::empty(doc_values.len()); values.len()];
        for (values, article) in doc_values.iter().zip(0..) {
            for index in value_indexes(values) {
                if let Some(articles) = articles.get_mut(index) {
                    articles.insert(article);
                }
            }
        }
        FacetIndex { values, articles }
    }

    /// The articles that have any of the values that `predicate` takes.
    pub(super) fn articles_with(&self, len: usize, predicate: impl Fn(&T) -> bool) -> BitSet {
        let mut any = BitSet::empty(len);
        let matching = self.values.iter().zip(&self.articles).filter(|(value, _)| predicate(value));
        matching.for_each(|(_, articles)| any.union_with(articles));
        any
    }

    /// The articles that meet the choices; nothing where there are none.
    fn selected_articles(&self, len: usize, selected: &BTreeSet<T>) -> Option<BitSet> {
        (!selected.is_empty()).then(|| self.articles_with(len, |value| selected.contains(value)))
    }

    /// The values that any of some articles has or that are chosen; chosen ones that no article has go last.
    fn counts(&self, among: &BitSet, selected: &BTreeSet<T>) -> Vec<FacetValue<T>> {
        let value = |(value, count): (&T, usize)| FacetValue {
            value: value.clone(),
            count,
            selected: selected.contains(value),
        };
        let known =
            self.values.iter().zip(self.articles.iter().map(|articles| articles.intersection_count(among)));
        let unknown = selected.iter().filter(|value| !self.values.contains(value)).map(|value| (value, 0));
        known
            .filter(|(value, count)| *count > 0 || selected.contains(value))
            .chain(unknown)
            .map(value)
            .collect()
    }
}

/// Every facet of a collection.
#[derive(Debug, Clone, Default)]
pub(super) struct FacetIndexes {
    len: usize,
    pub organisations: FacetIndex<OrganisationId>,
    pub years: FacetIndex<u16>,
    pub kinds: FacetIndex<CampaignKind>,
    sectors: FacetIndex<Sector>,
    levels: FacetIndex<Level>,
    roles: FacetIndex<Role>,
}

impl FacetIndexes {
    /// The facets of articles whose organisations are numbered as in `order`.
    pub(super) fn new(doc_values: &[DocValues], order: Vec<OrganisationId>) -> FacetIndexes {
        let years = collect_set(doc_values.iter().flat_map(|values| values.years.iter().copied()));
        let years: Vec<u16> = years.into_iter().rev().collect();
        let index_of = |year: &u16| years.binary_search_by(|other| year.cmp(other)).ok();
        let by_year = FacetIndex::new(years.clone(), doc_values, |d| d.years.iter().filter_map(index_of));
        FacetIndexes {
            len: doc_values.len(),
            organisations: FacetIndex::new(order, doc_values, |d| {
                std::iter::once(usize::from(d.organisation))
            }),
            years: by_year,
            kinds: FacetIndex::new(CampaignKind::ALL.to_vec(), doc_values, |d| value_indexes(d.kinds)),
            sectors: FacetIndex::new(Sector::ALL.to_vec(), doc_values, |d| value_indexes(d.sectors)),
            levels: FacetIndex::new(Level::ALL.to_vec(), doc_values, |d| value_indexes(d.levels)),
            roles: FacetIndex::new(Role::ALL.to_vec(), doc_values, |d| value_indexes(d.roles)),
        }
    }

    /// Leaves of the articles that a query finds those that meet every choice, and counts: a facet counts the articles
    /// that meet the choices of all *other* facets.
    pub(super) fn apply(&self, found: &mut BitSet, selection: &FacetSelection) -> FacetCounts {
        let FacetSelection { organisations, years, kinds, sectors, levels, roles } = selection;
        let selected = [
            self.organisations.selected_articles(self.len, organisations),
            self.years.selected_articles(self.len, years),
            self.kinds.selected_articles(self.len, kinds),
            self.sectors.selected_articles(self.len, sectors),
            self.levels.selected_articles(self.len, levels),
            self.roles.selected_articles(self.len, roles),
        ];
        let without_facet = |facet: usize| {
            let mut among = found.clone();
            let others = selected.iter().enumerate().filter(|(other, _)| *other != facet);
            others
                .filter_map(|(_, selected)| selected.as_ref())
                .for_each(|selected| among.intersect_with(selected));
            among
        };
        let mut year_counts = self.years.counts(&without_facet(1), years);
        sort_by_key(&mut year_counts, |year| std::cmp::Reverse(year.value));
        let counts = FacetCounts {
            organisations: self.organisations.counts(&without_facet(0), organisations),
            years: year_counts,
            kinds: self.kinds.counts(&without_facet(2), kinds),
            sectors: self.sectors.counts(&without_facet(3), sectors),
            levels: self.levels.counts(&without_facet(4), levels),
            roles: self.roles.counts(&without_facet(5), roles),
        };
        selected.iter().flatten().for_each(|selected| found.intersect_with(selected));
        counts
    }
}

/// The places of the bits of a set.
fn value_indexes(bits: u32) -> impl Iterator<Item = usize> {
    (0..u32::BITS as usize).filter(move |index| bits >> index & 1 == 1)
}
