//! A writer of SVG: elements, escaped text, coordinates with at most two decimals.
//!
//! Not maud, although pages use it: these elements close themselves (`<path/>`), attributes are lists that are built up, and
//! controls that XML forbids are dropped. maud has no self-closing form and does not filter characters, so the bytes would differ.

/// The value of an attribute.
#[derive(Debug, Clone, Copy)]
pub(super) enum Value<'a> {
    Text(&'a str),
    Number(f64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(text)
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Value::Number(number)
    }
}

/// A growing piece of SVG.
#[derive(Debug, Default)]
pub(super) struct SvgWriter {
    text: String,
}

impl SvgWriter {
    /// Writes an opening tag.
    pub fn open(&mut self, name: &str, attributes: &[(&str, Value<'_>)]) {
        self.tag(name, attributes);
        self.text.push('>');
    }

    /// Writes a closing tag.
    pub fn close(&mut self, name: &str) {
        self.text.extend(["</", name, ">"]);
    }

    /// Writes an element without content.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, Value<'_>)]) {
        self.tag(name, attributes);
        self.text.push_str("/>");
    }

    /// Writes an element with text.
    pub fn element(&mut self, name: &str, attributes: &[(&str, Value<'_>)], text: &str) {
        self.open(name, attributes);
        self.append_text(text);
        self.close(name);
    }

    /// Writes text inside the element that was opened last.
    pub fn append_text(&mut self, text: &str) {
        escape(text, &mut self.text);
    }

    /// Appends the content of another writer.
    pub fn append(&mut self, other: &SvgWriter) {
        self.text.push_str(&other.text);
    }

    /// Appends SVG as it is.
    pub fn append_markup(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// Returns the whole text.
    pub fn finish(self) -> String {
        self.text
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, Value<'_>)]) {
        self.text.extend(["<", name]);
        for (key, value) in attributes {
            self.text.extend([" ", key, "=\""]);
            match value {
                Value::Text(text) => escape(text, &mut self.text),
                Value::Number(number) => self.text.push_str(&coordinate(*number)),
            }
            self.text.push('"');
        }
    }
}

/// Formats a number with at most two decimals, without trailing zeros and minus zero; what is not finite becomes 0.
#[allow(
    clippy::cast_possible_truncation,
    reason = "there is no fallible conversion from floats, and `as` saturates"
)]
pub(super) fn coordinate(number: f64) -> String {
    // By whole hundredths: printing floats would bring in code that nothing else in the page needs.
    let hundredths = if number.is_finite() { (number * 100.0).round() as i64 } else { 0 };
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    match (rest, rest % 10) {
        (0, _) => format!("{sign}{whole}"),
        (_, 0) => format!("{sign}{whole}.{}", rest / 10),
        _ => format!("{sign}{whole}.{rest:02}"),
    }
}

/// Appends `text`, made safe inside elements and attributes in double quotes. Characters that XML forbids and other controls are
/// dropped.
fn escape(text: &str, escaped: &mut String) {
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if c.is_control() => {}
            _ => escaped.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_have_two_decimals_and_are_finite() {
        for (number, text) in [
            (1.0, "1"),
            (1.005, "1"),
            (-0.001, "0"),
            (12.34, "12.34"),
            (100.0, "100"),
            (f64::NAN, "0"),
            (f64::INFINITY, "0"),
        ] {
            assert_eq!(coordinate(number), text);
        }
    }

    #[test]
    fn svg_writer_escapes_markup_and_drops_controls() {
        let mut escaped = String::new();
        escape("<a b=\"c\">&'\u{0}\u{1b}\u{85}\u{ffff}\n", &mut escaped);
        assert_eq!(escaped, "&lt;a b=&quot;c&quot;&gt;&amp;' ");
    }
}
