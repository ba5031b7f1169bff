//! Verbs of recognition: what is done to those that a figure counts, by the kind of the act.
//!
//! The kinds are different acts in the law of emulation and commendation (khen thưởng is not công nhận, đề nghị is not
//! tặng), so that a verb is never replaced by one of another kind. Extraction finds the verbs with [`acts`], verification
//! looks a recorded verb up with [`act_kind`]; both read one table.
//!
//! ```
//! use thidua_core::domain::ActKind;
//! use thidua_core::text::act::{act_kind, acts};
//!
//! let line = "12 thợ được xét công nhận, 3 thợ được tặng Bằng khen; chương trình có tiền thưởng";
//! let kinds: Vec<ActKind> = acts(line).into_iter().map(|act| act.kind).collect();
//! assert_eq!(kinds, [ActKind::Recognised, ActKind::Awarded]);
//! assert_eq!(act_kind("Biểu dương"), Some(ActKind::Commended));
//! assert_eq!(act_kind("biểu dươn"), None);
//! ```

use std::ops::Range;

use super::case::lower;
use super::fold::key;
use super::phrase::{is_word_char, next_char, phrase_end, prev_char};
use crate::domain::ActKind;

/// Verbs in lower case, each with the kind of its act. Of verbs that both match, the longer one is meant: "đề nghị công
/// nhận" is a proposal.
pub const VERBS: &[(&str, ActKind)] = &[
    ("biểu dương", ActKind::Commended),
    ("tuyên dương", ActKind::Commended),
    ("vinh danh", ActKind::Commended),
    ("tôn vinh", ActKind::Commended),
    ("khen thưởng", ActKind::Rewarded),
    ("khen", ActKind::Rewarded),
    ("thưởng", ActKind::Rewarded),
    ("công nhận", ActKind::Recognised),
    ("xét công nhận", ActKind::Recognised),
    ("bình xét công nhận", ActKind::Recognised),
    ("đạt danh hiệu", ActKind::Attained),
    ("đạt các danh hiệu", ActKind::Attained),
    ("đạt", ActKind::Attained),
    ("tặng", ActKind::Awarded),
    ("trao tặng", ActKind::Awarded),
    ("tặng thưởng", ActKind::Awarded),
    ("phong tặng", ActKind::Awarded),
    ("truy tặng", ActKind::Awarded),
    ("trao", ActKind::Awarded),
    ("trao giải", ActKind::Awarded),
    ("trao thưởng", ActKind::Awarded),
    ("nhận bằng khen", ActKind::Awarded),
    ("nhận giấy khen", ActKind::Awarded),
    ("đạt giải", ActKind::Awarded),
    ("đoạt giải", ActKind::Awarded),
    ("giành giải", ActKind::Awarded),
    ("gắn biển", ActKind::Awarded),
    ("cấp bằng", ActKind::Awarded),
    ("suy tôn", ActKind::Elected),
    ("bình chọn", ActKind::Elected),
    ("bình bầu", ActKind::Elected),
    ("bầu chọn", ActKind::Elected),
    ("đề nghị", ActKind::Proposed),
    ("đề xuất", ActKind::Proposed),
    ("trình", ActKind::Proposed),
    ("đăng ký", ActKind::Registered),
    ("đăng kí", ActKind::Registered),
];

/// Verbs that are another word behind one of the first words, or before one of the last: "tiền thưởng", "trao đổi".
const OTHER_WORDS: &[(&str, &[&str], &[&str])] = &[
    ("khen", &["bằng", "giấy", "lời", "thư", "ngợi"], &["ngợi", "chê"]),
    (
        "thưởng",
        &["tiền", "phần", "giải", "lương", "quĩ", "quỹ", "mức", "chế", "thừa", "ban", "cổ"],
        &["thức", "ngoạn", "tết", "lãm"],
    ),
    ("khen thưởng", &["thi đua", "thi đua,"], &[]),
    ("đạt", &["truyền", "diễn", "thành", "phát", "quảng", "bưu"], &[]),
    ("tặng", &["quà", "hiến"], &[]),
    ("trao", &[], &["đổi"]),
    (
        "trình",
        &[
            "công", "chương", "quy", "qui", "quá", "tiến", "lộ", "hành", "giáo", "lịch", "tường", "thuyết",
            "phi",
        ],
        &["độ", "bày", "diễn", "chiếu", "tự", "duyệt"],
    ),
];

