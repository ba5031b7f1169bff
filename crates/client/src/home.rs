//! The home page: what was found, and the rows of the facets.

use maud::Markup;

use super::{Ask, Facet, FacetRow, HomeView};
use thidua_i18n::search_notes::note;
use thidua_i18n::sentences;
use thidua_pages::html::PageContext;
use thidua_pages::url_state::{self, FacetOption, facet_options};
use thidua_search::{Hit, Request, Results};

/// The home page of a site whose facets have the values of `universe`, with the results of what is asked. `card` is as in
/// [`PageContext::cards`].
pub(super) fn home(
    ctx: PageContext<'_>,
    universe: &[FacetOption],
    ask: &Ask,
    results: &Results,
    card: impl Fn(&Hit) -> Option<Markup>,
) -> HomeView {
    let request = url_state::parse_search(&ask.query);
    let notes: Vec<String> = results.notes.iter().map(|n| note(n, ctx.lang)).collect();
    HomeView {
        key_numbers: ctx.key_numbers().into_string(),
        facets: facets(ctx, universe, &facet_options(&results.facets)),
        chosen: request.selection.len(),
        count: sentences::found(results.hits.len(), ctx.catalogue().totals().articles, ctx.lang),
        notes: notes.join(" "),
        cards: ctx.cards(results, ask.most, card).into_string(),
        has_more: results.hits.len() > ask.most,
        is_plain: request == Request::default(),
    }
}

/// The rows of all facets, with their state among the results.
fn facets(ctx: PageContext<'_>, universe: &[FacetOption], now: &[FacetOption]) -> Vec<Facet> {
    let row = |known: &FacetOption| {
        let found = now.iter().find(|o| o.parameter == known.parameter && o.value == known.value);
        FacetRow {
            value: known.value.clone(),
            name: ctx.facet_value_name(known),
            count: found.map_or(0, |o| o.count),
            selected: found.is_some_and(|o| o.selected),
        }
    };
    let groups = universe.chunk_by(|a, b| a.parameter == b.parameter);
    groups
        .filter_map(|options| {
            let parameter = options.first()?.parameter;
            Some(Facet {
                name: ctx.facet_name(parameter).to_owned(),
                parameter: parameter.to_owned(),
                rows: options.iter().map(row).collect(),
            })
        })
        .collect()
}
