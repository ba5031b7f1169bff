//! Charts for a frame in somebody else's page: the chart, its source and a link back.
//!
//! A chart of a page is a file of its own that needs no script. A view of the explorer exists only in its address, so its frame
//! runs the app.

use form_urlencoded::parse;
use maud::{Markup, html};

use thidua_i18n::phrases;

use crate::chart_drawings::{self, DrawnChart};
use crate::context::PageContext;
use crate::href::{self, CHART_PARAMETER};
use crate::html::components::chart_panel::notes;
use crate::route::Page;
use crate::url_state::PageView;
use crate::view_content;

/// Returns one chart of a view; the first of a frame has the main heading.
pub fn chart_frame(ctx: &PageContext<'_>, drawn: &DrawnChart, view: PageView<'_>, is_first: bool) -> Markup {
    let chart = &drawn.chart;
    let link = format!("{}#{}", href::outside_href(ctx, &href::charts_href(ctx, view)), chart.id);
    html! {
        figure.chart id=(chart.id) {
            figcaption {
                @if is_first { h1.chart__title { (chart.heading) } } @else { h2.chart__title { (chart.heading) } }
                p.chart__measure { (chart.measure) }
            }
            (drawn.drawings())
            (notes(chart))
            div.embedded__foot {
                @for source in view_content::chart_sources(ctx, chart) { p { (ctx.words.source) ": " (source) } }
                p.embedded__back {
                    a href=(link) target="_blank" { (phrases::full_page(ctx.lang)) }
                    " · " span.embedded__site { (ctx.words.site_name) }
                }
            }
        }
    }
}

/// Returns the frame without a view: the content before the app starts, or without it.
pub fn empty_frame(ctx: &PageContext<'_>) -> Markup {
    html! {
        h1.chart__title { (ctx.words.nav_figures) }
        p { a href=(href::outside_href(ctx, &ctx.href(Page::Figures))) target="_blank" { (phrases::full_page(ctx.lang)) } }
    }
}

/// Returns the charts of the explorer that `query` requests: the one that it names, or all of them.
pub fn explorer_frame(ctx: &PageContext<'_>, query: &str) -> Markup {
    let view = PageView { page: &Page::Embed, query };
    let named =
        parse(query.as_bytes()).find(|(name, _)| name == CHART_PARAMETER).map(|(_, id)| id.into_owned());
    let mut charts = view_content::charts_of_view(ctx, view);
    charts.retain(|chart| named.as_ref().is_none_or(|id| chart.id == *id));
    let charts: Vec<DrawnChart> =
        charts.into_iter().map(|chart| chart_drawings::draw_chart(ctx, chart)).collect();
    html! {
        @for (i, drawn) in charts.iter().enumerate() { (chart_frame(ctx, drawn, view, i == 0)) }
        @if charts.is_empty() {
            h1.chart__title { (phrases::embed_empty(ctx.lang)) }
            p { a href=(href::outside_href(ctx, &href::view_href(ctx, view))) target="_blank" { (phrases::full_page(ctx.lang)) } }
        }
    }
}
