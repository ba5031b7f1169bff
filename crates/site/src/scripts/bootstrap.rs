//! Inline script of every page: starts the engine while the page is still being parsed, and shows a notice if a file cannot be
//! loaded. It is the same on every page, so that a host can allow it by one hash in a header.

use serde_json::{Value, json};

use thidua_core::domain::Lang;
use thidua_i18n::failures as says;
use thidua_pages::route::{BasePath, Page, Route};
use thidua_pages::url_state::PARAMETERS;

use super::strip_comments::strip_comments;
use super::wasm_bundles::{COMPILE, with_program};
use crate::output::OutputFile;

const NOTICE: &str = include_str!("notice.js");
const SCRIPT: &str = include_str!("bootstrap.js");
/// Start of the notices in a site in one file.
const SINGLE: &str = "if (!thidua.can()) thidua.say(\"browser\"); else thidua.wait(true, 8000);";

/// Paths of the scripts of a site, relative to its root.
#[derive(Debug)]
pub struct ScriptPaths<'a> {
    /// App.
    pub app: &'a str,
    /// Script of the page, which is also the worker that searches.
    pub page: &'a str,
    /// Full engine.
    pub full_engine: &'a str,
    /// Editor.
    pub editor: &'a str,
}

/// Returns the script element of a page. `search` is the WebAssembly of the program that searches.
pub fn bootstrap(base: &BasePath, scripts: &ScriptPaths<'_>, search: &OutputFile) -> String {
    let ScriptPaths { app, page, full_engine, editor } = scripts;
    let figures =
        [Page::Figures, Page::Comparison, Page::Embed].map(|page| Route { lang: Lang::Vi, page }.path());
    let own = [*app, *page, *full_engine, *editor];
    let script = [COMPILE, SCRIPT].map(strip_comments).join("\n");
    let script = with_program(&script, &base.file(&search.path), &search.bytes)
        .replace("OWN_SCRIPTS", &json!(own).to_string())
        .replace("\"PAGE_SCRIPT\"", &json!(base.file(page)).to_string())
        .replace("FIGURES", &json!(figures).to_string())
        .replace("\"FULL_ENGINE\"", &json!(base.file(full_engine)).to_string());
    format!("<script>{}{script}</script>", notice())
}

/// Returns the script for notices in a site in one file.
pub fn single_notice() -> String {
    format!("{}{SINGLE}", notice())
}

fn notice() -> String {
    strip_comments(NOTICE)
        .replace("PARAMETERS", &json!(PARAMETERS).to_string())
        .replace("WORDS", &json!({ "vi": words(Lang::Vi), "en": words(Lang::En) }).to_string())
}

/// Returns the texts of notices by code.
fn words(lang: Lang) -> Value {
    json!({
        "offline": says::offline(lang),
        "slow": says::slow(lang),
        "damaged": says::damaged(lang),
        "large": says::too_large(lang),
        "program": says::program(lang),
        "crashed": says::crashed(lang),
        "browser": says::browser(lang),
        "stale": says::stale(lang),
        "waiting": says::waiting(lang),
        "401": says::refused(lang),
        "403": says::refused(lang),
        "404": says::missing(lang),
        "410": says::missing(lang),
        "429": says::too_many(lang),
        "status": says::host_error(lang),
        "reads": says::still_reads(lang),
        "not_searched": says::not_searched(lang),
        "not_filtered": says::not_filtered(lang),
        "searching": says::searching(lang),
        "retry": says::try_again(lang),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bootstrap_script_uses_es5_syntax_only() {
        let scripts = ScriptPaths { app: "a.js", page: "p.js", full_engine: "b.js", editor: "d.js" };
        let script = bootstrap(&BasePath::new("/kho/"), &scripts, &OutputFile::new("s.wasm", "x"));
        for syntax in ["=>", "?.", "??", "catch {", "`", "let ", "const ", "async ", "..."] {
            assert!(!script.contains(syntax), "{syntax}");
        }
        for name in
            ["WORDS", "PARAMETERS", "OWN_SCRIPTS", "PAGE_SCRIPT", "FIGURES", "FULL_ENGINE", "PROGRAM_"]
        {
            assert!(!script.contains(name), "{name} is left");
        }
        assert!(script.contains("tagName === \"SCRIPT\""), "names of elements are no placeholders");
        assert!(["p.js", "b.js", "s.wasm"].iter().all(|path| script.contains(&format!("\"/kho/{path}\""))));
    }
}
