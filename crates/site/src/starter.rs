//! The inline script of every page: begins to load the engine and the manifest while the page is still being read, and tells
//! the reader where a file does not come. The same in every page, so that a host can name its hash in one header.

use serde_json::{Value, json};

use super::script::without_comments;
use thidua_core::domain::Lang;
use thidua_i18n::failures as says;
use thidua_pages::route::{BasePath, Page, Route};
use thidua_pages::site_model::EDITION_FILE;
use thidua_pages::url_state::PARAMETERS;

const NOTICE: &str = include_str!("notice.js");
const SCRIPT: &str = include_str!("starter.js");
/// Behind the notices of a site that is one file.
const SINGLE: &str = "if (!thidua.can()) thidua.say(\"browser\"); else thidua.wait(true, 8000);";

/// Scripts of the site, by their paths below the base.
#[derive(Debug)]
pub struct Scripts<'a> {
    /// The app.
    pub app: &'a str,
    /// The engine that every page loads.
    pub engine: &'a str,
    /// The whole engine, where that is another.
    pub beyond: Option<&'a str>,
    /// The workbench.
    pub desk: &'a str,
}

/// The script of a page. The words in it are ours and hold no markup.
pub fn starter(base: &BasePath, scripts: &Scripts<'_>, offline: &str) -> String {
    let Scripts { app, engine, beyond, desk } = scripts;
    let figures = [Page::Figures, Page::Embed].map(|page| Route { lang: Lang::Vi, page }.path());
    let own: Vec<&str> = [*app, *engine, *desk].into_iter().chain(*beyond).collect();
    let beyond = beyond.map_or_else(String::new, |path| base.file(path));
    let script = without_comments(SCRIPT)
        .replace("SCRIPTS", &json!(own).to_string())
        .replace("\"ENGINE\"", &json!(base.file(engine)).to_string())
        .replace("FIGURES", &json!(figures).to_string())
        .replace("\"BEYOND\"", &json!(beyond).to_string())
        .replace("\"EDITION\"", &json!(base.file(EDITION_FILE)).to_string())
        .replace("\"OFFLINE\"", &json!(base.file(offline)).to_string());
    format!("<script>{}{script}</script>", notice())
}

/// The script that writes notices in a site that is one file.
pub fn single_notice() -> String {
    format!("{}{SINGLE}", notice())
}

fn notice() -> String {
    without_comments(NOTICE)
        .replace("PARAMETERS", &json!(PARAMETERS).to_string())
        .replace("WORDS", &json!({ "vi": words(Lang::Vi), "en": words(Lang::En) }).to_string())
}

/// What the script says, by its codes.
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
    fn the_script_is_read_by_browsers_of_before_2015() {
        let scripts = Scripts { app: "a.js", engine: "e.js", beyond: Some("b.js"), desk: "d.js" };
        let script = starter(&BasePath::new("/kho/"), &scripts, "sw.js");
        for young in ["=>", "?.", "??", "catch {", "`", "let ", "const ", "async ", "..."] {
            assert!(!script.contains(young), "{young}");
        }
        for name in [
            "WORDS",
            "PARAMETERS",
            "SCRIPTS",
            "\"ENGINE\"",
            "FIGURES",
            "\"BEYOND\"",
            "\"EDITION\"",
            "\"OFFLINE\"",
        ] {
            assert!(!script.contains(name), "{name} is left");
        }
        assert!(script.contains("\"/kho/e.js\"") && script.contains("\"/kho/b.js\""));
    }
}
