//! Citations of articles, in every format.

use thidua_cite::{Format, Work};
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
    let work = Work::of_article(article, url.as_deref(), urls.catalogue, Lang::Vi);
    let file = |format: Format| {
        let text = format.write(std::slice::from_ref(&work));
        OutputFile::new(format!("{}{}", route.path(), format.file()), text)
    };
    Format::ALL.map(file).into()
}

/// Returns the citations of all articles in every format, each with the name of its file.
pub fn all_citations(urls: SiteUrls<'_>) -> [(&'static str, String); Format::ALL.len()] {
    let articles = urls.catalogue.articles();
    let page_urls: Vec<Option<String>> =
        articles.iter().map(|a| urls.absolute(Page::Article(a.id.clone()))).collect();
    let pairs = articles.iter().zip(&page_urls);
    let works: Vec<Work<'_>> = pairs
        .map(|(article, url)| Work::of_article(article, url.as_deref(), urls.catalogue, Lang::Vi))
        .collect();
    Format::ALL.map(|format| (format.file(), format.write(&works)))
}
