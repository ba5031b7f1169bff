//! An Atom feed of the articles, RFC 4287, one in each language.

use maud::{Markup, html};

use super::place::Place;
use super::xml;
use thidua_core::collections::sort_by;
use thidua_core::domain::{Article, Edtf, Lang};
use thidua_i18n::{names, words};
use thidua_pages::html::download_list;
use thidua_pages::route::{Page, Route};

/// How many articles a feed holds, the newest first: readers fetch it again and again.
const ENTRIES: usize = 100;

/// The feed. Its addresses are names that never change, so it needs the site's origin.
pub fn feed(place: Place<'_>, lang: Lang) -> String {
    let mut articles: Vec<(String, &Article)> =
        place.catalogue.articles().iter().map(|article| (updated(article), article)).collect();
    sort_by(&mut articles, |(a, _), (b, _)| b.cmp(a));
    let newest = articles.first().map_or(NEVER, |(updated, _)| updated.as_str());
    let (w, title) = (words(lang), place.catalogue.title().get(lang));
    let home = place.url(&Route { lang, page: Page::Home });
    xml::document(html! {
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang=(lang.tag()) {
            id { (home) }
            title { (title) }
            subtitle { (w.tagline) }
            updated { (newest) }
            author { name { (w.site_name) } }
            rights { (w.footer_rights) }
            link rel="self" type="application/atom+xml" href=(place.file(download_list::feed(lang))) {}
            link rel="alternate" type="text/html" hreflang=(lang.tag()) href=(home) {}
            @for article in articles.iter().take(ENTRIES).map(|(_, article)| *article) { (entry(article, place, lang)) }
        }
    })
}

fn entry(article: &Article, place: Place<'_>, lang: Lang) -> Markup {
    let url = place.url(&Route { lang, page: Page::Article(article.id.clone()) });
    let title = names::headline(article, lang);
    html! {
        entry {
            id { (url) }
            title { (title) }
            updated { (updated(article)) }
            @if let Some(published) = article.published.and_then(first_instant) {
                published { (published) }
            }
            @for name in &article.byline { author { name { (name) } } }
            link rel="alternate" type="text/html" hreflang=(lang.tag()) href=(url) {}
            @if let Some(original) = &article.url { link rel="via" type="text/html" href=(original) {} }
            @if let Some(paragraph) = article.digest.first() { summary { (paragraph.get(lang)) } }
            @if let Some(organisation) = place.catalogue.organisation(&article.organisation) {
                category term=(organisation.id) label=(organisation.name) {}
            }
        }
    }
}

/// Where nothing says when: the beginning of computers' time, which nobody takes for a date of publication.
const NEVER: &str = "1970-01-01T00:00:00Z";

/// Atom must have an instant by which to sort. It is the printed date of publication; where none is printed, the last
/// day of the period that the article reports on. Nothing is claimed by it: `published` stands only where printed.
fn updated(article: &Article) -> String {
    let reported = || {
        let (year, month, day) = article.covers?.latest()?;
        Some(format!("{year:04}-{month:02}-{day:02}T00:00:00+07:00"))
    };
    article.published.and_then(first_instant).or_else(reported).unwrap_or_else(|| NEVER.to_owned())
}

/// The first instant of a date, in the time of Vietnam.
fn first_instant(date: Edtf) -> Option<String> {
    let Edtf::Date(date) = date else { return None };
    let (year, month, day) = date.earliest();
    let (hour, minute) = date.time().unwrap_or_default();
    Some(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:00+07:00"))
}
