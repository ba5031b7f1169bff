//! `thidua schema`

use super::{CliError, Outcome, report};
use thidua_core::corpus::json_schema;

/// The arguments of `thidua schema`: none.
#[derive(Debug, clap::Args)]
pub struct Args {}

/// Runs the command.
pub fn run(_: &Args) -> Result<Outcome, CliError> {
    report::print(&json_schema())?;
    Ok(Outcome::Fine)
}
