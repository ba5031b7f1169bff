//! Executes a search request.

use thidua_core::collections::{sort_numbers, to_u32};

use super::bitset::BitSet;
use super::field_filters::{self, take_following_words};
use super::index::Index;
use super::phrase_postings::PhrasePostings;
use super::places::{places_of, unknown_places};
use super::plan::{MatchMode, QueryPlan};
use super::query::{Query, QueryWord};
use super::query_terms::QueryTerms;
use super::rank::{RankedArticle, Ranking, all_phrase_postings, all_terms, without_excluded};
use super::reasons::reasons;
use super::relaxation::relax;
use super::request::{SearchRequest, Sort};
use super::results::{Hit, MatchTier, QueryNote, Reason, SearchResults};
use super::score_breakdown::{ScoreBreakdown, score_breakdown};
use super::spelling::MatchKind;
use super::ways_out::{ways_out, without_quotes};
use super::{EXPLAINED_HITS, LARGE_INDEX};

/// Searches an index. Deterministic: the same request gives the same results natively and in the browser.
///
/// If the index was read from chunks, all of [`Index::missing_chunks`] must be loaded.
pub fn search(index: &Index, request: &SearchRequest) -> SearchResults {
    let query = parse_query(index, request);
    let mut matches = Matches::new(index, &query, true);
    let facets = index.facets.apply(&mut matches.articles, &request.selection);
    matches.ranked.retain(|ranked| matches.articles.contains(ranked.article));
    let hit = |(ranked, nth): (RankedArticle, usize)| {
        let explained = nth < EXPLAINED_HITS && query.has_words();
        let reasons = if explained { reasons(index, &matches.plan, ranked.article) } else { Vec::new() };
        Hit { article: ranked.article, tier: ranked.tier, score: ranked.score, reasons }
    };
    let ranked = sort_hits(index, request.sort, std::mem::take(&mut matches.ranked));
    let ways_out = ways_out(index, request, &query, matches.plan.optional, ranked.len());
    let hits = ranked.into_iter().zip(0..).map(hit).collect();
    SearchResults { hits, facets, notes: matches.notes, ways_out }
}

/// Number of articles that a request finds. `None` if postings that it needs are not loaded.
pub(super) fn count_articles(index: &Index, request: &SearchRequest) -> Option<usize> {
    let query = parse_query(index, request);
    if !is_loaded(index, &query) {
        return None;
    }
    let mut articles = Matches::new(index, &query, false).articles;
    index.facets.apply(&mut articles, &request.selection);
    Some(articles.count())
}

/// Returns whether the postings of a query's terms are loaded.
pub(super) fn is_loaded(index: &Index, query: &Query) -> bool {
    index.without_postings(&all_terms(&plan(index, query, MatchMode::Marks))).next().is_none()
}

/// Explains a hit: its reasons, also past [`EXPLAINED_HITS`], and the breakdown of its score. `None` if the article
/// does not match or the query has no words.
pub fn explain(
    index: &Index,
    request: &SearchRequest,
    article: u32,
) -> Option<(Vec<Reason>, ScoreBreakdown)> {
    let query = parse_query(index, request);
    let matches = Matches::new(index, &query, true);
    let ranked =
        matches.ranked.iter().find(|ranked| ranked.article == article).filter(|_| query.has_words())?;
    let ranking = Ranking::new(&matches.query_terms, &matches.plan, &matches.phrase_postings);
    Some((
        reasons(index, &matches.plan, article),
        score_breakdown(&query, &ranking, &matches.articles, ranked),
    ))
}

/// Terms whose postings a search needs, and terms with which it would say more.
pub(super) fn needed_and_optional_terms(index: &Index, request: &SearchRequest) -> [Vec<u32>; 2] {
    let query = parse_query(index, request);
    let needed = all_terms(&plan(index, &query, MatchMode::Marks));
    let more = lenient_plan(index, &query).map_or_else(Vec::new, |lenient| all_terms(&lenient));
    // If no article has the typed marks, the articles with other marks are the result, so that their terms are
    // needed.
    let is_enough = || {
        index.without_postings(&needed).next().is_some()
            || !Matches::new(index, &query, false).articles.is_empty()
    };
    // If nothing has a quoted phrase, the articles with its words are a way out.
    let unquoted = without_quotes(request, &query).filter(|_| !is_enough());
    let unquoted =
        unquoted.map(|request| all_terms(&plan(index, &parse_query(index, &request), MatchMode::Marks)));
    if more.is_empty() || index.without_postings(&more).next().is_none() || is_enough() {
        return [needed, more.into_iter().chain(unquoted.into_iter().flatten()).collect()];
    }
    [more, Vec::new()]
}

