//! Words of the chart of rounds, themes and articles in time.

use thidua_core::domain::Lang;

use crate::{pick, sentences};

phrases! {
    rounds: "Đợt thi đua", "Rounds";
    reports: "Thời gian mà bài báo nói tới", "Time of which articles speak";
    no_date: "không nêu ngày", "no date stated";
    day_note: "Đầu có vạch: báo in rõ ngày.", "An end with a line: the day is printed.";
    month_or_year_note: "Đầu gạch chéo: báo chỉ in tháng hoặc năm, không in ngày.",
        "A hatched end: only the month or the year is printed, not the day.";
    open_end_note: "Đầu mũi tên: báo không nêu ngày bắt đầu hoặc kết thúc.",
        "An arrow: the first or last day is not stated.";
}

phrases! {
    undated: "Không nêu ngày: không xếp lên trục", "No date stated: not placed on the axis";
    in_time: "Theo thời gian", "In time";
    theme: "Chủ đề", "Theme";
}

/// Prefixes of the names of the four quarters of a year, to be followed by the year: `4/2022`, `Apr 2022`.
pub const fn quarter_prefixes(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Vi => ["1/", "4/", "7/", "10/"],
        Lang::En => ["Jan ", "Apr ", "Jul ", "Oct "],
    }
}

/// Column headings: organisation and round, theme or article, time, printed words.
pub const fn columns(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Vi => ["Đơn vị, đợt", "Chủ đề hoặc bài báo", "Thời gian", "Như in trên báo"],
        Lang::En => ["Organisation, round", "Theme or article", "Time", "As printed"],
    }
}

/// Heading without its capital: number of dated rounds and articles, and the years.
pub fn heading(rounds: usize, articles: usize, years: &str, lang: Lang) -> String {
    let rounds_words =
        sentences::counted(rounds, lang, ["đợt thi đua có ngày", "round with dates", "rounds with dates"]);
    let articles_words = sentences::articles(articles, lang);
    let both = match (rounds, articles) {
        (_, 0) => rounds_words,
        (0, _) => articles_words,
        _ => format!("{rounds_words}{}{articles_words}", pick(lang, " và ", " and ")),
    };
    format!("{both}, {}{years}", pick(lang, "năm ", ""))
}
