//! Reasons: the passages that made an article match, cut to a short excerpt.

use std::cmp::Reverse;
use std::ops::Range;

use thidua_core::collections::{SortedSet, sort_by_key};
use thidua_core::domain::Lang;

use super::highlight::{byte_ranges, matching_words};
use super::index::Index;
use super::passages::Passage;
use super::phrase_matcher::PhraseMatcher;
use super::plan::QueryPlan;
use super::results::Reason;
use super::tokenized::TokenizedTexts;
use super::weights::WEIGHTS;

/// Maximum number of reasons for an article.
const MAX_REASONS: usize = 3;
/// Maximum number of characters of an excerpt, without "…".
const EXCERPT_CHARS: usize = 158;
/// Characters shown before the first match of a cut passage.
const CONTEXT_CHARS: usize = 40;

/// A passage with its match.
struct Candidate<'a> {
    passage: &'a Passage,
    span: Range<usize>,
    clauses: u64,
    /// Sort key: exact phrase, any phrase, number of clauses, zone weight, Vietnamese.
    rank: (bool, bool, u32, u32, bool),
}

impl Candidate<'_> {
    /// Part of the query that the passage contains: exact phrase, any phrase, number of clauses.
    const fn completeness(&self) -> (bool, bool, u32) {
        (self.rank.0, self.rank.1, self.rank.2)
    }
}

/// Returns the best passages of an article that together cover as many clauses as possible. Empty if the texts of the
/// article are not loaded.
pub(super) fn reasons(index: &Index, plan: &QueryPlan, article: u32) -> Vec<Reason> {
    let Some((texts, article)) = index.texts_of(article) else { return Vec::new() };
    let matcher = PhraseMatcher { tokens: &texts.tokens, plan };
    let mut candidates: Vec<Candidate> =
        texts.passages_of(article).filter_map(|number| candidate(texts, matcher, number)).collect();
    sort_by_key(&mut candidates, |candidate| Reverse(candidate.rank));
    let best = candidates.first().map(Candidate::completeness);
    let mut covered = 0;
    // Passages that add a clause come first, then passages as complete as the best.
    let (adding, other): (Vec<_>, Vec<_>) = candidates.into_iter().partition(|candidate| {
        let adds = candidate.clauses & !covered != 0;
        covered |= candidate.clauses;
        adds
    });
    let equal = other.into_iter().filter(|candidate| Some(candidate.completeness()) == best);
    let mut locations = SortedSet::default();
    let chosen = adding.into_iter().chain(equal).filter(|c| locations.insert(c.passage.location.clone()));
    chosen.take(MAX_REASONS).map(|candidate| reason(matcher, &candidate)).collect()
}

fn candidate<'a>(
    texts: &'a TokenizedTexts,
    matcher: PhraseMatcher<'_>,
    number: usize,
) -> Option<Candidate<'a>> {
    let (passage, span) = (texts.passages.get(number)?, texts.spans.get(number)?.clone());
    let clauses = matcher.clauses_in(span.clone());
    if clauses & !matcher.plan.optional == 0 {
        return None;
    }
    let wanted = matcher.plan.phrase_clauses();
    let complete = clauses & wanted == wanted;
    let phrases = || span.clone().filter_map(|place| matcher.match_query(place));
    let phrase = if complete { phrases().map(|found| found.is_exact).max() } else { None };
    let weight = WEIGHTS.zone(passage.zone);
    let is_vietnamese = passage.lang == Lang::Vi;
    let rank = (phrase == Some(true), phrase.is_some(), clauses.count_ones(), weight, is_vietnamese);
    Some(Candidate { passage, span, clauses, rank })
}

fn reason(matcher: PhraseMatcher<'_>, candidate: &Candidate) -> Reason {
    let Passage { location, lang, text, .. } = candidate.passage;
    let mut words = matching_words(matcher, candidate.span.clone());
    // Words far behind the first match do not fit the excerpt.
    let first = words.first().map_or(0, |words| words.start);
    words.retain(|words| words.start < first + EXCERPT_CHARS / 2);
    let (text, highlights) = excerpt(text, byte_ranges(text, &words));
    Reason { location: location.clone(), text, highlights, lang: *lang }
}

/// Cuts a long text around its first highlight, at white space if possible. Returns the excerpt and the highlights
/// within it.
fn excerpt(text: &str, highlights: Vec<Range<usize>>) -> (String, Vec<Range<usize>>) {
    let length = text.chars().count();
    if length <= EXCERPT_CHARS {
        return (text.to_owned(), highlights);
    }
    let first = highlights.first().map_or(0, |range| range.start);
    let chars_before = text.char_indices().take_while(|(at, _)| *at < first).count();
    let skip = chars_before.saturating_sub(CONTEXT_CHARS).min(length - EXCERPT_CHARS);
    let byte_at = |chars: usize| text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at);
    let (mut start, mut end) = (byte_at(skip), byte_at(skip + EXCERPT_CHARS));
    let shown = |range: Range<usize>| text.get(range).unwrap_or_default();
    if start > 0 {
        let gap = shown(start..first).char_indices().find(|(_, c)| c.is_whitespace());
        start = gap.map_or(start, |(at, c)| start + at + c.len_utf8());
    }
    if end < text.len() {
        end = shown(first..end).rfind(char::is_whitespace).map_or(end, |at| first + at);
    }
    let body = shown(start..end);
    let (opening, closing) = (if start > 0 { "…" } else { "" }, if end < text.len() { "…" } else { "" });
    let shift = |at: usize| at - start + opening.len();
    let inside = highlights.into_iter().filter(|range| range.start < end);
    let shifted = inside.map(|range| shift(range.start)..shift(range.end.min(end))).collect();
    (format!("{opening}{body}{closing}"), shifted)
}
