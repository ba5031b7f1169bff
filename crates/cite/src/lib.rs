//! Citations of an article or a figure: the line that Vietnamese reports write, and the same facts for reference managers as
//! CSL-JSON, BibTeX and RIS.
//!
//! The cited work is the newspaper's article; the page of this site is named in a note as the place of the facts. Names are
//! single fields: in "Phạm Diệp" neither word is a surname that may be moved behind a comma. Fields that the article does not
//! print are left out.
//!
//! ```
//! use thidua_cite::{CitationFormat, CitedWork};
//! let work = CitedWork {
//!     id: "bai-1",
//!     authors: &["Phạm Diệp".to_owned()],
//!     title: "Thi đua",
//!     newspaper: None,
//!     published: None,
//!     url: None,
//!     note: None,
//! };
//! let bibtex = CitationFormat::BibTex.file_contents(&[work]);
//! assert!(bibtex.contains("author = {{Phạm Diệp}}"));
//! ```

use serde::{Deserialize, Serialize};

mod bibtex;
mod cited_work;
mod csl_json;
mod plain_text;
mod ris;

pub use cited_work::CitedWork;
pub use plain_text::{article_line, figure_line};

/// A citation format that reference managers read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CitationFormat {
    /// BibTeX and biblatex.
    BibTex,
    /// RIS, read by EndNote, Zotero, Mendeley.
    Ris,
    /// CSL-JSON, read by Zotero, Pandoc and every program that supports the Citation Style Language.
    CslJson,
}

impl CitationFormat {
    /// All formats, in the order in which pages offer them.
    pub const ALL: [CitationFormat; 3] =
        [CitationFormat::BibTex, CitationFormat::Ris, CitationFormat::CslJson];

    /// Display name.
    pub const fn name(self) -> &'static str {
        match self {
            CitationFormat::BibTex => "BibTeX",
            CitationFormat::Ris => "RIS",
            CitationFormat::CslJson => "CSL-JSON",
        }
    }

    /// Name of a file with citations in this format.
    pub const fn file_name(self) -> &'static str {
        match self {
            CitationFormat::BibTex => "trich-dan.bib",
            CitationFormat::Ris => "trich-dan.ris",
            CitationFormat::CslJson => "trich-dan.csl.json",
        }
    }

    /// Media type of such a file.
    pub const fn mime(self) -> &'static str {
        match self {
            CitationFormat::BibTex => "application/x-bibtex",
            CitationFormat::Ris => "application/x-research-info-systems",
            CitationFormat::CslJson => "application/vnd.citationstyles.csl+json",
        }
    }

    /// Text before the first entry of a file, between two entries, and after the last.
    pub const fn delimiters(self) -> [&'static str; 3] {
        match self {
            CitationFormat::BibTex => ["", "\n", ""],
            CitationFormat::Ris => ["", "", ""],
            CitationFormat::CslJson => ["[\n", ",\n", "\n]\n"],
        }
    }

    /// Returns the entry of one work, without delimiters.
    pub fn entry(self, work: &CitedWork<'_>) -> String {
        let mut entry = String::new();
        self.push_entry(work, &mut entry);
        entry
    }

    fn push_entry(self, work: &CitedWork<'_>, out: &mut String) {
        match self {
            CitationFormat::BibTex => bibtex::push_entry(work, out),
            CitationFormat::Ris => ris::push_record(work, out),
            CitationFormat::CslJson => csl_json::push_item(work, out),
        }
    }

    /// Returns a whole file that cites `works`, in their order.
    pub fn file_contents(self, works: &[CitedWork<'_>]) -> String {
        let [before, _, after] = self.delimiters();
        [before, &self.entries(works), after].concat()
    }

    /// Returns the entries of `works`, in their order, with the text between them.
    pub fn entries(self, works: &[CitedWork<'_>]) -> String {
        let [_, between, _] = self.delimiters();
        let mut entries = String::new();
        for (i, work) in works.iter().enumerate() {
            entries.push_str(if i == 0 { "" } else { between });
            self.push_entry(work, &mut entries);
        }
        entries
    }
}
