//! Files inside a single-file site, which stand in properties of the scope.

use js_sys::{JSON, Reflect};
use wasm_bindgen::JsValue;

use thidua_client::{LoadFailure, Resource};
use thidua_worker_channel::worker::scope;

/// Property with the corpus.
const CORPUS_PROPERTY: &str = "corpus";
/// Property with all built pages: a JSON object of documents by path.
const PAGES_PROPERTY: &str = "pages";

/// Returns a resource that came with the page. `None` if it must be fetched, as everywhere outside a single-file site.
pub(super) fn embedded(resource: &Resource) -> Option<Result<Vec<u8>, LoadFailure>> {
    match resource {
        Resource::Corpus => text(CORPUS_PROPERTY).map(|corpus| Ok(corpus.into_bytes())),
        Resource::Page(path) => text(PAGES_PROPERTY).map(|pages| page(&pages, path)),
        Resource::Edition | Resource::Chunk(_) => None,
    }
}

fn page(pages: &str, path: &str) -> Result<Vec<u8>, LoadFailure> {
    let pages = JSON::parse(pages).map_err(|_| LoadFailure::Corrupt)?;
    let page = Reflect::get(&pages, &JsValue::from_str(path)).ok().and_then(|page| page.as_string());
    page.map(String::into_bytes).ok_or(LoadFailure::NotFound)
}

fn text(property: &str) -> Option<String> {
    Reflect::get(&scope(), &JsValue::from_str(property)).ok()?.as_string()
}
