//! JSON Schema of the corpus format, generated from the types in [`crate::domain`] and published with the data.

use serde_json::{Value, json};

use crate::domain::{Corpus, SCHEMA_VERSION};

/// Returns the schema, pretty-printed, with a line end.
pub fn json_schema() -> String {
    let mut schema = schemars::schema_for!(Corpus);
    schema.insert("title".to_owned(), json!("Thi đua corpus"));
    if let Some(version) = schema.get_mut("properties").and_then(|p| p.get_mut("schema_version")) {
        *version = json!({
            "description": "The version of this format.",
            "const": SCHEMA_VERSION,
        });
    }
    format!("{:#}\n", Value::from(schema))
}
