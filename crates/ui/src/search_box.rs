//! Search box of the masthead: live on the home page, a link to it elsewhere, with suggestions while typing.
//!
//! Box and suggestions are a combobox with a list: the focus stays in the box, arrows move through the list, Enter goes to
//! the marked suggestion, Esc closes. Down past the last one leads into the results, as without suggestions.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use thidua_client::SuggestRequest;
use thidua_pages::route::Page;
use thidua_pages::url_state;
use thidua_search::SearchRequest;

use super::browser;
use super::context::{PageState, use_lang, use_site, use_words};
use super::location::{Address, Location};

/// Id of the list of suggestions.
const LIST: &str = "q-goi-y";

/// Id of a suggestion.
fn option_id(number: usize) -> String {
    format!("{LIST}-{number}")
}

/// Key code of browsers for a key that belongs to an input method.
const COMPOSING: u32 = 229;

/// Input and button; a plain form without JavaScript.
#[component]
pub fn SearchBox() -> impl IntoView {
    let (site, lang, w) = (use_site(), use_lang(), use_words());
    let location = Location::current();
    let (route, query) = (PageState::current().route(), location.query());
    let is_home = move || route.with(|r| r.page == Page::Home);
    let words =
        move || if is_home() { query.with(|q| url_state::parse_search(q).query) } else { String::new() };
    let first = untrack(words);
    let home = site.href(lang, Page::Home);
    let state = PageState::current();
    let suggestions = state.suggestions;
    let is_wanted = RwSignal::new(false);
    let marked = RwSignal::new(None::<usize>);
    let is_open = Memo::new(move |_| is_wanted.get() && suggestions.with(|list| !list.is_empty()));
    let close = move || {
        is_wanted.set(false);
        marked.set(None);
    };
    // A page that arrives is looked at.
    Effect::new(move || {
        route.track();
        close();
    });
    let pick = {
        let site = site.clone();
        move |number: usize| {
            let href =
                suggestions.with_untracked(|list| list.get(number).map(|suggestion| suggestion.href.clone()));
            let Some(href) = href else { return };
            close();
            browser::follow(&site.base, location, &href);
        }
    };
    let box_ref = NodeRef::<leptos::html::Input>::new();
    let has_focus = move || {
        let active = document().active_element();
        box_ref
            .get_untracked()
            .is_some_and(|input| active.is_some_and(|active| active.is_same_node(Some(&input))))
    };
    let typed = move |text: String| {
        marked.set(None);
        // Typed before the app came, and left since: a list that opens now would never be closed.
        is_wanted.set(!text.trim().is_empty() && has_focus());
        let Address { path, query: address } = location.get_untracked();
        state.suggest.set(Some(SuggestRequest { path, query: address, text: text.clone() }));
        if route.with_untracked(|r| r.page == Page::Home) {
            let request = SearchRequest { query: text, ..url_state::parse_search(&query.get_untracked()) };
            browser::replace_query(location, &url_state::search_query(&request));
        }
    };
    // The input follows the address only if they differ: setting an equal value would end the composition of an input
    // method and move the caret. Text typed before hydration is kept.
    Effect::new(move |is_drawn: Option<()>| {
        let words = words();
        let input = box_ref.get_untracked().filter(|input| is_drawn.is_some() && input.value() != words);
        if let Some(input) = input {
            input.set_value(&words);
        }
    });
    let on_key = {
        let pick = pick.clone();
        move |event: KeyboardEvent| {
            if event.is_composing() || event.key_code() == COMPOSING || !is_open.get_untracked() {
                return;
            }
            let last = suggestions.with_untracked(Vec::len).saturating_sub(1);
            let next = match (event.key().as_str(), marked.get_untracked()) {
                ("ArrowDown", None) => Some(0),
                ("ArrowDown", Some(at)) if at < last => Some(at + 1),
                // Into the results.
                ("ArrowDown", Some(_)) => return close(),
                ("ArrowUp", Some(at)) => at.checked_sub(1),
                ("Escape", _) => {
                    close();
                    return event.prevent_default();
                }
                ("Enter", Some(at)) => {
                    event.prevent_default();
                    return pick(at);
                }
                ("Enter", None) | ("Tab", _) => return close(),
                _ => return,
            };
            event.prevent_default();
            marked.set(next);
        }
    };
    let options = move || {
        let pick = pick.clone();
        let options = suggestions.get().into_iter().enumerate().map(move |(number, suggestion)| {
            let pick = pick.clone();
            view! {
                <li
                    id=option_id(number)
                    class="suggestion"
                    role="option"
                    aria-selected=move || if marked.get() == Some(number) { "true" } else { "false" }
                    on:click=move |_| pick(number)
                >
                    <bdi class="suggestion__name">{suggestion.name}</bdi>
                    " "
                    <span class="suggestion__about">{suggestion.about}</span>
                </li>
            }
        });
        options.collect_view()
    };
    let submit = {
        let home = home.clone();
        move |event: SubmitEvent| {
            if !browser::is_live() {
                return;
            }
            event.prevent_default();
            if route.with_untracked(|r| r.page == Page::Home) {
                browser::focus_first_result();
                return;
            }
            let text = box_ref.get_untracked().map(|input| input.value()).unwrap_or_default();
            let query = url_state::search_query(&SearchRequest { query: text, ..SearchRequest::default() });
            let href = if query.is_empty() { home.clone() } else { format!("{home}?{query}") };
            browser::navigate(&site.base, location, &href);
        }
    };
    view! {
        <form class="search" role="search" action=home method="get" on:submit=submit>
            <input
                class="search__box"
                id="q"
                name="q"
                type="search"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                role="combobox"
                aria-autocomplete="list"
                aria-controls=LIST
                aria-expanded=move || if is_open.get() { "true" } else { "false" }
                aria-activedescendant=move || marked.get().map(option_id)
                aria-label=w.search_label
                aria-keyshortcuts="/ Control+K"
                placeholder=w.search_placeholder
                node_ref=box_ref
                value=first
                on:input:target=move |event| typed(event.target().value())
                on:keydown=on_key
                on:blur=move |_| close()
            />
            <button class="search__go" type="submit">{w.search}</button>
            // The focus stays in the box while a suggestion is pressed.
            <ul
                class="suggestions"
                id=LIST
                role="listbox"
                aria-label=w.suggestions
                hidden=move || !is_open.get()
                on:mousedown=move |event| event.prevent_default()
            >
                {options}
            </ul>
        </form>
    }
}
