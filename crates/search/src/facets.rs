//! Facets: the values that the results have, each with the number of articles that it would leave.

use thidua_core::collections::{SortedSet, sort_by_key};
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
    /// Builds the facet of an enum; `mask` returns the mask of the values that an article has.
    fn of_masks(values: &[T], doc_values: &[DocValues], mask: fn(&DocValues) -> u32) -> FacetIndex<T> {
        let articles = articles_of_values(values.len(), doc_values, &|values, has| {
            (0..u32::BITS as usize).filter(|index| mask(values) >> index & 1 == 1).for_each(has);
        });
        FacetIndex { values: values.to_vec(), articles }
    }

    /// Returns the articles that have any value accepted by `predicate`; `len` is the number of articles.
    pub(super) fn articles_with(&self, len: usize, predicate: impl Fn(&T) -> bool) -> BitSet {
        let matching = self.values.iter().zip(&self.articles).filter(|(value, _)| predicate(value));
        union(len, &mut matching.map(|(_, articles)| articles))
    }

    /// Returns the articles that have any selected value. `None` if nothing is selected.
    fn selected_articles(&self, len: usize, selected: &SortedSet<T>) -> Option<BitSet> {
        (!selected.is_empty()).then(|| self.articles_with(len, |value| selected.contains(value)))
    }

    /// Counts the values within `among`. Values without articles are left out unless they are selected; selected
    /// values that the corpus does not have come last.
    fn counts(&self, among: &BitSet, selected: &SortedSet<T>) -> Vec<FacetValue<T>> {
        let value = |(value, count): (&T, usize)| FacetValue {
            value: value.clone(),
            count,
            selected: selected.contains(value),
        };
        let known = self.values.iter().zip(counts(&self.articles, among));
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
        let years: SortedSet<u16> =
            doc_values.iter().flat_map(|values| values.years.iter().copied()).collect();
        let years: Vec<u16> = years.into_iter().rev().collect();
        let index_of = |year: &u16| years.binary_search_by(|other| year.cmp(other)).ok();
        let of_years = articles_of_values(years.len(), doc_values, &|values, has| {
            values.years.iter().filter_map(index_of).for_each(has);
        });
        let of_organisations = articles_of_values(order.len(), doc_values, &|values, has| {
            has(usize::from(values.organisation));
        });
        FacetIndexes {
            len: doc_values.len(),
            organisations: FacetIndex { values: order, articles: of_organisations },
            years: FacetIndex { values: years, articles: of_years },
            kinds: FacetIndex::of_masks(&CampaignKind::ALL, doc_values, |values| values.kinds),
            sectors: FacetIndex::of_masks(&Sector::ALL, doc_values, |values| values.sectors),
            levels: FacetIndex::of_masks(&Level::ALL, doc_values, |values| values.levels),
            roles: FacetIndex::of_masks(&Role::ALL, doc_values, |values| values.roles),
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

/// Calls its second argument with the index of each value that an article has.
type EachValue<'a> = dyn Fn(&DocValues, &mut dyn FnMut(usize)) + 'a;

/// Returns for each of `values` values the articles that have it.
fn articles_of_values(values: usize, doc_values: &[DocValues], each_value: &EachValue<'_>) -> Vec<BitSet> {
    let mut articles = vec![BitSet::empty(doc_values.len()); values];
    for (values, article) in doc_values.iter().zip(0..) {
        each_value(values, &mut |index| {
            if let Some(articles) = articles.get_mut(index) {
                articles.insert(article);
            }
        });
    }
    articles
}

/// Articles of any of the sets; `len` is the number of articles of the index.
fn union(len: usize, sets: &mut dyn Iterator<Item = &BitSet>) -> BitSet {
    let mut any = BitSet::empty(len);
    sets.for_each(|articles| any.union_with(articles));
    any
}

/// Number of articles of each set that are in `among`.
fn counts(sets: &[BitSet], among: &BitSet) -> Vec<usize> {
    sets.iter().map(|articles| articles.intersection_count(among)).collect()
}
