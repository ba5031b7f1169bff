//! CSL-JSON, the data format of the Citation Style Language, schema 1.0.

use serde_json::{Map, Value, json};

use super::work::{Work, one_line};

/// An item of the list that a file is.
pub(super) fn item(work: &Work<'_>) -> String {
    let text = serde_json::to_string_pretty(&value(work)).unwrap_or_default();
    format!("  {}", text.replace('\n', "\n  "))
}

fn value(work: &Work<'_>) -> Value {
    let mut item = Map::new();
    let mut put = |name: &str, value: Value| item.insert(name.to_owned(), value);
    put("id", json!(work.id));
    put("type", json!("article-newspaper"));
    put("title", json!(one_line(work.title)));
    put("language", json!("vi"));
    put("URL", json!(work.url));
    put("note", json!(one_line(&work.note)));
    if !work.authors.is_empty() {
        // A literal name is not taken apart into given and family names.
        let authors: Vec<Value> =
            work.authors.iter().map(|name| json!({ "literal": one_line(name) })).collect();
        put("author", json!(authors));
    }
    if let Some(newspaper) = work.newspaper {
        put("container-title", json!(one_line(newspaper)));
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
