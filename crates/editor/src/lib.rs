//! The desk of the workbench: drafts of articles, what a person does with them, and what leaves.
//!
//! Pure: it is given texts and [`Command`]s and tells what to show, say, keep and save ([`Outcome`], [`Fragment`]). In the browser it
//! runs in a worker of its own, so that reading a long text cannot hold up the page; natively it is tested as it is.
//!
//! A text becomes a [`DraftDocument`](sheet::DraftDocument): the draft that [`thidua_extract`] makes of it, what a person said of each
//! fact, and every step back. After each step all facts are verified by the code that verifies a corpus
//! ([`check`]). Only what was accepted and verifies goes out ([`export`]).
//!
//! [`own`] is the other use of the same program: a reader's own copy of an article against its facts.

mod add_fact;
mod command;
mod compare_copy;
mod corpus_context;
mod document;
mod documents;
mod edit;
mod error;
mod export;
mod fact_id;
mod outcome;
mod review;
mod storage;
mod verification;
mod view;

pub use add_fact::FactKind;
pub use command::{Command, ExportKind, TextInput};
pub use compare_copy::compare_copy;
pub use error::EditError;
pub use fact_id::{FactId, FactStatus};
pub use outcome::{Outcome, StorageRequest, error_outcome};
pub use view::Fragment;

use std::collections::BTreeMap;

use corpus_context::CorpusContext;
use document::DraftDocument;
use thidua_core::domain::{Corpus, Lang};
use thidua_extract::{Additions, Contradiction, find_span};
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{SiteData, VerifiedArticles};

/// The site as it would be.
#[derive(Debug)]
struct Preview {
    site: SiteData,
    /// The page that is shown.
    path: String,
    /// What the article brings.
    additions: Additions,
    /// Known figures that say otherwise.
    contradictions: Vec<Contradiction>,
}

/// The workbench.
#[derive(Debug)]
pub struct Editor {
    lang: Lang,
    base: BasePath,
    verified_articles: VerifiedArticles,
    context: CorpusContext,
    /// The name of the corpus that a person put in the place of the site's.
    own_corpus: Option<String>,
    /// The site's, where it was replaced.
    site_corpus: Option<Corpus>,
    documents: Vec<DraftDocument>,
    /// The number of the open one.
    open: Option<usize>,
    unfolded: Option<FactId>,
    preview: Option<Preview>,
    /// What was shown last, by the id of its part.
    shown: BTreeMap<String, u64>,
}

impl Editor {
    /// An empty desk for the corpus of a site at `base`, with what is attested of it.
    pub fn new(corpus: Corpus, base: BasePath, verified_articles: VerifiedArticles) -> Editor {
        Editor {
            lang: Lang::Vi,
            base,
            verified_articles,
            context: CorpusContext::new(corpus),
            own_corpus: None,
            site_corpus: None,
            documents: Vec::new(),
            open: None,
            unfolded: None,
            preview: None,
            shown: BTreeMap::new(),
        }
    }

    /// The corpus that drafts are for.
    pub fn corpus(&self) -> &Corpus {
        self.context.corpus()
    }

    /// The corpus of the site, which a reader's own copy is held against.
    pub fn site_corpus(&self) -> &Corpus {
        self.site_corpus.as_ref().unwrap_or_else(|| self.context.corpus())
    }

    /// The language of what is said.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Does what a reader asks. What cannot be done is refused in words, and changes nothing.
    pub fn execute(&mut self, command: Command) -> Outcome {
        self.dispatch(command).unwrap_or_else(|refusal| outcome::error_outcome(&refusal, self.lang))
    }

    /// What has to be shown anew since this was asked last, in the order in which it is put in place.
    pub fn fragments(&mut self) -> Vec<Fragment> {
        view::changed(view::fragments(self), &mut self.shown)
    }

    fn dispatch(&mut self, command: Command) -> Result<Outcome, EditError> {
        let lang = self.lang;
        match command {
            Command::SetLanguage(lang) => {
                self.lang = lang;
                self.shown.clear();
                Ok(Outcome::default())
            }
            Command::AddText(given) => self.add(&given),
            Command::Import(name, text) => self.import(&name, &text),
            Command::Restore(json) => self.restore(&json),
            Command::ResolveConflict(uid) => self.clash(&uid),
            Command::Open(uid) => {
                self.open = Some(self.index_of(&uid)?);
                self.unfolded = None;
                self.preview = None;
                Ok(Outcome::focus("soan-ten-bai"))
            }
            Command::Remove(uid) => {
                let number = self.index_of(&uid)?;
                let document = self.documents.remove(number);
                self.open = self.open.filter(|open| *open != number).map(|o| o - usize::from(o > number));
                self.open = self.open.or(self.documents.len().checked_sub(1));
                self.preview = None;
                Ok(outcome::removed(&document, lang))
            }
            Command::Split(line) => self.split(line),
            Command::Accept(fact_id) => self.set_status(fact_id, FactStatus::Accepted),
            Command::Reject(fact_id) => self.set_status(fact_id, FactStatus::Rejected),
            Command::ResetStatus(fact_id) => self.set_status(fact_id, FactStatus::Proposed),
            Command::AcceptAll => self.accept_all(),
            Command::OpenForm(fact_id) => {
                let before = std::mem::replace(&mut self.unfolded, fact_id);
                let card = fact_id.map(|fact_id| format!("mau-{fact_id}"));
                Ok(Outcome {
                    focus: card.or(before.map(|fact_id| format!("the-{fact_id}"))),
                    ..Outcome::default()
                })
            }
            Command::Edit(fact_id, fields) => self.edit(fact_id, &fields),
            Command::EditCampaign(index, fields) => {
                self.apply_step(|review, _, _| edit::edit_campaign(review, index, &fields))?;
                Ok(outcome::changed(lang))
            }
            Command::LinkCampaign(index, with) => {
                self.apply_step(|review, _, context| edit::join(review, context, index, with.as_deref()))?;
                Ok(outcome::joined(with.is_some(), lang))
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

    /// Everything that changed since it was kept, to be kept.
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

    /// A step of the open sheet that can be undone. Says whether anything changed.
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
