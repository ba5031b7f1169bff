//! The head of a page: title, description, addresses, link previews. Everything is escaped here.

use crate::corpus::Catalogue;
use crate::domain::Lang;
use crate::page_meta::PageMeta;
use crate::route::{Base, Page, Route};

/// Text fit for element content and attributes in double quotes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The head of `route`. `origin` is the site's (`https://example.org`), or empty: addresses that must be absolute
/// are then left out.
pub fn head(route: &Route, catalogue: &Catalogue, base: &Base, origin: &str) -> String {
    let meta = PageMeta::of(route, catalogue);
    let is_real = !matches!(route.page, Page::NotFound(_));
    let mut lines = vec![
        format!("<title>{}</title>", escape(&meta.title)),
        format!("<meta name=\"description\" content=\"{}\">", escape(&meta.description)),
    ];
    if !is_real {
        lines.push("<meta name=\"robots\" content=\"noindex\">".to_owned());
        return lines.join("\n    ");
    }
    let (locale, other_locale) = match route.lang {
        Lang::Vi => ("vi_VN", "en_GB"),
        Lang::En => ("en_GB", "vi_VN"),
    };
    let kind = if meta.is_article { "article" } else { "website" };
    for (property, content) in [
        ("og:site_name", "Thi đua"),
        ("og:type", kind),
        ("og:title", meta.heading.as_str()),
        ("og:description", meta.description.as_str()),
        ("og:locale", locale),
        ("og:locale:alternate", other_locale),
    ] {
        lines.push(format!("<meta property=\"{property}\" content=\"{}\">", escape(content)));
    }
    if !origin.is_empty() {
        let here = escape(&format!("{origin}{}", base.href(route)));
        lines.push(format!("<link rel=\"canonical\" href=\"{here}\">"));
        lines.push(format!("<meta property=\"og:url\" content=\"{here}\">"));
    }
    for lang in Lang::ALL {
        let translation = Route { lang, page: route.page.clone() };
        let href = escape(&format!("{origin}{}", base.href(&translation)));
        lines.push(format!("<link rel=\"alternate\" hreflang=\"{}\" href=\"{href}\">", lang.tag()));
    }
    lines.join("\n    ")
}
