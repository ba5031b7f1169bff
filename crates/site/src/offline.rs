//! What lets the site be installed and read without a network: a service worker and a manifest.

use serde_json::json;

use super::Companion;
use super::place::Place;
use super::programs::hash;
use thidua_core::domain::Lang;
use thidua_i18n::{failures, words};
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::EDITION_FILE;

/// The path of the service worker.
pub const WORKER: &str = "sw.js";
/// The path of the manifest.
pub const MANIFEST: &str = "manifest.webmanifest";

const SCRIPT: &str = include_str!("sw.js");

/// The service worker and the manifest. `kept` are the files that are put away, with what is in them, so that another
/// build has another name; with them any page can be drawn. `late` are put away when they are first asked for.
pub fn offline(place: Place<'_>, kept: &[(&str, &[u8])], late: &[(&str, &[u8])]) -> [Companion; 2] {
    let mut fingerprint = Vec::new();
    for (path, bytes) in kept.iter().chain(late) {
        fingerprint.extend(format!("{path} {}\n", hash(bytes)).into_bytes());
    }
    let address = |path: &str| place.base.file(path.strip_suffix("index.html").unwrap_or(path));
    let site = json!({
        // Sites of one host must not clear away each other's files.
        "name": format!("thi-dua {}", place.base.as_str()),
        "build": hash(&fingerprint),
        "files": kept.iter().map(|(path, _)| address(path)).collect::<Vec<_>>(),
        "fresh": address(EDITION_FILE),
        "late": late.iter().map(|(path, _)| address(path)).collect::<Vec<_>>(),
        "shell": address(SHELL),
        "offline": absent_file(place),
    });
    let script = SCRIPT.replacen("SITE;", &format!("{site};"), 1);
    let home = place.base.href(&Route { lang: Lang::Vi, page: Page::Home });
    let manifest = json!({
        "name": place.catalogue.title().vi,
        "short_name": words(Lang::Vi).site_name,
        "lang": Lang::Vi.tag(),
        "id": home,
        "start_url": home,
        "scope": home,
        "display": "minimal-ui",
        "background_color": "#fbfaf7",
        "theme_color": "#fbfaf7",
        "icons": [
            { "src": place.base.file("icons/icon.svg"), "type": "image/svg+xml", "sizes": "any" },
            { "src": place.base.file("icons/icon-180.png"), "type": "image/png", "sizes": "180x180" },
        ],
    });
    [Companion::new(WORKER, script), Companion::new(MANIFEST, format!("{manifest:#}\n"))]
}

/// What stands in place of a file that only the host has, without a network.
fn absent_file(place: Place<'_>) -> String {
    let home = place.base.href(&Route { lang: Lang::Vi, page: Page::Home });
    let [vi, en] = [Lang::Vi, Lang::En].map(failures::no_file_offline);
    format!(
        "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{name}</title><p>{vi}</p><p lang=\"en\">{en}</p><p><a href=\"{home}\">{name}</a></p></html>",
        name = words(Lang::Vi).site_name
    )
}

/// The page in which the app draws any other: it was built for no address.
pub const SHELL: &str = "404.html";
