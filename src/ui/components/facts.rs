//! A list of named facts. What is not stated is either left out or said to be so, as the caller decides.

use leptos::prelude::*;

/// One row: a term and its value.
pub type Fact = (&'static str, AnyView);

/// A row where there is a value.
pub fn fact<V: IntoView + 'static>(term: &'static str, value: Option<V>) -> Option<Fact> {
    value.map(|v| (term, v.into_any()))
}

/// A description list of the rows that are there.
pub fn facts<const N: usize>(rows: [Option<Fact>; N]) -> AnyView {
    let rows = rows.into_iter().flatten().map(|(term, value)| {
        view! { <div class="facts__row"><dt>{term}</dt><dd>{value}</dd></div> }
    });
    view! { <dl class="facts">{rows.collect_view()}</dl> }.into_any()
}
