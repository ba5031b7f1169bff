//! `_headers`, which Netlify and Cloudflare Pages read: security headers and cache lifetimes.

use thidua_pages::site_model::EDITION_FILE;

use super::SERVICE_WORKER;
use crate::urls::SiteUrls;

/// Returns the file for a site whose pages have this Content-Security-Policy.
pub fn headers(urls: SiteUrls<'_>, policy: &str) -> String {
    let base = urls.base.as_str();
    // Framing by other sites is allowed: charts are meant to be embedded, and there are no accounts to attack by clickjacking.
    let mut text = format!(
        "{base}*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n  Cross-Origin-Opener-Policy: same-origin\n"
    );
    // Names with hashes of the content.
    for name in [
        "thi-dua-app-*",
        "thidua-*",
        "engine-*",
        "search-*",
        "desk-*",
        "publish-*",
        "xlsx-*",
        "bundle-*",
        "corpus-*",
        "main-*",
        "search/*",
    ] {
        text.push_str(&format!("\n{base}{name}\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }
    // Edition file and service worker have fixed names and must never be stale.
    for name in [EDITION_FILE, SERVICE_WORKER] {
        text.push_str(&format!("\n{base}{name}\n  Cache-Control: no-cache\n"));
    }
    text
}
