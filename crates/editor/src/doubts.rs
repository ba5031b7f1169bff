//! Doubts of a fact: what looks wrong although its words stand in the text.

use std::collections::BTreeSet;

use thidua_core::collections::collect_set;
use thidua_core::corpus::Problem;
use thidua_core::domain::{CampaignKind, GuessedField, Lang, Unit};
use thidua_core::text::lowercase;
use thidua_extract::Draft;
use thidua_i18n::terms;

use super::fact_id::FactId;

/// Something that a person should look at before a fact is accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// A label or name ends in this joining word, or a label begins with it: it was cut at the wrong place.
    CutAt(String),
    /// A label or name is only a word for a kind or a unit.
    OnlyKind(String),
    /// Verification warns.
    Warning(Problem),
}

/// Words that join what stands before them to something behind them, so that no label or name ends in one. Words that often
/// end a phrase are missing ("năm qua", "cấp trên", "thiết bị").
const JOINING_WORDS: [&str; 35] = [
    "và", "hoặc", "của", "cho", "với", "cùng", "tại", "ở", "trong", "giữa", "từ", "đến", "vào", "về", "theo",
    "bởi", "do", "vì", "nên", "nhằm", "để", "mà", "là", "thì", "như", "được", "đã", "đang", "sẽ", "các",
    "những", "mỗi", "gồm", "khi", "nhưng",
];

/// Words that join a label to something before it.
const LEADING_WORDS: [&str; 11] = ["và", "hoặc", "của", "cho", "với", "tại", "là", "do", "để", "mà", "bởi"];

/// Ends of phrases in which such a word is a part of another one.
const COMPOUNDS: [&str; 15] = [
    "nhà ở",
    "chỗ ở",
    "nơi ở",
    "tự do",
    "lý do",
    "lí do",
    "đạt được",
    "hiện tại",
    "cuối cùng",
    "vô cùng",
    "kèm theo",
    "tiếp theo",
    "chứng từ",
    "bên trong",
    "trở về",
];

/// Ends that announce a part, as "248 sáng kiến, trong đó có 89 …" does.
const ANNOUNCEMENTS: [&str; 5] = ["trong đó", "trong đó có", "bao gồm", "như sau", "cụ thể là"];

/// Kinds besides the names of [`CampaignKind`].
const KIND_WORDS: [&str; 10] = [
    "thi đua",
    "phong trào thi đua",
    "cuộc thi",
    "giải thưởng",
    "danh hiệu thi đua",
    "chuyên đề",
    "mô hình",
    "công trình",
    "hoạt động",
    "nội dung",
];

/// Names and printed nouns of all units, in lower case.
pub struct UnitNames(BTreeSet<String>);

impl UnitNames {
    /// Collects the names.
    pub fn of(units: &[Unit]) -> UnitNames {
        let names = units.iter().flat_map(|unit| std::iter::once(&unit.vi).chain(&unit.printed));
        UnitNames(collect_set(names.map(|name| lowercase(name))))
    }
}

/// Returns the doubts about the label or name of a fact. A label that a person has confirmed has none.
pub fn doubts_of_words(
    draft: &Draft,
    fact_id: FactId,
    confirmed: &[GuessedField],
    units: &UnitNames,
) -> Vec<Doubt> {
    match fact_id {
        FactId::Figure(i) => match draft.figures.get(i) {
            Some(found) if !confirmed.contains(&GuessedField::Label) => {
                let label = &found.fact.label;
                let mut doubts = doubts(label, |label| is_kind(label) || units.0.contains(label));
                if doubts.is_empty() {
                    doubts.extend(leading_word(label).map(Doubt::CutAt));
                }
                doubts
            }
            _ => Vec::new(),
        },
        FactId::Mention(i) => draft.mentions.get(i).map_or_else(Vec::new, |f| doubts(&f.words, is_kind)),
        FactId::Phase(i) => draft.phases.get(i).map_or_else(Vec::new, |f| doubts(&f.words, |_| false)),
        FactId::Person(i) => draft.people.get(i).map_or_else(Vec::new, |f| doubts(&f.fact.name, |_| false)),
        FactId::Organisation if !confirmed.contains(&GuessedField::Organisation) => {
            let main = draft.organisation.and_then(|i| draft.organisations.get(i));
            main.map_or_else(Vec::new, |found| doubts(&found.fact.name, |_| false))
        }
        _ => Vec::new(),
    }
}

fn doubts(words: &str, is_only_kind: impl Fn(&str) -> bool) -> Vec<Doubt> {
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    let folded = lowercase(words);
    let last = folded.split_whitespace().next_back().unwrap_or_default();
    let is_compound = COMPOUNDS.iter().any(|compound| folded.ends_with(compound));
    let announcement = ANNOUNCEMENTS.into_iter().filter(|end| {
        folded.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace))
    });
    if let Some(end) = announcement.max_by_key(|end| end.len()) {
        vec![Doubt::CutAt(end.to_owned())]
    } else if JOINING_WORDS.contains(&last) && !is_compound {
        vec![Doubt::CutAt(last.to_owned())]
    } else if is_only_kind(&folded) {
        vec![Doubt::OnlyKind(words.to_owned())]
    } else {
        Vec::new()
    }
}

/// Returns the joining word with which a label begins.
fn leading_word(label: &str) -> Option<String> {
    let folded = lowercase(label);
    let first = folded.split_whitespace().next()?;
    (LEADING_WORDS.contains(&first) && folded.split_whitespace().nth(1).is_some()).then(|| first.to_owned())
}

fn is_kind(words: &str) -> bool {
    KIND_WORDS.contains(&words)
        || CampaignKind::ALL.into_iter().any(|kind| terms::kind(kind, Lang::Vi) == words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_end_in_a_joining_word_or_are_only_a_kind_are_doubts() {
        for (words, last) in [
            ("sáng kiến của", "của"),
            ("đoàn viên được biểu dương tại", "tại"),
            ("“Giỏi việc nước và”", "và"),
            ("gia đình công nhân cho,", "cho"),
            ("đề tài đăng ký, trong đó có", "trong đó có"),
        ] {
            assert_eq!(doubts(words, is_kind), [Doubt::CutAt(last.to_owned())], "{words}");
        }
        assert_eq!(leading_word("Cho nhà máy").as_deref(), Some("cho"));
        assert_eq!(leading_word("Chợ nhà máy"), None);
        for words in ["phong trào", "Danh hiệu", "Phong trào thi đua"] {
            assert_eq!(doubts(words, is_kind), [Doubt::OnlyKind(words.to_owned())], "{words}");
        }
        for words in ["", "Lao động giỏi", "hộ khó khăn về nhà ở", "kết quả đạt được", "trong 5 năm qua"]
        {
            assert_eq!(doubts(words, is_kind), [], "{words}");
        }
    }
}
