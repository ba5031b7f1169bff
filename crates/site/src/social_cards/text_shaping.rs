//! Text shaping and line breaking.

use std::borrow::Cow;
use std::sync::{Arc, RwLock};

use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder, Tag};
use rustybuzz::{Direction, Face, UnicodeBuffer, Variation, script, shape};
use tiny_skia::{FillRule, Mask, PathBuilder, Transform};

use thidua_core::collections::Lookup;

/// Typeface of the site: a subset of Source Serif 4 under another name, as its licence demands; see the licence next to the
/// font that the site publishes.
const FONT: &[u8] = include_bytes!("serif.ttf");

/// Font weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Text.
    Regular,
    /// Names.
    Bold,
}

/// Shaper for both weights of the font.
pub struct TextShaper {
    regular: Font,
    bold: Font,
}

/// Font in one weight, with caches of shaped words and of drawn glyphs: Vietnamese has only a few thousand syllables, and a card a
/// dozen sizes.
struct Font {
    face: Face<'static>,
    words: RwLock<Lookup<String, Arc<ShapedWord>>>,
    glyphs: RwLock<Lookup<DrawnGlyph, Option<Arc<GlyphMask>>>>,
}

/// Glyph at a font size, given by its bits, and a horizontal offset in quarters of a pixel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct DrawnGlyph {
    id: u16,
    size: u32,
    quarter: u8,
}

/// Coverage of the pixels of a glyph.
#[derive(Debug)]
pub struct GlyphMask {
    /// Position of the first pixel relative to the pen.
    pub left: i32,
    /// Position of the first row relative to the baseline; downwards.
    pub top: i32,
    /// Pixels of a row.
    pub width: usize,
    /// Coverage, row by row.
    pub coverage: Vec<u8>,
}

/// Shaped word, in font units.
#[derive(Debug, Default)]
struct ShapedWord {
    glyphs: Vec<Glyph>,
    width: i32,
}

/// Glyph of a word.
#[derive(Debug, Clone, Copy)]
struct Glyph {
    id: u16,
    advance: i32,
    /// Offset to the right and upwards.
    offset: (i32, i32),
}

impl TextShaper {
    /// Reads the bundled font. `None` if it is broken.
    pub fn new() -> Option<TextShaper> {
        let face = |weight| {
            let mut face = Face::from_slice(FONT, 0)?;
            face.set_variations(&[Variation { tag: Tag::from_bytes(b"wght"), value: weight }]);
            Some(Font { face, words: RwLock::default(), glyphs: RwLock::default() })
        };
        Some(TextShaper { regular: face(420.0)?, bold: face(620.0)? })
    }

    fn font(&self, weight: Weight) -> &Font {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// Returns the width of `text` on one line, in pixels.
    pub fn width(&self, text: &str, weight: Weight, size: f32) -> f32 {
        let font = self.font(weight);
        let units: i32 = font.words(text).map(|word| word.width).sum();
        units as f32 * size / font.face.units_per_em() as f32
    }

    /// Shapes `text` at font size `size`, starting at `x` on the baseline `y`, and calls `fill` with each glyph that has an outline
    /// and the position of its pen, in whole pixels.
    pub fn draw(
        &self,
        text: &str,
        weight: Weight,
        size: f32,
        (x, y): (f32, f32),
        mut fill: impl FnMut(&GlyphMask, (i32, i32)),
    ) {
        let font = self.font(weight);
        let scale = size / font.face.units_per_em() as f32;
        let mut pen = 0;
        for word in font.words(text) {
            for Glyph { id, advance, offset: (right, up) } in word.glyphs.iter().copied() {
                // Glyphs are placed on whole pixels vertically and on quarters horizontally: finer steps are invisible.
                let quarters = to_whole(((x + (pen + right) as f32 * scale) * 4.0).round());
                let quarter = u8::try_from(quarters.rem_euclid(4)).unwrap_or_default();
                let place = (quarters.div_euclid(4), to_whole(y.round() - (up as f32 * scale).round()));
                if let Some(mask) = font.glyph(DrawnGlyph { id, size: size.to_bits(), quarter }) {
                    fill(&mask, place);
                }
                pen += advance;
            }
        }
    }

    /// Measures the words of `text` at font size 1; widths are proportional to the font size.
    pub fn measure(&self, text: &str, weight: Weight) -> MeasuredText<'_> {
        let width = |text: &str| self.width(text, weight, 1.0);
        let words = text.split_whitespace().map(|word| (word.to_owned(), width(word))).collect();
        MeasuredText { shaper: self, weight, words, space: width(" ") }
    }
}

impl Font {
    /// Returns the words of a text and the spaces between them.
    fn words(&self, text: &str) -> impl Iterator<Item = Arc<ShapedWord>> {
        text.split_inclusive(' ')
            .flat_map(|word| match word.strip_suffix(' ') {
                Some(word) => [Some(word), Some(" ")],
                None => [Some(word), None],
            })
            .flatten()
            .map(|word| self.word(word))
    }

    /// Returns a shaped word from the cache, or shapes it.
    fn word(&self, word: &str) -> Arc<ShapedWord> {
        let known = self.words.read().ok().and_then(|words| words.get(word).cloned());
        known.unwrap_or_else(|| {
            let shaped = Arc::new(self.shape(word));
            if let Ok(mut words) = self.words.write() {
                words.insert(word.to_owned(), shaped.clone());
            }
            shaped
        })
    }

