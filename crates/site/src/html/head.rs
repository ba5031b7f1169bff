//! Head of a page: title, description, URLs, link previews, JSON-LD. Everything is escaped here.

use crate::page_meta::page_meta;
use thidua_core::corpus::Catalogue;
use thidua_core::domain::Lang;
use thidua_pages::html::download_list;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{BasePath, Page, Route};

use super::json_ld::json_ld;
use crate::social_cards;
use crate::urls::SiteUrls;

/// Escapes a text for element content and for attributes in double quotes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Returns the head of `route`. `origin` is that of the site (`https://example.org`) or empty; elements that need absolute
/// URLs are then left out.
pub fn head(route: &Route, catalogue: &Catalogue, base: &BasePath, origin: &str) -> String {
    let meta = page_meta(route, catalogue);
    let mut lines = vec![
        format!("<title>{}</title>", escape(&meta.title)),
        format!("<meta name=\"description\" content=\"{}\">", escape(&meta.description)),
    ];
    if let Page::NotFound(_) | Page::Embed = route.page {
        lines.push("<meta name=\"robots\" content=\"noindex\">".to_owned());
        if route.page == Page::Embed {
            // Links in a frame open a new tab, so that the page around it stays.
            lines.push("<base target=\"_blank\">".to_owned());
        }
        return lines.join("\n    ");
    }
    let urls = SiteUrls { catalogue, base, origin };
    lines.extend(addresses(route, urls));
    lines.extend(preview(route, &meta, urls));
    lines.push(format!("<script type=\"application/ld+json\">{}</script>", json_ld(route, urls)));
    lines.join("\n    ")
}

/// Returns the links to the page itself, its translations and the feeds.
fn addresses(route: &Route, urls: SiteUrls<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    if urls.is_absolute() {
        lines.push(format!("<link rel=\"canonical\" href=\"{}\">", escape(&urls.url(route))));
        let feed = escape(&urls.file(download_list::feed(route.lang)));
        lines.push(format!("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{feed}\">"));
        let has_feed = match &route.page {
            Page::Campaign(id) => !urls.catalogue.articles_of_campaign(id).is_empty(),
            Page::Organisation(id) => !urls.catalogue.articles_of_organisation(id).is_empty(),
            _ => false,
        };
        if has_feed {
            let title = escape(&PageMeta::of(route, urls.catalogue).heading);
            let href = escape(&urls.file(&format!("{}{}", route.path(), download_list::PAGE_FEED)));
            let kind = "application/atom+xml";
            lines.push(format!("<link rel=\"alternate\" type=\"{kind}\" title=\"{title}\" href=\"{href}\">"));
        }
    }
    // Vietnamese is the default for readers of other languages.
    let [_, _, ..] = urls.catalogue.languages() else { return lines };
    let languages = urls.catalogue.languages().iter().map(|lang| (lang.tag(), *lang));
    for (tag, lang) in languages.chain([("x-default", Lang::Vi)]) {
        let translation = Route { lang, page: route.page.clone() };
        let href = escape(&urls.url(&translation));
        lines.push(format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\">"));
    }
    lines
}

/// Returns the Open Graph and Twitter properties for previews of links.
fn preview(route: &Route, meta: &PageMeta, urls: SiteUrls<'_>) -> Vec<String> {
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
    ];
    if urls.catalogue.languages().contains(&route.lang.other()) {
        lines.push(property("og:locale:alternate", other_locale));
    }
    if !urls.is_absolute() {
        lines.push("<meta name=\"twitter:card\" content=\"summary\">".to_owned());
        return lines;
    }
    lines.extend([
        property("og:url", &urls.url(route)),
        property("og:image", &urls.file(&social_cards::path(route, urls.catalogue))),
        property("og:image:type", "image/png"),
        property("og:image:width", &social_cards::WIDTH.to_string()),
        property("og:image:height", &social_cards::HEIGHT.to_string()),
        property("og:image:alt", &meta.heading),
        "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
    ]);
    lines
}
