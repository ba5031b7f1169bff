//! The printed words of a figure, set like a clipping, with where they stand and whether they were verified. The
//! same in every place: it is the signature of this site.

use maud::{Markup, html};

use crate::html::PageContext;
use thidua_core::corpus::FigureRef;
use thidua_core::domain::Article;
use thidua_i18n::{sentences, terms};

/// What a clipping says beside its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClippingDetail {
    /// What is counted; the article stands around it.
    Label,
    /// What is counted, and the article that prints it.
    Article,
}

impl PageContext<'_> {
    /// Figures as clippings in a grid; nothing where there are none.
    pub fn clippings(self, figures: &[FigureRef<'_>], detail: ClippingDetail) -> Markup {
        html! {
            @if !figures.is_empty() {
                ul.clips { @for figure in figures { li { (self.clipping(*figure, detail)) } } }
            }
        }
    }

    /// One figure as printed, a link to its page.
    pub fn clipping(self, found: FigureRef<'_>, detail: ClippingDetail) -> Markup {
        let FigureRef { article, figure } = found;
        html! {
            div.clip {
                p.clip__words lang="vi" { a href=(self.figure_href(figure)) { (figure.as_written) } }
                p.clip__label { (figure.label.get(self.lang)) }
                p.clip__parts {
                    span.clip__part { (terms::role(figure.role, self.lang)) }
                    @if !figure.levels.is_empty() {
                        " · " span.clip__part { (sentences::levels(&figure.levels, self.lang)) }
                    }
                    @if let Some(when) = self.period_of_figure(figure) { " · " span.clip__part { (when) } }
                }
                @if detail == ClippingDetail::Article { p.clip__source { (self.article_link(article)) } }
                div.clip__foot {
                    a href=(self.line_href(article, figure.line)) { (sentences::line(figure.line, self.lang)) }
                    (self.verified_mark(article))
                }
            }
        }
    }

    /// "✓ đã đối chiếu", which opens the reason.
    pub fn verified_mark(self, article: &Article) -> Markup {
        let (class, sign, word, reason) = if self.is_verified(article) {
            ("mark mark--yes", "✓", self.w.verified, self.w.verified_reason)
        } else {
            ("mark mark--no", "?", self.w.not_verified, self.w.not_verified_reason)
        };
        html! {
            details class=(class) {
                summary { span aria-hidden="true" { (sign) " " } (word) }
                p { (reason) }
            }
        }
    }
}
