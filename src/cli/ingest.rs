//! `thidua ingest`

mod report;

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::read_text::{ReadError, read_text};
use super::report::{self as reports, Format};
use super::validate::DEFAULT_CORPUS;
use super::{CliError, Outcome, files};
use crate::corpus::{Problem, Severity, Sources, sort_problems, validate, verify};
use crate::domain::Corpus;
use crate::extract::{
    Additions, Context, Contradiction, Diagnostic, Draft, Fingerprint, Parts, SAME, add, contradictions,
    extract, to_corpus,
};

/// The arguments of `thidua ingest`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Texts of articles, or saved pages; one article a file
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The corpus that they are for: one document
    #[arg(long, value_name = "FILE", default_value = DEFAULT_CORPUS)]
    corpus: PathBuf,
    /// The folder of the source texts: what is there is compared, what is written goes there
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
    /// The address of the article, for one file
    #[arg(long)]
    url: Option<String>,
    /// Write the articles into the corpus, and their texts to the folder of sources
    #[arg(long, requires = "sources")]
    write: bool,
    /// Take an article that is there already under another address
    #[arg(long)]
    again: bool,
    /// The form of the report
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// What became of one file.
#[derive(Debug, Serialize)]
struct Ingested {
    file: String,
    /// Why nothing was read.
    error: Option<String>,
    /// How it was read.
    notes: Vec<String>,
    draft: Option<Draft>,
    diagnostics: Vec<Diagnostic>,
    /// What validation and verification found of it.
    problems: Vec<Problem>,
    /// Articles that are this text already, with the likeness in hundredths.
    repeats: Vec<(String, u32)>,
    contradictions: Vec<Contradiction>,
    additions: Additions,
    /// The id under which it can be, or was, added.
    article: Option<String>,
    written: bool,
}

