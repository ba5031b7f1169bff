//! Citations of articles, in every format.

use thidua_cite::{CitationFormat, CitedWork};
use thidua_core::domain::Lang;
use thidua_pages::route::{Page, Route};

use crate::output::OutputFile;
use crate::urls::SiteUrls;

/// Makes the citations of the article of `route`. They are the same in both languages and stand next to the Vietnamese
/// page only; other pages have none.
pub fn article_citations(route: &Route, urls: SiteUrls<'_>) -> Vec<OutputFile> {
    let (Page::Article(id), Lang::Vi) = (&route.page, route.lang) else { return Vec::new() };
    let Some(article) = urls.catalogue.article(id) else { return Vec::new() };
    let url = urls.absolute(route.page.clone());
    let work = CitedWork::of_article(article, url.as_deref(), urls.catalogue, Lang::Vi);
    let file = |format: CitationFormat| {
        let text = format.file_contents(std::slice::from_ref(&work), None);
        OutputFile::new(format!("{}{}", route.path(), format.file_name()), text)
    };
    CitationFormat::ALL.map(file).into()
}

/// Returns the citations of all articles in every format, each with the name of its file.
pub fn all_citations(urls: SiteUrls<'_>) -> [(&'static str, String); CitationFormat::ALL.len()] {
    let articles = urls.catalogue.articles();
    let page_urls: Vec<Option<String>> =
        articles.iter().map(|a| urls.absolute(Page::Article(a.id.clone()))).collect();
    let pairs = articles.iter().zip(&page_urls);
    let works: Vec<CitedWork<'_>> = pairs
        .map(|(article, url)| CitedWork::of_article(article, url.as_deref(), urls.catalogue, Lang::Vi))
        .collect();
    CitationFormat::ALL.map(|format| (format.file_name(), format.file_contents(&works, None)))
}