/// Matches of a query before any facet selection.
struct Matches<'a> {
    query_terms: QueryTerms<'a>,
    plan: QueryPlan,
    /// Postings of the plan's phrases.
    phrase_postings: Vec<PhrasePostings>,
    articles: BitSet,
    ranked: Vec<RankedArticle>,
    notes: Vec<QueryNote>,
}

impl<'a> Matches<'a> {
    /// Finds the articles of a query, and ranks them if asked to.
    fn new(index: &'a Index, query: &Query, ranks: bool) -> Matches<'a> {
        let mut plan_used = plan(index, query, MatchMode::Marks);
        let is_loaded = |plan: &QueryPlan| index.without_postings(&all_terms(plan)).next().is_none();
        let mut lenient = lenient_plan(index, query).filter(is_loaded);
        let terms = std::iter::once(&plan_used).chain(&lenient).flat_map(all_terms).collect();
        let query_terms = QueryTerms::new(index, terms);
        relax(&mut plan_used, query, &query_terms);
        if let Some(lenient) = &mut lenient {
            lenient.relax(plan_used.optional, plan_used.years.clone());
        }
        let mut notes: Vec<QueryNote> =
            query.is_truncated.then_some(QueryNote::QueryCut).into_iter().collect();
        let mut candidates = without_excluded(&query_terms, &plan_used);
        notes.extend(field_filters::apply(index, &query.filters, &mut candidates));

        // Both plans have the same phrases: quoted ones and forms of abbreviations.
        let phrase_postings = all_phrase_postings(&query_terms, &plan_used);
        let mut articles = Ranking::new(&query_terms, &plan_used, &phrase_postings).matching(&candidates);
        notes.append(&mut plan_used.notes);
        if !query.is_empty() && !query.has_words() && query.filters.iter().all(|filter| filter.is_excluded) {
            notes.push(QueryNote::OnlyExclusions);
        }
        let mut is_lenient = false;
        if let Some(lenient) = lenient {
            let with_others = Ranking::new(&query_terms, &lenient, &phrase_postings).matching(&candidates);
            is_lenient = articles.is_empty() && !with_others.is_empty();
            let others = with_others.count().saturating_sub(articles.count());
            if is_lenient {
                (plan_used, articles) = (lenient, with_others);
                notes.push(QueryNote::OnlyWithoutMarks);
            } else if others > 0 {
                notes.push(QueryNote::OtherMarks { articles: others });
            }
        }
        if articles.is_empty() {
            notes.extend(phrases_not_found(query, &plan_used, &phrase_postings));
        }
        let places = unknown_places(query, &plan_used, &query_terms, !articles.is_empty());
        let is_plain = query.required.len() > 1
            && places.is_empty()
            && query.required.iter().all(|clause| !clause.is_quoted);
        let optional = plan_used.optional;
        notes.retain(|note| match note {
            QueryNote::UnknownWord { typed } | QueryNote::Typo { typed, .. } => {
                is_worth_a_note(query, optional, typed)
            }
            QueryNote::OnlyWithoutMarks => places.is_empty(),
            _ => true,
        });
        notes.extend(places);
        let mut ranked = if !ranks {
            Vec::new()
        } else if query.has_words() {
            Ranking::new(&query_terms, &plan_used, &phrase_postings).rank(&articles)
        } else {
            articles.iter().map(RankedArticle::unranked).collect()
        };
        if is_lenient {
            ranked.iter_mut().for_each(|ranked| ranked.tier = MatchTier::OtherMarks);
        }
        let best = ranked.iter().map(|ranked| ranked.tier).min();
        if is_plain && best == Some(MatchTier::Scattered) {
            notes.push(QueryNote::OnlyScattered);
        }
        Matches { query_terms, plan: plan_used, phrase_postings, articles, ranked, notes }
    }
}

/// Parses the query of a request. In a large index an unfinished last word is not expanded to everything that it
/// begins: bare initial consonants are dropped, and a complete word whose expansions are more frequent than the index
/// has articles is taken as finished.
pub(super) fn parse_query(index: &Index, request: &SearchRequest) -> Query {
    let mut query = Query::parse(&request.query);
    take_following_words(index, &mut query);
    query.places = places_of(&query);
    if index.len() > LARGE_INDEX {
        query.drop_trailing_onset();
        query.finish_last_word_if(|word| {
            let prefixed = index.term_dict.matches(word, false).into_iter();
            let (complete, prefixed): (Vec<_>, Vec<_>) =
                prefixed.partition(|(_, kind)| *kind != MatchKind::Prefix);
            let articles: usize = prefixed.iter().map(|(term, _)| index.doc_freq(*term)).sum();
            !complete.is_empty() && articles > index.len()
        });
    }
    query
}

fn plan(index: &Index, query: &Query, mode: MatchMode) -> QueryPlan {
    QueryPlan::new(query, &index.term_dict, &index.synonyms, mode, Some(&|term| index.doc_freq(term)))
}

/// Plan that ignores diacritics. `None` for a query without any.
fn lenient_plan(index: &Index, query: &Query) -> Option<QueryPlan> {
    query.words().any(QueryWord::has_marks).then(|| plan(index, query, MatchMode::Letters))
}

/// Returns whether to say how a word was read: it must occur, and is no part of a place, of which another note speaks.
fn is_worth_a_note(query: &Query, optional: u64, typed: &str) -> bool {
    let is_it = |word: &QueryWord| word.typed == typed;
    query.required.iter().enumerate().any(|(at, clause)| {
        let is_in_place = query.places.iter().any(|place| place.clauses.contains(&at));
        clause.words.iter().any(is_it) && optional >> at & 1 == 0 && !is_in_place
    })
}

/// Notes for quoted phrases that occur nowhere.
fn phrases_not_found(query: &Query, plan: &QueryPlan, postings: &[PhrasePostings]) -> Vec<QueryNote> {
    let mut notes = Vec::new();
    for (bit, clause) in query.required.iter().enumerate().filter(|(_, clause)| clause.is_quoted) {
        let mut postings = plan.phrases.iter().zip(postings).filter(|(phrase, _)| phrase.clauses == 1 << bit);
        if postings.next().is_some_and(|(_, postings)| postings.articles.is_empty()) {
            notes.push(QueryNote::PhraseNotFound { phrase: clause.typed.clone() });
        }
    }
    notes
}

/// Sorts articles by the requested order, then tier, score, date (newest first) and corpus order.
fn sort_hits(index: &Index, sort: Sort, articles: Vec<RankedArticle>) -> Vec<RankedArticle> {
    const DAY: u32 = 24;
    let by_relevance = articles.iter().any(|ranked| ranked.tier != MatchTier::Unranked);
    let key = |(nth, ranked): (usize, &RankedArticle)| {
        let (day, figures) =
            index.doc_values.get(ranked.article as usize).map_or((0, 0), |d| (d.day, d.figures));
        // Undated articles come last in both directions; ties are broken by the newest.
        let last = (1 << DAY) - 1;
        let newest = if day == 0 { last } else { last - 1 - day };
        let first = match sort {
            Sort::Relevance if by_relevance => 0,
            Sort::Relevance | Sort::Newest => newest,
            Sort::Oldest => {
                if day == 0 {
                    last
                } else {
                    day
                }
            }
            Sort::MostFigures => last - figures.min(last),
        };
        let parts = [
            (first, DAY),
            (ranked.tier as u32, 3),
            (u32::MAX - ranked.score, 32),
            (newest, DAY),
            (to_u32(nth), 32),
        ];
        parts.into_iter().fold(0_u128, |key, (part, bits)| key << bits | u128::from(part))
    };
    let mut keys: Vec<u128> = articles.iter().enumerate().map(key).collect();
    sort_numbers(&mut keys);
    keys.into_iter().filter_map(|key| articles.get((key & 0xffff_ffff) as usize).copied()).collect()
}
