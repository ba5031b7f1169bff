//! `thidua ingest`

mod report;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde::Serialize;

use thidua_core::corpus::{ArticleAttestation, Attestation, Problem, Severity, decode};
use thidua_core::domain::Corpus;
use thidua_core::text::{fold_space, nfc, sha256, with_hidden_escaped};
use thidua_extract::admission::{
    KnownText, duplicates, fingerprint_of, new_problems, unused_file_stem, used_ids,
};
use thidua_extract::{
    Additions, Context, Contradiction, Diagnostic, Draft, DraftGap, Fingerprint, SourceInfo, add_article,
    contradictions, extract, to_corpus,
};

use super::beside_corpus::attestation_path;
use super::progress::Activity;
use super::read_text::{BrokenLinesPolicy, read_text};
use super::report::{self as reports, Format};
use super::source_texts::{SourceFolder, SourceLookup};
use super::validate::DEFAULT_CORPUS;
use super::write_file::replace_file;
use super::{CliError, ExitStatus, files};

/// Arguments of `thidua ingest`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Texts of articles, or saved pages; one article per file
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The corpus to add them to: one document
    #[arg(long, value_name = "FILE", default_value = DEFAULT_CORPUS)]
    corpus: PathBuf,
    /// The folder of the source texts: existing ones are compared, new ones are written there
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
    /// The address of the article, if there is only one file
    #[arg(long)]
    url: Option<String>,
    /// The headline, if there is only one file and its text was copied without it; it becomes the first line of the text
    #[arg(long)]
    headline: Option<String>,
    /// The organisation that the article reports on, if there is only one file
    #[arg(long, value_name = "NAME")]
    organisation: Option<String>,
    /// Write the articles into the corpus, their texts to the folder of sources, and their marks into the attestation.json next
    /// to the corpus, if there is one
    #[arg(long, requires = "sources")]
    write: bool,
    /// What to do with lines that are broken inside sentences, as in text copied from a PDF or a mail
    #[arg(long, value_enum, value_name = "WHAT", default_value_t)]
    broken_lines: BrokenLinesPolicy,
    /// Also add an article that is in the corpus already under another address
    #[arg(long)]
    again: bool,
    /// The format of the report
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Report of one file.
#[derive(Debug, Serialize)]
struct IngestReport {
    file: String,
    /// Reason why nothing was read.
    error: Option<String>,
    /// Notes on the way in which it was read.
    notes: Vec<String>,
    draft: Option<Draft>,
    diagnostics: Vec<Diagnostic>,
    /// Problems found by validation and verification.
    problems: Vec<Problem>,
    /// Ids of articles with the same text, with the similarity in percent.
    repeats: Vec<(String, u32)>,
    contradictions: Vec<Contradiction>,
    additions: Additions,
    /// What the article lacks. It is an article all the same, and a person fills the gap before it is written.
    gaps: Vec<DraftGap>,
    /// Id under which the article can be added, or was added.
    article: Option<String>,
    written: bool,
    /// Number of the guesses in the article that a person has to confirm.
    guesses: usize,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitStatus, CliError> {
    if args.write && args.corpus.is_dir() {
        return Err(CliError::NotADocument(args.corpus.clone()));
    }
    if args.write {
        files::refuse_package(&args.corpus)?;
    }
    let activity = Activity::begin("Reading the corpus");
    let loaded = files::read_corpus(&args.corpus)?;
    let old_attestation = loaded.attestation(None, &args.corpus);
    let corpus_sha256 = loaded.document.as_ref().map_or("", |document| document.sha256.as_str());
    let old_attestation = old_attestation
        .and_then(|bytes| Attestation::read(&bytes, &loaded.merged.corpus, corpus_sha256).ok());
    let mut corpus = loaded.merged.corpus;
    let folder = args.sources.as_deref().map(SourceFolder::open).transpose()?;
    let mut known = known_texts(&corpus, folder.as_ref())?;
    let mut ingested = Vec::new();
    for (file, number) in args.files.iter().zip(1..) {
        activity.set(format!("Reading article {number} of {}", args.files.len()));
        let bytes = files::read_bytes(file)?;
        let one = ingest(args, file, &bytes, &mut corpus, &mut known)?;
        ingested.push(one);
    }
    if args.write && ingested.iter().any(|one| one.written) {
        replace_file(&args.corpus, reports::json(&corpus)?.as_bytes())?;
        if let Some(attestation) = old_attestation {
            let written = ingested.iter().filter(|one| one.written).filter_map(|one| one.article.as_deref());
            replace_file(
                &attestation_path(&args.corpus),
                &with_marks(attestation, &corpus, written).to_json(),
            )?;
        }
    }
    drop(activity);
    let text = match args.format {
        Format::Human => with_hidden_escaped(
            &ingested.iter().map(|one| report::human(one, args.write)).collect::<String>(),
        ),
        Format::Json => reports::json(&ingested)?,
    };
    reports::print(&text)?;
    let fine = ingested.iter().all(|one| {
        one.error.is_none() && one.article.is_some() && one.gaps.is_empty() && one.repeats.is_empty()
    });
    Ok(if fine { ExitStatus::Success } else { ExitStatus::DataErrors })
}

/// Returns an attestation with the entries of articles that were verified and written just now. Entries that do not fit are
/// kept: other commands say so.
fn with_marks<'a>(
    mut attestation: Attestation,
    corpus: &Corpus,
    written: impl Iterator<Item = &'a str>,
) -> Attestation {
    for id in written {
        attestation.articles.retain(|entry| entry.id.as_str() != id);
        let article = corpus.articles.iter().find(|article| article.id.as_str() == id);
        attestation.articles.extend(article.map(|article| ArticleAttestation::of(corpus, article)));
    }
    attestation
}

