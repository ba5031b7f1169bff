//! Facets: which values the results have, and how many articles each would leave.

use std::collections::BTreeSet;

use super::document::Document;
use super::request::Selection;
use crate::domain::{CampaignKind, Level, OrganisationId, Role, Sector};
use crate::order::{set, sort_by_key};

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

/// How many facets there are.
const FACETS: usize = 6;

/// The values of each facet of one article, or of a whole collection, by number.
type Numbers = [Vec<u16>; FACETS];

/// The values of a collection, numbered by their places in fixed order, so that counting is adding to an array.
#[derive(Debug, Clone, Default)]
pub(super) struct Values {
    organisations: Vec<OrganisationId>,
    years: Vec<u16>,
    /// For each article.
    articles: Vec<Numbers>,
}

impl Values {
    /// The values of articles, organisations in the order given.
    pub(super) fn new<'o>(documents: &[Document], order: impl Iterator<Item = &'o OrganisationId>) -> Values {
        let years = set(documents.iter().flat_map(|document| document.years.iter().copied()));
        let mut values = Values {
            organisations: order.cloned().collect(),
            years: years.into_iter().rev().collect(),
            articles: Vec::new(),
        };
        let numbers = |document: &Document| values.numbers(document);
        values.articles = documents.iter().map(numbers).collect();
        values
    }

    fn numbers(&self, document: &Document) -> Numbers {
        let Document { organisation, years, kinds, sectors, levels, roles, .. } = document;
        [
            places(&self.organisations, &BTreeSet::from([organisation.clone()])),
            places(&self.years, years),
            places(&CampaignKind::ALL, kinds),
            places(&Sector::ALL, sectors),
            places(&Level::ALL, levels),
            places(&Role::ALL, roles),
        ]
    }
}

/// The places in `order` of the values chosen.
fn places<T: Ord>(order: &[T], chosen: &BTreeSet<T>) -> Vec<u16> {
    order.iter().zip(0..).filter(|(value, _)| chosen.contains(value)).map(|(_, place)| place).collect()
}

/// Counts while articles go by.
pub(super) struct FacetCounter<'a> {
    values: &'a Values,
    selection: &'a Selection,
    /// For each facet whether anything is chosen, and the numbers chosen.
    chosen: [(bool, Vec<u16>); FACETS],
    counts: [Vec<usize>; FACETS],
}

impl<'a> FacetCounter<'a> {
    pub(super) fn new(values: &'a Values, selection: &'a Selection) -> Self {
        fn chosen<T: Ord>(order: &[T], chosen: &BTreeSet<T>) -> (bool, Vec<u16>) {
            (!chosen.is_empty(), places(order, chosen))
        }
        let Selection { organisations, years, kinds, sectors, levels, roles } = selection;
        FacetCounter {
            values,
            selection,
            chosen: [
                chosen(&values.organisations, organisations),
                chosen(&values.years, years),
                chosen(&CampaignKind::ALL, kinds),
                chosen(&Sector::ALL, sectors),
                chosen(&Level::ALL, levels),
                chosen(&Role::ALL, roles),
            ],
            counts: [
                vec![0; values.organisations.len()],
                vec![0; values.years.len()],
                vec![0; CampaignKind::ALL.len()],
                vec![0; Sector::ALL.len()],
                vec![0; Level::ALL.len()],
                vec![0; Role::ALL.len()],
            ],
        }
    }

    /// Counts an article that the query finds, and tells whether it meets every choice. A facet counts it if it meets
    /// the choices of all *other* facets.
    pub(super) fn add(&mut self, article: u32) -> bool {
        let Some(numbers) = self.values.articles.get(article as usize) else { return false };
        let meets = |has: &[u16], (is_chosen, chosen): &(bool, Vec<u16>)| {
            !is_chosen || has.iter().any(|number| chosen.contains(number))
        };
        let facets = numbers.iter().zip(&self.chosen).enumerate();
        let mut unmet = facets.filter(|(_, (has, chosen))| !meets(has, chosen)).map(|(facet, _)| facet);
        let (first, more) = (unmet.next(), unmet.next().is_some());
        for (facet, (has, counts)) in numbers.iter().zip(&mut self.counts).enumerate() {
            if !more && first.is_none_or(|unmet| unmet == facet) {
                for number in has {
                    if let Some(count) = counts.get_mut(usize::from(*number)) {
                        *count += 1;
                    }
                }
            }
        }
        first.is_none()
    }

    /// The counts.
    pub(super) fn finish(self) -> FacetCounts {
        let [organisations, years, kinds, sectors, levels, roles] = &self.counts;
        let Selection { organisations: chosen_organisations, years: chosen_years, .. } = self.selection;
        let mut years = listed(&self.values.years, years, chosen_years);
        sort_by_key(&mut years, |year| std::cmp::Reverse(year.value));
        FacetCounts {
            organisations: listed(&self.values.organisations, organisations, chosen_organisations),
            years,
            kinds: listed(&CampaignKind::ALL, kinds, &self.selection.kinds),
            sectors: listed(&Sector::ALL, sectors, &self.selection.sectors),
            levels: listed(&Level::ALL, levels, &self.selection.levels),
            roles: listed(&Role::ALL, roles, &self.selection.roles),
        }
    }
}

/// The values in order that have a count or are chosen; chosen ones that are not in `order` go last.
fn listed<T: Ord + Clone>(order: &[T], counts: &[usize], chosen: &BTreeSet<T>) -> Vec<FacetValue<T>> {
    let value = |(value, count): (&T, usize)| FacetValue {
        value: value.clone(),
        count,
        selected: chosen.contains(value),
    };
    let known = order.iter().zip(counts.iter().copied());
    let unknown = chosen.iter().filter(|value| !order.contains(value)).map(|value| (value, 0));
    known.filter(|(value, count)| *count > 0 || chosen.contains(value)).chain(unknown).map(value).collect()
}
