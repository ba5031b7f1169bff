//! QR codes for posters: the address of a page as an SVG file next to it.

use std::fmt::Write as _;

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

use thidua_pages::html::download_list::QR_CODE;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{Page, Route};

use crate::html::head::escape;
use crate::output::OutputFile;
use crate::urls::SiteUrls;

/// Width of the quiet zone around a code in modules, as the standard demands.
const QUIET: i32 = 4;
/// Number of the mask pattern. Readers accept all eight; choosing the best one takes twenty times as long.
const MASK: u8 = 2;

/// Makes the QR code of an article, a campaign, an organisation, a year, or a list with tools of its own. `None` for other pages,
/// and if the address is too long.
pub fn qr_code(route: &Route, urls: SiteUrls<'_>) -> Option<OutputFile> {
    let is_coded = matches!(
        route.page,
        Page::Article(_)
            | Page::Campaign(_)
            | Page::Organisation(_)
            | Page::Years
            | Page::Year(_)
            | Page::Differences
    );
    if !is_coded {
        return None;
    }
    let title = PageMeta::of(route, urls.catalogue).heading;
    Some(OutputFile::new(format!("{}{QR_CODE}", route.path()), svg(&urls.url(route), &title)?))
}

/// Returns the QR code of `address` as SVG, black on white in every theme, because phones read no other. `None` if it is too
/// long.
fn svg(address: &str, title: &str) -> Option<String> {
    // Quartile: a quarter of the code may be damaged.
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
            let end = (x..code.size()).find(|x| !code.get_module(*x, y)).unwrap_or(code.size());
            let length = end - x;
            if length > 0 {
                let _ = write!(modules, "M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET);
            }
            x = end + 1;
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
