//! The first object that the script of the page posts to an engine: where the site is and which data it has.

use js_sys::{JSON, Reflect};
use wasm_bindgen::JsValue;

use thidua_client::ClientSettings;
use thidua_pages::site_model::{Edition, EditionError};

/// Reads `{ start: { base, origin, isAddressed, edition } }`. `None` if `data` is something else.
///
/// # Errors
/// The edition has another form than that of [`Edition`].
pub(super) fn settings_of(data: &JsValue) -> Option<Result<ClientSettings, EditionError>> {
    let start = property(data, "start").filter(JsValue::is_object)?;
    let text = |name: &str| property(&start, name).and_then(|value| value.as_string()).unwrap_or_default();
    let edition = property(&start, "edition").and_then(|edition| JSON::stringify(&edition).ok());
    let edition = edition.and_then(|edition| edition.as_string()).unwrap_or_default();
    Some(Edition::parse(&edition).map(|edition| ClientSettings {
        base: text("base"),
        origin: text("origin"),
        is_addressed: property(&start, "isAddressed").is_some_and(|value| value.is_truthy()),
        edition,
    }))
}

fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(name)).ok()
}
