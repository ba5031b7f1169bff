//! Pages: type, breadcrumb, cited articles, and main entity.

use serde_json::{Value, json};

use crate::page_meta::page_meta;
use thidua_core::collections::collect_set;
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Article, Lang};
use thidua_i18n::{evidence, names, words};
use thidua_pages::html::{MAX_LISTED_ARTICLES, download_list, newest_articles};
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{Page, Route};

use super::event::campaign;
use super::observation::observation;
use super::things::{ends, news_article, organisation};
use super::{Node, reference};
use crate::urls::SiteUrls;

/// Returns all objects of a page; the page itself comes first.
pub fn graph(route: &Route, urls: SiteUrls<'_>) -> Vec<Value> {
    let (catalogue, lang) = (urls.catalogue, route.lang);
    let mut cited: Vec<&Article> = Vec::new();
    let mut main = None;
    let kind = match &route.page {
        Page::Article(id) => {
            cited.extend(catalogue.article(id));
            "WebPage"
        }
        Page::Campaign(id) => {
            main = catalogue.campaign(id).map(|found| campaign(found, urls, lang));
            cited = newest_articles(&catalogue.articles_of_campaign(id), MAX_LISTED_ARTICLES);
            "WebPage"
        }
        Page::Organisation(id) => {
            main = catalogue.organisation(id).map(|found| organisation(found, urls, true));
            cited = newest_articles(&catalogue.articles_of_organisation(id), MAX_LISTED_ARTICLES);
            "WebPage"
        }
        Page::Figure(id) => {
            let found = catalogue.figure(id);
            main = found.map(|found| observation(found, urls, lang));
            cited.extend(found.map(|found| found.article));
            "WebPage"
        }
        Page::Home => {
            main = Some(dataset(urls, lang));
            "CollectionPage"
        }
        Page::Campaigns
        | Page::Organisations
        | Page::Figures
        | Page::Timeline
        | Page::Years
        | Page::Year(_)
        | Page::Comparison
        | Page::Differences
        | Page::Data
        | Page::Guide => "CollectionPage",
        Page::About => "AboutPage",
        Page::Embed | Page::Editor | Page::GuideChapter(_) | Page::NotFound(_) => "WebPage",
    };
    let meta = page_meta(route, catalogue);
    let url = urls.url(route);
    let id_of = |value: &Value| value.get("@id").and_then(Value::as_str).map(|id| reference(id.to_owned()));
    let articles = cited.into_iter().map(|article| news_article(article, urls)).collect::<Vec<_>>();
    let page = Node::named(kind, url.clone())
        .with("url", url)
        .with("name", meta.heading)
        .with("description", meta.description)
        .with("inLanguage", lang.tag())
        .with("isPartOf", reference(site_id(urls)))
        .maybe("mainEntity", main.as_ref().and_then(id_of))
        .list("citation", articles.iter().filter_map(id_of))
        .maybe("breadcrumb", breadcrumb(route, urls));
    let mut graph = vec![Value::from(page), web_site(urls, lang)];
    graph.extend(main);
    graph.extend(articles);
    graph
}

fn site_id(urls: SiteUrls<'_>) -> String {
    format!("{}#trang-web", urls.canonical(Page::Home))
}

fn web_site(urls: SiteUrls<'_>, lang: Lang) -> Value {
    let home = urls.url(&Route { lang, page: Page::Home });
    Node::named("WebSite", site_id(urls))
        .with("name", words(lang).site_name)
        .with("alternateName", urls.catalogue.title().get(lang))
        .with("url", home)
        .with("inLanguage", json!(["vi", "en"]))
        .into()
}

/// Returns the whole collection as a dataset, for search engines of data.
fn dataset(urls: SiteUrls<'_>, lang: Lang) -> Value {
    let home = Route { lang: Lang::Vi, page: Page::Home };
    let corpus = urls.catalogue.corpus();
    let download = |path: &str, kind: &str, name: &str| json!({ "@type": "DataDownload", "contentUrl": urls.file(path), "encodingFormat": kind, "name": name });
    let files = [
        download(download_list::ARCHIVE, "application/zip", "Data Package (CSV, JSON)"),
        download("corpus.json", "application/json", "JSON"),
        download(download_list::FIGURES_TABLE, "text/csv", "CSV"),
    ];
    let newspapers = corpus.sources.iter().map(|s| json!({ "@type": "Periodical", "name": s.name }));
    let creator = json!({ "@type": "Organization", "name": words(lang).site_name, "url": urls.url(&home) });
    Node::named("Dataset", format!("{}#du-lieu", urls.url(&home)))
        .with("name", corpus.title.get(lang))
        .with("description", PageMeta::of(&Route { lang, page: Page::Home }, urls.catalogue).description)
        .with("url", urls.url(&Route { lang, page: Page::Home }))
        .with("inLanguage", json!(["vi", "en"]))
        .with("isAccessibleForFree", true)
        .maybe("license", corpus.licence.as_ref().map(|licence| licence.url.as_str()))
        .with("creator", creator)
        .list("distribution", files)
        .with("measurementTechnique", evidence::method(lang))
        .list("isBasedOn", newspapers)
        .list("variableMeasured", corpus.units.iter().map(|unit| json!(names::unit_name(unit, lang))))
        .list("spatialCoverage", localities(urls.catalogue))
        .maybe("temporalCoverage", period(urls.catalogue))
        .into()
}

/// Returns the localities of the organisations that articles report on.
fn localities(catalogue: &Catalogue) -> Vec<Value> {
    let names =
        collect_set(catalogue.reporting_organisations().into_iter().filter_map(|o| o.locality.as_deref()));
    names.into_iter().map(|name| json!({ "@type": "Place", "name": name })).collect()
}

/// Returns the first and the last year that articles cover. `None` without dates.
fn period(catalogue: &Catalogue) -> Option<String> {
    let covered = catalogue.articles().iter().filter_map(|article| article.covers);
    let years =
        collect_set(covered.filter(|period| ends(*period).0.is_some()).flat_map(|period| period.years()));
    match (years.first(), years.last()) {
        (Some(first), Some(last)) => Some(format!("{first:04}/{last:04}")),
        _ => None,
    }
}

/// Returns the breadcrumb: home, the list that the page belongs to, the page. `None` for home, frames and 404.
fn breadcrumb(route: &Route, urls: SiteUrls<'_>) -> Option<Value> {
    let list = match route.page {
        Page::Campaign(_) => Some(Page::Campaigns),
        Page::Organisation(_) => Some(Page::Organisations),
        Page::Figure(_) | Page::Differences => Some(Page::Figures),
        Page::Year(_) => Some(Page::Years),
        Page::Home | Page::Embed | Page::NotFound(_) => return None,
        _ => None,
    };
    let pages = std::iter::once(Page::Home).chain(list).chain(std::iter::once(route.page.clone()));
    let items = pages.enumerate().map(|(i, page)| {
        let route = Route { lang: route.lang, page };
        let name = PageMeta::of(&route, urls.catalogue).heading;
        json!({ "@type": "ListItem", "position": i + 1, "name": name, "item": urls.url(&route) })
    });
    Some(Node::new("BreadcrumbList").list("itemListElement", items).into())
}
