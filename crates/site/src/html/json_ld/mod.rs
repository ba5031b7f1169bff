//! JSON-LD with the vocabulary of schema.org: type and subject of a page, and the articles that it cites.
//!
//! A page is a `WebPage` that cites the newspaper's `NewsArticle`. Campaigns that take place are `Event`s with their
//! rounds as `subEvent`; titles and themes, which do not, are `DefinedTerm`s. A figure is an `Observation` about an
//! organisation. The home page is the `Dataset`. The `@id` of a thing is the URL of its Vietnamese page with a fragment,
//! the same in both languages and on all pages.

mod event;
mod observation;
mod things;
mod web_page;

use serde_json::{Map, Value, json};

use thidua_pages::route::Route;

use crate::urls::SiteUrls;

/// Returns the JSON-LD of the page `route` as the content of a script element. Nothing in it can end that element: `<`, `>`,
/// `&` and the line separators of JavaScript are escaped.
pub fn json_ld(route: &Route, urls: SiteUrls<'_>) -> String {
    let document = json!({ "@context": "https://schema.org", "@graph": web_page::graph(route, urls) });
    let text = document.to_string();
    let is_special = |c: char| matches!(c, '<' | '>' | '&' | '\u{2028}' | '\u{2029}');
    if !text.contains(is_special) {
        return text;
    }
    let escaped = |c: char| if is_special(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() };
    text.chars().map(escaped).collect()
}

/// JSON-LD object with a type; unknown properties are left out.
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

    /// Adds a list, unless it is empty.
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

/// Returns a reference to a thing that is described elsewhere.
fn reference(id: String) -> Value {
    json!({ "@id": id })
}
