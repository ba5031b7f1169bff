//! Facets: the values that the results have, each with the number of articles that it would leave.

use std::collections::BTreeSet;

use thidua_core::collections::{collect_set, sort_by_key};
use thidua_core::domain::{CampaignKind, Level, OrganisationId, Role, Sector};

use super::bitset::BitSet;
use super::doc_values::DocValues;
use super::request::FacetSelection;

/// One value of a facet with its count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue<T> {
    /// The value.
    pub value: T,
    /// Number of articles that would be listed if this were the only selected value of its facet.
    pub count: usize,
    /// True if the value is selected.
    pub selected: bool,
}

/// Values of every facet, each list in its fixed order. A value that no article has is listed only while it is
/// selected.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetCounts {
    /// Organisations in corpus order.
    pub organisations: Vec<FacetValue<OrganisationId>>,
    /// Years, latest first.
    pub years: Vec<FacetValue<u16>>,
    /// Campaign kinds in the order of [`CampaignKind::ALL`].
    pub kinds: Vec<FacetValue<CampaignKind>>,
    /// Sectors in the order of [`Sector::ALL`].
    pub sectors: Vec<FacetValue<Sector>>,
    /// Levels in legal order.
    pub levels: Vec<FacetValue<Level>>,
    /// Roles in the order of [`Role::ALL`].
    pub roles: Vec<FacetValue<Role>>,
}

/// Values of one facet, each with the set of articles that have it.
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
    /// Builds the facet. `value_indexes` returns the indexes in `values` that an article has.
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

    /// Returns the articles that have any value accepted by `predicate`; `len` is the number of articles.
    pub(super) fn articles_with(&self, len: usize, predicate: impl Fn(&T) -> bool) -> BitSet {
        let mut any = BitSet::empty(len);
        let matching = self.values.iter().zip(&self.articles).filter(|(value, _)| predicate(value));
        matching.for_each(|(_, articles)| any.union_with(articles));
        any
    }

    /// Returns the articles that have any selected value. `None` if nothing is selected.
    fn selected_articles(&self, len: usize, selected: &BTreeSet<T>) -> Option<BitSet> {
        (!selected.is_empty()).then(|| self.articles_with(len, |value| selected.contains(value)))
    }

    /// Counts the values within `among`. Values without articles are left out unless they are selected; selected
    /// values that the corpus does not have come last.
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

/// All facets of a corpus.
#[derive(Debug, Clone, Default)]
pub(super) struct FacetIndexes {
    len: usize,
    pub organisations: FacetIndex<OrganisationId>,
    pub years: FacetIndex<u16>,
    pub kinds: FacetIndex<CampaignKind>,
    pub sectors: FacetIndex<Sector>,
    pub levels: FacetIndex<Level>,
    pub roles: FacetIndex<Role>,
}

impl FacetIndexes {
    /// Builds the facets; organisations are numbered as in `order`.
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

    /// Removes from `found` the articles that do not meet the selection, and returns the counts. A facet counts the
    /// articles that meet the selections of all *other* facets.
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

/// Indexes of the bits that are set.
fn value_indexes(bits: u32) -> impl Iterator<Item = usize> {
    (0..u32::BITS as usize).filter(move |index| bits >> index & 1 == 1)
}
