//! The engine's two files as they are published: named by what is in them, so that a page never meets the engine of
//! another build.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::SiteError;

/// As the browser build leaves them.
const SCRIPT: &str = "thi-dua-engine.js";
const WASM: &str = "thi-dua-engine_bg.wasm";
/// Put behind the script that wasm-bindgen wrote.
const LOADER: &str = include_str!("engine.js");
/// Hexadecimal digits of the hash in a name.
const DIGITS: usize = 16;

/// Renames the engine's files in `dist` by their contents. Gives back the name of the worker's script.
///
/// # Errors
/// Where a file cannot be read or written.
pub fn publish(dist: &Path) -> Result<String, SiteError> {
    let wasm = read(&dist.join(WASM))?;
    let wasm_name = format!("engine-{}_bg.wasm", hash(&wasm));
    let script = [read(&dist.join(SCRIPT))?, LOADER.replace("ENGINE_WASM", &wasm_name).into_bytes()].concat();
    let script_name = format!("engine-{}.js", hash(&script));
    write(&dist.join(&wasm_name), &wasm)?;
    write(&dist.join(&script_name), &script)?;
    for old in [SCRIPT, WASM] {
        let path = dist.join(old);
        fs::remove_file(&path).map_err(|reason| SiteError::File { path, action: "cannot remove", reason })?;
    }
    Ok(script_name)
}

fn hash(bytes: &[u8]) -> String {
    let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    digest.chars().take(DIGITS).collect()
}

fn read(path: &Path) -> Result<Vec<u8>, SiteError> {
    fs::read(path).map_err(|reason| SiteError::File { path: path.to_owned(), action: "cannot read", reason })
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), SiteError> {
    fs::write(path, bytes).map_err(|reason| SiteError::File {
        path: path.to_owned(),
        action: "cannot write",
        reason,
    })
}
