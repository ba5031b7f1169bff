//! Words of comparisons of one measure.

use thidua_core::domain::Lang;
use thidua_core::text::format_count;

use crate::{pick, sentences};

phrases! {
    by_level: "theo cấp", "by level";
    years_of_articles: "; các năm theo bài", "; each period is the article’s";
    no_level: "Không nêu cấp", "Level not stated";
}

/// Number of organisations that are named as stating nothing.
const MAX_ABSENT: usize = 6;

/// Column headings: organisation, level, period, content, printed words, number, article.
pub const fn columns(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::Vi => ["Đơn vị", "Cấp", "Thời gian", "Nội dung", "Như in trên báo", "Số", "Bài báo"],
        Lang::En => ["Organisation", "Level", "Period", "What", "As printed", "Number", "Article"],
    }
}

/// `12 đơn vị`.
pub fn organisations(number: usize, lang: Lang) -> String {
    let count = format_count(number, lang);
    match (lang, number) {
        (Lang::Vi, _) => format!("{count} đơn vị"),
        (Lang::En, 1) => "1 organisation".to_owned(),
        (Lang::En, _) => format!("{count} organisations"),
    }
}

/// `5 kỳ`: periods of one organisation.
pub fn periods(number: usize, lang: Lang) -> String {
    let count = format_count(number, lang);
    match lang {
        Lang::Vi => format!("{count} kỳ"),
        Lang::En => format!("{count} periods"),
    }
}

/// Note that `names` state no such number; `None` without any. Of many names some are counted only.
pub fn absent(names: &[String], lang: Lang) -> Option<String> {
    let more = names.len().saturating_sub(MAX_ABSENT);
    let mut listed: Vec<String> = names.iter().take(MAX_ABSENT).cloned().collect();
    if more > 0 {
        listed.push(match lang {
            Lang::Vi => format!("{} đơn vị nữa", format_count(more, lang)),
            Lang::En => format!("{} more", format_count(more, lang)),
        });
    }
    (!names.is_empty()).then(|| {
        format!(
            "{}: {}.",
            pick(lang, "Không nêu số này", "Number not stated"),
            sentences::list(&listed, lang)
        )
    })
}

/// `Xem cả 23 đơn vị`: the link to all rows.
pub fn see_all(organisations: usize, places: usize, lang: Lang) -> String {
    match (lang, organisations) {
        (Lang::Vi, 1) => format!("Xem cả {} kỳ", format_count(places, lang)),
        (Lang::Vi, _) => format!("Xem cả {} đơn vị", format_count(organisations, lang)),
        (Lang::En, 1) => format!("See all {} periods", format_count(places, lang)),
        (Lang::En, _) => format!("See all {} organisations", format_count(organisations, lang)),
    }
}
