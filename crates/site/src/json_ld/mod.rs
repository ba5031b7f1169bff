//! JSON-LD in the words of schema.org: what a page is, what it is about, and which article says so.
//!
//! A page is a `WebPage` that cites the newspaper's `NewsArticle`. Campaigns that take place are `Event`s with their
//! rounds as `subEvent`; titles and themes, which do not, are `DefinedTerm`s. A figure is an `Observation` about an
//! organisation. The home page is the `Dataset`. A thing is named by the address of its Vietnamese page with a
//! fragment, so that both languages and all pages speak of one thing.

mod event;
mod observation;
mod things;
mod web_page;

use serde_json::{Map, Value, json};

use super::place::Place;
use thidua_pages::route::Route;

/// What search engines are told of the page `route`, as the content of a script element. Nothing in it can end that
/// element: `<`, `>`, `&` and the line separators of JavaScript are written as escapes.
pub fn json_ld(route: &Route, place: Place<'_>) -> String {
    let document = json!({ "@context": "https://schema.org", "@graph": web_page::graph(route, place) });
    let text = document.to_string();
    let is_special = |c: char| matches!(c, '<' | '>' | '&' | '\u{2028}' | '\u{2029}');
    if !text.contains(is_special) {
        return text;
    }
    let escaped = |c: char| if is_special(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() };
    text.chars().map(escaped).collect()
}

/// An object of a type. What is not known is not written.
struct Node(Map<String, Value>);

impl Node {
    fn new(kind: &str) -> Node {
        Node(Map::from_iter([("@type".to_owned(), json!(kind))]))
    }

    fn named(kind: &str, id: String) -> Node {
        Node::new(kind).with("@id", id)
    }

    fn with(mut self, property: &str, value: impl Into<Value>) -> Node {
        self.0.insert(property.to_owned(), value.into());
        self
    }

    fn maybe(self, property: &str, value: Option<impl Into<Value>>) -> Node {
        match value {
            Some(value) => self.with(property, value),
            None => self,
        }
    }

    /// A list; nothing where it is empty.
    fn list(self, property: &str, values: impl IntoIterator<Item = Value>) -> Node {
        let values: Vec<Value> = values.into_iter().collect();
        if values.is_empty() { self } else { self.with(property, values) }
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Value {
        Value::Object(node.0)
    }
}

/// A thing that is described elsewhere, by its name.
fn reference(id: String) -> Value {
    json!({ "@id": id })
}
