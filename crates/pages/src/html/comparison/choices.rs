//! Choices of a comparison: organisations, years, kind of period; each is a link.

use maud::{Markup, html};

use thidua_core::domain::Organisation;
use thidua_core::text::fold;
use thidua_i18n::comparison as words;

use super::{names, search_form};
use crate::comparison::Comparison;
use crate::context::PageContext;
use crate::href;
use crate::html::components::{links, sorting};
use crate::url_state::{ComparisonQuery, period_slug};

/// Maximum number of organisations offered at once.
const MAX_OFFERED: usize = 24;

/// Returns the choices.
pub(super) fn choices(ctx: &PageContext<'_>, one: &Comparison<'_>) -> Markup {
    html! {
        div.picks #chon tabindex="-1" role="group" aria-label=(ctx.words.filters) {
            (organisations(ctx, one))
            @if one.years.len() > 1 || one.query.year.is_some() {
                p.picks__row {
                    span.picks__name { (ctx.words.facet_year) ": " }
                    (pick(ctx, &one.query.in_year(None), words::all_years(ctx.lang), one.query.year.is_none()))
                    @for year in &one.years {
                        " · " (pick(ctx, &one.query.in_year(Some(*year)), &year.to_string(), one.query.year == Some(*year)))
                    }
                }
            }
            @if one.periods.len() > 1 {
                p.picks__row {
                    span.picks__name { (words::kind_of_period(ctx.lang)) ": " }
                    @for (at, (kind, figures)) in one.periods.iter().enumerate() {
                        @let query = ComparisonQuery { period: (at > 0).then(|| period_slug(kind)), ..one.query.clone() };
                        @let name = format!("{} ({figures})", words::period_kind(kind, ctx.lang));
                        @if at > 0 { " · " }
                        (pick(ctx, &query, &name, *kind == one.period))
                    }
                }
            }
        }
    }
}

fn pick(ctx: &PageContext<'_>, query: &ComparisonQuery, name: &str, is_chosen: bool) -> Markup {
    html! {
        @if is_chosen { strong aria-current="true" { (name) } } @else { a href=(href::comparison_href(ctx, query)) data-keep="chon" { (name) } }
    }
}

/// The chosen organisations, each with a link that removes it; then those that can be added.
fn organisations(ctx: &PageContext<'_>, one: &Comparison<'_>) -> Markup {
    let catalogue = ctx.catalogue();
    let chosen = one.query.organisations.iter().filter_map(|id| catalogue.organisation(id));
    let chosen = sorting::organisations_by_name(ctx, chosen);
    let is_searching = !one.query.search.is_empty();
    let wanted = fold(&one.query.search);
    let is_wanted = |organisation: &&Organisation| {
        let name = fold(links::organisation_name(ctx, organisation));
        wanted.split_whitespace().all(|word| name.contains(word))
    };
    let offered: Vec<&Organisation> = match is_searching {
        true => catalogue.organisations().iter().filter(is_wanted).collect(),
        false => one.organisations.iter().filter_map(|id| catalogue.organisation(id)).collect(),
    };
    let is_new = |organisation: &&Organisation| !one.query.organisations.contains(&organisation.id);
    let offered = sorting::organisations_by_name(ctx, offered.into_iter().filter(is_new));
    html! {
        p.picks__row {
            span.picks__name { (ctx.words.organisation) ": " }
            @if chosen.is_empty() {
                strong aria-current="true" { (words::all_organisations(ctx.lang)) }
            } @else {
                @let all = ComparisonQuery { organisations: Vec::new(), ..one.query.clone() };
                (pick(ctx, &all, words::all_organisations(ctx.lang), false))
                @for organisation in &chosen {
                    @let name = names::organisation_name(ctx, &organisation.id);
                    @let query = one.query.without_organisation(&organisation.id);
                    " · "
                    a.picks__chosen href=(href::comparison_href(ctx, &query)) data-keep="chon" aria-label=(words::remove(&name, ctx.lang)) {
                        strong { (name) } span aria-hidden="true" { " ×" }
                    }
                }
            }
            @for organisation in offered.iter().take(MAX_OFFERED) {
                @let name = names::organisation_name(ctx, &organisation.id);
                @let query = one.query.with_organisation(organisation.id.clone());
                " · "
                a href=(href::comparison_href(ctx, &query)) data-keep="chon" aria-label=(words::add(&name, ctx.lang)) {
                    span aria-hidden="true" { "+ " } (name)
                }
            }
            @if offered.len() > MAX_OFFERED { " · " (words::more_organisations(offered.len() - MAX_OFFERED, ctx.lang)) }
            @if is_searching && offered.is_empty() { " · " (words::found_nothing(ctx.lang)) }
        }
        (search_form(ctx, &one.query, words::find_organisation(ctx.lang)))
    }
}
