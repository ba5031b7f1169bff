//! The figure explorer: the figures that pass its filter, as a table or as charts.
//!
//! The tabs and the heads of the table are links: the view has an address, and works by keyboard and with Back. `data-keep` names
//! the element that has the focus when the view has changed.

use maud::{Markup, html};

use thidua_chart::why_no_chart;
use thidua_core::collections::sort_by_key;
use thidua_core::corpus::FigureRef;
use thidua_core::domain::CampaignId;
use thidua_core::text::capitalise;
use thidua_i18n::{phrases, sentences};

use crate::context::PageContext;
use crate::html::components::figure_table::{self, TABLE_ID};
use crate::html::components::{chart_panel, download_bar, page_tools, spaced};
use crate::html::filter_controls;
use crate::route::Page;
use crate::url_state::{
    ComparisonQuery, ExplorerQuery, ExplorerTab, FigureColumn, FigureFilter, FigureProperty, PageView,
    YearFilter,
};
use crate::view_content::{self, ExplorerState, MAX_EXPLORED_FIGURES};
use crate::{chart_drawings, href};

/// Id of the line that says how many figures are shown and which choices they have.
const COUNT_ID: &str = "ket-qua";
/// Maximum number of values of a property that are suggested where there are too many figures for charts.
const MAX_SUGGESTIONS: usize = 2;
/// Maximum number of campaigns whose comparison is offered there.
const MAX_COMPARISONS: usize = 3;
/// Number of values that are tried for a suggestion: each filters all figures.
const MAX_TRIED: usize = 6;

/// Returns the heading of the explorer.
pub fn header(ctx: &PageContext<'_>) -> Markup {
    spaced(html! {
        header.head.explored__head {
            h1 { (ctx.words.nav_figures) }
            p.lede { (phrases::figures_lede(ctx.lang)) }
        }
    })
}

/// Returns the number of figures that pass, the chosen values, each with a link that removes it, the tabs, and the link to the
/// view.
pub fn result_count(ctx: &PageContext<'_>, explored: &ExplorerState) -> Markup {
    let (shown, total) = (explored.matches.figures.len(), ctx.site.figures.len());
    let asked = explored.asked();
    let chosen = explored.filter.chosen();
    let all = asked.with_filter(FigureFilter::default());
    spaced(html! {
        p.results__count id=(COUNT_ID) role="status" tabindex="-1" {
            strong { (sentences::figures_of(shown, total, ctx.lang)) }
            @if !chosen.is_empty() { ": " }
            @for (i, (property, value)) in chosen.iter().enumerate() {
                @let name = filter_controls::value_name(ctx, *property, value);
                @let property_name = filter_controls::property_name(ctx, *property);
                @if i > 0 { " · " }
                a.chosen href=(href::explorer_href(ctx, &asked.with_value(property.parameter(), ""))) data-keep=(COUNT_ID)
                    title=(sentences::remove_choice(property_name, &name, ctx.lang)) {
                    (capitalise(&name)) " " span.chosen__remove aria-hidden="true" { "×" }
                }
            }
            @if chosen.len() > 1 {
                " · " a.chosen href=(href::explorer_href(ctx, &all)) data-keep=(COUNT_ID) { (phrases::clear_choices(ctx.lang)) }
            }
        }
        div.explored__bar {
            (tabs(ctx, &asked))
            div.explored__tools {
                (page_tools::copy_view_button(ctx))
                @if shown > 0 && !are_files_ready(ctx, explored) { (download_bar::table_downloads(ctx)) }
            }
        }
        p class="note without-script" { (phrases::explorer_needs_script(ctx.lang)) }
    })
}

/// Links to the table and to the charts of the same choice.
fn tabs(ctx: &PageContext<'_>, asked: &ExplorerQuery) -> Markup {
    let tabs = [
        (ExplorerTab::Table, "xem-bang", phrases::as_table(ctx.lang)),
        (ExplorerTab::Charts, "xem-bieu-do", ctx.words.charts),
    ];
    html! {
        nav.tabs aria-label=(phrases::ways_to_see(ctx.lang)) {
            @for (tab, id, name) in tabs {
                @let current = (asked.tab == tab).then_some("true");
                a id=(id) data-keep=(id) href=(href::explorer_href(ctx, &asked.with_tab(tab))) aria-current=[current] { (name) }
            }
        }
    }
}

