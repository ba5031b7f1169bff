//! The files that stand beside the pages: for machines, for reports, for downloads.

use super::place::Place;
use super::sitemap::{robots, sitemap};
use super::{SiteError, feed, tables};
use crate::cite::{Format, Work};
use crate::corpus::json_schema;
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

/// Every file that speaks of the whole site, the same bytes for the same facts. `corpus` is the document itself, which goes into the
/// archive of the data. Feeds and the sitemap need the site's origin, and are left out where it is not known.
///
/// # Errors
/// Where the archive cannot be made.
pub fn companions(place: Place<'_>, corpus: &[u8]) -> Result<Vec<Companion>, SiteError> {
    let mut files = Vec::new();
    if place.is_absolute() {
        let routes = Route::all(place.catalogue);
        let listed = sitemap(&routes, place);
        files.extend(listed.into_iter().map(|(path, text)| Companion::new(path, text)));
        files.push(Companion::new("robots.txt", robots(place)));
        files.extend(Lang::ALL.map(|lang| Companion::new(downloads::feed(lang), feed::feed(place, lang))));
    }
    let tables = tables::files(place);
    let mut archived = tables.clone();
    archived.push(("corpus.json".to_owned(), corpus.to_vec()));
    archived.push(("corpus.schema.json".to_owned(), json_schema().into_bytes()));
    files.push(Companion::new("corpus.schema.json", json_schema()));
    files.extend(
        tables.into_iter().map(|(name, bytes)| Companion::new(format!("{}{name}", downloads::FOLDER), bytes)),
    );
    files.push(Companion::new(downloads::ARCHIVE, tables::archive(&archived).map_err(SiteError::Archive)?));
    files.extend(citations(place));
    Ok(files)
}

/// Citations of all articles together.
fn citations(place: Place<'_>) -> Vec<Companion> {
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
