//! `thidua rename`, `thidua join` and `thidua split`: changes of the names of a corpus, in its documents.
//!
//! A document is rewritten only if it changes, in its own indentation. The marks of verified articles are carried over,
//! because the ids in an article are part of what its mark stands for.

mod documents;
mod join;
mod marks;
mod rename;
mod report;
mod split;

use std::path::{Path, PathBuf};

use thidua_core::corpus::{
    FactPath, MergedCorpus, NameError, NameOperation, edit_documents, has_errors, validate,
};
use thidua_core::domain::Corpus;

use super::files::{LoadedCorpus, SourceDocument, refuse_package};
use super::progress::Activity;
use super::report::{self as reports, Format};
use super::validate::{DEFAULT_CORPUS, problems};
use super::write_file::replace_file;
use super::{CliError, ExitStatus};

use documents::DocumentFile;
pub use documents::read_documents;
use marks::CarriedMarks;

pub use join::Args as JoinArgs;
pub use rename::Args as RenameArgs;
pub use split::Args as SplitArgs;

/// Arguments of every operation on names.
#[derive(Debug, clap::Args)]
struct Common {
    /// The corpus: a document, or a folder of documents merged by id
    #[arg(long, value_name = "FILE|DIR", default_value = DEFAULT_CORPUS)]
    corpus: PathBuf,
    /// The attestation whose marks are carried over; by default the attestation.json next to the corpus
    #[arg(long, value_name = "FILE")]
    attestation: Option<PathBuf>,
    /// Say what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// The format of the report
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Runs `thidua rename`.
pub fn rename(args: &RenameArgs) -> Result<ExitStatus, CliError> {
    run(&args.common, |_| Ok(args.operation()))
}

/// Runs `thidua join`.
pub fn join(args: &JoinArgs) -> Result<ExitStatus, CliError> {
    run(&args.common, |_| Ok(args.operation()))
}

/// Runs `thidua split`.
pub fn split(args: &SplitArgs) -> Result<ExitStatus, CliError> {
    run(&args.common, |corpus| args.operation(corpus))
}

/// Applies an operation to the documents of a corpus. An invalid corpus is left as it is.
fn run(
    common: &Common,
    operation: impl FnOnce(&Corpus) -> Result<NameOperation, NameError>,
) -> Result<ExitStatus, CliError> {
    refuse_package(&common.corpus)?;
    let activity = Activity::begin("Changing names");
    let (files, merged) = read_documents(&common.corpus)?;
    let document = match files.as_slice() {
        [one] if !common.corpus.is_dir() => {
            Some(SourceDocument { sha256: thidua_core::text::sha256(&one.bytes), bytes: one.bytes.clone() })
        }
        _ => None,
    };
    let loaded = LoadedCorpus { merged, document, package: None };
    let found = problems(&loaded);
    drop(activity);
    if has_errors(&found) {
        reports::print(&reports::human(&found, "the corpus is not valid; nothing was changed"))?;
        return Ok(ExitStatus::DataErrors);
    }
    let before = &loaded.merged.corpus;
    let refused = |error| refusal(&common.corpus, &loaded.merged, error);
    let activity = Activity::begin("Changing names");
    let operation = operation(before).map_err(refused)?;
    let edit = operation.apply(before).map_err(refused)?;
    // Every rule is checked before; if one were forgotten, no wrong corpus may be written.
    let found = validate(&edit.corpus);
    drop(activity);
    if has_errors(&found) {
        reports::print(&reports::human(&found, "the corpus would not be valid; nothing was changed"))?;
        return Ok(ExitStatus::DataErrors);
    }
    let documents: Vec<Corpus> = files.iter().map(|file| file.corpus.clone()).collect();
    let mut changed: Vec<(&DocumentFile, Vec<u8>)> = Vec::new();
    for (file, after) in files.iter().zip(edit_documents(&documents, &edit)) {
        if after != file.corpus {
            changed.push((file, file.to_bytes(&after)?));
        }
    }
    let sha256 = loaded.document.as_ref().map_or("", |document| document.sha256.as_str());
    let attestation = common.attestation.as_deref();
    let marks = CarriedMarks::read(attestation, &common.corpus, sha256, before, &edit.corpus)?;
    if !common.dry_run {
        let mut files: Vec<(&Path, &[u8], &[u8])> = changed
            .iter()
            .map(|(file, new)| (file.path.as_path(), file.bytes.as_slice(), new.as_slice()))
            .collect();
        files.extend(marks.file());
        replace_files(&files)?;
    }
    let paths: Vec<&Path> = changed.iter().map(|(file, _)| file.path.as_path()).collect();
    report::print(common, &operation, &loaded.merged.corpus, &edit.changes, &paths, &marks)?;
    Ok(ExitStatus::Success)
}

/// Replaces files, each with its old and new content. If one cannot be written, those before it get their old content
/// again, because half of the documents of a corpus would contradict the others.
fn replace_files(files: &[(&Path, &[u8], &[u8])]) -> Result<(), CliError> {
    for (index, (path, _, new)) in files.iter().enumerate() {
        if let Err(error) = replace_file(path, new) {
            for (path, old, _) in files.iter().take(index) {
                replace_file(path, old)?;
            }
            return Err(error);
        }
    }
    Ok(())
}

/// Adds to the reason of a refusal the file and the place of the object that it is about.
fn refusal(corpus: &Path, merged: &MergedCorpus, error: NameError) -> CliError {
    let place = error.subject().and_then(|id| place_of(&merged.corpus, id));
    let file = place.as_ref().map(|place| PathBuf::from(merged.origins.file_of(place)));
    let place = place.map(|place| format!("{place}: ")).unwrap_or_default();
    CliError::Names(file.unwrap_or_else(|| corpus.to_owned()), place, Box::new(error))
}

/// Path of the object with an id, or of the redirect of it.
fn place_of(corpus: &Corpus, id: &str) -> Option<FactPath> {
    let campaign = corpus.campaigns.iter().position(|campaign| campaign.id.as_str() == id);
    let organisation = corpus.organisations.iter().position(|organisation| organisation.id.as_str() == id);
    let redirect = || FactPath::document().field("redirects").field(id.to_owned());
    campaign
        .map(|index| FactPath::item("campaigns", index))
        .or_else(|| organisation.map(|index| FactPath::item("organisations", index)))
        .or_else(|| corpus.redirects.contains_key(id).then(redirect))
}
