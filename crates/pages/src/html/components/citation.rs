//! The citation of a page, an article or a figure: the line for a report, and a menu with the formats of reference managers.

use maud::{Markup, html};

use thidua_cite::{CitationFormat, CitedWork, article_line, page_line, with_place};
use thidua_core::domain::Article;
use thidua_i18n::{citations, phrases};

use crate::context::PageContext;
use crate::href::{self, UNKNOWN_HOST};
use crate::html::MAX_LISTED_ARTICLES;
use crate::html::components::download_bar;
use crate::html::components::menu::Menu;
use crate::html::components::page_tools::{citation_button, copy_text_button};
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

/// Returns the line of a citation and the menu of the other formats. `address` is the absolute address of the page; `files` is
/// the address of the folder with the citation files, if the builder wrote them.
pub fn citation_block(
    ctx: &PageContext<'_>,
    line: &str,
    address: Option<&str>,
    work: &CitedWork<'_>,
    files: Option<&str>,
) -> Markup {
    let forms = citation_forms(ctx, std::slice::from_ref(work), "trich-dan", files);
    html! {
        p.citation { (with_host(&with_place(line, address, None, ctx.catalogue(), ctx.lang))) }
        (citation_menu(phrases::cite(ctx.lang), &forms))
    }
}

/// Returns the menu that cites a page of this site which puts `articles` together: its line and the other formats. `line` is
/// what [`page_tools`] copies.
///
/// [`page_tools`]: super::page_tools::page_tools
pub fn page_citation(
    ctx: &PageContext<'_>,
    page: Page,
    id: &str,
    heading: &str,
    articles: &[&Article],
) -> Markup {
    let href = ctx.href(page.clone());
    let address = href::displayed_address(ctx, page);
    let line = page_line(heading, articles, ctx.catalogue(), ctx.lang);
    let (address, heading) = (address.as_deref(), heading.to_owned());
    let work = CitedWork::of_page(id, heading, address, articles, ctx.catalogue(), ctx.lang);
    let content = html! {
        p.citation { (with_host(&with_place(&line, address, None, ctx.catalogue(), ctx.lang))) }
        (citation_button(ctx, &href, &line))
        (citation_forms(ctx, std::slice::from_ref(&work), "trang-trich-dan", None))
    };
    citation_menu(phrases::cite(ctx.lang), &content)
}

/// Returns the menu with citations of several articles; empty if there are none, or more than a page names: the search that
/// finds them all offers their citations.
pub fn citation_list(ctx: &PageContext<'_>, articles: &[&Article]) -> Markup {
    if articles.len() > MAX_LISTED_ARTICLES || articles.is_empty() {
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
    let content = html! {
        ul.cite__lines {
            @for article in articles { li { (article_line(article, ctx.catalogue(), ctx.lang)) } }
        }
        (citation_forms(ctx, &works, "trich-dan", None))
    };
    citation_menu(phrases::cite_articles(ctx.lang), &content)
}

fn citation_menu(label: &str, content: &Markup) -> Markup {
    Menu { label, name: None, class: "cite" }.markup(content)
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

/// Returns the citations of `works` in every format: a name, what it is for, a button and a file. The text itself is hidden, and
/// shown by the browser if it refuses to copy. Ids of elements begin with `prefix`.
fn citation_forms(
    ctx: &PageContext<'_>,
    works: &[CitedWork<'_>],
    prefix: &str,
    files: Option<&str>,
) -> Markup {
    // A site that is one file has no other files.
    let files = files.filter(|_| !ctx.site.base.is_single_file());
    html! {
        @for format in CitationFormat::ALL {
            @let id = format!("{prefix}-{}", format.name().to_lowercase());
            @let text = format.file_with_access(works, ACCESS_MARK);
            div.cite__form {
                p.cite__name {
                    span.take__name { (format.name()) } " " span.take__for { (download_bar::citation_purpose(format, ctx.lang)) }
                }
                div.cite__tools {
                    (copy_text_button(ctx.words, &id))
                    @if let Some(folder) = files {
                        " " (file_link(ctx, &format!("{folder}{}", format.file_name()), &id, format))
                    }
                }
                pre.cite__text id=(id) translate="no" hidden { (with_host_and_access(text.trim_end(), format.access_template())) }
            }
        }
        p.note { (citations::access_note(ctx.lang)) }
    }
}
