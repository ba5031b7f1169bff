//! Levels that are printed with a quantity.
//!
//! A level is printed before the quantity ("cấp quận có 95 …") or after it ("95 … cấp quận"), also after further
//! quantities that share it ("432 cá nhân, 185 tập thể … cấp quận, cấp ngành"). Only the nearest words within the
//! sentence count: a level elsewhere on the line belongs to another figure.

use std::collections::BTreeSet;

use super::phrase::chars_after;
use crate::domain::Level;
use crate::text::quantity::Quantity;
use crate::text::{lowercase, match_ranges};

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

/// Most quantities that share the level printed after the last of them.
const SHARED: usize = 12;

/// Returns the levels that are printed with quantity `index` of a line. `on_line` holds all quantities of the line.
pub fn stated_levels(line: &str, on_line: &[Quantity], index: usize) -> BTreeSet<Level> {
    if let Some((_, levels)) = lead_in(line, on_line, index) {
        return levels;
    }
    for i in (index..on_line.len()).take(SHARED) {
        let start = on_line.get(i).map_or(line.len(), |q| q.range.end);
        let next = lead_in(line, on_line, i + 1);
        let end = match &next {
            Some((end, _)) => *end,
            None => on_line.get(i + 1).map_or(line.len(), |q| q.range.start),
        };
        // Quantities do not overlap; where they do, no level is stated.
        let Some(segment) = line.get(start..end) else { return BTreeSet::new() };
        let sentence = sentence_end(segment);
        let levels = named_levels(sentence.and_then(|end| segment.get(..end)).unwrap_or(segment), "");
        if sentence.is_some() || next.is_some() || !levels.is_empty() {
            return levels;
        }
    }
    BTreeSet::new()
}

/// Levels before quantity `index` ("cấp …") in the clause that leads to it, and the byte where that clause starts.
fn lead_in(line: &str, on_line: &[Quantity], index: usize) -> Option<(usize, BTreeSet<Level>)> {
    let end = on_line.get(index)?.range.start;
    let previous = index.checked_sub(1).and_then(|i| on_line.get(i)).map_or(0, |q| q.range.end);
    let segment = line.get(previous..end)?;
    let clauses = [",", ";", ":", ".", "(", " và "].into_iter();
    let start = clauses.filter_map(|sign| segment.rfind(sign).map(|pos| pos + sign.len())).max().unwrap_or(0);
    let levels = named_levels(segment.get(start..)?, "cấp ");
    (!levels.is_empty()).then_some((previous + start, levels))
}

/// Byte where a sentence ends: a full stop before a space and a capital letter or digit, or before the end of `text`.
fn sentence_end(text: &str) -> Option<usize> {
    text.match_indices(['.', '!', '?', '…']).map(|(pos, _)| pos).find(|pos| {
        let mut after = chars_after(text, *pos).skip(1);
        after.next() == Some(' ') && after.next().is_none_or(|c| c.is_uppercase() || c.is_ascii_digit())
    })
}

/// Levels that are named in a part of a line, each after the words `prefix`.
fn named_levels(segment: &str, prefix: &str) -> BTreeSet<Level> {
    let mut lower = lowercase(segment);
    for word in OTHER_WORDS {
        for range in match_ranges(&lower, word).into_iter().rev() {
            lower.replace_range(range, "·");
        }
    }
    // "thị xã" is a district and contains the word of a ward: longer words are removed first.
    let mut words: Vec<(&str, Level)> = Level::ALL
        .into_iter()
        .flat_map(|level| level.printed().iter().map(move |word| (*word, level)))
        .collect();
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    let mut found = BTreeSet::new();
    for (word, level) in words {
        for range in match_ranges(&lower, &format!("{prefix}{word}")).into_iter().rev() {
            lower.replace_range(range, "·");
            found.insert(level);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::quantity::quantities;

    fn levels(line: &str, index: usize) -> Vec<&'static str> {
        stated_levels(line, &quantities(line, &[]), index).into_iter().map(Level::slug).collect()
    }

    #[test]
    fn nearest_level_word_wins() {
        let line = "Có 5 nhà tại cơ sở và 7 nhà, 9 thợ cấp quận, cấp ngành. Quận có 3 nhà, cấp xã có 2 nhà, 1 thợ thành phố";
        let expected: [&[&str]; 6] =
            [&["grassroots"], &["district", "sector"], &["district", "sector"], &[], &["ward"], &["city"]];
        for (index, expected) in expected.into_iter().enumerate() {
            assert_eq!(levels(line, index), expected, "quantity {index}");
        }
    }

    #[test]
    fn words_that_contain_a_level_word_state_no_level() {
        assert_eq!(levels("5 cán bộ bảo vệ môi trường ở công đoàn cơ sở", 0), Vec::<&str>::new());
        assert_eq!(levels("5 nhà ở thị xã", 0), ["district"]);
    }

    proptest! {
        #[test]
        fn any_line_is_read_without_panic(line in "(cấp|xã|thị xã|cơ sở|quận|cán bộ|[0-9]|[ .,;]|Ấ|İ){0,30}|.{0,40}") {
            for index in 0..4 {
                levels(&line, index);
            }
        }
    }
}
