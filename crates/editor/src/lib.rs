//! The editor without a browser: drafts of articles, the commands on them, and their export.
//!
//! The crate is pure: [`Editor::execute`] takes a [`Command`] and returns an [`Outcome`] (message, storage requests, files);
//! [`Editor::fragments`] returns the markup that has changed. In the browser it runs in a worker, so that reading a long
//! text does not block the page.
//!
//! A text becomes a draft: the facts that [`thidua_extract`] finds, the status that a person gives each of them, and an undo
//! history. After each step all facts are verified by the code that verifies a corpus (`verification`). Only facts
//! that a person has accepted and that pass verification are exported (`export`). What a text does not decide is a guess until
//! a person confirms it (`guesses`); what lacks of an article is a [`Gap`].
//!
//! [`compare_copy()`] serves another page: it compares a reader's own copy of an article with its facts.
//!
//! # Example
//! ```
//! use thidua_core::corpus::load;
//! use thidua_editor::{Command, Editor, ExportKind, TextInput};
//! use thidua_pages::route::BasePath;
//! use thidua_pages::site_model::VerifiedArticles;
//!
//! let corpus = load(include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/corpus.json")))?;
//! let mut editor = Editor::new(corpus, BasePath::new("/"), VerifiedArticles::All);
//! let text = "LĐLĐ quận Cầu Mây thi đua\n\nLĐLĐ quận Cầu Mây có 352 công nhân được biểu dương.\n".to_owned();
//! let outcome = editor.execute(Command::AddText(TextInput { text, ..TextInput::default() }));
//! assert!(!outcome.is_error);
//! assert!(editor.fragments().iter().any(|fragment| fragment.html.contains("352 công nhân")));
//! // Nothing is accepted yet.
//! assert!(editor.execute(Command::Export(ExportKind::Article)).is_error);
//! # Ok::<(), thidua_core::corpus::LoadError>(())
//! ```

mod add_fact;
mod command;
mod compare_copy;
mod corpus_context;
mod document;
mod documents;
mod doubts;
mod edit;
mod error;
mod export;
mod fact_id;
mod gaps;
mod guesses;
mod marks;
mod names;
mod origin;
mod outcome;
mod package_fault;
mod publish;
mod removal;
mod review;
mod site_info;
mod storage;
mod to_review;
mod verification;
mod view;

pub use add_fact::FactKind;
pub use command::{Command, ExportKind, TextInput};
pub use compare_copy::compare_copy;
pub use error::EditError;
pub use fact_id::{FactId, FactStatus, UnknownFactId};
pub use gaps::Gap;
pub use names::{NamesCommand, NamesRequest};
pub use origin::OriginProblem;
pub use outcome::{Outcome, StorageRequest, error_outcome};
pub use publish::{PublishRequest, PublishTarget};
pub use site_info::SiteCommand;
pub use view::Fragment;

use std::collections::BTreeMap;

use thidua_core::domain::{ArticleId, Corpus, Lang};
use thidua_extract::{Additions, Contradiction, find_span};
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{SiteData, VerifiedArticles};

use corpus_context::CorpusContext;
use document::DraftDocument;
use marks::Marks;

/// Preview of the future site.
#[derive(Debug)]
struct Preview {
    site: SiteData,
    /// Id of the article of the open draft.
    article: ArticleId,
    /// Path of the page that is shown.
    path: String,
    /// Things that the article adds.
    additions: Additions,
    /// Figures of the corpus that contradict it.
    contradictions: Vec<Contradiction>,
}

/// State of the editor.
#[derive(Debug)]
pub struct Editor {
    lang: Lang,
    base: BasePath,
    /// Marks of the corpus of the drafts.
    marks: Marks,
    /// Their numbers.
    marks_summary: publish::MarksSummary,
    context: CorpusContext,
    /// Name of the corpus with which a person replaced that of the site.
    own_corpus: Option<String>,
    /// SHA-256 of its file; empty for the corpus of the site.
    own_corpus_sha256: String,
    /// Corpus of the site, if it was replaced.
    replaced_site_corpus: Option<Corpus>,
    documents: Vec<DraftDocument>,
    /// Index of the open draft.
    open: Option<usize>,
    open_form: Option<FactId>,
    preview: Option<Preview>,
    names: names::NamesState,
    /// What the site says about itself, as a person has changed it.
    site: site_info::SiteState,
    /// Address of the site that an opened package states.
    package_url: Option<String>,
    /// Address of the site on which the editor runs, where it has one that others can open.
    page_url: Option<String>,
    /// Folder into which `thidua serve` saves; `None` where the page was not opened by it.
    server_folder: Option<String>,
    /// True if the browser can write into a folder.
    can_write_folder: bool,
    /// Source texts of an opened package, by file stem.
    package_texts: BTreeMap<String, String>,
    /// Key of the draft of which a person is asked whether it is to be discarded.
    asked_removal: Option<String>,
    /// Discarded drafts, the last one last.
    removed: Vec<removal::RemovedDraft>,
    /// Hashes of the fragments that were sent last, by id.
    sent_hashes: BTreeMap<String, u64>,
}

