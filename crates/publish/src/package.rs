//! Corpus package: one ZIP with the corpus, its attestation, the source texts and the settings of a site.
//!
//! ```text
//! thidua-package.json   {"format":"thidua-corpus-package","version":1,"settings":{"url":null}}
//! corpus.json
//! attestation.json      if there is one
//! texts/<name>.txt      the source texts, by the `file_stem` of their articles
//! ```
//!
//! Unpacked, it is a folder that `thidua` takes as a corpus.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::PackageError;
use crate::archive::archive;
use crate::package_reader::{check_text_name, parse, read_files};

/// Name of the file that makes an archive or a folder a corpus package.
pub const PACKAGE_FILE: &str = "thidua-package.json";
/// Folder of the source texts, with the `/` at its end.
pub const TEXTS_FOLDER: &str = "texts/";
/// Name of the corpus document.
pub(crate) const CORPUS: &str = "corpus.json";
/// Name of the attestation.
pub(crate) const ATTESTATION: &str = "attestation.json";
/// Value of `format`.
pub(crate) const FORMAT: &str = "thidua-corpus-package";
/// Version of the format that this program writes, and the latest that it reads.
pub(crate) const VERSION: u64 = 1;

/// Settings of a site that are not in its corpus.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteSettings {
    /// Address at which the site is published, as `thidua build --url` takes it; `None` if it is not known.
    pub url: Option<String>,
}

/// Everything that makes a site but the app.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CorpusPackage {
    /// Corpus document.
    #[serde(with = "utf8")]
    pub corpus: Vec<u8>,
    /// Attestation of the corpus; `None` if nothing is verified.
    #[serde(with = "utf8_option")]
    pub attestation: Option<Vec<u8>>,
    /// Source texts by `file_stem`.
    pub texts: BTreeMap<String, String>,
    /// Settings of the site.
    pub settings: SiteSettings,
}

/// Content of [`PACKAGE_FILE`].
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Header {
    pub format: String,
    pub version: u64,
    pub settings: SiteSettings,
}

impl CorpusPackage {
    /// Reads a package that [`CorpusPackage::write`] or another program has written as a ZIP archive.
    ///
    /// # Errors
    /// A [`PackageError`] that names the file and the reason; nothing of a faulty package is used.
    pub fn read(bytes: &[u8]) -> Result<CorpusPackage, PackageError> {
        parse(read_files(bytes)?)
    }

    /// Writes the package as a ZIP archive. Equal packages give equal bytes.
    ///
    /// # Errors
    /// A [`PackageError`] where [`CorpusPackage::read`] would refuse what is written.
    pub fn write(&self) -> Result<Vec<u8>, PackageError> {
        let files = self.files()?;
        let files: Vec<(&str, &[u8])> =
            files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
        archive(&files).map_err(|reason| PackageError::NotWritten(reason.to_string()))
    }

    /// Returns the files of the package by path, as they stand in the archive and in an unpacked folder.
    ///
    /// # Errors
    /// A [`PackageError`] where a text has no usable name, or a document is not UTF-8.
    pub fn files(&self) -> Result<BTreeMap<String, Vec<u8>>, PackageError> {
        let header = Header { format: FORMAT.to_owned(), version: VERSION, settings: self.settings.clone() };
        let header =
            serde_json::to_vec(&header).map_err(|reason| PackageError::NotWritten(reason.to_string()))?;
        let mut files =
            BTreeMap::from([(PACKAGE_FILE.to_owned(), header), (CORPUS.to_owned(), self.corpus.clone())]);
        files.extend(self.attestation.clone().map(|bytes| (ATTESTATION.to_owned(), bytes)));
        for (stem, text) in &self.texts {
            let path = format!("{TEXTS_FOLDER}{stem}.txt");
            check_text_name(&path, stem)?;
            files.insert(path, text.clone().into_bytes());
        }
        // Whatever is written can be read.
        parse(files.clone())?;
        Ok(files)
    }
}

/// Documents in messages: text, not a list of numbers.
mod utf8 {
    use serde::{Deserialize, Deserializer, Serializer, ser::Error};

    pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(std::str::from_utf8(bytes).map_err(S::Error::custom)?)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        String::deserialize(deserializer).map(String::into_bytes)
    }
}

/// Like [`utf8`], for a document that may be absent.
mod utf8_option {
    use serde::{Deserialize, Deserializer, Serialize as _, Serializer, ser::Error};

    pub fn serialize<S: Serializer>(bytes: &Option<Vec<u8>>, serializer: S) -> Result<S::Ok, S::Error> {
        let text = bytes.as_deref().map(std::str::from_utf8).transpose().map_err(S::Error::custom)?;
        text.serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<u8>>, D::Error> {
        Ok(Option::<String>::deserialize(deserializer)?.map(String::into_bytes))
    }
}
