//! The command line: parse, run, exit code.

use std::process::ExitCode;

use clap::Parser as _;
use thidua::cli::Cli;

#[cfg(feature = "prerender")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match Cli::parse().run() {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            eprintln!("thidua: {error}");
            ExitCode::from(2)
        }
    }
}
