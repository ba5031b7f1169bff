//! A layout as a PNG of sixteen colours, two pixels a byte: paper, two rules, and some shades from paper to each ink.

use std::cell::RefCell;

use png::{BitDepth, ColorType, Encoder, chunk};

use super::bands::Bands;
use super::card::Card;
use super::layout::{Bar, Ink, Layout, layout};
use super::lettering::Lettering;
use super::sprites::Sprite;
use super::{HEIGHT, WIDTH};
use crate::text::sha256;

/// Changes when the same card is drawn otherwise.
const VERSION: u32 = 4;
/// Bytes of a row of pixels.
const ROW: usize = WIDTH as usize;
const PAPER: [u8; 3] = [0xfb, 0xfa, 0xf7];
const RULE: [u8; 3] = [0xda, 0xd6, 0xcc];
const FLAG: [u8; 3] = [0xb3, 0x20, 0x1b];
/// The height of the red rule at the top.
const FLAG_HEIGHT: f32 = 12.0;
const KEYWORD: &str = "Fingerprint";

const fn colour(ink: Ink) -> [u8; 3] {
    match ink {
        Ink::Black => [0x1d, 0x1c, 0x1a],
        Ink::Soft => [0x5c, 0x58, 0x50],
        Ink::Accent => [0x0b, 0x4a, 0x8f],
    }
}

/// What names the picture of a card: equal for equal pictures.
pub fn fingerprint(card: &Card) -> String {
    let described = format!("{VERSION} {card:?}");
    sha256(described.as_bytes())
}

/// Whether a picture that begins with `png` has that fingerprint.
pub fn is_of(png: &[u8], fingerprint: &str) -> bool {
    png.windows(fingerprint.len()).any(|window| window == fingerprint.as_bytes())
}

thread_local! {
    /// A megabyte that is bare paper between two pictures: most of it is never written to.
    static CANVAS: RefCell<Canvas> = RefCell::new(Canvas::new());
}

/// The picture of a card as a PNG file; nothing where it cannot be drawn.
pub fn draw(card: &Card, lettering: &Lettering) -> Option<Vec<u8>> {
    CANVAS.with_borrow_mut(|canvas| {
        paint(&layout(card, lettering), lettering, canvas);
        let rows = canvas.stream();
        let picture = rows.and_then(|rows| encode(&rows, &fingerprint(card)));
        canvas.clear();
        picture
    })
}

/// Shades between paper and an ink, the ink included: with four of them edges are smooth, and all colours are sixteen.
const fn shades(ink: Ink) -> u8 {
    match ink {
        Ink::Black => 5,
        Ink::Soft | Ink::Accent => 4,
    }
}

/// The place in the palette before the shades of an ink.
fn before(ink: Ink) -> u8 {
    let others = Ink::ALL.into_iter().take_while(|other| *other != ink);
    2 + others.map(shades).sum::<u8>()
}

/// A picture, a byte a pixel, as places in the palette.
struct Canvas {
    pixels: Vec<u8>,
    /// The same, two pixels a byte.
    packed: Vec<u8>,
    /// For each row whether anything is on it: most are bare paper.
    is_inked: Vec<bool>,
    bands: Bands,
}

impl Canvas {
    /// Bare paper.
    fn new() -> Canvas {
        let rows = HEIGHT as usize;
        let (pixels, packed) = (vec![0; ROW * rows], vec![0; ROW / 2 * rows]);
        Canvas { pixels, packed, is_inked: vec![false; rows], bands: Bands::default() }
    }

    /// Makes it bare paper again.
    fn clear(&mut self) {
        self.inked().for_each(|(packed, pixels)| {
            packed.fill(0);
            pixels.fill(0);
        });
        self.is_inked.fill(false);
    }

    /// The rows on which there is anything: packed, and pixel by pixel.
    fn inked(&mut self) -> impl Iterator<Item = (&mut [u8], &mut [u8])> {
        let rows = self.packed.chunks_exact_mut(ROW / 2).zip(self.pixels.chunks_exact_mut(ROW));
        rows.zip(&self.is_inked).filter(|(_, is_inked)| **is_inked).map(|(rows, _)| rows)
    }

