//! The engine's two files as they are published: named by what is in them, so that a page never meets the engine of
//! another build.

use sha2::{Digest, Sha256};

use super::app::App;
use super::{Companion, SiteError};

/// As the browser build leaves them.
pub const PARTS: [&str; 2] = [SCRIPT, WASM];
const SCRIPT: &str = "thi-dua-engine.js";
const WASM: &str = "thi-dua-engine_bg.wasm";
/// Put behind the script that wasm-bindgen wrote.
const LOADER: &str = include_str!("engine.js");
/// Hexadecimal digits of the hash in a name.
const DIGITS: usize = 16;

/// The worker's script, then its WebAssembly.
///
/// # Errors
/// Where the app has no engine.
pub fn engine_files(app: &App) -> Result<[Companion; 2], SiteError> {
    let part = |path| app.file(path).ok_or_else(|| SiteError::App(format!("no {path} in it")));
    let wasm = part(WASM)?;
    let wasm_name = format!("engine-{}_bg.wasm", hash(wasm));
    let script = [part(SCRIPT)?, LOADER.replace("ENGINE_WASM", &wasm_name).as_bytes()].concat();
    Ok([Companion::new(format!("engine-{}.js", hash(&script)), script), Companion::new(wasm_name, wasm)])
}

/// The beginning of a hash: enough that two builds never share a name.
pub fn hash(bytes: &[u8]) -> String {
    let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    digest.chars().take(DIGITS).collect()
}
