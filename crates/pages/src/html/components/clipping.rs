//! The printed words of a figure, set like a newspaper clipping, with their line and their verification. It looks the same
//! everywhere: it is the signature of this site.

use maud::{Markup, html};

use thidua_core::corpus::FigureRef;
use thidua_core::domain::{Article, GuessedField, Lang};
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
                @if let Some(when) = links::figure_period(ctx, found) { " · " span.clip__part { (when) } }
            }
            @if detail == ClippingDetail::Article { p.clip__source { (links::article_link(ctx, article)) } }
            div.clip__foot {
                a href=(href::line_href(ctx, article, figure.line)) { (sentences::line(figure.line, ctx.lang)) }
                (mark(ctx, article, Some(&figure_evidence(ctx, found))))
                " " (open_guesses(ctx, &figure.open_guesses(article)))
            }
        }
    }
}

/// Returns the mark "✓ đã đối chiếu" of an article, which opens the reason. `evidence` says what was checked and confirmed, where
/// no line near the mark says so; it takes the place of the reason for a verified article.
pub fn mark(ctx: &PageContext<'_>, article: &Article, evidence: Option<&str>) -> Markup {
    let is_verified = ctx.is_verified(article);
    let (class, sign, word, reason) = if is_verified {
        ("mark mark--yes", "✓", ctx.words.verified, ctx.words.verified_reason)
    } else {
        ("mark mark--no", "?", ctx.words.not_verified, ctx.words.not_verified_reason)
    };
    html! {
        details class=(class) {
            summary { span aria-hidden="true" { (sign) " " } (word) }
            @if let Some(evidence) = evidence { p { (evidence) } }
            @if evidence.is_none() || !is_verified { p { (reason) } }
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
        true => {
            let checked = evidence::checked_figure(&article.text.sha256, figure.line, ctx.lang);
            format!("{checked} {confirmed}")
        }
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
        true => {
            let checked = evidence::checked_article(&article.text.sha256, article.figures.len(), ctx.lang);
            format!("{checked} {confirmed}")
        }
        false => confirmed,
    }
}
