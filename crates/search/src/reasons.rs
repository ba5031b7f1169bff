//! Reasons: the passages for which an article was found, cut to what can be read at a glance.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use super::highlight::{byte_ranges, matching_words};
use super::index::Index;
use super::passages::Passage;
use super::phrase_matcher::PhraseMatcher;
use super::plan::QueryPlan;
use super::results::Reason;
use super::tokenized::TokenizedTexts;
use super::weights::WEIGHTS;
use thidua_core::collections::sort_by_key;
use thidua_core::domain::Lang;

/// At most so many reasons are given.
const MAX_REASONS: usize = 3;
/// At most so many characters of a passage are shown, "…" not counted.
const EXCERPT_CHARS: usize = 158;
/// So many characters are shown before the match of a longer passage.
const CONTEXT_CHARS: usize = 40;

/// A passage with what it matches.
struct Candidate<'a> {
    passage: &'a Passage,
    span: Range<usize>,
    clauses: u64,
    /// Whether the whole query stands in it as typed, or at all; how many parts; the weight; whether Vietnamese.
    rank: (bool, bool, u32, u32, bool),
}

impl Candidate<'_> {
    /// How much of the query it has.
    const fn completeness(&self) -> (bool, bool, u32) {
        (self.rank.0, self.rank.1, self.rank.2)
    }
}

/// The best passages of an article that together have as many parts of the query as can be shown. Empty where its texts
/// are not here.
pub(super) fn reasons(index: &Index, plan: &QueryPlan, article: u32) -> Vec<Reason> {
    let Some((texts, article)) = index.texts_of(article) else { return Vec::new() };
    let matcher = PhraseMatcher { tokens: &texts.tokens, plan };
    let mut candidates: Vec<Candidate> =
        texts.passages_of(article).filter_map(|number| candidate(texts, matcher, number)).collect();
    sort_by_key(&mut candidates, |candidate| Reverse(candidate.rank));
    let best = candidates.first().map(Candidate::completeness);
    let mut covered = 0;
    // First what adds a part, then what is as good as the best.
    let (adding, other): (Vec<_>, Vec<_>) = candidates.into_iter().partition(|candidate| {
        let adds = candidate.clauses & !covered != 0;
        covered |= candidate.clauses;
        adds
    });
    let equal = other.into_iter().filter(|candidate| Some(candidate.completeness()) == best);
    let mut locations = BTreeSet::new();
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
    if clauses == 0 {
        return None;
    }
    let complete = clauses == matcher.plan.all_clauses;
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
    // An excerpt has no room for words further on.
    let first = words.first().map_or(0, |words| words.start);
    words.retain(|words| words.start < first + EXCERPT_CHARS / 2);
    let (text, highlights) = excerpt(text, byte_ranges(text, &words));
    Reason { location: location.clone(), text, highlights, lang: *lang }
}

/// A long text cut around its first highlight, at white space where there is any, with the highlights that remain.
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