    /// Returns a drawn glyph from the cache, or draws it. `None` for glyphs without an outline, as of a space.
    fn glyph(&self, glyph: DrawnGlyph) -> Option<Arc<GlyphMask>> {
        let known = self.glyphs.read().ok().and_then(|glyphs| glyphs.get(&glyph).cloned());
        known.unwrap_or_else(|| {
            let drawn = self.draw_glyph(glyph).map(Arc::new);
            if let Ok(mut glyphs) = self.glyphs.write() {
                glyphs.insert(glyph, drawn.clone());
            }
            drawn
        })
    }

    fn draw_glyph(&self, DrawnGlyph { id, size, quarter }: DrawnGlyph) -> Option<GlyphMask> {
        let mut path = PathBuilder::new();
        let scale = f32::from_bits(size) / self.face.units_per_em() as f32;
        let origin = (f32::from(quarter) / 4.0, 0.0);
        self.face.outline_glyph(GlyphId(id), &mut Pen { path: &mut path, origin, scale });
        let path = path.finish()?;
        let bounds = path.bounds();
        let (left, top) = (bounds.left().floor(), bounds.top().floor());
        let size = |length: f32| u32::try_from(to_whole(length.ceil())).ok();
        let (width, height) = (size(bounds.right() - left)?, size(bounds.bottom() - top)?);
        let mut mask = Mask::new(width, height)?;
        mask.fill_path(&path, FillRule::Winding, true, Transform::from_translate(-left, -top));
        let (left, top) = (to_whole(left), to_whole(top));
        Some(GlyphMask { left, top, width: usize::try_from(width).ok()?, coverage: mask.data().to_vec() })
    }

    /// Shapes a word. Characters that the font lacks are left out: a missing-glyph box would be worse.
    fn shape(&self, word: &str) -> ShapedWord {
        let mut buffer = UnicodeBuffer::new();
        word.chars().filter(|c| self.face.glyph_index(*c).is_some()).for_each(|c| buffer.add(c, 0));
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        let buffer = shape(&self.face, &[], buffer);
        let glyphs =
            buffer.glyph_infos().iter().zip(buffer.glyph_positions()).filter_map(|(glyph, position)| {
                Some(Glyph {
                    id: u16::try_from(glyph.glyph_id).ok()?,
                    advance: position.x_advance,
                    offset: (position.x_offset, position.y_offset),
                })
            });
        let glyphs: Vec<Glyph> = glyphs.collect();
        ShapedWord { width: glyphs.iter().map(|glyph| glyph.advance).sum(), glyphs }
    }
}

/// Converts a whole number.
#[allow(clippy::cast_possible_truncation, reason = "the conversion saturates")]
pub fn to_whole(number: f32) -> i32 {
    number as i32
}

/// Text, ready for line breaking.
pub struct MeasuredText<'a> {
    shaper: &'a TextShaper,
    weight: Weight,
    /// Words with their widths at font size 1.
    words: Vec<(String, f32)>,
    space: f32,
}

impl MeasuredText<'_> {
    /// Breaks the text into as few lines as fit `width`, balanced so that no syllable stands alone. Lines break between
    /// syllables; a word longer than a line is broken inside.
    pub fn lines(&self, size: f32, width: f32) -> Vec<String> {
        let width = width / size;
        let fewest = self.fill(width).len();
        let (mut narrow, mut wide) = (width * 0.5, width);
        for _ in 0..6 {
            let middle = (narrow + wide) / 2.0;
            if self.fill(middle).len() > fewest { narrow = middle } else { wide = middle }
        }
        self.fill(wide)
    }

    /// Breaks the text into lines, each filled before the next one begins.
    pub fn lines_filled(&self, size: f32, width: f32) -> Vec<String> {
        self.fill(width / size)
    }

    /// Fills lines one after the other; `width` is for font size 1.
    fn fill(&self, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut used = 0.0;
        for (word, needed) in self.words.iter().flat_map(|word| self.pieces(word, width)) {
            match lines.last_mut() {
                Some(line) if used + self.space + needed <= width => {
                    line.push(' ');
                    line.push_str(&word);
                    used += self.space + needed;
                }
                _ => {
                    lines.push(word.into_owned());
                    used = needed;
                }
            }
        }
        lines
    }

    /// Splits a word into parts that fit a line.
    fn pieces<'a>(&self, (word, length): &'a (String, f32), width: f32) -> Vec<(Cow<'a, str>, f32)> {
        if *length <= width {
            return vec![(Cow::Borrowed(word), *length)];
        }
        let mut pieces: Vec<(String, f32)> = Vec::new();
        for c in word.chars() {
            let needed = self.shaper.width(c.encode_utf8(&mut [0; 4]), self.weight, 1.0);
            match pieces.last_mut() {
                Some((piece, used)) if *used + needed <= width => {
                    piece.push(c);
                    *used += needed;
                }
                _ => pieces.push((c.to_string(), needed)),
            }
        }
        pieces.into_iter().map(|(piece, used)| (Cow::Owned(piece), used)).collect()
    }
}

/// Outline builder that scales and flips: the y axis of fonts points up, that of pictures down.
struct Pen<'a> {
    path: &'a mut PathBuilder,
    origin: (f32, f32),
    scale: f32,
}

impl Pen<'_> {
    fn transform(&self, x: f32, y: f32) -> (f32, f32) {
        (self.origin.0 + x * self.scale, self.origin.1 - y * self.scale)
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.transform(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.transform(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.transform(x1, y1), self.transform(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) =
            (self.transform(x1, y1), self.transform(x2, y2), self.transform(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
