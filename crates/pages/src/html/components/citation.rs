//! The citation of an article or a figure: the line for a report, and the formats of reference managers.

use maud::{Markup, html};

use thidua_cite::{CitationFormat, CitedWork, article_line, page_line, with_place};
use thidua_core::domain::Article;
use thidua_i18n::citations;

use crate::context::PageContext;
use crate::href::{self, UNKNOWN_HOST};
use crate::html::MAX_LISTED_ARTICLES;
use crate::html::components::page_tools::copy_text_button;
use crate::route::Page;

/// Stands in a text for the date of access; a private character, which no article prints.
const ACCESS_MARK: &str = "\u{E0A7}";

/// Writes `text` with an element in place of each unknown host; the browser puts its origin into every `data-host`.
fn with_host(text: &str) -> Markup {
    html! {
        @for (i, part) in text.split(UNKNOWN_HOST).enumerate() {
            @if i > 0 { span data-host {} }
            (part)
        }
    }
}

/// Writes `text` as [`with_host`] does, with an empty element for each date of access. The browser fills it by `template` when
/// the text is copied or saved: only then the date is known.
fn with_host_and_access(text: &str, template: &str) -> Markup {
    html! {
        @for (i, part) in text.split(ACCESS_MARK).enumerate() {
            @if i > 0 { span data-accessed=(template) {} }
            (with_host(part))
        }
    }
}

/// Returns the line and, behind a disclosure, the other formats of a citation. `address` is the absolute address of the page;
/// `files` is the address of the folder with the citation files, if the builder wrote them.
pub fn citation_block(
    ctx: &PageContext<'_>,
    line: &str,
    address: Option<&str>,
    work: &CitedWork<'_>,
    files: Option<&str>,
) -> Markup {
    html! {
        p.citation { (with_host(&with_place(line, address, None, ctx.catalogue(), ctx.lang))) }
        p.note { (citations::access_note(ctx.lang)) }
        details.cite {
            summary { (ctx.words.citation_forms) }
            (citation_forms(ctx, std::slice::from_ref(work), "trich-dan", files))
        }
    }
}

/// Returns the citation of a page of this site that puts `articles` together. `line` is what [`page_tools`] copies.
///
/// [`page_tools`]: super::page_tools::page_tools
pub fn page_citation(
    ctx: &PageContext<'_>,
    page: Page,
    id: &str,
    heading: &str,
    articles: &[&Article],
) -> Markup {
    let address = href::displayed_address(ctx, page);
    let line = page_line(heading, articles, ctx.catalogue(), ctx.lang);
    let (address, heading) = (address.as_deref(), heading.to_owned());
    let work = CitedWork::of_page(id, heading, address, articles, ctx.catalogue(), ctx.lang);
    html! {
        section.cite-page aria-labelledby="trich-dan-trang" {
            h2 #trich-dan-trang { (citations::cite_page(ctx.lang)) }
            p.citation { (with_host(&with_place(&line, address, None, ctx.catalogue(), ctx.lang))) }
            p.note { (citations::access_note(ctx.lang)) }
            details.cite {
                summary { (ctx.words.citation_forms) }
                (citation_forms(ctx, std::slice::from_ref(&work), "trang-trich-dan", None))
            }
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
                (citation_forms(ctx, &works, "trich-dan", None))
            }
        }
    }
}

/// Link to the file of a citation, which has no date of access, and no address of this site if that was not known. Where the app
/// runs, it saves the text of the page with both.
fn file_link(ctx: &PageContext<'_>, href: &str, text: &str, format: CitationFormat) -> Markup {
    html! {
        a href=(href) download=(format.file_name()) data-do="save" data-from=(text) data-mime=(format.mime()) {
            (ctx.words.download_file)
        }
    }
}

/// Returns the citations of `works` in every format; ids of elements begin with `prefix`.
fn citation_forms(
    ctx: &PageContext<'_>,
    works: &[CitedWork<'_>],
    prefix: &str,
    files: Option<&str>,
) -> Markup {
    let w = ctx.words;
    // A site that is one file has no other files.
    let files = files.filter(|_| !ctx.site.base.is_single_file());
    html! {
        @for format in CitationFormat::ALL {
            @let id = format!("{prefix}-{}", format.name().to_lowercase());
            @let text = format.file_with_access(works, ACCESS_MARK);
            div.cite__form {
                div.cite__name {
                    (format.name())
                    " " (copy_text_button(w, &id))
                    @if let Some(folder) = files {
                        " " (file_link(ctx, &format!("{folder}{}", format.file_name()), &id, format))
                    }
                }
                pre.cite__text id=(id) translate="no" { (with_host_and_access(text.trim_end(), format.access_template())) }
            }
        }
    }
}
