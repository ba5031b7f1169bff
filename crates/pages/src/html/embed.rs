//! Charts for a frame in somebody else's page: the chart, its source, a link back, and nothing else.
//!
//! A chart of a page is a file of its own that needs no script. A view of the explorer exists only in its address, so
//! its frame runs the app.

use form_urlencoded::parse;
use maud::{Markup, html};

use super::PageContext;
use super::components::chart_panel::{DrawnChart, notes};
use super::selection::CHART;
use crate::route::Page;
use crate::url_state::PageView;
use thidua_i18n::phrases;

impl PageContext<'_> {
    /// One chart of a place; the first of a frame heads it.
    pub fn embedded(self, drawn: &DrawnChart, place: PageView<'_>, is_first: bool) -> Markup {
        let chart = &drawn.chart;
        let link = format!("{}#{}", self.href_outside(&self.place_href(place)), chart.id);
        html! {
            figure.chart id=(chart.id) {
                figcaption {
                    @if is_first { h1.chart__title { (chart.heading) } } @else { h2.chart__title { (chart.heading) } }
                    p.chart__measure { (chart.measure) }
                }
                (drawn.drawings())
                (notes(chart))
                div.embedded__foot {
                    @for source in self.sources_of_chart(chart) { p { (self.w.source) ": " (source) } }
                    p.embedded__back {
                        a href=(link) target="_blank" { (phrases::full_page(self.lang)) }
                        " · " span.embedded__site { (self.w.site_name) }
                    }
                }
            }
        }
    }

    /// A link out of a frame. The frame is of this host: without the host's name the link leads to the same page.
    pub fn href_outside(self, href: &str) -> String {
        self.absolute(href).unwrap_or_else(|| href.to_owned())
    }

    /// The frame of no view: what is there until, or without, the app.
    pub fn embed_of_nothing(self) -> Markup {
        html! {
            h1.chart__title { (self.w.nav_figures) }
            p { a href=(self.href_outside(&self.href(Page::Figures))) target="_blank" { (phrases::full_page(self.lang)) } }
        }
    }

    /// The charts of an explorer's view: the one that the query names, or all of them.
    pub fn embed_view(self, query: &str) -> Markup {
        let place = PageView { page: &Page::Embed, query };
        let named = parse(query.as_bytes()).find(|(name, _)| name == CHART).map(|(_, id)| id.into_owned());
        let mut charts = self.charts_at(place);
        charts.retain(|chart| named.as_ref().is_none_or(|id| chart.id == *id));
        let charts: Vec<DrawnChart> = charts.into_iter().map(|chart| self.draw(chart)).collect();
        html! {
            @for (i, drawn) in charts.iter().enumerate() { (self.embedded(drawn, place, i == 0)) }
            @if charts.is_empty() {
                h1.chart__title { (phrases::embed_empty(self.lang)) }
                p { a href=(self.href_outside(&self.place_href(place))) target="_blank" { (phrases::full_page(self.lang)) } }
            }
        }
    }
}
