//! Footer of every page: rights, licences, data.

use leptos::prelude::*;

use thidua_i18n::{data_page, editor_page, guide};
use thidua_pages::route::Page;

use super::context::{use_lang, use_site, use_words};

/// Copyright of the articles, licence of our part, and links to the data.
#[component]
pub fn Footer() -> impl IntoView {
    let (site, lang, w) = (use_site(), use_lang(), use_words());
    // A single-file site has no other files.
    let files = (!site.base.is_single_file()).then(|| {
        view! {
            <li><a href=site.base.file("corpus.json") download="">{w.download_data}</a></li>
            <li><a href=site.base.file("corpus.schema.json") download="">{w.data_schema}</a></li>
        }
    });
    view! {
        <footer class="foot">
            <p>{w.footer_rights}</p>
            <p>{w.footer_licence}</p>
            <ul class="foot__links">
                <li><a href=site.href(lang, Page::About)>{w.about_method}</a></li>
                <li><a href=site.href(lang, Page::Data)>{data_page::title(lang)}</a></li>
                <li><a href=site.href(lang, Page::Guide)>{guide::title(lang)}</a></li>
                <li><a href=site.href(lang, Page::Editor)>{editor_page::title(lang)}</a></li>
                {files}
                <li><a href="#app">{w.top}</a></li>
            </ul>
        </footer>
    }
}
