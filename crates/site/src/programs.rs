//! The programs that are loaded beside the page – the engine, the part of it that searches, and the workbench –, each a
//! script and its WebAssembly, as they are published: named by what is in them, so that a page never meets a program of another build.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};

use super::app::App;
use super::{Companion, SiteError};
use thidua_core::text::sha256;

/// A program beside the page, as the browser build leaves it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Program {
    /// The script that wasm-bindgen wrote.
    pub script: &'static str,
    /// Its WebAssembly.
    pub wasm: &'static str,
    /// The beginning of its names on the site.
    name: &'static str,
    /// Put behind the script.
    loader: &'static str,
}

/// The engine, which every page loads, or, where the index comes in pieces, a page that needs more than [`SEARCH`].
pub const ENGINE: Program = Program {
    script: "thi-dua-engine.js",
    wasm: "thi-dua-engine_bg.wasm",
    name: "engine",
    loader: include_str!("engine.js"),
};

/// The engine for searches in pieces alone, which every page loads where the index comes so.
pub const SEARCH: Program = Program {
    script: "thi-dua-search.js",
    wasm: "thi-dua-search_bg.wasm",
    name: "search",
    loader: include_str!("engine.js"),
};

/// The workbench, which is loaded where it is used.
pub const DESK: Program = Program {
    script: "thi-dua-desk.js",
    wasm: "thi-dua-desk_bg.wasm",
    name: "desk",
    loader: include_str!("desk.js"),
};

/// Hexadecimal digits of the hash in a name.
const DIGITS: usize = 16;

impl Program {
    /// Whether a file of the app is part of a program: published under another name.
    pub fn holds(path: &str) -> bool {
        [ENGINE, SEARCH, DESK].iter().any(|program| [program.script, program.wasm].contains(&path))
    }

    /// The script, then the WebAssembly.
    ///
    /// # Errors
    /// Where the app has no such program.
    pub fn files(self, app: &App) -> Result<[Companion; 2], SiteError> {
        let part = |path| app.file(path).ok_or_else(|| SiteError::App(format!("no {path} in it")));
        let (script, wasm) = (part(self.script)?, part(self.wasm)?);
        let wasm_name = format!("{}-{}_bg.wasm", self.name, hash(wasm));
        let loader =
            self.loader.replace("PROGRAM_WASM", &wasm_name).replace("PROGRAM_HASH", &integrity(wasm));
        let script = [script, loader.as_bytes()].concat();
        let script_name = format!("{}-{}.js", self.name, hash(&script));
        Ok([Companion::new(script_name, script), Companion::new(wasm_name, wasm)])
    }
}

/// The hash by which a browser knows that a file is this very one.
fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// The beginning of a hash: enough that two builds never share a name.
pub fn hash(bytes: &[u8]) -> String {
    let digest = sha256(bytes);
    digest.chars().take(DIGITS).collect()
}
