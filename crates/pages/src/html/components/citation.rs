//! The citation of an article or a figure: the line for a report, and the formats of reference managers.

use maud::{Markup, html};

use thidua_cite::{CitationFormat, CitedWork, article_line};
use thidua_core::domain::Article;

use crate::context::PageContext;
use crate::href::{self, UNKNOWN_HOST};
use crate::html::MAX_LISTED_ARTICLES;
use crate::html::components::page_tools::copy_text_button;
use crate::route::Page;

/// Writes `text` with an element in place of each unknown host; the browser puts its origin into every `data-host`.
fn with_host(text: &str) -> Markup {
    html! {
        @for (i, part) in text.split(UNKNOWN_HOST).enumerate() {
            @if i > 0 { span data-host {} }
            (part)
        }
    }
}

/// Returns the line and, behind a disclosure, the other formats of a citation. `files` is the address of the folder with the
/// citation files, if the builder wrote them.
pub fn citation_block(
    ctx: &PageContext<'_>,
    line: &str,
    work: &CitedWork<'_>,
    files: Option<&str>,
) -> Markup {
    html! {
        p.citation { (line) }
        details.cite {
            summary { (ctx.words.citation_forms) }
            (citation_forms(ctx, std::slice::from_ref(work), files))
        }
    }
}

/// Returns citations of several articles behind one disclosure; empty if there are none, or more than a page names: the search
/// that finds them all offers their citations.
pub fn citation_list(ctx: &PageContext<'_>, articles: &[&Article]) -> Markup {
    if articles.len() > MAX_LISTED_ARTICLES {
        return html! {};
    }
    let pages: Vec<Option<String>> = articles
        .iter()
        .map(|article| href::displayed_address(ctx, Page::Article(article.id.clone())))
        .collect();
    let works: Vec<CitedWork<'_>> = articles
        .iter()
        .zip(&pages)
        .map(|(article, page)| CitedWork::of_article(article, page.as_deref(), ctx.catalogue(), ctx.lang))
        .collect();
    html! {
        @if !works.is_empty() {
            details.cite {
                summary { (ctx.words.cite_all) }
                ul.cite__lines {
                    @for article in articles {
                        li { (article_line(article, ctx.catalogue(), ctx.lang)) }
                    }
                }
                (citation_forms(ctx, &works, None))
            }
        }
    }
}

/// Link to the file of a citation. A file that was built without an origin has no address of this site; the browser then saves
/// the text of the page.
fn file_link(ctx: &PageContext<'_>, href: &str, text: &str, format: CitationFormat) -> Markup {
    let is_completed = ctx.site.origin.is_empty();
    html! {
        a href=(href) download=(format.file_name()) data-do=[is_completed.then_some("save")]
            data-from=[is_completed.then_some(text)] data-mime=[is_completed.then_some(format.mime())] {
            (ctx.words.download_file)
        }
    }
}

fn citation_forms(ctx: &PageContext<'_>, works: &[CitedWork<'_>], files: Option<&str>) -> Markup {
    let w = ctx.words;
    // A site that is one file has no other files.
    let files = files.filter(|_| !ctx.site.base.is_single_file());
    html! {
        @for format in CitationFormat::ALL {
            @let id = format!("trich-dan-{}", format.name().to_lowercase());
            div.cite__form {
                div.cite__name {
                    (format.name())
                    " " (copy_text_button(w, &id))
                    @if let Some(folder) = files {
                        " " (file_link(ctx, &format!("{folder}{}", format.file_name()), &id, format))
                    }
                }
                pre.cite__text id=(id) translate="no" { (with_host(format.file_contents(works).trim_end())) }
            }
        }
    }
}
