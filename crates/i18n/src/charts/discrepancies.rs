//! Words of charts of articles that state different numbers for the same thing.

use thidua_core::domain::Lang;

use crate::sentences;

phrases! {
    note: "Các bài viết về cùng một điều: đứng cạnh nhau, không bài nào được chọn thay bài khác.",
        "The articles speak of the same thing: they stand side by side, and none is chosen over another.";
}

/// `3 số khác`: numbers that a heading does not list.
pub fn other_numbers(number: usize, lang: Lang) -> String {
    sentences::counted(number, lang, ["số khác", "other number", "other numbers"])
}

/// Heading: whose figure, what is counted, and the numbers that the articles print.
pub fn heading(organisation: &str, label: &str, numbers: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{organisation}, {label}: các bài nêu khác nhau, {numbers}"),
        Lang::En => format!("{organisation}, {label}: articles differ, {numbers}"),
    }
}
