//! The home page: what is typed and chosen, and the cards that follow. The address holds what is asked for.

use leptos::prelude::*;

use super::browser;
use super::context::{use_lang, use_site, use_words};
use super::facets::Facets;
use super::location::Location;
use crate::filters;
use crate::i18n::notes::note;
use crate::i18n::sentences;
use crate::route::Page;
use crate::search::{Request, Results, Sort, search};

/// How many cards are shown at first, and by how many more each time.
const CARDS: usize = 20;

/// The home page.
#[component]
pub fn Home() -> impl IntoView {
    let (site, lang, w) = (use_site(), use_lang(), use_words());
    let query = Location::current().query();
    let results = Memo::new({
        let site = site.clone();
        move |_| query.with(|q| search(&site.index, &filters::request(q)))
    });
    let universe = search(&site.index, &Request::default()).facets;
    let total = site.catalogue.articles().len();
    let key_numbers = site.ctx(lang).key_numbers().into_string();
    view! {
        <div inner_html=key_numbers></div>
        <div class="home">
            <Facets universe=universe results=results/>
            <section class="results" id="ket-qua" aria-label=w.articles>
                <div class="results__bar">
                    <p class="results__count" role="status">
                        {move || sentences::found(results.with(|r| r.hits.len()), total, lang)}
                    </p>
                    <ClearAll/>
                    <SortBy/>
                </div>
                <p class="results__notes">
                    {move || {
                        let notes: Vec<String> = results.with(|r| r.notes.iter().map(|n| note(n, lang)).collect());
                        notes.join(" ")
                    }}
                </p>
                <Cards results=results/>
            </section>
        </div>
    }
}

/// The articles found, a screenful at a time.
#[component]
fn Cards(
    /// The results now.
    results: Memo<Results>,
) -> impl IntoView {
    let (site, lang, w) = (use_site(), use_lang(), use_words());
    let shown = RwSignal::new(CARDS);
    let cards = move || results.with(|r| site.ctx(lang).cards(r, shown.get()).into_string());
    let nothing_more = move || results.with(|r| r.hits.len()) <= shown.get();
    view! {
        <div inner_html=cards></div>
        <p class="more" hidden=nothing_more>
            <button class="button" type="button" on:click=move |_| shown.update(|n| *n += CARDS)>
                {w.show_more}
            </button>
        </p>
    }
}

/// Leads back to the plain home page, while anything is asked for.
#[component]
fn ClearAll() -> impl IntoView {
    let (site, lang, w) = (use_site(), use_lang(), use_words());
    let query = Location::current().query();
    let is_plain = move || query.with(|q| filters::request(q) == Request::default());
    view! { <a href=site.ctx(lang).href(Page::Home) hidden=is_plain>{w.clear_all}</a> }
}

/// The order of the results.
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
    let options = Sort::ALL.map(|sort| {
        let chosen = move || query.with(|q| filters::request(q).sort) == sort;
        view! { <option value=sort.slug() prop:selected=chosen>{name(sort)}</option> }
    });
    let choose = move |slug: String| {
        let mut request = filters::request(&query.get_untracked());
        request.sort = Sort::from_slug(&slug).unwrap_or_default();
        browser::push_query(location, &filters::request_query(&request));
    };
    view! {
        <label class="results__sort">
            {w.sort_by}" "
            <select on:change:target=move |event| choose(event.target().value())>
                {options.into_iter().collect_view()}
            </select>
        </label>
    }
}
