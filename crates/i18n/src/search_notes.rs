//! Notes on how a search was understood.

use thidua_core::domain::Lang;
use thidua_search::{MAX_QUERY_CHARS, MAX_QUERY_WORDS, QueryField, QueryNote};

use super::sentences::count;

/// Returns the sentence for a note.
pub fn note(note: &QueryNote, lang: Lang) -> String {
    let pick = |vi: String, en: String| match lang {
        Lang::Vi => vi,
        Lang::En => en,
    };
    match note {
        QueryNote::QueryCut => pick(
            format!("Câu tìm quá dài: chỉ đọc {MAX_QUERY_CHARS} ký tự, {MAX_QUERY_WORDS} từ đầu."),
            format!(
                "The query is too long: only its first {MAX_QUERY_CHARS} characters and {MAX_QUERY_WORDS} words are read."
            ),
        ),
        QueryNote::OnlyExclusions => pick(
            "Chỉ có từ bị loại trừ: đang liệt kê mọi bài còn lại.".to_owned(),
            "Only exclusions: everything else is listed.".to_owned(),
        ),
        QueryNote::OnlyWithoutMarks => pick(
            "Không có bài nào viết đúng dấu như đã gõ; dưới đây là các bài viết với dấu khác.".to_owned(),
            "No article has the words with these marks; those below have them with others.".to_owned(),
        ),
        QueryNote::OtherMarks { articles } => {
            let articles = count(*articles, lang);
            pick(
                format!("Còn {articles} bài có những từ này với dấu khác; gõ không dấu để thấy cả."),
                format!(
                    "{articles} more have these words with other marks; type without marks to see them too."
                ),
            )
        }
        QueryNote::OnlyScattered => pick(
            "Không bài nào có các từ này đứng liền nhau; chúng nằm rải rác trong bài.".to_owned(),
            "No article has these words next to each other; they stand apart.".to_owned(),
        ),
        QueryNote::Typo { typed, used } => pick(
            format!("Không thấy “{typed}”; đã tìm “{used}”."),
            format!("“{typed}” was not found; “{used}” was searched instead."),
        ),
        QueryNote::Keystrokes { typed, used } => pick(
            format!("Đã đọc “{typed}” là “{used}” (gõ Telex hoặc VNI khi bộ gõ đang tắt)."),
            format!("“{typed}” was read as “{used}” (Telex or VNI keys typed with the input method off)."),
        ),
        QueryNote::AbbreviationExpanded { typed, also } => pick(
            format!("“{typed}” cũng được tìm dưới dạng “{}”.", also.join("”, “")),
            format!("“{typed}” was also searched as “{}”.", also.join("”, “")),
        ),
        QueryNote::UnknownWord { typed } => {
            pick(format!("Không bài nào có từ “{typed}”."), format!("No article has the word “{typed}”."))
        }
        QueryNote::PhraseNotFound { phrase } => pick(
            format!("Không bài nào có đúng cụm “{phrase}”."),
            format!("No article has exactly the phrase “{phrase}”."),
        ),
        QueryNote::UnknownValue { field, value } => {
            let (vi, en) = match field {
                QueryField::Organisation => ("đơn vị", "organisation"),
                QueryField::Year => ("năm", "year"),
                QueryField::Kind => ("loại", "kind"),
            };
            pick(format!("Không có {vi} “{value}”."), format!("There is no {en} “{value}”."))
        }
    }
}
