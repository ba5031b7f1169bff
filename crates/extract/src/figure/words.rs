//! Words of a figure, from its bound word to the counted noun and as many more as make them unique on the line; and a
//! proposal for its label.

use std::ops::Range;

use thidua_core::domain::{Dimension, Lang, UnitId};
use thidua_core::text::quantity::{Quantity, QuantityReader};
use thidua_core::text::stated_number::stated_numbers;
use thidua_core::text::{capitalise, match_ranges};

use crate::analyzed_line::AnalyzedLine;
use crate::campaign::LineMention;
use crate::context::Context;

/// Most words that are added to make a phrase unique.
const MOST_ADDED: usize = 10;
/// Words that join a label to a number behind it, with the space before them.
const LABEL_ENDS: [&str; 5] = [" và", " hoặc", " cùng", " với", " cho"];
/// Most words of a label.
const LONGEST_LABEL: usize = 14;

/// Returns the range of the words of a figure, and whether they are unique on the line.
pub(super) fn range(
    view: &AnalyzedLine<'_>,
    context: &Context,
    counting: &QuantityReader,
    quantity: &Quantity,
    mentions: &[LineMention],
) -> (Range<usize>, bool) {
    let mut end = counted_end(view, context, counting, quantity, mentions);
    let start = quantity.range.start;
    for _ in 0..=MOST_ADDED {
        let range = start..end;
        if match_ranges(view.text(), view.get(&range)).len() == 1 {
            return (range, true);
        }
        let next = view.word_to(end);
        let Some(word) = view.words.get(next) else { break };
        // The words of a figure do not run into the next statement.
        if view.text().get(end..word.range.start).is_none_or(|gap| gap.contains([';', '.', '!', '?', '…']))
        {
            break;
        }
        end = word.range.end;
    }
    (start..quantity.range.end, false)
}

fn counted_end(
    view: &AnalyzedLine<'_>,
    context: &Context,
    counting: &QuantityReader,
    quantity: &Quantity,
    mentions: &[LineMention],
) -> usize {
    let text = view.text();
    if let Some(whole) = whole_of(view, quantity) {
        return counted_end(view, context, counting, whole, mentions);
    }
    let mut end = quantity.range.end;
    let mut quoted = view.quotes.iter().filter(|q| q.closed && q.outer.start < end && end <= q.inner.start);
    if let Some(quote) = quoted.next_back() {
        end = quote.outer.end;
        // “…”, “…”: one number for several titles.
        for next in view.quotes.iter().filter(|q| q.closed && q.outer.start > quote.outer.start) {
            let is_name = mentions.iter().any(|m| m.range.start == next.inner.start);
            if text.get(end..next.outer.start) != Some(", ") || !is_name {
                break;
            }
            end = next.outer.end;
        }
        return end;
    }
    if let Some(quote) = view.quotes.iter().find(|q| q.closed && q.inner.start < end && end < q.outer.end) {
        let opens_inside = quote.outer.start > quantity.range.start;
        return if opens_inside { quote.outer.end } else { end };
    }
    let Some(unit) = &quantity.unit else { return unknown_noun(view, context, quantity) };
    let after = |pos: usize| {
        // A quotation mark is a noun of the unit of titles, but no word behind another noun.
        let is_word =
            |to: usize| text.get(pos + 1..to).is_some_and(|noun| noun.contains(char::is_alphabetic));
        counting.noun_at(text, pos).filter(|(_, to)| is_word(*to) && text.get(pos..pos + 1) == Some(" "))
    };
    if has_dimension(context, unit, Dimension::Percent) {
        let pos = view.word_to(end);
        let share = context
            .vocabulary
            .share_nouns
            .longest_at(text, &view.words, pos)
            .filter(|_| text.get(end..end + 1) == Some(" "));
        let from = share.map_or(end, |hit| view.word_range(hit.from, hit.to).end);
        if let Some((_, to)) = after(from) {
            end = to;
        }
    } else if ["role-model", "family", "individual", "collective", "house"].contains(&unit.as_str())
        && let Some((other, to)) = after(end)
        && (unit.as_str() != "house" || other == unit)
    {
        end = to;
    }
    // "17 xí nghiệp, nhà máy": a second noun of the same unit.
    if end == quantity.range.end
        && has_dimension(context, unit, Dimension::Count)
        && text.get(end..).is_some_and(|rest| rest.starts_with(", "))
        && let Some((other, to)) = counting.noun_at(text, end + 1)
        && other == unit
    {
        end = to;
    }
    while end > quantity.range.end
        && let Some(rest) = text.get(end..).and_then(|rest| rest.strip_prefix(','))
        && has_dimension(context, unit, Dimension::Percent)
        && rest.starts_with(' ')
        && let Some((_, to)) = after(end + 1)
        && to > end + 2
    {
        end = to;
    }
    while view.gap(view.word_to(end).saturating_sub(1)) == " "
        && let Some(hit) = context.vocabulary.adjectives.longest_at(text, &view.words, view.word_to(end))
        && !has_dimension(context, unit, Dimension::Money)
    {
        end = view.word_range(hit.from, hit.to).end;
    }
    // "62 ngôi nhà “Mái ấm Công đoàn”": the noun ends in a quoted name.
    let quote = view.quotes.iter().find(|q| {
        q.closed && q.outer.start > quantity.range.start && q.inner.start < end && end < q.outer.end
    });
    quote.map_or(end, |quote| quote.outer.end)
}

