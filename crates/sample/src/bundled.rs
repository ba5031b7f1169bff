//! The corpus of this repository, unchanged or with hostile text in every text field.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests alone use it, and a corpus that cannot be made fails them"
)]

use serde_json::Value;

/// The corpus document of this repository.
pub fn bundled() -> Vec<u8> {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/corpus.json")).unwrap()
}

/// Text that is interpreted as markup wherever escaping is missing.
const HOSTILE: &str =
    "<script>alert(1)</script><img src=x onerror=alert(1)>\"' onclick='x' &amp; ]]> }{ \\ -->";

/// Replaces every text that is shown to readers by hostile text; ids, dates and numbers are kept.
fn poison(value: &mut Value, key: &str) {
    const KEPT: [&str; 34] = [
        "id",
        "file_stem",
        "word",
        "value",
        "value_to",
        "unit",
        "comparator",
        "role_id",
        "confirmed",
        "levels",
        "campaign",
        "campaigns_also",
        "organisation",
        "when",
        "part_of",
        "measure",
        "kind",
        "dimension",
        "parent",
        "valid",
        "sector",
        "launched_by",
        "see_also",
        "source",
        "url",
        "published",
        "covers",
        "rights",
        "sha256",
        "relation",
        "theme",
        "$schema",
        "printed",
        "site",
    ];
    match value {
        Value::String(text) if !KEPT.contains(&key) => {
            text.push_str(HOSTILE);
            if text.len() % 2 == 0 {
                text.insert_str(0, "=HYPERLINK(\"x\") ");
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| poison(item, key)),
        Value::Object(fields) => fields.iter_mut().for_each(|(key, value)| poison(value, key)),
        _ => {}
    }
}

/// The corpus document of this repository with hostile text in every text field. Every second text starts like a
/// spreadsheet formula.
pub fn poisoned() -> Vec<u8> {
    let mut json: Value = serde_json::from_slice(&bundled()).unwrap();
    let roles: Vec<Vec<Value>> = json["articles"].as_array().unwrap().iter().map(figure_roles).collect();
    poison(&mut json, "");
    for (article, roles) in json["articles"].as_array_mut().unwrap().iter_mut().zip(roles) {
        for (figure, role) in article["figures"].as_array_mut().unwrap().iter_mut().zip(roles) {
            figure["role"] = role;
        }
    }
    // The rules about names still hold.
    for unit in json["units"].as_array_mut().unwrap() {
        let name = thidua_core::text::lowercase(unit["vi"].as_str().unwrap());
        unit["printed"].as_array_mut().unwrap().push(name.into());
    }
    for source in json["sources"].as_array_mut().unwrap() {
        let name = source["name"].as_str().unwrap().to_owned();
        let attribution = source["attribution"]["vi"].as_str().unwrap();
        source["attribution"]["vi"] = format!("{attribution} {name}").into();
    }
    serde_json::to_vec(&json).unwrap()
}

fn figure_roles(article: &Value) -> Vec<Value> {
    article["figures"].as_array().unwrap().iter().map(|f| f["role"].clone()).collect()
}
