//! Every text of a corpus: none blank, none with characters that hide, reorder or control.
//!
//! The document is walked in its wire form, so that no field can be forgotten. Markup is legal text: it is shown
//! as it stands. Characters that change how other characters read are not: they could show one figure and hold
//! another.

use serde_json::Value;

use crate::corpus::problem::Problem;
use crate::domain::Corpus;

pub(super) fn check(corpus: &Corpus, problems: &mut Vec<Problem>) {
    match serde_json::to_value(corpus) {
        Ok(value) => walk(&value, "", problems),
        Err(error) => problems.push(Problem::error("", format!("the corpus cannot be written: {error}"))),
    }
}

fn walk(value: &Value, path: &str, problems: &mut Vec<Problem>) {
    match value {
        Value::String(text) => string(text, path, problems),
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                walk(item, &format!("{path}[{i}]"), problems);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                string(name, &path, problems);
                walk(field, &path, problems);
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
    if let Some((i, c)) = text.chars().enumerate().find(|(_, c)| is_refused(*c)) {
        problems.push(
            Problem::error(path, "the text holds a control or invisible character")
                .found(format!("U+{:04X} as character {}", u32::from(c), i + 1))
                .hint("delete it"),
        );
    }
}

/// Control characters, line separators, marks that reorder text, and characters without width.
pub(crate) fn is_refused(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}
