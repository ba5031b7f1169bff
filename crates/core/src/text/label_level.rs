//! Levels that a label names, in either language.
//!
//! A label is a phrase of ours, so that the forms are few: "cấp quận, ngành và thành phố", "ở cơ sở", "được quận và
//! thành phố khen thưởng"; "at district and city level", "by the district and the city", "a city contest".

use std::collections::BTreeSet;

use super::act::acts;
use super::lowercase;
use crate::domain::{Lang, Level};

/// Words of levels in English.
const ENGLISH: [(&str, Level); 14] = [
    ("school", Level::School),
    ("grassroots", Level::Grassroots),
    ("ward", Level::Ward),
    ("commune", Level::Ward),
    ("district", Level::District),
    ("town", Level::District),
    ("sector", Level::Sector),
    ("ministry", Level::Ministry),
    ("ministerial", Level::Ministry),
    ("city", Level::City),
    ("province", Level::City),
    ("provincial", Level::City),
    ("national", Level::National),
    ("state", Level::National),
];

/// Nouns of what a level gives or holds, in English.
const GIVEN: [&str; 8] =
    ["contest", "contests", "title", "titles", "award", "awards", "certificate", "certificates"];

/// Words for going to an event, whose level is not that of those who go.
const ATTENDED: [&str; 4] = ["tham dự", "dự thi", "tham gia", "dự hội"];

/// Words of recognition, in English.
const RECOGNISED: [&str; 9] = [
    "commended",
    "recognised",
    "recognized",
    "rewarded",
    "awarded",
    "honoured",
    "praised",
    "certificate",
    "plaque",
];

/// Returns the levels that a label names. A label of money has behind "của" what the money belongs to.
///
/// ```
/// use thidua_core::domain::{Lang, Level};
/// use thidua_core::text::label_levels;
///
/// let named = label_levels("Cá nhân được khen cấp quận, ngành (trên tổng số ở cơ sở)", Lang::Vi, false);
/// assert_eq!(named.into_iter().collect::<Vec<_>>(), [Level::District, Level::Sector]);
/// let named = label_levels("Individuals commended at city level", Lang::En, false);
/// assert_eq!(named.into_iter().collect::<Vec<_>>(), [Level::City]);
/// ```
pub fn label_levels(label: &str, lang: Lang, is_money: bool) -> BTreeSet<Level> {
    let lower = lowercase(&without_brackets(label));
    match lang {
        Lang::Vi => {
            let text = if is_money { lower.split(" của ").next().unwrap_or(&lower) } else { &lower };
            vietnamese(text)
        }
        Lang::En => {
            let text = if is_money { lower.split(" from ").next().unwrap_or(&lower) } else { &lower };
            english(text)
        }
    }
}

