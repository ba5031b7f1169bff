//! The script of every page, `thidua-<hash>.js`, and the recorder in the head that keeps events until it has arrived.
//!
//! One file has two parts. In a page it handles what needs no app, starts the engine and loads the app. In a worker it is the
//! program that searches: both are needed on the first visit, and one request is faster than two.

use serde_json::json;

use thidua_client::PageRequest;
use thidua_pages::route::BasePath;
use thidua_pages::url_state::PARAMETERS;

use super::strip_comments::strip_comments;
use super::template_program::AppProgram;
use super::wasm_bundles::{SEARCH, engine_loader, hash};
use crate::SiteError;
use crate::app_bundle::AppBundle;
use crate::offline::SERVICE_WORKER;
use crate::output::OutputFile;

const RECORDER: &str = include_str!("recorder.js");
const ADDRESS: &str = include_str!("page/address.js");
const ACTIONS: &str = include_str!("page/actions.js");
const SHEET: &str = include_str!("page/sheet.js");
const FORMS: &str = include_str!("page/forms.js");
const MENUS: &str = include_str!("page/menus.js");
const RECORDING: &str = include_str!("page/recording.js");
const REPLAY: &str = include_str!("page/replay.js");
const ENGINE: &str = include_str!("page/engine.js");
const SEARCH_BEFORE_APP: &str = include_str!("page/search.js");
const HEARING: &str = include_str!("page/hearing.js");

/// Returns the script of the pages of a site, then the WebAssembly of the program that searches.
///
/// # Errors
/// [`SiteError::App`] if the app lacks the program.
pub fn page_script(app: &AppBundle) -> Result<[OutputFile; 2], SiteError> {
    let part = |path| app.file(path).ok_or_else(|| SiteError::App(format!("no {path} in it")));
    let (glue, wasm) = (part(SEARCH.script)?, part(SEARCH.wasm)?);
    // Templates of tests start no app.
    let AppProgram { script, wasm: app_wasm } = AppProgram::of(&app.template()?).unwrap_or_default();
    let page = joined(&[
        ADDRESS,
        ACTIONS,
        SHEET,
        FORMS,
        MENUS,
        RECORDING,
        REPLAY,
        ENGINE,
        SEARCH_BEFORE_APP,
        HEARING,
    ])
    .replace("\"APP_SCRIPT\"", &json!(script).to_string())
    .replace("\"APP_WASM\"", &json!(app_wasm).to_string())
    .replace("\"OFFLINE\"", &json!(SERVICE_WORKER).to_string());
    let script = format!(
        "if (typeof document === \"object\") {page}\nelse {{\n{}\n{}\n}}\n",
        strip_comments(&String::from_utf8_lossy(glue)),
        engine_loader(&SEARCH.wasm_path(wasm), wasm, true)
    );
    let path = format!("thidua-{}.js", hash(script.as_bytes()));
    Ok([OutputFile::new(path, script), OutputFile::new(SEARCH.wasm_path(wasm), wasm)])
}

/// Returns the elements for the head: the recorder, and the script of the page, which is loaded asynchronously. They stand behind
/// [`bootstrap`](super::bootstrap::bootstrap()), because a script that the browser has kept may run at once.
pub fn page_script_head(base: &BasePath, script: &OutputFile) -> String {
    format!(
        "<script>{}</script><script async src=\"{}\"></script>",
        strip_comments(RECORDER),
        base.file(&script.path)
    )
}

/// Returns recorder and script in one element, for a site in one file: its engine and its app are in the document.
pub fn page_script_inline() -> String {
    let page = joined(&[ADDRESS, ACTIONS, SHEET, FORMS, MENUS, RECORDING, REPLAY, HEARING]);
    format!("<script>{}\n{page}</script>", strip_comments(RECORDER))
}

/// Joins parts of the script into one scope.
fn joined(parts: &[&str]) -> String {
    let code: Vec<String> = parts.iter().map(|part| strip_comments(part)).collect();
    format!("{{\n{}\n}}", code.join("\n"))
        .replace("PARAMETERS", &json!(PARAMETERS).to_string())
        .replace("CARDS", &PageRequest::CARDS.to_string())
}

#[cfg(test)]
mod tests {
    use thidua_pages::url_state::{parse_search, search_query};

    use super::*;

    #[test]
    fn parameters_of_a_search_stand_first_and_in_the_order_of_addresses() {
        let all = "xep=newest&vai-tro=target&cap=city&khoi=women&loai=title&nam=2020&don-vi=a&q=a";
        let written = search_query(&parse_search(all));
        let names: Vec<&str> = written.split('&').filter_map(|pair| pair.split('=').next()).collect();
        assert_eq!(Some(names.as_slice()), PARAMETERS.get(..8));
        assert!(SEARCH_BEFORE_APP.contains("NAMES.slice(0, 8)"));
    }

    #[test]
    fn no_placeholder_is_left_in_the_script_of_a_single_file() {
        let script = page_script_inline();
        for word in ["PARAMETERS", "CARDS", "OFFLINE", "APP_SCRIPT"] {
            assert!(!script.contains(word), "{word}");
        }
    }
}
