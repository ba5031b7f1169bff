//! `thidua pack`: packs the browser app into one archive, which can be compiled into the program.

use std::fs;
use std::path::PathBuf;

use super::write_site::read_app;
use super::{CliError, ExitStatus};

/// Arguments of `thidua pack`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder with the browser build
    #[arg(long, value_name = "DIR")]
    app: PathBuf,
    /// The archive
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Runs the command. An unchanged archive is not written, so that Cargo does not recompile the program.
pub fn run(args: &Args) -> Result<ExitStatus, CliError> {
    let packed = read_app(&args.app)?.pack()?;
    if fs::read(&args.out).is_ok_and(|old| old == packed) {
        return Ok(ExitStatus::Success);
    }
    fs::write(&args.out, packed).map_err(|e| CliError::Write(args.out.clone(), e))?;
    Ok(ExitStatus::Success)
}