/// Returns the fingerprints of the source texts of the corpus, as far as they are in the folder.
fn known_texts(corpus: &Corpus, folder: Option<&SourceFolder>) -> Result<Vec<KnownText>, CliError> {
    let mut known = Vec::new();
    for article in &corpus.articles {
        let Some(SourceLookup::File(path)) = folder.map(|folder| folder.find(&article.text.file_stem)) else {
            continue;
        };
        let bytes = files::read_bytes(path)?;
        // A text that is not UTF-8 cannot be compared; `verify` reports it.
        let Ok(text) = decode(&bytes) else { continue };
        let own = text
            .split('\n')
            .zip(1..)
            .filter(|(_, number)| article.text.contains(*number))
            .map(|(line, _)| line);
        known.push(KnownText { article: article.id.to_string(), fingerprint: Fingerprint::of(own) });
    }
    Ok(known)
}

/// Returns whether the folder has another text under this name, in any Unicode form or case.
fn is_other_text(folder: &Path, stem: &str, text: &str) -> Result<bool, CliError> {
    Ok(match SourceFolder::open(folder)?.find(stem) {
        SourceLookup::File(path) => files::read_bytes(path)? != text.as_bytes(),
        SourceLookup::Several(_) => true,
        SourceLookup::Missing(_) => false,
    })
}

/// Writes a source text, unless it exists already.
fn write_source(folder: &Path, stem: &str, text: &str) -> Result<(), CliError> {
    if let SourceLookup::File(_) = SourceFolder::open(folder)?.find(stem) {
        return Ok(());
    }
    let path = folder.join(format!("{stem}.txt"));
    let error = |e| CliError::Write(path.clone(), e);
    let mut file = fs::File::create_new(&path).map_err(error)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(error)
}

/// Puts the headline above the text, unless one of its lines is the headline.
fn with_headline(text: String, headline: Option<&str>) -> String {
    let Some(headline) = headline.filter(|headline| !headline.is_empty()) else { return text };
    let same = |line: &str| fold_space(&nfc(line)) == fold_space(&nfc(headline));
    if text.split('\n').any(same) { text } else { format!("{headline}\n\n{text}") }
}

