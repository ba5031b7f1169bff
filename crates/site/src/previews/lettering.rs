//! Words to letters in their places, and the places where lines break.

use std::borrow::Cow;
use std::sync::{Arc, RwLock};

use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder, Tag};
use rustybuzz::{Direction, Face, UnicodeBuffer, Variation, script, shape};
use tiny_skia::{Path, PathBuilder};

use thidua_core::collections::Lookup;

/// The typeface of the site: a subset of Source Serif 4 under another name, as its licence asks; see the licence
/// beside the font that the site publishes.
const FONT: &[u8] = include_bytes!("serif.ttf");

/// How bold letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// For reading.
    Regular,
    /// For names.
    Bold,
}

/// The font in both weights.
pub struct Lettering {
    regular: Font,
    bold: Font,
}

/// The font in one weight, with the words that were set: a language has a few thousand syllables.
struct Font {
    face: Face<'static>,
    words: RwLock<Lookup<String, Arc<Word>>>,
}

/// A word in letters, in units of the font.
#[derive(Debug, Default)]
struct Word {
    letters: Vec<Letter>,
    width: i32,
}

/// A letter of a word.
#[derive(Debug, Clone, Copy)]
struct Letter {
    id: u16,
    advance: i32,
    /// How far it is moved to the right and upwards.
    offset: (i32, i32),
}

impl Lettering {
    /// Reads the font; nothing where it is broken.
    pub fn new() -> Option<Lettering> {
        let face = |weight| {
            let mut face = Face::from_slice(FONT, 0)?;
            face.set_variations(&[Variation { tag: Tag::from_bytes(b"wght"), value: weight }]);
            Some(Font { face, words: RwLock::default() })
        };
        Some(Lettering { regular: face(420.0)?, bold: face(620.0)? })
    }

    fn font(&self, weight: Weight) -> &Font {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// The width of `text` on one line, in pixels.
    pub fn width(&self, text: &str, weight: Weight, size: f32) -> f32 {
        let font = self.font(weight);
        let units: i32 = font.words(text).map(|word| word.width).sum();
        units as f32 * size / font.face.units_per_em() as f32
    }

    /// Sets `text` in letters of `size`, which begins at the point `x` of the line at `y`: calls `fill` with the shape of
    /// each letter that has one. Letter by letter: a letter is a small shape.
    pub fn set(
        &self,
        text: &str,
        weight: Weight,
        size: f32,
        (x, y): (f32, f32),
        mut fill: impl FnMut(&Path),
    ) {
        let font = self.font(weight);
        let scale = size / font.face.units_per_em() as f32;
        let mut pen = 0;
        for word in font.words(text) {
            for Letter { id, advance, offset: (right, up) } in word.letters.iter().copied() {
                // Letters stand on whole pixels of the line, and at quarters along it: finer steps are not seen.
                let left = ((x + (pen + right) as f32 * scale) * 4.0).round() / 4.0;
                let origin = (left, y.round() - (up as f32 * scale).round());
                let mut path = PathBuilder::new();
                font.face.outline_glyph(GlyphId(id), &mut Pen { path: &mut path, origin, scale });
                path.finish().iter().for_each(&mut fill);
                pen += advance;
            }
        }
    }

    /// The words of `text`, each measured once: widths grow with the size of letters.
    pub fn measure(&self, text: &str, weight: Weight) -> Measured<'_> {
        let width = |text: &str| self.width(text, weight, 1.0);
        let words = text.split_whitespace().map(|word| (word.to_owned(), width(word))).collect();
        Measured { lettering: self, weight, words, space: width(" ") }
    }
}

impl Font {
    /// The words of a text and the spaces between them.
    fn words(&self, text: &str) -> impl Iterator<Item = Arc<Word>> {
        text.split_inclusive(' ')
            .flat_map(|word| match word.strip_suffix(' ') {
                Some(word) => [Some(word), Some(" ")],
                None => [Some(word), None],
            })
            .flatten()
            .map(|word| self.word(word))
    }

    /// A word, which is shaped where it is asked for the first time.
    fn word(&self, word: &str) -> Arc<Word> {
        let known = self.words.read().ok().and_then(|words| words.get(word).cloned());
        known.unwrap_or_else(|| {
            let shaped = Arc::new(self.shape(word));
            if let Ok(mut words) = self.words.write() {
                words.insert(word.to_owned(), shaped.clone());
            }
            shaped
        })
    }

    /// The characters that the font has: others are left out, since a box says less than nothing.
    fn shape(&self, word: &str) -> Word {
        let mut buffer = UnicodeBuffer::new();
        word.chars().filter(|c| self.face.glyph_index(*c).is_some()).for_each(|c| buffer.add(c, 0));
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        let glyphs = shape(&self.face, &[], buffer);
        let letters =
            glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()).filter_map(|(glyph, place)| {
                Some(Letter {
                    id: u16::try_from(glyph.glyph_id).ok()?,
                    advance: place.x_advance,
                    offset: (place.x_offset, place.y_offset),
                })
            });
        let letters: Vec<Letter> = letters.collect();
        Word { width: letters.iter().map(|letter| letter.advance).sum(), letters }
    }
}

/// Text that can be broken into lines.
pub struct Measured<'a> {
    lettering: &'a Lettering,
    weight: Weight,
    /// Each with its width in letters of size 1.
    words: Vec<(String, f32)>,
    space: f32,
}

impl Measured<'_> {
    /// The text in as few lines as fit `width`, and those of about one length, so that no syllable is left alone. Lines
    /// break between syllables; a word that is longer than a line breaks inside.
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

    /// The text in lines that are filled one after the other.
    pub fn lines_filled(&self, size: f32, width: f32) -> Vec<String> {
        self.fill(width / size)
    }

    /// Lines filled one after the other; `width` is in letters of size 1.
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

    /// A word, cut into pieces that fit a line.
    fn pieces<'a>(&self, (word, length): &'a (String, f32), width: f32) -> Vec<(Cow<'a, str>, f32)> {
        if *length <= width {
            return vec![(Cow::Borrowed(word), *length)];
        }
        let mut pieces: Vec<(String, f32)> = Vec::new();
        for c in word.chars() {
            let needed = self.lettering.width(c.encode_utf8(&mut [0; 4]), self.weight, 1.0);
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

/// Outlines of a font, scaled and turned: fonts count upwards, pictures downwards.
struct Pen<'a> {
    path: &'a mut PathBuilder,
    origin: (f32, f32),
    scale: f32,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.origin.0 + x * self.scale, self.origin.1 - y * self.scale)
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
