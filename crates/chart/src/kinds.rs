//! All kinds of charts that a set of figures allows.

use std::collections::BTreeSet;

use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{FigureId, Lang};

use super::model::{Chart, make_ids_unique};
use super::{comparison, discrepancy, recognition, share, target, time_series};

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
    let shown: BTreeSet<FigureId> = charts.iter().flat_map(Chart::figures).cloned().collect();
    let others: Vec<FigureRef<'_>> = figures.into_iter().filter(|f| !shown.contains(&f.figure.id)).collect();
    charts.extend(comparison::charts(&others, catalogue, lang));
    let mut charts: Vec<Chart> =
        charts.into_iter().map(|chart| chart.with_open_guesses(catalogue).finished()).collect();
    make_ids_unique(&mut charts);
    charts
}
