//! Messages between the script of the page and the engine worker: plain objects, which need no program to be read.
//!
//! The script posts `{ start: { base, origin, isAddressed, edition }, index }` to every worker, before anything else.
//! `index` is optional: the bytes of the metadata file as the host sent them, which the script has requested at once.
//!
//! Until the app is there, the script posts `{ early: { number, path, query, cards } }`. Answers are `{ number, view }` with the
//! parts of a home page, at first perhaps without passages, `{ number, failed }` with the code of a failure, and
//! `{ number, view: null }` if the page is none that this program can show.

use js_sys::{Array, ArrayBuffer, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use thidua_client::{ClientSettings, FromEngine, HomeView, LoadFailure, PageRequest, View};
use thidua_pages::site_model::Edition;
use thidua_worker_channel::worker::scope;

/// First message of the script.
pub(super) struct Start {
    /// Site and edition.
    pub settings: ClientSettings,
    /// Metadata of the index as the host sent it, compressed. `None` if it is still to be fetched.
    pub index: Option<ArrayBuffer>,
}

impl Start {
    /// Parses a message. `None` if it is another one.
    pub(super) fn parse(data: &JsValue) -> Option<Result<Start, &'static str>> {
        let start = property(data, "start")?;
        let edition = property(&start, "edition").and_then(|edition| edition_of(&edition));
        Some(match (edition, text(&start, "base")) {
            (Some(edition), Some(base)) => Ok(Start {
                settings: ClientSettings {
                    base,
                    origin: text(&start, "origin").unwrap_or_default(),
                    is_addressed: property(&start, "isAddressed").is_some_and(|value| value.is_truthy()),
                    edition,
                },
                index: property(data, "index").and_then(|index| index.dyn_into().ok()),
            }),
            _ => Err("start: no base or no edition"),
        })
    }
}

/// Request for a search by the script, before the app is there.
pub(super) struct EarlyRequest {
    /// Number that its answers bear.
    pub number: u32,
    /// Request for the page.
    pub page: PageRequest,
}

impl EarlyRequest {
    /// Parses a message. `None` if it is another one.
    pub(super) fn parse(data: &JsValue) -> Option<EarlyRequest> {
        let early = property(data, "early")?;
        #[allow(clippy::cast_possible_truncation, reason = "the script counts in small whole numbers")]
        let count = |name| Some(property(&early, name)?.as_f64()? as u32);
        let page = PageRequest {
            query: text(&early, "query")?,
            max_cards: count("cards").map_or(PageRequest::CARDS, |cards| cards as usize),
            ..PageRequest::page(&text(&early, "path")?)
        };
        Some(EarlyRequest { number: count("number")?, page })
    }
}

/// Parses the text of the edition file with the browser's own reader. `None` if it is not one.
pub(super) fn parse_edition(text: &str) -> Option<Edition> {
    edition_of(&JSON::parse(text).ok()?)
}

fn edition_of(value: &JsValue) -> Option<Edition> {
    Edition::from_fields(|name| text(value, name))
}

/// Posts the answer to an early request as far as `message` is one.
pub(super) fn post_early(number: u32, message: &FromEngine) {
    let answer = match message {
        FromEngine::Page(_, response, _) => match &response.view {
            View::Home(view) => ("view", home_view(view)),
            _ => ("view", JsValue::NULL),
        },
        FromEngine::Failed(failure) => ("failed", JsValue::from_str(&failure.code())),
        FromEngine::NeedsFullEngine => ("view", JsValue::NULL),
        _ => return,
    };
    post(&[("number", JsValue::from(number)), answer]);
}

/// Posts that the engine cannot start. The app understands this, too.
pub(super) fn post_failed(failure: LoadFailure) {
    post(&[("failed", JsValue::from_str(&failure.code()))]);
}

/// Parts of a home page that a search changes. A facet row is `[parameter, value, count, selected]`.
fn home_view(view: &HomeView) -> JsValue {
    let facets = Array::new();
    for facet in &view.facets {
        for row in &facet.rows {
            let [parameter, value] = [&facet.parameter, &row.value].map(|text| JsValue::from_str(text));
            facets.push(&Array::of4(
                &parameter,
                &value,
                &number(row.count),
                &JsValue::from_bool(row.selected),
            ));
        }
    }
    object(&[
        ("count", JsValue::from_str(&view.count)),
        ("see", JsValue::from_str(&view.see)),
        ("notes", JsValue::from_str(&view.notes)),
        ("cards", JsValue::from_str(&view.cards)),
        ("facets", facets.into()),
        ("isRanked", JsValue::from_bool(view.is_ranked)),
        ("isPlain", JsValue::from_bool(view.is_plain)),
        ("hasMore", JsValue::from_bool(view.has_more)),
        ("chosen", number(view.chosen)),
    ])
}

/// A count as a number of JavaScript.
fn number(count: usize) -> JsValue {
    JsValue::from_f64(count as f64)
}

fn post(fields: &[(&str, JsValue)]) {
    let posted = scope().post_message(&object(fields));
    debug_assert!(posted.is_ok(), "plain values can be posted");
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let set = Reflect::set(&object, &JsValue::from_str(name), value);
        debug_assert!(set.is_ok(), "a new object takes every property");
    }
    object.into()
}

/// A property of an object. `None` if it is absent, or the value is no object.
fn property(value: &JsValue, name: &str) -> Option<JsValue> {
    let found = Reflect::get(value, &JsValue::from_str(name)).ok()?;
    (!found.is_undefined()).then_some(found)
}

fn text(value: &JsValue, name: &str) -> Option<String> {
    property(value, name)?.as_string()
}
