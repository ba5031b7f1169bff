//! Files next to a corpus, in its folder: the attestation, the source texts, and the settings of an unpacked package.

use std::path::{Path, PathBuf};

use thidua_publish::PACKAGE_FILE;

/// Returns the folder of a corpus: itself, or the one that holds the document or the package.
pub fn folder_of(corpus: &Path) -> &Path {
    let folder = if corpus.is_dir() { Some(corpus) } else { corpus.parent() };
    folder.unwrap_or(Path::new(""))
}

/// Returns the path of the `attestation.json` next to a corpus.
pub fn attestation_path(corpus: &Path) -> PathBuf {
    folder_of(corpus).join("attestation.json")
}

/// Reads the attestation `path`, or else the `attestation.json` next to a corpus; `None` if there is none.
pub fn read_attestation(path: Option<&Path>, corpus: &Path) -> Option<Vec<u8>> {
    let given = path.and_then(|path| std::fs::read(path).ok());
    given.or_else(|| std::fs::read(attestation_path(corpus)).ok())
}

/// Returns the path of the folder `texts` next to a corpus, which may not exist.
pub fn texts_path(corpus: &Path) -> PathBuf {
    folder_of(corpus).join("texts")
}

/// Returns the folder `texts` next to a corpus; `None` if there is none.
pub fn texts_folder(corpus: &Path) -> Option<PathBuf> {
    Some(texts_path(corpus)).filter(|folder| folder.is_dir())
}

/// Returns the path of the settings next to a corpus, which only an unpacked package has.
pub fn settings_path(corpus: &Path) -> PathBuf {
    folder_of(corpus).join(PACKAGE_FILE)
}

/// Reads the address of the site from the settings of an unpacked package; `None` if it has none.
pub fn read_url(corpus: &Path) -> Option<String> {
    let bytes = std::fs::read(settings_path(corpus)).ok()?;
    let settings: serde_json::Value = serde_json::from_slice(&bytes).ok()?;
    Some(settings.get("settings")?.get("url")?.as_str()?.to_owned())
}
