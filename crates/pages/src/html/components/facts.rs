//! A list of named facts. Callers decide whether a fact that is not stated is left out or said to be missing.

use maud::{Markup, Render, html};

/// A row: a term and its value.
pub type Fact = (&'static str, Markup);

/// Returns a row; `None` without a value.
pub fn fact(term: &'static str, value: Option<impl Render>) -> Option<Fact> {
    value.map(|value| (term, html! { (value) }))
}

/// Returns a description list of the rows that have a value; empty without any.
pub fn facts<const N: usize>(rows: [Option<Fact>; N]) -> Markup {
    let rows: Vec<Fact> = rows.into_iter().flatten().collect();
    html! {
        @if !rows.is_empty() {
            dl.facts { @for (term, value) in rows { div.facts__row { dt { (term) } dd { (value) } } } }
        }
    }
}