/// Returns whether a problem is about a placeholder: the headline or the organisation of the article.
fn is_about_gap(problem: &Problem) -> bool {
    let path = problem.path.to_string();
    let field = path.strip_prefix("articles[").and_then(|rest| rest.split_once("].")).map(|(_, field)| field);
    matches!(field, Some("headline" | "organisation")) || path.starts_with("organisations[")
}

fn ingest(
    args: &Args,
    file: &Path,
    bytes: &[u8],
    corpus: &mut Corpus,
    known: &mut Vec<KnownText>,
) -> Result<IngestReport, CliError> {
    let mut one = IngestReport {
        file: file.display().to_string(),
        error: None,
        notes: Vec::new(),
        draft: None,
        diagnostics: Vec::new(),
        problems: Vec::new(),
        repeats: Vec::new(),
        contradictions: Vec::new(),
        additions: Additions::default(),
        gaps: Vec::new(),
        article: None,
        written: false,
        guesses: 0,
    };
    let read = match read_text(file, bytes, args.broken_lines) {
        Ok(read) => read,
        Err(error) => {
            one.error = Some(error.to_string());
            return Ok(one);
        }
    };
    let is_only = args.files.len() == 1;
    let headline = args.headline.as_deref().filter(|_| is_only).map(str::trim);
    let text = with_headline(read.prepared.text, headline);
    let text = text.as_str();
    one.notes = read.notes;
    one.diagnostics = read.prepared.diagnostics;
    let context = Context::of(corpus);
    let mut draft = extract(text, &context);
    if let Some(headline) = headline {
        draft.fill_headline(text, headline);
    }
    if let Some(name) = args.organisation.as_deref().filter(|name| is_only && !name.trim().is_empty()) {
        draft.fill_organisation(text, name, &context);
    }
    one.gaps = draft.gaps();
    one.diagnostics.extend(draft.diagnostics.iter().cloned());
    let fingerprint = fingerprint_of(text, &draft);
    let sha256 = sha256(text.as_bytes());
    one.repeats = duplicates(&fingerprint, &sha256, &draft, corpus, known);
    // A path that was read as a file has a name.
    let name = file.file_stem().unwrap_or(file.as_os_str()).to_string_lossy();
    let stem = unused_file_stem(&name, corpus, |stem| {
        // If the folder cannot be read any more, writing the text reports it.
        let folder = args.sources.as_deref();
        folder.is_some_and(|folder| is_other_text(folder, stem, text).unwrap_or(false))
    });
    let used_ids: Vec<String> = used_ids(corpus);
    let source_info = SourceInfo {
        file_stem: &stem,
        sha256: &sha256,
        url: args.url.as_deref().filter(|_| is_only).or(read.url.as_deref()),
        title: &corpus.title,
        used_ids: &used_ids,
    };
    // With a gap the other facts are verified all the same; nothing of the placeholders is reported or kept.
    let whole = draft.clone().with_placeholders();
    if let Some(document) = to_corpus(&whole, &context, &source_info) {
        let mut merged = corpus.clone();
        one.additions = add_article(&mut merged, document);
        one.problems = new_problems(&merged, corpus, text, &sha256);
        if !one.gaps.is_empty() {
            one.problems.retain(|problem| !is_about_gap(problem));
            one.additions = Additions::default();
        }
        if let Some(article) = merged.articles.last() {
            one.contradictions = contradictions(corpus, article);
            one.article = Some(article.id.to_string());
            let [confirmed, all] = article.confirmed_guesses();
            one.guesses = all - confirmed;
        }
        let sound = one.problems.iter().all(|problem| problem.severity != Severity::Error);
        if !sound {
            one.article = None;
        } else if !one.gaps.is_empty() {
            // Only the article without its gaps is added.
        } else if one.repeats.is_empty() || args.again {
            if let (true, Some(dir)) = (args.write, &args.sources) {
                write_source(dir, &stem, text)?;
                one.written = true;
            }
            known.extend(one.article.clone().map(|article| KnownText { article, fingerprint }));
            *corpus = merged;
        }
    }
    one.draft = Some(draft);
    Ok(one)
}
