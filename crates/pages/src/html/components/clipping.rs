//! The evidence card: the printed words of a figure, set like a newspaper clipping, with whose figure it is, its period, newspaper,
//! paragraph and verification. It looks the same everywhere: it is the signature of this site.

use maud::{Markup, html};

use thidua_core::corpus::FigureRef;
use thidua_core::domain::{Article, Figure, GuessedField, Lang};
use thidua_core::text::{capitalise, format_period};
use thidua_i18n::{evidence, sentences, terms};

use super::our_text::our_text;
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
            p.clip__label { (our_text(ctx, &figure.label)) }
            (parts(ctx, figure))
            div.clip__credit {
                p.clip__whose { (whose_and_when(ctx, found, None)) }
                div.clip__foot {
                    p.clip__source {
                        @if detail == ClippingDetail::Article { (links::article_link(ctx, article)) ", " }
                        (links::newspaper(ctx, article)) ", " (place_link(ctx, found))
                    }
                    " "
                    (mark(ctx, article, html! {
                        p { (figure_evidence(ctx, found)) }
                        p { (own_copy_link(ctx, found)) }
                    }))
                    " " (open_guesses(ctx, &figure.open_guesses(article)))
                }
            }
        }
    }
}

/// Returns the large clipping, which heads the page of its figure.
pub fn large_clipping(ctx: &PageContext<'_>, found: FigureRef<'_>) -> Markup {
    let FigureRef { article, figure } = found;
    let organisation = links::organisation_link(ctx, found.organisation());
    html! {
        div.clip.clip--large {
            h1.figure-title {
                span.figure-title__words lang="vi" { (figure.as_written) }
                " "
                span.figure-title__label { (our_text(ctx, &figure.label)) }
            }
            (parts(ctx, figure))
            div.clip__credit {
                p.clip__whose { (whose_and_when(ctx, found, organisation)) }
                p.clip__source {
                    (links::article_link(ctx, article)) ", " (links::newspaper(ctx, article))
                    @if let Some(date) = article.published { ", " (format_period(date, ctx.lang)) }
                    ", " (place_link(ctx, found))
                }
                div.clip__foot {
                    (mark(ctx, article, stored_copy(ctx, found)))
                    " " (open_guesses(ctx, &figure.open_guesses(article)))
                }
                p.evidence__line { (figure_evidence(ctx, found)) }
                p.clip__own { (own_copy_link(ctx, found)) }
            }
        }
    }
}

/// Role, act and levels: what the number says was done.
fn parts(ctx: &PageContext<'_>, figure: &Figure) -> Markup {
    html! {
        p.clip__parts {
            span.clip__part { (terms::role(figure.role, ctx.lang)) }
            @if let Some(act) = &figure.act {
                " · "
                @match ctx.lang {
                    Lang::Vi => { span.clip__part { (act.as_written) } }
                    Lang::En => { span.clip__part { (terms::act(act.kind, ctx.lang)) } }
                }
            }
            @if !figure.levels.is_empty() {
                " · " span.clip__part { (sentences::levels(&figure.levels, ctx.lang)) }
            }
        }
    }
}

/// Organisation and period: `Liên đoàn Lao động quận Hà Đông, 2022 (theo bài)`. `link` takes the place of the name.
fn whose_and_when(ctx: &PageContext<'_>, found: FigureRef<'_>, link: Option<Markup>) -> Markup {
    let organisation = ctx.catalogue().organisation(found.organisation());
    let when = links::figure_period(ctx, found);
    html! {
        @match (link, organisation) {
            (Some(link), _) => { (link) ", " }
            (None, Some(organisation)) => { bdi { (links::organisation_name(ctx, organisation)) } ", " }
            (None, None) => {}
        }
        span.clip__when { (when.as_deref().unwrap_or(ctx.words.year_not_stated)) }
    }
}

