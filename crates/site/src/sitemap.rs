//! The sitemap, which lists every page with its translation, and robots.txt, which says where it is.

use maud::html;

use super::place::Place;
use super::xml;
use thidua_core::domain::Lang;
use thidua_pages::route::Route;

/// The most addresses in one file: half of what the protocol allows, so that its limit of 50 MiB holds too.
const MOST: usize = 25_000;

/// The files of the sitemap by their paths: one, or an index and its parts.
pub fn sitemap(routes: &[Route], place: Place<'_>) -> Vec<(String, String)> {
    if routes.len() <= MOST {
        return vec![("sitemap.xml".to_owned(), part(routes, place))];
    }
    let mut files: Vec<(String, String)> = routes
        .chunks(MOST)
        .zip(1..)
        .map(|(some, n)| (format!("sitemap-{n}.xml"), part(some, place)))
        .collect();
    let index = xml::document(html! {
        sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            @for (path, _) in &files { sitemap { loc { (place.file(path)) } } }
        }
    });
    files.push(("sitemap.xml".to_owned(), index));
    files
}

fn part(routes: &[Route], place: Place<'_>) -> String {
    xml::document(html! {
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" {
            @for route in routes {
                url {
                    loc { (place.url(route)) }
                    @for lang in Lang::ALL {
                        @let translation = Route { lang, page: route.page.clone() };
                        xhtml:link rel="alternate" hreflang=(lang.tag()) href=(place.url(&translation)) {}
                    }
                }
            }
        }
    })
}

/// Everything may be read by every program. Robots look for it at the root of a host alone; below a base path it is
/// there for the owner to copy.
pub fn robots(place: Place<'_>) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", place.file("sitemap.xml"))
}