    fn row(&mut self, row: usize) -> Option<&mut [u8]> {
        *self.is_inked.get_mut(row)? = true;
        self.pixels.get_mut(row * ROW..(row + 1) * ROW)
    }

    /// Sets a letter in an ink that has these [`places`]. Where letters touch, the darker wins.
    fn stamp(&mut self, sprite: &Sprite, (x, y): (i32, i32), places: &[u8; 256]) {
        let outside = usize::try_from(-x).unwrap_or_default();
        let from = usize::try_from(x).unwrap_or_default();
        for (row, covered) in (y..).zip(sprite.coverage.chunks_exact(sprite.width.max(1))) {
            let Some(row) = usize::try_from(row).ok().and_then(|row| self.row(row)) else { continue };
            let (row, covered) = (row.get_mut(from..), covered.get(outside..));
            for (pixel, coverage) in row.unwrap_or_default().iter_mut().zip(covered.unwrap_or_default()) {
                let place = places.get(usize::from(*coverage)).copied().unwrap_or_default();
                *pixel = place.max(*pixel);
            }
        }
    }

    /// Fills a bar in a colour, to whole pixels.
    fn fill(&mut self, (x, y, width, height): Bar, colour: u8) {
        let (left, right) = (x.round() as usize, (x + width).round() as usize);
        for row in y.round() as usize..(y + height).round() as usize {
            let part = self.row(row).and_then(|row| row.get_mut(left..right.min(ROW)));
            part.unwrap_or_default().fill(colour);
        }
    }

    /// The picture as a stream of rows, two pixels a byte.
    fn stream(&mut self) -> Option<Vec<u8>> {
        for (packed, pixels) in self.inked() {
            for (pair, pixels) in packed.iter_mut().zip(pixels.as_chunks().0) {
                let pixels = u16::from_le_bytes(*pixels);
                *pair = (pixels << 4 | pixels >> 8) as u8;
            }
        }
        self.bands.stream(&self.packed, ROW / 2, &self.is_inked)
    }
}

fn paint(layout: &Layout, lettering: &Lettering, canvas: &mut Canvas) {
    canvas.fill((0.0, 0.0, WIDTH as f32, FLAG_HEIGHT), 2);
    for rule in &layout.rules {
        canvas.fill(*rule, 1);
    }
    for run in &layout.runs {
        let (line, places) = (run.y.round() as i32, places(run.ink));
        lettering.set(&run.text, run.weight, run.size, run.x, |sprite, (x, y)| {
            canvas.stamp(sprite, (x + sprite.left, line + y + sprite.top), &places);
        });
    }
}

/// For each coverage the place in the palette; 0, which is paper, where nothing is seen of it.
fn places(ink: Ink) -> [u8; 256] {
    let (first, shades) = (before(ink), u16::from(shades(ink)));
    std::array::from_fn(|coverage| match (coverage as u16 * shades + 127) / 255 {
        0 => 0,
        shade => first + shade as u8,
    })
}

fn palette() -> Vec<u8> {
    let mut colours = vec![PAPER, RULE, FLAG];
    for ink in Ink::ALL {
        let shades = shades(ink);
        colours.extend((1..=shades).map(|shade| mixed(PAPER, colour(ink), (shade, shades))));
    }
    colours.concat()
}

/// So many of so many parts of the way from one colour to another.
fn mixed(from: [u8; 3], to: [u8; 3], (shade, shades): (u8, u8)) -> [u8; 3] {
    let mut mixed = from;
    for (part, to) in mixed.iter_mut().zip(to) {
        let (from, to, shade, all) = (u32::from(*part), u32::from(to), u32::from(shade), u32::from(shades));
        *part = u8::try_from((from * (all - shade) + to * shade) / all).unwrap_or(u8::MAX);
    }
    mixed
}

fn encode(rows: &[u8], fingerprint: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, WIDTH, HEIGHT);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Four);
    encoder.set_palette(palette());
    encoder.add_text_chunk(KEYWORD.to_owned(), fingerprint.to_owned()).ok()?;
    let mut writer = encoder.write_header().ok()?;
    writer.write_chunk(chunk::IDAT, rows).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}
