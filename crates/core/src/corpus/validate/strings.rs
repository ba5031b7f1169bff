//! Every text of a corpus: none blank, none with characters that hide, reorder or control.
//!
//! The document is walked in its wire form, so that no field can be forgotten. Markup is legal text: it is shown
//! as it stands. Characters that change how other characters read are not: they could show one figure and hold
//! another.

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::Value;

use crate::corpus::problem::Problem;
use crate::domain::Corpus;
use crate::parallel::par_map;
use crate::text::first_hidden;
#[cfg(doc)]
use crate::text::hidden_kind;

pub(super) fn check(corpus: &Corpus, problems: &mut Vec<Problem>) {
    let Corpus { schema, schema_version, title, licence, sources, .. } = corpus;
    let Corpus { organisations, units, campaigns, glossary, redirects, articles, .. } = corpus;
    // Articles are nearly everything: they are written and walked one by one, on every core.
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
    let of_articles = par_map(articles, |place, article| {
        let mut found = Vec::new();
        written(article, &mut format!("articles[{place}]"), &mut found);
        found
    });
    problems.extend(of_articles.into_iter().flatten());
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
