//! Messages for documents that cannot be loaded: a position, plain words in both languages, no names of types of the program.

use serde_json::{Value, json};

use thidua_core::corpus::{LoadError, load};
use thidua_core::domain::Lang;
use thidua_i18n::load_errors::load_error;
use thidua_sample::fixture;

/// Documents like the fixture with one value replaced by a value of another type, a field removed, or an unknown field added.
fn broken_shapes() -> Vec<String> {
    let document = fixture::document();
    let mut pointers = Vec::new();
    pointers_of(&document, "", &mut pointers);
    let mut broken = Vec::new();
    for pointer in pointers {
        for value in
            [json!({}), json!([]), json!("x"), json!(-1), json!(1.5), json!(true), json!(null), json!([[1]])]
        {
            let mut changed = document.clone();
            *changed.pointer_mut(&pointer).unwrap() = value;
            broken.push(changed.to_string());
        }
        let mut changed = document.clone();
        if let Some(Value::Object(fields)) = changed.pointer_mut(&pointer) {
            fields.insert("lạ".to_owned(), json!(1));
            broken.push(changed.to_string());
        }
    }
    broken
}

fn pointers_of(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            // The first item stands for the others.
            for (i, item) in items.iter().enumerate().take(1) {
                found.push(format!("{path}/{i}"));
                pointers_of(item, &format!("{path}/{i}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                found.push(format!("{path}/{name}"));
                pointers_of(field, &format!("{path}/{name}"), found);
            }
        }
        _ => {}
    }
}

/// Documents that are no JSON, each in another way.
fn broken_syntax() -> Vec<String> {
    let text = fixture::json_text();
    let changed = |from: &str, to: &str| text.replacen(from, to, 1);
    vec![
        String::new(),
        "nope".to_owned(),
        "<html>".to_owned(),
        "[1]".to_owned(),
        "\"x\"".to_owned(),
        "null".to_owned(),
        "{}".to_owned(),
        "{\"schema_version\": 2}".to_owned(),
        "{\"schema_version\": 1e400}".to_owned(),
        "{\"schema_version\": 01}".to_owned(),
        "{\"schema_version\": +1}".to_owned(),
        text.chars().take(500).collect(),
        format!("{text}{text}"),
        format!("// c\n{text}"),
        text.replace('"', "'"),
        changed(",\n", ",,\n"),
        changed("\": ", "\" "),
        changed("]", ",]"),
        changed("Làng", "\\q"),
        changed("Làng", "\\ud800"),
        changed("Làng", "\t"),
        changed("\"title\": ", "\"title\": {\"vi\": \"a\", \"en\": \"b\"}, \"title\": "),
        format!("{{\"schema_version\": 1, \"x\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000)),
        "[".repeat(100_000),
        "{\"a\":".repeat(100_000),
    ]
}

/// Words that must not occur: names of types of the program and of its JSON parser.
const FOREIGN_WORDS: [&str; 22] = [
    "struct",
    "enum",
    "sequence",
    " map",
    "u32",
    "usize",
    "f64",
    "variant",
    "newtype",
    "tuple",
    "Head",
    "Bilingual",
    "Option",
    "ident",
    "recursion",
    "serde",
    "EOF",
    "trailing characters",
    "expected value",
    "unit value",
    "at line",
    "key must be",
];

#[track_caller]
fn is_plain(error: &LoadError, of: &str) {
    let of: String = of.chars().take(200).collect();
    let (en, vi) = (load_error(error, Lang::En), load_error(error, Lang::Vi));
    for word in FOREIGN_WORDS {
        assert!(!en.contains(word) && !vi.contains(word), "{word}: {en} | {vi} | {of}");
    }
    let english = [" is ", " the ", "expected", "missing", "unknown", "not JSON", "column"];
    assert!(!english.iter().any(|word| vi.contains(word)), "{vi} | {of}");
}

#[test]
fn load_messages_name_no_types_of_the_program() {
    let mut refused = 0;
    for text in broken_shapes().iter().chain(&broken_syntax()) {
        if let Err(error) = load(text.as_bytes()) {
            is_plain(&error, text);
            refused += 1;
        }
    }
    assert!(refused > 300, "{refused}");
}

#[test]
fn load_message_counts_columns_in_characters() {
    let text = "{\n  \"schema_version\": 1,\n  \"title\": {\"vi\": \"Đống Đa\", \"en\": 5}";
    let place = load(text.as_bytes()).unwrap_err().position.unwrap();
    let line = text.lines().nth(2).unwrap();
    let column = line.chars().take_while(|c| *c != '5').count() + 1;
    // The parser has read the value when it sees its type.
    assert_eq!((place.line, place.column), (3, column + 1));
    let bytes = ["{\"đđđ\": \"".as_bytes(), b"\xff\"}"].concat();
    let place = load(&bytes).unwrap_err().position.unwrap();
    assert_eq!((place.line, place.column), (1, 10));
}

#[test]
fn load_message_names_utf16() {
    for mark in [&b"\xff\xfe{\0"[..], b"\xfe\xff\0{"] {
        assert!(load(mark).unwrap_err().to_string().contains("UTF-16"));
    }
}

#[test]
fn load_message_tells_a_list_from_an_object() {
    for (pointer, list) in [
        ("/title", json!(["Làng Mây", "Cloud village"])),
        ("/articles/0/figures/0/label", json!(["a", "b"])),
        ("/glossary/0", json!(["HT", "Hội thợ", null])),
        ("/articles/0/text", json!(["lang-may", fixture::sha256(fixture::TEXT.as_bytes()), [1, 8], [3]])),
    ] {
        let mut document = fixture::document();
        *document.pointer_mut(pointer).unwrap() = list;
        let error = load(document.to_string().as_bytes()).expect_err(pointer);
        assert!(error.to_string().contains("an object {…} is expected here, a list […] is found"), "{error}");
    }
}
