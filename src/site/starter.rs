//! The inline script of every page: begins to load the engine and the manifest while the page is still being read, and helps where a file
//! of the app is gone. The same in every page, so that a host can name its hash in one header.

use serde_json::json;

use crate::domain::Lang;
use crate::i18n::words;
use crate::pages::MANIFEST;
use crate::route::{Base, Page, Route};

const SCRIPT: &str = include_str!("starter.js");

/// The script, for an engine of that name, and the whole one where that is another; the words in it are ours and hold no
/// markup.
pub fn starter(base: &Base, engine: &str, beyond: Option<&str>, offline: &str) -> String {
    let figures = [Page::Figures, Page::Embed].map(|page| Route { lang: Lang::Vi, page }.path());
    let text = |lang| json!(words(lang).stale).to_string();
    let script = SCRIPT
        .replace("ENGINE", &base.file(engine))
        .replace("FIGURES", &json!(figures).to_string())
        .replace("BEYOND", &beyond.map(|path| base.file(path)).unwrap_or_default())
        .replace("EDITION", &base.file(MANIFEST))
        .replace("OFFLINE", &base.file(offline))
        .replace("STALE_EN", &text(Lang::En))
        .replace("STALE_VI", &text(Lang::Vi));
    format!("<script>{script}</script>")
}
