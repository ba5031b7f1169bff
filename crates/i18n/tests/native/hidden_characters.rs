//! No text field of a corpus accepts an invisible character, whichever field and whichever character.

use serde_json::Value;

use thidua_core::corpus::{FactPath, Problem, ProblemCode, ProblemValue, load, validate};
use thidua_core::domain::Lang;
use thidua_core::text::{HiddenKind, hidden_kind};
use thidua_sample::fixture;

/// JSON pointers of all strings of a document.
fn text_fields(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(path.to_owned()),
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                text_fields(item, &format!("{path}/{i}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                text_fields(field, &format!("{path}/{name}"), found);
            }
        }
        _ => {}
    }
}

/// The fixture with every optional text filled in.
fn document() -> Value {
    let mut document = fixture::document();
    document["licence"] = serde_json::json!({"name": "CC BY 4.0", "url": "https://example.org/l"});
    document["sources"][0]["site"] = "bao-may.example".into();
    document["glossary"][0]["en"] = "union".into();
    document["organisations"][0]["name_en"] = "Cloud village".into();
    document["organisations"][0]["locality"] = "Làng Mây".into();
    document["organisations"][0]["aliases"] = serde_json::json!(["Mây"]);
    document["campaigns"][0]["name_en"] = "Golden hands".into();
    document["campaigns"][0]["aliases"] = serde_json::json!(["Thợ vàng"]);
    let article = &mut document["articles"][0];
    article["kicker"] = "Tin".into();
    article["headline_en"] = "News".into();
    article["people"][0]["role_en"] = "Head".into();
    article["rights"] = "full_text".into();
    article["body"] = serde_json::json!(["Toàn văn"]);
    document
}

/// Problems of a document with `c` in the text at a pointer; an error if it cannot be loaded at all.
fn problems_with(document: &Value, pointer: &str, c: char) -> Result<Vec<Problem>, String> {
    let mut changed = document.clone();
    if let Some(Value::String(text)) = changed.pointer_mut(pointer) {
        text.insert(text.chars().next().map_or(0, char::len_utf8), c);
    }
    let corpus = load(changed.to_string().as_bytes()).map_err(|error| error.to_string())?;
    Ok(validate(&corpus))
}

/// One or two characters of every range of the table, and of the end of every plane.
fn hidden_samples() -> Vec<char> {
    let all: Vec<char> = ('\0'..=char::MAX).filter(|c| hidden_kind(*c).is_some()).collect();
    let mut samples: Vec<char> = all
        .iter()
        .zip(std::iter::once(&'\0').chain(&all))
        .filter(|(c, before)| {
            u32::from(**c) > u32::from(**before) + 1 || hidden_kind(**c) != hidden_kind(**before)
        })
        .flat_map(|(c, before)| [*c, *before])
        .collect();
    samples.push('\u{10FFFF}');
    samples
}

#[test]
fn validation_rejects_hidden_characters_in_every_text_field() {
    let document = document();
    assert_eq!(validate(&load(document.to_string().as_bytes()).unwrap()), []);
    let mut fields = Vec::new();
    text_fields(&document, "", &mut fields);
    assert!(fields.len() > 150, "{}", fields.len());
    // All fields with some characters, some fields with all: the rule is the same for all of them.
    let samples = hidden_samples();
    assert!(samples.len() > 60, "{}", samples.len());
    let everywhere = [
        '\u{FFFE}',
        '\u{34F}',
        '\u{3164}',
        '\u{E0100}',
        '\u{FE0F}',
        '\u{202E}',
        '\u{1}',
        '\u{FDD0}',
        '\u{2028}',
    ];
    let checks = fields.iter().flat_map(|field| everywhere.map(|c| (field.as_str(), c)));
    let some_fields = ["/title/vi", "/articles/0/headline", "/articles/0/digest/0/en"];
    let checks =
        checks.chain(some_fields.into_iter().flat_map(|field| samples.iter().map(move |c| (field, *c))));
    for (field, c) in checks {
        // Dates, numbers and fixed words reject it when they are parsed.
        let Ok(found) = problems_with(&document, field, c) else { continue };
        let path = found.iter().find(|p| matches!(p.code, ProblemCode::HiddenCharacter(_)));
        let said = path.unwrap_or_else(|| panic!("U+{:04X} passes in {field}: {found:?}", u32::from(c)));
        assert_eq!(said.found, Some(ProblemValue::Character(c, 2)));
    }
}

#[test]
fn validation_rejects_hidden_characters_with_and_without_json_escapes() {
    for c in hidden_samples() {
        let mut document = document();
        document["articles"][0]["headline"] = format!("Thi đua {c} sôi nổi").into();
        let raw = serde_json::to_string(&document).unwrap();
        let mut units = [0; 2];
        let escaped: String =
            c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect();
        for text in [raw.clone(), raw.replace(c, &escaped)] {
            let found = validate(&load(text.as_bytes()).unwrap());
            assert!(
                found.iter().any(|p| p.path == FactPath::article(0).field("headline")),
                "U+{:04X}",
                u32::from(c)
            );
        }
    }
}

#[test]
fn validation_accepts_spaces_marks_and_letters_of_other_scripts() {
    for text in [
        "a\u{A0}b",
        "1\u{202F}000",
        "a\u{2009}b",
        "a\u{3000}b",
        "Vie\u{302}\u{323}t",
        "日本",
        "😀",
        "Łódź",
        "m²",
    ] {
        let mut document = document();
        document["title"]["vi"] = text.into();
        assert_eq!(validate(&load(document.to_string().as_bytes()).unwrap()), [], "{text:?}");
    }
}

#[test]
fn every_kind_of_hidden_character_has_a_vietnamese_name() {
    for kind in HiddenKind::ALL {
        let vi = thidua_i18n::problems::message(&ProblemCode::HiddenCharacter(kind), Lang::Vi);
        assert!(vi.starts_with("chữ chứa ") && !vi.contains(kind.name()), "{vi}");
    }
}
