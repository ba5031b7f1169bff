//! Charts with their drawings, made once for a page and for its frames.
//!
//! ```
//! use thidua_core::corpus::Catalogue;
//! use thidua_core::domain::Lang;
//! use thidua_pages::chart_drawings::draw_charts_of_view;
//! use thidua_pages::route::{BasePath, Page};
//! use thidua_pages::site_model::{SiteData, VerifiedArticles};
//! use thidua_pages::url_state::PageView;
//! use thidua_sample::fixture::corpus;
//! let site = SiteData::new(Catalogue::new(corpus()), VerifiedArticles::All, BasePath::new("/kho/"), String::new());
//! let charts = draw_charts_of_view(&site.page_context(Lang::Vi), PageView::new(&Page::About));
//! assert!(charts.shown.iter().all(|drawn| drawn.drawings().0.contains("<svg")));
//! ```

use std::collections::{BTreeMap, BTreeSet};

use maud::{PreEscaped, html};

use crate::context::PageContext;
pub use crate::drawn_charts::{DrawnChart, DrawnCharts};
use thidua_chart::{Chart, ChartKind, Evidence, Size};

use crate::href::evidence_href;
use crate::route::Page;
use crate::url_state::PageView;
use crate::view_content::{self, ExplorerState};

/// Maximum number of charts that a page draws of the figures that the explorer can filter.
pub const MAX_DRAWN_CHARTS: usize = 8;

/// Draws the charts of a view.
pub fn draw_charts_of_view(ctx: &PageContext<'_>, view: PageView<'_>) -> DrawnCharts {
    // The charts of an article or a figure are on no other page, so all of them are drawn.
    let most = match view.page {
        Page::Article(_) | Page::Figure(_) => usize::MAX,
        _ => MAX_DRAWN_CHARTS,
    };
    draw_charts(ctx, view_content::charts_of_view(ctx, view), most)
}

/// Draws charts; of more than `most` some of each kind.
pub fn draw_charts(ctx: &PageContext<'_>, charts: Vec<Chart>, most: usize) -> DrawnCharts {
    let all = charts.len();
    let shown = some_of_each_kind(charts, most).into_iter().map(|chart| draw_chart(ctx, chart));
    DrawnCharts { shown: shown.collect(), all }
}

/// A chart with its drawing.
pub fn draw_chart(ctx: &PageContext<'_>, chart: Chart) -> DrawnChart {
    let href = |evidence: &Evidence| evidence_href(ctx, evidence);
    let (narrow, wide) = (chart.render(Size::Narrow, &href), chart.render(Size::Wide, &href));
    let height = narrow.height.max(wide.height);
    let markup = html! {
        div class="chart__svg chart__svg--narrow" { (PreEscaped(&narrow.svg)) }
        div class="chart__svg chart__svg--wide" { (PreEscaped(&wide.svg)) }
    };
    DrawnChart { chart, drawings: markup.into_string(), height }
}

/// Draws the charts of the explorer.
pub fn draw_charts_of_explorer(ctx: &PageContext<'_>, explored: &ExplorerState) -> DrawnCharts {
    draw_charts(ctx, view_content::charts_of_explorer(ctx, explored), MAX_DRAWN_CHARTS)
}

/// Selects at most `most` charts: the first of each kind, then the second of each, and so on. Their order is kept.
fn some_of_each_kind(charts: Vec<Chart>, most: usize) -> Vec<Chart> {
    let mut before: BTreeMap<ChartKind, usize> = BTreeMap::new();
    let mut turns: Vec<(usize, usize)> = Vec::new();
    for (place, chart) in charts.iter().enumerate() {
        let turn = before.entry(chart.kind).or_default();
        turns.push((*turn, place));
        *turn += 1;
    }
    turns.sort_unstable();
    let kept: BTreeSet<usize> = turns.into_iter().take(most).map(|(_, place)| place).collect();
    charts.into_iter().enumerate().filter(|(place, _)| kept.contains(place)).map(|(_, chart)| chart).collect()
}
