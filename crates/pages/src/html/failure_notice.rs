//! Notices in place of something that could not be loaded.

use maud::{Markup, html};

use thidua_i18n::failures;

use crate::context::PageContext;
use crate::html::components::spaced;
use crate::site_model::LoadFailure;

/// Returns a notice with a button that loads it again in place.
pub fn failure_notice(ctx: &PageContext<'_>, failure: LoadFailure) -> Markup {
    let (title, help) = failure.words(ctx.lang);
    spaced(html! {
        div.empty role="alert" data-trouble=(failure.code()) {
            p.empty__title { (title) }
            @if !help.is_empty() { p { (help) } }
            p { (retry_button(ctx)) }
        }
    })
}

/// Returns a notice above cards whose passages could not be loaded.
pub fn passages_missing(ctx: &PageContext<'_>, failure: LoadFailure) -> Markup {
    let (title, _) = failure.words(ctx.lang);
    html! {
        p.note role="status" data-trouble=(failure.code()) {
            (failures::passages_missing(ctx.lang)) " " (title) " " (retry_button(ctx))
        }
    }
}

fn retry_button(ctx: &PageContext<'_>) -> Markup {
    html! { button.button type="button" data-do="retry" { (failures::try_again(ctx.lang)) } }
}
