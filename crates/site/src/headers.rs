//! `_headers`, which Netlify and Cloudflare Pages read: what a page cannot say of itself, and how long files may be kept.

use super::offline::WORKER;
use super::place::Place;
use thidua_pages::site_model::EDITION_FILE;

/// The file, for a site whose pages say `policy` of themselves.
pub fn headers(place: Place<'_>, policy: &str) -> String {
    let base = place.base.as_str();
    // Framing by other sites is allowed: charts are there to be embedded, and nobody has an account here to be tricked with.
    let mut text = format!(
        "{base}*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n  Cross-Origin-Opener-Policy: same-origin\n"
    );
    // Their names change with their contents.
    for name in ["thi-dua-app-*", "engine-*", "search-*", "desk-*", "corpus-*", "main-*", "search/*"] {
        text.push_str(&format!("\n{base}{name}\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }
    // What says which data there are, and the service worker, which names a build, must never be old.
    for name in [EDITION_FILE, WORKER] {
        text.push_str(&format!("\n{base}{name}\n  Cache-Control: no-cache\n"));
    }
    text
}