/// A verb of recognition on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedAct {
    /// Range in the line, in bytes.
    pub range: Range<usize>,
    /// Kind of the act.
    pub kind: ActKind,
}

/// Returns the kind of a verb, in any case and spelling of its syllables. `None` for words that are no verb of the table.
pub fn act_kind(words: &str) -> Option<ActKind> {
    let wanted = key(words);
    VERBS.iter().find(|(verb, _)| key(verb) == wanted).map(|(_, kind)| *kind)
}

/// Returns the verbs of recognition of a line, from left to right, each as long as possible. `line` must be NFC with
/// single spaces. Linear in the length of the line.
pub fn acts(line: &str) -> Vec<PrintedAct> {
    let mut found: Vec<PrintedAct> = Vec::new();
    // End of the last verb, or of the word that only looks like one.
    let mut past = 0;
    for (start, first) in line.char_indices() {
        let begins_word = is_word_char(first) && !prev_char(line, start).is_some_and(is_word_char);
        if !begins_word || start < past {
            continue;
        }
        let initial = lower(first);
        let verbs = VERBS.iter().filter(|(verb, _)| verb.starts_with(initial));
        let matches = verbs.filter_map(|(verb, kind)| Some((phrase_end(line, start, verb)?, verb, *kind)));
        if let Some((end, verb, kind)) = matches.max_by_key(|(end, _, _)| *end) {
            past = end;
            if !is_other_word(line, start..end, verb) {
                found.push(PrintedAct { range: start..end, kind });
            }
        }
    }
    found
}

/// Returns whether the words around a verb make it a part of another word.
fn is_other_word(line: &str, range: Range<usize>, verb: &str) -> bool {
    let Some((_, before, behind)) = OTHER_WORDS.iter().find(|(word, _, _)| *word == verb) else {
        return false;
    };
    let left = line.get(..range.start).and_then(|left| left.strip_suffix(' '));
    let is_behind =
        |word: &&str| left.is_some_and(|left| super::phrase::phrase_start(left, left.len(), word).is_some());
    let is_before = |word: &&str| {
        next_char(line, range.end) == Some(' ') && phrase_end(line, range.end + 1, word).is_some()
    };
    before.iter().any(is_behind) || behind.iter().any(is_before)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn verbs_are_lower_case_and_stand_once() {
        for (i, (verb, _)) in VERBS.iter().enumerate() {
            assert_eq!(*verb, crate::text::lowercase(verb));
            assert!(VERBS.iter().skip(i + 1).all(|(other, _)| other != verb), "{verb}");
        }
        for kind in ActKind::ALL {
            assert!(VERBS.iter().any(|(_, other)| *other == kind), "{kind:?}");
        }
        assert!(OTHER_WORDS.iter().all(|(word, _, _)| VERBS.iter().any(|(verb, _)| verb == word)));
    }

    #[test]
    fn longest_verb_wins_and_nouns_are_no_verbs() {
        let read = |line: &str| -> Vec<String> {
            acts(line)
                .into_iter()
                .map(|act| format!("{} {}", act.kind.slug(), line.get(act.range).unwrap()))
                .collect()
        };
        for (line, expected) in [
            ("5 thợ được Biểu dương tại hội nghị", vec!["commended Biểu dương"]),
            ("đề nghị công nhận 7 sáng kiến", vec!["proposed đề nghị", "recognised công nhận"]),
            ("3 tổ đạt danh hiệu, 2 tổ đạt giải", vec!["attained đạt danh hiệu", "awarded đạt giải"]),
            ("8 tổ đăng kí, 1 tổ nhận Bằng khen", vec!["registered đăng kí", "awarded nhận Bằng khen"]),
            ("tiền thưởng, giấy khen, công trình, trao đổi, truyền đạt, quà tặng", vec![]),
            ("trưởng ban thi đua, khen thưởng", vec![]),
            ("suy tôn 4 người; trình tỉnh 6 người", vec!["elected suy tôn", "proposed trình"]),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }

    proptest! {
        #[test]
        fn any_line_is_read_without_panic(line in "(khen|thưởng|đạt|Đạt|đề nghị|[0-9]|[ .,“]|Ấ){0,20}|.{0,40}") {
            for act in acts(&line) {
                prop_assert_eq!(act_kind(line.get(act.range).unwrap()), Some(act.kind));
            }
        }
    }
}
