//! Social cards: the preview pictures of links in chats and networks, 1200 × 630 pixels, in the typeface of the site.
//!
//! `card` gives the text of a picture, `layout` the positions, `text_shaping` the outlines of words (rustybuzz), and `raster`
//! draws them (tiny-skia) and encodes a PNG. Without SVG in between and without fonts of the system, a picture has the same
//! pixels on every machine. Each letter is drawn once per size and then copied, so that a picture takes about a millisecond.

mod card;
mod layout;
mod raster;
mod text_shaping;

use thidua_core::corpus::Catalogue;
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::SiteData;

use crate::SiteError;

use card::card;
use raster::draw;
use text_shaping::TextShaper;

/// Width of a picture in pixels.
pub const WIDTH: u32 = 1200;
/// Height of a picture in pixels.
pub const HEIGHT: u32 = 630;

/// Maximum number of figures of a site whose figures have pictures of their own. Above it, figures show the picture of their
/// article: a picture takes 15 KB, and a figure has one in each language.
const MAX_FIGURES_WITH_PICTURE: usize = 2_000;

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
    pub fn picture(&self, route: &Route, site: &SiteData) -> Result<Option<(String, Vec<u8>)>, SiteError> {
        let Some(card) = card(route, site) else { return Ok(None) };
        let png = draw(&card, &self.shaper).ok_or(SiteError::Picture)?;
        Ok(Some((card.path, png)))
    }
}

/// Returns whether the figures of a site have pictures of their own.
pub fn has_figure_pictures(catalogue: &Catalogue) -> bool {
    catalogue.totals().figures <= MAX_FIGURES_WITH_PICTURE
}

/// Returns the path of the picture for `route`: its own if it has one, that of the article for a figure of a large site, and that
/// of the home page for every other page.
pub fn path(route: &Route, catalogue: &Catalogue) -> String {
    format!("{}{FILE}", Route { lang: route.lang, page: pictured(&route.page, catalogue) }.path())
}

fn pictured(page: &Page, catalogue: &Catalogue) -> Page {
    match page {
        page if has_picture(page, catalogue) => page.clone(),
        Page::Figure(id) => {
            catalogue.figure(id).map_or(Page::Home, |found| Page::Article(found.article.id.clone()))
        }
        _ => Page::Home,
    }
}

/// Returns whether a page has a picture of its own.
fn has_picture(page: &Page, catalogue: &Catalogue) -> bool {
    match page {
        Page::Home | Page::Article(_) | Page::Campaign(_) | Page::Organisation(_) => true,
        Page::Figure(_) => has_figure_pictures(catalogue),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use thidua_core::domain::Lang;
    use thidua_sample::{Recipe, sample};

    use super::*;

    #[test]
    fn figures_of_a_large_site_show_the_picture_of_their_article() {
        let of = |articles: usize| {
            Catalogue::new(sample(&Recipe { articles, seed: 5, bodies: false }, &[]).corpus)
        };
        for (articles, folder) in [(20, "so-lieu/"), (600, "bai-viet/")] {
            let catalogue = of(articles);
            let id = catalogue.figures().next().unwrap().figure.id.clone();
            let path = path(&Route { lang: Lang::Vi, page: Page::Figure(id) }, &catalogue);
            assert!(path.starts_with(folder), "{path}");
        }
    }
}
