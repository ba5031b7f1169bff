//! Words in citations.

use thidua_core::domain::Lang;

use crate::pick;

phrases! {
    no_date: "không ghi ngày đăng", "no date printed";
    no_newspaper: "không nêu tên báo", "newspaper not stated";
    facts: "Dữ kiện:", "Facts:";
    accessed: "truy cập ngày", "accessed";
    access_note: "Khi chép hoặc tải, ngày truy cập được ghi thêm.", "The date of access is added when you copy or download.";
}

/// Name of this site as the work that a page belongs to.
pub fn website(title: &str) -> String {
    format!("Thi đua – {title}")
}

/// Words for a copy of this site that has no address.
pub fn copy_of_site(title: &str, lang: Lang) -> String {
    format!("{} ({})", website(title), pick(lang, "bản lưu trên máy", "copy on this computer"))
}

/// Articles that a page puts together, by newspaper: names, and the number of articles that print none; `all` is the number of
/// articles.
pub fn compiled_from((names, unknown): &(Vec<&str>, usize), all: usize, lang: Lang) -> String {
    let articles = crate::sentences::articles(all, lang);
    let unknown = match (*unknown, lang) {
        (0, _) => None,
        (n, Lang::Vi) if n == all => Some("không nêu tên báo".to_owned()),
        (n, Lang::En) if n == all => Some("newspaper not stated".to_owned()),
        (n, Lang::Vi) => Some(format!("{n} bài không nêu tên báo")),
        (1, Lang::En) => Some("1 article without a stated newspaper".to_owned()),
        (n, Lang::En) => Some(format!("{n} articles without a stated newspaper")),
    };
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).chain(unknown).collect();
    format!("{} {articles} ({})", pick(lang, "tổng hợp từ", "compiled from"), names.join("; "))
}

/// Note on the page of this site that holds the facts of an article.
pub fn facts_of_article(page: &str, lang: Lang) -> String {
    format!("{}: {page}", pick(lang, "Dữ kiện của bài", "The facts of the article"))
}

/// Note on a figure: printed words, label, its place in the article, and its page if the address is known.
pub fn figure_note(printed: &str, label: &str, place: &str, page: Option<&str>, lang: Lang) -> String {
    let figure = pick(lang, "Số liệu", "Figure");
    let page = page.map_or_else(String::new, |page| format!(" {figure}: {page}"));
    format!("“{printed}”: {label}, {place}.{page}")
}
