//! Footer of every page: rights, licence, and the pages that the masthead does not name.

use leptos::prelude::*;

use thidua_i18n::{citations, data_page, editor_page, guide};
use thidua_pages::route::Page;

use super::context::{use_lang, use_site, use_words};

/// Copyright of the articles, licence of our part, further pages.
#[component]
pub fn Footer() -> impl IntoView {
    let (site, lang, w) = (use_site(), use_lang(), use_words());
    view! {
        <footer class="foot" data-accessed-word=citations::accessed(lang)>
            <p>{w.footer_rights}</p>
            <p class="foot__licence">{w.footer_licence}</p>
            <ul class="foot__links">
                <li><a href=site.href(lang, Page::Timeline)>{w.nav_timeline}</a></li>
                <li><a href=site.href(lang, Page::Differences)>{w.nav_differences}</a></li>
                <li><a href=site.href(lang, Page::Data)>{data_page::title(lang)}</a></li>
                <li><a href=site.href(lang, Page::Guide)>{guide::title(lang)}</a></li>
                <li><a href=site.href(lang, Page::Editor)>{editor_page::title(lang)}</a></li>
            </ul>
        </footer>
    }
}
