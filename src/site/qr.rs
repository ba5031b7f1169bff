//! A code to point a telephone at, for posters: the address of a page as an SVG file beside it.

use qrcodegen::{QrCode, QrCodeEcc};

use super::Companion;
use super::head::escape;
use super::place::Place;
use crate::page_meta::PageMeta;
use crate::pages::downloads::QR;
use crate::route::{Page, Route};

/// Empty modules around a code, as its standard asks.
const QUIET: i32 = 4;

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
    let code = QrCode::encode_text(address, QrCodeEcc::Quartile).ok()?;
    let side = code.size() + 2 * QUIET;
    let mut modules = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            modules.push_str(&format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET));
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
