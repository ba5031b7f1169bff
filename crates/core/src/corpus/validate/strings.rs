//! Rules about every string of a corpus: none is blank, none holds characters that hide, reorder or control text.
//!
//! The document is checked in its JSON form, so that no field can be forgotten. Markup is allowed: it is shown as text.
//! Characters that change how other characters look are not: the page could show another figure than the document holds.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value;

use crate::corpus::fact_path::FactPath;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, ProblemValue};
use crate::domain::Corpus;
use crate::parallel::par_map;
use crate::text::first_hidden;
#[cfg(doc)]
use crate::text::hidden_kind;

pub(super) fn check(corpus: &Corpus, problems: &mut Vec<Problem>) {
    let Corpus { schema, schema_version, title, licence, languages, sources, .. } = corpus;
    let Corpus { organisations, units, campaigns, glossary, redirects, articles, .. } = corpus;
    // Articles are nearly all of a document: they are serialised and checked one by one, on every core.
    let rest = Corpus {
        schema: schema.clone(),
        schema_version: *schema_version,
        title: title.clone(),
        licence: licence.clone(),
        languages: *languages,
        sources: sources.clone(),
        organisations: organisations.clone(),
        units: units.clone(),
        campaigns: campaigns.clone(),
        glossary: glossary.clone(),
        redirects: redirects.clone(),
        articles: Vec::new(),
    };
    check_part(&rest, &[], problems);
    let of_articles = par_map(articles, |index, article| {
        let mut found = Vec::new();
        check_part(article, &[PathStep::Field("articles"), PathStep::Index(index)], &mut found);
        found
    });
    problems.extend(of_articles.into_iter().flatten());
}

/// One step of the path of a value, borrowed: a path of its own is made only for a problem.
#[derive(Clone, Copy)]
enum PathStep<'a> {
    Field(&'a str),
    Index(usize),
}

/// Checks every string of a part of the document. `path` is the path of the part.
fn check_part(part: &impl Serialize, path: &[PathStep<'_>], problems: &mut Vec<Problem>) {
    match serde_json::to_value(part) {
        Ok(value) => check_value(&value, &mut path.to_vec(), problems),
        Err(error) => {
            let code = ProblemCode::Unserializable(error.to_string());
            problems.push(Problem::error(fact_path(path), code));
        }
    }
}

/// Checks every string of a value. `path` is the same again after the call.
fn check_value<'a>(value: &'a Value, path: &mut Vec<PathStep<'a>>, problems: &mut Vec<Problem>) {
    match value {
        Value::String(text) => check_string(text, path, problems),
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                path.push(PathStep::Index(i));
                check_value(item, path, problems);
                path.pop();
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                path.push(PathStep::Field(name));
                check_string(name, path, problems);
                check_value(field, path, problems);
                path.pop();
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn check_string(text: &str, path: &[PathStep<'_>], problems: &mut Vec<Problem>) {
    if text.trim().is_empty() && !is_missing_translation(text, path) {
        problems.push(
            Problem::error(fact_path(path), ProblemCode::EmptyText)
                .hint("fill it in; what is not known is null"),
        );
    }
    if let Some((number, c, kind)) = first_hidden(text) {
        problems.push(
            Problem::error(fact_path(path), ProblemCode::HiddenCharacter(kind))
                .found(ProblemValue::Character(c, number))
                .hint("delete it"),
        );
    }
}

/// Returns whether a string is the English of a text of ours that nobody has translated: pages then show the Vietnamese.
fn is_missing_translation(text: &str, path: &[PathStep<'_>]) -> bool {
    const TRANSLATED: [&str; 5] = ["title", "attribution", "summary", "digest", "label"];
    let [.., of, PathStep::Field("en")] = path else { return false };
    let field = match of {
        // A digest is a list of texts.
        PathStep::Index(_) => path.iter().rev().find_map(|step| match step {
            PathStep::Field(name) if *name != "en" => Some(*name),
            _ => None,
        }),
        PathStep::Field(name) => Some(*name),
    };
    text.is_empty() && field.is_some_and(|field| TRANSLATED.contains(&field))
}

fn fact_path(steps: &[PathStep<'_>]) -> FactPath {
    steps.iter().fold(FactPath::document(), |path, step| match step {
        PathStep::Field(name) => path.field(Cow::Owned((*name).to_owned())),
        PathStep::Index(index) => path.index(*index),
    })
}
