//! The files that stand beside the pages: for machines, for reports, for downloads.

use std::path::Path;

use super::data::load;
use super::place::Place;
use super::sitemap::{robots, sitemap};
use super::{Options, SiteError, feed, files, previews, tables};
use crate::cite::{Format, Work};
use crate::corpus::json_schema;
use crate::domain::Lang;
use crate::pages::downloads;
use crate::route::{Page, Route};

/// What was written beside the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// Files for machines and downloads.
    pub files: usize,
    /// Preview pictures.
    pub pictures: previews::Drawn,
}

/// Writes everything that stands beside the pages into the folder of a site that has its pages. Preview pictures are
/// taken from `before`, an older build of the site, where they have not changed; they need the site's origin, since a
/// link to a picture must be absolute.
///
/// # Errors
/// Where the corpus cannot be read or a file cannot be written.
pub fn beside(options: &Options, before: Option<&Path>) -> Result<Beside, SiteError> {
    let (catalogue, _) = load(&options.dist)?;
    let place = Place { catalogue: &catalogue, base: &options.base, origin: &options.origin };
    let document = options.dist.join("corpus.json");
    let corpus = std::fs::read(&document).map_err(|reason| SiteError::File {
        path: document,
        action: "cannot read",
        reason,
    })?;
    let companions = companions(place, &corpus).map_err(SiteError::Archive)?;
    for companion in &companions {
        files::write(&options.dist.join(&companion.path), &companion.bytes)?;
    }
    let cards = if place.is_absolute() { previews::cards(&catalogue) } else { Vec::new() };
    Ok(Beside { files: companions.len(), pictures: previews::write(&cards, &options.dist, before)? })
}

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Companion {
    /// Its path below the site's root, with `/` between folders.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Companion {
    fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Companion {
        Companion { path: path.into(), bytes: bytes.into() }
    }
}

/// Every file beside the pages, the same bytes for the same facts. `corpus` is the document itself, which goes into the
/// archive of the data. Feeds and the sitemap need the site's origin, and are left out where it is not known.
///
/// # Errors
/// Where the archive cannot be made.
pub fn companions(place: Place<'_>, corpus: &[u8]) -> Result<Vec<Companion>, std::io::Error> {
    let mut files = Vec::new();
    if place.is_absolute() {
        let listed = sitemap(&Route::all(place.catalogue), place);
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
    files.push(Companion::new(downloads::ARCHIVE, tables::archive(&archived)?));
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
