//! Search box of the masthead: live on the home page, a link to it elsewhere.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use thidua_pages::route::Page;
use thidua_pages::url_state;
use thidua_search::SearchRequest;

use super::browser;
use super::context::{PageState, use_lang, use_site, use_words};
use super::location::Location;

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
    let typed = move |text: String| {
        if route.with_untracked(|r| r.page == Page::Home) {
            let request = SearchRequest { query: text, ..url_state::parse_search(&query.get_untracked()) };
            browser::replace_query(location, &url_state::search_query(&request));
        }
    };
    let box_ref = NodeRef::<leptos::html::Input>::new();
    // The input follows the address only if they differ: setting an equal value would end the composition of an input
    // method and move the caret. Text typed before hydration is kept.
    Effect::new(move |is_drawn: Option<()>| {
        let words = words();
        let input = box_ref.get_untracked().filter(|input| is_drawn.is_some() && input.value() != words);
        if let Some(input) = input {
            input.set_value(&words);
        }
    });
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
                aria-label=w.search_label
                aria-keyshortcuts="/ Control+K"
                placeholder=w.search_placeholder
                node_ref=box_ref
                value=first
                on:input:target=move |event| typed(event.target().value())
            />
            <button class="search__go" type="submit">{w.search}</button>
        </form>
    }
}
