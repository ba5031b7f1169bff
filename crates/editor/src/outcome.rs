//! Outcomes of commands: messages, requests to the storage of the browser, and files to save.

use serde::{Deserialize, Serialize};

use thidua_core::corpus::{Attestation, AttestationCheck, AttestationError};
use thidua_core::domain::{Corpus, GuessedField, Lang};
use thidua_extract::joined_lines;
use thidua_i18n::{
    editor as words, editor_drafts as drafts, editor_guesses as guesses, editor_messages as messages,
    editor_publish as publish, editor_site as site, load_errors, name_changes, problems, unreadable,
};
use thidua_pages::download::DownloadFile;

use super::document::DraftDocument;
use super::error::EditError;
use super::export::{ExportedArticle, MergedCorpus};
use super::fact_id::{FactId, FactStatus};
use super::gaps::Gap;
use super::origin::OriginProblem;
use super::package_fault::package_fault;
use super::publish::{MarksSummary, PublishRequest};
use super::to_review::LeftOut;
use super::{storage, view};

/// Request to the storage of the browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StorageRequest {
    /// Store a draft, unless a later revision of it is stored already.
    Put {
        /// Key of the draft.
        uid: String,
        /// Revision, which grows with every change.
        revision: u32,
        /// Draft as JSON.
        json: String,
    },
    /// Delete a draft.
    Delete {
        /// Key of the draft.
        uid: String,
    },
}

/// Outcome of a command, apart from the fragments of the page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outcome {
    /// Message for a line that screen readers announce; often empty.
    pub message: String,
    /// True if the command failed and `message` is the reason.
    pub is_error: bool,
    /// Id of the element that gets the focus.
    pub focus: Option<String>,
    /// Requests to the storage of the browser.
    pub storage: Vec<StorageRequest>,
    /// Files to save.
    pub files: Vec<DownloadFile>,
    /// Package to publish.
    #[serde(default)]
    pub publish: Option<PublishRequest>,
}

impl Outcome {
    fn message(message: impl Into<String>) -> Outcome {
        Outcome { message: message.into(), ..Outcome::default() }
    }

    /// Creates an outcome that only moves the focus.
    pub fn focus(id: &str) -> Outcome {
        Outcome { focus: Some(id.to_owned()), ..Outcome::default() }
    }
}

/// Creates the outcome of a failed command.
pub fn error_outcome(refusal: &EditError, lang: Lang) -> Outcome {
    // A gap has its own form.
    let focus = match refusal {
        EditError::NoHeadline => Some(Gap::Headline),
        EditError::NoOrganisation => Some(Gap::Organisation),
        _ => None,
    };
    let focus = focus.map(|gap| format!("thieu-{}", gap.kind().kind()));
    let focus = match refusal {
        EditError::Origin(problem) => Some(view::origin_field_id(problem).to_owned()),
        _ => focus,
    };
    Outcome { is_error: true, focus, ..Outcome::message(reason(refusal, lang)) }
}

