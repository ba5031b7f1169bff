//! `thidua new --github`: a folder to put into a repository on GitHub, which then checks the corpus and publishes its site
//! with a released program.

use thidua_core::corpus::{SourceTexts, load, verify};
use thidua_core::text::sha256;

use super::super::CliError;
use super::{TEXT, TEXT_STEM};

const WORKFLOW: &str = include_str!("github/site.yml");
const README: &str = include_str!("github/README.md");
const IGNORED: &str = include_str!("github/gitignore");

/// Release from which the workflow takes the program.
#[derive(Debug)]
pub struct Release<'a> {
    /// `OWNER/NAME` of the repository that published it.
    pub repository: &'a str,
    /// SHA-256 of the archive for Linux. `None`: the workflow trusts the list of checksums of the release.
    pub sha256: Option<&'a str>,
}

impl Release<'_> {
    /// Returns whether both parts have their form, so that nothing else gets into the commands of the workflow.
    pub fn is_well_formed(&self) -> bool {
        let is_name = |part: &str| {
            !part.is_empty()
                && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
        };
        let is_repository = self.repository.split_once('/').is_some_and(|(a, b)| is_name(a) && is_name(b));
        let is_hash = |hash: &str| hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit());
        is_repository && self.sha256.is_none_or(is_hash)
    }

    /// Returns the commands that check the archive.
    fn checks(&self) -> String {
        match self.sha256 {
            Some(hash) => format!("echo \"{hash}  $PROGRAM.tar.gz\" | sha256sum --check --strict -"),
            None => [
                "curl --fail --silent --show-error --location --retry 3 --remote-name \"$RELEASE/SHA256SUMS\"",
                "grep -F \"  $PROGRAM.tar.gz\" SHA256SUMS | sha256sum --check --strict -",
            ]
            .join("\n          "),
        }
    }
}

/// Returns the files of the folder by path. The text of the example is not among them: texts of articles do not belong into
/// a public repository, and the attestation says that it was checked.
///
/// # Errors
/// [`CliError::Load`] if the example of this program is broken.
pub fn files(
    corpus: &str,
    schema: &str,
    release: &Release<'_>,
) -> Result<Vec<(&'static str, Vec<u8>)>, CliError> {
    let loaded = load(corpus.as_bytes()).map_err(|e| CliError::Load("corpus.json".into(), e))?;
    let mut sources = SourceTexts::default();
    sources.insert(TEXT_STEM, TEXT, &sha256(TEXT.as_bytes()));
    let attestation = verify(&loaded, &sources).attestation(&loaded).to_json();
    let workflow = WORKFLOW
        .replace("{{VERSION}}", env!("CARGO_PKG_VERSION"))
        .replace("{{REPOSITORY}}", release.repository)
        .replace("{{CHECKSUM}}", &release.checks());
    Ok(vec![
        ("README.md", README.into()),
        (".gitignore", IGNORED.into()),
        (".github/workflows/site.yml", workflow.into_bytes()),
        ("kho/corpus.json", corpus.into()),
        ("kho/corpus.schema.json", schema.into()),
        ("kho/attestation.json", attestation),
    ])
}
