//! Every text of a corpus: none blank, none with characters that hide, reorder or control.
//!
//! The document is walked in its wire form, so that no field can be forgotten. Markup is legal text: it is shown
//! as it stands. Characters that change how other characters read are not: they could show one figure and hold
//! another.

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::Value;

use crate::corpus::on_both_cores;
use crate::corpus::problem::Problem;
use crate::domain::{Article, Corpus};
use crate::text::first_hidden;
#[cfg(doc)]
use crate::text::hidden_kind;

/// `as_written` is an article by its place, as it stands in the document that it was read from, where that is known.
pub(super) fn check<'d>(
    corpus: &Corpus,
    as_written: impl Fn(usize) -> Option<&'d [u8]> + Sync,
    problems: &mut Vec<Problem>,
) {
    let Corpus { schema, schema_version, title, licence, sources, .. } = corpus;
    let Corpus { organisations, units, campaigns, glossary, redirects, articles, .. } = corpus;
    // Articles are nearly everything: one by one, not all at once, and mostly not even in their wire form.
    let rest = Corpus {
        schema: schema.clone(),
        schema_version: *schema_version,
        title: title.clone(),
        licence: licence.clone(),
        sources: sources.clone(),
        organisations: organisations.clone(),
        units: units.clone(),
        campaigns: campaigns.clone(),
        glossary: glossary.clone(),
        redirects: redirects.clone(),
        articles: Vec::new(),
    };
    written(&rest, &mut String::new(), problems);
    let of_articles = |articles: &[Article], first: usize| {
        let (mut found, mut json) = (Vec::new(), Vec::new());
        for (article, i) in articles.iter().zip(first..) {
            let is_fine = as_written(i).map_or_else(
                || {
                    json.clear();
                    serde_json::to_writer(&mut json, article).is_ok() && is_plain(&json)
                },
                is_plain,
            );
            if !is_fine {
                written(article, &mut format!("articles[{i}]"), &mut found);
            }
        }
        found
    };
    for found in on_both_cores(articles, of_articles) {
        problems.extend(found);
    }
}

/// Whether no text in a document can be a problem: most articles are told by one walk over their bytes. Where it says no,
/// there may still be none; then every text is looked at.
fn is_plain(json: &[u8]) -> bool {
    // Some bytes at a time, which the processor looks at together; only where there is a rare one, one by one.
    let behind = |at: usize| json.get(at + 1..).unwrap_or_default();
    let is_rare = |bytes: &[u8], next: &[u8]| {
        bytes.iter().zip(next).fold(false, |found, pair| found | may_be_doubtful(*pair.0, *pair.1))
    };
    let mut chunks = json.chunks(CHUNK).zip((0..).step_by(CHUNK));
    chunks.all(|(bytes, first)| {
        // The last byte of all has none behind it.
        let is_whole = behind(first).len() >= bytes.len();
        let mut places = first..first + bytes.len();
        (is_whole && !is_rare(bytes, behind(first)))
            || !places.any(|at| begins_doubtfully(json.get(at..).unwrap_or_default()))
    })
}

/// So many bytes are looked at together.
const CHUNK: usize = 64;

/// Whether a byte, with the one behind it, may begin what [`begins_doubtfully`] knows.
const fn may_be_doubtful(byte: u8, next: u8) -> bool {
    matches!(byte, b'\\' | 0x7F | 0xC2 | 0xD8 | 0xDB | 0xDC | 0xE0 | 0xE2 | 0xE3 | 0xEF | 0xF0..=0xF4)
        | (byte == 0xCD) & (next == 0x8F)
        | (byte == 0xE1) & matches!(next, 0x85 | 0x9A | 0x9E | 0xA0)
        | (byte == b'"') & matches!(next, b'"' | b' ')
}

/// Whether bytes of a document begin with a character outside ASCII that is white space or that [`hidden_kind`] names, or
/// with one of their neighbours; with an escape, as control characters are written; or with a text that is empty or begins
/// with a space.
fn begins_doubtfully(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [b'\\' | 0x7F | 0xC2 | 0xD8 | 0xDB | 0xDC | 0xE0 | 0xEF | 0xF0..=0xF4, ..]
            | [b'"', b'"' | b' ', ..]
            | [0xCD, 0x8F, ..]
            | [0xE1, 0x85 | 0x9A | 0x9E | 0xA0, ..]
            | [0xE2, 0x80, 0x80..=0x8F | 0xA8..=0xAF, ..]
            | [0xE2, 0x81 | 0xA0, ..]
            | [0xE3, 0x80 | 0x85, ..]
    )
}

fn written(part: &impl Serialize, path: &mut String, problems: &mut Vec<Problem>) {
    match serde_json::to_value(part) {
        Ok(value) => walk(&value, path, problems),
        Err(error) => {
            problems.push(Problem::error(path.as_str(), format!("the corpus cannot be written: {error}")))
        }
    }
}

/// Walks a value. The path is the same again when it is done.
fn walk(value: &Value, path: &mut String, problems: &mut Vec<Problem>) {
    let length = path.len();
    match value {
        Value::String(text) => string(text, path, problems),
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                // Writing to a string cannot fail.
                let _ = write!(path, "[{i}]");
                walk(item, path, problems);
                path.truncate(length);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                path.push_str(if length == 0 { "" } else { "." });
                path.push_str(name);
                string(name, path, problems);
                walk(field, path, problems);
                path.truncate(length);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn string(text: &str, path: &str, problems: &mut Vec<Problem>) {
    if text.trim().is_empty() {
        problems
            .push(Problem::error(path, "the text is empty").hint("fill it in; what is not known is null"));
    }
    if let Some((number, c, kind)) = first_hidden(text) {
        problems.push(
            Problem::error(path, format!("the text holds {}", kind.name()))
                .found(format!("U+{:04X} at character {number}", u32::from(c)))
                .hint("delete it"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::hidden_kind;

    #[test]
    fn what_is_refused_is_never_plain() {
        let is_plain = |text: String| is_plain(&serde_json::to_vec(&[text]).unwrap());
        assert!(is_plain("Phong trào “Lao động giỏi” – 15%".to_owned()));
        assert!(!is_plain(String::new()));
        for c in '\0'..=char::MAX {
            if hidden_kind(c).is_some() {
                assert!(!is_plain(format!("a{c}")), "{c:?}");
            }
            if c.is_whitespace() {
                assert!(!is_plain(c.to_string()), "{c:?}");
            }
        }
    }
}
