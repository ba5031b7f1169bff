//! Files for other programs: tables, archive, citations, feeds, sitemap, QR codes.

mod citations;
mod feed;
mod qr;
mod sitemap;
pub mod tables;
mod xml;

pub use citations::article_citations;
pub use feed::page_feed;
pub use qr::qr_code;

use thidua_core::corpus::json_schema;
use thidua_pages::html::download_list::{self, ARCHIVE, DATA_FOLDER, WORKBOOK};
use thidua_pages::route::Route;
use thidua_publish::archive;

use crate::SiteError;
use crate::output::OutputFile;
use crate::source::PublishedFiles;
use crate::urls::SiteUrls;

use tables::{all_tables, describe, has_workbook, workbook};

/// Makes the files that cover all articles: a table for each kind of fact, citations in every format, and one archive of
/// all tables with the corpus and its schema; and a workbook of all tables.
///
/// # Errors
/// [`SiteError::Archive`], [`SiteError::Json`] or [`SiteError::Workbook`].
pub fn bulk_exports(urls: SiteUrls<'_>, published: &PublishedFiles) -> Result<Vec<OutputFile>, SiteError> {
    let tables = all_tables(urls);
    let package = describe(&tables, urls)?;
    let schema = json_schema();
    let texts: Vec<(String, String)> = tables.iter().map(|table| (table.file(), table.csv())).collect();
    let mut members: Vec<(&str, &[u8])> = vec![
        ("corpus.json", &published.corpus),
        ("corpus.schema.json", schema.as_bytes()),
        ("datapackage.json", package.as_bytes()),
    ];
    members.extend(texts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    let archive = OutputFile::new(ARCHIVE, archive(&members).map_err(SiteError::Archive)?);

    let in_folder = |name: &str, text: String| OutputFile::new(format!("{DATA_FOLDER}{name}"), text);
    let mut files = vec![archive, in_folder("datapackage.json", package)];
    files.extend(texts.into_iter().map(|(name, text)| in_folder(&name, text)));
    if has_workbook(&tables) {
        files.push(OutputFile::new(WORKBOOK, workbook(&tables, urls)?));
    }
    files.extend(citations::all_citations(urls).map(|(name, text)| in_folder(name, text)));
    Ok(files)
}

/// Makes a feed in each language; none without an origin, because addresses in feeds must be absolute.
pub fn feeds(urls: SiteUrls<'_>) -> Vec<OutputFile> {
    if !urls.is_absolute() {
        return Vec::new();
    }
    let languages = urls.catalogue.languages().iter();
    languages.map(|lang| OutputFile::new(download_list::feed(*lang), feed::feed(urls, *lang))).collect()
}

/// Makes the sitemap and robots.txt; none without an origin, because addresses in them must be absolute.
pub fn sitemap_files(urls: SiteUrls<'_>) -> Vec<OutputFile> {
    if !urls.is_absolute() {
        return Vec::new();
    }
    let files = sitemap::sitemap(&Route::all(urls.catalogue), urls);
    let robots = OutputFile::new("robots.txt", sitemap::robots(urls));
    files.into_iter().map(|(path, text)| OutputFile::new(path, text)).chain([robots]).collect()
}
