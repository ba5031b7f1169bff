//! Highlights: the words of a text that match a query.

use std::ops::Range;

use thidua_core::text::token::ranges;

use super::phrase_matcher::PhraseMatcher;
use super::plan::{MatchMode, QueryPlan};
use super::query::Query;
use super::synonyms::Synonyms;
use super::term_interner::TermInterner;
use super::tokenized::TokenizedTexts;

/// Returns the byte ranges of `text` that match a query: the whole phrase where the text has it, else single words.
///
/// Ranges cover whole printed words in order; adjacent words form one range. Spellings with other diacritics than
/// typed do not count. Cost: one pass over the text, no index needed.
///
/// ```
/// use thidua_search::{Query, highlight};
/// let text = "Hội thi Công nhân giỏi năm 2022";
/// let byte_ranges = highlight(text, &Query::parse("cong nhan gioi"));
/// assert_eq!(&text[byte_ranges[0].clone()], "Công nhân giỏi");
/// ```
pub fn highlight(text: &str, query: &Query) -> Vec<Range<usize>> {
    if !query.has_words() {
        return Vec::new();
    }
    let (mut interner, mut texts) = (TermInterner::default(), TokenizedTexts::default());
    texts.tokenize(text, |printed| interner.intern(printed));
    let term_dict = interner.finish(&mut texts.tokens);
    let plan = QueryPlan::new(query, &term_dict, &Synonyms::default(), MatchMode::Marks, None);
    let span = texts.spans.first().cloned().unwrap_or_default();
    byte_ranges(text, &matching_words(PhraseMatcher { tokens: &texts.tokens, plan: &plan }, span))
}

/// Matching words of a passage, as ranges of word indexes within the passage.
pub(super) fn matching_words(matcher: PhraseMatcher<'_>, span: Range<usize>) -> Vec<Range<usize>> {
    let relative = |range: Range<usize>| range.start - span.start..range.end - span.start;
    let mut phrases = Vec::new();
    let mut offset = span.start;
    while offset < span.end {
        match matcher.match_query(offset).filter(|found| !found.range.is_empty()) {
            Some(found) => {
                offset = found.range.end;
                phrases.push(relative(found.range));
            }
            None => offset += 1,
        }
    }
    if !phrases.is_empty() {
        return phrases;
    }
    let mut words = Vec::new();
    let mut end = span.start;
    for offset in span.clone() {
        if matcher
            .tokens
            .get(offset)
            .is_some_and(|term| matcher.plan.clause_mask(*term) & !matcher.plan.optional != 0)
        {
            end = end.max(offset + 1);
        }
        for phrase in &matcher.plan.phrases {
            if matcher.match_steps(&phrase.steps, offset).is_some() {
                end = end.max(offset + phrase.steps.len());
            }
        }
        if end > offset {
            words.push(relative(offset..offset + 1));
        }
    }
    words
}

/// Converts ranges of word indexes to byte ranges. Ranges with only white space between them are merged.
pub(super) fn byte_ranges(text: &str, words: &[Range<usize>]) -> Vec<Range<usize>> {
    let needed = words.iter().map(|word| word.end).max().unwrap_or_default();
    let tokens: Vec<Range<usize>> = ranges(text).take(needed).collect();
    let mut merged: Vec<Range<usize>> = Vec::new();
    for word in words {
        let first = tokens.get(word.start).map(|token| token.start);
        let last = word.end.checked_sub(1).and_then(|last| tokens.get(last)).map(|token| token.end);
        let (Some(start), Some(end)) = (first, last) else { continue };
        match merged.last_mut() {
            Some(before) if text.get(before.end..start).is_some_and(|gap| gap.trim().is_empty()) => {
                before.end = end
            }
            _ => merged.push(start..end),
        }
    }
    merged
}