/// Returns the message of an error.
pub fn reason(refusal: &EditError, lang: Lang) -> String {
    match refusal {
        EditError::Unreadable { name, reason } => {
            let name = if name.is_empty() { words::pasted(lang) } else { name };
            format!("“{name}”: {}.", unreadable(reason, lang))
        }
        EditError::FileNotRead(name) => format!("“{name}”: {}", words::not_read(lang)),
        EditError::Duplicate(name) => messages::duplicate(name, lang),
        EditError::NothingOpen => messages::nothing_open(lang).to_owned(),
        EditError::NotFound(what) => messages::not_found(what, lang),
        EditError::NotVerified(_) => messages::not_verified(lang).to_owned(),
        EditError::WordsNotFound => messages::words_not_on_line(lang).to_owned(),
        EditError::NoNumber(words) => messages::no_number(words, lang),
        EditError::AmbiguousNumber(words, kind) => {
            let [message, hint] = thidua_i18n::editor::diagnostic(*kind, lang);
            format!("“{words}”: {message}; {hint}.")
        }
        EditError::InvalidField(name, value) => messages::invalid_field(field_name(name, lang), value, lang),
        EditError::Origin(problem) => match problem {
            OriginProblem::NotAnAddress(url) => drafts::not_an_address(url, lang),
            OriginProblem::NewspaperNotPrinted(name) => drafts::newspaper_not_printed(name, lang),
            OriginProblem::NoDate(words) => drafts::no_date(words, lang),
        },
        EditError::Names(error) => format!("{}.", capital(&name_changes::name_error(error, lang))),
        EditError::NoCampaign => messages::no_campaign(lang).to_owned(),
        EditError::NoHeadline => messages::no_headline(lang).to_owned(),
        EditError::NoOrganisation => messages::no_organisation(lang).to_owned(),
        EditError::SameText(None) => format!("{}.", capital(guesses::same_text(lang))),
        EditError::SameText(Some(id)) => format!("{}.", capital(&guesses::text_in_corpus(id, lang))),
        EditError::NothingAccepted => messages::nothing_accepted(lang).to_owned(),
        EditError::InvalidCorpus(number, first) => {
            messages::invalid_corpus(*number, &problems::validation_problem(first, lang), lang)
        }
        EditError::Serialization(_) => messages::not_writable(lang).to_owned(),
        EditError::NotACorpus(error) => messages::not_a_corpus(&load_errors::load_error(error, lang), lang),
        EditError::NotAnAttestation(error) => match error {
            AttestationError::Unreadable { line, column } => {
                guesses::attestation_unreadable(*line, *column, lang)
            }
            AttestationError::LaterVersion(version) => guesses::attestation_version(*version, lang),
            AttestationError::OtherDocument { marks } => guesses::attestation_of_other_corpus(*marks, lang),
        },
        EditError::Package(error) => publish::not_a_package(&package_fault(error, lang), lang),
        EditError::TooLargeForPage(articles) => publish::too_large(*articles, lang),
        EditError::UnreadableDraft(None) => messages::damaged_draft(lang).to_owned(),
        EditError::UnreadableDraft(Some(version)) => messages::draft_version(version, lang),
    }
}

