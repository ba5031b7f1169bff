//! Atom feeds (RFC 4287) in each language: of all articles, and of those of a campaign or an organisation.

use maud::{Markup, html};

use thidua_core::collections::sort_by;
use thidua_core::domain::{Article, Edtf, Lang};
use thidua_i18n::{names, words};
use thidua_pages::html::download_list::{self, PAGE_FEED};
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{Page, Route};

use super::xml;
use crate::output::OutputFile;
use crate::urls::SiteUrls;

/// Number of articles in a feed, the newest first. Feed readers fetch the file again and again, so it stays small.
const ENTRIES: usize = 100;

/// Returns the feed of all articles. Its addresses are permanent ids of entries, so the origin of the site must be known.
pub fn feed(urls: SiteUrls<'_>, lang: Lang) -> String {
    let home = Route { lang, page: Page::Home };
    let title = urls.catalogue.title().get(lang);
    document(urls, &home, title, download_list::feed(lang), urls.catalogue.articles().iter())
}

/// Returns the feed of the page of a campaign or an organisation. `None` for other pages, without an article, and without the
/// origin of the site.
pub fn page_feed(route: &Route, urls: SiteUrls<'_>) -> Option<OutputFile> {
    let articles = match &route.page {
        _ if !urls.is_absolute() => return None,
        Page::Campaign(id) => urls.catalogue.articles_of_campaign(id),
        Page::Organisation(id) => urls.catalogue.articles_of_organisation(id),
        _ => return None,
    };
    if articles.is_empty() {
        return None;
    }
    let title = PageMeta::of(route, urls.catalogue).title;
    let path = format!("{}{PAGE_FEED}", route.path());
    let text = document(urls, route, &title, &path, articles.into_iter());
    Some(OutputFile::new(path, text))
}

/// Returns a feed that belongs to the page of `route`. `path` is its own path on the site.
fn document<'a>(
    urls: SiteUrls<'_>,
    route: &Route,
    title: &str,
    path: &str,
    articles: impl Iterator<Item = &'a Article>,
) -> String {
    let lang = route.lang;
    let mut articles: Vec<(String, &Article)> = articles.map(|article| (updated(article), article)).collect();
    sort_by(&mut articles, |(a, _), (b, _)| b.cmp(a));
    let newest = articles.first().map_or(NEVER, |(updated, _)| updated.as_str());
    let w = words(lang);
    let home = urls.url(route);
    xml::document(html! {
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang=(lang.tag()) {
            id { (home) }
            title { (title) }
            subtitle { (w.tagline) }
            updated { (newest) }
            author { name { (w.site_name) } }
            rights { (w.footer_rights) }
            link rel="self" type="application/atom+xml" href=(urls.file(path)) {}
            link rel="alternate" type="text/html" hreflang=(lang.tag()) href=(home) {}
            @for article in articles.iter().take(ENTRIES).map(|(_, article)| *article) { (entry(article, urls, lang)) }
        }
    })
}

fn entry(article: &Article, urls: SiteUrls<'_>, lang: Lang) -> Markup {
    let url = urls.url(&Route { lang, page: Page::Article(article.id.clone()) });
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
            @if let Some(organisation) = urls.catalogue.organisation(&article.organisation) {
                category term=(organisation.id) label=(organisation.name) {}
            }
        }
    }
}

/// Instant of an article without any date: the Unix epoch, which nobody mistakes for a date of publication.
const NEVER: &str = "1970-01-01T00:00:00Z";

/// Returns the instant that Atom requires for sorting: the printed date of publication, else the last day of the period that
/// the article reports on, else [`NEVER`]. It claims nothing: the feed states `published` only if a date is printed.
fn updated(article: &Article) -> String {
    let reported = || {
        let (year, month, day) = article.covers?.latest()?;
        Some(format!("{year:04}-{month:02}-{day:02}T00:00:00+07:00"))
    };
    article.published.and_then(first_instant).or_else(reported).unwrap_or_else(|| NEVER.to_owned())
}

/// Returns the first instant of a date, in Vietnamese time. `None` for an interval.
fn first_instant(date: Edtf) -> Option<String> {
    let Edtf::Date(date) = date else { return None };
    let (year, month, day) = date.earliest();
    let (hour, minute) = date.time().unwrap_or_default();
    Some(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:00+07:00"))
}
