//! Levels that are printed with a quantity.
//!
//! A level is printed before the quantity ("cấp quận có 95 …") or after it ("95 … cấp quận"), also after further
//! quantities that share it ("432 cá nhân, 185 tập thể … cấp quận, cấp ngành"). Only the nearest words within the
//! sentence count: a level elsewhere on the line belongs to another figure.
//!
//! A level word alone states no level: it is also part of names ("LĐLĐ tỉnh", "Công đoàn ngành", "huyện Sông Mơ") and of
//! places ("trên địa bàn quận"). It counts after "cấp", after a few other words ("giỏi thành phố", "tại cơ sở", "được
//! quận … khen thưởng"), and in a list that such a word begins. A body that awards something prints no level.

use std::collections::BTreeSet;
use std::ops::Range;

use super::phrase::{chars_after, phrase_start};
use crate::domain::Level;
use crate::text::quantity::Quantity;
use crate::text::{lowercase, match_ranges};

/// Words that contain a level word and state no level.
const OTHER_WORDS: [&str; 36] = [
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
    "bộ môn",
    "bộ đội",
    "trên cơ sở",
    "trên trực tiếp cơ sở",
    "nâng cấp",
    "cung cấp",
    "trợ cấp",
    "các cấp",
    "nhiều cấp",
    "cấp uỷ",
    "cấp ủy",
    "xã viên",
];

/// Words before a level word that states a level.
const LEADING: [&str; 10] =
    ["cấp", "giỏi", "tại", "ở", "được", "do", "khen thưởng", "thi đua", "giải", "huy chương"];

/// Words and signs between the levels of a list: "cấp quận, cấp ngành và thành phố".
const JOINING: [&str; 9] = [",", "và", "hoặc", "hay", "cấp", "đến", "/", "-", "–"];

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
        let sentence = statement_end(segment);
        let levels = named_levels(sentence.and_then(|end| segment.get(..end)).unwrap_or(segment), false);
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
    let levels = named_levels(segment.get(start..)?, true);
    (!levels.is_empty()).then_some((previous + start, levels))
}

/// Byte where a statement ends: at the end of the sentence, or at a semicolon after words ("3 nhà; 5 thợ … cấp quận" goes on).
fn statement_end(segment: &str) -> Option<usize> {
    let has_words =
        |pos: &usize| segment.get(..*pos).is_some_and(|before| before.chars().any(char::is_alphabetic));
    let clause = segment.find(';').filter(has_words);
    [clause, sentence_end(segment)].into_iter().flatten().min()
}

/// Byte where a sentence ends: a full stop before a space and a capital letter or digit, or before the end of `text`.
fn sentence_end(text: &str) -> Option<usize> {
    text.match_indices(['.', '!', '?', '…']).map(|(pos, _)| pos).find(|pos| {
        let mut after = chars_after(text, *pos).skip(1);
        after.next() == Some(' ') && after.next().is_none_or(|c| c.is_uppercase() || c.is_ascii_digit())
    })
}

/// Levels that are stated in a part of a line, from the end of a quantity. With `only_after_level_word`, only those after
/// "cấp" count.
fn named_levels(segment: &str, only_after_level_word: bool) -> BTreeSet<Level> {
    let lower = spelled_out(&lowercase(segment));
    let mut free = lower.clone();
    for word in OTHER_WORDS {
        mask(&mut free, word);
    }
    // "thị xã" is a district and contains the word of a ward: longer words are removed first.
    let mut words: Vec<(&str, Level)> = Level::ALL
        .into_iter()
        .flat_map(|level| level.printed().iter().map(move |word| (*word, level)))
        .collect();
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    let mut places: Vec<(Range<usize>, Level)> = Vec::new();
    for (word, level) in words {
        places.extend(mask(&mut free, word).into_iter().map(|range| (range, level)));
    }
    places.sort_by_key(|(range, _)| range.start);
    let mut found = BTreeSet::new();
    let mut listed_to = None;
    for (range, level) in places {
        let before = free.get(..range.start).unwrap_or("").trim_end();
        let led = |word: &&str| phrase_start(before, before.len(), word).is_some();
        let after_cap = led(&"cấp");
        let states = if only_after_level_word { after_cap } else { LEADING.iter().any(led) };
        let is_listed = listed_to.is_some_and(|end| free.get(end..range.start).is_some_and(is_joining));
        let is_alone = !only_after_level_word && before.is_empty() && level != Level::Sector;
        let is_name = !after_cap && begins_name(segment, &lower, range.end);
        if (states || is_listed || is_alone) && !is_name {
            listed_to = Some(range.end);
            found.insert(level);
        }
    }
    found
}

