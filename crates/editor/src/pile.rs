//! What lies on the desk: texts come, are split, come back from the browser's store.

use super::act::Given;
use super::refusal::Refusal;
use super::sheet::Sheet;
use super::shelf::Shelf;
use super::told::{Keep, Told};
use super::{Desk, export, keep, told};
use thidua_core::corpus::{self, Severity, validate};
use thidua_extract::DiagnosticKind;
use thidua_extract::input::prepare_input;

impl Desk {
    pub(super) fn add(&mut self, given: &Given) -> Result<Told, Refusal> {
        let name = match given.name.trim() {
            "" => told::pasted_name(self.lang),
            name => name.to_owned(),
        };
        let unreadable = |reason| Refusal::Unreadable { name: name.clone(), reason };
        let prepared = prepare_input(&given.text).map_err(unreadable)?.with_joined_lines();
        let sheet = Sheet::read(&name, given.url.as_deref(), prepared, &self.shelf);
        let here = self.sheets.iter().enumerate().find(|(_, there)| there.sha256 == sheet.sha256);
        if let Some((number, there)) = here {
            self.open = Some(number);
            return Err(Refusal::Here(there.name.clone()));
        }
        let told = told::read(&sheet, &export::repeats_of(&sheet, &self.shelf), self.lang);
        self.sheets.push(sheet);
        self.open = self.sheets.len().checked_sub(1);
        self.unfolded = None;
        self.preview = None;
        Ok(told)
    }

    /// A kept draft, or a corpus document in the place of the site's corpus.
    pub(super) fn import(&mut self, name: &str, text: &str) -> Result<Told, Refusal> {
        if keep::is_kept(text) {
            return self.restore(text);
        }
        let corpus = corpus::load(text.as_bytes()).map_err(Refusal::NoCorpus)?;
        let mut errors = validate(&corpus).into_iter().filter(|problem| problem.severity == Severity::Error);
        if let Some(first) = errors.next() {
            return Err(Refusal::Unsound(1 + errors.count(), Box::new(first)));
        }
        let told = told::corpus_taken(name, corpus.articles.len(), self.lang);
        let before = std::mem::replace(&mut self.shelf, Shelf::new(corpus));
        self.site_corpus.get_or_insert_with(|| before.corpus().clone());
        self.own_corpus = Some(name.to_owned());
        self.preview = None;
        for sheet in &mut self.sheets {
            sheet.check(&self.shelf);
        }
        Ok(told)
    }

    /// A later state of a sheet that is here replaces it; an earlier one is what this window has kept itself.
    pub(super) fn restore(&mut self, json: &str) -> Result<Told, Refusal> {
        let mut sheet = keep::restored(json, &self.shelf)?;
        sheet.kept = sheet.revision;
        match self.sheets.iter_mut().find(|there| there.sha256 == sheet.sha256) {
            Some(there) if there.revision < sheet.revision => {
                sheet.uid.clone_from(&there.uid);
                *there = sheet;
                self.preview = None;
                Ok(told::changed_elsewhere(self.lang))
            }
            Some(_) => Ok(Told::default()),
            None => {
                self.sheets.push(sheet);
                self.open = self.open.or(self.sheets.len().checked_sub(1));
                Ok(Told::default())
            }
        }
    }

    /// Another window has kept a later state of a sheet: this one's goes on under a name of its own.
    pub(super) fn clash(&mut self, uid: &str) -> Result<Told, Refusal> {
        let number = self.number_of(uid)?;
        let free = (2_u32..).map(|n| format!("{uid}-{n}"));
        let free = free.into_iter().find(|name| !self.sheets.iter().any(|sheet| sheet.uid == *name));
        if let (Some(sheet), Some(free)) = (self.sheets.get_mut(number), free) {
            sheet.uid = free;
            sheet.kept = 0;
        }
        Ok(told::kept_apart(self.lang))
    }

    /// One sheet for each article of the open text; the first keeps what was done.
    pub(super) fn split(&mut self, line: Option<u32>) -> Result<Told, Refusal> {
        let sheet = self.sheet()?;
        let told = sheet.diagnostics.iter().filter(|d| d.kind == DiagnosticKind::SeveralArticles);
        let starts: Vec<u32> = match line {
            Some(line) => vec![line],
            None => told.filter_map(|d| Some(d.span?.line)).collect(),
        };
        let mut texts: Vec<Vec<&str>> = vec![Vec::new()];
        for (line, number) in sheet.text.split('\n').zip(1..) {
            if starts.contains(&number) {
                texts.push(Vec::new());
            }
            if let Some(text) = texts.last_mut() {
                text.push(line);
            }
        }
        let (uid, name, url) = (sheet.uid.clone(), sheet.name.clone(), sheet.url.clone());
        let facts = sheet.facts.clone();
        let mut sheets = Vec::new();
        for (text, number) in texts.iter().zip(1..) {
            let Ok(prepared) = prepare_input(&text.join("\n")) else { continue };
            let mut new = Sheet::read(&format!("{name} ({number})"), url.as_deref(), prepared, &self.shelf);
            // The facts of the whole are those of its first article, on the same lines.
            if number == 1 {
                new = new.with(facts.clone(), 1, &self.shelf);
            }
            if !self.sheets.iter().chain(&sheets).any(|there: &Sheet| there.sha256 == new.sha256) {
                sheets.push(new);
            }
        }
        let number = self.number_of(&uid)?;
        if sheets.len() < 2 {
            return Err(Refusal::NoSuch("2".to_owned()));
        }
        self.sheets.remove(number);
        let told = Told { keep: vec![Keep::Drop { uid }], ..told::split(sheets.len(), self.lang) };
        self.open = Some(number);
        for (at, sheet) in sheets.into_iter().enumerate() {
            self.sheets.insert(number + at, sheet);
        }
        self.unfolded = None;
        self.preview = None;
        Ok(told)
    }
}
