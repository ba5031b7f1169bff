//! Edition file of the site, which the bootstrap script of every page fetches.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, Window};

use thidua_client::LoadFailure;

/// Global with the promise of the file.
const GLOBAL: &str = "edition";
/// Attribute that passes the file on to programs loaded later.
const ATTRIBUTE: &str = "data-manifest";

/// Waits for the edition file and stores it on `root` for programs loaded later. The script that fetches it also
/// retries and informs the reader; until it succeeds, this waits.
///
/// # Errors
/// The page has no such script.
pub async fn edition_file(window: &Window, root: &HtmlElement) -> Result<String, LoadFailure> {
    let promised = js_sys::Reflect::get(window, &JsValue::from_str(GLOBAL))
        .map_err(|_| LoadFailure::ProgramUnavailable)?;
    let came = JsFuture::from(js_sys::Promise::resolve(&promised)).await;
    let text = came.ok().and_then(|text| text.as_string()).ok_or(LoadFailure::ProgramUnavailable)?;
    let _ = root.set_attribute(ATTRIBUTE, &text);
    Ok(text)
}
