//! What each organisation reports for each year, from the doc values alone: known before any text of an article is loaded.

use std::collections::BTreeMap;

use thidua_core::collections::collect_set;
use thidua_core::domain::{OrganisationId, Relation, Role};

use super::doc_values::DocValues;
use super::index::Index;

/// What the articles about one organisation report for one year. An article on several years counts in each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Activity {
    /// Number of articles.
    pub articles: usize,
    /// Number of figures in them.
    pub figures: usize,
    /// Mask of their relations.
    relations: u32,
}

impl Activity {
    /// The strongest relation to any campaign; `None` if no article names one.
    pub fn relation(&self) -> Option<Relation> {
        let place = self.relations.trailing_zeros() as usize;
        Relation::BY_STRENGTH.get(place).copied()
    }
}

/// Numbers of organisations of one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct YearSummary {
    /// Organisations with an article on the year.
    pub organisations: usize,
    /// Those of them with a target.
    pub with_targets: usize,
    /// Those of them with a result.
    pub with_results: usize,
}

impl Index {
    /// Activities by organisation and year; the year is `None` for articles without any.
    pub fn activities(&self) -> BTreeMap<(&OrganisationId, Option<u16>), Activity> {
        let mut activities: BTreeMap<_, Activity> = BTreeMap::new();
        for values in &self.doc_values {
            let Some(names) = self.organisations.get(usize::from(values.organisation)) else { continue };
            let years = values.years.iter().map(|year| Some(*year));
            for year in years.chain(values.years.is_empty().then_some(None)) {
                let activity = activities.entry((&names.id, year)).or_default();
                activity.articles += 1;
                activity.figures += values.figures as usize;
                activity.relations |= values.relations;
            }
        }
        activities
    }

    /// Returns how many organisations report on `year`, and how many of them state targets and results.
    pub fn year_summary(&self, year: u16) -> YearSummary {
        let number = |is_counted: fn(&DocValues) -> bool| {
            let counted =
                self.doc_values.iter().filter(|values| values.years.contains(&year) && is_counted(values));
            collect_set(counted.map(|values| values.organisation)).len()
        };
        YearSummary {
            organisations: number(|_| true),
            with_targets: number(|values| values.has_role(Role::Target)),
            with_results: number(|values| values.has_role(Role::Result)),
        }
    }
}
