//! The printed words of a figure, set like a clipping, with where they stand and whether they were verified. The
//! same in every place: it is the signature of this site.

use leptos::prelude::*;

use crate::corpus::FigureRef;
use crate::domain::Article;
use crate::i18n::{sentences, terms};
use crate::text::format_period;
use crate::ui::context::Ctx;

/// What a clipping says beside its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// What is counted; the article stands around it.
    Label,
    /// What is counted, and the article that prints it.
    Article,
}

impl Ctx<'_> {
    /// One figure as printed, a link to its page.
    pub fn clipping(self, found: FigureRef<'_>, beside: Beside) -> AnyView {
        let FigureRef { article, figure } = found;
        let levels = (!figure.levels.is_empty()).then(
            || view! { <span class="clip__part">{sentences::levels(&figure.levels, self.lang)}</span> },
        );
        let when = figure
            .when
            .map(|when| format_period(when, self.lang))
            .or_else(|| figure.when_as_written.clone())
            .map(|when| view! { <span class="clip__part">{when}</span> });
        let source = (beside == Beside::Article)
            .then(|| view! { <p class="clip__source">{self.article_link(article)}</p> });
        view! {
            <div class="clip">
                <p class="clip__words" lang="vi">
                    <a href=self.figure_href(figure)>{figure.as_written.clone()}</a>
                </p>
                <p class="clip__label">{figure.label.get(self.lang).to_owned()}</p>
                <p class="clip__parts">
                    <span class="clip__part clip__role">{terms::role(figure.role, self.lang)}</span>
                    {levels}
                    {when}
                </p>
                {source}
                <div class="clip__foot">
                    <span>{sentences::line(figure.line, self.lang)}</span>
                    {self.verified_mark(article)}
                </div>
            </div>
        }
        .into_any()
    }

    /// "✓ đã đối chiếu", which opens the reason.
    pub fn verified_mark(self, article: &Article) -> AnyView {
        let (class, sign, word, reason) = if self.site.is_verified(article) {
            ("mark mark--yes", "✓", self.w.verified, self.w.verified_reason)
        } else {
            ("mark mark--no", "?", self.w.not_verified, self.w.not_verified_reason)
        };
        view! {
            <details class=class>
                <summary><span aria-hidden="true">{sign}" "</span>{word}</summary>
                <p>{reason}</p>
            </details>
        }
        .into_any()
    }
}
