//! Command-line entry point of the developer tools.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use thidua_cli::print_error;
use thidua_dev::{eval, sample};

/// Tools for developers of the program; owners of sites need none of them.
#[derive(Debug, Parser)]
#[command(name = "thidua-dev")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Compare extraction with labelled articles.
    Eval(eval::EvalArgs),
    /// Draw a made-up corpus of any size, for measuring.
    Sample(sample::SampleArgs),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Eval(args) => eval::run(&args),
        Command::Sample(args) => sample::run(&args),
    };
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            print_error(&format!("thidua-dev: {error}"));
            ExitCode::from(2)
        }
    }
}
