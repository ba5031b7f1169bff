//! A layout as a PNG with a palette: paper, and a ramp of shades from paper to each ink.

use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use sha2::{Digest as _, Sha256};
use tiny_skia::{FillRule, Mask, PathBuilder, Rect, Transform};

use super::card::Card;
use super::layout::{Ink, Layout, layout};
use super::lettering::Lettering;
use super::{HEIGHT, WIDTH};

/// Changes when the same card is drawn otherwise.
const VERSION: u32 = 1;
/// Shades between paper and an ink, the ink included.
const SHADES: u8 = 63;
const PAPER: [u8; 3] = [0xfb, 0xfa, 0xf7];
const RULE: [u8; 3] = [0xda, 0xd6, 0xcc];
const FLAG: [u8; 3] = [0xb3, 0x20, 0x1b];
/// The height of the red rule at the top.
const FLAG_HEIGHT: usize = 12;
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
    Sha256::digest(described).iter().map(|b| format!("{b:02x}")).collect()
}

/// Whether `png` is the picture with that fingerprint.
pub fn is_of(png: &[u8], fingerprint: &str) -> bool {
    let head = png.get(..2048.min(png.len())).unwrap_or_default();
    head.windows(fingerprint.len()).any(|window| window == fingerprint.as_bytes())
}

/// The picture of a card as a PNG file; nothing where it cannot be drawn.
pub fn draw(card: &Card, lettering: &Lettering) -> Option<Vec<u8>> {
    encode(&paint(&layout(card, lettering), lettering)?, &fingerprint(card))
}

/// The picture, a byte a pixel, as places in the palette.
fn paint(layout: &Layout, lettering: &Lettering) -> Option<Vec<u8>> {
    let (width, height) = (WIDTH as usize, HEIGHT as usize);
    let mut pixels = vec![0; width * height];
    pixels.iter_mut().take(width * FLAG_HEIGHT).for_each(|pixel| *pixel = 2);
    let rules = layout.rules.iter().filter_map(|(x, y, w, h)| Rect::from_xywh(*x, *y, *w, *h));
    let mut path = PathBuilder::new();
    rules.for_each(|rect| path.push_rect(rect));
    fill(path, &mut pixels, |coverage| if coverage > 127 { 1 } else { 0 })?;
    for (ink, first) in Ink::ALL.into_iter().zip((3..).step_by(SHADES.into())) {
        let mut path = PathBuilder::new();
        for run in layout.runs.iter().filter(|run| run.ink == ink) {
            lettering.outline(&run.text, run.weight, run.size, (run.x, run.y), &mut path);
        }
        let shade = |coverage: u8| u16::from(coverage) * u16::from(SHADES) / 255;
        fill(path, &mut pixels, |coverage| match shade(coverage) {
            0 => 0,
            shade => u8::try_from(first + shade - 1).unwrap_or(u8::MAX),
        })?;
    }
    Some(pixels)
}

/// Draws a path; `shade` turns coverage into a place in the palette, 0 leaving the pixel as it is.
fn fill(path: PathBuilder, pixels: &mut [u8], shade: impl Fn(u8) -> u8) -> Option<()> {
    // Nothing to draw is no failure.
    let Some(path) = path.finish() else { return Some(()) };
    let mut mask = Mask::new(WIDTH, HEIGHT)?;
    mask.fill_path(&path, FillRule::Winding, true, Transform::identity());
    // Only the rows that the path reaches.
    let row = |y: f32| y.clamp(0.0, HEIGHT as f32) as usize * WIDTH as usize;
    let (first, last) = (row(path.bounds().top().floor()), row(path.bounds().bottom().ceil()));
    let reached = pixels.iter_mut().zip(mask.data()).take(last).skip(first);
    for (pixel, coverage) in reached {
        match shade(*coverage) {
            0 => {}
            place => *pixel = place,
        }
    }
    Some(())
}

fn palette() -> Vec<u8> {
    let mut colours = vec![PAPER, RULE, FLAG];
    for ink in Ink::ALL {
        let ink = colour(ink);
        colours.extend((1..=SHADES).map(|shade| mixed(PAPER, ink, shade)));
    }
    colours.concat()
}

/// `shade` of [`SHADES`] parts of the way from one colour to another.
fn mixed(from: [u8; 3], to: [u8; 3], shade: u8) -> [u8; 3] {
    let mut mixed = from;
    for (part, to) in mixed.iter_mut().zip(to) {
        let (from, to, shade, all) = (u32::from(*part), u32::from(to), u32::from(shade), u32::from(SHADES));
        *part = u8::try_from((from * (all - shade) + to * shade) / all).unwrap_or(u8::MAX);
    }
    mixed
}

fn encode(pixels: &[u8], fingerprint: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, WIDTH, HEIGHT);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette());
    encoder.set_compression(Compression::Balanced);
    encoder.set_filter(Filter::NoFilter);
    encoder.add_text_chunk(KEYWORD.to_owned(), fingerprint.to_owned()).ok()?;
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(pixels).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}
