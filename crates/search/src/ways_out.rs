//! Ways out of an empty or thin result: changed searches that find more, each with the number of its articles.

use std::ops::Range;

use thidua_core::collections::sort_by_key;

use super::index::Index;
use super::query::Query;
use super::relaxation::{year_of, year_words_before};
use super::request::{FacetSelection, SearchRequest};
use super::results::{Condition, WayOut};
use super::searcher::{count_articles, is_loaded, parse_query};

/// Maximum number of ways out.
const MAX_WAYS_OUT: usize = 4;
/// Number of hits up to which a result is thin: conditions are then offered to be dropped, if that finds more.
const THIN: usize = 2;

/// Returns the ways out of a search with `hits` hits. Best first; none if enough was found.
pub(super) fn ways_out(
    index: &Index,
    request: &SearchRequest,
    query: &Query,
    optional: u64,
    hits: usize,
) -> Vec<WayOut> {
    if hits > THIN || index.is_empty() {
        return Vec::new();
    }
    let mut ways: Vec<WayOut> = changes(request, query, optional, hits == 0)
        .into_iter()
        // Everything is no way out.
        .filter(|(_, request)| !request.query.trim().is_empty() || !request.selection.is_empty())
        .filter_map(|(dropped, request)| {
            let articles = count_articles(index, &request).filter(|articles| *articles > hits)?;
            Some(WayOut { dropped, request, articles })
        })
        .collect();
    // Words that stand nowhere are dropped together.
    if hits == 0 && ways.is_empty() {
        ways.extend(without_unknown_words(index, request, query));
    }
    sort_by_key(&mut ways, |way| std::cmp::Reverse(way.articles));
    if hits == 0 {
        ways.splice(0..0, approximate(index, request, query));
    }
    ways.truncate(MAX_WAYS_OUT);
    ways
}

/// Searches that lack one part of a request. Without `may_drop_words` only conditions are dropped.
fn changes(
    request: &SearchRequest,
    query: &Query,
    optional: u64,
    may_drop_words: bool,
) -> Vec<(Condition, SearchRequest)> {
    let mut changes = Vec::new();
    let filters = query.filters.iter().map(|filter| &filter.range);
    for range in filters.chain(query.excluded.iter().map(|clause| &clause.range)) {
        changes.push(without_words(request, std::slice::from_ref(range)));
    }
    let mut at = 0;
    while let Some(clause) = query.required.get(at) {
        let clauses = unit_at(query, at);
        let is_year = year_of(clause).is_some();
        if is_year {
            // The words go without "năm"; only the year is named.
            let words = year_words_before(query, at);
            let ranges = ranges_of(query, at - words..at + 1);
            let (_, rest) = split_off(&request.query, &ranges);
            let year = Condition::Year(clause.typed.clone());
            changes.push((year, SearchRequest { query: rest, ..request.clone() }));
        } else if query.required.len() > clauses.len() && may_drop_words && optional >> at & 1 == 0 {
            changes.push(without_words(request, &ranges_of(query, clauses.clone())));
        }
        at = clauses.end;
    }
    let FacetSelection { organisations, years, kinds, sectors, levels, roles } = &request.selection;
    let mut clear = |is_selected: bool, parameter: &'static str, clear: fn(&mut FacetSelection)| {
        if is_selected {
            let mut request = request.clone();
            clear(&mut request.selection);
            changes.push((Condition::Facet(parameter), request));
        }
    };
    clear(!organisations.is_empty(), "don-vi", |selection| selection.organisations.clear());
    clear(!years.is_empty(), "nam", |selection| selection.years.clear());
    clear(!kinds.is_empty(), "loai", |selection| selection.kinds.clear());
    clear(!sectors.is_empty(), "khoi", |selection| selection.sectors.clear());
    clear(!levels.is_empty(), "cap", |selection| selection.levels.clear());
    clear(!roles.is_empty(), "vai-tro", |selection| selection.roles.clear());
    if request.selection.len() > 1 {
        let selection = FacetSelection::default();
        changes.push((Condition::AllFacets, SearchRequest { selection, ..request.clone() }));
    }
    changes
}

/// Clauses that are dropped together with the one at `at`: those of a place.
fn unit_at(query: &Query, at: usize) -> Range<usize> {
    let place = query.places.iter().find(|place| place.clauses.start == at);
    place.map_or(at..at + 1, |place| place.clauses.clone())
}

