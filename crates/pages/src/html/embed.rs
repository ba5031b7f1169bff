//! Charts for a frame in somebody else's page: the chart, its source, a link back, and nothing else.
//!
//! A chart of a page is a file of its own that needs no script. A view of the explorer exists only in its address, so
//! its frame runs the app.

use crate::chart_drawings;
use crate::href;
use crate::selection;
use form_urlencoded::parse;
use maud::{Markup, html};

use super::components::chart_panel::notes;
use crate::chart_drawings::DrawnChart;
use crate::context::PageContext;
use crate::href::CHART;
use crate::route::Page;
use crate::url_state::PageView;
use thidua_i18n::phrases;

/// One chart of a place; the first of a frame heads it.
pub fn chart_frame(ctx: &PageContext<'_>, drawn: &DrawnChart, place: PageView<'_>, is_first: bool) -> Markup {
    let chart = &drawn.chart;
    let link = format!("{}#{}", href::outside_href(ctx, &href::view_href(ctx, place)), chart.id);
    html! {
        figure.chart id=(chart.id) {
            figcaption {
                @if is_first { h1.chart__title { (chart.heading) } } @else { h2.chart__title { (chart.heading) } }
                p.chart__measure { (chart.measure) }
            }
            (drawn.drawings())
            (notes(chart))
            div.embedded__foot {
                @for source in selection::sources_of_chart(ctx, chart) { p { (ctx.words.source) ": " (source) } }
                p.embedded__back {
                    a href=(link) target="_blank" { (phrases::full_page(ctx.lang)) }
                    " · " span.embedded__site { (ctx.words.site_name) }
                }
            }
        }
    }
}

/// The frame of no view: what is there until, or without, the app.
pub fn empty_frame(ctx: &PageContext<'_>) -> Markup {
    html! {
        h1.chart__title { (ctx.words.nav_figures) }
        p { a href=(href::outside_href(ctx, &ctx.href(Page::Figures))) target="_blank" { (phrases::full_page(ctx.lang)) } }
    }
}

/// The charts of an explorer's view: the one that the query names, or all of them.
pub fn explorer_frame(ctx: &PageContext<'_>, query: &str) -> Markup {
    let place = PageView { page: &Page::Embed, query };
    let named = parse(query.as_bytes()).find(|(name, _)| name == CHART).map(|(_, id)| id.into_owned());
    let mut charts = selection::charts_of_view(ctx, place);
    charts.retain(|chart| named.as_ref().is_none_or(|id| chart.id == *id));
    let charts: Vec<DrawnChart> =
        charts.into_iter().map(|chart| chart_drawings::draw_chart(ctx, chart)).collect();
    html! {
        @for (i, drawn) in charts.iter().enumerate() { (chart_frame(ctx, drawn, place, i == 0)) }
        @if charts.is_empty() {
            h1.chart__title { (phrases::embed_empty(ctx.lang)) }
            p { a href=(href::outside_href(ctx, &href::view_href(ctx, place))) target="_blank" { (phrases::full_page(ctx.lang)) } }
        }
    }
}