/// A line in lower case with "cấp TP" written out.
fn spelled_out(lower: &str) -> String {
    let mut spelled = lower.to_owned();
    for (short, long) in
        [("cấp tp.", "cấp thành phố"), ("cấp tp", "cấp thành phố"), ("cấp t.p", "cấp thành phố")]
    {
        for range in match_ranges(&spelled, short).into_iter().rev() {
            spelled.replace_range(range, long);
        }
    }
    spelled
}

/// Replaces each occurrence of a word by dots of the same length. Returns the ranges.
fn mask(text: &mut String, word: &str) -> Vec<Range<usize>> {
    let ranges = match_ranges(text, word);
    for range in &ranges {
        text.replace_range(range.clone(), &".".repeat(range.len()));
    }
    ranges
}

/// Returns whether only words and signs of a list are in a text.
fn is_joining(text: &str) -> bool {
    let spaced = text.replace(',', " , ").replace('/', " / ");
    spaced.split_whitespace().all(|word| JOINING.contains(&word))
}

/// Returns whether a capital letter follows byte `end`: "huyện Sông Mơ", "Bộ Y tế". `lower` is `segment` in lower case.
fn begins_name(segment: &str, lower: &str, end: usize) -> bool {
    let same_length = segment.len() == lower.len();
    let after = segment.get(end..).filter(|_| same_length).and_then(|rest| rest.strip_prefix(' '));
    after.and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase)
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
        let line = "Có 5 nhà tại cơ sở và 7 nhà, 9 thợ cấp quận, cấp ngành. Quận có 3 nhà, cấp xã có 2 nhà, 1 thợ giỏi thành phố";
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

    #[test]
    fn level_word_in_name_or_place_states_no_level() {
        for line in [
            "5 thợ được nhận bằng khen của LĐLĐ tỉnh Sông Mơ",
            "5 thợ được LĐLĐ thành phố tặng bằng khen",
            "5 thợ đạt danh hiệu cấp trên cơ sở",
            "5 cờ về tay Công đoàn cơ sở Viện Giấy Trung ương; giấy khen của Công đoàn ngành",
            "công đoàn các cấp tỉnh Sông Mơ quản lý 5 thợ trên địa bàn huyện",
            "5 lượt thi ở các ngành, nghề",
            "5 thợ của các bộ, ngành trung ương trong tỉnh",
            "5 thợ được huyện Sông Mơ khen",
            "5 thợ được khen; 3 thợ giỏi cấp quận",
            "5 thợ, góp phần nâng cấp trường lớp, cung cấp cơ sở dữ liệu",
        ] {
            assert_eq!(levels(line, 0), Vec::<&str>::new(), "{line}");
        }
    }

    #[test]
    fn level_word_after_leading_word_or_in_its_list_states_a_level() {
        for (line, expected) in [
            ("5 thợ giỏi cấp TP", &["city"][..]),
            ("5 thợ được khen cấp tp. Hà Mơ", &["city"]),
            ("5 thợ giỏi cấp quận, ngành và cấp thành phố", &["district", "sector", "city"]),
            ("5 thợ được quận và thành phố khen", &["district", "city"]),
            ("5 thợ giỏi quốc gia", &["national"]),
            ("5 thợ được biểu dương tại cơ sở", &["grassroots"]),
            ("5 thợ đạt danh hiệu Chiến sĩ thi đua cơ sở", &["grassroots"]),
            ("5 thợ được khen cấp Thành phố Sông Mơ", &["city"]),
        ] {
            assert_eq!(levels(line, 0), expected, "{line}");
        }
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
