//! `thidua` without arguments: says what is in this folder and what can be done with it, and offers to serve it.

use std::fs;
use std::io::{self, BufRead as _, IsTerminal as _};
use std::path::{Path, PathBuf};

use thidua_core::corpus::{has_errors, validate};
use thidua_core::domain::Lang;
use thidua_i18n::command_line as words;

use super::beside_corpus::texts_folder;
use super::corpus_folder::{is_document_name, is_like_a_document, list_documents};
use super::file_names::{is_ignored, without_ending};
use super::files::{is_package, lists_package_file, read_corpus};
use super::progress::Activity;
use super::serve::{self, base_of_site};
use super::shell::shell_word;
use super::site_args::marks;
use super::system_language::system_language;
use super::{CliError, ExitStatus, new, report};

/// Place of a corpus in the repository of a site, below the folder.
const IN_REPOSITORY: &str = "public/corpus.json";
/// Folder in which a new corpus is created.
const NEW: &str = "kho";

/// What a folder holds.
#[derive(Debug, Default)]
struct Found {
    /// Corpus: the folder itself if all its documents are of the corpus, else one document or package.
    corpus: Option<PathBuf>,
    /// Packages and folders with a corpus, if there is more than one and no corpus in the folder itself.
    choices: Vec<PathBuf>,
    /// Folder of a site that has been built.
    site: Option<PathBuf>,
}

/// Command that is proposed, and what it is for.
type Proposal = (String, &'static str);

/// Runs the command. `carried` is the archive of the app in this program.
pub fn run(carried: Option<&'static [u8]>) -> Result<ExitStatus, CliError> {
    let result = explain(carried, system_language());
    keep_own_window(&result);
    result
}

/// Waits for Enter if the program has a window of its own, so that what it says can be read.
pub fn keep_own_window(result: &Result<ExitStatus, CliError>) {
    if !has_own_window() {
        return;
    }
    if let Err(error) = result {
        report::print_error(&format!("thidua: {error}"));
    }
    report::print_error(words::press_enter(system_language()));
    let _answer = io::stdin().lock().read_line(&mut String::new());
}

fn explain(carried: Option<&'static [u8]>, lang: Lang) -> Result<ExitStatus, CliError> {
    let found = find(Path::new("."));
    let site = found.site.as_deref();
    let mut text = format!("Thi đua {}\n\n", env!("CARGO_PKG_VERSION"));
    let (status, served) = match &found.corpus {
        Some(corpus) => match describe(corpus, lang) {
            Ok(contents) => {
                text.push_str(&format!("{contents}\n"));
                (ExitStatus::Success, Some(corpus.as_path()))
            }
            Err(reason) => {
                text.push_str(&format!("{}\n  {}\n", words::not_valid(lang), reason.replace('\n', "\n  ")));
                (ExitStatus::DataErrors, site)
            }
        },
        None if !found.choices.is_empty() => {
            text.push_str(&format!("{}\n", words::several(lang)));
            (ExitStatus::Success, None)
        }
        None if site.is_some() => (ExitStatus::Success, site),
        None => {
            text.push_str(&format!("{}\n", words::no_corpus(lang)));
            (ExitStatus::Success, None)
        }
    };
    if let Some(site) = site {
        text.push_str(&format!("{}\n", words::built_site(&site.display().to_string(), lang)));
    }
    let is_new = found.corpus.is_none() && found.choices.is_empty() && site.is_none();
    let heading = if is_new { words::how_to_begin(lang) } else { words::what_next(lang) };
    text.push_str(&format!(
        "\n{heading}\n{}\n{}\n",
        lines(&proposals(&found, status, lang)),
        words::all_commands(lang)
    ));
    report::print(&text)?;
    match served {
        Some(served) if is_answered_yes(words::open_now(lang))? => {
            serve::run(serve::Args::opening(served.to_owned(), carried))
        }
        None if is_new && !Path::new(NEW).exists() && is_answered_yes(words::create_now(lang))? => {
            new::run(&new::Args::example(Path::new(NEW)))?;
            serve::run(serve::Args::opening(NEW.into(), carried))
        }
        _ => Ok(status),
    }
}

/// Looks what a folder holds. Paths are as they are typed in it.
fn find(folder: &Path) -> Found {
    let mut names: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok().filter(|name| !is_ignored(name)))
        .collect();
    names.sort();
    let of_kind = |ending: &str| -> Vec<PathBuf> {
        let names = names.iter().filter(|name| without_ending(name, ending).is_some());
        names.map(PathBuf::from).collect()
    };
    let documents: Vec<PathBuf> = of_kind(".json")
        .into_iter()
        .filter(|path| is_document_name(&path.to_string_lossy()))
        // A document that was cut off is one all the same.
        .filter(|path| path.as_os_str() == "corpus.json" || is_like_a_document(&folder.join(path)))
        .collect();
    let is_whole = list_documents(folder).is_ok_and(|all| all.len() == documents.len());
    let corpus = match documents.as_slice() {
        [] => None,
        _ if is_whole => Some(PathBuf::from(".")),
        all => all.iter().find(|path| path.as_os_str() == "corpus.json").or(all.first()).cloned(),
    };
    let in_repository = || Some(PathBuf::from(IN_REPOSITORY)).filter(|path| folder.join(path).is_file());
    let packages = of_kind(".zip").into_iter().filter(|path| lists_package_file(&folder.join(path)));
    let inner = names.iter().map(PathBuf::from).filter(|path| is_corpus_folder(&folder.join(path)));
    let mut choices: Vec<PathBuf> = packages.chain(inner).collect();
    let corpus = corpus.or_else(in_repository).or_else(|| (choices.len() == 1).then(|| choices.remove(0)));
    if corpus.is_some() {
        choices.clear();
    }
    let mut folders = names.iter().map(String::as_str).chain(["."]).map(PathBuf::from);
    let site = folders.find(|path| is_site(&folder.join(path)));
    Found { corpus, choices, site }
}

