//! Masthead: name, purpose, search, pages, language, theme.

use leptos::prelude::*;

use thidua_pages::route::Page;
use thidua_pages::url_state;

use super::context::{PageState, use_lang, use_site, use_words};
use super::location::{Address, Location};
use super::search_box::SearchBox;

/// The masthead, on every page. On a phone it is one line: name, search and the button of a menu with the rest. The menu follows
/// the empty `<details>` whose state shows it there, so that wide screens, which always show it, need no second copy.
#[component]
pub fn Masthead() -> impl IntoView {
    let (site, lang, w) = (use_site(), use_lang(), use_words());
    let route = PageState::current().route();
    let home = site.href(lang, Page::Home);
    let query = Location::current().query();
    let translation = site.languages.contains(&lang.other()).then(|| {
        let site = site.clone();
        let href = move || {
            let path = route.with(|r| r.translated().path());
            Address { path, query: query.with(|q| url_state::site_parameters(q)) }.href(&site.base)
        };
        view! {
            <a class="tool" href=href lang=lang.other().tag() hreflang=lang.other().tag()>
                {w.other_language}
            </a>
        }
    });
    let pages = [
        (w.nav_home, Page::Home),
        (w.nav_campaigns, Page::Campaigns),
        (w.nav_organisations, Page::Organisations),
        (w.nav_years, Page::Years),
        (w.nav_comparison, Page::Comparison),
        (w.nav_figures, Page::Figures),
        (w.nav_timeline, Page::Timeline),
        (w.nav_about, Page::About),
    ];
    let items = pages.map(|(name, page)| {
        let href = site.href(lang, page.clone());
        // Also in the footer, for a row that is too short.
        let class = (page == Page::Timeline).then_some("masthead__minor");
        let current = move || route.with(|r| section(&r.page) == Some(page.clone())).then_some("page");
        view! { <li class=class><a href=href aria-current=current>{name}</a>" "</li> }
    });
    let is_home = move || route.with(|r| r.page == Page::Home);
    let menu = NodeRef::<leptos::html::Details>::new();
    // A link of the menu was followed.
    Effect::new(move |is_drawn: Option<()>| {
        route.track();
        if let Some(menu) = menu.get_untracked().filter(|_| is_drawn.is_some()) {
            let _ = menu.remove_attribute("open");
        }
    });
    view! {
        <header class="masthead">
            <a class="skip" href="#main">{w.skip_to_content}</a>
            " "
            <a class="skip" href="#ket-qua" hidden=move || !is_home()>{w.skip_to_results}</a>
            " "
            <a class="masthead__name" href=home>{w.site_name}</a>
            <p class="masthead__line">{w.tagline}</p>
            <SearchBox/>
            <details class="masthead__menu" node_ref=menu><summary>{w.menu}</summary></details>
            <div class="masthead__panel">
                <nav class="masthead__nav" aria-label=w.main_menu>
                    <ul>{items.into_iter().collect_view()}</ul>
                </nav>
                <div class="masthead__tools">
                    {translation}
                    " "
                    <button class="tool tool--theme" type="button" data-do="theme">{w.theme}</button>
                </div>
            </div>
        </header>
    }
}

/// Menu entry that a page belongs to.
fn section(page: &Page) -> Option<Page> {
    match page {
        Page::Home | Page::Article(_) => Some(Page::Home),
        Page::Campaigns | Page::Campaign(_) => Some(Page::Campaigns),
        Page::Organisations | Page::Organisation(_) => Some(Page::Organisations),
        Page::Figures | Page::Figure(_) | Page::Embed | Page::Differences => Some(Page::Figures),
        Page::Years | Page::Year(_) => Some(Page::Years),
        Page::Comparison => Some(Page::Comparison),
        Page::Timeline => Some(Page::Timeline),
        Page::About | Page::Editor | Page::Data | Page::Guide | Page::GuideChapter(_) => Some(Page::About),
        Page::NotFound(_) => None,
    }
}
