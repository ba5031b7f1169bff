//! Levels: which of them are printed with a quantity.
//!
//! A level is stated behind the quantity ("95 … cấp quận"), perhaps behind further quantities that share it
//! ("432 cá nhân, 185 tập thể … cấp quận, cấp ngành"), or right before it ("cấp quận có 95 …"). The nearest words
//! count, within the sentence: a level that stands elsewhere on the line speaks of another figure.

use std::collections::BTreeSet;

use crate::domain::Level;
use crate::text::places;
use crate::text::quantity::Quantity;

/// Words that contain a level word and state no level.
const OTHER_WORDS: [&str; 24] = [
    "cán bộ",
    "toàn bộ",
    "nội bộ",
    "tiến bộ",
    "đồng bộ",
    "cục bộ",
    "đi bộ",
    "môi trường",
    "thị trường",
    "công trường",
    "hiện trường",
    "quảng trường",
    "nông trường",
    "lập trường",
    "ngành nghề",
    "xã hội",
    "hợp tác xã",
    "thị xã hội",
    "công đoàn cơ sở",
    "cơ sở vật chất",
    "cơ sở dữ liệu",
    "trường hợp",
    "liên ngành",
    "bộ phận",
];

/// The sets of levels that are printed with quantity `index` of a line: behind it, and right before it.
pub(super) fn stated(line: &str, on_line: &[Quantity], index: usize) -> [BTreeSet<Level>; 2] {
    let end_of = |i: usize| on_line.get(i).map_or(0, |q| q.range.end);
    let start_of = |i: usize| on_line.get(i).map_or(line.len(), |q| q.range.start);
    let mut behind = BTreeSet::new();
    for i in index..on_line.len() {
        let segment = line.get(end_of(i)..start_of(i + 1)).unwrap_or_default();
        let sentence = sentence_end(segment);
        behind = named(segment.get(..sentence.unwrap_or(segment.len())).unwrap_or_default());
        if sentence.is_some() || !behind.is_empty() {
            break;
        }
    }
    let previous = index.checked_sub(1).map_or(0, end_of);
    let mut before = line.get(previous..start_of(index)).unwrap_or_default();
    while let Some(end) = sentence_end(before) {
        before = before.get(end + 1..).unwrap_or_default();
    }
    [behind, named(before)]
}

/// Where a sentence ends: a full stop before a space and a capital letter.
fn sentence_end(text: &str) -> Option<usize> {
    text.match_indices(['.', '!', '?', '…']).map(|(at, _)| at).find(|at| {
        let mut after = text.get(*at..).unwrap_or_default().chars().skip(1);
        after.next() == Some(' ') && after.next().is_some_and(char::is_uppercase)
    })
}

/// The levels named in a piece of a line.
fn named(segment: &str) -> BTreeSet<Level> {
    let mut lower = segment.to_lowercase();
    for word in OTHER_WORDS {
        for place in places(&lower, word).into_iter().rev() {
            lower.replace_range(place, "·");
        }
    }
    // "thị xã" is a district and holds the word of a ward: longer words are taken out first.
    let mut words: Vec<(&str, Level)> = Level::ALL
        .into_iter()
        .flat_map(|level| level.printed().iter().map(move |word| (*word, level)))
        .collect();
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    let mut found = BTreeSet::new();
    for (word, level) in words {
        for place in places(&lower, word).into_iter().rev() {
            lower.replace_range(place, "·");
            found.insert(level);
        }
    }
    found
}
