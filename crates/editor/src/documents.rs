//! Drafts of the editor: creating, importing, restoring and splitting them.

use thidua_core::corpus::{self, Attestation, Severity, validate};
use thidua_core::text::sha256;
use thidua_extract::DiagnosticKind;
use thidua_extract::input::prepare_input;

use super::command::TextInput;
use super::document::DraftDocument;
use super::error::EditError;
use super::marks::{Marks, is_attestation};
use super::outcome::{Outcome, StorageRequest};
use super::publish::MarksSummary;
use super::site_info::{STORAGE_KEY, is_stored_site};
use super::{Editor, export, outcome, storage};

impl Editor {
    pub(super) fn add(&mut self, given: &TextInput) -> Result<Outcome, EditError> {
        let name = match given.name.trim() {
            "" => outcome::pasted_name(self.lang),
            name => name.to_owned(),
        };
        let unreadable = |reason| EditError::Unreadable { name: name.clone(), reason };
        let prepared = prepare_input(&given.text).map_err(unreadable)?.with_joined_lines();
        let document = DraftDocument::read(&name, given.url.as_deref(), prepared, &self.context);
        let here = self.documents.iter().enumerate().find(|(_, there)| there.sha256 == document.sha256);
        if let Some((number, there)) = here {
            self.open = Some(number);
            return Err(EditError::Duplicate(there.name.clone()));
        }
        let outcome = outcome::text_read(&document, &export::repeats_of(&document, &self.context), self.lang);
        self.documents.push(document);
        self.open = self.documents.len().checked_sub(1);
        self.open_form = None;
        self.preview = None;
        Ok(outcome)
    }

    /// Imports a stored draft, or a corpus document that replaces the corpus of the site.
    pub(super) fn import(&mut self, name: &str, text: &str) -> Result<Outcome, EditError> {
        if storage::is_stored_draft(text) {
            let before = self.documents.len();
            let outcome = self.restore(text)?;
            return Ok(match outcome == Outcome::default() && self.documents.len() == before {
                true => outcome::older_draft(self.lang),
                false => outcome,
            });
        }
        if is_attestation(name, text) {
            return self.import_attestation(text);
        }
        let corpus = corpus::load(text.as_bytes()).map_err(EditError::NotACorpus)?;
        let mut errors = validate(&corpus).into_iter().filter(|problem| problem.severity == Severity::Error);
        if let Some(first) = errors.next() {
            return Err(EditError::InvalidCorpus(1 + errors.count(), Box::new(first)));
        }
        let outcome = outcome::corpus_replaced(name, corpus.articles.len(), self.lang);
        // The marks of the site are of its own corpus.
        self.use_corpus(name, corpus, sha256(text.as_bytes()), Marks::none());
        Ok(outcome)
    }

    /// Imports the attestation of the corpus in use.
    fn import_attestation(&mut self, text: &str) -> Result<Outcome, EditError> {
        let corpus = self.context.corpus();
        let attestation = Attestation::read(text.as_bytes(), corpus, &self.own_corpus_sha256)
            .map_err(EditError::NotAnAttestation)?;
        let outcome = outcome::attestation_read(&attestation.check(corpus), corpus.articles.len(), self.lang);
        self.marks = Marks::Attestation(attestation);
        self.marks_summary = MarksSummary::of(&self.marks, &self.context);
        self.preview = None;
        Ok(outcome)
    }

    /// Restores a draft. A later revision of an open draft replaces it; an earlier one is ignored, because this window stored it.
    pub(super) fn restore(&mut self, json: &str) -> Result<Outcome, EditError> {
        if is_stored_site(json) {
            return self.restore_site(json);
        }
        let mut document = storage::from_json(json, &self.context)?;
        document.stored_revision = document.revision;
        match self.documents.iter_mut().find(|there| there.uid == document.uid) {
            Some(there) if there.revision < document.revision => {
                *there = document;
                self.preview = None;
                Ok(outcome::changed_elsewhere(self.lang))
            }
            Some(_) => Ok(Outcome::default()),
            None => {
                self.documents.push(document);
                self.open = self.open.or(self.documents.len().checked_sub(1));
                Ok(Outcome::default())
            }
        }
    }

    /// Gives a draft its own key, because another window has stored a later revision under the old one.
    pub(super) fn resolve_conflict(&mut self, uid: &str) -> Result<Outcome, EditError> {
        if uid == STORAGE_KEY {
            return Ok(outcome::site_conflict(self.lang));
        }
        let number = self.index_of(uid)?;
        let free = (2_u32..).map(|n| format!("{uid}-{n}"));
        let free = free.into_iter().find(|name| !self.documents.iter().any(|document| document.uid == *name));
        if let (Some(document), Some(free)) = (self.documents.get_mut(number), free) {
            document.uid = free;
            document.stored_revision = 0;
        }
        Ok(outcome::conflict_resolved(self.lang))
    }

    /// Splits the open draft into one per article; the first keeps the state.
    pub(super) fn split(&mut self, line: Option<u32>) -> Result<Outcome, EditError> {
        let document = self.open_document()?;
        let outcome = document.diagnostics.iter().filter(|d| d.kind == DiagnosticKind::SeveralArticles);
        let starts: Vec<u32> = match line {
            Some(line) => vec![line],
            None => outcome.filter_map(|d| Some(d.span?.line)).collect(),
        };
        let mut texts: Vec<Vec<&str>> = vec![Vec::new()];
        for (line, number) in document.text.split('\n').zip(1..) {
            if starts.contains(&number) {
                texts.push(Vec::new());
            }
            if let Some(text) = texts.last_mut() {
                text.push(line);
            }
        }
        let (uid, name, url) = (document.uid.clone(), document.name.clone(), document.review.url.clone());
        let review = document.review.clone();
        let mut documents = Vec::new();
        for (text, number) in texts.iter().zip(1..) {
            let Ok(prepared) = prepare_input(&text.join("\n")) else { continue };
            let mut new =
                DraftDocument::read(&format!("{name} ({number})"), url.as_deref(), prepared, &self.context);
            // The facts of the first article are on the same lines as before.
            if number == 1 {
                new = new.with(review.clone(), 1, &self.context);
            }
            if !self
                .documents
                .iter()
                .chain(&documents)
                .any(|there: &DraftDocument| there.sha256 == new.sha256)
            {
                documents.push(new);
            }
        }
        let number = self.index_of(&uid)?;
        if documents.len() < 2 {
            return Err(EditError::NotFound("2".to_owned()));
        }
        self.documents.remove(number);
        let outcome = Outcome {
            storage: vec![StorageRequest::Delete { uid }],
            ..outcome::split(documents.len(), self.lang)
        };
        self.open = Some(number);
        for (at, document) in documents.into_iter().enumerate() {
            self.documents.insert(number + at, document);
        }
        self.open_form = None;
        self.preview = None;
        Ok(outcome)
    }
}
