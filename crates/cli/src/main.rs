//! The command line: parse, run, exit code.

use std::process::ExitCode;

use thidua_cli::{Cli, print_error};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The browser app as `thidua pack` made it. Only this file is compiled with it, so that a new app takes seconds.
#[cfg(carries_app)]
const APP: Option<&[u8]> = Some(include_bytes!(env!("THIDUA_APP")));
#[cfg(not(carries_app))]
const APP: Option<&[u8]> = None;

fn main() -> ExitCode {
    let cli = Cli::from_arguments();
    let cli = cli.carrying(APP);
    match cli.run() {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            print_error(&format!("thidua: {error}"));
            ExitCode::from(2)
        }
    }
}
