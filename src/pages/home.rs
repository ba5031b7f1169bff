//! What stands still on the home page: the key numbers, and what is said when nothing is found.

use maud::{Markup, html};

use super::Ctx;
use crate::domain::Lang;
use crate::i18n::sentences;
use crate::route::Page;
use crate::search::Results;

impl Ctx<'_> {
    /// The corpus in a sentence, each number a link to what it counts.
    pub fn key_numbers(self) -> Markup {
        let catalogue = self.catalogue();
        let numbers = [
            (sentences::articles(catalogue.articles().len(), self.lang), "#ket-qua".to_owned()),
            (sentences::campaigns(catalogue.campaigns().len(), self.lang), self.href(Page::Campaigns)),
            (
                sentences::organisations(catalogue.reporting_organisations().len(), self.lang),
                self.href(Page::Organisations),
            ),
            (sentences::figures(catalogue.figures().count(), self.lang), self.href(Page::Figures)),
        ];
        html! {
            h1.home__lede {
                @for ((number, href), (vi, en)) in numbers.iter().zip(sentences::KEY_NUMBERS) {
                    a href=(href) { (number) }
                    @match self.lang { Lang::Vi => { (vi) } Lang::En => { (en) } }
                }
            }
        }
    }

    /// The first `most` results as cards, or what to do where there are none.
    pub fn cards(self, results: &Results, most: usize) -> Markup {
        if results.hits.is_empty() {
            return self.no_results();
        }
        html! {
            @for hit in results.hits.iter().take(most) {
                @if let Some(article) = self.catalogue().article(&hit.article) { (self.article_card(article, hit)) }
            }
        }
    }

    fn no_results(self) -> Markup {
        let w = self.w;
        html! {
            div.empty {
                p.empty__title { (w.no_results) }
                p { (w.no_results_help) }
                p {
                    a href=(self.href(Page::Campaigns)) { (w.nav_campaigns) }
                    " · "
                    a href=(self.href(Page::Figures)) { (w.nav_figures) }
                    " · "
                    a href=(self.href(Page::Home)) { (w.clear_all) }
                }
            }
        }
    }
}
