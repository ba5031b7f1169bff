//! Commands on the open draft: accept, reject, edit, add, undo, preview, export.

use thidua_core::corpus::{Attestation, Catalogue};
use thidua_core::domain::GuessedField;
use thidua_extract::TextSpan;
use thidua_extract::admission::without_articles;
use thidua_pages::site_model::{SiteData, VerifiedArticles};

use super::add_fact::{self, FactKind};
use super::error::EditError;
use super::export::MergedCorpus;
use super::fact_id::{FactId, FactStatus};
use super::guesses::{self, TextLines};
use super::outcome::Outcome;
use super::to_review::LeftOut;
use super::{Editor, Preview, edit, export, outcome, view};
use crate::command::ExportKind;

impl Editor {
    pub(super) fn set_status(&mut self, fact_id: FactId, state: FactStatus) -> Result<Outcome, EditError> {
        let document = self.open_document()?;
        if !document.review.has(fact_id) {
            return Err(EditError::NotFound(fact_id.to_string()));
        }
        if state == FactStatus::Accepted
            && !document.checked.is_verified(fact_id)
            && !document.checked.is_duplicate(fact_id)
        {
            return Err(EditError::NotVerified(fact_id));
        }
        let confirmed = match state {
            FactStatus::Accepted => document.checked.open_guesses(fact_id).to_vec(),
            _ => Vec::new(),
        };
        self.apply_step(|review, text, _| {
            guesses::confirm(review, &TextLines::of(text), fact_id, &confirmed);
            match state {
                FactStatus::Proposed => review.statuses.remove(&fact_id),
                state => review.statuses.insert(fact_id, state),
            };
            Ok(())
        })?;
        Ok(outcome::status_changed(state, &confirmed, self.open_document()?, self.lang))
    }

    /// Confirms one guess of a fact, which is not accepted thereby.
    pub(super) fn confirm(&mut self, fact_id: FactId, field: GuessedField) -> Result<Outcome, EditError> {
        let document = self.open_document()?;
        if !guesses::guessed_fields(&document.review.draft, fact_id).contains(&field) {
            return Err(EditError::NotFound(format!("{fact_id} {}", field.slug())));
        }
        self.apply_step(|review, text, _| {
            guesses::confirm(review, &TextLines::of(text), fact_id, &[field]);
            Ok(())
        })?;
        let outcome = outcome::guess_confirmed(fact_id, field, self.open_document()?, self.lang);
        Ok(Outcome { focus: Some(format!("the-{fact_id}")), ..outcome })
    }

    /// Accepts what a text proves. Guesses and doubts are left for a person, and the focus goes to the first of them.
    pub(super) fn accept_all(&mut self) -> Result<Outcome, EditError> {
        let document = self.open_document()?;
        let (mut accepted, mut left) = (Vec::new(), LeftOut::default());
        for (fact_id, _) in document.fact_ids() {
            if document.state(fact_id) == FactStatus::Proposed && !document.is_recorded_elsewhere(fact_id) {
                match document.obstacle(fact_id) {
                    None => accepted.push(fact_id),
                    Some(obstacle) => left.add(fact_id, obstacle),
                }
            }
        }
        let count = accepted.len();
        self.apply_step(|review, _, _| {
            review.statuses.extend(accepted.into_iter().map(|fact_id| (fact_id, FactStatus::Accepted)));
            Ok(())
        })?;
        Ok(outcome::accepted_all(count, &left, self.open_document()?, self.lang))
    }

    /// Moves to the first gap or fact that should be looked at.
    pub(super) fn show_first_to_review(&self) -> Result<Outcome, EditError> {
        let document = self.open_document()?;
        Ok(match document.first_to_review() {
            Some(id) => Outcome::focus(&id),
            None => outcome::nothing_to_review(document, self.lang),
        })
    }

    /// Changes a fact; with `accepts` also confirms its guesses and accepts it.
    pub(super) fn edit(
        &mut self,
        fact_id: FactId,
        fields: &edit::Fields,
        accepts: bool,
    ) -> Result<Outcome, EditError> {
        let is_verified = self.open_document()?.checked.is_verified(fact_id);
        let changed = self.apply_step(|review, text, context| {
            let before = review.draft.clone();
            edit::edit(review, text, context, fact_id, fields)?;
            let lines = TextLines::of(text);
            let is_edited = review.draft != before;
            if !is_edited && !accepts {
                return Ok(());
            }
            let confirmed = match accepts {
                true => guesses::guessed_fields(&review.draft, fact_id),
                false => guesses::changed_fields(&before, &review.draft, fact_id),
            };
            guesses::confirm(review, &lines, fact_id, &confirmed);
            let is_open = !guesses::open_guesses(review, &lines, fact_id).is_empty();
            match (is_edited, is_open) {
                // What is open still is not accepted, whatever the fact was before.
                (_, true) => review.statuses.remove(&fact_id),
                (true, false) => review.statuses.insert(fact_id, FactStatus::Edited),
                (false, false) if is_verified => review.statuses.insert(fact_id, FactStatus::Accepted),
                (false, false) => return Err(EditError::NotVerified(fact_id)),
            };
            Ok(())
        })?;
        self.open_form = None;
        let outcome = if changed {
            outcome::fact_edited(fact_id, self.open_document()?, self.lang)
        } else {
            Outcome::default()
        };
        Ok(Outcome { focus: Some(format!("the-{fact_id}")), ..outcome })
    }

