//! A code to point a telephone at, for posters: the address of a page as an SVG file beside it.

use std::fmt::Write as _;

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

use super::Companion;
use super::head::escape;
use super::place::Place;
use thidua_pages::html::download_list::QR;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{Page, Route};

/// Empty modules around a code, as its standard asks.
const QUIET: i32 = 4;
/// One of the eight patterns that break up large areas. Any can be read; trying all of them for the handsomest takes
/// twenty times as long.
const MASK: u8 = 2;

/// The code of a page that hangs on walls: an article, a campaign or an organisation. An address that is too long for a
/// code has none.
pub fn code_of(route: &Route, place: Place<'_>) -> Option<Companion> {
    if !matches!(route.page, Page::Article(_) | Page::Campaign(_) | Page::Organisation(_)) {
        return None;
    }
    let title = PageMeta::of(route, place.catalogue).heading;
    Some(Companion::new(format!("{}{QR}", route.path()), code(&place.url(route), &title)?))
}

/// The code of `address`. It stays black on white in every theme: telephones read no other.
fn code(address: &str, title: &str) -> Option<String> {
    // A quarter of it may be torn or stained.
    let text = QrSegment::make_segments(address);
    let (smallest, largest) = (Version::MIN, Version::MAX);
    let code = QrCode::encode_segments_advanced(
        &text,
        QrCodeEcc::Quartile,
        smallest,
        largest,
        Some(Mask::new(MASK)),
        true,
    )
    .ok()?;
    let side = code.size() + 2 * QUIET;
    let mut modules = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let length = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            if length > 0 {
                let _ = write!(modules, "M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET);
            }
            x += length as i32 + 1;
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{0}\" height=\"{0}\" role=\"img\" \
         shape-rendering=\"crispEdges\"><title>{1}</title><desc>{2}</desc><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
         <path fill=\"#000\" d=\"{modules}\"/></svg>\n",
        side * 10,
        escape(title),
        escape(address)
    ))
}
