//! `thidua build --single`

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use super::build::Args;
use super::{CliError, Outcome, report};
use thidua_site::{Loading, MARK, Site, single};

/// Runs the command. The file is written beside its place and put there when it is whole.
pub fn run(args: &Args) -> Result<Outcome, CliError> {
    let address = args.input.address()?;
    let app = args.input.app()?;
    refuse_foreign(&args.out)?;
    let Some(documents) = args.input.documents()? else { return Ok(Outcome::Problems) };
    let site =
        Site { app: &app, documents, base: address.base, origin: address.origin, loading: Loading::Whole };
    let html = single(site).map_err(CliError::Site)?;
    let error = |e| CliError::Write(args.out.clone(), e);
    if let Some(folder) = args.out.parent() {
        fs::create_dir_all(folder).map_err(error)?;
    }
    let mut name = args.out.file_name().ok_or_else(|| CliError::Foreign(args.out.clone()))?.to_owned();
    name.push(".thidua-new");
    let new = args.out.with_file_name(name);
    let written = write(&new, &html).and_then(|()| fs::rename(&new, &args.out)).or_else(|reason| {
        let _cleared = fs::remove_file(&new);
        // A file that is mounted there, or in a folder that is not ours: it can be written all the same.
        if args.out.is_file() && is_fixed(&reason) { write(&args.out, &html) } else { Err(reason) }
    });
    written.map_err(error)?;
    if !args.quiet {
        report::print(&format!("One file of {} KB: {}\n", html.len().div_ceil(1000), args.out.display()))?;
    }
    Ok(Outcome::Fine)
}

/// Writes a file, and waits until it is on its disk.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Whether the system refuses because a file cannot be replaced where it is, though perhaps be written.
fn is_fixed(reason: &io::Error) -> bool {
    use io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem, ResourceBusy};
    [PermissionDenied, ReadOnlyFilesystem, ResourceBusy].contains(&reason.kind())
}

/// A file is written over only if this program made it.
fn refuse_foreign(path: &Path) -> Result<(), CliError> {
    match fs::read(path) {
        Ok(old) if !String::from_utf8_lossy(&old).contains(MARK) => Err(CliError::Foreign(path.to_owned())),
        Ok(_) => Ok(()),
        Err(_) if path.is_dir() => Err(CliError::Foreign(path.to_owned())),
        Err(_) => Ok(()),
    }
}
