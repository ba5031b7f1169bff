//! Words of the chart of what the corpus holds.

use thidua_core::domain::Lang;
use thidua_core::text::format_count;

use crate::sentences;

phrases! {
    measure: "Số lượng số liệu, theo đơn vị và năm (của số liệu, không nêu thì theo bài)",
        "Number of figures, by organisation and year (the figure’s; the article’s where it states none)";
    organisation_column: "Đơn vị", "Organisation";
    partly_verified_note: "Thanh đặc: số liệu đã tìm thấy trong văn bản gốc; khung viền: mọi số liệu.",
        "Solid bar: figures found in the source texts; outline: all figures.";
    several_years_note: "Số liệu của năm học hay của nhiều năm được đếm ở mỗi năm mà nó nói tới.",
        "A figure for a school year or for several years counts for each of them.";
}

/// Title of the panel of a year; `None` stands for figures that state no year.
pub fn year(year: Option<u16>, lang: Lang) -> String {
    match (year, lang) {
        (None, Lang::Vi) => "Không nêu năm".to_owned(),
        (None, Lang::En) => "Year not stated".to_owned(),
        (Some(year), Lang::Vi) => format!("Năm {year}"),
        (Some(year), Lang::En) => year.to_string(),
    }
}

/// Number of figures, and how many of them were verified.
pub fn count(all: u32, verified: u32, lang: Lang) -> String {
    let [all_words, verified_words] = [all, verified].map(|number| format_count(number as usize, lang));
    match (lang, all == verified) {
        (Lang::Vi, true) => format!("{all_words} số liệu đã đối chiếu"),
        (Lang::Vi, false) => format!("{verified_words} trên {all_words} số liệu đã đối chiếu"),
        (Lang::En, true) if all == 1 => "1 verified figure".to_owned(),
        (Lang::En, true) => format!("{all_words} verified figures"),
        (Lang::En, false) if all == 1 => "1 figure, not verified".to_owned(),
        (Lang::En, false) => format!("{verified_words} of {all_words} figures verified"),
    }
}

/// Heading: number of figures and organisations, and the years. `years` is empty where no figure states one.
pub fn heading(figures: usize, organisations: usize, years: &str, lang: Lang) -> String {
    let figures = sentences::figures(figures, lang);
    let organisations = sentences::organisations(organisations, lang);
    match (lang, years.is_empty()) {
        (Lang::Vi, false) => format!("Kho có {figures} của {organisations}, năm {years}"),
        (Lang::Vi, true) => format!("Kho có {figures} của {organisations}, không nêu năm"),
        (Lang::En, false) => format!("The corpus has {figures} of {organisations}, {years}"),
        (Lang::En, true) => format!("The corpus has {figures} of {organisations}, years not stated"),
    }
}
