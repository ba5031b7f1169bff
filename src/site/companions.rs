//! The files that stand beside the pages: for machines, for reports, for downloads.

use std::fs;
use std::path::Path;

use super::place::Place;
use super::sitemap::{robots, sitemap};
use super::tables::Member;
use super::{SiteError, feed, tables};
use crate::cite::{Format, Work};
use crate::corpus::{both, json_schema};
use crate::domain::Lang;
use crate::pages::downloads;
use crate::route::{Page, Route};

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
    Lang::ALL.map(|lang| Companion::new(downloads::feed(lang), feed::feed(place, lang))).into()
}

/// The tables of all facts, and all of them in one archive with `corpus`, the document itself. `standing` is the site that
/// is being amended, and was written by this function.
///
/// # Errors
/// Where the archive cannot be made.
pub fn tables(place: Place<'_>, corpus: &[u8], standing: Option<&Path>) -> Result<Vec<Companion>, SiteError> {
    let read = |path: &str| fs::read(standing?.join(path)).ok();
    let schema = json_schema();
    let document = |path: &str, bytes| Member { path: path.to_owned(), bytes, packed: None };
    let mut documents = [document("corpus.json", corpus), document("corpus.schema.json", schema.as_bytes())];
    // The document is half of the archive.
    let (files, packed) = both(|| tables::files(place), || tables::archive(&documents));
    let (packed, old) = (packed.map_err(SiteError::Archive)?, read(downloads::ARCHIVE));
    let tables = files.iter().map(|(name, bytes)| {
        let is_same = read(&format!("{}{name}", downloads::FOLDER)).is_some_and(|old| old == *bytes);
        Member { path: name.clone(), bytes, packed: old.as_deref().filter(|_| is_same) }
    });
    let mut members: Vec<Member<'_>> = tables.collect();
    documents.iter_mut().for_each(|document| document.packed = Some(&packed));
    members.extend(documents);
    let archive = tables::archive(&members).map_err(SiteError::Archive)?;
    let named = |(name, bytes)| Companion::new(format!("{}{name}", downloads::FOLDER), bytes);
    Ok(files.into_iter().map(named).chain([Companion::new(downloads::ARCHIVE, archive)]).collect())
}

/// Citations of all articles together.
pub fn citations(place: Place<'_>) -> Vec<Companion> {
    let articles = place.catalogue.articles();
    let urls: Vec<String> = articles.iter().map(|a| place.name(Page::Article(a.id.clone()))).collect();
    let pairs = articles.iter().zip(&urls);
    let works: Vec<Work<'_>> =
        pairs.map(|(article, url)| Work::of_article(article, url, place.catalogue, Lang::Vi)).collect();
    let file = |format: Format| {
        Companion::new(format!("{}{}", downloads::FOLDER, format.file()), format.write(&works))
    };
    Format::ALL.map(file).into()
}

/// The citations of an article beside its page; they are the same in both languages, and stand once.
pub fn citations_of(route: &Route, place: Place<'_>) -> Vec<Companion> {
    let (Page::Article(id), Lang::Vi) = (&route.page, route.lang) else { return Vec::new() };
    let Some(article) = place.catalogue.article(id) else { return Vec::new() };
    let url = place.name(route.page.clone());
    let work = Work::of_article(article, &url, place.catalogue, Lang::Vi);
    let file = |format: Format| {
        let text = format.write(std::slice::from_ref(&work));
        Companion::new(format!("{}{}", route.path(), format.file()), text)
    };
    Format::ALL.map(file).into()
}
