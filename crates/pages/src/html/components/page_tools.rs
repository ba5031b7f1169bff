//! Copy link, share, print: within reach on every page that has a link worth sending.
//!
//! The buttons say what they ask for in `data-do`; the script `src/site/early.js` serves them all, before the app and
//! without it. Without script they are hidden. Their classes do not begin with "share": lists that readers filter pages
//! with hide such names everywhere.

use maud::{Markup, html};

use crate::context::PageContext;
use crate::html::download_list::QR;
use crate::route::Page;
use thidua_i18n::Words;

/// The tools of the page at `href`. `title` is what the share sheet calls it; `citation` is the line without the
/// address, which is added when it is copied.
pub fn page_tools(ctx: &PageContext<'_>, href: &str, title: &str, citation: Option<&str>) -> Markup {
    let w = ctx.words;
    html! {
        div.page-tools role="group" aria-label=(w.share) {
            (copy_button(w.copy_link, href, "", w.copied, w.copy_failed))
            button.button.page-tools__send type="button" data-do="share" data-href=(href) data-title=(title) {
                (w.share)
            }
            @if let Some(citation) = citation {
                (copy_button(w.copy_citation, href, citation, w.copied, w.copy_failed))
            }
            button.button type="button" data-do="print" { (w.print) }
            @if has_qr_code(ctx, href) { a.button href=(format!("{href}{QR}")) { (w.qr_code) } }
        }
        // On paper the address is all that leads back.
        p.printed-from aria-hidden="true" {
            @match ctx.absolute(href) {
                Some(address) => (address),
                // The browser that prints the page knows its host.
                None => { span data-host {} (href) },
            }
        }
    }
}

/// Whether the builder wrote a code for the page at `href`: an address without a host would lead nobody here, and
/// figures are too many.
fn has_qr_code(ctx: &PageContext<'_>, href: &str) -> bool {
    let is_of_figure = href.starts_with(&ctx.href(Page::Figures));
    ctx.site.is_addressed && !ctx.site.base.is_single_file() && !is_of_figure
}

/// A button that copies the address of the explorer with what is chosen, and nothing that others have added to it.
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

fn copy_button(label: &str, href: &str, text: &str, said: &str, failed: &str) -> Markup {
    html! {
        span.copy {
            button.button type="button" data-do="copy" data-href=(href) data-text=(text) data-said=(said)
                data-failed=(failed) { (label) }
            span.copy__said role="status" {}
        }
    }
}

/// A button that copies the text of the element `id`.
pub fn copy_text_button(words: &Words, id: &str) -> Markup {
    html! {
        span.copy {
            button.button type="button" data-do="copy" data-from=(id) data-said=(words.copied)
                data-failed=(words.text_copy_failed) { (words.copy) }
            span.copy__said role="status" {}
        }
    }
}
