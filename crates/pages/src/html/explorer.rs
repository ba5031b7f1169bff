//! The figure explorer: the figures that pass its filter.

use maud::{Markup, html};

use thidua_chart::why_no_chart;
use thidua_i18n::{phrases, sentences};

use crate::context::PageContext;
use crate::html::components::figure_table::{self, TABLE_ID};
use crate::html::components::{chart_panel, download_bar, page_tools, spaced};
use crate::html::filter_controls;
use crate::route::Page;
use crate::url_state::{FigureFilter, PageView, TablePage};
use crate::view_content::{self, ExplorerState};
use crate::{chart_drawings, href};

/// With more rows the page links stand below the table, too.
const LONG_TABLE_ROWS: usize = 30;

/// Returns the heading of the explorer.
pub fn header(ctx: &PageContext<'_>) -> Markup {
    spaced(html! {
        header.head {
            h1 { (ctx.words.nav_figures) }
            p.lede { (sentences::figures_lede(ctx.site.figures.len(), ctx.lang)) }
        }
    })
}

/// Returns the filter in words, property by property; empty if everything passes.
pub fn view_name(ctx: &PageContext<'_>, filter: &FigureFilter) -> String {
    let chosen = filter.chosen();
    let names: Vec<String> =
        chosen.iter().map(|(p, value)| filter_controls::value_name(ctx, *p, value)).collect();
    names.join(" · ")
}

/// Returns the number of figures that pass, the filter in words, and the link to the view.
pub fn result_count(ctx: &PageContext<'_>, explored: &ExplorerState) -> Markup {
    let (shown, total) = (explored.matches.figures.len(), ctx.site.figures.len());
    let name = view_name(ctx, &explored.filter);
    spaced(html! {
        p.results__count role="status" {
            strong { (sentences::figures_of(shown, total, ctx.lang)) }
            @if !name.is_empty() { ": " (name) }
        }
        div.explored__tools {
            (page_tools::copy_view_button(ctx))
            @if !name.is_empty() { a href=(ctx.href(Page::Figures)) { (phrases::clear_choices(ctx.lang)) } }
        }
    })
}

/// Returns charts and table of the figures that pass, or the choices to loosen if none do. If figures are not loaded yet, it
/// says that they are loading.
pub fn result_rows(ctx: &PageContext<'_>, explored: &ExplorerState, query: &str) -> Markup {
    let ExplorerState { filter, matches, page } = explored;
    let are_ready = filter.chosen().is_empty() && !page.is_only_page() && !ctx.site.base.is_single_file();
    spaced(html! {
        @match view_content::figures_by_number(ctx, &page.figures) {
            _ if matches.figures.is_empty() => (no_matches(ctx, explored)),
            None if page.is_only_page() => p.note { (phrases::rows_coming(ctx.lang)) },
            // Placeholder of the rows: links to other pages of the table lead there.
            None => {
                p.note { (phrases::too_many_to_draw(ctx.lang)) }
                section aria-labelledby=(TABLE_ID) {
                    (table_heading(ctx))
                    p.note { (phrases::rows_coming(ctx.lang)) }
                }
            },
            Some(rows) => {
                @let charts = chart_drawings::draw_charts_of_explorer(ctx, explored);
                @if !page.is_only_page() {
                    p.note { (phrases::too_many_to_draw(ctx.lang)) }
                } @else if charts.all == 0 {
                    p class="note chart__none" { (why_no_chart(rows.len(), ctx.lang)) }
                }
                (chart_panel::charts_section(ctx, &charts, PageView { page: &Page::Figures, query }))
                section aria-labelledby=(TABLE_ID) {
                    (table_heading(ctx))
                    @if are_ready { (ready_files(ctx)) } @else { (download_bar::table_downloads(ctx)) }
                    (page_links(ctx, explored))
                    (figure_table::figure_table(ctx, &rows))
                    @if rows.len() > LONG_TABLE_ROWS { (page_links(ctx, explored)) }
                }
            },
        }
    })
}

fn table_heading(ctx: &PageContext<'_>) -> Markup {
    html! { h2 id=(TABLE_ID) tabindex="-1" { (ctx.words.figures_table) } }
}

/// Range of the rows that are shown, and links to the other pages.
fn page_links(ctx: &PageContext<'_>, explored: &ExplorerState) -> Markup {
    let ExplorerState { filter, matches, page } = explored;
    let query = filter.query();
    let to = |number: usize, words: &str, rel: Option<&str>| {
        let there = (1..=page.of).contains(&number) && number != page.number;
        let query = TablePage::query(&query, number);
        let mark = if query.is_empty() { "" } else { "?" };
        // An address inside a site that is one file cannot have a second fragment.
        let place = if ctx.site.base.is_single_file() { String::new() } else { format!("#{TABLE_ID}") };
        let href = format!("{}{mark}{query}{place}", ctx.href(Page::Figures));
        html! { @if there { a href=(href) rel=[rel] { (words) } } }
    };
    let shown = [page.first + 1, page.first + page.figures.len()];
    html! {
        @if !page.is_only_page() {
            nav.leaves aria-label=(phrases::page_links(ctx.lang)) {
                span.leaves__shown { (sentences::row_range(shown, matches.figures.len(), ctx.lang)) }
                span.leaves__ways {
                    @if page.number > 2 { (to(1, phrases::first_page(ctx.lang), None)) }
                    (to(page.number - 1, phrases::previous_page(ctx.lang), Some("prev")))
                    span.leaves__now { (sentences::page_of(page.number, page.of, ctx.lang)) }
                    (to(page.number + 1, phrases::next_page(ctx.lang), Some("next")))
                    @if page.number + 1 < page.of { (to(page.of, phrases::last_page(ctx.lang), None)) }
                }
            }
        }
    }
}

/// Link to the files with all figures.
fn ready_files(ctx: &PageContext<'_>) -> Markup {
    let data = ctx.href(Page::Data);
    html! { p.note { (phrases::all_figures_ready(ctx.lang)) " " a href=(data) { (phrases::to_the_data(ctx.lang)) } } }
}

/// Choices to loosen, with the number of figures that each would show.
fn no_matches(ctx: &PageContext<'_>, explored: &ExplorerState) -> Markup {
    let chosen = explored.filter.chosen();
    let looser = chosen.iter().filter_map(|(property, value)| {
        let without = explored.filter.with(*property, "");
        let count = explored.matches.count_without(*property);
        let href = href::view_href(ctx, PageView { page: &Page::Figures, query: &without.query() });
        let name = sentences::remove_choice(
            filter_controls::property_name(ctx, *property),
            &filter_controls::value_name(ctx, *property, value),
            ctx.lang,
        );
        (count > 0).then_some((href, name, count))
    });
    let looser: Vec<(String, String, usize)> = looser.collect();
    html! {
        div.empty {
            p.empty__title { (phrases::no_figures(ctx.lang)) }
            @if looser.is_empty() {
                p { a href=(ctx.href(Page::Figures)) { (phrases::clear_choices(ctx.lang)) } }
            } @else {
                p { (phrases::loosen(ctx.lang)) }
                ul.loosen {
                    @for (href, name, count) in &looser {
                        li { a href=(href) { (name) " — " (sentences::figures(*count, ctx.lang)) } }
                    }
                }
            }
        }
    }
}
