//! CSL-JSON, the data format of the Citation Style Language, schema 1.0.

use serde_json::{Map, Value, json};

use thidua_core::text::fold_space;

use super::cited_work::CitedWork;

/// Appends an item of the JSON array of a file.
pub(super) fn push_item(work: &CitedWork<'_>, out: &mut String) {
    // Indented as inside the array of the file. No text contains a line break: JSON escapes it.
    for (i, line) in format!("{:#}", json_item(work)).lines().enumerate() {
        out.extend([if i == 0 { "  " } else { "\n  " }, line]);
    }
}

fn json_item(work: &CitedWork<'_>) -> Value {
    let mut item = Map::new();
    let mut add = |name: &str, value: Value| item.insert(name.to_owned(), value);
    if let Some(url) = work.url {
        add("URL", url.into());
    }
    if !work.authors.is_empty() {
        // Names are not split into given and family names.
        add("author", work.authors.iter().map(|name| json!({ "literal": fold_space(name) })).collect());
    }
    if let Some(newspaper) = work.newspaper {
        add("container-title", fold_space(newspaper).into());
    }
    add("id", work.id.into());
    let parts = work.date_parts();
    if !parts.is_empty() {
        let mut issued = json!({ "date-parts": [parts] });
        if let (true, Some(fields)) =
            (work.published.is_some_and(|date| date.is_qualified()), issued.as_object_mut())
        {
            fields.insert("circa".to_owned(), true.into());
        }
        add("issued", issued);
    }
    add("language", "vi".into());
    if let Some(note) = &work.note {
        add("note", fold_space(note).into());
    }
    add("title", fold_space(work.title).into());
    add("type", "article-newspaper".into());
    Value::Object(item)
}
