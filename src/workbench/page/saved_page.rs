//! A saved page to the lines of its article, by the browser's own parser. Nothing of it is run or fetched.
//!
//! As with a reader view: what is surely not the article is left out, the element that holds most of the text is
//! taken, blocks become lines and cells of a row stand beside each other. What else surrounds the article is told apart by
//! extraction, as in a text that was copied.

use wasm_bindgen::JsCast;
use web_sys::{Document, DomParser, Element, Node, SupportedType};

/// What is surely not the article.
const LEFT_OUT: &str = "script, style, noscript, template, nav, footer, aside, form, iframe, svg, button, select, dialog, \
                        object, embed, canvas, audio, video, [hidden], [aria-hidden=true]";
/// Elements that begin a line.
const BLOCKS: &str = "|address|article|blockquote|body|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|h1|h2|h3|h4|h5|\
                      h6|header|hr|li|main|ol|p|pre|section|summary|table|tbody|thead|tfoot|tr|ul|";
/// An element that holds so much of the text, in hundredths, is the article.
const MOST: usize = 50;

/// The headline and the text of the article in a page, and the page's own address. `None` where it cannot be parsed.
pub fn article_of(html: &str) -> Option<(String, Option<String>)> {
    let document = DomParser::new().ok()?.parse_from_string(html, SupportedType::TextHtml).ok()?;
    let url = meta(&document, "link[rel=canonical]", "href")
        .or_else(|| meta(&document, "meta[property='og:url']", "content"))
        .filter(|url| url.starts_with("http://") || url.starts_with("https://"));
    let title = meta(&document, "meta[property='og:title']", "content").or_else(|| Some(document.title()));
    let body = document.body()?;
    remove(&body);
    let root = main_of(&body);
    let heading = root.query_selector("h1").ok().flatten();
    let outer = body.query_selector("h1").ok().flatten().and_then(|h1| h1.text_content());
    let mut lines = lines_of(&root);
    let title = outer.filter(|text| !text.trim().is_empty()).or(title).map(|text| folded(&text));
    if let Some(title) =
        title.filter(|title| heading.is_none() && !title.is_empty() && !lines.contains(title))
    {
        lines.insert(0, title);
    }
    Some((lines.join("\n\n"), url))
}

fn meta(document: &Document, selector: &str, attribute: &str) -> Option<String> {
    document.query_selector(selector).ok()??.get_attribute(attribute).filter(|text| !text.is_empty())
}

fn remove(body: &Element) {
    let Ok(found) = body.query_selector_all(LEFT_OUT) else { return };
    for i in 0..found.length() {
        if let Some(element) = found.item(i).and_then(|node| node.dyn_into::<Element>().ok()) {
            element.remove();
        }
    }
}

/// The smallest of the usual elements that holds most of the text; else the whole body.
fn main_of(body: &Element) -> Element {
    let length = |element: &Element| element.text_content().map_or(0, |text| text.split_whitespace().count());
    let all = length(body).max(1);
    let usual = ["article", "[itemprop=articleBody]", "main", "[role=main]"];
    for selector in usual {
        let Ok(found) = body.query_selector_all(selector) else { continue };
        let elements = (0..found.length()).filter_map(|i| found.item(i)?.dyn_into::<Element>().ok());
        if let Some(element) = elements.max_by_key(&length)
            && length(&element) * 100 / all >= MOST
        {
            return element;
        }
    }
    body.clone()
}

/// The text below `root`, block by block. A walk without recursion: pages are nested as deep as they like.
fn lines_of(root: &Element) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut end = |line: &mut String| {
        let text = folded(line);
        if !text.is_empty() {
            lines.push(text);
        }
        line.clear();
    };
    let top: &Node = root;
    let mut next = top.first_child();
    while let Some(node) = next {
        if node.node_type() == Node::TEXT_NODE {
            line.push_str(&node.text_content().unwrap_or_default());
        }
        let name = node.node_name().to_ascii_lowercase();
        if is_block(&name) || name == "br" {
            end(&mut line);
        }
        if matches!(name.as_str(), "td" | "th") && !line.trim().is_empty() {
            line.push_str(" | ");
        }
        next = node.first_child().or_else(|| {
            // Up to the next that has a brother; what is left behind ends its line.
            let mut at = Some(node);
            while let Some(left) = at {
                if is_block(&left.node_name().to_ascii_lowercase()) {
                    end(&mut line);
                }
                if left.is_same_node(Some(top)) {
                    return None;
                }
                if let Some(brother) = left.next_sibling() {
                    return Some(brother);
                }
                at = left.parent_node().filter(|parent| !parent.is_same_node(Some(top)));
            }
            None
        });
    }
    end(&mut line);
    lines
}

fn is_block(name: &str) -> bool {
    BLOCKS.contains(&format!("|{name}|"))
}

fn folded(text: &str) -> String {
    crate::text::fold_space(text).into_owned()
}
