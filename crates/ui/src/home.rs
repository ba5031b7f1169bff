//! Home page: search, facets and result cards. The address holds the search.

use leptos::prelude::*;

use thidua_client::{HomeView, PageRequest, View};
use thidua_pages::route::Page;
use thidua_pages::url_state;
use thidua_search::Sort;

use super::app::escape_text;
use super::browser;
use super::context::{PageState, use_lang, use_site, use_words};
use super::facets::{Facets, FilterButton};
use super::location::Location;

/// Memo of a part of the home view.
pub(super) fn home_part<T>(read: impl Fn(&HomeView) -> T + Send + Sync + 'static) -> Memo<T>
where
    T: Default + Clone + PartialEq + Send + Sync + 'static,
{
    PageState::current().part(move |view| match view {
        View::Home(home) => Some(read(home)),
        _ => None,
    })
}

/// The home page.
#[component]
pub fn Home() -> impl IntoView {
    let w = use_words();
    let max_cards = PageState::current().max_cards;
    // While there is a query, what introduces the site makes room for the results.
    let query = Location::current().query();
    let is_searching =
        Memo::new(move |_| query.with(|q| !url_state::parse_search(q).query.trim().is_empty()));
    let response = PageState::current().response;
    // Most responses leave the lead as it is.
    let lead = Memo::new(move |shown: Option<&String>| {
        let new = response.with(|response| match &response.view {
            View::Home(home) => home.lead.clone(),
            _ => None,
        });
        new.or_else(|| shown.cloned()).unwrap_or_default()
    });
    let (count, notes) = (home_part(|h| h.count.clone()), home_part(|h| h.notes.clone()));
    let (cards, has_more) = (home_part(|h| h.cards.clone()), home_part(|h| h.has_more));
    view! {
        // White space between the parts, since copied text has no styles to separate them.
        <div class="home__lead" inner_html=move || lead.get()></div>
        " "
        <div class="home" class:home--searching=is_searching>
            <a class="skip skip--here" href="#ket-qua">{w.skip_to_results}</a>
            " "
            <Facets/>
            " "
            <section class="results" id="ket-qua" tabindex="-1" aria-label=w.articles>
                <div class="results__bar">
                    <p class="results__count" role="status" inner_html=move || escape_text(&count.get())></p>
                    " "
                    <ClearAll/>
                    " "
                    <FilterButton/>
                    " "
                    <SortBy/>
                </div>
                " "
                <p class="results__notes" inner_html=move || escape_text(&notes.get())></p>
                " "
                <div inner_html=move || cards.get()></div>
                " "
                <p class="more" hidden=move || !has_more.get()>
                    <button class="button" type="button" on:click=move |_| max_cards.update(|n| *n += PageRequest::CARDS)>
                        {w.show_more}
                    </button>
                </p>
            </section>
        </div>
    }
}

/// Link to the plain home page, while anything is typed or selected.
#[component]
fn ClearAll() -> impl IntoView {
    let (site, lang, w) = (use_site(), use_lang(), use_words());
    let is_plain = home_part(|h| h.is_plain);
    view! { <a href=site.href(lang, Page::Home) hidden=move || is_plain.get()>{w.clear_all}</a> }
}

/// Selection of the sort order.
#[component]
fn SortBy() -> impl IntoView {
    let w = use_words();
    let location = Location::current();
    let query = location.query();
    let name = |sort| match sort {
        Sort::Relevance => w.sort_relevance,
        Sort::Newest => w.sort_newest,
        Sort::Oldest => w.sort_oldest,
        Sort::MostFigures => w.sort_figures,
    };
    // Without words nothing matches better than another: the best match is the newest.
    let is_ranked = home_part(|h| h.is_ranked);
    let shown = move || match query.with(|q| url_state::parse_search(q).sort) {
        Sort::Relevance if !is_ranked.get() => Sort::Newest,
        sort => sort,
    };
    let options = Sort::ALL.map(|sort| {
        let is_meaningless = move || sort == Sort::Relevance && !is_ranked.get();
        view! {
            <option value=sort.slug() hidden=is_meaningless prop:selected=move || shown() == sort>{name(sort)}</option>
        }
    });
    let choose = move |slug: String| {
        let mut request = url_state::parse_search(&query.get_untracked());
        let sort = Sort::from_slug(&slug).unwrap_or_default();
        request.sort = match sort {
            Sort::Newest if !is_ranked.get_untracked() => Sort::default(),
            sort => sort,
        };
        browser::push_query(location, &url_state::search_query(&request));
    };
    view! {
        <label class="results__sort">
            <span>{w.sort_by}" "</span>
            <select name="xep" autocomplete="off" on:change:target=move |event| choose(event.target().value())>
                {options.into_iter().collect_view()}
            </select>
        </label>
    }
}
