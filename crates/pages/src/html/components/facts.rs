//! A list of named facts. What is not stated is either left out or said to be so, as the caller decides.

use maud::{Markup, Render, html};

/// One row: a term and its value.
pub type Fact = (&'static str, Markup);

/// A row where there is a value.
pub fn fact(term: &'static str, value: Option<impl Render>) -> Option<Fact> {
    value.map(|value| (term, html! { (value) }))
}

/// A description list of the rows that are there; nothing where there are none.
pub fn facts<const N: usize>(rows: [Option<Fact>; N]) -> Markup {
    let rows: Vec<Fact> = rows.into_iter().flatten().collect();
    html! {
        @if !rows.is_empty() {
            dl.facts { @for (term, value) in rows { div.facts__row { dt { (term) } dd { (value) } } } }
        }
    }
}
