//! Which words of a text a query means.

use std::ops::Range;

use super::numbering::Numbering;
use super::plan::{Leniency, Plan};
use super::query::Query;
use super::synonyms::Synonyms;
use super::texts::Texts;
use super::walk::Walk;
use thidua_core::text::token::ranges;

/// The places in `text`, in bytes, that match a query: the whole phrase where it stands in the text, else its words.
/// Words are whole printed words, neighbours are one place, and spellings with other marks than typed are left out.
///
/// ```
/// use thidua_search::{Query, highlight};
/// let text = "Hội thi Công nhân giỏi năm 2022";
/// let places = highlight(text, &Query::parse("cong nhan gioi"));
/// assert_eq!(&text[places[0].clone()], "Công nhân giỏi");
/// ```
pub fn highlight(text: &str, query: &Query) -> Vec<Range<usize>> {
    if !query.has_words() {
        return Vec::new();
    }
    let (mut numbering, mut texts) = (Numbering::default(), Texts::default());
    texts.lay_out(text, |printed| numbering.number(printed));
    let lexicon = numbering.finish(&mut texts.stream);
    let plan = Plan::new(query, &lexicon, &Synonyms::default(), Leniency::Marks, None);
    let span = texts.spans.first().cloned().unwrap_or_default();
    in_bytes(text, &matched(Walk { stream: &texts.stream, plan: &plan }, span))
}

/// The words of a passage that match, as ranges of its words from 0.
pub(super) fn matched(walk: Walk<'_>, span: Range<usize>) -> Vec<Range<usize>> {
    let from_zero = |places: Range<usize>| places.start - span.start..places.end - span.start;
    let mut phrases = Vec::new();
    let mut place = span.start;
    while place < span.end {
        match walk.phrase(place).filter(|found| !found.places.is_empty()) {
            Some(found) => {
                place = found.places.end;
                phrases.push(from_zero(found.places));
            }
            None => place += 1,
        }
    }
    if !phrases.is_empty() {
        return phrases;
    }
    let mut words = Vec::new();
    let mut end = span.start;
    for place in span.clone() {
        if walk.stream.get(place).is_some_and(|term| walk.plan.bits(*term) != 0) {
            end = end.max(place + 1);
        }
        for sequence in &walk.plan.sequences {
            if walk.steps(&sequence.steps, place).is_some() {
                end = end.max(place + sequence.steps.len());
            }
        }
        if end > place {
            words.push(from_zero(place..place + 1));
        }
    }
    words
}

/// Ranges of words as ranges of bytes; those with nothing but white space between them become one.
pub(super) fn in_bytes(text: &str, words: &[Range<usize>]) -> Vec<Range<usize>> {
    let needed = words.iter().map(|word| word.end).max().unwrap_or_default();
    let tokens: Vec<Range<usize>> = ranges(text).take(needed).collect();
    let mut places: Vec<Range<usize>> = Vec::new();
    for word in words {
        let first = tokens.get(word.start).map(|token| token.start);
        let last = word.end.checked_sub(1).and_then(|last| tokens.get(last)).map(|token| token.end);
        let (Some(start), Some(end)) = (first, last) else { continue };
        match places.last_mut() {
            Some(before) if text.get(before.end..start).is_some_and(|gap| gap.trim().is_empty()) => {
                before.end = end
            }
            _ => places.push(start..end),
        }
    }
    places
}