/// `đoạn 3 của bài`, linked to the paragraph on the page of the article.
fn place_link(ctx: &PageContext<'_>, found: FigureRef<'_>) -> Markup {
    let FigureRef { article, figure } = found;
    let place = evidence::place(article.paragraph_of_line(figure.line), figure.line, ctx.lang);
    html! { a.clip__place href=(href::line_href(ctx, article, figure.line)) { (place) } }
}

/// Link to the form where readers see the sentence of a figure in their own copy of the article.
fn own_copy_link(ctx: &PageContext<'_>, found: FigureRef<'_>) -> Markup {
    let href = href::own_copy_href(ctx, found.article, found.figure.line);
    html! { a href=(href) { (evidence::see_in_own_copy(ctx.lang)) } }
}

/// What the mark of a figure opens for archivists: the reason, and line, file and fingerprint of the stored copy.
fn stored_copy(ctx: &PageContext<'_>, found: FigureRef<'_>) -> Markup {
    let (text, lang) = (&found.article.text, ctx.lang);
    html! {
        @if ctx.is_verified(found.article) { p { (ctx.words.verified_reason) } }
        p { (evidence::paragraph_rule(lang)) }
        p {
            (capitalise(&evidence::stored_line(found.figure.line, lang))) " (" (text.file_stem) ".txt), SHA-256 "
            code.hash { (text.sha256) }
        }
    }
}

/// Returns the mark "✓ đã đối chiếu" of an article, which opens `content`. Where the article is not verified, it says so first.
pub fn mark(ctx: &PageContext<'_>, article: &Article, content: Markup) -> Markup {
    let is_verified = ctx.is_verified(article);
    let (class, sign, word) = match is_verified {
        true => ("mark mark--yes", "✓", ctx.words.verified),
        false => ("mark mark--no", "?", ctx.words.not_verified),
    };
    html! {
        details class=(class) {
            summary { span aria-hidden="true" { (sign) " " } (word) }
            @if !is_verified { p { (ctx.words.not_verified_reason) } }
            (content)
        }
    }
}

/// Returns the note "máy đoán: vai trò"; empty without open guesses.
pub fn open_guesses(ctx: &PageContext<'_>, open: &[GuessedField]) -> Markup {
    html! { @if !open.is_empty() { span.guess { (evidence::open_guesses(open, ctx.lang)) } } }
}

/// Returns in one line what of a figure was checked, and what a person confirmed or is still a guess.
pub fn figure_evidence(ctx: &PageContext<'_>, found: FigureRef<'_>) -> String {
    let FigureRef { article, figure } = found;
    let confirmed =
        evidence::confirmed_figure(&figure.guessed_fields(article), &figure.open_guesses(article), ctx.lang);
    match ctx.is_verified(article) {
        true => format!("{} {confirmed}", evidence::checked_figure(ctx.lang)),
        false => confirmed,
    }
}

/// Returns in one line what of an article was checked, and what a person confirmed or is still a guess.
pub fn article_evidence(ctx: &PageContext<'_>, article: &Article) -> String {
    let count = |field: GuessedField| {
        let is_it = |fields: Vec<GuessedField>| usize::from(fields.contains(&field));
        let figures = article.figures.iter();
        let [all, open] = figures.fold([0, 0], |[all, open], figure| {
            [all + is_it(figure.guessed_fields(article)), open + is_it(figure.open_guesses(article))]
        });
        let own = usize::from(field == GuessedField::Organisation);
        let [all, open] = [all + own, open + is_it(article.open_guesses())];
        (field, [all.saturating_sub(open), all])
    };
    let counts: Vec<_> = GuessedField::ALL.into_iter().map(count).filter(|(_, [_, all])| *all > 0).collect();
    let confirmed = evidence::confirmed_article(&counts, ctx.lang);
    match ctx.is_verified(article) {
        true => format!("{} {confirmed}", evidence::checked_article(article.figures.len(), ctx.lang)),
        false => confirmed,
    }
}
