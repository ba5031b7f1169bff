//! Pages that only the site builder makes: from the document of a single-file site, or from the host.

use web_sys::{AbortController, RequestCache};

use thidua_client::{BuiltPages, LoadFailure, PageResponse, StaticPage, View, parse_static_page};
use thidua_pages::route::BasePath;

use super::{RETRY_DELAYS_MS, embedded_text};
use crate::fetch::{fetch_bytes, log_warning, sleep};

/// Property of the scope with all built pages as a JSON object, in a single-file site.
const PAGES_PROPERTY: &str = "pages";

/// Loads the built page of `path`; a single-file site has all of them at once.
///
/// # Errors
/// The host does not send the page, or sends another one.
pub(super) async fn load(base: &BasePath, path: &str) -> Result<BuiltPages, LoadFailure> {
    if let Some(pages) = embedded_text(PAGES_PROPERTY) {
        return serde_json::from_str(&pages).map_err(|reason| {
            log_warning(&reason.to_string());
            LoadFailure::Corrupt
        });
    }
    let url = base.file(path);
    let mut result = fetch(&url, path, RequestCache::Default).await;
    for delay in RETRY_DELAYS_MS {
        match &result {
            Err(failure) if failure.is_retryable() || *failure == LoadFailure::Corrupt => {}
            _ => break,
        }
        sleep(delay).await;
        result = fetch(&url, path, RequestCache::Reload).await;
    }
    result
}

async fn fetch(url: &str, path: &str, cache: RequestCache) -> Result<BuiltPages, LoadFailure> {
    let controller = AbortController::new().map_err(|_| LoadFailure::ProgramUnavailable)?;
    let bytes = fetch_bytes(url, cache, false, &controller).await?;
    let page = std::str::from_utf8(&bytes).ok().and_then(parse_static_page);
    let Some(StaticPage::Page(page)) = page else { return Err(LoadFailure::Corrupt) };
    match *page {
        PageResponse { path: built_for, view: View::Static(markup), .. } if built_for == path => {
            Ok(BuiltPages::from([(built_for, markup)]))
        }
        _ => Err(LoadFailure::Corrupt),
    }
}
