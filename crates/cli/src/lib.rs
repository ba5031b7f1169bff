//! The command line `thidua`: thin commands over the libraries. All access to files is in this crate.
//!
//! Each command is one module with its `Args`; it reads files, calls a library, and returns an [`ExitStatus`]. Exit codes: 0
//! success, 1 errors in the data, 2 the command could not run.

mod beside_corpus;
mod build;
mod build_single;
mod chart;
mod corpus_folder;
mod error;
mod export;
mod file_names;
pub mod files;
mod ingest;
mod names;
mod new;
mod pack;
mod prerender;
mod progress;
mod read_text;
pub mod report;
mod retry;
mod schema;
mod search;
mod serve;
mod shell;
mod site_args;
pub mod source_texts;
mod start;
mod system_language;
pub mod validate;
mod verify;
mod write_file;
mod write_site;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

pub use error::CliError;
pub use report::print_error;
pub use write_site::WriteSiteError;

/// Emulation campaigns from newspaper articles, every figure traced to its printed words.
#[derive(Debug, Parser)]
#[command(
    name = "thidua",
    version,
    propagate_version = true,
    after_help = "Without arguments, thidua says what is in this folder and what can be done with it. With a path alone, of a corpus, a \
                  package or a site, it serves that and opens it: thidua kho.zip"
)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// Archive of the app in this program.
    #[arg(skip)]
    carried: Option<&'static [u8]>,
    /// Whether nothing but a path was given.
    #[arg(skip)]
    is_path_alone: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check that a corpus is valid.
    Validate(validate::Args),
    /// Search a corpus like its site, and explain why each article is found.
    Search(search::Args),
    /// Check every fact of a corpus against its source texts.
    Verify(verify::Args),
    /// Draw the charts of a campaign, an organisation, an article or a choice of figures.
    Chart(chart::Args),
    /// Draft facts from new articles, check them, and add them to a corpus.
    Ingest(ingest::Args),
    /// Rename a campaign or an organisation of a corpus; links to its old id lead on.
    Rename(names::RenameArgs),
    /// Join two campaigns, or two organisations, of a corpus.
    Join(names::JoinArgs),
    /// Split a campaign of a corpus by its printed forms, articles or figures.
    Split(names::SplitArgs),
    /// Print the JSON Schema of the corpus format.
    Schema(schema::Args),
    /// Create a corpus: a folder with one example article and explanations.
    New(new::Args),
    /// Write records and settings for a search server, for corpora that outgrow a static site.
    Export(export::Args),
    /// Build the whole site from a corpus, for any host of static files.
    Build(build::Args),
    /// Serve a site on this machine, and rebuild it when its corpus changes.
    Serve(serve::Args),
    /// Write every page into the folder of a browser build.
    #[command(hide = true)]
    Prerender(prerender::Args),
    /// Pack the browser app into the archive that the program carries.
    #[command(hide = true)]
    Pack(pack::Args),
}

/// Status of a command that could run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExitStatus {
    /// Success.
    Success,
    /// The data have errors, which have been printed.
    DataErrors,
}

impl From<ExitStatus> for ExitCode {
    fn from(outcome: ExitStatus) -> Self {
        match outcome {
            ExitStatus::Success => ExitCode::SUCCESS,
            ExitStatus::DataErrors => ExitCode::from(1),
        }
    }
}

impl Cli {
    /// Parses the arguments of the program. A path alone, as it comes when a file is dropped on the program, is served and opened.
    /// Wrong arguments end the program with a message and code 2.
    pub fn from_arguments() -> Cli {
        let arguments: Vec<_> = std::env::args_os().collect();
        if let [_, path] = arguments.as_slice()
            && Cli::command().find_subcommand(path).is_none()
            && std::path::Path::new(path).exists()
        {
            let args = serve::Args::opening(path.into(), None);
            return Cli { command: Some(Command::Serve(args)), carried: None, is_path_alone: true };
        }
        Cli::parse_from(arguments)
    }

    /// Sets the browser app that this program carries, as packed by `thidua pack`. Sites use it unless `--app` names another.
    pub fn carrying(mut self, app: Option<&'static [u8]>) -> Cli {
        match &mut self.command {
            Some(Command::Build(args)) => args.site.carried = app,
            Some(Command::Serve(args)) => args.carried = app,
            _ => {}
        }
        self.carried = app;
        self
    }

    /// Runs the command; without one, says what can be done here.
    ///
    /// # Errors
    /// A [`CliError`] if the command could not run.
    pub fn run(self) -> Result<ExitStatus, CliError> {
        let Some(command) = self.command else { return start::run(self.carried) };
        match command {
            Command::Validate(args) => validate::run(&args),
            Command::Search(args) => search::run(&args),
            Command::Verify(args) => verify::run(&args),
            Command::Chart(args) => chart::run(&args),
            Command::Ingest(args) => ingest::run(&args),
            Command::Rename(args) => names::rename(&args),
            Command::Join(args) => names::join(&args),
            Command::Split(args) => names::split(&args),
            Command::Schema(args) => schema::run(&args),
            Command::New(args) => new::run(&args),
            Command::Export(args) => export::run(&args),
            Command::Build(args) => build::run(&args),
            Command::Serve(args) => {
                let result = serve::run(args);
                if self.is_path_alone {
                    start::keep_own_window(&result);
                }
                result
            }
            Command::Prerender(args) => prerender::run(&args),
            Command::Pack(args) => pack::run(&args),
        }
    }
}
