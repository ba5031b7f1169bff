//! Files of the app inside the one HTML document: elements with data, each under its path in the bundle. The document carries
//! every file, also those that it does not run, because without them it could not make itself, or a whole site, again.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use crate::SiteError;
use crate::app_bundle::AppBundle;

/// Start of each element, before its path.
const START: &str = "<script type=\"text/plain\" data-file=\"";
/// Attribute of an element whose content is compressed.
const PACKED: &str = " data-packed";

/// One file of the app in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFile {
    /// Path in the bundle.
    pub path: String,
    /// Whether the bytes are compressed (deflate).
    pub is_packed: bool,
    /// The bytes as base64.
    pub text: String,
}

impl DataFile {
    /// Makes the element of a file that scripts of the document read under `id`, as it is.
    pub fn plain(path: &str, bytes: &[u8], id: &str) -> String {
        format!("{START}{path}\" id=\"{id}\">{}</script>\n", BASE64_STANDARD.encode(bytes))
    }

    /// Makes the element of a file that only the publisher reads: compressed where that saves a tenth.
    ///
    /// # Errors
    /// [`SiteError::Archive`].
    pub fn packed(path: &str, bytes: &[u8]) -> Result<String, SiteError> {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        let packed = encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(SiteError::Archive)?;
        let (attribute, content) = match packed.len() < bytes.len() / 10 * 9 {
            true => (PACKED, packed.as_slice()),
            false => ("", bytes),
        };
        Ok(format!("{START}{path}\"{attribute}>{}</script>\n", BASE64_STANDARD.encode(content)))
    }

    /// Returns the bytes of the file.
    ///
    /// # Errors
    /// [`SiteError::App`] that names the file, if the document is damaged there.
    pub fn bytes(&self) -> Result<Vec<u8>, SiteError> {
        let damaged = || SiteError::App(format!("{} in this document is damaged", self.path));
        let bytes = BASE64_STANDARD.decode(&self.text).map_err(|_| damaged())?;
        if !self.is_packed {
            return Ok(bytes);
        }
        let mut unpacked = Vec::new();
        DeflateDecoder::new(bytes.as_slice()).read_to_end(&mut unpacked).map_err(|_| damaged())?;
        Ok(unpacked)
    }
}

/// Returns the app of which a document was made.
///
/// # Errors
/// [`SiteError::App`] if it carries none, or a damaged one.
pub fn bundle_of_single_file(html: &str) -> Result<AppBundle, SiteError> {
    let mut files = BTreeMap::new();
    for element in html.split(START).skip(1) {
        let parts = element.split_once('"').and_then(|(path, rest)| {
            let (attributes, rest) = rest.split_once('>')?;
            Some((path, attributes, rest.split_once("</script>")?.0))
        });
        let (path, attributes, text) =
            parts.ok_or_else(|| SiteError::App("the document is cut off".to_owned()))?;
        let file = DataFile { path: path.to_owned(), is_packed: attributes == PACKED, text: text.to_owned() };
        files.insert(path.to_owned(), file.bytes()?);
    }
    AppBundle::from_files(files)
}
