//! `thidua-dev eval`: compares extraction with labelled articles.
//!
//! # Report
//! The first lines of a set say what matters most: campaigns of figures, organisation, role, date of publication,
//! articles whose lines are all right, corrections. A table of all kinds of fact follows, then the properties of right
//! figures, then every miss.
//!
//! # JSON
//! `--format json` prints one object. Its shape changes only with `version`; new fields may be added. Names are
//! snake_case; shares are from 0 to 1, and 1 where there is nothing to compare.
//!
//! ```json
//! { "version": 1,
//!   "sets": [ {
//!     "name": "tests/extract/tuning", "articles": 17, "words": 6000,
//!     "figure_campaigns": { "labelled": 9, "right": 8, "missing": 1, "wrong": 0, "wrongly_given": 0 },
//!     "organisation": { "right": 16, "of": 17, "share": 0.94, "wrong": [ { "article": "id", "line": 0, "start": 0, "words": "…" } ] },
//!     "role": { … }, "act": { … }, "published": { … }, "exact_lines": { … },
//!     "corrections": { "total": 20, "per_article": 1.2, "per_300_words": 1.0, "figures": 3, "mentions": 2,
//!       "people": 1, "phases": 0, "lines": 4, "header": 5, "properties": 5,
//!       "figure_campaigns": 1, "figure_campaigns_per_article": 0.1, "figure_campaigns_per_300_words": 0.1 },
//!     "facts": { "figures": { "labelled": 90, "found": 91, "right": 89, "precision": 0.98, "recall": 0.99,
//!       "f1": 0.98, "missed": [ … ], "extra": [ … ] }, … },
//!     "properties": { "levels": { "right": 88, "of": 89, "share": 0.99, "wrong": [ … ] }, … } } ] }
//! ```
//!
//! - `figure_campaigns` is about right figures: `labelled` of them belong to a campaign by their label; of these the
//!   draft has `right` ones, `missing` ones and `wrong` ones. `wrongly_given` figures belong to none by their label. It
//!   is `null` where the labels give no figure a campaign; so is `act` where they give none an act.
//! - `published` and `exact_lines` count articles. A date that is rightly absent is right.
//! - `corrections` are the changes that a person has to make ([`crate::score::Corrections`]). `total` and its rates leave out
//!   `figure_campaigns`.
//! - The keys of `facts` are [`FACTS`], those of `properties` are the ones of [`PROPERTIES`] that are labelled.
//! - In a miss, `line` is a line of the source text, or 0 for facts of the whole article and people; `start` is the
//!   code point of a figure on its line, and 0 otherwise.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde::Serialize;

use thidua_cli::report::{self, Format};
use thidua_cli::source_texts::{SourceFolder, SourceLookup};
use thidua_cli::{CliError, ExitStatus, files, validate};
use thidua_core::corpus::decode;
use thidua_extract::{Context, extract};

use crate::score::{FACTS, Miss, PROPERTIES, Score, Share, score};

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

/// Version of the JSON report.
const JSON_VERSION: u32 = 1;

/// The JSON report.
#[derive(Serialize)]
struct EvalReport<'a> {
    version: u32,
    sets: &'a [EvalSet],
}

/// Comparison of the articles of one folder.
#[derive(Serialize)]
struct EvalSet {
    name: String,
    #[serde(flatten)]
    score: Score,
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
        Format::Json => report::json(&EvalReport { version: JSON_VERSION, sets: &sets })?,
    };
    if let (Some(count), Format::Human) = (args.time, args.format) {
        text.push_str(&timed(&texts, count));
    }
    report::print(&text)?;
    let empty: Vec<&EvalSet> = sets.iter().filter(|set| set.score.articles == 0).collect();
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
pub fn evaluate_folder(labels: &Path, folder: &Path) -> Result<Score, CliError> {
    let mut texts = Vec::new();
    total(labels, folder, &mut texts)
}

