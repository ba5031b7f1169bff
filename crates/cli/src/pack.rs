//! `thidua pack`: the browser app as the one file that the program can carry.

use std::fs;
use std::path::PathBuf;

use super::{CliError, Outcome};
use thidua_site::App;

/// The arguments of `thidua pack`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder with the browser build
    #[arg(long, value_name = "DIR")]
    app: PathBuf,
    /// The archive
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Runs the command. An archive that is the same already is left alone, so that nothing is compiled anew for it.
pub fn run(args: &Args) -> Result<Outcome, CliError> {
    let packed = App::read(&args.app).and_then(|app| app.pack()).map_err(CliError::Site)?;
    if fs::read(&args.out).is_ok_and(|old| old == packed) {
        return Ok(Outcome::Fine);
    }
    fs::write(&args.out, packed).map_err(|e| CliError::Write(args.out.clone(), e))?;
    Ok(Outcome::Fine)
}
