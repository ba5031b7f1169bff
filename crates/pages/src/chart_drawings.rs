//! Charts with their drawings, made once for a page and for its frames.

use std::collections::BTreeMap;

use maud::{PreEscaped, html};

use crate::context::PageContext;
use crate::href::evidence_href;
use crate::route::Page;
use crate::selection::{self, ExplorerState};
use crate::url_state::PageView;
use thidua_chart::{Chart, ChartKind, Evidence, Size};

/// A page draws at most so many charts of what the explorer can choose from.
pub const MOST_SHOWN: usize = 16;

/// The charts of a page.
#[derive(Debug, Clone, Default)]
pub struct DrawnCharts {
    /// Those that are shown.
    pub shown: Vec<DrawnChart>,
    /// How many there are.
    pub all: usize,
}

/// A chart with its drawing, made once for the page and for its frame.
#[derive(Debug, Clone)]
pub struct DrawnChart {
    /// The chart.
    pub chart: Chart,
    /// The drawing, which stands twice, for narrow and for wide screens; only one is ever shown. It is markup already,
    /// escaped by the chart model.
    drawings: String,
    /// The height of the taller one.
    pub height: u32,
}

/// The charts at a place, drawn.
pub fn draw_charts_of_view(ctx: &PageContext<'_>, place: PageView<'_>) -> DrawnCharts {
    // Of an article and of a figure only the page tells, and all of it.
    let most = match place.page {
        Page::Article(_) | Page::Figure(_) => usize::MAX,
        _ => MOST_SHOWN,
    };
    draw_charts(ctx, selection::charts_of_view(ctx, place), most)
}

/// Charts, drawn; of more than `most` some of each kind.
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

/// The same, drawn.
pub fn draw_charts_of_explorer(ctx: &PageContext<'_>, explored: &ExplorerState) -> DrawnCharts {
    draw_charts(ctx, selection::charts_of_explorer(ctx, explored), MOST_SHOWN)
}

impl DrawnChart {
    /// The drawing as markup.
    pub fn drawings(&self) -> PreEscaped<&str> {
        PreEscaped(&self.drawings)
    }
}

/// Of more than `most` charts as many of each kind, in the order in which they stand.
fn some_of_each_kind(charts: Vec<Chart>, most: usize) -> Vec<Chart> {
    let mut before: BTreeMap<ChartKind, usize> = BTreeMap::new();
    let turn = |chart: &Chart| {
        let turn = before.entry(chart.kind).or_default();
        *turn += 1;
        *turn
    };
    let turns: Vec<usize> = charts.iter().map(turn).collect();
    let up_to = |last: usize| turns.iter().filter(|turn| **turn <= last).count();
    let last = (1..=charts.len()).take_while(|last| up_to(*last) <= most).last().unwrap_or(1);
    charts.into_iter().zip(turns).filter(|(_, turn)| *turn <= last).map(|(chart, _)| chart).collect()
}
