//! Changes of texts.

use thidua_core::domain::Figure;

/// A copy of `value` after `change`.
pub fn with<T: Clone>(value: &T, change: impl FnOnce(&mut T)) -> T {
    let mut changed = value.clone();
    change(&mut changed);
    changed
}

/// Copies of a text in which one letter is another: at the beginning, in the middle and at the end.
pub fn other_letters(text: &str) -> Vec<String> {
    let letters: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| c.is_alphabetic()).collect();
    let count = letters.len();
    let mut places = vec![0, count / 2, count.saturating_sub(1)];
    places.dedup();
    let changed = places.into_iter().filter_map(|place| letters.get(place)).map(|(pos, old)| {
        let new = if old.to_lowercase().eq(['n']) { 'm' } else { 'n' };
        let new = if old.is_uppercase() { new.to_uppercase().next().unwrap() } else { new };
        let mut changed = text.to_owned();
        changed.replace_range(*pos..pos + old.len_utf8(), &new.to_string());
        changed
    });
    changed.collect()
}

/// Runs of digits with their separators.
fn numerals(text: &str) -> Vec<std::ops::Range<usize>> {
    thidua_core::text::numerals(text, thidua_core::domain::Lang::Vi).into_iter().map(|n| n.range).collect()
}

/// Copies of a text in which the first digit of one number is another.
pub fn other_numbers(text: &str) -> Vec<String> {
    let changed = numerals(text).into_iter().map(|range| {
        let digit = text.as_bytes()[range.start];
        let mut changed = text.to_owned();
        changed.replace_range(range.start..range.start + 1, if digit == b'9' { "8" } else { "9" });
        changed
    });
    changed.collect()
}

/// Copies of a text without one of its numbers.
pub fn dropped_numbers(text: &str) -> Vec<String> {
    let changed = numerals(text).into_iter().map(|range| {
        let mut changed = text.to_owned();
        changed.replace_range(range, "some");
        changed
    });
    changed.collect()
}

/// Copies of a text in which one number is the next one of the text, and the other way round.
pub fn swapped_numbers(text: &str) -> Vec<String> {
    let ranges = numerals(text);
    let pairs = ranges.iter().zip(ranges.iter().skip(1));
    let changed = pairs.filter(|(a, b)| text[(*a).clone()] != text[(*b).clone()]).map(|(a, b)| {
        let mut changed = text.to_owned();
        changed.replace_range(b.clone(), &text[a.clone()]);
        changed.replace_range(a.clone(), &text[b.clone()]);
        changed
    });
    changed.collect()
}

/// Copies of a text in which one of the words of `table` is each of the others.
pub fn other_words(text: &str, table: &[&str]) -> Vec<String> {
    let mut changed = Vec::new();
    for word in table {
        for range in thidua_core::text::match_ranges(text, word) {
            let is_part = table.iter().any(|longer| {
                longer.len() > word.len()
                    && thidua_core::text::match_ranges(text, longer)
                        .iter()
                        .any(|outer| outer.start <= range.start && range.end <= outer.end)
            });
            if is_part {
                continue;
            }
            for other in table.iter().filter(|other| *other != word) {
                let mut text = text.to_owned();
                text.replace_range(range.clone(), other);
                changed.push(text);
            }
        }
    }
    changed
}

/// `text` with its last words cut, as many as given.
pub fn without_last_words(text: &str, count: usize) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    (words.len() > count).then(|| words[..words.len() - count].join(" "))
}

/// Figures of a line but `figure`.
pub fn others_of_line<'a>(figures: &'a [Figure], figure: &'a Figure) -> impl Iterator<Item = &'a Figure> {
    figures.iter().filter(|other| other.line == figure.line && other.id != figure.id)
}
