//! Words that several kinds of charts share: periods, levels, articles, readings.

use thidua_core::domain::{Article, Edtf, Lang, Level, Organisation};
use thidua_core::text::{capitalise, format_count, format_period, lower, lowercase};

use crate::{phrases, pick, sentences};

phrases! {
    as_printed: "Như báo in", "As printed";
    not_stated: "không nêu", "not stated";
    and_word: "và", "and";
    or_word: " hoặc ", " or ";
    over_the_years: "qua các năm", "over the years";
}

/// Returns `text` with its first letter in lower case, unless it begins with an abbreviation.
pub fn uncapitalise(text: &str) -> String {
    let mut chars = text.chars();
    let (first, second) = (chars.next(), chars.clone().next());
    match first {
        Some(c) if second.is_none_or(|next| lower(next) == next) => {
            std::iter::once(lower(c)).chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}

/// `và 5 số nữa trong bảng`: the end of a list of readings that does not name all of them.
pub fn more_in_table(number: usize, lang: Lang) -> String {
    let more = pick(lang, "số nữa trong bảng", "more in the table");
    format!("{} {} {more}", and_word(lang), format_count(number, lang))
}

/// A printed phrase, followed by our words in other languages than Vietnamese: `more than 12 people (in print: trên 12 người)`.
pub fn reading(words: &str, printed: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => printed.to_owned(),
        Lang::En => format!("{words} (in print: {printed})"),
    }
}

/// Label of an article: its headline as printed, and its date of publication.
pub fn article_label(article: &Article, lang: Lang) -> String {
    let date = match (article.published, lang) {
        (Some(date), Lang::Vi) => format!("đăng {}", format_period(date, lang)),
        (Some(date), Lang::En) => format!("published {}", format_period(date, lang)),
        (None, Lang::Vi) => "không nêu ngày đăng".to_owned(),
        (None, Lang::En) => "date of publication not stated".to_owned(),
    };
    format!("“{}”, {date}", article.headline)
}

/// A period within a line of text. Vietnamese keeps the printed words, because "năm học 2019 - 2020" says more than its dates.
pub fn period(dates: Option<Edtf>, printed: Option<&str>, lang: Lang) -> String {
    match (printed, dates, lang) {
        (Some(printed), _, Lang::Vi) => uncapitalise(printed),
        (_, Some(dates), _) => {
            let text = format_period(dates, lang);
            let is_year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
            if is_year && lang == Lang::Vi { format!("năm {text}") } else { text }
        }
        (Some(printed), None, Lang::En) => format!("“{printed}” (as printed)"),
        (None, None, Lang::Vi) => "không nêu thời gian".into(),
        (None, None, Lang::En) => "period not stated".into(),
    }
}

/// A period that is the article's and not the figure's own: `năm 2022 (theo bài)`.
pub fn of_article(period: &str, lang: Lang) -> String {
    let mark = phrases::articles_period(lang);
    match period.strip_suffix(')') {
        Some(open) => format!("{open}; {mark})"),
        None => format!("{period} ({mark})"),
    }
}

/// The same to stand within brackets: `2022, theo bài`.
pub fn of_article_in_brackets(period: &str, lang: Lang) -> String {
    format!("{period}, {}", phrases::articles_period(lang))
}

/// Levels as the label of a row: `Cấp quận, cấp ngành, cấp thành phố`, `District, sector and city level`.
///
/// The kind of place of the district and of the city level (`quận` or `huyện`) is taken from the name of the organisation.
pub fn level_label(levels: &[Level], organisation: Option<&Organisation>, lang: Lang) -> String {
    match lang {
        Lang::Vi => {
            let names: Vec<String> =
                levels.iter().map(|l| format!("cấp {}", level_name(*l, organisation, lang))).collect();
            capitalise(&names.join(", "))
        }
        Lang::En => {
            let names: Vec<&str> = levels.iter().map(|l| level_name(*l, organisation, lang)).collect();
            capitalise(&format!("{} level", sentences::list(&names, lang)))
        }
    }
}

/// Levels as a phrase after a number: `ở cơ sở`, `cấp quận`, `at district level`.
pub fn level_phrase(levels: &[Level], organisation: Option<&Organisation>, lang: Lang) -> String {
    let names: Vec<&str> = levels.iter().map(|l| level_name(*l, organisation, lang)).collect();
    match (lang, levels) {
        (Lang::Vi, [Level::Grassroots | Level::School]) => format!("ở {}", names.join(", ")),
        (Lang::Vi, _) => format!("cấp {}", sentences::list(&names, lang)),
        (Lang::En, _) => format!("at {} level", sentences::list(&names, lang)),
    }
}

fn level_name(level: Level, organisation: Option<&Organisation>, lang: Lang) -> &'static str {
    // Without an organisation nothing says which kind of place it is.
    let name = organisation.map_or_else(String::new, |o| lowercase(&o.name));
    match (level, lang) {
        (Level::District, Lang::Vi) => ["quận", "huyện", "thị xã"]
            .into_iter()
            .find(|kind| name.contains(kind))
            .unwrap_or(level.name(lang)),
        (Level::City, _) if name.contains("tỉnh") => pick(lang, "tỉnh", "province"),
        _ => level.name(lang),
    }
}

/// Column headings of the table that lists one figure a row: content, period, printed words, number, unit, article.
pub const fn figure_columns(lang: Lang) -> [&'static str; 6] {
    match lang {
        Lang::Vi => ["Nội dung", "Thời gian", "Như in trên báo", "Số", "Đơn vị", "Bài báo"],
        Lang::En => ["What", "Period", "As printed", "Number", "Unit", "Article"],
    }
}

/// `6 số liệu, đều 7 cá nhân`: several figures that all print the same quantity.
pub fn all_equal(figures: &str, quantity: &str, lang: Lang) -> String {
    let each = pick(lang, "đều", "each");
    format!("{figures}, {each} {quantity}")
}

/// `6 số liệu, thấp nhất trên 7 cá nhân, cao nhất 95 cá nhân`.
pub fn lowest_and_highest(figures: &str, lowest: &str, highest: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{figures}, thấp nhất {lowest}, cao nhất {highest}"),
        Lang::En => format!("{figures}, lowest {lowest}, highest {highest}"),
    }
}
