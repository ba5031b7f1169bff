//! Pages of the years: the list of all years, and each year with one row an organisation.

mod cells;
mod list_page;
mod row;
mod year_page;

pub use list_page::years_page;
pub use year_page::year_page;

use thidua_core::corpus::{Catalogue, YearCounts};
use thidua_core::domain::{Lang, OrganisationId};
use thidua_i18n::years::{self as says, Finding};
use thidua_pages::PageContext;
use thidua_pages::route::Page;
use thidua_pages::url_state::{FigureFilter, YearFilter};

/// Returns the finding of the page of `year`: its lead, and its description.
pub fn finding_of_year(catalogue: &Catalogue, year: u16, lang: Lang) -> String {
    let counts = catalogue.years().get(&year).copied().unwrap_or_default();
    finding(year, &counts, lang)
}

/// Returns the finding of the list of years.
pub fn finding_of_list(catalogue: &Catalogue, lang: Lang) -> String {
    let years = catalogue.years();
    match (years.keys().next(), years.keys().next_back()) {
        (Some(first), Some(last)) => says::span(years.len(), *first, *last, lang),
        _ => says::no_years(lang).to_owned(),
    }
}

fn finding(year: u16, counts: &YearCounts, lang: Lang) -> String {
    let found = Finding {
        year,
        organisations: counts.organisations,
        active: counts.with_campaigns,
        campaigns: counts.campaigns,
        targets: counts.with_targets,
        results: counts.with_results,
        titles: counts.titles,
        published: counts.published,
    };
    says::finding(&found, lang)
}

/// Address of the explorer with the figures of a year, or those of an organisation in it.
fn figures_href(ctx: &PageContext<'_>, year: YearFilter, organisation: Option<&OrganisationId>) -> String {
    let organisation = organisation.cloned();
    explorer_href(ctx, &FigureFilter { year: Some(year), organisation, ..FigureFilter::default() })
}

fn explorer_href(ctx: &PageContext<'_>, filter: &FigureFilter) -> String {
    format!("{}?{}", ctx.href(Page::Figures), filter.query())
}

/// Returns how many of `number` items are shown where there is room for `most`: one more than that is never hidden.
fn shown_of(number: usize, most: usize) -> usize {
    if number <= most + 1 { number } else { most }
}
