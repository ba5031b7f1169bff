//! The frame of a page about one thing: a head, the story, and a rail with facts and tools that stays in sight on wide screens.
//!
//! On narrow screens the facts follow the head and the rest comes last.

use maud::{Markup, html};

/// Parts of a page with a rail.
#[derive(Debug, Clone)]
pub struct RailedPage<'a> {
    /// Link to the list above, heading and finding.
    pub head: Markup,
    /// Accessible name of the rail.
    pub rail_name: &'a str,
    /// Facts and tools.
    pub facts: Markup,
    /// Everything else of the rail.
    pub rest: Markup,
    /// The sections.
    pub story: Markup,
}

impl RailedPage<'_> {
    /// Returns the page.
    pub fn markup(self) -> Markup {
        html! {
            article.railed {
                div.railed__head { (self.head) }
                aside.rail aria-label=(self.rail_name) {
                    div.rail__facts { (self.facts) }
                    div.rail__rest { (self.rest) }
                }
                div.railed__story { (self.story) }
            }
        }
    }
}

/// Returns a list of the rail under its heading; items beyond `most` can be opened. Empty without items.
pub fn rail_list(
    id: &str,
    heading: &str,
    note: Option<&str>,
    items: &[Markup],
    most: usize,
    all: &str,
) -> Markup {
    let (shown, folded) = items.split_at_checked(most).unwrap_or((items, &[]));
    html! {
        @if !items.is_empty() {
            section.rail__section aria-labelledby=(id) {
                h2 #(id) { (heading) }
                @if let Some(note) = note { p.note { (note) } }
                ul.rail__list { @for item in shown { li { (item) } } }
                @if !folded.is_empty() {
                    details.rest {
                        summary { (all) }
                        ul.rail__list { @for item in folded { li { (item) } } }
                    }
                }
            }
        }
    }
}
