//! Groups of the results of a search: the names it means, and figures among the reasons of its hits.

use maud::Markup;

use thidua_core::domain::FigureId;
use thidua_pages::PageContext;
use thidua_pages::html::result_groups;
use thidua_pages::url_state::FigureFilter;
use thidua_search::{Hit, NameIndex, PassageLocation, Reason, SearchRequest, SearchResults};

/// Number of hits whose figures are shown: those whose texts come first if they are fetched, so that nothing moves when the
/// others come.
const FIGURE_HITS: usize = 8;

/// Returns the groups above the article cards; empty without words. `figure` returns the row of a figure of a hit, or `None`
/// if its article is not loaded.
pub(super) fn groups(
    ctx: &PageContext<'_>,
    names: &NameIndex,
    request: &SearchRequest,
    results: &SearchResults,
    figure: impl Fn(&Hit, &FigureId) -> Option<Markup>,
) -> Markup {
    let named = names.search(&request.query);
    if named.words == 0 {
        return Markup::default();
    }
    // A figure that has one word of several is no answer.
    let is_answer = |reason: &&Reason| {
        let words = reason.highlights.iter().filter_map(|range| reason.text.get(range.clone()));
        words.map(|words| words.split_whitespace().count()).sum::<usize>() >= named.words
    };
    let figures = results.hits.iter().take(FIGURE_HITS).flat_map(|hit| {
        let figures = hit.reasons.iter().filter(is_answer).filter_map(|reason| match &reason.location {
            PassageLocation::Figure(id) => Some(id),
            _ => None,
        });
        figures.take(1).filter_map(|id| figure(hit, id)).collect::<Vec<_>>()
    });
    let figures: Vec<Markup> = figures.take(result_groups::MAX_ROWS).collect();
    // The table of the one organisation that is named; a choice of more might lack the figures above.
    let organisation = match named.organisations.as_slice() {
        [one] => ctx.catalogue().organisations().get(one.number),
        _ => None,
    };
    let organisation = organisation.map(|organisation| organisation.id.clone());
    let all_figures = FigureFilter { organisation, ..FigureFilter::default() };
    result_groups::result_groups(ctx, &named, &figures, &all_figures, !results.hits.is_empty())
}
