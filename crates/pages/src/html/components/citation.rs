//! The citation of an article or a figure: the line for a report, and the forms that reference managers read.

use maud::{Markup, html};

use super::page_tools::copy_text_button;
use crate::html::{MAX_LISTED_ARTICLES, PageContext};
use crate::route::Page;
use thidua_cite::{CitationFormat, CitedWork, article_line};
use thidua_core::domain::Article;

/// Stands before an address in a text that is put into a page, where the host is not known. The name is reserved: no
/// real address begins so (RFC 2606).
const UNKNOWN_HOST: &str = "https://may-chu-cua-trang.invalid";

/// Text in which the browser puts its own origin into every `data-host` (see `ui::browser`).
fn with_host(text: &str) -> Markup {
    html! {
        @for (i, part) in text.split(UNKNOWN_HOST).enumerate() {
            @if i > 0 { span data-host {} }
            (part)
        }
    }
}

impl PageContext<'_> {
    /// The address of a page as it is cited: with the host. `None` where that is not known.
    pub fn cited_address(self, page: Page) -> Option<String> {
        self.absolute(&self.href(page))
    }

    /// The same in the markup of a page. Where the builder does not know the host, the browser that shows the page does:
    /// [`UNKNOWN_HOST`] stands for it.
    pub(in crate::html) fn shown_address(self, page: Page) -> Option<String> {
        let href = self.href(page);
        let to_be_completed = || (!self.site.base.is_single_file()).then(|| format!("{UNKNOWN_HOST}{href}"));
        self.absolute(&href).or_else(to_be_completed)
    }

    /// The line and, behind a disclosure, the other forms of a citation. `files` are at hand where the builder wrote
    /// them beside the page: the address of their folder.
    pub fn citation(self, line: &str, work: &CitedWork<'_>, files: Option<&str>) -> Markup {
        html! {
            p.citation { (line) }
            details.cite {
                summary { (self.w.citation_forms) }
                (self.citation_forms(std::slice::from_ref(work), files))
            }
        }
    }

    /// Citations of several articles behind one disclosure; nothing where there are none, or more than a page names: the
    /// search that finds them all has their citations.
    pub fn citations(self, articles: &[&Article]) -> Markup {
        if articles.len() > MAX_LISTED_ARTICLES {
            return html! {};
        }
        let pages: Vec<Option<String>> =
            articles.iter().map(|article| self.shown_address(Page::Article(article.id.clone()))).collect();
        let works: Vec<CitedWork<'_>> = articles
            .iter()
            .zip(&pages)
            .map(|(article, page)| {
                CitedWork::of_article(article, page.as_deref(), self.catalogue(), self.lang)
            })
            .collect();
        html! {
            @if !works.is_empty() {
                details.cite {
                    summary { (self.w.cite_all) }
                    ul.cite__lines {
                        @for article in articles {
                            li { (article_line(article, self.catalogue(), self.lang)) }
                        }
                    }
                    (self.citation_forms(&works, None))
                }
            }
        }
    }

    /// A link to the file of a citation. A file that was built without a host has no address of this site; the browser
    /// then saves the text that stands in the page.
    fn file_link(self, href: &str, text: &str, format: CitationFormat) -> Markup {
        let is_completed = self.site.origin.is_empty();
        html! {
            a href=(href) download=(format.file_name()) data-do=[is_completed.then_some("save")]
                data-from=[is_completed.then_some(text)] data-mime=[is_completed.then_some(format.mime())] {
                (self.w.download_file)
            }
        }
    }

    fn citation_forms(self, works: &[CitedWork<'_>], files: Option<&str>) -> Markup {
        let w = self.w;
        // A site that is one file has no others.
        let files = files.filter(|_| !self.site.base.is_single_file());
        html! {
            @for format in CitationFormat::ALL {
                @let id = format!("trich-dan-{}", format.name().to_lowercase());
                div.cite__form {
                    div.cite__name {
                        (format.name())
                        " " (copy_text_button(w, &id))
                        @if let Some(folder) = files {
                            " " (self.file_link(&format!("{folder}{}", format.file_name()), &id, format))
                        }
                    }
                    pre.cite__text id=(id) translate="no" { (with_host(format.file_contents(works).trim_end())) }
                }
            }
        }
    }
}
