//! Filter by a property with very many values: opened, its values are searched by a part of their names.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};

use thidua_client::{FilterControl, FilterOption};
use thidua_i18n::{phrases, sentences};
use thidua_pages::url_state::ExplorerQuery;

use super::app::escape_text;
use super::browser;
use super::context::{PageState, use_lang};
use super::location::Location;

/// Filter by one property.
#[component]
pub fn ValueSearch(
    /// Filter as first shown.
    filter_control: FilterControl,
    /// Current options.
    options: Memo<Vec<FilterOption>>,
    /// Selected value in words, and how many more values there are.
    state: Memo<(String, String)>,
) -> impl IntoView {
    let (location, lang, value_search) = (Location::current(), use_lang(), PageState::current().value_search);
    let FilterControl { parameter, label, .. } = filter_control;
    let look = {
        let parameter = parameter.clone();
        move |typed: String| value_search.set((!typed.is_empty()).then(|| (parameter.clone(), typed)))
    };
    let choose = move |event: MouseEvent, value: String| {
        close(event.target());
        value_search.set(None);
        let next = ExplorerQuery::parse(&location.get_untracked().query).with_value(&parameter, &value);
        browser::push_query(location, &next.query());
    };
    let rows = move || {
        let row = |FilterOption { value, name, chosen }| {
            let choose = choose.clone();
            view! {
                <li>
                    <button
                        type="button"
                        value=value.clone()
                        aria-pressed=chosen.to_string()
                        on:click=move |event| choose(event, value.clone())
                        inner_html=escape_text(&name)
                    ></button>
                    " "
                </li>
            }
        };
        options.get().into_iter().map(row).collect_view()
    };
    // The typed text belongs to the list that is shown.
    let typed = move || {
        value_search
            .with(|value_search| value_search.as_ref().map(|(_, typed)| typed.clone()))
            .unwrap_or_default()
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close(event.target());
        }
    };
    view! {
        <details class="choices__one finder" on:keydown=escape>
            <summary>
                <span>{label.clone()}</span>
                " "
                <span class="finder__now" inner_html=move || escape_text(&state.get().0)></span>
            </summary>
            " "
            <div class="finder__panel">
                <input
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=phrases::type_to_find(lang)
                    aria-label=sentences::value_search_label(&label, lang)
                    prop:value=typed
                    on:input:target=move |event| look(event.target().value())
                />
                <ul>{rows}</ul>
                <p class="note" inner_html=move || escape_text(&state.get().1)></p>
            </div>
        </details>
    }
}

/// Closes the list that contains an element, and focuses its summary.
fn close(target: Option<EventTarget>) {
    let within = target.and_then(|target| target.dyn_into::<Element>().ok());
    let Some(details) = within.and_then(|element| element.closest("details").ok().flatten()) else { return };
    let _ = details.remove_attribute("open");
    let name = details.query_selector("summary").ok().flatten();
    if let Some(name) = name.and_then(|name| name.dyn_into::<HtmlElement>().ok()) {
        let _ = name.focus();
    }
}
