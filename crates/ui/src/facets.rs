//! Facets: values that narrow the results, each with the number of articles that it would leave.
//!
//! Every value of the corpus has its row from the start, so that nothing moves and no focus is lost while counts
//! change. Rows without articles are hidden unless selected.

use leptos::prelude::*;

use thidua_client::{Facet, FacetRow};
use thidua_i18n::sentences::count;
use thidua_pages::url_state::set_facet;

use super::app::escape_text;
use super::browser;
use super::context::{use_lang, use_words};
use super::home::home_part;
use super::location::Location;

/// All facets as groups of check boxes.
#[component]
pub fn Facets() -> impl IntoView {
    let w = use_words();
    let facets = home_part(|h| h.facets.clone());
    let groups = facets.get_untracked().into_iter().enumerate().map(|(group, facet)| {
        let Facet { name, parameter, rows } = facet;
        let rows = rows.into_iter().enumerate().map(|(row, FacetRow { value, name, .. })| {
            let state = Memo::new(move |_| {
                facets.with(|facets| {
                    let row = facets.get(group).and_then(|facet| facet.rows.get(row));
                    row.map_or((0, false), |row| (row.count, row.selected))
                })
            });
            view! { <Row parameter=parameter.clone() value=value name=name state=state/> }
        });
        view! {
            <fieldset class="facet">
                <legend class="facet__name">{name}" "</legend>
                {rows.collect_view()}
            </fieldset>
        }
    });
    let open = RwSignal::new(false);
    let chosen = home_part(|h| h.chosen);
    let chosen = move || match chosen.get() {
        0 => String::new(),
        chosen => format!(" ({chosen})"),
    };
    view! {
        <aside class="facets" class:facets--open=open aria-label=w.filters>
            <button
                class="button filters__toggle"
                type="button"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls="facets"
                on:click=move |_| open.update(|o| *o = !*o)
            >
                {w.filters}
                <span inner_html=chosen></span>
            </button>
            " "
            <div class="facets__body" id="facets">{groups.collect_view()}</div>
        </aside>
    }
}

/// One facet value.
#[component]
fn Row(
    /// Parameter of its facet.
    parameter: String,
    /// Value in the address.
    value: String,
    /// Display name.
    name: String,
    /// Number of articles that it would leave, and whether it is selected.
    state: Memo<(usize, bool)>,
) -> impl IntoView {
    let (lang, location) = (use_lang(), Location::current());
    let (name_of_facet, value_of_row) = (parameter.clone(), value.clone());
    let switch = move |is_selected: bool| {
        let query = &location.get_untracked().query;
        let query = set_facet(query, &parameter, &value, is_selected);
        browser::push_query(location, &query);
    };
    view! {
        <label class="choice" hidden=move || state.get() == (0, false)>
            <input
                type="checkbox"
                name=name_of_facet
                value=value_of_row
                autocomplete="off"
                prop:checked=move || state.get().1
                on:change:target=move |event| switch(event.target().checked())
            />
            <span>{name}</span>
            " "
            <span class="choice__count" inner_html=move || escape_text(&count(state.get().0, lang))></span>
            " "
        </label>
    }
}
