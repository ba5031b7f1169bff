//! The manifest of the site, which the starter script of every page has begun to fetch.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, Window};

use thidua_client::LoadFailure;

/// The global that will have it.
const GLOBAL: &str = "edition";
/// Where it is left for programs that are loaded later.
const ATTRIBUTE: &str = "data-manifest";

/// Waits for the manifest, and leaves it on `root` for programs that come later. The script that fetches it tries again and
/// tells the reader itself: while it has none, this waits.
///
/// # Errors
/// Where the page has no such script.
pub async fn manifest(window: &Window, root: &HtmlElement) -> Result<String, LoadFailure> {
    let promised = js_sys::Reflect::get(window, &JsValue::from_str(GLOBAL))
        .map_err(|_| LoadFailure::ProgramUnavailable)?;
    let came = JsFuture::from(js_sys::Promise::resolve(&promised)).await;
    let text = came.ok().and_then(|text| text.as_string()).ok_or(LoadFailure::ProgramUnavailable)?;
    let _ = root.set_attribute(ATTRIBUTE, &text);
    Ok(text)
}
