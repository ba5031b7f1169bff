//! Words in a chart that is saved as a picture.

use thidua_core::domain::Lang;
use thidua_core::text::format_count;

phrases! {
    source: "Nguồn", "Source";
}

/// Line that stands for the articles that a picture does not name.
pub fn more_articles(number: usize, lang: Lang) -> String {
    let words = format_count(number, lang);
    match lang {
        Lang::Vi => format!("Và {words} bài báo khác, xem ở liên kết."),
        Lang::En if number == 1 => "And 1 more article, at the link.".to_owned(),
        Lang::En => format!("And {words} more articles, at the link."),
    }
}
