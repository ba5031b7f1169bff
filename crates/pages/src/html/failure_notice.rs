//! Why something could not be loaded or started, and what the page says in its place.

use crate::site_model::LoadFailure;
use maud::{Markup, html};

use super::PageContext;
use super::components::spaced;
use thidua_i18n::failures;

impl PageContext<'_> {
    /// What stands in place of something that could not be loaded, with a button that asks for it again in place.
    pub fn trouble(self, trouble: LoadFailure) -> Markup {
        let (title, help) = trouble.words(self.lang);
        spaced(html! {
            div.empty role="alert" data-trouble=(trouble.code()) {
                p.empty__title { (title) }
                @if !help.is_empty() { p { (help) } }
                p { (self.retry()) }
            }
        })
    }

    /// What stands above cards whose passages could not be loaded.
    pub fn passages_missing(self, trouble: LoadFailure) -> Markup {
        let (title, _) = trouble.words(self.lang);
        html! {
            p.note role="status" data-trouble=(trouble.code()) {
                (failures::passages_missing(self.lang)) " " (title) " " (self.retry())
            }
        }
    }

    fn retry(self) -> Markup {
        html! { button.button type="button" data-do="retry" { (failures::try_again(self.lang)) } }
    }
}
