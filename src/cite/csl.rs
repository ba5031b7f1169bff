//! CSL-JSON, the data format of the Citation Style Language, schema 1.0.

use std::borrow::Cow;

use serde::Serialize;

use super::work::Work;
use crate::text::fold_space;

/// Adds an item of the list that a file is.
pub(super) fn item(work: &Work<'_>, out: &mut String) {
    // In a list of its own it stands as far to the right as in that of the file.
    let list = serde_json::to_string_pretty(&[Item::of(work)]).unwrap_or_default();
    out.push_str(list.strip_prefix("[\n").and_then(|list| list.strip_suffix("\n]")).unwrap_or_default());
}

#[derive(Serialize)]
struct Item<'a> {
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name<'a>>,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    newspaper: Option<Cow<'a, str>>,
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Cow<'a, str>>,
    title: Cow<'a, str>,
    #[serde(rename = "type")]
    kind: &'static str,
}

/// A name that is not taken apart into given and family names.
#[derive(Serialize)]
struct Name<'a> {
    literal: Cow<'a, str>,
}

#[derive(Serialize)]
struct Issued {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    circa: bool,
    #[serde(rename = "date-parts")]
    parts: [Vec<u16>; 1],
}

impl<'a> Item<'a> {
    fn of(work: &'a Work<'a>) -> Item<'a> {
        let circa = work.published.is_some_and(|date| date.is_qualified());
        Item {
            url: work.url,
            author: work.authors.iter().map(|name| Name { literal: fold_space(name) }).collect(),
            newspaper: work.newspaper.map(fold_space),
            id: work.id,
            issued: Some(work.date_parts())
                .filter(|parts| !parts.is_empty())
                .map(|parts| Issued { circa, parts: [parts] }),
            language: "vi",
            note: work.note.as_deref().map(fold_space),
            title: fold_space(work.title),
            kind: "article-newspaper",
        }
    }
}
