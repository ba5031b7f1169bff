//! View of the home page: result cards and facet rows.

use maud::Markup;

use thidua_i18n::search_notes::note;
use thidua_i18n::sentences;
use thidua_pages::PageContext;
use thidua_pages::html::home;
use thidua_pages::url_state::{FacetGroup, facet_groups};
use thidua_search::{Hit, MatchTier, SearchRequest, SearchResults};

use super::{Facet, FacetRow, HomeView, PageRequest, Parsed};

/// Builds the home page. `all_facets` has the rows of the facets; `card` returns the card of a hit, or `None` if it
/// is not loaded, see [`home::result_cards`]. `groups` stand above the cards. `lead`: see [`HomeView::lead`].
pub(super) fn home_view(
    ctx: &PageContext<'_>,
    all_facets: &[FacetGroup],
    request: &Parsed<PageRequest>,
    results: &SearchResults,
    groups: Markup,
    lead: Option<String>,
    card: impl Fn(&Hit) -> Option<Markup>,
) -> HomeView {
    let notes: Vec<String> = results.notes.iter().map(|n| note(n, ctx.lang)).collect();
    HomeView {
        lead,
        facets: facets(ctx, all_facets, &facet_groups(&results.facets)),
        chosen: request.search.selection.len(),
        count: sentences::result_count(results.hits.len(), ctx.catalogue().totals().articles, ctx.lang),
        see: sentences::see_articles(results.hits.len(), ctx.lang),
        is_ranked: results.hits.iter().any(|hit| hit.tier != MatchTier::Unranked),
        notes: notes.join(" "),
        cards: groups.into_string()
            + &home::result_cards(ctx, results, request.raw.max_cards, card).into_string(),
        has_more: results.hits.len() > request.raw.max_cards,
        is_plain: request.search == SearchRequest::default(),
    }
}

/// Rows of all facets: every value that the corpus has, with its state among the results.
fn facets(ctx: &PageContext<'_>, all_facets: &[FacetGroup], counted: &[FacetGroup]) -> Vec<Facet> {
    let facet = |FacetGroup { parameter, values }: &FacetGroup| {
        let counts = || counted.iter().filter(|group| group.parameter == *parameter);
        let row = |value: &String| {
            let found = counts().flat_map(|group| &group.values).find(|found| found.value == *value);
            FacetRow {
                value: value.clone(),
                name: home::facet_value_name(ctx, parameter, value),
                count: found.map_or(0, |found| found.count),
                selected: found.is_some_and(|found| found.selected),
            }
        };
        Facet {
            name: home::facet_name(ctx, parameter).to_owned(),
            parameter: (*parameter).to_owned(),
            rows: values.iter().map(|value| row(&value.value)).collect(),
        }
    };
    all_facets.iter().filter(|group| !group.values.is_empty()).map(facet).collect()
}
