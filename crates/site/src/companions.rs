//! The files that stand beside the pages: for machines, for reports, for downloads.

use super::feed;
use super::place::Place;
use super::sitemap::{robots, sitemap};
use thidua_cite::{CitationFormat, CitedWork};
use thidua_core::domain::Lang;
use thidua_pages::html::download_list;
use thidua_pages::route::{Page, Route};

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Companion {
    /// Its path below the site's root, with `/` between folders.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Companion {
    /// A file.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Companion {
        Companion { path: path.into(), bytes: bytes.into() }
    }
}

/// The sitemap and what says where it is; nothing without the site's origin, as with feeds.
pub fn listings(place: Place<'_>) -> Vec<Companion> {
    if !place.is_absolute() {
        return Vec::new();
    }
    let listed = sitemap(&Route::all(place.catalogue), place);
    let robots = Companion::new("robots.txt", robots(place));
    listed.into_iter().map(|(path, text)| Companion::new(path, text)).chain([robots]).collect()
}

/// A feed in each language.
pub fn feeds(place: Place<'_>) -> Vec<Companion> {
    if !place.is_absolute() {
        return Vec::new();
    }
    Lang::ALL.map(|lang| Companion::new(download_list::feed(lang), feed::feed(place, lang))).into()
}

/// The citations of an article beside its page; they are the same in both languages, and stand once.
pub fn citations_of(route: &Route, place: Place<'_>) -> Vec<Companion> {
    let (Page::Article(id), Lang::Vi) = (&route.page, route.lang) else { return Vec::new() };
    let Some(article) = place.catalogue.article(id) else { return Vec::new() };
    let url = place.cited(route.page.clone());
    let work = CitedWork::of_article(article, url.as_deref(), place.catalogue, Lang::Vi);
    let file = |format: CitationFormat| {
        let text = format.file_contents(std::slice::from_ref(&work));
        Companion::new(format!("{}{}", route.path(), format.file_name()), text)
    };
    CitationFormat::ALL.map(file).into()
}