/// Returns whether a folder holds a `corpus.json` that is no part of a site.
fn is_corpus_folder(folder: &Path) -> bool {
    is_like_a_document(&folder.join("corpus.json")) && !is_site(folder)
}

/// Returns whether a folder holds a site that this program built.
fn is_site(folder: &Path) -> bool {
    folder.join("edition.json").is_file() && base_of_site(folder).is_some()
}

/// Returns the contents of a corpus in one line, or why it cannot be used.
fn describe(corpus: &Path, lang: Lang) -> Result<String, String> {
    let _activity = Activity::begin("Reading the corpus");
    let loaded = read_corpus(corpus).map_err(|error| error.to_string())?;
    let problems = validate(&loaded.merged.corpus);
    if has_errors(&problems) {
        return Err(report::human(&problems, "").trim_end().to_owned());
    }
    let facts = &loaded.merged.corpus;
    let sha256 = loaded.document.as_ref().map_or("", |document| document.sha256.as_str());
    let verified = marks(loaded.attestation(None, corpus).as_deref(), facts, sha256).len();
    let place = std::path::absolute(corpus).unwrap_or_else(|_| corpus.to_owned());
    Ok(words::contents(&place.display().to_string(), facts.articles.len(), verified, lang))
}

/// Returns the commands that fit what was found.
fn proposals(found: &Found, status: ExitStatus, lang: Lang) -> Vec<Proposal> {
    let mut all: Vec<Proposal> = Vec::new();
    if let Some(corpus) = &found.corpus {
        let word = shell_word(corpus);
        if status == ExitStatus::DataErrors {
            all.push((format!("thidua validate --corpus {word}"), words::validate(lang)));
            return all;
        }
        all.extend([
            (format!("thidua serve {word} --open"), words::serve(lang)),
            (format!("thidua build --corpus {word} --out site"), words::build(lang)),
            (format!("thidua build --single --corpus {word} --out thi-dua.html"), words::build_single(lang)),
        ]);
        let is_package = is_package(corpus);
        if is_package || texts_folder(corpus).is_some() {
            all.push((format!("thidua verify --corpus {word}"), words::verify(lang)));
        }
        if is_package {
            all.push((format!("thidua new kho --from {word}"), words::unpack(lang)));
        } else {
            all.push((format!("thidua ingest bai-bao.txt --corpus {word}"), words::ingest(lang)));
        }
        return all;
    }
    for choice in &found.choices {
        all.push((format!("thidua serve {} --open", shell_word(choice)), words::serve(lang)));
    }
    if let Some(site) = &found.site {
        all.push((format!("thidua serve {} --open", shell_word(site)), words::serve_site(lang)));
    }
    if all.is_empty() {
        all.push(("thidua new kho".to_owned(), words::new(lang)));
        all.push(("thidua new kho --from thi-dua-kho.zip".to_owned(), words::new_from(lang)));
    }
    all
}

/// Formats commands with what they are for, one on a line.
fn lines(proposals: &[Proposal]) -> String {
    let width = proposals.iter().map(|(command, _)| command.chars().count()).max().unwrap_or(0);
    proposals.iter().map(|(command, purpose)| format!("  {command:width$}   {purpose}\n")).collect()
}

/// Asks a question. Not on a terminal the answer is no.
fn is_answered_yes(question: &str) -> Result<bool, CliError> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Ok(false);
    }
    report::print(question)?;
    let mut answer = String::new();
    // At the end of the input nothing was answered.
    let read = io::stdin().lock().read_line(&mut answer).map_err(CliError::Print)?;
    Ok(read > 0 && words::is_yes(&answer))
}

/// Returns whether Windows opened a window for this program alone, which vanishes with it: it was started by a double-click, not
/// from the command prompt, which sets `PROMPT`.
fn has_own_window() -> bool {
    cfg!(windows) && io::stdin().is_terminal() && std::env::var_os("PROMPT").is_none()
}
