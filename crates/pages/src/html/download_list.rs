//! Files that the builder writes next to the pages, and links to them.

use maud::{Markup, html};

use thidua_cite::CitationFormat;
use thidua_core::domain::Lang;
use thidua_i18n::phrases;

use crate::context::PageContext;

/// Folder of the tables.
pub const DATA_FOLDER: &str = "du-lieu/";
/// Archive of all tables with their description, and the corpus.
pub const ARCHIVE: &str = "du-lieu/thi-dua.zip";
/// Workbook with all tables.
pub const WORKBOOK: &str = "du-lieu/thi-dua.xlsx";
/// Table of all figures, which is requested most.
pub const FIGURES_TABLE: &str = "du-lieu/figures.csv";

/// Name of the Atom feed of a campaign or an organisation, in the folder of its page.
pub const PAGE_FEED: &str = "feed.xml";
/// QR code of the address of a page, in the folder of the page.
pub const QR_CODE: &str = "ma-qr.svg";

/// Path of the Atom feed in a language.
pub const fn feed(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "feed.xml",
        Lang::En => "en/feed.xml",
    }
}

/// Returns a section with every file that can be downloaded and its purpose; with the workbook of all tables if there is one.
pub fn download_list(ctx: &PageContext<'_>, has_workbook: bool) -> Markup {
    let w = ctx.words;
    let workbook = has_workbook.then(|| (WORKBOOK.to_owned(), "Excel (.xlsx)", w.download_workbook));
    let mut files: Vec<(String, &str, &str)> = workbook.into_iter().collect();
    files.extend([
        (ARCHIVE.to_owned(), "Data Package (ZIP)", w.download_archive),
        (FIGURES_TABLE.to_owned(), phrases::download_plain_csv(ctx.lang), w.download_figures),
        ("corpus.json".to_owned(), "JSON", w.download_corpus),
        ("corpus.schema.json".to_owned(), "JSON Schema", w.data_schema),
    ]);
    files.extend(
        CitationFormat::ALL.map(|format| {
            (format!("{DATA_FOLDER}{}", format.file_name()), format.name(), w.download_citations)
        }),
    );
    if ctx.site.is_addressed {
        files.push((feed(ctx.lang).to_owned(), "Atom", w.download_feed));
    }
    html! {
        section aria-labelledby="tai-ve" {
            h2 #tai-ve { (w.downloads) }
            ul.downloads {
                @for (path, name, use_of) in files {
                    li { a href=(ctx.site.base.file(&path)) { (name) } ": " (use_of) }
                }
            }
        }
    }
}
