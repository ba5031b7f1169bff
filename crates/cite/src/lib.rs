//! Citations of an article or a figure: the line that Vietnamese reports write, and the same facts for reference
//! managers as CSL-JSON, BibTeX and RIS.
//!
//! What is cited is the newspaper's article; the page of this site is named beside it as the place where the facts
//! stand. Names are single fields: in "Phạm Diệp" neither word is a surname that may be moved behind a comma. What
//! the article does not print is left out.

use serde::{Deserialize, Serialize};

mod bibtex;
mod csl;
mod line;
mod ris;
mod work;

pub use line::{article_line, figure_line};
pub use work::Work;

/// A form in which reference managers read citations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// BibTeX and biblatex.
    BibTex,
    /// RIS, read by EndNote, Zotero, Mendeley.
    Ris,
    /// CSL-JSON, read by Zotero, Pandoc and every program that speaks the Citation Style Language.
    CslJson,
}

impl Format {
    /// Every form, in the order in which they are offered.
    pub const ALL: [Format; 3] = [Format::BibTex, Format::Ris, Format::CslJson];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Format::BibTex => "BibTeX",
            Format::Ris => "RIS",
            Format::CslJson => "CSL-JSON",
        }
    }

    /// The name of a file with citations in this form.
    pub const fn file(self) -> &'static str {
        match self {
            Format::BibTex => "trich-dan.bib",
            Format::Ris => "trich-dan.ris",
            Format::CslJson => "trich-dan.csl.json",
        }
    }

    /// The type of such a file.
    pub const fn mime(self) -> &'static str {
        match self {
            Format::BibTex => "application/x-bibtex",
            Format::Ris => "application/x-research-info-systems",
            Format::CslJson => "application/vnd.citationstyles.csl+json",
        }
    }

    /// What stands before the first work of a file, between two, and behind the last.
    pub const fn around(self) -> [&'static str; 3] {
        match self {
            Format::BibTex => ["", "\n", ""],
            Format::Ris => ["", "", ""],
            Format::CslJson => ["[\n", ",\n", "\n]\n"],
        }
    }

    /// One work, as it stands in a file.
    pub fn entry(self, work: &Work<'_>) -> String {
        let mut entry = String::new();
        self.add(work, &mut entry);
        entry
    }

    fn add(self, work: &Work<'_>, out: &mut String) {
        match self {
            Format::BibTex => bibtex::entry(work, out),
            Format::Ris => ris::record(work, out),
            Format::CslJson => csl::item(work, out),
        }
    }

    /// A whole file that cites `works`, in their order.
    pub fn write(self, works: &[Work<'_>]) -> String {
        let [before, _, behind] = self.around();
        [before, &self.entries(works), behind].concat()
    }

    /// Some works as they stand in a file, in their order.
    pub fn entries(self, works: &[Work<'_>]) -> String {
        let [_, between, _] = self.around();
        let mut entries = String::new();
        for (i, work) in works.iter().enumerate() {
            entries.push_str(if i == 0 { "" } else { between });
            self.add(work, &mut entries);
        }
        entries
    }
}
