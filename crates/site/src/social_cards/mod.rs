//! Social cards: the preview pictures of links in chats and networks, 1200 × 630 pixels, in the typeface of the site.
//!
//! `card` gives the text of a picture, `layout` the positions, `text_shaping` the outlines of words (rustybuzz), and `raster`
//! draws them (tiny-skia) and encodes a PNG. Without SVG in between and without fonts of the system, a picture has the same
//! pixels on every machine and takes a few milliseconds.

mod card;
mod layout;
mod raster;
mod text_shaping;

use thidua_core::corpus::Catalogue;
use thidua_pages::route::{Page, Route};

use crate::SiteError;

use card::card;
use raster::draw;
use text_shaping::TextShaper;

/// Width of a picture in pixels.
pub const WIDTH: u32 = 1200;
/// Height of a picture in pixels.
pub const HEIGHT: u32 = 630;

/// File name of a picture, in the folder of its page.
const FILE: &str = "xem-truoc.png";

/// Renderer of the pictures of a site; it can be used from several threads.
pub struct SocialCards {
    shaper: TextShaper,
}

impl SocialCards {
    /// Reads the font.
    ///
    /// # Errors
    /// [`SiteError::Picture`] if the bundled font is broken.
    pub fn new() -> Result<SocialCards, SiteError> {
        Ok(SocialCards { shaper: TextShaper::new().ok_or(SiteError::Picture)? })
    }

    /// Returns path and PNG of the picture of a page. `None` if the page has none of its own.
    ///
    /// # Errors
    /// [`SiteError::Picture`] if it cannot be drawn.
    pub fn picture(
        &self,
        route: &Route,
        catalogue: &Catalogue,
    ) -> Result<Option<(String, Vec<u8>)>, SiteError> {
        let Some(card) = card(route, catalogue) else { return Ok(None) };
        let png = draw(&card, &self.shaper).ok_or(SiteError::Picture)?;
        Ok(Some((card.path, png)))
    }
}

/// Returns the path of the picture for `route`: its own for articles, campaigns and organisations, that of the article for a
/// figure, and that of the home page for every other page.
pub fn path(route: &Route, catalogue: &Catalogue) -> String {
    format!("{}{FILE}", Route { lang: route.lang, page: pictured(&route.page, catalogue) }.path())
}

fn pictured(page: &Page, catalogue: &Catalogue) -> Page {
    match page {
        Page::Article(_) | Page::Campaign(_) | Page::Organisation(_) => page.clone(),
        Page::Figure(id) => {
            catalogue.figure(id).map_or(Page::Home, |found| Page::Article(found.article.id.clone()))
        }
        _ => Page::Home,
    }
}

/// Returns whether a page has a picture of its own.
fn has_picture(page: &Page) -> bool {
    matches!(page, Page::Home | Page::Article(_) | Page::Campaign(_) | Page::Organisation(_))
}
