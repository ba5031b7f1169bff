//! Citations of an article or a figure: the line that Vietnamese reports write, and the same facts for reference
//! managers as CSL-JSON, BibTeX and RIS.
//!
//! What is cited is the newspaper's article; the page of this site is named beside it as the place where the facts
//! stand. Names are single fields: in "Phạm Diệp" neither word is a surname that may be moved behind a comma. What
//! the article does not print is left out.

use serde::{Deserialize, Serialize};

mod bibtex;
mod cited_work;
mod csl_json;
mod plain_text;
mod ris;

pub use cited_work::CitedWork;
pub use plain_text::{article_line, figure_line};

/// A form in which reference managers read citations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CitationFormat {
    /// BibTeX and biblatex.
    BibTex,
    /// RIS, read by EndNote, Zotero, Mendeley.
    Ris,
    /// CSL-JSON, read by Zotero, Pandoc and every program that speaks the Citation Style Language.
    CslJson,
}

impl CitationFormat {
    /// Every form, in the order in which they are offered.
    pub const ALL: [CitationFormat; 3] =
        [CitationFormat::BibTex, CitationFormat::Ris, CitationFormat::CslJson];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            CitationFormat::BibTex => "BibTeX",
            CitationFormat::Ris => "RIS",
            CitationFormat::CslJson => "CSL-JSON",
        }
    }

    /// The name of a file with citations in this form.
    pub const fn file_name(self) -> &'static str {
        match self {
            CitationFormat::BibTex => "trich-dan.bib",
            CitationFormat::Ris => "trich-dan.ris",
            CitationFormat::CslJson => "trich-dan.csl.json",
        }
    }

    /// The type of such a file.
    pub const fn mime(self) -> &'static str {
        match self {
            CitationFormat::BibTex => "application/x-bibtex",
            CitationFormat::Ris => "application/x-research-info-systems",
            CitationFormat::CslJson => "application/vnd.citationstyles.csl+json",
        }
    }

    /// What stands before the first work of a file, between two, and behind the last.
    pub const fn delimiters(self) -> [&'static str; 3] {
        match self {
            CitationFormat::BibTex => ["", "\n", ""],
            CitationFormat::Ris => ["", "", ""],
            CitationFormat::CslJson => ["[\n", ",\n", "\n]\n"],
        }
    }

    /// One work, as it stands in a file.
    pub fn entry(self, work: &CitedWork<'_>) -> String {
        let mut entry = String::new();
        self.add(work, &mut entry);
        entry
    }

    fn add(self, work: &CitedWork<'_>, out: &mut String) {
        match self {
            CitationFormat::BibTex => bibtex::entry(work, out),
            CitationFormat::Ris => ris::record(work, out),
            CitationFormat::CslJson => csl_json::item(work, out),
        }
    }

    /// A whole file that cites `works`, in their order.
    pub fn file_contents(self, works: &[CitedWork<'_>]) -> String {
        let [before, _, behind] = self.delimiters();
        [before, &self.entries(works), behind].concat()
    }

    /// Some works as they stand in a file, in their order.
    pub fn entries(self, works: &[CitedWork<'_>]) -> String {
        let [_, between, _] = self.delimiters();
        let mut entries = String::new();
        for (i, work) in works.iter().enumerate() {
            entries.push_str(if i == 0 { "" } else { between });
            self.add(work, &mut entries);
        }
        entries
    }
}
