//! The citation of an article or a figure: the line for a report, and the forms that reference managers read.

use maud::{Markup, html};

use crate::cite::{Format, Work};
use crate::pages::Ctx;
use crate::route::{Page, Route};

impl Ctx<'_> {
    /// The address of a page as it is cited: with the host, where that is known.
    pub fn cited_address(self, page: Page) -> String {
        format!("{}{}", self.site.origin, self.site.base.href(&Route { lang: self.lang, page }))
    }

    /// The line and, behind a disclosure, the other forms of a citation. `files` are at hand where the builder wrote
    /// them beside the page: the address of their folder.
    pub fn citation(self, line: &str, work: &Work<'_>, files: Option<&str>) -> Markup {
        let w = self.w;
        html! {
            p.citation { (line) }
            details.cite {
                summary { (w.citation_forms) }
                @for format in Format::ALL {
                    div.cite__form {
                        p.cite__name {
                            (format.name())
                            @if let Some(folder) = files {
                                " " a href=(format!("{folder}{}", format.file())) { (w.download_file) }
                            }
                        }
                        pre.cite__text translate="no" { (format.write(std::slice::from_ref(work)).trim_end()) }
                    }
                }
            }
        }
    }
}
