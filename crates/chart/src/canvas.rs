//! A picture that is being drawn from top to bottom: texts, links, hit areas.

use thidua_core::domain::Lang;

use super::colours::GRID;
use super::mark_shapes::stroke_path;
use super::panel::{Evidence, Mark};
use super::svg::{SvgWriter, coordinate as n};
use super::text_style::{TextStyle, text, text_ending};

/// Free space at every side, so that no stroke is cut. Focus rings may reach beyond: the picture does not clip.
pub(super) const PAD: f64 = 2.0;
/// Between rows.
pub(super) const ROW_GAP: f64 = 16.0;

/// A picture that is being drawn, from top to bottom.
pub(super) struct Canvas<'a> {
    pub svg: SvgWriter,
    pub lang: Lang,
    /// Left edge of the column that is being drawn.
    pub left: f64,
    /// Width of that column.
    pub width: f64,
    /// Top of the next element.
    pub y: f64,
    /// Number of rows that may still be drawn.
    pub rows_left: usize,
    /// Prefix of every id of the picture.
    pub id: &'a str,
    href: &'a dyn Fn(&Evidence) -> String,
    /// The texts that were drawn since the link was begun.
    link_text: String,
}

impl<'a> Canvas<'a> {
    /// An empty picture of `width` units with room for `rows` rows.
    pub fn new(
        id: &'a str,
        width: f64,
        rows: usize,
        lang: Lang,
        href: &'a dyn Fn(&Evidence) -> String,
    ) -> Canvas<'a> {
        Canvas {
            svg: SvgWriter::default(),
            lang,
            left: PAD,
            width: width - 2.0 * PAD,
            y: PAD,
            rows_left: rows,
            id,
            href,
            link_text: String::new(),
        }
    }
}

impl Canvas<'_> {
    /// The right edge of the column.
    pub fn right(&self) -> f64 {
        self.left + self.width
    }

    /// Draws a hairline across the column.
    pub fn rule(&mut self) {
        let rule = format!("M{} {}H{}", n(self.left), n(self.y), n(self.right()));
        stroke_path(&mut self.svg, "grid", GRID, 1.0, &rule);
    }

    /// Begins the content of a link; returns what was drawn before it, to be given to [`Canvas::end_link`].
    pub fn begin_link(&mut self) -> SvgWriter {
        self.link_text.clear();
        std::mem::take(&mut self.svg)
    }

    /// Puts everything drawn since [`Canvas::begin_link`] into a link to the evidence of `mark`.
    ///
    /// The accessible name of the link is its visible text, so that readers who speak the words on the screen find it (WCAG
    /// 2.5.3); then the `label` that was cut, and `mark.more`.
    pub fn end_link(&mut self, outside: SvgWriter, mark: &Mark, label: &str) {
        let inside = std::mem::replace(&mut self.svg, outside);
        let mut name = std::mem::take(&mut self.link_text);
        for more in [label, &mark.more] {
            if !more.is_empty() {
                name.push_str(if name.is_empty() { "" } else { " — " });
                name.push_str(more);
            }
        }
        if !name.chars().any(char::is_alphanumeric) {
            name.push(' ');
            name.push_str(mark.evidence.id());
        }
        let address = (self.href)(&mark.evidence);
        let label = ("aria-label", name.as_str().into());
        let element = if address.is_empty() { "g" } else { "a" };
        match element {
            "g" => self.svg.open("g", &[("class", "chart-mark".into()), ("role", "img".into()), label]),
            _ => self
                .svg
                .open("a", &[("class", "chart-link".into()), ("href", address.as_str().into()), label]),
        }
        self.svg.append(&inside);
        self.svg.close(element);
    }

    /// Draws an invisible area, so that a finger between the letters also hits the link.
    pub fn hit_area(&mut self, (x, y): (f64, f64), (width, height): (f64, f64)) {
        self.svg.empty(
            "rect",
            &[
                ("x", x.into()),
                ("y", y.into()),
                ("width", width.into()),
                ("height", height.into()),
                ("fill", "none".into()),
                ("pointer-events", "all".into()),
            ],
        );
    }

    /// Draws the hit area of the column from `top` down to [`Canvas::y`].
    pub fn hit_row(&mut self, top: f64) {
        self.hit_area((self.left - PAD, top), (self.width + 2.0 * PAD, self.y - top));
    }

    /// Draws wrapped lines of text from [`Canvas::y`] down.
    pub fn paragraph(&mut self, style: TextStyle, words: &str) {
        for line in style.wrap(words, self.width) {
            self.y += style.line_height();
            self.text(self.y - 5.0, style, &line);
        }
    }

    /// Draws a line of text that begins at the left edge of the column.
    pub fn text(&mut self, y: f64, style: TextStyle, line: &str) {
        self.text_at((self.left, y), style, line, "");
    }

    /// Draws a line of text that ends at `position`.
    pub fn text_before(&mut self, position: (f64, f64), style: TextStyle, line: &str) {
        text_ending(&mut self.svg, self.lang, position, style, line);
        self.svg.append_text(" ");
        self.add_link_text(line);
    }

    /// Draws a line of text that begins at `position`, with printed words after it. The space after it separates its last word
    /// from the first of the next line.
    pub fn text_at(&mut self, position: (f64, f64), style: TextStyle, line: &str, words: &str) {
        text(&mut self.svg, self.lang, position, style, line, words);
        self.svg.append_text(" ");
        self.add_link_text(line);
        self.add_link_text(words);
    }

    fn add_link_text(&mut self, words: &str) {
        if !self.link_text.is_empty() && !self.link_text.ends_with(' ') && !words.is_empty() {
            self.link_text.push(' ');
        }
        self.link_text.push_str(words);
    }
}
