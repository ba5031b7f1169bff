//! `thidua build --single`: the whole site as one HTML file.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use thidua_site::{DataLoading, GENERATOR_MARK, SiteInput, single_file};

use super::build::Args;
use super::progress::{Activity, ProgressReporter};
use super::retry::rename;
use super::{CliError, ExitStatus, report};

/// Runs the command. The file is written under a temporary name and renamed when it is complete.
pub fn run(args: &Args) -> Result<ExitStatus, CliError> {
    let site = args.site.with_settings()?;
    let address = site.address()?;
    let app = site.app()?;
    check_not_foreign(&args.out)?;
    let Some(source) = site.source(&ProgressReporter::new(args.quiet))? else {
        return Ok(ExitStatus::DataErrors);
    };
    let input = SiteInput {
        app: &app,
        source,
        base: address.base,
        origin: address.origin,
        loading: DataLoading::Full,
    };
    let activity = if args.quiet { Activity::silent() } else { Activity::begin("Building the file") };
    let html = single_file(input)?;
    let error = |e| CliError::Write(args.out.clone(), e);
    if let Some(folder) = args.out.parent() {
        fs::create_dir_all(folder).map_err(error)?;
    }
    let mut name = args.out.file_name().ok_or_else(|| CliError::Foreign(args.out.clone()))?.to_owned();
    name.push(".thidua-new");
    let new = args.out.with_file_name(name);
    let written = write(&new, &html).and_then(|()| rename(&new, &args.out)).or_else(|reason| {
        let _cleared = fs::remove_file(&new);
        // A file that is mounted, or whose folder is not writable, can still be written in place.
        if args.out.is_file() && is_not_renamable(&reason) { write(&args.out, &html) } else { Err(reason) }
    });
    drop(activity);
    written.map_err(error)?;
    if !args.quiet {
        report::print(&format!("One file of {} KB: {}\n", html.len().div_ceil(1000), args.out.display()))?;
    }
    Ok(ExitStatus::Success)
}

/// Writes a file and waits until it is on disk.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Returns whether the system refuses to replace a file, which it may still allow to write.
fn is_not_renamable(reason: &io::Error) -> bool {
    use io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem, ResourceBusy};
    [PermissionDenied, ReadOnlyFilesystem, ResourceBusy].contains(&reason.kind())
}

/// Returns an error if there is a file that this program did not make.
fn check_not_foreign(path: &Path) -> Result<(), CliError> {
    match fs::read(path) {
        Ok(old) if !String::from_utf8_lossy(&old).contains(GENERATOR_MARK) => {
            Err(CliError::Foreign(path.to_owned()))
        }
        Ok(_) => Ok(()),
        Err(_) if path.is_dir() => Err(CliError::Foreign(path.to_owned())),
        Err(_) => Ok(()),
    }
}
