//! The figure explorer: what is shown of the figures that are chosen.

use crate::chart_drawings;
use crate::href;
use crate::html::components::chart_panel;
use crate::html::components::download_bar;
use crate::html::components::figure_table;
use crate::html::components::page_tools;
use crate::html::filter_controls;
use crate::selection;
use maud::{Markup, html};

use super::components::figure_table::TABLE;
use super::components::spaced;
use crate::context::PageContext;
use crate::route::Page;
use crate::selection::ExplorerState;
use crate::url_state::PageView;
use crate::url_state::{FigureFilter, TablePage};
use thidua_chart::why_no_chart;
use thidua_i18n::{phrases, sentences};

/// Behind a table of more rows the way to the others stands once more.
const LONG: usize = 30;

/// Heading of the explorer.
pub fn header(ctx: &PageContext<'_>) -> Markup {
    spaced(html! {
        header.head {
            h1 { (ctx.words.nav_figures) }
            p.lede { (sentences::figures_lede(ctx.site.figures.len(), ctx.lang)) }
        }
    })
}

/// The view in words: what was chosen, property by property; nothing where everything passes.
pub fn view_name(ctx: &PageContext<'_>, filter: &FigureFilter) -> String {
    let chosen = filter.chosen();
    let names: Vec<String> =
        chosen.iter().map(|(p, value)| filter_controls::value_name(ctx, *p, value)).collect();
    names.join(" · ")
}

/// How many figures are shown, of what, and the link to the view.
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

/// Charts and table of what `query` asks for, or which choice to loosen. Where figures are not here yet, it says that
/// they are on their way.
pub fn result_rows(ctx: &PageContext<'_>, explored: &ExplorerState, query: &str) -> Markup {
    let ExplorerState { filter, matches, page } = explored;
    let are_ready = filter.chosen().is_empty() && !page.is_only_page() && !ctx.site.base.is_single_file();
    spaced(html! {
        @match selection::figures_by_number(ctx, &page.figures) {
            _ if matches.figures.is_empty() => (no_matches(ctx, explored)),
            None if page.is_only_page() => p.note { (phrases::rows_coming(ctx.lang)) },
            // Where the rows will stand: the way to the next of them leads there.
            None => {
                p.note { (phrases::too_many_to_draw(ctx.lang)) }
                section aria-labelledby=(TABLE) {
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
                section aria-labelledby=(TABLE) {
                    (table_heading(ctx))
                    @if are_ready { (ready_files(ctx)) } @else { (download_bar::table_downloads(ctx)) }
                    (page_links(ctx, explored))
                    (figure_table::figure_table(ctx, &rows))
                    @if rows.len() > LONG { (page_links(ctx, explored)) }
                }
            },
        }
    })
}

fn table_heading(ctx: &PageContext<'_>) -> Markup {
    html! { h2 id=(TABLE) tabindex="-1" { (ctx.words.figures_table) } }
}

/// Which of the rows are shown, and the way to the others.
fn page_links(ctx: &PageContext<'_>, explored: &ExplorerState) -> Markup {
    let ExplorerState { filter, matches, page } = explored;
    let query = filter.query();
    let to = |number: usize, words: &str, rel: Option<&str>| {
        let there = (1..=page.of).contains(&number) && number != page.number;
        let query = TablePage::query(&query, number);
        let mark = if query.is_empty() { "" } else { "?" };
        // An address within a site that is one file has no room for a second place.
        let place = if ctx.site.base.is_single_file() { String::new() } else { format!("#{TABLE}") };
        let href = format!("{}{mark}{query}{place}", ctx.href(Page::Figures));
        html! { @if there { a href=(href) rel=[rel] { (words) } } }
    };
    let shown = [page.first + 1, page.first + page.figures.len()];
    html! {
        @if !page.is_only_page() {
            nav.leaves aria-label=(phrases::leaves(ctx.lang)) {
                span.leaves__shown { (sentences::rows_shown(shown, matches.figures.len(), ctx.lang)) }
                span.leaves__ways {
                    @if page.number > 2 { (to(1, phrases::first_leaf(ctx.lang), None)) }
                    (to(page.number - 1, phrases::leaf_before(ctx.lang), Some("prev")))
                    span.leaves__now { (sentences::page_of(page.number, page.of, ctx.lang)) }
                    (to(page.number + 1, phrases::leaf_after(ctx.lang), Some("next")))
                    @if page.number + 1 < page.of { (to(page.of, phrases::last_leaf(ctx.lang), None)) }
                }
            }
        }
    }
}

/// Where all figures are ready to be taken.
fn ready_files(ctx: &PageContext<'_>) -> Markup {
    let data = format!("{}#tai-ve", ctx.href(Page::About));
    html! { p.note { (phrases::all_figures_ready(ctx.lang)) " " a href=(data) { (phrases::to_the_data(ctx.lang)) } } }
}

/// Which choice to loosen, with what that would show.
fn no_matches(ctx: &PageContext<'_>, explored: &ExplorerState) -> Markup {
    let chosen = explored.filter.chosen();
    let looser = chosen.iter().filter_map(|(property, value)| {
        let without = explored.filter.with(*property, "");
        let count = explored.matches.without(*property);
        let href = href::view_href(ctx, PageView { page: &Page::Figures, query: &without.query() });
        let name = sentences::without(
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
