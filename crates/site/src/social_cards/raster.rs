//! Drawing of a layout as a PNG of 16 colours, two pixels per byte: background, two rules, and shades from the background to
//! each text colour.

use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};
use tiny_skia::{FillRule, Mask, PathBuilder, Stroke, Transform};

use super::card::SocialCard;
use super::layout::{Bar, Ink, Layout, layout};
use super::text_shaping::{GlyphMask, TextShaper, to_whole};
use super::{HEIGHT, WIDTH};

/// Pixels per row.
const ROW: usize = WIDTH as usize;
const BACKGROUND: [u8; 3] = [0xfb, 0xfa, 0xf7];
const RULE: [u8; 3] = [0xda, 0xd6, 0xcc];
const FLAG: [u8; 3] = [0xb3, 0x20, 0x1b];
/// Height of the red rule at the top.
const FLAG_HEIGHT: f32 = 12.0;

const fn colour(ink: Ink) -> [u8; 3] {
    match ink {
        Ink::Black => [0x1d, 0x1c, 0x1a],
        Ink::Soft => [0x5c, 0x58, 0x50],
        Ink::Accent => [0x0b, 0x4a, 0x8f],
    }
}

/// Returns the PNG of a card. `None` if it cannot be encoded.
pub fn draw(card: &SocialCard, shaper: &TextShaper) -> Option<Vec<u8>> {
    let mut canvas = Canvas::new();
    paint(&layout(card, shaper), shaper, &mut canvas);
    canvas.encode()
}

/// Returns the number of shades of a colour, itself included. Four are enough for smooth edges and give 16 colours in all.
const fn shades(ink: Ink) -> u8 {
    match ink {
        Ink::Black => 5,
        Ink::Soft | Ink::Accent => 4,
    }
}

/// Returns the palette index before the first shade of a colour.
fn palette_offset(ink: Ink) -> u8 {
    let others = Ink::ALL.into_iter().take_while(|other| *other != ink);
    2 + others.map(shades).sum::<u8>()
}

/// Picture as palette indices, one byte per pixel.
struct Canvas {
    pixels: Vec<u8>,
}

impl Canvas {
    /// Creates an empty picture.
    fn new() -> Canvas {
        Canvas { pixels: vec![0; ROW * HEIGHT as usize] }
    }

    /// Returns the pixels of a row from `left` to `right`, clipped to the picture.
    fn row(&mut self, row: usize, left: usize, right: usize) -> &mut [u8] {
        let right = right.min(ROW);
        self.pixels.get_mut(row * ROW + left.min(right)..row * ROW + right).unwrap_or_default()
    }

    /// Fills a rectangle, rounded to whole pixels.
    fn fill(&mut self, (x, y, width, height): Bar, colour: u8) {
        let (left, right) = (to_pixels(x.round()), to_pixels((x + width).round()));
        for row in to_pixels(y.round())..to_pixels((y + height).round()) {
            self.row(row, left, right).fill(colour);
        }
    }

    /// Fills a glyph with the pen at `(x, y)`, clipped to the picture. `indices` are the palette indices of its colour by
    /// coverage, see [`shade_indices`]. Where glyphs touch, the darker shade wins.
    fn ink(&mut self, glyph: &GlyphMask, (x, y): (i32, i32), indices: &[u8; 256]) {
        // Text begins inside of the picture; what still hangs out at the left or top is left out.
        let Ok(left) = usize::try_from(x + glyph.left) else { return };
        for (row, covered) in (y + glyph.top..).zip(glyph.coverage.chunks_exact(glyph.width)) {
            let Ok(row) = usize::try_from(row) else { continue };
            for (pixel, coverage) in self.row(row, left, left + glyph.width).iter_mut().zip(covered) {
                let index = indices.get(usize::from(*coverage)).copied().unwrap_or_default();
                *pixel = index.max(*pixel);
            }
        }
    }

