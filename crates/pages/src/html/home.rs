//! The home page below its head: facets, result cards.

use std::cmp::Reverse;

use maud::{Markup, html};

use thidua_core::collections::sort_by_key;
use thidua_core::domain::{CampaignKind, Level, Role, Sector};
use thidua_core::text::{capitalise, sorted_by_name};
use thidua_i18n::search_notes::way_out;
use thidua_i18n::{phrases, terms};
use thidua_search::{Condition, FacetValue, Hit, SearchResults, WayOut};

use crate::context::PageContext;
use crate::html::components::{article_card, download_bar, links, sorting, spaced};
use crate::route::Page;
use crate::url_state::{FacetGroup, facet_groups, search_query};

/// Label of a facet.
pub fn facet_name(ctx: &PageContext<'_>, parameter: &'static str) -> &'static str {
    match parameter {
        "don-vi" => ctx.words.facet_organisation,
        "nam" => ctx.words.facet_year,
        "loai" => ctx.words.facet_kind,
        "khoi" => ctx.words.facet_sector,
        "cap" => ctx.words.facet_level,
        "vai-tro" => ctx.words.facet_role,
        unknown => unknown,
    }
}

/// Number of values of a long facet that are shown at once.
const MAX_FACET_VALUES: usize = 8;

/// Returns how many of the `total` values of a facet are shown before "xem cả". Two more than usual are not worth a click.
pub fn shown_facet_values(total: usize) -> usize {
    if total <= MAX_FACET_VALUES + 2 { total } else { MAX_FACET_VALUES }
}

/// Facets with their values in the order of the rows: organisations by name, all others unchanged. Of a long list the
/// organisations with the most articles come first.
pub fn sorted_facets(ctx: &PageContext<'_>, groups: [FacetGroup; 6]) -> [FacetGroup; 6] {
    let name = |organisation: &FacetValue<String>| {
        let known = ctx.catalogue().organisation(&organisation.value);
        known.map_or_else(
            || organisation.value.clone(),
            |organisation| sorting::organisation_sort_key(ctx, organisation),
        )
    };
    groups.map(|FacetGroup { parameter, mut values }| {
        if parameter == "don-vi" {
            sort_by_key(&mut values, |value| Reverse(value.count));
            let rest = values.split_off(shown_facet_values(values.len()));
            values = [values, rest].into_iter().flat_map(|part| sorted_by_name(part, name)).collect();
        }
        FacetGroup { parameter, values }
    })
}

/// Name of a facet value; the value itself if it is unknown.
pub fn facet_value_name(ctx: &PageContext<'_>, parameter: &str, value: &str) -> String {
    let lang = ctx.lang;
    let name = match parameter {
        "don-vi" => ctx.catalogue().organisation(value).map(|o| links::organisation_name(ctx, o)),
        "loai" => CampaignKind::ALL.into_iter().find(|k| k.slug() == value).map(|k| terms::kind(k, lang)),
        "khoi" => Sector::ALL.into_iter().find(|s| s.slug() == value).map(|s| terms::sector(s, lang)),
        "cap" => Level::ALL.into_iter().find(|l| l.slug() == value).map(|l| l.name(lang)),
        "vai-tro" => Role::ALL.into_iter().find(|r| r.slug() == value).map(|r| terms::role(r, lang)),
        // A year is its own name.
        _ => None,
    };
    capitalise(name.unwrap_or(value))
}

/// Returns the first `most` results as cards, or advice if there are none. Stops at the first result for which `card` returns
/// `None`.
pub fn result_cards(
    ctx: &PageContext<'_>,
    results: &SearchResults,
    most: usize,
    card: impl Fn(&Hit) -> Option<Markup>,
) -> Markup {
    if results.hits.is_empty() {
        return spaced(no_results(ctx, results));
    }
    spaced(html! {
        (ways_out(ctx, results))
        @for card in results.hits.iter().take(most).map_while(card) { (card) }
        (download_bar::result_downloads(ctx, results.hits.len()))
    })
}

/// Returns the card of a hit; `None` if its article is not loaded.
pub fn result_card(ctx: &PageContext<'_>, hit: &Hit) -> Option<Markup> {
    let article = ctx.catalogue().articles().get(hit.article as usize)?;
    Some(article_card::article_card(ctx, article, hit))
}

/// Notice of a site without articles.
fn no_articles(ctx: &PageContext<'_>) -> Markup {
    html! {
        div.empty {
            p.empty__title { (phrases::no_articles(ctx.lang)) }
            p { a href=(ctx.href(Page::Editor)) { (phrases::add_articles(ctx.lang)) } }
        }
    }
}

/// Links to searches that find more, each with its number of articles; empty if there are none.
fn ways_out(ctx: &PageContext<'_>, results: &SearchResults) -> Markup {
    let label = |way: &WayOut| {
        let selected =
            |group: &FacetGroup| matches!(way.dropped, Condition::Facet(name) if name == group.parameter);
        let groups = facet_groups(&results.facets);
        let values = groups.iter().filter(|group| selected(group)).flat_map(|group| {
            let values = group.values.iter().filter(|value| value.selected);
            values.map(|value| facet_value_name(ctx, group.parameter, &value.value))
        });
        way_out(&way.dropped, &values.collect::<Vec<_>>().join(", "), way.articles, ctx.lang)
    };
    html! {
        @if !results.ways_out.is_empty() {
            ul.ways-out aria-label=(phrases::ways_out(ctx.lang)) {
                @for way in &results.ways_out {
                    li {
                        a href=(format!("{}?{}", ctx.href(Page::Home), search_query(&way.request))) { (label(way)) }
                        " "
                    }
                }
            }
        }
    }
}

fn no_results(ctx: &PageContext<'_>, results: &SearchResults) -> Markup {
    let w = ctx.words;
    if ctx.catalogue().totals().articles == 0 {
        return no_articles(ctx);
    }
    html! {
        div.empty {
            p.empty__title { (w.no_results) }
            @if results.ways_out.is_empty() { p { (w.no_results_help) } }
            (ways_out(ctx, results))
            p {
                a href=(ctx.href(Page::Campaigns)) { (w.nav_campaigns) }
                " · "
                a href=(ctx.href(Page::Organisations)) { (w.nav_organisations) }
                " · "
                a href=(ctx.href(Page::Figures)) { (w.nav_figures) }
                " · "
                a href=(ctx.href(Page::Home)) { (w.clear_all) }
            }
        }
    }
}