/// Returns the table or the charts of the figures that pass, or the choices to loosen if none do. If figures are not loaded yet, it
/// says that they are loading.
pub fn result_rows(ctx: &PageContext<'_>, explored: &ExplorerState, query: &str) -> Markup {
    spaced(match explored.tab {
        _ if explored.matches.figures.is_empty() => no_matches(ctx, explored),
        ExplorerTab::Table => table(ctx, explored),
        ExplorerTab::Charts => charts(ctx, explored, query),
    })
}

fn table(ctx: &PageContext<'_>, explored: &ExplorerState) -> Markup {
    let asked = explored.asked();
    html! {
        section.explored__table aria-labelledby=(TABLE_ID) {
            h2.visually-hidden id=(TABLE_ID) tabindex="-1" { (ctx.words.figures_table) }
            @match view_content::figures_by_number(ctx, &explored.page.figures) {
                // Placeholder of the rows: links to other pages of the table lead there.
                None => p.note { (phrases::rows_coming(ctx.lang)) },
                Some(rows) => {
                    (figure_table::figure_table(ctx, &rows, asked.order, &|order| {
                        href::explorer_href(ctx, &asked.with_order(order))
                    }))
                    (page_links(ctx, explored))
                    @if has_several_units(&rows) && asked.order.column == FigureColumn::Value {
                        p.note { (phrases::units_apart(ctx.lang)) }
                    }
                    @if are_files_ready(ctx, explored) { (ready_files(ctx)) }
                }
            }
        }
    }
}

