//! The comparison: chosen organisations and years side by side for one measure.
//!
//! Every choice is a link to another address of this page, so that each state can be shared and needs no state of its own.

mod choices;
mod chooser;
mod names;
mod reasons;
mod table;

use maud::{Markup, html};

use thidua_core::corpus::MeasureGroup;
use thidua_i18n::{comparison as words, phrases};

use crate::comparison::{Comparison, ComparisonContent, comparison, missing_ids};
use crate::context::PageContext;
use crate::html::components::{breadcrumb, chart_panel, download_bar, page_tools};
use crate::route::Page;
use crate::url_state::{ComparisonQuery, FigureFilter, PageView};
use crate::{chart_drawings, href, view_content};

pub use names::{finding, measure_subject};

/// The page with the heading that it has in this state.
#[derive(Debug, Clone)]
pub struct ComparisonPage {
    /// What the page finds, for its title.
    pub heading: String,
    /// The content.
    pub markup: Markup,
}

/// Returns the comparison that `query` (without `?`) requests.
pub fn comparison_page(ctx: &PageContext<'_>, query: &str) -> ComparisonPage {
    let query = ComparisonQuery::parse(query).resolved(ctx.catalogue());
    if query.is_open() {
        return chooser::chooser_page(ctx, &query);
    }
    match comparison(ctx, &query) {
        ComparisonContent::One(one, others) => measure_page(ctx, &one, &others),
        ComparisonContent::Several(groups) => measures_page(ctx, &query, &groups),
    }
}

/// Several measures fit: a campaign was chosen, and no measure of it yet.
fn measures_page(
    ctx: &PageContext<'_>,
    query: &ComparisonQuery,
    groups: &[MeasureGroup<'_>],
) -> ComparisonPage {
    let subject = names::query_subject(ctx, query);
    let heading = match (groups.is_empty(), subject.is_empty()) {
        (true, true) => words::no_such_measure(ctx.lang).to_owned(),
        (true, false) => words::none_stated(&subject, ctx.lang),
        _ => words::measures_of(&subject, groups.len(), ctx.lang),
    };
    let markup = html! {
        article.comparison {
            (breadcrumb::breadcrumb(ctx, Page::Comparison, ctx.words.nav_comparison))
            header.head {
                h1 { (heading) }
                @if !groups.is_empty() { p.note { (words::measure_a_row(ctx.lang)) } }
            }
            (removed(ctx, query))
            (reasons::groups_table(ctx, query, None, groups))
            p.all { a href=(ctx.href(Page::Comparison)) { (words::all_measures(ctx.lang)) } }
        }
    };
    ComparisonPage { heading, markup }
}

fn measure_page(ctx: &PageContext<'_>, one: &Comparison<'_>, others: &[MeasureGroup<'_>]) -> ComparisonPage {
    let heading = finding(ctx, one);
    let href = href::comparison_href(ctx, &one.query);
    let chart: Vec<_> = view_content::comparison_chart(ctx, one).into_iter().collect();
    let chart = chart_drawings::draw_charts(ctx, chart, 1);
    let query = one.query.query();
    let view = PageView { page: &Page::Comparison, query: &query };
    let figures = FigureFilter {
        unit: Some(one.measure.unit.clone()),
        role: Some(one.measure.role),
        campaign: one.measure.campaigns.first().cloned(),
        ..FigureFilter::default()
    };
    let figures = format!("{}?{}", ctx.href(Page::Figures), figures.query());
    let markup = html! {
        article.comparison {
            (breadcrumb::breadcrumb(ctx, Page::Comparison, ctx.words.nav_comparison))
            header.head {
                h1 { (heading) }
                p.comparison__measure { (names::measure_line(ctx, one)) }
                (page_tools::page_tools(ctx, &href, &heading, None, false))
            }
            (removed(ctx, &one.query))
            (choices::choices(ctx, one))
            (chart_panel::charts_section(ctx, &chart, view))
            section aria-labelledby="bang" {
                h2 #bang tabindex="-1" { (ctx.words.figures_table) }
                (table::table(ctx, one))
                @if !one.rows.is_empty() { (download_bar::table_downloads(ctx)) }
                p.note {
                    @if one.rows.len() > table::MAX_ROWS { (words::rows_shown(table::MAX_ROWS, one.rows.len(), ctx.lang)) " " }
                    @if one.left_out > 0 { (words::left_out(one.left_out, ctx.lang)) " " }
                    a href=(figures) { (words::see_figures(ctx.lang)) }
                }
            }
            (reasons::unlike(ctx, one))
            @if !others.is_empty() {
                section aria-labelledby="khac" {
                    h2 #khac { (words::others_title(ctx.lang)) }
                    (reasons::groups_table(ctx, &one.query, Some(&one.measure), others))
                }
            }
        }
    };
    ComparisonPage { heading, markup }
}

/// What the address names and the corpus does not have.
fn removed(ctx: &PageContext<'_>, query: &ComparisonQuery) -> Markup {
    let [organisations, campaigns] = missing_ids(ctx, query);
    let shown = |ids: Vec<String>| -> Vec<String> {
        ids.into_iter()
            .take(names::MAX_NAMED)
            .map(|id| id.chars().take(names::MAX_ID_CHARS).collect())
            .collect()
    };
    html! {
        @if !organisations.is_empty() {
            p.comparison__removed role="status" { (words::removed_organisations(&shown(organisations), ctx.lang)) }
        }
        @if !campaigns.is_empty() {
            p.comparison__removed role="status" { (words::removed_campaigns(&shown(campaigns), ctx.lang)) }
        }
    }
}

/// Form that searches by name: it adds `tim` to the address, and keeps what the address has.
fn search_form(ctx: &PageContext<'_>, query: &ComparisonQuery, label: &str) -> Markup {
    let kept = ComparisonQuery { search: String::new(), ..query.clone() }.query();
    let pairs: Vec<(String, String)> = form_urlencoded::parse(kept.as_bytes())
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    html! {
        form.comparison__find role="search" action=(ctx.href(Page::Comparison)) method="get" data-go="" {
            @for (name, value) in &pairs { input type="hidden" name=(name) value=(value); }
            label {
                span { (label) }
                " "
                input type="search" name="tim" value=(query.search) autocomplete="off" spellcheck="false"
                    placeholder=(phrases::type_to_find(ctx.lang));
            }
            " "
            button.button type="submit" { (words::find(ctx.lang)) }
        }
    }
}
