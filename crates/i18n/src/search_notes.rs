//! Notes on how a search was understood, and ways out of an empty result.

use thidua_core::domain::Lang;
use thidua_search::{Condition, MAX_QUERY_CHARS, MAX_QUERY_WORDS, QueryField, QueryNote};

use super::sentences::{articles, count};

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
            "Các từ này nằm ở những chỗ khác nhau trong bài.".to_owned(),
            "These words stand in different places of the articles.".to_owned(),
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
        QueryNote::NoArticleAbout { place, mentions: 0, found: false } => {
            pick(format!("Không có bài nào về {place}."), format!("No article is about {place}."))
        }
        QueryNote::NoArticleAbout { place, mentions: 0, found: true } => pick(
            format!("Không có bài nào về {place}; các bài dưới đây chỉ có những từ ấy đứng rời nhau."),
            format!("No article is about {place}; those below have its syllables apart from each other."),
        ),
        QueryNote::NoArticleAbout { place, mentions, .. } => pick(
            format!("Không có bài riêng về {place}; {} có nhắc đến.", articles(*mentions, lang)),
            format!("No article is about {place} itself; {} mention it.", articles(*mentions, lang)),
        ),
        QueryNote::PhraseNotFound { phrase } => pick(
            format!("Không bài nào có đúng cụm “{phrase}”."),
            format!("No article has exactly the phrase “{phrase}”."),
        ),
        QueryNote::UnknownValue { field, value } => {
            let (vi, en) = match field {
                QueryField::Organisation => ("đơn vị", "organisation"),
                QueryField::Year => ("năm", "year"),
                QueryField::Kind => ("loại", "kind"),
                QueryField::Level => ("cấp", "level"),
                QueryField::Sector => ("khối", "sector"),
                QueryField::Role => ("vai trò", "role"),
            };
            pick(format!("Không có {vi} “{value}”."), format!("There is no {en} “{value}”."))
        }
    }
}

/// Returns what a way out does, with the number of its articles. `values` are the names of the facet values that it drops.
pub fn way_out(dropped: &Condition, values: &str, found: usize, lang: Lang) -> String {
    let found = match lang {
        Lang::Vi => format!("{} bài", count(found, lang)),
        Lang::En => articles(found, lang),
    };
    match (dropped, lang) {
        (Condition::Words(typed), Lang::Vi) => format!("Bỏ “{typed}”: {found}"),
        (Condition::Words(typed), Lang::En) => format!("Without “{typed}”: {found}"),
        (Condition::Year(typed), Lang::Vi) => format!("Bỏ năm {typed}: {found}"),
        (Condition::Year(typed), Lang::En) => format!("Without the year {typed}: {found}"),
        (Condition::Quotes, Lang::Vi) => format!("Tìm gần đúng, không cần đúng cụm: {found}"),
        (Condition::Quotes, Lang::En) => format!("The same words in any spelling and order: {found}"),
        (Condition::Facet(_), Lang::Vi) => format!("Bỏ điều kiện {values}: {found}"),
        (Condition::Facet(_), Lang::En) => format!("Without the filter {values}: {found}"),
        (Condition::AllFacets, Lang::Vi) => format!("Bỏ mọi điều kiện lọc: {found}"),
        (Condition::AllFacets, Lang::En) => format!("Without any filter: {found}"),
    }
}
