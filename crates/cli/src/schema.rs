//! `thidua schema`

use thidua_core::corpus::json_schema;

use super::{CliError, ExitStatus, report};

/// Arguments of `thidua schema`: none.
#[derive(Debug, clap::Args)]
pub struct Args {}

/// Runs the command.
pub fn run(_: &Args) -> Result<ExitStatus, CliError> {
    report::print(&json_schema())?;
    Ok(ExitStatus::Success)
}
