//! `thidua build --single`

use std::fs;
use std::path::Path;

use super::build::Args;
use super::{CliError, Outcome, report};
use crate::site::{Loading, MARK, Site, single};

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
    let mut name = args.out.file_name().unwrap_or_default().to_owned();
    name.push(".thidua-new");
    let new = args.out.with_file_name(name);
    let written = fs::write(&new, &html).and_then(|()| fs::rename(&new, &args.out));
    if written.is_err() {
        let _cleared = fs::remove_file(&new);
    }
    written.map_err(error)?;
    if !args.quiet {
        report::print(&format!("One file of {} KB: {}\n", html.len().div_ceil(1000), args.out.display()))?;
    }
    Ok(Outcome::Fine)
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
