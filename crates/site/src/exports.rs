//! The files that state all articles at once: a table of each kind of fact, citations in every format, and one archive of
//! all tables with the corpus and its schema.

use super::SiteError;
use super::companions::Companion;
use super::data::Published;
use super::place::Place;
use super::tables::{Table, archive, describe, of_articles, of_corpus};
use thidua_cite::{CitationFormat, CitedWork};
use thidua_core::corpus::json_schema;
use thidua_core::domain::Lang;
use thidua_pages::html::download_list::{ARCHIVE, FOLDER};
use thidua_pages::route::Page;

/// Makes these files.
///
/// # Errors
/// Where the archive cannot be made.
pub fn exports(place: Place<'_>, published: &Published) -> Result<Vec<Companion>, SiteError> {
    let mut tables = of_corpus(place);
    tables.extend(of_articles(place.catalogue.articles(), place));
    let package = describe(&tables, place)?;
    let schema = json_schema();
    let names: Vec<String> = tables.iter().map(Table::file).collect();
    let mut members: Vec<(&str, &[u8])> = vec![
        ("corpus.json", &published.corpus),
        ("corpus.schema.json", schema.as_bytes()),
        ("datapackage.json", package.as_bytes()),
    ];
    members.extend(names.iter().zip(&tables).map(|(name, table)| (name.as_str(), table.text.as_bytes())));
    let archive = Companion::new(ARCHIVE, archive(&members).map_err(SiteError::Archive)?);

    let in_folder = |name: &str, text: String| Companion::new(format!("{FOLDER}{name}"), text);
    let mut files = vec![archive, in_folder("datapackage.json", package)];
    files.extend(names.iter().zip(tables).map(|(name, table)| in_folder(name, table.text)));
    files.extend(citations(place).map(|(name, text)| in_folder(name, text)));
    Ok(files)
}

/// The citations of all articles in every format, with the name of their file.
fn citations(place: Place<'_>) -> [(&'static str, String); CitationFormat::ALL.len()] {
    let articles = place.catalogue.articles();
    let urls: Vec<Option<String>> =
        articles.iter().map(|a| place.cited(Page::Article(a.id.clone()))).collect();
    let pairs = articles.iter().zip(&urls);
    let works: Vec<CitedWork<'_>> = pairs
        .map(|(article, url)| CitedWork::of_article(article, url.as_deref(), place.catalogue, Lang::Vi))
        .collect();
    CitationFormat::ALL.map(|format| (format.file_name(), format.file_contents(&works)))
}
