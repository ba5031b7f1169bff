//! Search, key numbers, cards and facets. The address holds what is asked for.

use leptos::prelude::*;

use crate::filters;
use crate::i18n::notes::note;
use crate::i18n::sentences;
use crate::route::Page;
use crate::search::{Request, Results, Sort, search};
use crate::ui::browser;
use crate::ui::components::facets::Facets;
use crate::ui::context::{Ctx, Site, use_site};
use crate::ui::location::Location;

/// How many cards are shown at first, and by how many more each time.
const CARDS: usize = 20;

/// The home page.
#[component]
pub fn Home() -> impl IntoView {
    let site = use_site();
    let ctx = site.ctx();
    let Ctx { lang, w, .. } = ctx;
    let query = Location::current().query();
    let results = Memo::new({
        let site = site.clone();
        move |_| query.with(|q| search(&site.index, &filters::request(q)))
    });
    let universe = search(&site.index, &Request::default()).facets;
    let total = ctx.catalogue().articles().len();
    view! {
        {ctx.key_numbers()}
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
                {move || {
                    let notes: Vec<_> =
                        results.with(|r| r.notes.iter().map(|n| view! { <li>{note(n, lang)}</li> }).collect());
                    (!notes.is_empty()).then(|| view! { <ul class="results__notes">{notes}</ul> })
                }}
                <Cards results=results/>
            </section>
        </div>
    }
}

impl Ctx<'_> {
    /// The corpus in a sentence, each number a link to what it counts.
    fn key_numbers(self) -> AnyView {
        let catalogue = self.catalogue();
        let [articles, campaigns, organisations, figures] = [
            (sentences::articles(catalogue.articles().len(), self.lang), "#ket-qua".to_owned()),
            (sentences::campaigns(catalogue.campaigns().len(), self.lang), self.href(Page::Campaigns)),
            (
                sentences::organisations(catalogue.reporting_organisations().len(), self.lang),
                self.href(Page::Organisations),
            ),
            (sentences::figures(catalogue.figures().count(), self.lang), self.href(Page::Figures)),
        ]
        .map(|(text, href)| view! { <a href=href>{text}</a> });
        let [first, second, third, last] = sentences::KEY_NUMBERS.map(|pair| match self.lang {
            crate::domain::Lang::Vi => pair.0,
            crate::domain::Lang::En => pair.1,
        });
        view! {
            <h1 class="home__lede">
                {articles}{first}{campaigns}{second}{organisations}{third}{figures}{last}
            </h1>
        }
        .into_any()
    }

    fn no_results(self) -> AnyView {
        let w = self.w;
        view! {
            <div class="empty">
                <p class="empty__title">{w.no_results}</p>
                <p>{w.no_results_help}</p>
                <p>
                    <a href=self.href(Page::Campaigns)>{w.nav_campaigns}</a>
                    " · "
                    <a href=self.href(Page::Figures)>{w.nav_figures}</a>
                    " · "
                    <a href=self.href(Page::Home)>{w.clear_all}</a>
                </p>
            </div>
        }
        .into_any()
    }
}

/// The articles found, a screenful at a time.
#[component]
fn Cards(
    /// The results now.
    results: Memo<Results>,
) -> impl IntoView {
    let site: Site = use_site();
    let w = site.ctx().w;
    let shown = RwSignal::new(CARDS);
    let cards = {
        let site = site.clone();
        move || {
            let ctx = site.ctx();
            results.with(|r| {
                if r.hits.is_empty() {
                    return ctx.no_results();
                }
                let cards = r.hits.iter().take(shown.get()).filter_map(|hit| {
                    let article = ctx.catalogue().article(&hit.article)?;
                    Some(ctx.article_card(article, ctx.hit_title(article, hit), ctx.reasons(article, hit)))
                });
                cards.collect_view().into_any()
            })
        }
    };
    let has_more = move || results.with(|r| r.hits.len()) > shown.get();
    view! {
        <div>{cards}</div>
        {move || {
            has_more().then(|| {
                view! {
                    <p class="more">
                        <button class="button" type="button" on:click=move |_| shown.update(|n| *n += CARDS)>
                            {w.show_more}
                        </button>
                    </p>
                }
            })
        }}
    }
}

/// Leads back to the plain home page, while anything is asked for.
#[component]
fn ClearAll() -> impl IntoView {
    let site = use_site();
    let query = Location::current().query();
    move || {
        let ctx = site.ctx();
        let is_plain = query.with(|q| filters::request(q) == Request::default());
        (!is_plain).then(|| view! { <a href=ctx.href(Page::Home)>{ctx.w.clear_all}</a> })
    }
}

/// The order of the results.
#[component]
fn SortBy() -> impl IntoView {
    let w = use_site().ctx().w;
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
