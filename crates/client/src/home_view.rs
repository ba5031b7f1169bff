//! The home page: what was found, and the rows of the facets.

use maud::Markup;
use thidua_pages::html::home;

use super::{Facet, FacetRow, HomeView, PageRequest};
use thidua_i18n::search_notes::note;
use thidua_i18n::sentences;
use thidua_pages::PageContext;
use thidua_pages::url_state::{self, FacetOption, facet_options};
use thidua_search::{Hit, SearchRequest, SearchResults};

/// The home page of a site whose facets have the values of `all_facets`, with the results of what is asked. `card` is as in
/// [`PageContext::cards`].
pub(super) fn home_view(
    ctx: &PageContext<'_>,
    all_facets: &[FacetOption],
    request: &PageRequest,
    results: &SearchResults,
    card: impl Fn(&Hit) -> Option<Markup>,
) -> HomeView {
    let search = url_state::parse_search(&request.query);
    let notes: Vec<String> = results.notes.iter().map(|n| note(n, ctx.lang)).collect();
    HomeView {
        key_numbers: home::key_numbers(ctx).into_string(),
        facets: facets(ctx, all_facets, &facet_options(&results.facets)),
        chosen: search.selection.len(),
        count: sentences::found(results.hits.len(), ctx.catalogue().totals().articles, ctx.lang),
        notes: notes.join(" "),
        cards: home::result_cards(ctx, results, request.max_cards, card).into_string(),
        has_more: results.hits.len() > request.max_cards,
        is_plain: search == SearchRequest::default(),
    }
}

/// The rows of all facets, with their state among the results.
fn facets(ctx: &PageContext<'_>, all_facets: &[FacetOption], now: &[FacetOption]) -> Vec<Facet> {
    let row = |known: &FacetOption| {
        let found = now.iter().find(|o| o.parameter == known.parameter && o.value == known.value);
        FacetRow {
            value: known.value.clone(),
            name: home::facet_value_name(ctx, known),
            count: found.map_or(0, |o| o.count),
            selected: found.is_some_and(|o| o.selected),
        }
    };
    let groups = all_facets.chunk_by(|a, b| a.parameter == b.parameter);
    groups
        .filter_map(|options| {
            let parameter = options.first()?.parameter;
            Some(Facet {
                name: home::facet_name(ctx, parameter).to_owned(),
                parameter: parameter.to_owned(),
                rows: options.iter().map(row).collect(),
            })
        })
        .collect()
}
