//! The command line: thin commands over the library; all file access lives here and in the site builder.
//!
//! Each command is one file with its own `Args`; it reads files, calls the library, and gives an [`Outcome`]. Exit
//! codes: 0 all is well, 1 the data have errors, 2 the command could not run.

mod address;
mod build;
mod chart;
mod corpus_folder;
mod error;
mod export;
pub mod files;
mod ingest;
mod names;
mod new;
mod pack;
mod prerender;
mod read_text;
pub mod report;
mod schema;
mod search;
mod serve;
mod shell;
mod single;
pub mod source_texts;
pub mod validate;
mod verify;
mod write_file;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use error::CliError;
pub use report::tell;

/// Emulation campaigns from newspaper articles, every figure traced to its printed words.
#[derive(Debug, Parser)]
#[command(name = "thidua", version, propagate_version = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check that a corpus hangs together.
    Validate(validate::Args),
    /// Search a corpus as a reader of its site would, and say why each article is found
    Search(search::Args),
    /// Check every fact of a corpus against its source texts.
    Verify(verify::Args),
    /// Draw the charts of a campaign, an organisation, an article or a choice of figures.
    Chart(chart::Args),
    /// Draft facts from new articles, check them, and add them to a corpus.
    Ingest(ingest::Args),
    /// Print the JSON Schema of the corpus format.
    Schema(schema::Args),
    /// Start a corpus: a folder with one example article that explains itself.
    New(new::Args),
    /// Write records and settings for a search engine with a server, where a static site is outgrown.
    Export(export::Args),
    /// Make the whole site from a corpus, for any host of static files.
    Build(build::Args),
    /// Show a site on this machine as a host would, and build it anew when its corpus changes.
    Serve(serve::Args),
    /// Write every page into the folder where the app is being built.
    #[command(hide = true)]
    Prerender(prerender::Args),
    /// Pack the browser app into the archive that the program carries.
    #[command(hide = true)]
    Pack(pack::Args),
}

/// How a command that could run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Fine,
    /// The data have errors; they have been printed.
    Problems,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => ExitCode::SUCCESS,
            Outcome::Problems => ExitCode::from(1),
        }
    }
}

impl Cli {
    /// The same of a program that carries the browser app, as `thidua pack` made it: sites are made with it unless `--app`
    /// names another.
    pub fn carrying(mut self, app: Option<&'static [u8]>) -> Cli {
        match &mut self.command {
            Command::Build(args) => args.input.carried = app,
            Command::Serve(args) => args.carried = app,
            _ => {}
        }
        self
    }

    /// Runs the command.
    ///
    /// # Errors
    /// A [`CliError`] where the command could not run at all.
    pub fn run(self) -> Result<Outcome, CliError> {
        match self.command {
            Command::Validate(args) => validate::run(&args),
            Command::Search(args) => search::run(&args),
            Command::Verify(args) => verify::run(&args),
            Command::Chart(args) => chart::run(&args),
            Command::Ingest(args) => ingest::run(&args),
            Command::Schema(args) => schema::run(&args),
            Command::New(args) => new::run(&args),
            Command::Export(args) => export::run(&args),
            Command::Build(args) => build::run(&args),
            Command::Serve(args) => serve::run(args),
            Command::Prerender(args) => prerender::run(&args),
            Command::Pack(args) => pack::run(&args),
        }
    }
}