fn has_several_units(rows: &[FigureRef<'_>]) -> bool {
    rows.first().is_some_and(|first| rows.iter().any(|found| found.figure.unit != first.figure.unit))
}

fn charts(ctx: &PageContext<'_>, explored: &ExplorerState, query: &str) -> Markup {
    let figures = &explored.matches.figures;
    if !explored.is_charted {
        return narrower_choices(ctx, explored);
    }
    if view_content::figures_by_number(ctx, figures).is_none() {
        return html! { p.note { (phrases::rows_coming(ctx.lang)) } };
    }
    let charts = chart_drawings::draw_charts_of_explorer(ctx, explored);
    html! {
        (chart_panel::charts_section(ctx, &charts, PageView { page: &Page::Figures, query }))
        @if charts.all == 0 { p class="note chart__none" { (why_no_chart(figures.len(), ctx.lang)) } }
    }
}

/// Choices of one more value of which charts can be drawn, those with the most figures.
fn narrower_choices(ctx: &PageContext<'_>, explored: &ExplorerState) -> Markup {
    let asked = explored.asked();
    let mut choices: Vec<(String, String)> = Vec::new();
    for property in [FigureProperty::Campaign, FigureProperty::Organisation, FigureProperty::Year] {
        if explored.filter.value_of(property).is_some() {
            continue;
        }
        let mut values = explored.matches.options(property, ctx.catalogue());
        sort_by_key(&mut values, |(_, count)| std::cmp::Reverse(*count));
        let is_drawable = |value: &str| {
            let filter = asked.filter.with(property, value);
            view_content::is_charted(ctx, &filter.apply(&ctx.site.figures, ctx.catalogue()).figures)
        };
        let tried = values.into_iter().filter(|(_, count)| (2..=MAX_EXPLORED_FIGURES).contains(count));
        let drawable = tried.take(MAX_TRIED).filter(|(value, _)| is_drawable(value));
        for (value, count) in drawable.take(MAX_SUGGESTIONS) {
            let name = filter_controls::value_name(ctx, property, &value);
            let href = href::explorer_href(ctx, &asked.with_value(property.parameter(), &value));
            choices.push((href, format!("{}: {}", capitalise(&name), sentences::figures(count, ctx.lang))));
        }
    }
    html! {
        div.empty {
            p { (phrases::too_many_to_draw(ctx.lang)) }
            ul.loosen { @for (href, name) in choices { li { a href=(href) data-keep="xem-bieu-do" { (name) } } } }
            (comparisons(ctx, explored))
        }
    }
}

/// Links to the comparison of organisations in the chosen campaign, or in those with the most figures.
fn comparisons(ctx: &PageContext<'_>, explored: &ExplorerState) -> Markup {
    let mut campaigns = explored.matches.options(FigureProperty::Campaign, ctx.catalogue());
    if let Some(chosen) = explored.filter.value_of(FigureProperty::Campaign) {
        campaigns.retain(|(id, _)| *id == chosen);
    }
    sort_by_key(&mut campaigns, |(_, count)| std::cmp::Reverse(*count));
    let year = match explored.filter.year {
        Some(YearFilter::In(year)) => Some(year),
        _ => None,
    };
    let campaigns = campaigns.into_iter().filter(|(_, count)| *count > 1).take(MAX_COMPARISONS);
    let links: Vec<(String, String)> = campaigns
        .map(|(id, _)| {
            let query = ComparisonQuery::of_campaign(CampaignId::new(id.as_str())).in_year(year);
            let name = filter_controls::value_name(ctx, FigureProperty::Campaign, &id);
            (href::comparison_href(ctx, &query), name)
        })
        .collect();
    html! {
        @if !links.is_empty() {
            p { (phrases::or_compare(ctx.lang)) }
            ul.loosen { @for (href, name) in links { li { a href=(href) lang="vi" { (name) } } } }
        }
    }
}

/// Range of the rows that are shown, and links to the other pages.
fn page_links(ctx: &PageContext<'_>, explored: &ExplorerState) -> Markup {
    let ExplorerState { matches, page, .. } = explored;
    let asked = explored.asked();
    let to = |number: usize, words: &str, rel: Option<&str>| {
        let there = (1..=page.of).contains(&number) && number != page.number;
        // An address inside a site that is one file cannot have a second fragment.
        let place = if ctx.site.base.is_single_file() { String::new() } else { format!("#{TABLE_ID}") };
        let href = format!("{}{place}", href::explorer_href(ctx, &asked.with_page(number)));
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

/// True if the builder has written the files that the view could be saved as: those of all figures.
fn are_files_ready(ctx: &PageContext<'_>, explored: &ExplorerState) -> bool {
    let is_all = explored.filter.chosen().is_empty();
    is_all && !explored.is_charted && !ctx.site.base.is_single_file()
}

/// Link to the files with all figures.
fn ready_files(ctx: &PageContext<'_>) -> Markup {
    let data = ctx.href(Page::Data);
    html! { p.note { (phrases::all_figures_ready(ctx.lang)) " " a href=(data) { (phrases::to_the_data(ctx.lang)) } } }
}

/// Choices to loosen, with the number of figures that each would show.
fn no_matches(ctx: &PageContext<'_>, explored: &ExplorerState) -> Markup {
    let asked = explored.asked();
    let looser: Vec<(String, String)> = explored
        .filter
        .chosen()
        .iter()
        .filter_map(|(property, value)| {
            let count = explored.matches.count_without(*property);
            let href = href::explorer_href(ctx, &asked.with_value(property.parameter(), ""));
            let name = capitalise(&filter_controls::value_name(ctx, *property, value));
            (count > 0).then(|| (href, sentences::without_choice(&name, count, ctx.lang)))
        })
        .collect();
    let all = href::explorer_href(ctx, &asked.with_filter(FigureFilter::default()));
    html! {
        div.empty {
            p.empty__title { (phrases::no_figures(ctx.lang)) }
            @if looser.is_empty() {
                p { a href=(all) data-keep=(COUNT_ID) { (phrases::clear_choices(ctx.lang)) } }
            } @else {
                p { (phrases::loosen(ctx.lang)) }
                ul.loosen { @for (href, name) in &looser { li { a href=(href) data-keep=(COUNT_ID) { (name) } } } }
            }
        }
    }
}
