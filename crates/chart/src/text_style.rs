//! Texts of a chart: typography, width, and the `<text>` element.

use thidua_core::domain::Lang;

use super::svg::{SvgWriter, Value};
use super::text_layout::{estimated_width, wrap, wrap_at_most};

/// Font of our own words.
pub(super) const SANS: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
/// Font of printed words and numbers.
const SERIF: &str = "'Source Serif 4', Georgia, serif";

/// Typography of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextStyle {
    /// Label of a row.
    Label,
    /// Second label, or a line under the marks.
    Note,
    /// A verdict other than "cannot be compared".
    Verdict,
    /// Title of a panel.
    PanelTitle,
    /// Printed words beside or under a mark.
    Words,
    /// Printed words that stand for a mark.
    Stated,
}

impl TextStyle {
    /// Font size in pixels.
    pub const fn size(self) -> f64 {
        match self {
            TextStyle::Label => 14.0,
            TextStyle::Note | TextStyle::Verdict | TextStyle::PanelTitle => 13.0,
            TextStyle::Words => 15.0,
            TextStyle::Stated => 20.0,
        }
    }

    /// Height of a line, with room for stacked Vietnamese marks.
    pub const fn line_height(self) -> f64 {
        match self {
            TextStyle::Label => 20.0,
            TextStyle::Note | TextStyle::Verdict | TextStyle::PanelTitle => 19.0,
            TextStyle::Words => 21.0,
            TextStyle::Stated => 27.0,
        }
    }

    /// Estimated width of a line.
    pub fn width(self, text: &str) -> f64 {
        estimated_width(text, self.set_size())
    }

    /// Breaks a text into lines at most `width` wide.
    pub fn wrap(self, text: &str, width: f64) -> Vec<String> {
        wrap(text, self.set_size(), width)
    }

    /// Like [`TextStyle::wrap`], with at most `most` lines; the last ends in a visible "…" if the text goes on.
    pub fn wrap_at_most(self, text: &str, width: f64, most: usize) -> Vec<String> {
        wrap_at_most(text, self.set_size(), width, most)
    }

    /// Size at which widths are estimated: bold letters are as wide as larger ones.
    fn set_size(self) -> f64 {
        if self.is_bold() { self.size() * 1.12 } else { self.size() }
    }

    const fn is_bold(self) -> bool {
        matches!(self, TextStyle::Verdict | TextStyle::PanelTitle)
    }

    const fn is_printed(self) -> bool {
        matches!(self, TextStyle::Words | TextStyle::Stated)
    }

    const fn class(self) -> &'static str {
        match self {
            TextStyle::Label => "label",
            TextStyle::Note => "label label-note",
            TextStyle::Verdict => "label label-verdict",
            TextStyle::PanelTitle => "label label-panel",
            TextStyle::Words => "value",
            TextStyle::Stated => "value value-stated",
        }
    }

    /// Attributes of the style. Printed words are marked as Vietnamese on an English page.
    fn attributes(self, lang: Lang) -> Vec<(&'static str, Value<'static>)> {
        let mut attributes = vec![("class", self.class().into()), ("font-size", self.size().into())];
        if self.is_bold() {
            attributes.push(("font-weight", "600".into()));
        }
        if self == TextStyle::Note {
            attributes.push(("fill-opacity", 0.78.into()));
        }
        if self.is_printed() {
            attributes.push(("font-family", SERIF.into()));
            if lang != Lang::Vi {
                attributes.push(("lang", Lang::Vi.tag().into()));
            }
        }
        attributes
    }
}

/// Writes a line of text with its baseline at `y`, followed by `words` in the style of printed words.
pub(super) fn text(
    svg: &mut SvgWriter,
    lang: Lang,
    (x, y): (f64, f64),
    style: TextStyle,
    text: &str,
    words: &str,
) {
    let mut attributes = style.attributes(lang);
    attributes.extend([("x", x.into()), ("y", y.into())]);
    svg.open("text", &attributes);
    svg.append_text(text);
    if !words.is_empty() {
        let mut attributes = TextStyle::Words.attributes(lang);
        attributes.push(("fill-opacity", 1.0.into()));
        svg.element("tspan", &attributes, words);
    }
    svg.close("text");
}

/// Writes a line of text that ends at `(x, y)`.
pub(super) fn text_ending(svg: &mut SvgWriter, lang: Lang, (x, y): (f64, f64), style: TextStyle, text: &str) {
    let mut attributes = style.attributes(lang);
    attributes.extend([("x", x.into()), ("y", y.into()), ("text-anchor", "end".into())]);
    svg.element("text", &attributes, text);
}