impl Editor {
    /// Creates an editor without drafts for the corpus of a site at `base`.
    pub fn new(corpus: Corpus, base: BasePath, verified_articles: VerifiedArticles) -> Editor {
        let (marks, context) = (Marks::Site(verified_articles), CorpusContext::new(corpus));
        Editor {
            lang: Lang::Vi,
            base,
            marks_summary: publish::MarksSummary::of(&marks, &context),
            marks,
            context,
            own_corpus: None,
            own_corpus_sha256: String::new(),
            replaced_site_corpus: None,
            documents: Vec::new(),
            open: None,
            open_form: None,
            preview: None,
            names: names::NamesState::default(),
            site: site_info::SiteState::default(),
            package_url: None,
            page_url: None,
            server_folder: None,
            can_write_folder: false,
            package_texts: BTreeMap::new(),
            asked_removal: None,
            removed: Vec::new(),
            sent_hashes: BTreeMap::new(),
        }
    }

    /// Returns the corpus of the drafts.
    pub fn corpus(&self) -> &Corpus {
        self.context.corpus()
    }

    /// Returns the corpus of the site, with which copies are compared.
    pub fn site_corpus(&self) -> &Corpus {
        self.replaced_site_corpus.as_ref().unwrap_or_else(|| self.context.corpus())
    }

    /// Returns the language of messages.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Executes a command. A command that fails changes nothing; the outcome then has the reason.
    pub fn execute(&mut self, command: Command) -> Outcome {
        self.dispatch(command).unwrap_or_else(|error| outcome::error_outcome(&error, self.lang))
    }

    /// Returns the fragments that have changed since the last call, in the order in which the page applies them.
    pub fn fragments(&mut self) -> Vec<Fragment> {
        view::changed(view::fragments(self), &mut self.sent_hashes)
    }

