//! `thidua new`: an example corpus of one invented article, with every kind of fact, that passes verification.

use std::fs;
use std::path::{Path, PathBuf};

use thidua_core::corpus::json_schema;
use thidua_core::text::sha256;

use super::files::read_package;
use super::shell::shell_word;
use super::{CliError, ExitStatus, report};

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
    if let Some(from) = &args.from {
        return unpack(from, folder);
    }
    let corpus = CORPUS.replace("{{SHA256}}", &sha256(TEXT.as_bytes())).replacen(
        '{',
        "{\n  \"$schema\": \"./corpus.schema.json\",",
        1,
    );
    for (name, text) in [
        ("texts/vi-du.txt", TEXT),
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

fn write(path: &Path, text: &[u8]) -> Result<(), CliError> {
    let error = |e| CliError::Write(path.to_owned(), e);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(error)?;
    }
    fs::write(path, text).map_err(error)
}
