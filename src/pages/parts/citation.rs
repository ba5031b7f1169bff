//! The citation of an article or a figure: the line for a report, and the forms that reference managers read.

use maud::{Markup, html};

use super::page_tools::copy_text_button;
use crate::cite::{Format, Work, article_line};
use crate::domain::Article;
use crate::pages::{Ctx, MOST_NAMED};
use crate::route::{Base, Page, Route};

impl Ctx<'_> {
    /// The address of a page as it is cited: with the host, where that is known.
    pub fn cited_address(self, page: Page) -> String {
        let href = self.site.base.href(&Route { lang: self.lang, page });
        // In a site that is one file, the origin is the address of the published site.
        match href.strip_prefix(Base::HASH) {
            Some(path) if !self.site.origin.is_empty() => format!("{}/{path}", self.site.origin),
            _ => format!("{}{href}", self.site.origin),
        }
    }

    /// The line and, behind a disclosure, the other forms of a citation. `files` are at hand where the builder wrote
    /// them beside the page: the address of their folder. `href` is that of the page.
    pub fn citation(self, line: &str, work: &Work<'_>, href: &str, files: Option<&str>) -> Markup {
        html! {
            p.citation { (line) }
            details.cite {
                summary { (self.w.citation_forms) }
                (self.citation_forms(std::slice::from_ref(work), href, files))
            }
        }
    }

    /// Citations of several articles behind one disclosure; nothing where there are none, or more than a page names: the
    /// search that finds them all has their citations.
    pub fn citations(self, articles: &[&Article], href: &str) -> Markup {
        if articles.len() > MOST_NAMED {
            return html! {};
        }
        let pages: Vec<String> =
            articles.iter().map(|article| self.cited_address(Page::Article(article.id.clone()))).collect();
        let works: Vec<Work<'_>> = articles
            .iter()
            .zip(&pages)
            .map(|(article, page)| Work::of_article(article, page, self.catalogue(), self.lang))
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
                    (self.citation_forms(&works, href, None))
                }
            }
        }
    }

    fn citation_forms(self, works: &[Work<'_>], href: &str, files: Option<&str>) -> Markup {
        let w = self.w;
        // A site that is one file has no others.
        let files = files.filter(|_| !self.site.base.is_one_file());
        html! {
            @for format in Format::ALL {
                @let id = format!("trich-dan-{}", format.name().to_lowercase());
                div.cite__form {
                    div.cite__name {
                        (format.name())
                        " " (copy_text_button(w, &id, href))
                        @if let Some(folder) = files {
                            " " a href=(format!("{folder}{}", format.file())) { (w.download_file) }
                        }
                    }
                    pre.cite__text id=(id) translate="no" { (format.write(works).trim_end()) }
                }
            }
        }
    }
}
