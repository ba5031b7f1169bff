//! Why something could not be loaded or started, and what the page says in its place.

use crate::site_model::LoadFailure;
use maud::{Markup, html};

use super::components::spaced;
use crate::context::PageContext;
use thidua_i18n::failures;

/// What stands in place of something that could not be loaded, with a button that asks for it again in place.
pub fn failure_notice(ctx: &PageContext<'_>, trouble: LoadFailure) -> Markup {
    let (title, help) = trouble.words(ctx.lang);
    spaced(html! {
        div.empty role="alert" data-trouble=(trouble.code()) {
            p.empty__title { (title) }
            @if !help.is_empty() { p { (help) } }
            p { (retry_button(ctx)) }
        }
    })
}

/// What stands above cards whose passages could not be loaded.
pub fn passages_missing(ctx: &PageContext<'_>, trouble: LoadFailure) -> Markup {
    let (title, _) = trouble.words(ctx.lang);
    html! {
        p.note role="status" data-trouble=(trouble.code()) {
            (failures::passages_missing(ctx.lang)) " " (title) " " (retry_button(ctx))
        }
    }
}

fn retry_button(ctx: &PageContext<'_>) -> Markup {
    html! { button.button type="button" data-do="retry" { (failures::try_again(ctx.lang)) } }
}
