//! All years, newest first, each with the numbers of organisations, articles and figures; then what states no year.

use maud::{Markup, html};

use thidua_core::corpus::{FactsByYear, OrganisationFacts, YearCounts};
use thidua_core::domain::OrganisationId;
use thidua_core::text::sorted_by_name;
use thidua_i18n::{sentences, years as says};
use thidua_pages::PageContext;
use thidua_pages::html::components::{links, page_tools, sorting};
use thidua_pages::route::Page;
use thidua_pages::url_state::YearFilter;

use super::{figures_href, finding_of_list, shown_of};

/// Maximum number of years in the table; earlier ones are behind a disclosure.
const MAX_YEARS: usize = 40;
/// Maximum number of organisations with figures that state no year.
const MAX_UNDATED: usize = 12;

/// Returns the page with all years.
pub fn years_page(ctx: &PageContext<'_>, by_year: &FactsByYear<'_>) -> Markup {
    let years: Vec<(u16, YearCounts)> =
        ctx.catalogue().years().iter().rev().map(|(year, counts)| (*year, *counts)).collect();
    let (shown, older) = years.split_at(shown_of(years.len(), MAX_YEARS));
    html! {
        header.head {
            h1 { (says::title(ctx.lang)) }
            p.lede { (finding_of_list(ctx.catalogue(), ctx.lang)) }
            p.note { (says::lede(ctx.lang)) }
            (page_tools::page_tools(ctx, &ctx.href(Page::Years), says::title(ctx.lang), None, false))
        }
        @if !shown.is_empty() {
            section aria-labelledby="cac-nam" {
                h2 #cac-nam { (says::all_years(ctx.lang)) }
                (year_table(ctx, shown))
                @if !older.is_empty() {
                    details.year__rest {
                        summary { (says::older(ctx.lang)) }
                        (year_table(ctx, older))
                    }
                }
            }
        }
        (undated(ctx, by_year))
    }
}

fn year_table(ctx: &PageContext<'_>, years: &[(u16, YearCounts)]) -> Markup {
    let w = ctx.words;
    html! {
        table.years {
            thead {
                tr {
                    th scope="col" { (says::year(ctx.lang)) }
                    th.num scope="col" { (w.organisation) }
                    th.num scope="col" { (w.articles) }
                    th.num scope="col" { (w.figures) }
                }
            }
            tbody {
                @for (year, counts) in years {
                    tr {
                        th scope="row" { a href=(ctx.href(Page::Year(*year))) { (year) } }
                        td.num { (sentences::count(counts.organisations, ctx.lang)) }
                        td.num { (sentences::count(counts.articles, ctx.lang)) }
                        td.num {
                            @if counts.figures > 0 {
                                a href=(figures_href(ctx, YearFilter::In(*year), None)) { (sentences::count(counts.figures, ctx.lang)) }
                            } @else {
                                (sentences::count(0, ctx.lang))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Organisations with figures that state no year, each with the printed words of their periods.
fn undated(ctx: &PageContext<'_>, by_year: &FactsByYear<'_>) -> Markup {
    let with_figures = by_year.undated.iter().filter(|(_, facts)| !facts.figures.is_empty());
    let found: Vec<_> = with_figures
        .filter_map(|(id, facts)| Some((ctx.catalogue().organisation(id)?, *id, facts)))
        .collect();
    let found = sorted_by_name(found, |(organisation, ..)| sorting::organisation_sort_key(ctx, organisation));
    let shown = shown_of(found.len(), MAX_UNDATED);
    let figures: usize = found.iter().map(|(_, _, facts)| facts.figures.len()).sum();
    html! {
        @if !found.is_empty() {
            section aria-labelledby="khong-neu-nam" {
                h2 #khong-neu-nam { (says::undated(ctx.lang)) }
                p.note { (says::undated_note(ctx.lang)) }
                ul.rows { @for (_, id, facts) in found.iter().take(shown) { (undated_row(ctx, id, facts)) } }
                @if shown < found.len() {
                    p.note {
                        a href=(figures_href(ctx, YearFilter::NotStated, None)) { (sentences::all_figures(figures, ctx.lang)) }
                    }
                }
            }
        }
    }
}

fn undated_row(ctx: &PageContext<'_>, id: &OrganisationId, facts: &OrganisationFacts<'_>) -> Markup {
    let mut periods: Vec<String> = Vec::new();
    for found in &facts.figures {
        let period = links::figure_period(ctx, *found).unwrap_or_else(|| ctx.words.not_stated.to_owned());
        if !periods.contains(&period) {
            periods.push(period);
        }
    }
    html! {
        li.row {
            p.row__name { @if let Some(link) = links::organisation_link(ctx, id) { (link) } }
            p.row__more {
                (periods.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(", ")) " · "
                a href=(figures_href(ctx, YearFilter::NotStated, Some(id))) { (sentences::figures(facts.figures.len(), ctx.lang)) }
            }
        }
    }
}