/// The whole of which a quantity is a part: 530 in "412/530 công đoàn cơ sở".
pub(super) fn whole_of<'a>(view: &'a AnalyzedLine<'_>, quantity: &Quantity) -> Option<&'a Quantity> {
    let index = view.quantities().partition_point(|q| q.range.start < quantity.range.end);
    let whole = view.quantities().get(index)?;
    let joins = view.text().get(quantity.range.end..whole.range.start) == Some("/");
    joins.then_some(whole)
}

fn has_dimension(context: &Context, unit: &UnitId, dimension: Dimension) -> bool {
    context.units.iter().any(|existing| existing.id == *unit && existing.dimension == dimension)
}

/// Byte where the noun after a number without a known unit ends. Most nouns that are counted without a classifier have
/// two syllables ("73 bưu tá"), and nearly all nouns of one syllable are units, so the second syllable belongs to it
/// unless it cannot.
fn unknown_noun(view: &AnalyzedLine<'_>, context: &Context, quantity: &Quantity) -> usize {
    let pos = view.word_to(quantity.range.end);
    let continues = |pos: usize| view.gap(pos.saturating_sub(1)) == " " && !view.is_capital(pos);
    if !continues(pos) {
        return quantity.range.end;
    }
    let second = Some(pos + 1).filter(|pos| {
        let is_word = view.key(*pos).chars().all(char::is_alphabetic);
        let follows = context.vocabulary.no_noun.longest_at(view.text(), &view.words, *pos).is_some();
        continues(*pos) && is_word && !follows
    });
    let last = second.unwrap_or(pos);
    view.words.get(last).or_else(|| view.words.get(pos)).map_or(quantity.range.end, |word| word.range.end)
}

/// Returns the counted words and their description, up to the next number, sign or quotation mark.
pub(super) fn label(
    view: &AnalyzedLine<'_>,
    context: &Context,
    quantity: &Quantity,
    range: &Range<usize>,
) -> String {
    let unit = quantity.unit.as_ref().and_then(|id| context.units.iter().find(|u| u.id == *id));
    let counts = unit.is_none_or(|unit| unit.dimension == Dimension::Count);
    let number = whole_of(view, quantity).map_or(quantity.number.end, |whole| whole.number.end);
    let from = view.word_to(if counts { number } else { quantity.range.end });
    let mut to = from;
    // What follows in brackets may be the same sum in words.
    let is_bracketed = from > 0 && view.gap(from - 1).contains(['(', '[']);
    while to < view.words.len() && to < from + LONGEST_LABEL && !is_bracketed {
        let holds_digit = view.key(to).contains(|c: char| c.is_ascii_digit());
        if holds_digit {
            break;
        }
        to += 1;
        let inside = view.words.get(to - 1).is_some_and(|w| w.range.end < range.end);
        if !matches!(view.gap(to - 1), " ") && !inside {
            break;
        }
    }
    let words = view
        .get(&view.word_range(from, to))
        .trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '“' | '”'));
    // A label has no number.
    let number = stated_numbers(words, Lang::Vi, &context.counting).into_iter().next();
    let words = number.and_then(|number| words.get(..number.range.start)).map_or(words, str::trim_end);
    // Words that join the label to the next number belong to neither.
    let joining = |words: &&str| LABEL_ENDS.iter().any(|end| words.to_lowercase().ends_with(end));
    let words = match words.rsplit_once(' ') {
        Some((before, _)) if joining(&words) => before.trim_end_matches([',', ' ']),
        _ => words,
    };
    let name = unit.map(|unit| unit.vi.clone()).unwrap_or_default();
    if words.is_empty() { capitalise(&name) } else { capitalise(words) }
}
