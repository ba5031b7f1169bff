//! The compiled browser app: page template, scripts, WebAssembly, styles, fonts, icons. One of the two inputs of a build.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use thidua_publish::archive;

use crate::SiteError;

/// Path of the page template that the browser build writes.
pub(crate) const TEMPLATE: &str = "index.html";
/// Files in the folder of a browser build that belong to the corpus there and not to the app.
const CORPUS_FILES: [&str; 3] = ["corpus.json", "corpus.schema.json", "attestation.json"];

/// Files of the browser app by path, with `/` between folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppBundle {
    files: BTreeMap<String, Vec<u8>>,
}

impl AppBundle {
    /// Creates a bundle from the files of a browser build.
    ///
    /// # Errors
    /// [`SiteError::App`] if there is no page template among them.
    pub fn from_files(files: BTreeMap<String, Vec<u8>>) -> Result<AppBundle, SiteError> {
        match files.contains_key(TEMPLATE) {
            true => Ok(AppBundle { files }),
            false => Err(SiteError::App(format!("no {TEMPLATE} in it"))),
        }
    }

    /// Reads a bundle from a ZIP archive that [`AppBundle::pack`] wrote.
    ///
    /// # Errors
    /// [`SiteError::App`] if the bytes are no such archive.
    pub fn unpack(bytes: &[u8]) -> Result<AppBundle, SiteError> {
        let broken = |reason: &dyn std::fmt::Display| SiteError::App(reason.to_string());
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
        let mut files = BTreeMap::new();
        for i in 0..zip.len() {
            let mut file = zip.by_index(i).map_err(|e| broken(&e))?;
            let mut content = Vec::new();
            file.read_to_end(&mut content).map_err(|e| broken(&e))?;
            files.insert(file.name().map_err(|e| broken(&e))?.to_string(), content);
        }
        AppBundle::from_files(files)
    }

    /// Writes the bundle as a ZIP archive, without the files of a corpus. Equal bundles give equal bytes.
    ///
    /// # Errors
    /// [`SiteError::Archive`] if the archive cannot be written.
    pub fn pack(&self) -> Result<Vec<u8>, SiteError> {
        archive(&self.carried().collect::<Vec<_>>()).map_err(SiteError::Archive)
    }

    /// Returns all files but those of a corpus, sorted by path: what a site takes along, so that it can publish itself.
    pub fn carried(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let files = self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        files.filter(|(path, _)| !CORPUS_FILES.contains(path))
    }

    /// Returns the page template as text.
    ///
    /// # Errors
    /// [`SiteError::App`] if the bundle has none.
    pub fn template(&self) -> Result<String, SiteError> {
        self.text(TEMPLATE).ok_or_else(|| SiteError::App(format!("no {TEMPLATE} in it")))
    }

    /// Returns a file as text; bytes that are not UTF-8 become U+FFFD. `None` if there is no such file.
    pub fn text(&self, path: &str) -> Option<String> {
        self.files.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    }

    /// Returns the bytes of a file. `None` if there is no such file.
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Returns all files, sorted by path.
    pub fn files(&self) -> impl Iterator<Item = (&String, &Vec<u8>)> {
        self.files.iter()
    }

    /// Returns the files that are published unchanged: all but the page template and the files of a corpus.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.carried().filter(|(path, _)| *path != TEMPLATE)
    }
}
