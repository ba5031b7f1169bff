//! `thidua-dev eval`: compares extraction with labelled articles.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde::Serialize;

use thidua_cli::report::{self, Format};
use thidua_cli::source_texts::{SourceFolder, SourceLookup};
use thidua_cli::{CliError, ExitStatus, files, validate};
use thidua_core::corpus::decode;
use thidua_extract::{Context, extract};

use crate::score::{DETAILS, KINDS, Miss, Score, Tally, score};

/// The arguments of `thidua-dev eval`.
#[derive(Debug, clap::Args)]
pub struct EvalArgs {
    /// Folders of labelled articles: corpus documents and the texts they name
    #[arg(value_name = "DIR", required_unless_present = "seeds")]
    folders: Vec<PathBuf>,
    /// A folder of texts that are labelled by --labels
    #[arg(long, value_name = "DIR")]
    seeds: Option<PathBuf>,
    /// The corpus that labels the seeds
    #[arg(long, value_name = "FILE|DIR", default_value = validate::DEFAULT_CORPUS)]
    labels: PathBuf,
    /// Also list what differs in what is said of figures
    #[arg(long)]
    details: bool,
    /// Extract so many articles, the given ones over and over, and say how long it took
    #[arg(long, value_name = "COUNT")]
    time: Option<usize>,
    /// The form of the report
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Comparison of the articles of one folder.
#[derive(Serialize)]
struct EvalSet {
    name: String,
    articles: usize,
    kinds: Vec<EvalRow>,
    details: Vec<EvalRow>,
    exact_bodies: [usize; 2],
}

/// Comparison of one kind of fact.
#[derive(Serialize)]
struct EvalRow {
    kind: &'static str,
    precision: f64,
    recall: f64,
    f1: f64,
    #[serde(flatten)]
    tally: Tally,
}

/// Runs the command.
pub fn run(args: &EvalArgs) -> Result<ExitStatus, CliError> {
    let mut sets = Vec::new();
    let mut texts = Vec::new();
    for folder in &args.folders {
        sets.push(evaluate(&folder.display().to_string(), folder, folder, &mut texts)?);
    }
    if let Some(seeds) = &args.seeds {
        sets.push(evaluate("seeds", &args.labels, seeds, &mut texts)?);
    }
    let mut text = match args.format {
        Format::Human => sets.iter().map(|set| human(set, args.details)).collect::<String>(),
        Format::Json => report::json(&sets)?,
    };
    if let (Some(count), Format::Human) = (args.time, args.format) {
        text.push_str(&timed(&texts, count));
    }
    report::print(&text)?;
    let empty: Vec<&EvalSet> = sets.iter().filter(|set| set.articles == 0).collect();
    for set in &empty {
        report::print_error(&format!(
            "thidua-dev: {}: nothing was compared: no text of the labelled articles is there",
            set.name
        ));
    }
    Ok(if empty.is_empty() { ExitStatus::Success } else { ExitStatus::DataErrors })
}

/// Extracts every article that is labelled in the corpus `labels` and whose text is in `folder`, and compares the
/// drafts with the labels.
pub fn evaluate_folder(labels: &Path, folder: &Path) -> Result<(Score, usize), CliError> {
    let mut texts = Vec::new();
    total(labels, folder, &mut texts)
}

fn total(labels: &Path, folder: &Path, texts: &mut Vec<String>) -> Result<(Score, usize), CliError> {
    let corpus = files::read_corpus(labels)?.merged.corpus;

    // The labelled corpus is not used as context: its names and units must be found by extraction.
    let context = Context::default();
    let mut total = Score::default();
    let mut count = 0;
    let sources = SourceFolder::open(folder)?;
    for article in &corpus.articles {
        let path = match sources.find(&article.text.file_stem) {
            SourceLookup::File(path) => path,
            SourceLookup::Missing(_) => continue,
            SourceLookup::Several(names) => return Err(CliError::AmbiguousText(folder.to_owned(), names)),
        };
        let bytes = files::read_bytes(path)?;
        let text = decode(&bytes).map_err(|e| CliError::Load(path.to_owned(), e))?.to_owned();
        total.add(score(&text, &extract(&text, &context), article, &corpus));
        count += 1;
        texts.push(text);
    }
    Ok((total, count))
}

fn evaluate(name: &str, labels: &Path, folder: &Path, texts: &mut Vec<String>) -> Result<EvalSet, CliError> {
    let (score, articles) = total(labels, folder, texts)?;
    let rows = |names: &[&'static str], tallies: Vec<Tally>| {
        let row = |(kind, tally): (&&'static str, Tally)| EvalRow {
            kind,
            precision: tally.precision(),
            recall: tally.recall(),
            f1: tally.f1(),
            tally,
        };
        names.iter().zip(tallies).map(row).collect()
    };
    Ok(EvalSet {
        name: name.to_owned(),
        articles,
        kinds: rows(&KINDS, score.kinds),
        details: rows(&DETAILS, score.details),
        exact_bodies: score.exact_bodies,
    })
}

fn human(set: &EvalSet, with_details: bool) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        text,
        "{}: {} articles, body lines exact in {} of {}",
        set.name, set.articles, set.exact_bodies[0], set.exact_bodies[1]
    );
    let _ = writeln!(
        text,
        "  {:18} {:>9} {:>9} {:>9} {:>6} {:>6} {:>6}",
        "", "precision", "recall", "F1", "right", "found", "there"
    );
    for row in &set.kinds {
        let t = &row.tally;
        let (p, r, f) = (row.precision, row.recall, row.f1);
        let _ = writeln!(
            text,
            "  {:18} {p:>9.3} {r:>9.3} {f:>9.3} {:>6} {:>6} {:>6}",
            row.kind, t.right, t.found, t.labelled
        );
    }
    let _ = writeln!(text, "  of right figures:");
    for row in &set.details {
        let _ = writeln!(text, "    {:18} {:>4} of {}", row.kind, row.tally.right, row.tally.labelled);
    }
    for row in &set.kinds {
        list(&mut text, row.kind, "missed", &row.tally.missed);
        list(&mut text, row.kind, "extra", &row.tally.extra);
    }
    for row in set.details.iter().filter(|_| with_details) {
        list(&mut text, row.kind, "differs", &row.tally.missed);
    }
    text
}

fn list(text: &mut String, kind: &str, what: &str, misses: &[Miss]) {
    for Miss { article, line, words } in misses {
        let _ = writeln!(text, "  {what} {kind}: {article}:{line}: {words}");
    }
}

fn timed(texts: &[String], count: usize) -> String {
    if texts.is_empty() {
        return "no texts to time\n".to_owned();
    }
    let context = Context::default();
    let start = Instant::now();
    let mut bytes = 0;
    let mut figures = 0;
    for text in texts.iter().cycle().take(count) {
        bytes += text.len();
        figures += extract(text, &context).figures.len();
    }
    let seconds = start.elapsed().as_secs_f64();
    format!("{count} articles, {} KB, {figures} figures: {seconds:.2} s\n", bytes / 1024)
}
