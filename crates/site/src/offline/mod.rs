//! Offline use and caching: service worker, web app manifest, edition file, and cache headers.

mod edition;
mod headers;

pub use edition::{edition_of, to_json};
pub use headers::headers;

use serde_json::json;

use thidua_core::domain::Lang;
use thidua_i18n::{failures, words};
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::EDITION_FILE;

use crate::output::OutputFile;
use crate::scripts::wasm_bundles::hash;
use crate::urls::SiteUrls;

/// Path of the service worker.
pub const SERVICE_WORKER: &str = "sw.js";
/// Path of the web app manifest.
pub const WEB_MANIFEST: &str = "manifest.webmanifest";

const SCRIPT: &str = include_str!("service_worker.js");

/// Returns the service worker and the web app manifest. The worker caches the files `cached` when it is installed; they are
/// enough to draw any page. It caches the files `cached_on_use` when they are first requested. The build id is a hash of
/// all their contents.
pub fn offline_files(
    urls: SiteUrls<'_>,
    cached: &[(&str, &[u8])],
    cached_on_use: &[(&str, &[u8])],
) -> [OutputFile; 2] {
    let mut fingerprint = Vec::new();
    for (path, bytes) in cached.iter().chain(cached_on_use) {
        fingerprint.extend(format!("{path} {}\n", hash(bytes)).into_bytes());
    }
    let address = |path: &str| urls.base.file(path.strip_suffix("index.html").unwrap_or(path));
    let site = json!({
        // The prefix of cache names: sites on one host must not delete the caches of each other.
        "name": format!("thi-dua {}", urls.base.as_str()),
        "build": hash(&fingerprint),
        "files": cached.iter().map(|(path, _)| address(path)).collect::<Vec<_>>(),
        "fresh": address(EDITION_FILE),
        "late": cached_on_use.iter().map(|(path, _)| address(path)).collect::<Vec<_>>(),
        "shell": address(FALLBACK_PAGE),
        "offline": absent_file(urls),
    });
    let script = SCRIPT.replacen("SITE;", &format!("{site};"), 1);
    let home = urls.base.href(&Route { lang: Lang::Vi, page: Page::Home });
    let manifest = json!({
        "name": urls.catalogue.title().vi,
        "short_name": words(Lang::Vi).site_name,
        "lang": Lang::Vi.tag(),
        "id": home,
        "start_url": home,
        "scope": home,
        "display": "minimal-ui",
        "background_color": "#fbfaf7",
        "theme_color": "#fbfaf7",
        "icons": [
            { "src": urls.base.file("icons/icon.svg"), "type": "image/svg+xml", "sizes": "any" },
            { "src": urls.base.file("icons/icon-180.png"), "type": "image/png", "sizes": "180x180" },
        ],
    });
    [OutputFile::new(SERVICE_WORKER, script), OutputFile::new(WEB_MANIFEST, format!("{manifest:#}\n"))]
}

/// Returns the page that the service worker shows offline for a file that it has not cached.
fn absent_file(urls: SiteUrls<'_>) -> String {
    let home = urls.base.href(&Route { lang: Lang::Vi, page: Page::Home });
    let [vi, en] = [Lang::Vi, Lang::En].map(failures::no_file_offline);
    format!(
        "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{name}</title><p>{vi}</p><p lang=\"en\">{en}</p><p><a href=\"{home}\">{name}</a></p></html>",
        name = words(Lang::Vi).site_name
    )
}

/// Path of the page in which the app can draw any other. It is also the page for unknown addresses.
pub const FALLBACK_PAGE: &str = "404.html";
