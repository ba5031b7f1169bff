//! A layout as a PNG of sixteen colours, two pixels a byte: paper, two rules, and some shades from paper to each ink.

use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};
use tiny_skia::{FillRule, Mask, Path, Transform};

use super::card::Card;
use super::layout::{Bar, Ink, Layout, layout};
use super::lettering::Lettering;
use super::{HEIGHT, WIDTH};

/// Pixels of a row.
const ROW: usize = WIDTH as usize;
const PAPER: [u8; 3] = [0xfb, 0xfa, 0xf7];
const RULE: [u8; 3] = [0xda, 0xd6, 0xcc];
const FLAG: [u8; 3] = [0xb3, 0x20, 0x1b];
/// The height of the red rule at the top.
const FLAG_HEIGHT: f32 = 12.0;

const fn colour(ink: Ink) -> [u8; 3] {
    match ink {
        Ink::Black => [0x1d, 0x1c, 0x1a],
        Ink::Soft => [0x5c, 0x58, 0x50],
        Ink::Accent => [0x0b, 0x4a, 0x8f],
    }
}

/// The picture of a card as a PNG file; nothing where it cannot be drawn.
pub fn draw(card: &Card, lettering: &Lettering) -> Option<Vec<u8>> {
    let mut canvas = Canvas::new();
    paint(&layout(card, lettering), lettering, &mut canvas);
    canvas.encode()
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
}

impl Canvas {
    /// Bare paper.
    fn new() -> Canvas {
        Canvas { pixels: vec![0; ROW * HEIGHT as usize] }
    }

    /// Some pixels of a row, as far as they are on the picture.
    fn row(&mut self, row: usize, left: usize, right: usize) -> &mut [u8] {
        let right = right.min(ROW);
        self.pixels.get_mut(row * ROW + left.min(right)..row * ROW + right).unwrap_or_default()
    }

    /// Fills a bar in a colour, to whole pixels.
    fn fill(&mut self, (x, y, width, height): Bar, colour: u8) {
        let (left, right) = (x.round() as usize, (x + width).round() as usize);
        for row in y.round() as usize..(y + height).round() as usize {
            self.row(row, left, right).fill(colour);
        }
    }

    /// Fills a shape in an ink that has these [`places`], as far as it is on the picture. Where shapes touch, the darker
    /// wins.
    fn ink(&mut self, path: &Path, places: &[u8; 256]) {
        let bounds = path.bounds();
        let (left, top) = (bounds.left().floor().max(0.0), bounds.top().floor().max(0.0));
        let (right, bottom) =
            (bounds.right().ceil().min(WIDTH as f32), bounds.bottom().ceil().min(HEIGHT as f32));
        let (width, height) = ((right - left).max(0.0) as u32, (bottom - top).max(0.0) as u32);
        // Nothing of it is on the picture: no mask is that small.
        let Some(mut mask) = Mask::new(width, height) else { return };
        mask.fill_path(path, FillRule::Winding, true, Transform::from_translate(-left, -top));
        let (left, top, width) = (left as usize, top as usize, width as usize);
        for (row, covered) in (top..).zip(mask.data().chunks_exact(width)) {
            for (pixel, coverage) in self.row(row, left, left + width).iter_mut().zip(covered) {
                let place = places.get(usize::from(*coverage)).copied().unwrap_or_default();
                *pixel = place.max(*pixel);
            }
        }
    }

    /// The picture as a PNG file.
    fn encode(&self) -> Option<Vec<u8>> {
        let pairs = self.pixels.as_chunks().0.iter();
        let packed: Vec<u8> = pairs.map(|[left, right]| left << 4 | right).collect();
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, WIDTH, HEIGHT);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Four);
        encoder.set_palette(palette());
        // A little larger than at the usual level, and faster.
        encoder.set_deflate_compression(DeflateCompression::Level(2));
        // Rows of places in a palette are no smoother for their neighbours.
        encoder.set_filter(Filter::NoFilter);
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(&packed).ok()?;
        writer.finish().ok()?;
        Some(bytes)
    }
}

fn paint(layout: &Layout, lettering: &Lettering, canvas: &mut Canvas) {
    canvas.fill((0.0, 0.0, WIDTH as f32, FLAG_HEIGHT), 2);
    for rule in &layout.rules {
        canvas.fill(*rule, 1);
    }
    for run in &layout.runs {
        let places = places(run.ink);
        lettering.set(&run.text, run.weight, run.size, (run.x, run.y), |letter| canvas.ink(letter, &places));
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
