//! A chart with its finding, measure, drawing, notes, menu and table. Its sentence is for those who do not see the drawing.

use std::borrow::Cow;

use maud::{Markup, html};

use thidua_chart::{Chart, ChartKind, ChartTable, Evidence};
use thidua_i18n::charts::measures;
use thidua_i18n::differences;
use thidua_i18n::{phrases, sentences};

use crate::chart_drawings::{self, DrawnChart, DrawnCharts};
use crate::context::PageContext;
use crate::href;
use crate::html::components::{download_bar, tooltip_entries};
use crate::route::Page;
use crate::url_state::{ComparisonQuery, PageView};

/// Returns a section with the charts of a view; empty if its figures allow none: then the figures stand for themselves.
pub fn view_charts_section(ctx: &PageContext<'_>, view: PageView<'_>) -> Markup {
    let charts =
        ctx.drawn.map_or_else(|| Cow::Owned(chart_drawings::draw_charts_of_view(ctx, view)), Cow::Borrowed);
    charts_section(ctx, &charts, view)
}

/// Returns a section with `charts`; empty without any.
pub fn charts_section(ctx: &PageContext<'_>, charts: &DrawnCharts, view: PageView<'_>) -> Markup {
    let DrawnCharts { shown, all } = charts;
    html! {
        @if !shown.is_empty() {
            section aria-labelledby="bieu-do" {
                h2 #bieu-do { (ctx.words.charts) }
                @let (first, rest) = shown.split_at(open_charts(view, shown.len()));
                div.charts { @for chart in first { (chart_panel(ctx, chart, view)) } }
                @if !rest.is_empty() {
                    details.more-charts {
                        summary { (sentences::more_charts(rest.len(), ctx.lang)) }
                        div.charts { @for chart in rest { (chart_panel(ctx, chart, view)) } }
                    }
                }
                @if shown.len() < *all {
                    p.note {
                        (sentences::charts_shown(shown.len(), *all, ctx.lang))
                        @if let Page::Campaign(id) = view.page {
                            @let query = ComparisonQuery::of_campaign(id.clone());
                            " " a href=(href::comparison_href(ctx, &query)) { (phrases::compare_measures(ctx.lang)) }
                        } @else if let Some(href) = href::explorer_href_of(ctx, view.page) {
                            " " a href=(href) { (phrases::choose_figures(ctx.lang)) }
                        }
                    }
                }
            }
        }
    }
}

/// Number of the `all` charts of a view that are not folded: pages about other things lead with the first.
const fn open_charts(view: PageView<'_>, all: usize) -> usize {
    match view.page {
        Page::Campaign(_) | Page::Organisation(_) if all > 2 => 1,
        Page::Article(_) if all > 3 => 2,
        _ => all,
    }
}

fn chart_panel(ctx: &PageContext<'_>, drawn: &DrawnChart, view: PageView<'_>) -> Markup {
    let DrawnChart { chart, height, .. } = drawn;
    html! {
        figure.chart id=(chart.id) {
            figcaption {
                h3 { (chart.heading) }
                p.chart__measure { (chart.measure) }
            }
            (drawn.drawings())
            (tooltip_entries::tooltip_entries(ctx, chart))
            p.read-aloud { (chart.sentence) }
            (notes(chart))
            (all_rows_link(ctx, chart))
            (case_link(ctx, chart, view))
            div.chart__tools {
                (download_bar::chart_menu(ctx, chart, view, *height))
                details.chart__table {
                    summary { (ctx.words.chart_table) }
                    (chart_table(ctx, &chart.table))
                }
            }
        }
    }
}

/// Link to the comparison with every row; empty if the chart has all of them.
fn all_rows_link(ctx: &PageContext<'_>, chart: &Chart) -> Markup {
    let link = chart.more.as_ref().map(|more| {
        let query = ComparisonQuery::of(&more.measure);
        let only = chart.figures().into_iter().next().and_then(|id| ctx.catalogue().figure(id));
        let query = match only.filter(|_| more.organisations == 1) {
            Some(found) => query.with_organisation(found.organisation().clone()),
            None => query,
        };
        let href = href::comparison_href(ctx, &query);
        (href, measures::see_all(more.organisations, more.places, ctx.lang))
    });
    html! { @if let Some((href, words)) = link { p.chart__more { a href=(href) { (words) } } } }
}

/// Link to the accounts side by side, for a chart of differing articles or of a change over the years on the page of a campaign
/// or an organisation; else empty.
fn case_link(ctx: &PageContext<'_>, chart: &Chart, view: PageView<'_>) -> Markup {
    let is_case = matches!(chart.kind, ChartKind::Discrepancies | ChartKind::TimeSeries);
    let is_subject = matches!(view.page, Page::Campaign(_) | Page::Organisation(_));
    html! {
        @if is_case && is_subject {
            p.chart__more { a href=(href::difference_href(ctx, &chart.id)) { (differences::side_by_side(ctx.lang)) } }
        }
    }
}

fn chart_table(ctx: &PageContext<'_>, table: &ChartTable) -> Markup {
    html! {
        div.scroll role="region" aria-label=(table.caption) tabindex="0" {
            table {
                caption { (table.caption) }
                thead {
                    tr { @for c in &table.columns { th scope="col" .num[c.numeric] { (c.title) } } }
                }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (i, (cell, column)) in row.cells.iter().zip(&table.columns).enumerate() {
                                @let content = linked_cell(ctx, cell, row.link(i));
                                @if i == 0 {
                                    th scope="row" .num[column.numeric] { (content) }
                                } @else {
                                    td .num[column.numeric] { (content) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn linked_cell(ctx: &PageContext<'_>, text: &str, lead: Option<Evidence>) -> Markup {
    html! {
        @match lead {
            Some(evidence) => { a href=(href::evidence_href(ctx, &evidence)) { (text) } }
            None => { (text) }
        }
    }
}

/// Returns the notes of a chart.
pub fn notes(chart: &Chart) -> Markup {
    html! {
        @if !chart.notes.is_empty() {
            ul.chart__notes { @for note in &chart.notes { li { (note) " " } } }
        }
    }
}
