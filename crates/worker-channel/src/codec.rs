//! Encodings of messages.

use borsh::{BorshDeserialize, BorshSerialize};
use js_sys::Uint8Array;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

/// Encoding of messages of type `T`.
pub trait Codec<T> {
    /// Encodes a message. `None` if it has no encoding.
    fn encode(message: &T) -> Option<JsValue>;

    /// Decodes a message. `None` if `value` is nothing that [`Codec::encode`] makes; an error is the reason why it cannot be
    /// read.
    fn decode(value: &JsValue) -> Option<Result<T, String>>;
}

/// JSON in a string. Editor and publisher use it, whose programs read JSON anyway.
#[derive(Debug, Clone, Copy)]
pub struct Json;

impl<T: Serialize + DeserializeOwned> Codec<T> for Json {
    fn encode(message: &T) -> Option<JsValue> {
        serde_json::to_string(message).ok().map(|text| JsValue::from_str(&text))
    }

    fn decode(value: &JsValue) -> Option<Result<T, String>> {
        let text = value.as_string()?;
        Some(serde_json::from_str(&text).map_err(|error| error.to_string()))
    }
}

/// The encoding of `borsh` in a `Uint8Array`. The engine uses it: its reader is small.
#[derive(Debug, Clone, Copy)]
pub struct Borsh;

impl<T: BorshSerialize + BorshDeserialize> Codec<T> for Borsh {
    fn encode(message: &T) -> Option<JsValue> {
        borsh::to_vec(message).ok().map(|bytes| Uint8Array::from(bytes.as_slice()).into())
    }

    fn decode(value: &JsValue) -> Option<Result<T, String>> {
        let bytes = value.dyn_ref::<Uint8Array>()?.to_vec();
        Some(borsh::from_slice(&bytes).map_err(|_| "not a message of this program".to_owned()))
    }
}
