//! Classes of HTML elements.

use html5gum::StartTag;

/// Elements whose text is not part of an article.
const LEFT_OUT: [&[u8]; 24] = [
    b"aside",
    b"audio",
    b"button",
    b"canvas",
    b"datalist",
    b"dialog",
    b"embed",
    b"footer",
    b"iframe",
    b"math",
    b"nav",
    b"noembed",
    b"noframes",
    b"noscript",
    b"object",
    b"option",
    b"script",
    b"select",
    b"style",
    b"svg",
    b"template",
    b"textarea",
    b"video",
    b"xmp",
];
/// Elements that begin and end a line.
const BLOCKS: [&[u8]; 36] = [
    b"address",
    b"article",
    b"blockquote",
    b"caption",
    b"center",
    b"dd",
    b"details",
    b"div",
    b"dl",
    b"dt",
    b"fieldset",
    b"figcaption",
    b"figure",
    b"form",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"header",
    b"hgroup",
    b"li",
    b"main",
    b"menu",
    b"ol",
    b"p",
    b"pre",
    b"section",
    b"summary",
    b"table",
    b"tbody",
    b"tfoot",
    b"thead",
    b"tr",
    b"ul",
];
/// Elements without contents.
const VOID: [&[u8]; 14] = [
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"param",
    b"source", b"track", b"wbr",
];
/// Blocks that hold text rather than other blocks.
const LEAVES: [&[u8]; 10] =
    [b"blockquote", b"dd", b"dt", b"figcaption", b"li", b"p", b"pre", b"summary", b"td", b"th"];

pub(super) fn is_left_out(name: &[u8]) -> bool {
    LEFT_OUT.contains(&name)
}

pub(super) fn is_block(name: &[u8]) -> bool {
    BLOCKS.contains(&name)
}

pub(super) fn is_void(name: &[u8]) -> bool {
    VOID.contains(&name)
}

pub(super) fn is_leaf(name: &[u8]) -> bool {
    LEAVES.contains(&name)
}

pub(super) fn is_cell(name: &[u8]) -> bool {
    matches!(name, b"td" | b"th")
}

/// Value of an attribute.
pub(super) fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}

/// Returns whether an element is hidden by an attribute.
pub(super) fn is_hidden(tag: &StartTag<()>) -> bool {
    tag.attributes.contains_key(b"hidden".as_slice())
        || attribute(tag, "aria-hidden").is_some_and(|value| value.eq_ignore_ascii_case("true"))
}

/// Rank of elements that usually hold the article, 0 for the most reliable: `article`, `itemprop=articleBody`, `main`,
/// `role=main`. `None` for other elements.
pub(super) fn rank(tag: &StartTag<()>) -> Option<usize> {
    let is = |name: &str, value: &str| attribute(tag, name).is_some_and(|v| v.eq_ignore_ascii_case(value));
    match tag.name.as_slice() {
        b"article" => Some(0),
        _ if is("itemprop", "articleBody") => Some(1),
        b"main" => Some(2),
        _ if is("role", "main") => Some(3),
        _ => None,
    }
}
