//! The files that stand beside the pages: for machines, for reports, for downloads.

use super::place::Place;
use super::qr::codes;
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

/// Every file beside the pages, the same bytes for the same facts. `corpus` is the document itself, which goes into the
/// archive of the data. Feeds and the sitemap need the site's origin, and are left out where it is not known.
///
/// # Errors
/// Where the archive cannot be made.
pub fn companions(place: Place<'_>, corpus: &[u8]) -> Result<Vec<Companion>, SiteError> {
    let mut files = Vec::new();
    if place.is_absolute() {
        let routes = Route::all(place.catalogue);
        files.extend(codes(&routes, place));
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

/// Citations of all articles together, and of each beside its page.
fn citations(place: Place<'_>) -> Vec<Companion> {
    let pages: Vec<(Page, String)> = place
        .catalogue
        .articles()
        .iter()
        .map(|article| {
            let page = Page::Article(article.id.clone());
            (page.clone(), place.name(page))
        })
        .collect();
    let works: Vec<Work<'_>> = place
        .catalogue
        .articles()
        .iter()
        .zip(&pages)
        .map(|(article, (_, url))| Work::of_article(article, url, place.catalogue, Lang::Vi))
        .collect();
    let mut files = Vec::new();
    for format in Format::ALL {
        files.push(Companion::new(format!("{}{}", downloads::FOLDER, format.file()), format.write(&works)));
        for (work, (page, _)) in works.iter().zip(&pages) {
            let folder = Route { lang: Lang::Vi, page: page.clone() }.path();
            let text = format.write(std::slice::from_ref(work));
            files.push(Companion::new(format!("{folder}{}", format.file()), text));
        }
    }
    files
}
