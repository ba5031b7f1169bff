//! How a search was understood, in words.

use super::sentences::count;
use thidua_core::domain::Lang;
use thidua_search::{Field, Note, QUERY_CHARS, QUERY_WORDS};

/// The sentence for a note.
pub fn note(note: &Note, lang: Lang) -> String {
    let pick = |vi: String, en: String| match lang {
        Lang::Vi => vi,
        Lang::En => en,
    };
    match note {
        Note::QueryCut => pick(
            format!("Câu tìm quá dài: chỉ đọc {QUERY_CHARS} ký tự, {QUERY_WORDS} từ đầu."),
            format!(
                "The query is too long: only its first {QUERY_CHARS} characters and {QUERY_WORDS} words are read."
            ),
        ),
        Note::OnlyExclusions => pick(
            "Chỉ có từ bị loại trừ: đang liệt kê mọi bài còn lại.".to_owned(),
            "Only exclusions: everything else is listed.".to_owned(),
        ),
        Note::OnlyWithoutMarks => pick(
            "Không có bài nào viết đúng dấu như đã gõ; dưới đây là các bài viết với dấu khác.".to_owned(),
            "No article has the words with these marks; those below have them with others.".to_owned(),
        ),
        Note::OtherMarks { articles } => {
            let articles = count(*articles, lang);
            pick(
                format!("Còn {articles} bài có những từ này với dấu khác; gõ không dấu để thấy cả."),
                format!(
                    "{articles} more have these words with other marks; type without marks to see them too."
                ),
            )
        }
        Note::OnlyScattered => pick(
            "Không bài nào có các từ này đứng liền nhau; chúng nằm rải rác trong bài.".to_owned(),
            "No article has these words next to each other; they stand apart.".to_owned(),
        ),
        Note::Typo { typed, used } => pick(
            format!("Không thấy “{typed}”; đã tìm “{used}”."),
            format!("“{typed}” was not found; “{used}” was searched instead."),
        ),
        Note::Keystrokes { typed, used } => pick(
            format!("Đã đọc “{typed}” là “{used}” (gõ Telex hoặc VNI khi bộ gõ đang tắt)."),
            format!("“{typed}” was read as “{used}” (Telex or VNI keys typed with the input method off)."),
        ),
        Note::AbbreviationExpanded { typed, also } => pick(
            format!("“{typed}” cũng được tìm dưới dạng “{}”.", also.join("”, “")),
            format!("“{typed}” was also searched as “{}”.", also.join("”, “")),
        ),
        Note::UnknownWord { typed } => {
            pick(format!("Không bài nào có từ “{typed}”."), format!("No article has the word “{typed}”."))
        }
        Note::PhraseNotFound { phrase } => pick(
            format!("Không bài nào có đúng cụm “{phrase}”."),
            format!("No article has exactly the phrase “{phrase}”."),
        ),
        Note::UnknownValue { field, value } => {
            let (vi, en) = match field {
                Field::Organisation => ("đơn vị", "organisation"),
                Field::Year => ("năm", "year"),
                Field::Kind => ("loại", "kind"),
            };
            pick(format!("Không có {vi} “{value}”."), format!("There is no {en} “{value}”."))
        }
    }
}