fn total(labels: &Path, folder: &Path, texts: &mut Vec<String>) -> Result<Score, CliError> {
    let corpus = files::read_corpus(labels)?.merged.corpus;

    // The labelled corpus is not used as context: its names and units must be found by extraction.
    let context = Context::default();
    let mut total = Score::default();
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
        texts.push(text);
    }
    Ok(total)
}

fn evaluate(name: &str, labels: &Path, folder: &Path, texts: &mut Vec<String>) -> Result<EvalSet, CliError> {
    Ok(EvalSet { name: name.to_owned(), score: total(labels, folder, texts)? })
}

fn human(set: &EvalSet, with_details: bool) -> String {
    let mut text = String::new();
    let score = &set.score;
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}: {} articles, {} words", set.name, score.articles, score.words);
    if let Some(campaigns) = &score.figure_campaigns {
        let _ = writeln!(
            text,
            "  campaign of a figure: {} of {} that belong to one ({} missing, {} wrong), {} wrongly given",
            campaigns.right, campaigns.labelled, campaigns.missing, campaigns.wrong, campaigns.wrongly_given
        );
    }
    let shares = [
        ("organisation", Some(&score.organisation)),
        ("role", Some(&score.role)),
        ("act", score.act.as_ref()),
        ("date of publication", Some(&score.published)),
        ("articles with all lines right", Some(&score.exact_lines)),
    ];
    for (name, share) in shares.into_iter().filter_map(|(name, share)| Some((name, share?))) {
        let _ = writeln!(text, "  {name}: {} of {} ({:.3})", share.right, share.of, share.ratio());
    }
    let c = &score.corrections;
    let (rates, campaigns) = (c.rates(c.total()), c.rates(c.figure_campaigns));
    let _ = writeln!(
        text,
        "  corrections: {} ({:.1} an article, {:.1} for 300 words): {} figures, {} mentions, {} people, {} phases, {} lines, \
         {} header, {} properties",
        c.total(),
        rates.per_article,
        rates.per_300_words,
        c.figures,
        c.mentions,
        c.people,
        c.phases,
        c.lines,
        c.header,
        c.properties
    );
    let _ = writeln!(
        text,
        "  besides, campaigns of figures: {} ({:.1} an article, {:.1} for 300 words)",
        c.figure_campaigns, campaigns.per_article, campaigns.per_300_words
    );
    let _ = writeln!(
        text,
        "  {:18} {:>9} {:>9} {:>9} {:>6} {:>6} {:>6}",
        "", "precision", "recall", "F1", "right", "found", "there"
    );
    let facts = || FACTS.iter().filter_map(|name| Some((*name, score.facts.get(name)?)));
    let properties = || PROPERTIES.iter().filter_map(|name| Some((*name, score.properties.get(name)?)));
    for (name, t) in facts() {
        let (p, r, f) = (t.precision(), t.recall(), t.f1());
        let _ = writeln!(
            text,
            "  {:18} {p:>9.3} {r:>9.3} {f:>9.3} {:>6} {:>6} {:>6}",
            spaced(name),
            t.right,
            t.found,
            t.labelled
        );
    }
    let _ = writeln!(text, "  of right figures and mentions:");
    for (name, Share { right, of, .. }) in properties() {
        let _ = writeln!(text, "    {:18} {right:>4} of {of}", spaced(name));
    }
    for (name, tally) in facts() {
        list(&mut text, name, "missed", &tally.missed);
        list(&mut text, name, "extra", &tally.extra);
    }
    for (name, share) in properties().filter(|_| with_details) {
        list(&mut text, name, "differs", &share.wrong);
    }
    text
}

fn spaced(name: &str) -> String {
    name.replace('_', " ")
}

fn list(text: &mut String, kind: &str, what: &str, misses: &[Miss]) {
    for Miss { article, line, words, .. } in misses {
        let _ = writeln!(text, "  {what} {}: {article}:{line}: {words}", spaced(kind));
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
