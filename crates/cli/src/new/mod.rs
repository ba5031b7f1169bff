//! `thidua new`: an example corpus of one invented article, with every kind of fact, that passes verification.

mod github;

use std::fs;
use std::path::{Path, PathBuf};

use thidua_core::corpus::json_schema;
use thidua_core::text::sha256;

use super::files::read_package;
use super::shell::shell_word;
use super::{CliError, ExitStatus, report};

/// Name of the source text of the example.
const TEXT_STEM: &str = "vi-du";
const TEXT: &str = include_str!("text.txt");
const CORPUS: &str = include_str!("corpus.json");
const README: &str = include_str!("README.md");

/// Arguments of `thidua new`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A new or empty folder
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// A corpus package (.zip) to unpack there, instead of the example
    #[arg(long, value_name = "PACKAGE")]
    from: Option<PathBuf>,
    /// Make a folder to put into a new repository on GitHub, which then checks the corpus and publishes the site by itself
    #[arg(long)]
    github: bool,
    /// The repository on GitHub whose releases have this program [default: the one that released it]
    #[arg(long, value_name = "OWNER/NAME", requires = "github")]
    program_from: Option<String>,
    /// The SHA-256 of the archive of this version for Linux; without it, the list of checksums of the release is trusted
    #[arg(long, value_name = "HASH", requires = "github")]
    program_sha256: Option<String>,
}

/// Repository that released this program; set by `scripts/release`.
const RELEASED_BY: Option<&str> = option_env!("THIDUA_REPOSITORY");

impl Args {
    /// Returns the arguments that create the example corpus in a folder.
    pub fn example(folder: &Path) -> Args {
        Args {
            folder: folder.to_owned(),
            from: None,
            github: false,
            program_from: None,
            program_sha256: None,
        }
    }
}

/// Runs the command. Existing files are never touched.
pub fn run(args: &Args) -> Result<ExitStatus, CliError> {
    let folder = &args.folder;
    let is_taken = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => folder.exists(),
    };
    if is_taken {
        return Err(CliError::NotEmpty(folder.clone()));
    }
    if let Some(from) = args.from.as_deref().filter(|_| !args.github) {
        return unpack(from, folder);
    }
    let corpus = CORPUS.replace("{{SHA256}}", &sha256(TEXT.as_bytes())).replacen(
        '{',
        "{\n  \"$schema\": \"./corpus.schema.json\",",
        1,
    );
    if args.github {
        return new_for_github(args, &corpus);
    }
    for (name, text) in [
        (format!("texts/{TEXT_STEM}.txt").as_str(), TEXT),
        ("corpus.json", &corpus),
        ("corpus.schema.json", &json_schema()),
        ("README.md", README),
    ] {
        write(&folder.join(name), text.as_bytes())?;
    }
    report::print(&format!(
        "A corpus with one example article is in {0}; README.md there says how to go on.\nTry: thidua serve {1}\n",
        folder.display(),
        shell_word(folder)
    ))?;
    Ok(ExitStatus::Success)
}

/// Unpacks a corpus package into a folder.
fn unpack(package: &Path, folder: &Path) -> Result<ExitStatus, CliError> {
    let read = read_package(package)?;
    let files = read.files().map_err(|reason| CliError::Package(package.to_owned(), reason))?;
    for (path, bytes) in &files {
        write(&folder.join(path), bytes)?;
    }
    report::print(&format!(
        "The package is unpacked in {0}: {1} files.\nTry: thidua serve {2}\n",
        folder.display(),
        files.len(),
        shell_word(folder)
    ))?;
    Ok(ExitStatus::Success)
}

/// Makes the folder for GitHub, from a package or the document `example`.
fn new_for_github(args: &Args, example: &str) -> Result<ExitStatus, CliError> {
    let known = RELEASED_BY.filter(|name| !name.is_empty());
    let repository = args.program_from.as_deref().or(known).ok_or(CliError::NoRelease)?;
    let release = github::Release { repository, sha256: args.program_sha256.as_deref() };
    if !release.is_well_formed() {
        return Err(CliError::MalformedRelease);
    }
    let corpus = match &args.from {
        Some(package) => read_package(package)?.into(),
        None => github::Corpus::example(example)?,
    };
    for (name, bytes) in github::files(corpus, &release) {
        write(&args.folder.join(name), &bytes)?;
    }
    report::print(&format!(
        "A folder for a repository on GitHub is in {}; README.md there says what to click.\n",
        args.folder.display()
    ))?;
    Ok(ExitStatus::Success)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    let error = |e| CliError::Write(path.to_owned(), e);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(error)?;
    }
    fs::write(path, bytes).map_err(error)
}
