//! `thidua new --github`: a folder to put into a repository on GitHub, which then checks the corpus and publishes its site
//! with a released program.

use thidua_core::corpus::{SourceTexts, json_schema, load, verify};
use thidua_core::text::sha256;
use thidua_publish::CorpusPackage;

use super::super::CliError;
use super::{TEXT, TEXT_STEM};

const WORKFLOW: &str = include_str!("github/site.yml");
const README: &str = include_str!("github/README.md");
const EXAMPLE_VI: &str = " Bài báo có sẵn là ví dụ do chúng tôi bịa ra.";
const EXAMPLE_EN: &str = " The article in it is an example that we made up.";
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

/// Corpus of the folder. Source texts are not part of it: those of articles do not belong into a public repository, and the
/// attestation says that they were checked.
#[derive(Debug)]
pub struct Corpus {
    document: Vec<u8>,
    attestation: Option<Vec<u8>>,
    is_example: bool,
}

impl Corpus {
    /// The example of this program.
    ///
    /// # Errors
    /// [`CliError::Load`] if it is broken.
    pub fn example(document: &str) -> Result<Corpus, CliError> {
        let corpus = load(document.as_bytes()).map_err(|e| CliError::Load("corpus.json".into(), e))?;
        let mut sources = SourceTexts::default();
        sources.insert(TEXT_STEM, TEXT, &sha256(TEXT.as_bytes()));
        let attestation = verify(&corpus, &sources).attestation(&corpus).to_json();
        Ok(Corpus { document: document.into(), attestation: Some(attestation), is_example: true })
    }
}

impl From<CorpusPackage> for Corpus {
    fn from(package: CorpusPackage) -> Corpus {
        Corpus { document: package.corpus, attestation: package.attestation, is_example: false }
    }
}

/// Returns the files of the folder by path.
pub fn files(corpus: Corpus, release: &Release<'_>) -> Vec<(&'static str, Vec<u8>)> {
    let workflow = WORKFLOW
        .replace("{{VERSION}}", env!("CARGO_PKG_VERSION"))
        .replace("{{REPOSITORY}}", release.repository)
        .replace("{{CHECKSUM}}", &release.checks());
    let (vi, en) = match corpus.is_example {
        true => (EXAMPLE_VI, EXAMPLE_EN),
        false => ("", ""),
    };
    let readme = README.replace("{{EXAMPLE_VI}}", vi).replace("{{EXAMPLE_EN}}", en);
    let mut files = vec![
        ("README.md", readme.into_bytes()),
        (".gitignore", IGNORED.into()),
        (".github/workflows/site.yml", workflow.into_bytes()),
        ("kho/corpus.json", corpus.document),
        ("kho/corpus.schema.json", json_schema().into_bytes()),
    ];
    files.extend(corpus.attestation.map(|attestation| ("kho/attestation.json", attestation)));
    files
}
