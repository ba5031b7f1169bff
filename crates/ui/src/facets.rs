//! Facets: values that narrow the results, each with the number of articles that it would leave.
//!
//! Every value of the corpus has its row from the start, so that nothing moves and no focus is lost while counts
//! change. Rows without articles are hidden unless selected. On a phone the facets are a sheet over the page, which
//! `crates/site/src/scripts/page/sheet.js` opens and closes.

use leptos::prelude::*;

use thidua_client::{Facet, FacetRow, View};
use thidua_i18n::sentences::{self, count};
use thidua_pages::html::home;
use thidua_pages::route::Page;
use thidua_pages::url_state::set_facet;

use super::app::escape_text;
use super::browser;
use super::context::{PageState, use_lang, use_site, use_words};
use super::home::home_part;
use super::location::Location;

/// All facets as groups of check boxes.
#[component]
pub fn Facets() -> impl IntoView {
    let w = use_words();
    // The rows never change; each reads its own number from a response, so that nothing is copied.
    let facets = PageState::current().response.with_untracked(|response| match &response.view {
        View::Home(home) => home.facets.clone(),
        _ => Vec::new(),
    });
    let groups = facets.into_iter().enumerate().map(|(group, facet)| {
        let Facet { name, parameter, rows } = facet;
        let state = move |row: usize| {
            home_part(move |home| {
                let row = home.facets.get(group).and_then(|facet| facet.rows.get(row));
                row.map_or((0, false), |row| (row.count, row.selected))
            })
        };
        let total = rows.len();
        let row = |(row, FacetRow { value, name, .. })| {
            view! { <Row parameter=parameter.clone() value=value name=name state=state(row)/> }
        };
        let mut rows: Vec<_> = rows.into_iter().enumerate().map(row).collect();
        let rest = rows.split_off(home::shown_facet_values(total));
        view! {
            <fieldset class="facet">
                <legend class="facet__name">{name}" "</legend>
                {rows}
                {(!rest.is_empty()).then(|| view! { <Rest group=group total=total>{rest}</Rest> })}
            </fieldset>
        }
    });
    let (site, see) = (use_site(), home_part(|h| h.see.clone()));
    let is_plain = home_part(|h| h.is_plain);
    view! {
        <aside class="facets" aria-label=w.filters>
            <div class="sheet" id="facets" aria-label=w.filters>
                <div class="sheet__body">
                    {groups.collect_view()}
                    <p class="sheet__foot">
                        <a href=site.href(use_lang(), Page::Home) hidden=move || is_plain.get()>{w.clear_all}</a>
                        " "
                        <button
                            class="button button--main"
                            type="button"
                            data-do="sheet"
                            aria-controls="facets"
                            inner_html=move || escape_text(&see.get())
                        ></button>
                    </p>
                </div>
            </div>
        </aside>
    }
}

/// Button of a phone that opens the facets, with the number of selected values.
#[component]
pub fn FilterButton() -> impl IntoView {
    let w = use_words();
    let chosen = home_part(|h| h.chosen);
    let has_facets = home_part(|h| !h.facets.is_empty());
    let chosen = move || match chosen.get() {
        0 => String::new(),
        chosen => format!(" ({chosen})"),
    };
    view! {
        <button
            class="button sheet__open"
            type="button"
            data-do="sheet"
            aria-controls="facets"
            aria-expanded="false"
            hidden=move || !has_facets.get()
        >
            {w.filters}
            <span inner_html=chosen></span>
        </button>
    }
}

/// Further values of a long facet, open once one of them is selected.
#[component]
fn Rest(
    /// Place of the facet.
    group: usize,
    /// Number of values of the facet.
    total: usize,
    children: Children,
) -> impl IntoView {
    let is_chosen = home_part(move |h| {
        let rest =
            |facet: &Facet| facet.rows.iter().skip(home::shown_facet_values(total)).any(|row| row.selected);
        h.facets.get(group).is_some_and(rest)
    });
    let rest = NodeRef::<leptos::html::Details>::new();
    Effect::new(move |_| {
        if let Some(rest) = rest.get().filter(|_| is_chosen.get()) {
            let _ = rest.set_attribute("open", "");
        }
    });
    view! {
        <details class="facet__rest" node_ref=rest>
            <summary>{sentences::see_all(total, use_lang())}</summary>
            {children()}
        </details>
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
            <span class="choice__name" dir="auto">{name}</span>
            " "
            <span class="choice__count" inner_html=move || escape_text(&count(state.get().0, lang))></span>
            " "
        </label>
    }
}