/// Returns a label without its brackets.
fn without_brackets(label: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for c in label.chars() {
        match c {
            '(' => depth = depth.saturating_add(1),
            ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// Returns the level whose word `text` begins with, and the rest. The longest word counts: "thị xã" is no "xã".
fn level_at(text: &str) -> Option<(Level, &str)> {
    let words =
        Level::ALL.into_iter().flat_map(|level| level.printed().iter().map(move |word| (*word, level)));
    let fitting = words.filter_map(|(word, level)| {
        let rest = text.strip_prefix(word)?;
        // "bộ quần áo" is no ministry.
        let ends = match level {
            Level::Ministry => {
                rest.is_empty() || rest.starts_with([',', ';', '.']) || rest.starts_with(" và ")
            }
            _ => !rest.starts_with(char::is_alphanumeric),
        };
        ends.then_some((word.len(), level, rest))
    });
    fitting.max_by_key(|(length, _, _)| *length).map(|(_, level, rest)| (level, rest))
}

/// Reads a list of level words at the beginning of `text`. Returns the levels and the rest.
fn level_list(text: &str) -> (BTreeSet<Level>, &str) {
    let mut levels = BTreeSet::new();
    let mut rest = text;
    while let Some((level, behind)) = level_at(rest) {
        levels.insert(level);
        rest = behind;
        let next = [", cấp ", " và cấp ", ", ", " và ", " hoặc ", "/"]
            .iter()
            .find_map(|sign| behind.strip_prefix(sign));
        match next.filter(|next| level_at(next).is_some()) {
            Some(next) => rest = next,
            None => break,
        }
    }
    (levels, rest)
}

fn vietnamese(label: &str) -> BTreeSet<Level> {
    let mut named = BTreeSet::new();
    let behind = |word: &str| -> Vec<String> {
        let padded = format!(" {label}");
        padded
            .match_indices(word)
            .filter_map(|(pos, word)| Some(padded.get(pos + word.len()..)?.to_owned()))
            .collect()
    };
    for text in behind(" cấp ") {
        // "Thợ dự thi cấp quốc gia": the level of what they go to.
        let before = label.get(..label.len().saturating_sub(text.len())).unwrap_or_default();
        if !ATTENDED.iter().any(|word| before.contains(word)) {
            named.extend(level_list(&text).0);
        }
    }
    for text in [" ở ", " tại "].into_iter().flat_map(behind) {
        if let Some((Level::Grassroots, _)) = level_at(&text) {
            named.insert(Level::Grassroots);
        }
    }
    for text in behind(" được ") {
        let (levels, rest) = level_list(&text);
        let verb = rest.strip_prefix(' ').and_then(|rest| acts(rest).into_iter().next());
        if verb.is_some_and(|verb| verb.range.start == 0) {
            named.extend(levels);
        }
    }
    named
}

fn english(label: &str) -> BTreeSet<Level> {
    let words: Vec<&str> =
        label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let level_of = |word: &str| ENGLISH.iter().find(|(key, _)| *key == word).map(|(_, level)| *level);
    let mut named = BTreeSet::new();
    for (i, word) in words.iter().enumerate() {
        if matches!(*word, "level" | "levels") {
            let list = words.iter().take(i).rev().map_while(|word| match *word {
                "and" | "or" => Some(None),
                word => level_of(word).map(Some),
            });
            named.extend(list.flatten());
        }
        if GIVEN.contains(word)
            && let Some(level) = i.checked_sub(1).and_then(|i| words.get(i)).and_then(|word| level_of(word))
        {
            named.insert(level);
        }
        let is_act = words.iter().take(i).any(|word| RECOGNISED.contains(word));
        if is_act && *word == "by" && words.get(i + 1) == Some(&"the") {
            let list = words.iter().skip(i + 2).map_while(|word| match *word {
                "and" | "the" => Some(None),
                word => level_of(word).map(Some),
            });
            named.extend(list.flatten());
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn named(label: &str, lang: Lang) -> Vec<&'static str> {
        label_levels(label, lang, false).into_iter().map(Level::slug).collect()
    }

    #[test]
    fn levels_of_labels_are_named_in_few_forms() {
        for (label, expected) in [
            ("Thợ được khen cấp xã, huyện và tỉnh", vec!["ward", "district", "city"]),
            ("Thợ được công nhận ở cơ sở", vec!["grassroots"]),
            ("Tổ được huyện và tỉnh khen thưởng", vec!["district", "city"]),
            ("Công đoàn cơ sở có kế hoạch", vec![]),
            ("Gương tiêu biểu trên địa bàn thị xã", vec![]),
            ("Thợ được huyện mời dự họp", vec![]),
            ("Thợ giỏi tham dự hội thi cấp quốc gia", vec![]),
            ("Thợ được cấp bộ quần áo", vec![]),
            ("Đề tài cấp bộ, cấp thành phố", vec!["ministry", "city"]),
        ] {
            assert_eq!(named(label, Lang::Vi), expected, "{label}");
        }
        for (label, expected) in [
            ("Topics at ward, district and city level", vec!["ward", "district", "city"]),
            ("Grassroots unions of the public sector", vec![]),
            ("Teams commended by the district and the city", vec!["district", "city"]),
            ("Prizes of the city contest", vec!["city"]),
            ("National Fund", vec![]),
        ] {
            assert_eq!(named(label, Lang::En), expected, "{label}");
        }
    }

    #[test]
    fn money_belongs_to_what_has_its_own_level() {
        let label = "Tiền làm lợi của sáng kiến ở cơ sở";
        assert!(label_levels(label, Lang::Vi, true).is_empty());
        assert_eq!(named(label, Lang::Vi), ["grassroots"]);
    }

    proptest! {
        #[test]
        fn any_label_is_read_without_panic(label in "(cấp|bộ|được|thị xã|city|level|by the|[ ,(]|Ấ){0,12}|.{0,40}") {
            for lang in Lang::ALL {
                label_levels(&label, lang, false);
            }
        }
    }
}
