//! A citation in one line.

use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Article, Lang};
use thidua_core::text::{format_count, format_period};

/// Author, headline, newspaper, date: what is not printed is left out, and the place is said instead.
///
/// The headline stays in Vietnamese in both languages: it is the name of the work.
pub fn article_line(article: &Article, catalogue: &Catalogue, lang: Lang) -> String {
    let mut parts = Vec::new();
    if !article.byline.is_empty() {
        parts.push(article.byline.join(", "));
    }
    parts.push(format!("“{}”", article.headline));
    if let Some(source) = article.source.as_deref().and_then(|id| catalogue.source(id)) {
        parts.push(source.name.clone());
    }
    let date = article.published.map(|date| format_period(date, lang));
    parts.push(date.unwrap_or_else(|| {
        match lang {
            Lang::Vi => "không ghi ngày đăng",
            Lang::En => "no date printed",
        }
        .to_owned()
    }));
    format!("{}.", parts.join(", "))
}

/// The printed words, then the article and the line.
pub fn figure_line(found: FigureRef<'_>, catalogue: &Catalogue, lang: Lang) -> String {
    let line = match lang {
        Lang::Vi => "dòng",
        Lang::En => "line",
    };
    let article = article_line(found.article, catalogue, lang);
    let article = article.trim_end_matches('.');
    let number = format_count(found.figure.line as usize, lang);
    format!("“{}”: {article}, {line} {number}.", found.figure.as_written)
}