/// Returns the label of a field of a form.
fn field_name(name: &'static str, lang: Lang) -> &'static str {
    match name {
        "words" => words::words(lang),
        "line" => words::line(lang),
        "value" => words::value(lang),
        "value_to" => words::value_to(lang),
        "when" => words::when(lang),
        "name" => words::name(lang),
        "known" => words::existing_name(lang),
        "campaign" => words::campaign(lang),
        "organisation" => words::organisation(lang),
        "role" => words::role(lang),
        "act" => guesses::act_label(lang),
        "title-vi" => site::title_vi(lang),
        "licence-url" => site::licence_url(lang),
        "site" => site::source_site(lang),
        "site-url" => publish::address(lang),
        _ => name,
    }
}

/// Returns the name of a pasted text.
pub fn pasted_name(lang: Lang) -> String {
    words::pasted(lang).to_owned()
}

/// A draft was created; `repeats` are articles of the corpus with the same text.
pub fn text_read(document: &DraftDocument, repeats: &[(String, u32)], lang: Lang) -> Outcome {
    let said = words::text_read(
        &document.name,
        document.review.fact_ids().len(),
        document.to_review().total(),
        lang,
    );
    let again = if repeats.is_empty() { "" } else { words::repeats_article(lang) };
    let again = if again.is_empty() { String::new() } else { format!(" {again}.") };
    let joined = match joined_lines(&document.diagnostics) {
        0 => String::new(),
        number => format!(" {}", words::joined_lines(number, lang)),
    };
    Outcome { focus: Some("soan-ten-bai".to_owned()), ..Outcome::message(format!("{said}{joined}{again}")) }
}

/// A draft was deleted.
pub fn removed(document: &DraftDocument, lang: Lang) -> Outcome {
    let storage = vec![StorageRequest::Delete { uid: document.uid.clone() }];
    Outcome { storage, ..Outcome::message(words::draft_removed(&document.name, lang)) }
}

/// Address, newspaper and date of an article were recorded. `appended` is the line that was added to its text.
pub fn origin_set(appended: Option<&str>, lang: Lang) -> Outcome {
    let added = appended.map_or_else(String::new, |line| format!(" {}", drafts::date_appended(line, lang)));
    Outcome::message(format!("{}{added}", drafts::origin_set(lang)))
}

/// A discarded draft was taken back.
pub fn taken_back(document: &DraftDocument, lang: Lang) -> Outcome {
    Outcome {
        focus: Some(view::draft_id(&document.uid)),
        ..Outcome::message(drafts::taken_back(&document.name, lang))
    }
}

/// A draft was split into `number` drafts.
pub fn split(number: usize, lang: Lang) -> Outcome {
    Outcome { focus: Some("soan-ten-bai".to_owned()), ..Outcome::message(words::split_into(number, lang)) }
}

/// Something other than a fact was changed.
pub fn changed(lang: Lang) -> Outcome {
    Outcome::message(messages::changed(lang))
}

/// A campaign was linked or kept apart.
pub fn joined(is_joined: bool, lang: Lang) -> Outcome {
    Outcome::message(match is_joined {
        true => messages::names_joined(lang),
        false => messages::names_kept_apart(lang),
    })
}

/// Adds to the message how many confirmed guesses are open again; `before` is the number of open ones before the command.
pub fn reopened(outcome: Outcome, before: usize, document: &DraftDocument, lang: Lang) -> Outcome {
    match document.to_review().guesses.saturating_sub(before) {
        0 => outcome,
        number => {
            let message = format!("{} {}", outcome.message, guesses::reopened(number, lang));
            Outcome { message, ..outcome }
        }
    }
}

/// The status of a fact was changed; the message states what was confirmed with it, and the progress of the review.
pub fn status_changed(
    status: FactStatus,
    confirmed: &[GuessedField],
    document: &DraftDocument,
    lang: Lang,
) -> Outcome {
    let said = match confirmed.is_empty() {
        true => format!("{}.", capital(view::status_name(status, lang))),
        false => guesses::accepted_with(confirmed, lang),
    };
    Outcome::message(format!("{said} {}", progress(document, lang)))
}

/// A guess was confirmed; the message states which are left.
pub fn guess_confirmed(
    fact_id: FactId,
    field: GuessedField,
    document: &DraftDocument,
    lang: Lang,
) -> Outcome {
    Outcome::message(guesses::guess_confirmed(field, document.checked.open_guesses(fact_id), lang))
}

/// All facts without guesses and doubts were accepted; the message says what was left and why.
pub fn accepted_all(number: usize, left: &LeftOut, document: &DraftDocument, lang: Lang) -> Outcome {
    let rest = match left.first {
        Some(_) => format!(" {}", guesses::left_out(left.guesses, left.doubts, left.not_verified, lang)),
        None => String::new(),
    };
    let said = format!("{}{rest} {}", words::accepted_all(number, lang), progress(document, lang));
    Outcome { focus: left.first.map(|fact_id| format!("the-{fact_id}")), ..Outcome::message(said) }
}

/// Nothing is left to look at.
pub fn nothing_to_review(document: &DraftDocument, lang: Lang) -> Outcome {
    Outcome::message(format!("{} {}", guesses::all_reviewed(lang), progress(document, lang)))
}

/// A fact was changed or added; the message states whether it verifies, and why not.
pub fn fact_edited(fact_id: FactId, document: &DraftDocument, lang: Lang) -> Outcome {
    let checked = &document.checked;
    let verdict = match checked.problems(fact_id).first() {
        _ if checked.is_verified(fact_id) => words::verified(lang).to_owned(),
        Some(first) => format!("{}: {}", words::not_verified(lang), problems::problem(first, lang)),
        None => words::not_verified(lang).to_owned(),
    };
    let open = match checked.open_guesses(fact_id) {
        [] => String::new(),
        open => format!("; {}", guesses::still_open(open, lang)),
    };
    Outcome::message(format!("{}; {verdict}{open}.", capital(words::edited(lang))))
}

/// A step was undone or redone.
pub fn stepped(undo: bool, done: bool, lang: Lang) -> Outcome {
    Outcome::message(match (undo, done) {
        (true, true) => messages::undone(lang),
        (true, false) => messages::nothing_to_undo(lang),
        (false, true) => messages::redone(lang),
        (false, false) => messages::nothing_to_redo(lang),
    })
}

/// Names of the corpus were changed: the operation and its extent in words.
pub fn names_changed(operation: &str, extent: &str, focus: &str) -> Outcome {
    Outcome { focus: Some(focus.to_owned()), ..Outcome::message(format!("{operation}: {extent}.")) }
}

/// The corpus of the drafts was replaced.
pub fn corpus_replaced(name: &str, articles: usize, lang: Lang) -> Outcome {
    Outcome::message(words::corpus_replaced(name, articles, lang))
}

/// A draft file was opened whose draft is on the desk already, in this state or a later one.
pub fn older_draft(lang: Lang) -> Outcome {
    Outcome::message(guesses::older_draft(lang))
}

/// A draft was changed in another window.
pub fn changed_elsewhere(lang: Lang) -> Outcome {
    Outcome::message(messages::changed_elsewhere(lang))
}

/// A draft that was changed in two windows is stored twice.
pub fn conflict_resolved(lang: Lang) -> Outcome {
    Outcome::message(messages::both_versions_kept(lang))
}

/// Returns the open draft as a file.
///
/// # Errors
/// [`EditError::Serialization`], as in the functions below.
pub fn draft_file(document: &DraftDocument, lang: Lang) -> Result<Outcome, EditError> {
    let name = document.name.strip_suffix(".txt").unwrap_or(&document.name);
    Ok(saving(vec![json_file(format!("{}.nhap.json", safe(name)), storage::to_json(document)?)], 0, lang))
}

/// Returns the open article as a document, and its source text for `thidua verify`.
pub fn article_files(
    document: &DraftDocument,
    made: &ExportedArticle,
    lang: Lang,
) -> Result<Outcome, EditError> {
    let article = made.corpus_document.articles.first().ok_or(EditError::NoHeadline)?;
    let json_document = json_file(format!("{}.json", article.id), json(&made.corpus_document)?);
    let text = DownloadFile {
        name: format!("{}.txt", article.text.file_stem),
        mime: "text/plain;charset=utf-8".to_owned(),
        text: document.text.clone(),
    };
    let outcome = saving(vec![json_document, text], made.left_out.len(), lang);
    Ok(with_guesses(outcome, made.open_guesses, lang))
}

/// Returns the merged corpus and its attestation; the message names the drafts that could not be merged, and the marks that are
/// lost.
pub fn corpus_files(
    merged: &MergedCorpus,
    attestation: &Attestation,
    documents: &[DraftDocument],
    lang: Lang,
) -> Result<Outcome, EditError> {
    let marks = String::from_utf8_lossy(&attestation.to_json()).into_owned();
    let corpus = json_file("corpus.json".to_owned(), json(&merged.corpus)?);
    let outcome = saving(vec![corpus, json_file("attestation.json".to_owned(), marks)], 0, lang);
    let (added, stays) = added_and_refused(merged, documents, lang);
    let check = attestation.check(&merged.corpus);
    let lost: Vec<&str> = check.lost.iter().map(|lost| lost.id.as_str()).collect();
    let marks = guesses::marks(check.verified.len(), merged.corpus.articles.len(), &lost, lang);
    let message = format!("{}{added}{stays} {marks}", outcome.message);
    let open = merged.added.iter().map(|added| added.open_guesses).sum();
    Ok(with_guesses(Outcome { message, ..outcome }, open, lang))
}

/// An attestation was opened for the corpus in use.
pub fn attestation_read(check: &AttestationCheck, articles: usize, lang: Lang) -> Outcome {
    let lost: Vec<&str> = check.lost.iter().map(|lost| lost.id.as_str()).collect();
    Outcome::message(guesses::marks(check.verified.len(), articles, &lost, lang))
}

/// Adds to the message how many guesses of the exported facts are open.
fn with_guesses(outcome: Outcome, open: usize, lang: Lang) -> Outcome {
    match open {
        0 => outcome,
        open => {
            let message = format!("{} {}", outcome.message, guesses::exported_guesses(open, lang));
            Outcome { message, ..outcome }
        }
    }
}

fn saving(files: Vec<DownloadFile>, left_out: usize, lang: Lang) -> Outcome {
    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    Outcome { files, ..Outcome::message(words::saved(&names, left_out, lang)) }
}

/// Says what is in a package that is made: new articles, drafts that stay out and why.
pub fn publishing(
    merged: &MergedCorpus,
    attestation: &Attestation,
    documents: &[DraftDocument],
    lang: Lang,
) -> Outcome {
    let (added, stays) = added_and_refused(merged, documents, lang);
    let check = attestation.check(&merged.corpus);
    let lost: Vec<&str> = check.lost.iter().map(|lost| lost.id.as_str()).collect();
    let marks = guesses::marks(check.verified.len(), merged.corpus.articles.len(), &lost, lang);
    Outcome::message(format!("{}{stays} {marks}", added.trim_start()).trim().to_owned())
}

/// Articles that a merged corpus gains, and the drafts that stay out with their reasons, in words.
fn added_and_refused(merged: &MergedCorpus, documents: &[DraftDocument], lang: Lang) -> (String, String) {
    let name = |uid: &str| {
        let document = documents.iter().find(|document| document.uid == uid);
        document.map_or_else(String::new, |document| document.name.clone())
    };
    let stays = super::publish::refused(merged);
    let stays = stays.map(|(uid, refusal)| format!(" “{}”: {}", name(uid), reason(refusal, lang)));
    let names: Vec<String> = merged.added.iter().map(|added| name(&added.uid)).collect();
    (messages::articles_added(&names, lang), stays.collect())
}

/// A corpus package was opened.
pub fn package_opened(name: &str, articles: usize, marks: &MarksSummary, lang: Lang) -> Outcome {
    let lost: Vec<&str> = marks.lost.iter().map(|id| id.as_str()).collect();
    let opened = words::corpus_replaced(name, articles, lang);
    Outcome::message(format!("{opened} {}", guesses::marks(marks.kept, articles, &lost, lang)))
}

/// What the site says about itself was changed.
pub fn site_changed(message: &str, storage: Option<StorageRequest>) -> Outcome {
    Outcome { storage: storage.into_iter().collect(), ..Outcome::message(message) }
}

/// What the site says about itself was changed in another window too.
pub fn site_conflict(lang: Lang) -> Outcome {
    Outcome { is_error: true, ..Outcome::message(site::conflict(lang)) }
}

fn json_file(name: String, text: String) -> DownloadFile {
    DownloadFile { name, mime: "application/json".to_owned(), text }
}

pub fn json(corpus: &Corpus) -> Result<String, EditError> {
    let text =
        serde_json::to_string_pretty(corpus).map_err(|error| EditError::Serialization(error.to_string()))?;
    Ok(format!("{text}\n"))
}

/// Replaces characters that are not allowed in file names on some system.
fn safe(name: &str) -> String {
    name.chars().map(|c| if c.is_alphanumeric() || "-_. ()".contains(c) { c } else { '-' }).collect()
}

fn progress(document: &DraftDocument, lang: Lang) -> String {
    let (taken, rejected, all) = view::tally(document);
    format!("{}.", words::progress(taken, rejected, all, lang))
}

fn capital(text: &str) -> String {
    thidua_core::text::capitalise(text)
}
