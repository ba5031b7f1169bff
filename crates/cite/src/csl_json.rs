//! CSL-JSON, the data format of the Citation Style Language, schema 1.0.

use serde_json::{Map, Value, json};

use thidua_core::text::fold_space;

use super::cited_work::CitedWork;

/// Lines with the date of access, to be filled.
pub(super) const ACCESS: &str = concat!(
    "\n    \"accessed\": {\n      \"date-parts\": [\n        [\n",
    "          YYYY,\n          M,\n          D\n        ]\n      ]\n    },"
);

/// Appends an item of the JSON array of a file. `access` are the lines with the date of access, or empty; they follow the
/// address.
pub(super) fn push_item(work: &CitedWork<'_>, access: &str, out: &mut String) {
    // Indented as inside the array of the file. No text contains a line break: JSON escapes it.
    for (i, line) in format!("{:#}", json_item(work)).lines().enumerate() {
        out.extend([if i == 0 { "  " } else { "\n  " }, line]);
        // The address is the first key. Another one follows it: every item has an id.
        if i == 1 && line.starts_with("  \"URL\":") {
            out.push_str(access);
        }
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
    if let Some(site) = &work.website {
        add("container-title", fold_space(site).into());
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
    add("title", fold_space(&work.title).into());
    let kind = if work.website.is_some() { "webpage" } else { "article-newspaper" };
    add("type", kind.into());
    Value::Object(item)
}
