//! The app as a site publishes it: every file of the bundle, and a list that says where each stands. With them a page, which is
//! a program without files, makes a site again.
//!
//! Most files are published for readers anyway, some under names with hashes. Only the others are added, in [`FOLDER`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use thidua_core::text::sha256;

use crate::SiteError;
use crate::app_bundle::{AppBundle, TEMPLATE};
use crate::output::OutputFile;
use crate::scripts::wasm_bundles::{WasmBundle, hash};

/// Folder of the files that no page loads.
const FOLDER: &str = "app/";

/// List of the files of an app, as a site publishes it: `bundle-<hash>.json`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleManifest {
    /// Files by their path in the bundle.
    pub files: BTreeMap<String, BundleEntry>,
}

/// One file of an app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleEntry {
    /// Path at which the site publishes it.
    pub path: String,
    /// SHA-256 of its content, in lower-case hexadecimal.
    pub sha256: String,
}

impl BundleManifest {
    /// Reads a manifest. `None` if the text is none.
    pub fn parse(text: &[u8]) -> Option<BundleManifest> {
        serde_json::from_slice(text).ok()
    }
}

impl BundleEntry {
    /// Returns whether `bytes` are the whole file, of this build.
    pub fn fits(&self, bytes: &[u8]) -> bool {
        sha256(bytes) == self.sha256
    }
}

/// What a site publishes of its app besides what pages load.
#[derive(Debug)]
pub struct PublishedBundle {
    /// The manifest.
    pub manifest: OutputFile,
    /// Files that are published for the manifest alone.
    pub files: Vec<OutputFile>,
}

impl PublishedBundle {
    /// Lists the files of `app`, whose `programs` are published under names with hashes.
    ///
    /// # Errors
    /// [`SiteError::Json`].
    pub fn new(app: &AppBundle, programs: &[WasmBundle]) -> Result<PublishedBundle, SiteError> {
        let (mut manifest, mut files) = (BundleManifest::default(), Vec::new());
        for (name, bytes) in app.carried() {
            let program = programs.iter().find(|program| program.wasm == name);
            let path = match program {
                Some(program) => program.wasm_path(bytes),
                None if name == TEMPLATE || WasmBundle::contains(name) => {
                    // The template is no page.
                    let path = format!("{FOLDER}{}", if name == TEMPLATE { "template.txt" } else { name });
                    files.push(OutputFile::new(path.clone(), bytes));
                    path
                }
                None => name.to_owned(),
            };
            manifest.files.insert(name.to_owned(), BundleEntry { path, sha256: sha256(bytes) });
        }
        let text = serde_json::to_vec(&manifest).map_err(SiteError::Json)?;
        Ok(PublishedBundle { manifest: OutputFile::new(format!("bundle-{}.json", hash(&text)), text), files })
    }
}
