//! White space between the elements of a page.
//!
//! Styles separate the parts of a line and the blocks of a page; text that is copied, read aloud by other programs or indexed
//! has no styles. There "kết quả" and "cấp cơ sở" would run together.

use maud::{Markup, PreEscaped};

/// Elements inside words.
const WITHIN_WORDS: [&str; 2] = ["mark", "tspan"];
/// Elements without an end tag.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

/// Returns `markup` with a line break wherever an element directly follows another. Texts and attributes must be escaped as
/// maud does: the first `>` after a `<` ends the tag.
pub fn spaced(markup: Markup) -> Markup {
    let PreEscaped(html) = markup;
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html.as_str();
    // Name of the element that has just ended.
    let mut ended: Option<&str> = None;
    while let Some((text, after)) = rest.split_once('<') {
        let Some((tag, after)) = after.split_once('>') else { break };
        rest = after;
        if !text.is_empty() {
            ended = None;
        }
        out.push_str(text);
        let is_end = tag.starts_with('/');
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        let is_apart = |name: &str| !WITHIN_WORDS.contains(&name);
        if !is_end && is_apart(name) && ended.is_some_and(is_apart) {
            out.push('\n');
        }
        out.push('<');
        out.push_str(tag);
        out.push('>');
        let has_ended = is_end || tag.ends_with('/') || VOID.contains(&name);
        ended = has_ended.then_some(name);
    }
    out.push_str(rest);
    PreEscaped(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str) -> String {
        spaced(PreEscaped(html.to_owned())).into_string()
    }

    #[test]
    fn whitespace_separates_adjacent_elements() {
        assert_eq!(of("<p><b>a</b><i>b</i></p><p>c</p>"), "<p><b>a</b>\n<i>b</i></p>\n<p>c</p>");
        assert_eq!(
            of("<li><input type=\"x\"><span>b</span></li>"),
            "<li><input type=\"x\">\n<span>b</span></li>"
        );
    }

    #[test]
    fn whitespace_does_not_split_words() {
        for html in [
            "lao <mark>động</mark><mark>giỏi</mark>",
            "<text><tspan>1</tspan><tspan>2</tspan></text>",
            "<p>a <b>b</b>, <i>c</i> &lt; d</p>",
            "không có gì",
            "1 &lt; 2 <",
        ] {
            assert_eq!(of(html), html);
        }
    }
}
