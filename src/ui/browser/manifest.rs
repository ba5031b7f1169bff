//! The manifest of the site, which the starter script of every page has begun to fetch.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, Window};

use crate::pages::MANIFEST;

/// The global that will have it.
const GLOBAL: &str = "edition";
/// Where it is left for programs that are loaded later.
const ATTRIBUTE: &str = "data-manifest";

/// Waits for the manifest, and leaves it on `root` for programs that come later.
///
/// # Errors
/// In words, naming the file, where it cannot be had.
pub async fn manifest(window: &Window, root: &HtmlElement) -> Result<String, String> {
    let promised = js_sys::Reflect::get(window, &JsValue::from_str(GLOBAL)).unwrap_or_default();
    let came = JsFuture::from(js_sys::Promise::resolve(&promised)).await;
    let text = came.map_err(|reason| format!("{MANIFEST}: {}", in_words(&reason)))?;
    let text = text.as_string().ok_or_else(|| format!("{MANIFEST}: –"))?;
    let _ = root.set_attribute(ATTRIBUTE, &text);
    Ok(text)
}

fn in_words(reason: &JsValue) -> String {
    let error = reason.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    reason.as_string().or(error).unwrap_or_default()
}