/// Places of clauses in the query text.
fn ranges_of(query: &Query, clauses: Range<usize>) -> Vec<Range<usize>> {
    query.required.get(clauses).into_iter().flatten().map(|clause| clause.range.clone()).collect()
}

/// The search without some of its words.
fn without_words(request: &SearchRequest, ranges: &[Range<usize>]) -> (Condition, SearchRequest) {
    let (typed, rest) = split_off(&request.query, ranges);
    (Condition::Words(typed), SearchRequest { query: rest, ..request.clone() })
}

/// The search without all words that alone find nothing. `None` if there are none, or no others.
fn without_unknown_words(index: &Index, request: &SearchRequest, query: &Query) -> Option<WayOut> {
    let finds_nothing = |range: &Range<usize>| {
        let word = request.query.get(range.clone()).unwrap_or_default();
        let alone = SearchRequest { query: format!("{word} "), ..SearchRequest::default() };
        count_articles(index, &alone) == Some(0)
    };
    let mut unknown: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < query.required.len() {
        let clauses = unit_at(query, at);
        at = clauses.end;
        let ranges = ranges_of(query, clauses);
        if ranges.iter().any(finds_nothing) {
            unknown.extend(ranges);
        }
    }
    if unknown.is_empty() || unknown.len() == query.required.len() {
        return None;
    }
    let (dropped, request) = without_words(request, &unknown);
    let articles = count_articles(index, &request).filter(|articles| *articles > 0)?;
    Some(WayOut { dropped, request, articles })
}

/// The search without quotation marks: its words in any spelling and order. `None` if nothing is quoted, it finds
/// nothing, or its postings are not loaded.
fn approximate(index: &Index, request: &SearchRequest, query: &Query) -> Option<WayOut> {
    let request = without_quotes(request, query)?;
    let query = parse_query(index, &request);
    if !is_loaded(index, &query) {
        return None;
    }
    let articles = count_articles(index, &request).filter(|articles| *articles > 0)?;
    Some(WayOut { dropped: Condition::Quotes, request, articles })
}

/// The request with its quoted phrases as plain words. `None` if it has none.
pub(super) fn without_quotes(request: &SearchRequest, query: &Query) -> Option<SearchRequest> {
    let quoted: Vec<_> = query.required.iter().filter(|clause| clause.is_quoted).collect();
    let (_, rest) =
        split_off(&request.query, &quoted.iter().map(|clause| clause.range.clone()).collect::<Vec<_>>());
    let mut words: Vec<&str> = quoted.iter().map(|clause| clause.typed.as_str()).collect();
    words.push(rest.trim());
    let query = words.join(" ").trim().to_owned() + " ";
    (!quoted.is_empty()).then(|| SearchRequest { query, ..request.clone() })
}

/// Takes ranges out of a text: what they held, and the rest. If the end is taken, a space says that the word before it is
/// finished.
fn split_off(text: &str, ranges: &[Range<usize>]) -> (String, String) {
    let (mut taken, mut rest, mut at) = (Vec::new(), Vec::new(), 0);
    for range in ranges {
        taken.push(text.get(range.clone()).unwrap_or_default());
        rest.push(text.get(at..range.start).unwrap_or_default().trim());
        at = range.end;
    }
    let end = text.get(at..).unwrap_or_default();
    let is_finished = end.trim().is_empty();
    rest.push(end.trim());
    rest.retain(|piece| !piece.is_empty());
    let mut rest = rest.join(" ");
    if is_finished && !rest.is_empty() {
        rest.push(' ');
    }
    (taken.join(" "), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rest_of_a_query_keeps_its_other_words() {
        let query = "ha nao dong";
        for (taken, words, rest) in [
            (vec![0..2, 3..6], "ha nao", "dong"),
            (vec![0..2, 7..11], "ha dong", "nao "),
            (vec![0..2, 3..6, 7..11], "ha nao dong", ""),
        ] {
            assert_eq!(split_off(query, &taken), (words.to_owned(), rest.to_owned()));
        }
        assert_eq!(
            split_off(query, std::slice::from_ref(&(7..11))),
            ("dong".to_owned(), "ha nao ".to_owned())
        );
    }
}
