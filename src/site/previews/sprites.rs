//! Letters drawn once: pictures share a typeface and a dozen sizes, so a letter's smooth shape is kept and set again
//! wherever it stands.

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

use tiny_skia::{FillRule, Mask, Path, Transform};

/// Places within a pixel at which a letter may begin: finer ones are not seen.
pub const STEPS: u8 = 4;

/// A letter as coverage, a byte a pixel.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sprite {
    /// From the pixel in which the letter begins to the left edge.
    pub left: i32,
    /// From the line on which it stands to the top edge; above it is negative.
    pub top: i32,
    /// Pixels in a row.
    pub width: usize,
    /// 0 where there is no ink, 255 where there is nothing else; row by row.
    pub coverage: Vec<u8>,
}

impl Sprite {
    /// The shape inside `path`; nothing where there is none.
    pub fn of(path: &Path) -> Option<Sprite> {
        let bounds = path.bounds();
        let (left, top) = (bounds.left().floor(), bounds.top().floor());
        let (width, height) = (bounds.right().ceil() - left, bounds.bottom().ceil() - top);
        let mut mask = Mask::new(width.max(1.0) as u32, height.max(1.0) as u32)?;
        mask.fill_path(path, FillRule::Winding, true, Transform::from_translate(-left, -top));
        let width = usize::try_from(mask.width()).ok()?;
        Some(Sprite { left: left as i32, top: top as i32, width, coverage: mask.take() })
    }
}

/// What tells letters apart: the weight of the face, the glyph, the size in 64ths of a pixel, the step within a pixel.
pub type Letter = (u8, u16, u32, u8);

/// The letters that were drawn, for all threads.
#[derive(Debug, Default)]
pub struct Sprites {
    drawn: RwLock<BTreeMap<Letter, Arc<Sprite>>>,
}

impl Sprites {
    /// The letter, which `draw` draws where it is asked for the first time. Every thread would draw the same.
    pub fn get(&self, letter: Letter, draw: impl FnOnce() -> Sprite) -> Arc<Sprite> {
        let known = self.drawn.read().ok().and_then(|drawn| drawn.get(&letter).cloned());
        known.unwrap_or_else(|| {
            let sprite = Arc::new(draw());
            if let Ok(mut drawn) = self.drawn.write() {
                drawn.insert(letter, sprite.clone());
            }
            sprite
        })
    }
}
