//! Citations of an article or a figure: the line that Vietnamese reports write, and the same facts for reference managers as
//! CSL-JSON, BibTeX and RIS; and citations of pages of this site, which put several articles together.
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
//!     title: "Thi đua".into(),
//!     newspaper: None,
//!     website: None,
//!     published: None,
//!     url: None,
//!     note: None,
//! };
//! let bibtex = CitationFormat::BibTex.file_contents(&[work], None);
//! assert!(bibtex.contains("author = {{Phạm Diệp}}"));
//! ```

use borsh::{BorshDeserialize, BorshSerialize};

mod access_date;
mod bibtex;
mod cited_work;
mod csl_json;
mod plain_text;
mod ris;

pub use access_date::AccessDate;
pub use cited_work::CitedWork;
pub use plain_text::{article_line, figure_line, page_line, with_place};

/// A citation format that reference managers read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
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

    /// Text that states the date of access in an entry, with `YYYY`, `MM`, `DD` (or `M`, `D` without leading zeros) for the
    /// parts of the date.
    pub const fn access_template(self) -> &'static str {
        match self {
            CitationFormat::BibTex => bibtex::ACCESS,
            CitationFormat::Ris => ris::ACCESS,
            CitationFormat::CslJson => csl_json::ACCESS,
        }
    }

    /// Returns the entry of one work, without delimiters.
    pub fn entry(self, work: &CitedWork<'_>, accessed: Option<AccessDate>) -> String {
        let access = accessed.map_or_else(String::new, |date| date.fill(self.access_template()));
        let mut entry = String::new();
        self.push_entry(work, &access, &mut entry);
        entry
    }

    fn push_entry(self, work: &CitedWork<'_>, access: &str, out: &mut String) {
        match self {
            CitationFormat::BibTex => bibtex::push_entry(work, access, out),
            CitationFormat::Ris => ris::push_record(work, access, out),
            CitationFormat::CslJson => csl_json::push_item(work, access, out),
        }
    }

    /// Returns a whole file that cites `works`, in their order.
    pub fn file_contents(self, works: &[CitedWork<'_>], accessed: Option<AccessDate>) -> String {
        let access = accessed.map_or_else(String::new, |date| date.fill(self.access_template()));
        self.file_with_access(works, &access)
    }

    /// Returns a whole file with `access` in the place of the date of access; for a page, in which the browser puts the date
    /// there.
    pub fn file_with_access(self, works: &[CitedWork<'_>], access: &str) -> String {
        let [before, between, after] = self.delimiters();
        let mut file = before.to_owned();
        for (i, work) in works.iter().enumerate() {
            file.push_str(if i == 0 { "" } else { between });
            self.push_entry(work, access, &mut file);
        }
        file.push_str(after);
        file
    }
}
