//! Citations in one line of text.

use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Article, Lang};
use thidua_core::text::format_period;
use thidua_i18n::{citations, evidence};

use crate::AccessDate;
use crate::cited_work::newspapers;

/// Returns author, headline, newspaper and date. An author who is not printed is left out, as reports do; that no newspaper or
/// date is printed is stated.
///
/// The headline stays in Vietnamese in both languages: it is the name of the work.
pub fn article_line(article: &Article, catalogue: &Catalogue, lang: Lang) -> String {
    let mut parts = Vec::new();
    if !article.byline.is_empty() {
        parts.push(article.byline.join(", "));
    }
    parts.push(format!("“{}”", article.headline));
    let newspaper = article.source.as_deref().and_then(|id| catalogue.source(id));
    parts.push(
        newspaper.map_or_else(|| citations::no_newspaper(lang).to_owned(), |source| source.name.clone()),
    );
    let date = article.published.map(|date| format_period(date, lang));
    parts.push(date.unwrap_or_else(|| citations::no_date(lang).to_owned()));
    format!("{}.", parts.join(", "))
}

/// Returns the printed words, then the article and the paragraph.
pub fn figure_line(found: FigureRef<'_>, catalogue: &Catalogue, lang: Lang) -> String {
    let FigureRef { article, figure } = found;
    let place = evidence::short_place(article.paragraph_of_line(figure.line), figure.line, lang);
    let article = article_line(article, catalogue, lang);
    let article = article.trim_end_matches('.');
    format!("“{}”: {article}, {place}.", figure.as_written)
}

/// Returns the heading of a page of this site, the site, and the newspapers of the articles that the page puts together.
pub fn page_line(heading: &str, articles: &[&Article], catalogue: &Catalogue, lang: Lang) -> String {
    let site = citations::website(catalogue.title().get(lang));
    if articles.is_empty() {
        return format!("{heading}, {site}.");
    }
    let compiled = citations::compiled_from(&newspapers(articles, catalogue), articles.len(), lang);
    format!("{heading}, {site}, {compiled}.")
}

/// Returns a citation with the place of the facts behind it: the address of their page on this site, and the date of access.
/// Without an address, the site is named.
pub fn with_place(
    line: &str,
    address: Option<&str>,
    accessed: Option<AccessDate>,
    catalogue: &Catalogue,
    lang: Lang,
) -> String {
    let site = citations::copy_of_site(catalogue.title().get(lang), lang);
    let accessed = accessed
        .map_or_else(String::new, |date| format!(", {} {}", citations::accessed(lang), date.in_words(lang)));
    format!("{line} {} {}{accessed}.", citations::facts(lang), address.unwrap_or(&site))
}
