//! Commands on the open draft: accept, reject, edit, add, undo, preview, export.

use thidua_core::corpus::Catalogue;
use thidua_extract::TextSpan;
use thidua_extract::admission::without_articles;
use thidua_pages::site_model::{SiteData, VerifiedArticles};

use super::add_fact::{self, FactKind};
use super::error::EditError;
use super::fact_id::{FactId, FactStatus};
use super::outcome::Outcome;
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
        self.apply_step(|review, _, _| {
            match state {
                FactStatus::Proposed => review.statuses.remove(&fact_id),
                state => review.statuses.insert(fact_id, state),
            };
            Ok(())
        })?;
        Ok(outcome::status_changed(state, self.open_document()?, self.lang))
    }

    pub(super) fn accept_all(&mut self) -> Result<Outcome, EditError> {
        let document = self.open_document()?;
        let mut fact_ids: Vec<FactId> =
            document.review.fact_ids().into_iter().map(|(fact_id, _)| fact_id).collect();
        fact_ids.retain(|fact_id| {
            document.state(*fact_id) == FactStatus::Proposed && document.checked.is_verified(*fact_id)
        });
        let count = fact_ids.len();
        self.apply_step(|review, _, _| {
            review.statuses.extend(fact_ids.into_iter().map(|fact_id| (fact_id, FactStatus::Accepted)));
            Ok(())
        })?;
        Ok(outcome::accepted_all(count, self.open_document()?, self.lang))
    }

    pub(super) fn edit(&mut self, fact_id: FactId, fields: &edit::Fields) -> Result<Outcome, EditError> {
        let changed = self.apply_step(|review, text, context| {
            let before = review.draft.clone();
            edit::edit(review, text, context, fact_id, fields)?;
            if review.draft != before {
                review.statuses.insert(fact_id, FactStatus::Edited);
            }
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
            let made = export::export_article(self.open_document()?, &self.context, self.context.corpus())?;
            let new = made.merged.articles.last().map(|a| a.id.clone());
            let verified_articles = match (&self.verified_articles, &self.own_corpus) {
                (VerifiedArticles::All, None) => VerifiedArticles::All,
                (VerifiedArticles::Only(ids), None) => {
                    VerifiedArticles::Only(ids.iter().cloned().chain(new).collect())
                }
                (_, Some(_)) => VerifiedArticles::Only(new.into_iter().collect()),
            };
            // A preview has no search, so the index stays empty.
            let mut site = SiteData::new(
                Catalogue::new(without_articles(&made.merged)),
                verified_articles,
                self.base.clone(),
                String::new(),
            );
            site.catalogue = Catalogue::new(made.merged);
            let (additions, contradictions) = (made.additions, made.contradictions);
            self.preview = Some(Preview { site, path: String::new(), additions, contradictions });
        }
        if let Some(preview) = &mut self.preview {
            preview.path = view::preview_path(&preview.site, &path, self.lang)?;
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
                let (merged, added, refused) = export::merge_all(&self.documents, &self.context);
                if added.is_empty() {
                    let first = refused.into_iter().next().map(|(_, refusal)| refusal);
                    return Err(first.unwrap_or(EditError::NothingAccepted));
                }
                outcome::corpus_file(&merged, &added, &refused, self.lang)
            }
        }
    }
}
