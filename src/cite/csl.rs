//! CSL-JSON, the data format of the Citation Style Language, schema 1.0.

use serde_json::{Map, Value, json};

use super::work::Work;
use crate::text::fold_space;

/// An item of the list that a file is.
pub(super) fn item(work: &Work<'_>) -> String {
    // In a list of its own it stands as far to the right as in that of the file.
    let list = serde_json::to_string_pretty(&[value(work)]).unwrap_or_default();
    list.strip_prefix("[\n").and_then(|list| list.strip_suffix("\n]")).unwrap_or_default().to_owned()
}

fn value(work: &Work<'_>) -> Value {
    let mut item = Map::new();
    let mut put = |name: &str, value: Value| item.insert(name.to_owned(), value);
    put("id", json!(work.id));
    put("type", json!("article-newspaper"));
    put("title", json!(fold_space(work.title)));
    put("language", json!("vi"));
    put("URL", json!(work.url));
    put("note", json!(fold_space(&work.note)));
    if !work.authors.is_empty() {
        // A literal name is not taken apart into given and family names.
        let authors: Vec<Value> =
            work.authors.iter().map(|name| json!({ "literal": fold_space(name) })).collect();
        put("author", json!(authors));
    }
    if let Some(newspaper) = work.newspaper {
        put("container-title", json!(fold_space(newspaper)));
    }
    let parts = work.date_parts();
    if !parts.is_empty() {
        let mut issued = Map::from_iter([("date-parts".to_owned(), json!([parts]))]);
        if work.published.is_some_and(|date| date.is_qualified()) {
            issued.insert("circa".to_owned(), json!(true));
        }
        put("issued", Value::Object(issued));
    }
    Value::Object(item)
}