/// A text to compare with, and whose it is.
struct Known {
    article: String,
    fingerprint: Fingerprint,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<Outcome, CliError> {
    if args.write && args.corpus.is_dir() {
        return Err(CliError::NotADocument(args.corpus.clone()));
    }
    let mut corpus = files::read_corpus(&args.corpus)?.merged.corpus;
    let mut known = known(&corpus, args.sources.as_deref());
    let mut ingested = Vec::new();
    for file in &args.files {
        let bytes = files::read_bytes(file)?;
        let one = ingest(args, file, &bytes, &mut corpus, &mut known)?;
        ingested.push(one);
    }
    if args.write && ingested.iter().any(|one| one.written) {
        let text = reports::json(&corpus)?;
        fs::write(&args.corpus, text).map_err(|e| CliError::Write(args.corpus.clone(), e))?;
    }
    let text = match args.format {
        Format::Human => ingested.iter().map(|one| report::human(one, args.write)).collect::<String>(),
        Format::Json => reports::json(&ingested)?,
    };
    reports::print(&text)?;
    let fine =
        ingested.iter().all(|one| one.error.is_none() && one.article.is_some() && one.repeats.is_empty());
    Ok(if fine { Outcome::Fine } else { Outcome::Problems })
}

/// The fingerprints of the texts that the corpus was read from, as far as they are in the folder.
fn known(corpus: &Corpus, sources: Option<&Path>) -> Vec<Known> {
    let mut known = Vec::new();
    for article in &corpus.articles {
        let stem = article.text.file_stem.as_str();
        let path =
            sources.filter(|_| !stem.contains(['/', '\\', ':'])).map(|dir| dir.join(format!("{stem}.txt")));
        let Some(Ok(text)) = path.map(fs::read_to_string) else { continue };
        let own = text
            .split('\n')
            .zip(1..)
            .filter(|(_, number)| article.text.contains(*number))
            .map(|(line, _)| line);
        known.push(Known { article: article.id.to_string(), fingerprint: Fingerprint::of(own) });
    }
    known
}

fn ingest(
    args: &Args,
    file: &Path,
    bytes: &[u8],
    corpus: &mut Corpus,
    known: &mut Vec<Known>,
) -> Result<Ingested, CliError> {
    let mut one = Ingested {
        file: file.display().to_string(),
        error: None,
        notes: Vec::new(),
        draft: None,
        diagnostics: Vec::new(),
        problems: Vec::new(),
        repeats: Vec::new(),
        contradictions: Vec::new(),
        additions: Additions::default(),
        article: None,
        written: false,
    };
    let read = match read_text(file, bytes) {
        Ok(read) => read,
        Err(error) => {
            one.error = Some(ReadError::to_string(&error));
            return Ok(one);
        }
    };
    let text = read.prepared.text.as_str();
    one.notes = read.notes;
    one.diagnostics = read.prepared.diagnostics;
    let context = Context::of(corpus);
    let draft = extract(text, &context);
    one.diagnostics.extend(draft.diagnostics.iter().cloned());
    let own = draft.segments.iter().filter(|segment| segment.part.is_article());
    let lines: Vec<&str> = text.split('\n').collect();
    let body =
        own.filter_map(|segment| lines.get(usize::try_from(segment.line).ok()?.checked_sub(1)?).copied());
    let fingerprint = Fingerprint::of(body);
    let sha256 = files::sha256(text.as_bytes());
    one.repeats = repeats(&fingerprint, &sha256, &draft, corpus, known);
    let stem = stem(file, corpus);
    let taken: Vec<String> = taken(corpus);
    let parts = Parts {
        file_stem: &stem,
        sha256: &sha256,
        url: args.url.as_deref().filter(|_| args.files.len() == 1).or(read.url.as_deref()),
        title: &corpus.title,
        taken: &taken,
    };
    if let Some(document) = to_corpus(&draft, &context, &parts) {
        let mut merged = corpus.clone();
        one.additions = add(&mut merged, document);
        one.problems = checked(&merged, corpus, &stem, text, &sha256);
        if let Some(article) = merged.articles.last() {
            one.contradictions = contradictions(corpus, article);
            one.article = Some(article.id.to_string());
        }
        let sound = one.problems.iter().all(|problem| problem.severity != Severity::Error);
        if !sound {
            one.article = None;
        } else if one.repeats.is_empty() || args.again {
            if let (true, Some(dir)) = (args.write, &args.sources) {
                let path = dir.join(format!("{stem}.txt"));
                let there = fs::read(&path).is_ok_and(|there| there == text.as_bytes());
                if !there {
                    let mut file =
                        fs::File::create_new(&path).map_err(|e| CliError::Write(path.clone(), e))?;
                    std::io::Write::write_all(&mut file, text.as_bytes())
                        .map_err(|e| CliError::Write(path, e))?;
                }
                one.written = true;
            }
            known.push(Known { article: one.article.clone().unwrap_or_default(), fingerprint });
            *corpus = merged;
        }
    }
    one.draft = Some(draft);
    Ok(one)
}

/// The articles that this text is already: by its bytes, by its words, or – where their texts are not at hand – by its
/// headline.
fn repeats(
    fingerprint: &Fingerprint,
    sha256: &str,
    draft: &Draft,
    corpus: &Corpus,
    known: &[Known],
) -> Vec<(String, u32)> {
    let headline = draft.headline.as_ref().map(|found| crate::text::key(&found.words));
    let mut found = Vec::new();
    for article in &corpus.articles {
        let likeness = match known.iter().find(|known| known.article == *article.id) {
            _ if article.text.sha256 == sha256 => 100,
            Some(known) => known.fingerprint.likeness(fingerprint),
            None if headline
                .as_ref()
                .is_some_and(|headline| *headline == crate::text::key(&article.headline)) =>
            {
                SAME
            }
            None => 0,
        };
        if likeness >= SAME {
            found.push((article.id.to_string(), likeness));
        }
    }
    found
}

/// What is wrong with the corpus that was not wrong before, and with the new article against its text. The units that the
/// article brings must not change how a known figure reads.
fn checked(merged: &Corpus, before: &Corpus, stem: &str, text: &str, sha256: &str) -> Vec<Problem> {
    let old = validate(before);
    let mut problems: Vec<Problem> =
        validate(merged).into_iter().filter(|problem| !old.contains(problem)).collect();
    let mut sources = Sources::default();
    sources.insert(stem, text, sha256);
    let only = Corpus { articles: merged.articles.last().cloned().into_iter().collect(), ..merged.clone() };
    problems.extend(verify(&only, &sources).problems);
    let (was, is) = (&before.units, &merged.units);
    for (a, article) in before.articles.iter().enumerate() {
        for (f, figure) in article.figures.iter().enumerate() {
            let read = |units| {
                crate::text::quantity::parse_at(&figure.as_written, 0, units).map(|q| (q.unit, q.range))
            };
            if read(was) != read(is) {
                let path = format!("articles[{a}].figures[{f}]");
                problems
                    .push(Problem::error(path, "a new word of a unit changes how this known figure reads"));
            }
        }
    }
    sort_problems(&mut problems);
    problems
}

/// A name for the source text that no other has.
fn stem(file: &Path, corpus: &Corpus) -> String {
    let name = file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let wanted = if name.starts_with('.') || name.contains([':', '\\']) || name.is_empty() {
        "bai-bao".to_owned()
    } else {
        name
    };
    let mut stem = wanted.clone();
    let mut count = 2;
    while corpus.articles.iter().any(|article| article.text.file_stem == stem) {
        stem = format!("{wanted}-{count}");
        count += 1;
    }
    stem
}

/// Every id that is in use.
fn taken(corpus: &Corpus) -> Vec<String> {
    let mut taken: Vec<String> = corpus.redirects.keys().cloned().collect();
    taken.extend(corpus.articles.iter().map(|a| a.id.to_string()));
    taken.extend(corpus.campaigns.iter().map(|c| c.id.to_string()));
    taken.extend(corpus.organisations.iter().map(|o| o.id.to_string()));
    taken
}