    /// Encodes the picture as PNG. `None` if the encoder fails.
    fn encode(&self) -> Option<Vec<u8>> {
        let pairs = self.pixels.as_chunks().0.iter();
        let packed: Vec<u8> = pairs.map(|[left, right]| left << 4 | right).collect();
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, WIDTH, HEIGHT);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Four);
        encoder.set_palette(palette());
        // A little larger than at the default level, and faster.
        encoder.set_deflate_compression(DeflateCompression::Level(2));
        // Filters do not help with palette indices.
        encoder.set_filter(Filter::NoFilter);
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(&packed).ok()?;
        writer.finish().ok()?;
        Some(bytes)
    }
}

/// Converts a length to whole pixels, rounding down; negative ones become 0.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the conversion saturates")]
fn to_pixels(length: f32) -> usize {
    length as usize
}

fn paint(layout: &Layout, shaper: &TextShaper, canvas: &mut Canvas) {
    canvas.fill((0.0, 0.0, WIDTH as f32, FLAG_HEIGHT), 2);
    for rule in &layout.rules {
        canvas.fill(*rule, 1);
    }
    for rule in &layout.lead_rules {
        canvas.fill(*rule, palette_offset(Ink::Black) + shades(Ink::Black));
    }
    for run in &layout.runs {
        let indices = shade_indices(run.ink);
        shaper.draw(&run.text, run.weight, run.size, (run.x, run.y), |glyph, pen| {
            canvas.ink(glyph, pen, &indices)
        });
    }
    let indices = shade_indices(Ink::Accent);
    for (x, y, height) in &layout.ticks {
        if let Some(glyph) = tick(*height) {
            canvas.ink(&glyph, (to_whole(*x), to_whole(*y)), &indices);
        }
    }
}

/// Returns the sign "✓", which the font lacks, in the height of a tick; its pen is at the lower left.
fn tick(height: f32) -> Option<GlyphMask> {
    let mut path = PathBuilder::new();
    path.move_to(height * 0.1, height * 0.55);
    path.line_to(height * 0.4, height * 0.88);
    path.line_to(height * 1.0, height * 0.12);
    let path = path.finish()?.stroke(&Stroke { width: height * 0.17, ..Stroke::default() }, 1.0)?;
    let side = to_pixels((height * 1.2).ceil());
    let mut mask = Mask::new(u32::try_from(side).ok()?, u32::try_from(side).ok()?)?;
    mask.fill_path(&path, FillRule::Winding, true, Transform::identity());
    Some(GlyphMask { left: 0, top: -to_whole(height), width: side, coverage: mask.data().to_vec() })
}

/// Returns the palette index for each coverage; 0, the background, for almost none.
fn shade_indices(ink: Ink) -> [u8; 256] {
    let (first, shades) = (palette_offset(ink), u16::from(shades(ink)));
    let mut indices = [0; 256];
    for (coverage, index) in (0..=u8::MAX).zip(&mut indices) {
        let shade = (u16::from(coverage) * shades + 127) / 255;
        // At most `shades`, which is a small number.
        *index = u8::try_from(shade).ok().filter(|shade| *shade > 0).map_or(0, |shade| first + shade);
    }
    indices
}

fn palette() -> Vec<u8> {
    let mut colours = vec![BACKGROUND, RULE, FLAG];
    for ink in Ink::ALL {
        let shades = shades(ink);
        colours.extend((1..=shades).map(|shade| mixed(BACKGROUND, colour(ink), (shade, shades))));
    }
    colours.concat()
}

/// Returns the colour at `shade` of `shades` steps from one colour to another.
fn mixed(from: [u8; 3], to: [u8; 3], (shade, shades): (u8, u8)) -> [u8; 3] {
    let mut mixed = from;
    for (part, to) in mixed.iter_mut().zip(to) {
        let (from, to, shade, all) = (u32::from(*part), u32::from(to), u32::from(shade), u32::from(shades));
        *part = u8::try_from((from * (all - shade) + to * shade) / all).unwrap_or(u8::MAX);
    }
    mixed
}
