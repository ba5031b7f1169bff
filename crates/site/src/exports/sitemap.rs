//! Sitemap, which lists every page with its translation, and robots.txt, which names the sitemap.

use maud::html;

use thidua_pages::route::Route;

use super::xml;
use crate::urls::SiteUrls;

/// Maximum number of addresses in one file: half of what the protocol allows, so that its limit of 50 MiB holds too.
const MAX_ADDRESSES: usize = 25_000;

/// Returns path and content of the files of a sitemap: one file, or an index and its parts.
pub fn sitemap(routes: &[Route], urls: SiteUrls<'_>) -> Vec<(String, String)> {
    if routes.len() <= MAX_ADDRESSES {
        return vec![("sitemap.xml".to_owned(), part(routes, urls))];
    }
    let mut files: Vec<(String, String)> = routes
        .chunks(MAX_ADDRESSES)
        .zip(1..)
        .map(|(some, n)| (format!("sitemap-{n}.xml"), part(some, urls)))
        .collect();
    let index = xml::document(html! {
        sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            @for (path, _) in &files { sitemap { loc { (urls.file(path)) } } }
        }
    });
    files.push(("sitemap.xml".to_owned(), index));
    files
}

fn part(routes: &[Route], urls: SiteUrls<'_>) -> String {
    xml::document(html! {
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" {
            @for route in routes {
                url {
                    loc { (urls.url(route)) }
                    @for lang in urls.catalogue.languages() {
                        @let translation = Route { lang: *lang, page: route.page.clone() };
                        xhtml:link rel="alternate" hreflang=(lang.tag()) href=(urls.url(&translation)) {}
                    }
                }
            }
        }
    })
}

/// Returns robots.txt, which allows everything. Robots look for it at the root of a host only; below a base path it is there
/// for the owner to copy.
pub fn robots(urls: SiteUrls<'_>) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", urls.file("sitemap.xml"))
}
