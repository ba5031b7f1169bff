//! Words in citations.

use thidua_core::domain::Lang;

use crate::pick;

phrases! {
    no_date: "không ghi ngày đăng", "no date printed";
    line: "dòng", "line";
}

/// Note on the page of this site that holds the facts of an article.
pub fn facts_of_article(page: &str, lang: Lang) -> String {
    format!("{}: {page}", pick(lang, "Dữ kiện của bài", "The facts of the article"))
}

/// Note on a figure: printed words, label, line of the stored copy, and its page if the address is known.
pub fn figure_note(printed: &str, label: &str, line: &str, page: Option<&str>, lang: Lang) -> String {
    let (stored, figure) = match lang {
        Lang::Vi => (format!("dòng {line} của bản lưu"), "Số liệu"),
        Lang::En => (format!("line {line} of the stored copy"), "Figure"),
    };
    let page = page.map_or_else(String::new, |page| format!(" {figure}: {page}"));
    format!("“{printed}”: {label}, {stored}.{page}")
}
