//! The printed words of a figure, set like a newspaper clipping, with their line and their verification. It looks the same
//! everywhere: it is the signature of this site.

use maud::{Markup, html};

use thidua_core::corpus::FigureRef;
use thidua_core::domain::Article;
use thidua_i18n::{sentences, terms};

use crate::context::PageContext;
use crate::href;
use crate::html::components::links;

/// Details of a clipping below its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClippingDetail {
    /// Label of the figure; the article is named around the clipping.
    Label,
    /// Label of the figure, and the article that prints it.
    Article,
}

/// Returns figures as clippings in a grid; empty without any.
pub fn clippings(ctx: &PageContext<'_>, figures: &[FigureRef<'_>], detail: ClippingDetail) -> Markup {
    html! {
        @if !figures.is_empty() {
            ul.clips { @for figure in figures { li { (clipping(ctx, *figure, detail)) } } }
        }
    }
}

/// Returns one figure as printed, linked to its page.
pub fn clipping(ctx: &PageContext<'_>, found: FigureRef<'_>, detail: ClippingDetail) -> Markup {
    let FigureRef { article, figure } = found;
    html! {
        div.clip {
            p.clip__words lang="vi" { a href=(href::figure_href(ctx, figure)) { (figure.as_written) } }
            p.clip__label { (figure.label.get(ctx.lang)) }
            p.clip__parts {
                span.clip__part { (terms::role(figure.role, ctx.lang)) }
                @if !figure.levels.is_empty() {
                    " · " span.clip__part { (sentences::levels(&figure.levels, ctx.lang)) }
                }
                @if let Some(when) = links::figure_period(ctx, figure) { " · " span.clip__part { (when) } }
            }
            @if detail == ClippingDetail::Article { p.clip__source { (links::article_link(ctx, article)) } }
            div.clip__foot {
                a href=(href::line_href(ctx, article, figure.line)) { (sentences::line(figure.line, ctx.lang)) }
                (verification_badge(ctx, article))
            }
        }
    }
}

/// Returns the badge "✓ đã đối chiếu", which opens the reason.
pub fn verification_badge(ctx: &PageContext<'_>, article: &Article) -> Markup {
    let (class, sign, word, reason) = if ctx.is_verified(article) {
        ("mark mark--yes", "✓", ctx.words.verified, ctx.words.verified_reason)
    } else {
        ("mark mark--no", "?", ctx.words.not_verified, ctx.words.not_verified_reason)
    };
    html! {
        details class=(class) {
            summary { span aria-hidden="true" { (sign) " " } (word) }
            p { (reason) }
        }
    }
}
