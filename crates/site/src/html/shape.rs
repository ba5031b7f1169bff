//! DomShape of a page that was rendered to text; see [`thidua_ui::dom_shape`].

use thidua_ui::dom_shape::{DomShape, is_opaque};

/// Returns the shape of markup as Leptos writes it: every element closed, every attribute in double quotes.
pub fn shape_of(markup: &str) -> DomShape {
    /// Elements without an end tag.
    const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];
    let mut shape = DomShape::default();
    // Number of open elements, and the depth at which markup begins that does not count.
    let (mut depth, mut opaque): (usize, Option<usize>) = (0, None);
    let mut rest = markup;
    while let Some((text, after)) = rest.split_once('<') {
        let counts = opaque.is_none();
        if !text.is_empty() && counts {
            shape.text();
        }
        if let Some(after) = after.strip_prefix('!') {
            let end = if after.starts_with("--") { "-->" } else { ">" };
            rest = after.split_once(end).map_or("", |(_, rest)| rest);
            if counts {
                shape.comment();
            }
            continue;
        }
        let (tag, after) = tag(after);
        rest = after;
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
            if opaque.is_some_and(|at| at > depth) {
                opaque = None;
            }
            if opaque.is_none() {
                shape.close();
            }
            continue;
        }
        let name = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or(tag);
        if counts {
            shape.open(name);
        }
        if VOID.contains(&name) || tag.ends_with('/') {
            if counts {
                shape.close();
            }
            continue;
        }
        depth += 1;
        if counts && is_opaque(name, tag.len() > name.len()) {
            opaque = Some(depth);
        }
    }
    if !rest.is_empty() {
        shape.text();
    }
    shape
}

/// Splits the text behind `<` into the tag and the rest. An attribute may contain `>`.
fn tag(text: &str) -> (&str, &str) {
    let mut is_quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            '>' if !is_quoted => {
                let (tag, rest) = text.split_at(at);
                return (tag, rest.strip_prefix('>').unwrap_or(rest));
            }
            _ => {}
        }
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_attributes_and_opaque_markup_do_not_change_a_shape() {
        let page = "<p class=\"a\">Một<!> hai</p><div><b>x</b><i>y</i></div><input type=\"search\">";
        let same = "<p class=\"b > c\" id=\"p\">One<!----> two</p><div>anything <u>else</u></div><input>";
        assert_eq!(shape_of(page), shape_of(same));
    }

    #[test]
    fn changes_by_translators_and_extensions_change_the_shape() {
        let page = "<main><p>Một<!> hai</p><div class=\"a\"><b>x</b></div></main>";
        for changed in [
            "<main><p><font><font>Một</font></font><!> hai</p><div class=\"a\"><b>x</b></div></main>",
            "<main><p>Một hai</p><div class=\"a\"><b>x</b></div></main>",
            "<main><i></i><p>Một<!> hai</p><div class=\"a\"><b>x</b></div></main>",
            "<main><p>Một<!> hai</p><div class=\"a\"></div></main>",
            "<main><p>Một<!> hai</p></main>",
            "<main><p>Một<!> hai</p><div class=\"a\"><b>x</b></div> </main>",
        ] {
            assert_ne!(shape_of(page), shape_of(changed), "{changed}");
        }
    }
}