    pub(super) fn add_fact(&mut self, kind: FactKind, place: TextSpan) -> Result<Outcome, EditError> {
        let mut new = None;
        self.apply_step(|review, text, context| {
            new = Some(add_fact::add_fact(review, text, context, kind, place)?);
            Ok(())
        })?;
        self.open_form = new;
        let outcome = match new {
            Some(fact_id) => outcome::fact_edited(fact_id, self.open_document()?, self.lang),
            None => Outcome::default(),
        };
        Ok(Outcome { focus: new.map(|fact_id| format!("mau-{fact_id}")), ..outcome })
    }

    pub(super) fn undo_or_redo(&mut self, undo: bool) -> Result<Outcome, EditError> {
        let context = &self.context;
        let document =
            self.open.and_then(|open| self.documents.get_mut(open)).ok_or(EditError::NothingOpen)?;
        let done = if undo { document.undo(context) } else { document.redo(context) };
        self.preview = None;
        self.open_form = None;
        Ok(outcome::stepped(undo, done, self.lang))
    }

    /// Shows the open article, or any other page, in the future site.
    pub(super) fn preview(&mut self, path: Option<String>) -> Result<Outcome, EditError> {
        let Some(path) = path else {
            self.preview = None;
            return Ok(Outcome::focus("soan-xem-nut"));
        };
        if self.preview.is_none() {
            self.preview = Some(self.future_site()?);
        }
        if let Some(preview) = &mut self.preview {
            preview.path = view::preview_path(preview, &path, self.lang)?;
        }
        Ok(Outcome::focus("soan-xem"))
    }

    pub(super) fn export(&self, export: ExportKind) -> Result<Outcome, EditError> {
        match export {
            ExportKind::Draft => outcome::draft_file(self.open_document()?, self.lang),
            ExportKind::Article => {
                let document = self.open_document()?;
                let made = export::export_article(document, &self.context, self.context.corpus())?;
                outcome::article_files(document, &made, self.lang)
            }
            ExportKind::Corpus => {
                let (merged, attestation) = self.merged();
                if merged.added.is_empty() && self.names.done.is_empty() && !self.is_site_changed() {
                    let refused = merged.refused.into_iter().map(|(_, refusal)| refusal);
                    let first = refused.into_iter().find(|refusal| *refusal != EditError::NothingAccepted);
                    return Err(first.unwrap_or(EditError::NothingAccepted));
                }
                outcome::corpus_files(&merged, &attestation, &self.documents, self.lang)
            }
        }
    }

    /// Merges all drafts into the corpus. Returns it with its attestation.
    pub(super) fn merged(&self) -> (MergedCorpus, Attestation) {
        let merged = export::merge_all(&self.documents, &self.context);
        let added = merged.article_ids();
        let attestation = self.marks.merged(self.context.corpus(), &merged.corpus, &added);
        (merged, attestation)
    }

    /// Returns the site that the exported corpus and its attestation make, at the page of the open draft.
    fn future_site(&self) -> Result<Preview, EditError> {
        let document = self.open_document()?;
        let (merged, attestation) = self.merged();
        let MergedCorpus { corpus, added, refused } = merged;
        let Some(own) = added.into_iter().find(|added| added.uid == document.uid) else {
            let refused = refused.into_iter().find(|(uid, _)| *uid == document.uid);
            return Err(refused.map_or(EditError::NothingAccepted, |(_, refusal)| refusal));
        };
        let verified_articles = VerifiedArticles::Only(attestation.check(&corpus).verified);
        // A preview has no search, so the index stays empty.
        let mut site = SiteData::new(
            Catalogue::new(without_articles(&corpus)),
            verified_articles,
            self.base.clone(),
            String::new(),
        );
        site.catalogue = Catalogue::new(corpus);
        Ok(Preview {
            site,
            article: own.article,
            path: String::new(),
            additions: own.additions,
            contradictions: own.contradictions,
        })
    }
}
