//! Citations in one line of text.

use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Article, Lang};
use thidua_core::text::{format_count, format_period};
use thidua_i18n::citations;

/// Returns author, headline, newspaper and date. An author or newspaper that is not printed is left out; a missing date is
/// stated.
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
    parts.push(date.unwrap_or_else(|| citations::no_date(lang).to_owned()));
    format!("{}.", parts.join(", "))
}

/// Returns the printed words, then the article and the line.
pub fn figure_line(found: FigureRef<'_>, catalogue: &Catalogue, lang: Lang) -> String {
    let line = citations::line(lang);
    let article = article_line(found.article, catalogue, lang);
    let article = article.trim_end_matches('.');
    let number = format_count(found.figure.line as usize, lang);
    format!("“{}”: {article}, {line} {number}.", found.figure.as_written)
}
