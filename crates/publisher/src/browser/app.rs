//! The app of which the page is made: from the host, by the list that the site publishes, or from the document itself.

use std::collections::BTreeMap;

use gloo_net::http::Request;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, RequestCache};

use thidua_publish::PublishFailure;
use thidua_site::{AppBundle, BundleManifest, DataFile, SiteError};

/// Global of the worker with the path of the manifest.
const MANIFEST: &str = "bundleManifest";

/// Loads every file of the app.
///
/// # Errors
/// [`PublishFailure::FileMissing`] or [`PublishFailure::FileDamaged`] with the name of the file.
pub async fn load() -> Result<AppBundle, PublishFailure> {
    let files = match web_sys::window() {
        Some(_) => of_document()?,
        None => fetch_all().await?,
    };
    AppBundle::from_files(files).map_err(|error| PublishFailure::FileDamaged(error.to_string()))
}

async fn fetch_all() -> Result<BTreeMap<String, Vec<u8>>, PublishFailure> {
    let path = Reflect::get(&js_sys::global(), &JsValue::from_str(MANIFEST)).ok();
    let path = path.and_then(|path| path.as_string()).unwrap_or_default();
    let text = fetch(&path).await?;
    let manifest = BundleManifest::parse(&text).ok_or(PublishFailure::FileDamaged(path))?;
    let mut files = BTreeMap::new();
    for (name, entry) in manifest.files {
        let bytes = fetch(&entry.path).await?;
        if !entry.fits(&bytes) {
            return Err(PublishFailure::FileDamaged(entry.path));
        }
        files.insert(name, bytes);
    }
    Ok(files)
}

/// Fetches a file beside the script of the worker, past caches that do not ask the host.
async fn fetch(path: &str) -> Result<Vec<u8>, PublishFailure> {
    let missing = || PublishFailure::FileMissing(path.to_owned());
    let answer = Request::get(path).cache(RequestCache::NoCache).send().await.map_err(|_| missing())?;
    match answer.ok() {
        true => answer.binary().await.map_err(|_| missing()),
        false => Err(missing()),
    }
}

fn of_document() -> Result<BTreeMap<String, Vec<u8>>, PublishFailure> {
    let missing = || PublishFailure::FileMissing("index.html".to_owned());
    let document = web_sys::window().and_then(|window| window.document()).ok_or_else(missing)?;
    let elements = document.query_selector_all("script[data-file]").map_err(|_| missing())?;
    let mut files = BTreeMap::new();
    for element in (0..elements.length()).filter_map(|at| elements.get(at)) {
        let Ok(element) = element.dyn_into::<Element>() else { continue };
        let file = DataFile {
            path: element.get_attribute("data-file").unwrap_or_default(),
            is_packed: element.has_attribute("data-packed"),
            text: element.text_content().unwrap_or_default(),
        };
        let bytes =
            file.bytes().map_err(|error: SiteError| PublishFailure::FileDamaged(error.to_string()))?;
        files.insert(file.path, bytes);
    }
    Ok(files)
}
