//! Preview of the future site: any static page, rendered by the code of the site.

use maud::{Markup, PreEscaped, html};

use thidua_core::domain::Lang;
use thidua_i18n::editor as words;
use thidua_pages::html;
use thidua_pages::route::{Page, Route};

use super::super::{EditError, Preview};

/// Returns the path of the page to show; by default that of the new article.
pub fn preview_path(shown: &Preview, path: &str, lang: Lang) -> Result<String, EditError> {
    let route = match path {
        "" => Route { lang, page: Page::Article(shown.article.clone()) },
        path => Route::parse(path).resolve(&shown.site.catalogue),
    };
    let is_undrawn = matches!(route.page, Page::Home | Page::Figures | Page::Embed | Page::NotFound(_));
    (!is_undrawn && !route.page.is_built())
        .then(|| route.path())
        .ok_or_else(|| EditError::NotFound(path.to_owned()))
}

/// Renders the page of a path.
pub fn preview(shown: &Preview, lang: Lang) -> Markup {
    let Preview { site, path, additions, contradictions, .. } = shown;
    let route = Route::parse(path);
    let page = html::page(&site.page_context(route.lang), &route.page).map(Markup::into_string);
    html! {
        section.preview #soan-xem tabindex="-1" aria-labelledby="soan-xem-ten" {
            h2 #soan-xem-ten { (words::preview_title(lang)) }
            p.note { (words::preview_note(lang)) }
            p.desk__buttons {
                button.button type="button" data-act="close-preview" { (words::close_preview(lang)) }
            }
            @if !contradictions.is_empty() {
                p.desk__warn { (words::contradicts(lang)) ":" }
                ul.own__wrong {
                    @for one in contradictions {
                        li lang="vi" { "“" (one.here) "” ≠ “" (one.there) "” (" (one.article) ")" }
                    }
                }
            }
            details.doubts {
                summary { (words::corpus_additions(additions.new.len(), additions.changed.len(), lang)) }
                ul { @for one in additions.new.iter().chain(&additions.changed) { li { (words::corpus_addition(one, lang)) } } }
            }
            // The page is our own markup with every text of the drafts escaped.
            @match page {
                Some(page) => div.preview__page data-preview="" { (PreEscaped(page)) },
                None => p.desk__warn { (words::no_preview(lang)) },
            }
        }
    }
}
