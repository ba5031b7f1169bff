//! Cases of the whole corpus in which one thing has several numbers: articles that differ, and numbers that changed over the years.
//!
//! The rules are those of the charts of the same kind (`discrepancy`, `time_series`), so that a page of all cases and the chart
//! of one of them cannot disagree.

use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::Lang;

use super::model::Chart;
use super::{discrepancy, time_series};

/// Several numbers of one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Case<'a> {
    /// Id of the chart of the case, the same on every page that shows it.
    pub id: String,
    /// Whose figure, what is counted, and the numbers.
    pub heading: String,
    /// The figures, in the order of the chart.
    pub figures: Vec<FigureRef<'a>>,
}

/// Returns every case in which articles state different numbers for one thing in one period.
pub fn differing_accounts(catalogue: &Catalogue, lang: Lang) -> Vec<Case<'_>> {
    cases(discrepancy::charts(&measured(catalogue), catalogue, lang), catalogue)
}

/// Returns every case in which a number of one thing is stated for several periods.
pub fn changes_over_time(catalogue: &Catalogue, lang: Lang) -> Vec<Case<'_>> {
    cases(time_series::charts(&measured(catalogue), catalogue, lang), catalogue)
}

/// Figures that are known to measure the same as another.
fn measured(catalogue: &Catalogue) -> Vec<FigureRef<'_>> {
    catalogue.figures().filter(|found| found.figure.measure.is_some()).collect()
}

fn cases(charts: Vec<Chart>, catalogue: &Catalogue) -> Vec<Case<'_>> {
    charts
        .into_iter()
        .map(|chart| {
            let figures = chart.figures().into_iter().filter_map(|id| catalogue.figure(id)).collect();
            Case { figures, id: chart.id, heading: chart.heading }
        })
        .collect()
}
