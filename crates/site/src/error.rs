//! Errors of the site builder.

use std::io;

use thidua_core::corpus::{BROWSER_MAX_BYTES, LoadError};

/// Reason why no site was built. Messages name the thing that is wrong and say what to do.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The browser app cannot be used, for this reason.
    #[error(
        "the browser app cannot be used: {0}; --app must name what `trunk build` made, not yet filled with pages"
    )]
    App(String),
    /// The corpus document cannot be read.
    #[error("corpus.json: no site built:\n{0}")]
    Corpus(#[source] LoadError),
    /// The corpus is not valid: all errors, one per line.
    #[error("corpus.json: no site built:\n{0}")]
    InvalidCorpus(String),
    /// Paths of two files differ only in case.
    #[error(
        "{} and {} differ only in capitals, and would be one file on many disks: rename one of the ids",
        paths[0], paths[1]
    )]
    SameName {
        /// Both paths.
        paths: [String; 2],
    },
    /// A preview picture cannot be drawn. This is a bug.
    #[error("a preview picture cannot be drawn; this is a fault of the program, please report it")]
    Picture,
    /// A thread of the build panicked. This is a bug.
    #[error("a part of the build has died; this is a fault of the program, please report it")]
    ThreadPanicked,
    /// An invariant does not hold. This is a bug.
    #[error("{0}; this is a fault of the program, please report it")]
    Internal(&'static str),
    /// An archive or a compressed file cannot be written.
    #[error("cannot make an archive: {0}")]
    Archive(#[source] io::Error),
    /// The workbook of all tables cannot be written.
    #[error("cannot make the workbook: {0}")]
    Workbook(#[source] thidua_workbook::WorkbookError),
    /// Data cannot be serialised as JSON. This is a bug.
    #[error("data cannot be written ({0}); this is a fault of the program, please report it")]
    Json(#[source] serde_json::Error),
    /// A chunk of the search index cannot be encoded. This is a bug.
    #[error("the search index cannot be written ({0}); this is a fault of the program, please report it")]
    SearchIndex(#[source] io::Error),
    /// The corpus is too large for a site in one file.
    #[error(
        "the corpus has {} MiB, and one file holds {} MiB at most: build a site in a folder (without --single)",
        bytes.div_ceil(1 << 20),
        BROWSER_MAX_BYTES >> 20
    )]
    TooLargeForOneFile {
        /// Size of the corpus document in bytes.
        bytes: usize,
    },
    /// The corpus is too large to be loaded whole by a browser.
    #[error(
        "the corpus has {} MiB, and a browser that loads it whole takes {} MiB at most: build a site that \
         loads it in pieces (--search pieces)",
        bytes.div_ceil(1 << 20),
        BROWSER_MAX_BYTES >> 20
    )]
    TooLarge {
        /// Size of the corpus document in bytes.
        bytes: usize,
    },
}
