//! WebAssembly programs next to the app: engine, search engine, editor and publisher, each a script and its WebAssembly. Published names
//! contain a hash of the content, so that a page never loads a program of another build.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};

use thidua_core::text::sha256;

use super::strip_comments::strip_comments;
use crate::SiteError;
use crate::app_bundle::AppBundle;
use crate::output::OutputFile;

/// Names of the two files of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WasmBundle {
    /// Script of wasm-bindgen in the browser build.
    pub script: &'static str,
    /// WebAssembly in the browser build.
    pub wasm: &'static str,
    /// Prefix of the published names.
    name: &'static str,
    /// Code that is appended to the script.
    loader: Loader,
}

/// Code that starts a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loader {
    /// An engine, see [`engine_loader`].
    Engine,
    /// Its own code.
    Own(&'static str),
}

/// Full engine, which pages load only if they need more than [`SEARCH`].
pub const ENGINE: WasmBundle = WasmBundle {
    script: "thi-dua-engine.js",
    wasm: "thi-dua-engine_bg.wasm",
    name: "engine",
    loader: Loader::Engine,
};

/// Search-only engine, which every page loads as a part of its script, see [`super::page_script`].
pub const SEARCH: WasmBundle = WasmBundle {
    script: "thi-dua-search.js",
    wasm: "thi-dua-search_bg.wasm",
    name: "search",
    loader: Loader::Engine,
};

/// Editor, loaded by its page only.
pub const EDITOR: WasmBundle = WasmBundle {
    script: "thi-dua-desk.js",
    wasm: "thi-dua-desk_bg.wasm",
    name: "desk",
    loader: Loader::Own(include_str!("editor_loader.js")),
};

/// Maker of workbooks, loaded only when a reader asks for one.
pub const WORKBOOK: WasmBundle = WasmBundle {
    script: "thi-dua-xlsx.js",
    wasm: "thi-dua-xlsx_bg.wasm",
    name: "xlsx",
    loader: Loader::Own(include_str!("workbook_loader.js")),
};

/// Publisher, loaded only when somebody publishes.
pub const PUBLISHER: WasmBundle = WasmBundle {
    script: "thi-dua-publish.js",
    wasm: "thi-dua-publish_bg.wasm",
    name: "publish",
    loader: Loader::Own(include_str!("publisher_loader.js")),
};

/// Function that compiles a program.
pub const COMPILE: &str = include_str!("compile.js");
const ENGINE_LOADER: &str = include_str!("engine_loader.js");

/// Number of hexadecimal digits of the hash in a name: enough that two builds never share a name.
const DIGITS: usize = 16;

impl WasmBundle {
    /// Returns whether a file of the app belongs to one of the programs, which are published under other names.
    pub fn contains(path: &str) -> bool {
        let programs = [ENGINE, SEARCH, EDITOR, PUBLISHER, WORKBOOK];
        programs.iter().any(|bundle| [bundle.script, bundle.wasm].contains(&path))
    }

    /// Returns whether the app has the program.
    pub fn is_in(self, app: &AppBundle) -> bool {
        app.file(self.script).is_some() && app.file(self.wasm).is_some()
    }

    /// Returns the path under which the WebAssembly `wasm` is published.
    pub fn wasm_path(self, wasm: &[u8]) -> String {
        format!("{}-{}_bg.wasm", self.name, hash(wasm))
    }

    /// Returns the published files: the script, then the WebAssembly. `names` are words in capitals of the loader and the paths
    /// that replace them.
    ///
    /// # Errors
    /// [`SiteError::App`] if the app lacks the program.
    pub fn files(self, app: &AppBundle, names: &[(&str, &str)]) -> Result<[OutputFile; 2], SiteError> {
        let part = |path| app.file(path).ok_or_else(|| SiteError::App(format!("no {path} in it")));
        let (script, wasm) = (part(self.script)?, part(self.wasm)?);
        let wasm_name = self.wasm_path(wasm);
        let loader = match self.loader {
            Loader::Engine => engine_loader(&wasm_name, wasm, false),
            Loader::Own(code) => with_program(code, &wasm_name, wasm),
        };
        let loader = names
            .iter()
            .fold(loader, |text, (word, path)| text.replace(&format!("\"{word}\""), &format!("\"{path}\"")));
        let script = [script, loader.as_bytes()].concat();
        let script_name = format!("{}-{}.js", self.name, hash(&script));
        Ok([OutputFile::new(script_name, script), OutputFile::new(wasm_name, wasm)])
    }
}

/// Returns the code that starts the engine `wasm`, published at `path`, in its worker. With `is_given` the page compiles it.
pub fn engine_loader(path: &str, wasm: &[u8], is_given: bool) -> String {
    let code = [COMPILE, ENGINE_LOADER].map(strip_comments).join("\n");
    with_program(&code, path, wasm).replace("GIVEN", &is_given.to_string())
}

/// Returns code with the names of path and hash of a program filled in.
pub fn with_program(code: &str, path: &str, wasm: &[u8]) -> String {
    code.replace("PROGRAM_WASM", path).replace("PROGRAM_HASH", &integrity(wasm))
}

/// Returns the value of an `integrity` option for `fetch`.
fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// Returns the first [`DIGITS`] digits of the SHA-256 of `bytes`.
pub fn hash(bytes: &[u8]) -> String {
    let digest = sha256(bytes);
    digest.chars().take(DIGITS).collect()
}

#[cfg(test)]
mod tests {
    use thidua_client::LoadFailure;

    use super::{EDITOR, ENGINE_LOADER, Loader};

    /// The loaders are JavaScript, which the compiler does not check against what the page can read.
    #[test]
    fn loaders_report_an_unavailable_program_in_a_form_that_the_page_can_read() {
        let object = format!("{{ failed: \"{}\" }}", LoadFailure::ProgramUnavailable.code());
        let Loader::Own(editor) = EDITOR.loader else { panic!("the editor has a loader") };
        for loader in [ENGINE_LOADER, editor, include_str!("../single_file/single.js")] {
            assert!(loader.contains(&object), "{object}");
        }
    }
}
