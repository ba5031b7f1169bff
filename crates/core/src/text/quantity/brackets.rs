//! Quantities that are stated twice: "2,5 tỷ đồng (hai tỷ năm trăm triệu đồng)", "… (bằng chữ: …)".

use super::Quantity;
use super::bounds;
use super::cluster::{Cluster, parts};
use super::nouns::UnitMatch;
use super::read::ClusterReader;
use super::value::amount;
use super::words::NumberWord;
use crate::text::phrase::{next_char, phrase_end, prev_char};

/// Result of looking for a second statement of a quantity.
pub(super) enum Restatement<'a> {
    /// There is none.
    No,
    /// The same number is stated again, up to byte `end`, with this unit.
    Same { end: usize, unit: Option<UnitMatch<'a>> },
    /// A different number is stated, up to byte `end`.
    Other { end: usize },
}

/// Words that announce a sum in words.
const IN_WORDS: [&str; 8] = [
    "bằng chữ",
    "viết bằng chữ",
    "ghi bằng chữ",
    "số tiền bằng chữ",
    "đọc là",
    "tức là",
    "tức",
    "số tiền ghi bằng chữ",
];

/// End of the bracket that is at byte `pos`, after at most one space, and holds only `inner`.
pub(super) fn bracketed(line: &str, pos: usize, inner: &Cluster) -> Option<usize> {
    let range = inner.range();
    let open = line.get(pos..range.start)?;
    let close = next_char(line, range.end)?;
    let fits = matches!((open, close), (" (" | "(", ')') | (" [" | "[", ']'));
    fits.then_some(range.end + 1)
}

/// Looks for a second statement directly after quantity `index` of a line, which ends at byte `end`.
pub(super) fn restatement<'a>(
    reader: &ClusterReader<'a>,
    index: usize,
    end: usize,
    quantity: &Quantity,
) -> Restatement<'a> {
    let line = reader.line;
    let Some((start, announced, closes)) = opening(line, end) else { return Restatement::No };
    // A bound word of the second number may be in between.
    let position = reader.clusters.partition_point(|cluster| cluster.range().start < start);
    let Some(inner) = reader.clusters.get(position).filter(|_| position > index) else {
        return Restatement::No;
    };
    let range = inner.range();
    let Ok(bound) = bounds::leading(line, range.start) else { return Restatement::No };
    if bound.map_or(range.start, |bound| bound.edge) != start {
        return Restatement::No;
    }
    let unit = reader.noun(range.end);
    let value = match (inner.runs().as_slice(), inner.joints().as_slice()) {
        ([run], []) => amount(&parts(run)).ok().map(|found| found.value),
        _ => None,
    };
    let last = unit.map_or(range.end, |unit| unit.end);
    let tail = closing(line, last, closes);
    let same_unit = match (&quantity.unit, unit) {
        (Some(unit), Some(again)) => unit == again.unit,
        _ => true,
    };
    let same_bound = bound.is_none_or(|bound| bound.comparator == quantity.comparator);
    let in_words = inner.tokens.iter().any(|token| {
        !matches!(
            token.word(),
            None | Some(NumberWord::Scale(_) | NumberWord::Half | NumberWord::Abbreviation)
        )
    });
    let first_in_words = line.get(quantity.number.clone()).is_some_and(|n| !n.chars().any(char::is_numeric));
    let agrees = value == Some(quantity.value) && quantity.value_to.is_none() && same_unit && same_bound;
    match (agrees, tail) {
        (true, Some(end)) => Restatement::Same { end, unit },
        (true, None) if announced || in_words != first_in_words => Restatement::Same { end: last, unit },
        (false, end) if announced => Restatement::Other { end: end.unwrap_or(last) },
        // A bracket that holds only this sum in words.
        (false, Some(end)) if in_words != first_in_words && same_unit => Restatement::Other { end },
        _ => Restatement::No,
    }
}

/// Byte where the contents of a bracket or the words after "bằng chữ" begin, whether "bằng chữ" was found, and the
/// closing sign.
fn opening(line: &str, end: usize) -> Option<(usize, bool, Option<char>)> {
    let mut pos = end;
    let skip_space = |pos: usize| if next_char(line, pos) == Some(' ') { pos + 1 } else { pos };
    pos = skip_space(pos);
    let sign = next_char(line, pos);
    let closes = match sign {
        Some('(') => Some(')'),
        Some('[') => Some(']'),
        _ => None,
    };
    if closes.is_some() || matches!(sign, Some(',' | ';' | '-' | '–' | '/')) {
        pos = skip_space(pos + sign.map_or(0, char::len_utf8));
    }
    let words = IN_WORDS.iter().filter_map(|words| phrase_end(line, pos, words)).max();
    if let Some(after) = words {
        pos = skip_space(after);
        if let Some(after) = phrase_end(line, pos, "là") {
            pos = skip_space(after);
        }
        if next_char(line, pos) == Some(':') {
            pos = skip_space(pos + 1);
        }
    }
    (words.is_some() || closes.is_some()).then_some((pos, words.is_some(), closes))
}

/// End of the closing sign, if there is nothing before it but "chẵn", "tròn" and full stops. Without a closing sign,
/// `pos`.
fn closing(line: &str, pos: usize, closes: Option<char>) -> Option<usize> {
    let Some(sign) = closes else { return Some(pos) };
    let mut end = pos;
    if next_char(line, end) == Some(' ')
        && let Some(after) =
            ["chẵn", "tròn", "đồng chẵn"].iter().find_map(|word| phrase_end(line, end + 1, word))
    {
        end = after;
    }
    while let Some(c @ ('.' | '/' | ' ')) = next_char(line, end) {
        end += c.len_utf8();
        if end > pos + 24 {
            return None;
        }
    }
    let closed = next_char(line, end) == Some(sign) && prev_char(line, end) != Some('(');
    closed.then_some(end + 1)
}
