//! All kinds of charts that a set of figures allows.

use std::collections::BTreeSet;

use thidua_core::collections::collect_set;
use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{FigureId, Lang, OrganisationId};

use super::measure_chart::{self, MAX_COMPARED_ROWS};
use super::model::{Chart, ChartKind, make_ids_unique};
use super::{discrepancy, numbers, recognition, share, target, time_series};

/// Returns all charts that `figures` allow, each kind in the order of its first figure. A figure given twice counts once.
///
/// Results for targets, wholes of shares and other accounts of the same thing are looked up in the whole `catalogue`. Money and
/// other numbers are charted only if no other kind shows them.
///
/// ```
/// use thidua_chart::{Size, charts_for};
/// use thidua_core::corpus::{Catalogue, FigureRef};
/// use thidua_core::domain::Lang;
/// let catalogue = Catalogue::new(thidua_sample::fixture::corpus());
/// let article = &catalogue.articles()[0];
/// let figures: Vec<_> = article.figures.iter().map(|figure| FigureRef { article, figure }).collect();
/// for chart in charts_for(&figures, &catalogue, Lang::Vi) {
///     assert!(chart.svg(Size::Narrow, &|id| format!("/so-lieu/{id}/")).starts_with("<svg"));
/// }
/// ```
pub fn charts_for(figures: &[FigureRef<'_>], catalogue: &Catalogue, lang: Lang) -> Vec<Chart> {
    let mut seen = BTreeSet::new();
    let figures: Vec<FigureRef<'_>> = figures.iter().copied().filter(|f| seen.insert(&f.figure.id)).collect();
    let mut charts = target::charts(&figures, catalogue, lang);
    for kind in [recognition::charts, share::charts, discrepancy::charts, time_series::charts] {
        charts.extend(kind(&figures, catalogue, lang));
    }
    let shown = figures_of(&charts);
    let others: Vec<FigureRef<'_>> = figures.into_iter().filter(|f| !shown.contains(&f.figure.id)).collect();
    charts.extend(numbers::charts(&others, catalogue, lang));
    completed(charts, catalogue)
}

/// Returns the charts that compare organisations or periods, those of most organisations first; then targets, shares, differing
/// articles and series of which these do not have every figure. `absent` are organisations to be named as stating nothing. Of
/// more than `most` figures there are comparisons only: nobody reads a thousand targets.
///
/// If the figures of a single organisation compare nothing over time, its recognitions by level stand instead.
pub fn comparisons_for(
    figures: &[FigureRef<'_>],
    absent: &[OrganisationId],
    most: usize,
    catalogue: &Catalogue,
    lang: Lang,
) -> Vec<Chart> {
    let mut seen = BTreeSet::new();
    let figures: Vec<FigureRef<'_>> = figures.iter().copied().filter(|f| seen.insert(&f.figure.id)).collect();
    if figures.len() > most {
        let compared = measure_chart::measure_charts(&figures, absent, MAX_COMPARED_ROWS, catalogue, lang);
        return completed(compared, catalogue);
    }
    let one_organisation = collect_set(figures.iter().map(|f| f.organisation())).len() == 1;
    let series = time_series::charts(&figures, catalogue, lang);
    let in_series = if one_organisation { figures_of(&series) } else { BTreeSet::new() };
    let free: Vec<FigureRef<'_>> =
        figures.iter().copied().filter(|f| !in_series.contains(&f.figure.id)).collect();
    let compared = measure_chart::measure_charts(&free, absent, MAX_COMPARED_ROWS, catalogue, lang);
    let shown = figures_of(&compared);
    let adds = |chart: &Chart| chart.figures().into_iter().any(|id| !shown.contains(id));
    let mut charts = compared;
    charts.extend(series.into_iter().filter(adds));
    charts.extend(target::charts(&figures, catalogue, lang));
    charts.extend(share::charts(&figures, catalogue, lang));
    charts.extend(discrepancy::charts(&figures, catalogue, lang).into_iter().filter(adds));
    let compares = |chart: &Chart| matches!(chart.kind, ChartKind::Comparison | ChartKind::TimeSeries);
    if one_organisation && !charts.iter().any(compares) {
        charts.splice(0..0, recognition::charts(&figures, catalogue, lang));
    }
    completed(charts, catalogue)
}

fn figures_of(charts: &[Chart]) -> BTreeSet<FigureId> {
    charts.iter().flat_map(Chart::figures).cloned().collect()
}

/// Completes charts. One number is a figure, not a chart.
fn completed(charts: Vec<Chart>, catalogue: &Catalogue) -> Vec<Chart> {
    let compares = |chart: &Chart| chart.mark_count() > 1;
    let mut charts: Vec<Chart> = charts
        .into_iter()
        .filter(compares)
        .map(|chart| chart.with_open_guesses(catalogue).finished())
        .collect();
    make_ids_unique(&mut charts);
    charts
}
