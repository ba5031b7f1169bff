//! The head of a page: title, description, addresses, link previews, what search engines are told. Everything is
//! escaped here.

use super::json_ld::json_ld;
use super::place::Place;
use super::previews;
use thidua_core::corpus::Catalogue;
use thidua_core::domain::Lang;
use thidua_pages::html::download_list;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{BasePath, Page, Route};

/// Text fit for element content and attributes in double quotes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The head of `route`. `origin` is the site's (`https://example.org`), or empty: addresses that must be absolute
/// are then left out.
pub fn head(route: &Route, catalogue: &Catalogue, base: &BasePath, origin: &str) -> String {
    let meta = PageMeta::of(route, catalogue);
    let mut lines = vec![
        format!("<title>{}</title>", escape(&meta.title)),
        format!("<meta name=\"description\" content=\"{}\">", escape(&meta.description)),
    ];
    if let Page::NotFound(_) | Page::Embed = route.page {
        lines.push("<meta name=\"robots\" content=\"noindex\">".to_owned());
        if route.page == Page::Embed {
            // In a frame every link opens beside the page that holds it.
            lines.push("<base target=\"_blank\">".to_owned());
        }
        return lines.join("\n    ");
    }
    let place = Place { catalogue, base, origin };
    lines.extend(addresses(route, place));
    lines.extend(preview(route, &meta, place));
    lines.push(format!("<script type=\"application/ld+json\">{}</script>", json_ld(route, place)));
    lines.join("\n    ")
}

/// The address of the page, of its translation, and of the feed.
fn addresses(route: &Route, place: Place<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    if place.is_absolute() {
        lines.push(format!("<link rel=\"canonical\" href=\"{}\">", escape(&place.url(route))));
        let feed = escape(&place.file(download_list::feed(route.lang)));
        lines.push(format!("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{feed}\">"));
    }
    // Readers of other languages are sent to the Vietnamese page, which is the site's own.
    let languages = Lang::ALL.map(|lang| (lang.tag(), lang));
    for (tag, lang) in languages.into_iter().chain([("x-default", Lang::Vi)]) {
        let translation = Route { lang, page: route.page.clone() };
        let href = escape(&place.url(&translation));
        lines.push(format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\">"));
    }
    lines
}

/// What chat programs and networks show of a link.
fn preview(route: &Route, meta: &PageMeta, place: Place<'_>) -> Vec<String> {
    let (locale, other_locale) = match route.lang {
        Lang::Vi => ("vi_VN", "en_GB"),
        Lang::En => ("en_GB", "vi_VN"),
    };
    let property =
        |name: &str, content: &str| format!("<meta property=\"{name}\" content=\"{}\">", escape(content));
    let mut lines = vec![
        property("og:site_name", "Thi đua"),
        property("og:type", if meta.is_article { "article" } else { "website" }),
        property("og:title", &meta.heading),
        property("og:description", &meta.description),
        property("og:locale", locale),
        property("og:locale:alternate", other_locale),
    ];
    if !place.is_absolute() {
        lines.push("<meta name=\"twitter:card\" content=\"summary\">".to_owned());
        return lines;
    }
    lines.extend([
        property("og:url", &place.url(route)),
        property("og:image", &place.file(&previews::path(route, place.catalogue))),
        property("og:image:type", "image/png"),
        property("og:image:width", &previews::WIDTH.to_string()),
        property("og:image:height", &previews::HEIGHT.to_string()),
        property("og:image:alt", &meta.heading),
        "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
    ]);
    lines
}
