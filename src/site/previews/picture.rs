//! A layout as a PNG of sixteen colours, two pixels a byte: paper, two rules, and some shades from paper to each ink.

use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};
use sha2::{Digest as _, Sha256};

use super::card::Card;
use super::layout::{Bar, Ink, Layout, layout};
use super::lettering::Lettering;
use super::sprites::Sprite;
use super::{HEIGHT, WIDTH};

/// Changes when the same card is drawn otherwise.
const VERSION: u32 = 3;
/// Bytes of a row of pixels.
const ROW: usize = WIDTH as usize;
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

/// Whether a picture that begins with `png` has that fingerprint.
pub fn is_of(png: &[u8], fingerprint: &str) -> bool {
    png.windows(fingerprint.len()).any(|window| window == fingerprint.as_bytes())
}

/// The picture of a card as a PNG file; nothing where it cannot be drawn.
pub fn draw(card: &Card, lettering: &Lettering) -> Option<Vec<u8>> {
    encode(&paint(&layout(card, lettering), lettering), &fingerprint(card))
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

/// The picture, a byte a pixel, as places in the palette.
fn paint(layout: &Layout, lettering: &Lettering) -> Vec<u8> {
    let mut pixels = vec![0; ROW * HEIGHT as usize];
    pixels.iter_mut().take(ROW * FLAG_HEIGHT).for_each(|pixel| *pixel = 2);
    for rule in &layout.rules {
        fill(*rule, &mut pixels);
    }
    for run in &layout.runs {
        let line = run.y.round() as i32;
        lettering.set(&run.text, run.weight, run.size, run.x, |sprite, (x, y)| {
            stamp(sprite, (x + sprite.left, line + y + sprite.top), run.ink, &mut pixels);
        });
    }
    pixels
}

/// Sets a letter. Where letters touch, the darker wins.
fn stamp(sprite: &Sprite, (x, y): (i32, i32), ink: Ink, pixels: &mut [u8]) {
    let (first, shades) = (before(ink), u16::from(shades(ink)));
    for (row, covered) in (y..).zip(sprite.coverage.chunks_exact(sprite.width.max(1))) {
        let Ok(row) = usize::try_from(row) else { continue };
        let Some(row) = pixels.get_mut(row * ROW..(row + 1) * ROW) else { continue };
        let outside = usize::try_from(-x).unwrap_or_default();
        let from = usize::try_from(x).unwrap_or_default();
        for (pixel, coverage) in row.iter_mut().skip(from).zip(covered.iter().skip(outside)) {
            let shade = (u16::from(*coverage) * shades + 127) / 255;
            if shade > 0 {
                *pixel = (first + shade as u8).max(*pixel);
            }
        }
    }
}

/// Fills a bar in the colour of rules, to whole pixels.
fn fill((x, y, width, height): Bar, pixels: &mut [u8]) {
    let (left, right) = (x.round() as usize, (x + width).round() as usize);
    let (top, bottom) = (y.round() as usize, (y + height).round() as usize);
    for row in pixels.chunks_exact_mut(ROW).take(bottom).skip(top) {
        row.iter_mut().take(right).skip(left).for_each(|pixel| *pixel = 1);
    }
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

fn encode(pixels: &[u8], fingerprint: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, WIDTH, HEIGHT);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Four);
    encoder.set_palette(palette());
    // A sixth larger than at the usual level, in a third of the time.
    encoder.set_deflate_compression(DeflateCompression::Level(2));
    encoder.set_filter(Filter::NoFilter);
    encoder.add_text_chunk(KEYWORD.to_owned(), fingerprint.to_owned()).ok()?;
    let mut writer = encoder.write_header().ok()?;
    let pairs: Vec<u8> = pixels.as_chunks().0.iter().map(|[left, right]| left << 4 | right).collect();
    writer.write_image_data(&pairs).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}
