//! `thidua-dev sample`: writes an invented corpus of any size.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use thidua_cli::{CliError, ExitStatus, report};
use thidua_core::text::hidden_kind;
use thidua_sample::{Recipe, SuppliedText, sample};

/// The arguments of `thidua-dev sample`.
#[derive(Debug, clap::Args)]
pub struct SampleArgs {
    /// How many articles
    #[arg(long, value_name = "N", default_value_t = 2000, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    articles: u32,
    /// Another seed, another corpus
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Give the articles their full text
    #[arg(long)]
    bodies: bool,
    /// Take the texts from a file of JSON lines (`title`, `body`), in turn; facts are still drawn
    #[arg(long, value_name = "FILE")]
    jsonl: Option<PathBuf>,
    /// Where the corpus goes
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// A folder for the source texts, so that `thidua verify` can be run
    #[arg(long, value_name = "DIR")]
    texts: Option<PathBuf>,
}

/// A line of the file of texts; other fields are ignored.
#[derive(Deserialize)]
struct Line {
    title: String,
    body: String,
}

/// Runs the command.
pub fn run(args: &SampleArgs) -> Result<ExitStatus, CliError> {
    // Without a file, all texts are drawn.
    let given = args.jsonl.as_deref().map_or(Ok(Vec::new()), read)?;
    let articles = usize::try_from(args.articles).unwrap_or(usize::MAX);
    let made = sample(&Recipe { articles, seed: args.seed, bodies: args.bodies }, &given);
    // Compact JSON, because only programs read it: it is a third smaller.
    let json = serde_json::to_vec(&made.corpus).map_err(CliError::Json)?;
    write(&args.out, &json)?;
    if let Some(folder) = &args.texts {
        fs::create_dir_all(folder).map_err(|e| CliError::Write(folder.clone(), e))?;
        for (stem, text) in &made.texts {
            write(&folder.join(format!("{stem}.txt")), text.as_bytes())?;
        }
    }
    let figures: usize = made.corpus.articles.iter().map(|article| article.figures.len()).sum();
    report::print(&format!(
        "{} articles, {figures} figures, {} campaigns, {} organisations: {} bytes\n",
        made.corpus.articles.len(),
        made.corpus.campaigns.len(),
        made.corpus.organisations.len(),
        json.len()
    ))?;
    Ok(ExitStatus::Success)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    fs::write(path, bytes).map_err(|e| CliError::Write(path.to_owned(), e))
}

fn read(path: &Path) -> Result<Vec<SuppliedText>, CliError> {
    let text = fs::read_to_string(path).map_err(|e| CliError::Read(path.to_owned(), e))?;
    let read = |(line, number): (&str, usize)| {
        let Line { title, body } =
            serde_json::from_str(line).map_err(|e| CliError::Line(path.to_owned(), number, e))?;
        let plain = |text: &str| {
            text.chars().filter(|c| hidden_kind(*c).is_none()).collect::<String>().trim().to_owned()
        };
        Ok(SuppliedText {
            headline: plain(&title),
            lines: body.lines().map(plain).filter(|l| !l.is_empty()).collect(),
        })
    };
    text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()).map(read).collect()
}
