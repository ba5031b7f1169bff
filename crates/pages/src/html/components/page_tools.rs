//! Buttons to copy the link, share and print, on every page with a link worth sending.
//!
//! The buttons name their action in `data-do`; the page script of the site crate serves them, before the app starts and
//! without it. Without scripts they are hidden. Their classes do not begin with "share", because filter lists hide such names
//! everywhere.

use maud::{Markup, html};

use thidua_i18n::{Words, citations, phrases};

use crate::context::PageContext;
use crate::html::download_list::{PAGE_FEED, QR_CODE};
use crate::route::Page;

/// Returns the tools of the page at `href`. `title` is the title in the share sheet; `citation` is the line without the
/// address, which is added when it is copied. `has_feed` says whether a published site has a feed of the page's articles.
pub fn page_tools(
    ctx: &PageContext<'_>,
    href: &str,
    title: &str,
    citation: Option<&str>,
    has_feed: bool,
) -> Markup {
    let w = ctx.words;
    html! {
        div.page-tools role="group" aria-label=(w.share) {
            (copy_button(w.copy_link, href, "", w.copied, w.copy_failed))
            button.button.page-tools__send type="button" data-do="share" data-href=(href) data-title=(title) {
                (w.share)
            }
            @if let Some(citation) = citation {
                (citation_button(ctx, href, citation))
            }
            button.button type="button" data-do="print" { (w.print) }
            @if has_feed && ctx.site.is_addressed && !ctx.site.base.is_single_file() {
                a.button href=(format!("{href}{PAGE_FEED}")) type="application/atom+xml" { (phrases::follow_feed(ctx.lang)) }
            }
            @if has_qr_code(ctx, href) { a.button href=(format!("{href}{QR_CODE}")) { (w.qr_code) } }
        }
        // On paper the address is the only link back.
        p.printed-from aria-hidden="true" {
            @match ctx.absolute(href) {
                Some(address) => (address),
                // The browser that prints the page knows its host.
                None => { span data-host {} (href) },
            }
        }
    }
}

/// True if the builder wrote a QR code for the page at `href`: not without an origin, and not for figures, which are too many.
fn has_qr_code(ctx: &PageContext<'_>, href: &str) -> bool {
    let is_of_figure = href.starts_with(&ctx.href(Page::Figures));
    // A state of a page has no file of its own.
    let is_state = href.contains('?');
    ctx.site.is_addressed && !ctx.site.base.is_single_file() && !is_of_figure && !is_state
}

/// Returns a button that copies the address of the explorer with its filter, without parameters that others have added.
pub fn copy_view_button(ctx: &PageContext<'_>) -> Markup {
    let w = ctx.words;
    let href = ctx.href(Page::Figures);
    html! {
        span.copy {
            button.button type="button" data-do="copy" data-view="" data-href=(href) data-text="" data-said=(w.copied)
                data-failed=(w.copy_failed) { (w.copy_view) }
            span.copy__said role="status" {}
        }
    }
}

/// Returns a button that copies a citation with the address of the page and the date of access, which only the browser knows.
pub fn citation_button(ctx: &PageContext<'_>, href: &str, citation: &str) -> Markup {
    let (w, lang) = (ctx.words, ctx.lang);
    let copy_of_site = citations::copy_of_site(ctx.catalogue().title().get(lang), lang);
    html! {
        span.copy {
            button.button type="button" data-do="copy" data-href=(href) data-text=(citation) data-facts=(citations::facts(lang))
                data-local=(copy_of_site) data-date=(citations::accessed(lang)) data-said=(w.copied) data-failed=(w.copy_failed) {
                (w.copy_citation)
            }
            span.copy__said role="status" {}
        }
    }
}

fn copy_button(label: &str, href: &str, text: &str, said: &str, failed: &str) -> Markup {
    html! {
        span.copy {
            button.button type="button" data-do="copy" data-href=(href) data-text=(text) data-said=(said)
                data-failed=(failed) { (label) }
            span.copy__said role="status" {}
        }
    }
}

/// Returns a button that copies the text of the element `id`.
pub fn copy_text_button(words: &Words, id: &str) -> Markup {
    html! {
        span.copy {
            button.button type="button" data-do="copy" data-from=(id) data-said=(words.copied)
                data-failed=(words.text_copy_failed) { (words.copy) }
            span.copy__said role="status" {}
        }
    }
}
