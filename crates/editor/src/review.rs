//! What a person does with the open draft: accepts, rejects, mends, adds, looks at the pages, takes it away.

use super::refusal::Refusal;
use super::slot::{Slot, State};
use super::take::{self, What};
use super::told::Told;
use super::{Desk, Preview, edit, export, told, view};
use crate::act::Export;
use thidua_core::corpus::Catalogue;
use thidua_extract::TextSpan;
use thidua_extract::admission::without_articles;
use thidua_pages::site_model::{SiteData, VerifiedArticles};

impl Desk {
    pub(super) fn say(&mut self, slot: Slot, state: State) -> Result<Told, Refusal> {
        let sheet = self.sheet()?;
        if !sheet.facts.has(slot) {
            return Err(Refusal::NoSuch(slot.to_string()));
        }
        if state == State::Accepted && !sheet.checked.is_verified(slot) && !sheet.checked.is_double(slot) {
            return Err(Refusal::NotVerified(slot));
        }
        self.step(|facts, _, _| {
            match state {
                State::Proposed => facts.states.remove(&slot),
                state => facts.states.insert(slot, state),
            };
            Ok(())
        })?;
        Ok(told::state(state, self.sheet()?, self.lang))
    }

    pub(super) fn accept_all(&mut self) -> Result<Told, Refusal> {
        let sheet = self.sheet()?;
        let mut slots: Vec<Slot> = sheet.facts.slots().into_iter().map(|(slot, _)| slot).collect();
        slots.retain(|slot| sheet.state(*slot) == State::Proposed && sheet.checked.is_verified(*slot));
        let count = slots.len();
        self.step(|facts, _, _| {
            facts.states.extend(slots.into_iter().map(|slot| (slot, State::Accepted)));
            Ok(())
        })?;
        Ok(told::accepted_all(count, self.sheet()?, self.lang))
    }

    pub(super) fn edit(&mut self, slot: Slot, fields: &edit::Fields) -> Result<Told, Refusal> {
        let changed = self.step(|facts, text, shelf| {
            let before = facts.draft.clone();
            edit::edit(facts, text, shelf, slot, fields)?;
            if facts.draft != before {
                facts.states.insert(slot, State::Edited);
            }
            Ok(())
        })?;
        self.unfolded = None;
        let told = if changed { told::edited(slot, self.sheet()?, self.lang) } else { Told::default() };
        Ok(Told { focus: Some(format!("the-{slot}")), ..told })
    }

    pub(super) fn take(&mut self, what: What, place: TextSpan) -> Result<Told, Refusal> {
        let mut new = None;
        self.step(|facts, text, shelf| {
            new = Some(take::take(facts, text, shelf, what, place)?);
            Ok(())
        })?;
        self.unfolded = new;
        let told = match new {
            Some(slot) => told::edited(slot, self.sheet()?, self.lang),
            None => Told::default(),
        };
        Ok(Told { focus: new.map(|slot| format!("mau-{slot}")), ..told })
    }

    pub(super) fn back(&mut self, undo: bool) -> Result<Told, Refusal> {
        let shelf = &self.shelf;
        let sheet = self.open.and_then(|open| self.sheets.get_mut(open)).ok_or(Refusal::NothingOpen)?;
        let done = if undo { sheet.undo(shelf) } else { sheet.redo(shelf) };
        self.preview = None;
        self.unfolded = None;
        Ok(told::stepped(undo, done, self.lang))
    }

    /// The open article, or any other page, in the site as it would be.
    pub(super) fn preview(&mut self, path: Option<String>) -> Result<Told, Refusal> {
        let Some(path) = path else {
            self.preview = None;
            return Ok(Told::focus("soan-xem-nut"));
        };
        if self.preview.is_none() {
            let made = export::make(self.sheet()?, &self.shelf, self.shelf.corpus())?;
            let new = made.merged.articles.last().map(|a| a.id.clone());
            let verified_articles = match (&self.verified_articles, &self.own_corpus) {
                (VerifiedArticles::All, None) => VerifiedArticles::All,
                (VerifiedArticles::Only(ids), None) => {
                    VerifiedArticles::Only(ids.iter().cloned().chain(new).collect())
                }
                (_, Some(_)) => VerifiedArticles::Only(new.into_iter().collect()),
            };
            // Search is no part of a preview: the index stays empty.
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
        Ok(Told::focus("soan-xem"))
    }

    pub(super) fn export(&self, export: Export) -> Result<Told, Refusal> {
        match export {
            Export::Draft => told::draft_file(self.sheet()?, self.lang),
            Export::Article => {
                let sheet = self.sheet()?;
                let made = export::make(sheet, &self.shelf, self.shelf.corpus())?;
                told::article_files(sheet, &made, self.lang)
            }
            Export::Corpus => {
                let (merged, added, refused) = export::merge_all(&self.sheets, &self.shelf);
                if added.is_empty() {
                    let first = refused.into_iter().next().map(|(_, refusal)| refusal);
                    return Err(first.unwrap_or(Refusal::NothingAccepted));
                }
                told::corpus_file(&merged, &added, &refused, self.lang)
            }
        }
    }
}
