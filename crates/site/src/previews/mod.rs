//! Preview pictures: what a chat program or a network shows of a link, 1200 × 630, in the typeface of the site.
//!
//! A [`Card`] says what stands on a picture, [`layout`] where, [`lettering`] turns words into outlines, and
//! [`picture`] makes a PNG of them: outlines are drawn by tiny-skia, words are shaped and kerned by rustybuzz. There is
//! no SVG in between and no font of the system, so a picture is the same on every machine and takes a few
//! milliseconds.

mod card;
mod layout;
mod lettering;
mod picture;
mod write;

pub use card::card;
pub use lettering::Lettering;
pub use picture::draw;
pub use write::Pictures;

use thidua_core::corpus::Catalogue;
use thidua_pages::route::{Page, Route};

/// Width of a picture in pixels.
pub const WIDTH: u32 = 1200;
/// Height of a picture in pixels.
pub const HEIGHT: u32 = 630;

/// The name of a picture, in the folder of its page.
const FILE: &str = "xem-truoc.png";

/// The path of the picture that stands for `route`: its own for articles, campaigns and organisations, the article's
/// for a figure, and the site's for every other page.
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

/// Whether a page has a picture of its own.
fn has_picture(page: &Page) -> bool {
    matches!(page, Page::Home | Page::Article(_) | Page::Campaign(_) | Page::Organisation(_))
}
