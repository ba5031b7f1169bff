//! The three steps at the top of the editor: paste, look at the guesses, publish.

use maud::{Markup, html};

use thidua_core::domain::Lang;
use thidua_i18n::editor_publish as words;

/// Ids of the elements to which the steps lead.
pub const TARGETS: [&str; 3] = ["soan-dan", "soan-xem-lai", "soan-xuat-ban"];

/// Renders the steps. `current` is the index of the one that a person is at; `counts` says under each what is there.
pub fn steps(current: usize, counts: [&str; 3], lang: Lang) -> Markup {
    let names = [words::step_paste(lang), words::step_review(lang), words::step_publish(lang)];
    html! {
        ol.steps {
            @for (index, (name, count)) in names.into_iter().zip(counts).enumerate() {
                li.steps__one {
                    a.steps__link href=(format!("#{}", TARGETS.get(index).copied().unwrap_or_default()))
                        data-go=(TARGETS.get(index).copied().unwrap_or_default())
                        aria-current=[(index == current).then_some("step")] {
                        span.steps__number aria-hidden="true" { (index + 1) }
                        span.steps__name { (name) }
                        span.steps__count { (count) }
                    }
                }
            }
        }
    }
}