    fn dispatch(&mut self, command: Command) -> Result<Outcome, EditError> {
        let lang = self.lang;
        match command {
            Command::SetLanguage(lang) => {
                self.lang = lang;
                self.sent_hashes.clear();
                Ok(Outcome::default())
            }
            Command::Names(command) => self.on_names(command),
            Command::Site(command) => self.on_site(command),
            Command::SetHost { url, folder, can_write_folder } => {
                self.page_url = url;
                self.server_folder = folder;
                self.can_write_folder = can_write_folder;
                Ok(Outcome::default())
            }
            Command::OpenPackage(name, bytes) => self.open_package(&name, &bytes),
            Command::Publish(target) => self.publish(target),
            Command::AddText(given) => self.add(&given),
            Command::Import(name, text) => self.import(&name, &text),
            Command::Restore(json) => self.restore(&json),
            Command::ResolveConflict(uid) => self.resolve_conflict(&uid),
            Command::Open(uid) => {
                self.open = Some(self.index_of(&uid)?);
                self.open_form = None;
                self.preview = None;
                Ok(Outcome::focus("soan-ten-bai"))
            }
            Command::AskRemoval(uid) => self.ask_removal(uid),
            Command::Remove(uid) => self.remove(&uid),
            Command::TakeBack => self.take_back(),
            Command::SetOrigin(fields) => self.set_origin(&fields),
            Command::Split(line) => self.split(line),
            Command::Accept(fact_id) => self.set_status(fact_id, FactStatus::Accepted),
            Command::Reject(fact_id) => self.set_status(fact_id, FactStatus::Rejected),
            Command::ResetStatus(fact_id) => self.set_status(fact_id, FactStatus::Proposed),
            Command::Confirm(fact_id, field) => self.confirm(fact_id, field),
            Command::AcceptAll => self.accept_all(),
            Command::ShowFirstToReview => self.show_first_to_review(),
            Command::FillGap(gap, words) => self.fill_gap(gap, &words),
            Command::OpenForm(fact_id) => {
                let before = std::mem::replace(&mut self.open_form, fact_id);
                // Ids in the markup: `mau-…` is the form of a fact, `the-…` its card.
                let card = fact_id.map(|fact_id| format!("mau-{fact_id}"));
                Ok(Outcome {
                    focus: card.or(before.map(|fact_id| format!("the-{fact_id}"))),
                    ..Outcome::default()
                })
            }
            Command::OpenFormAt(fact_id, field) => {
                if !self.open_document()?.review.has(fact_id) {
                    return Err(EditError::NotFound(fact_id.to_string()));
                }
                self.open_form = Some(fact_id);
                Ok(Outcome::focus(&view::field_id(fact_id, field)))
            }
            Command::Edit(fact_id, fields) => self.edit(fact_id, &fields, false),
            Command::EditAndAccept(fact_id, fields) => self.edit(fact_id, &fields, true),
            Command::EditCampaign(index, fields) => {
                let open = self.open_document()?.to_review().guesses;
                self.apply_step(|review, _, _| edit::edit_campaign(review, index, &fields))?;
                Ok(outcome::reopened(outcome::changed(lang), open, self.open_document()?, lang))
            }
            Command::LinkCampaign(index, with) => {
                let open = self.open_document()?.to_review().guesses;
                self.apply_step(|review, _, context| {
                    edit::link_campaign(review, context, index, with.as_deref())
                })?;
                let outcome = outcome::joined(with.is_some(), lang);
                Ok(outcome::reopened(outcome, open, self.open_document()?, lang))
            }
            Command::AddFact(what, place) => self.add_fact(what, place),
            Command::AddFactByWords(what, line, words) => {
                let document = self.open_document()?;
                let place = find_span(&document.text, line, &words).ok_or(EditError::WordsNotFound)?;
                self.add_fact(what, place)
            }
            Command::ToggleLine(line) => {
                self.apply_step(|review, text, _| {
                    let is_there = text.split('\n').nth(line.saturating_sub(1) as usize).is_some();
                    match (line > 0 && is_there, review.holds_line(line)) {
                        (false, _) => return Err(EditError::NotFound(line.to_string())),
                        (true, true) => edit::exclude_line(review, line),
                        (true, false) => {
                            let place = thidua_extract::TextSpan { line, start: 0, end: 0 };
                            edit::include_line(review, place);
                        }
                    }
                    Ok(())
                })?;
                Ok(outcome::changed(lang))
            }
            Command::Undo => self.undo_or_redo(true),
            Command::Redo => self.undo_or_redo(false),
            Command::Preview(path) => self.preview(path),
            Command::Export(export) => self.export(export),
        }
        .and_then(|outcome| self.with_storage_requests(outcome))
    }

    /// Adds storage requests for all drafts with unsaved changes.
    fn with_storage_requests(&mut self, mut outcome: Outcome) -> Result<Outcome, EditError> {
        for document in
            self.documents.iter_mut().filter(|document| document.stored_revision != document.revision)
        {
            let json = storage::to_json(document)?;
            document.stored_revision = document.revision;
            outcome.storage.push(StorageRequest::Put {
                uid: document.uid.clone(),
                revision: document.revision,
                json,
            });
        }
        Ok(outcome)
    }

    fn open_document(&self) -> Result<&DraftDocument, EditError> {
        self.open.and_then(|open| self.documents.get(open)).ok_or(EditError::NothingOpen)
    }

    fn index_of(&self, uid: &str) -> Result<usize, EditError> {
        let number = self.documents.iter().position(|document| document.uid == uid);
        number.ok_or_else(|| EditError::NotFound(uid.to_owned()))
    }

    /// Applies an undoable change to the open draft. Returns whether anything changed.
    fn apply_step(
        &mut self,
        change: impl FnOnce(&mut document::ReviewState, &str, &CorpusContext) -> Result<(), EditError>,
    ) -> Result<bool, EditError> {
        let context = &self.context;
        let document =
            self.open.and_then(|open| self.documents.get_mut(open)).ok_or(EditError::NothingOpen)?;
        let text = document.text.clone();
        let changed = document.step(context, |review| change(review, &text, context))?;
        self.preview = None;
        Ok(changed)
    }
}
