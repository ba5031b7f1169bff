//! One article on the desk: its text, the draft of its facts, what a person has said of each, and the way back.

use std::collections::{BTreeMap, BTreeSet};

use super::check::{Checked, check};
use super::shelf::Shelf;
use super::slot::{Slot, State};
use thidua_core::corpus::SourceTexts;
use thidua_core::text::sha256;
use thidua_extract::admission::fingerprint_of;
use thidua_extract::{Diagnostic, Draft, Fingerprint, Prepared, TextSpan, extract};

/// How many steps can be undone.
const STEPS: usize = 100;

/// What changes when a person works: kept whole for every step back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// The facts, without what every line is and the numbers that are none.
    pub draft: Draft,
    /// What was said of them; nothing means proposed.
    pub states: BTreeMap<Slot, State>,
    /// Words that a person says state a unit, with the unit's id.
    pub nouns: Vec<(String, String)>,
    /// Campaigns of the draft that a person keeps apart from every known one.
    pub apart: BTreeSet<usize>,
}

/// One article on the desk.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its name in the browser's store: the beginning of the text's SHA-256.
    pub uid: String,
    /// The name of the file, or what stands for it.
    pub name: String,
    /// Its address, where known.
    pub url: Option<String>,
    /// The text, made ready.
    pub text: String,
    /// SHA-256 of the text's UTF-8 bytes.
    pub sha256: String,
    /// What somebody should look at.
    pub diagnostics: Vec<Diagnostic>,
    /// The words of the article, to find copies of it.
    pub fingerprint: Fingerprint,
    /// Grows with every change.
    pub revision: u32,
    /// The revision that was kept last; 0 where none was.
    pub kept: u32,
    /// The facts as they are now.
    pub facts: Facts,
    /// What verification says of them now.
    pub checked: Checked,
    undo: Vec<Facts>,
    redo: Vec<Facts>,
    sources: SourceTexts,
}

/// The name under which a sheet's text is verified.
pub const STEM: &str = "text";

impl Sheet {
    /// Reads a text that was made ready.
    pub fn read(name: &str, url: Option<&str>, prepared: Prepared, shelf: &Shelf) -> Sheet {
        let Prepared { text, mut diagnostics, .. } = prepared;
        let mut draft = extract(&text, shelf.context());
        diagnostics.append(&mut draft.diagnostics);
        let fingerprint = fingerprint_of(&text, &draft);
        // Neither changes while a person works: no step back need hold them.
        draft.segments.clear();
        draft.left_out.clear();
        let sha256 = sha256(text.as_bytes());
        let mut sheet = Sheet {
            uid: sha256.chars().take(16).collect(),
            name: name.to_owned(),
            url: url.map(str::to_owned),
            sources: SourceTexts::default(),
            diagnostics,
            fingerprint,
            revision: 1,
            kept: 0,
            facts: Facts { draft, ..Facts::default() },
            checked: Checked::default(),
            undo: Vec::new(),
            redo: Vec::new(),
            text,
            sha256,
        };
        sheet.sources.insert(STEM, &sheet.text, &sheet.sha256);
        sheet.check(shelf);
        sheet
    }

    /// The sheet with facts from elsewhere: as it was kept.
    pub fn with(mut self, facts: Facts, revision: u32, shelf: &Shelf) -> Sheet {
        self.facts = facts;
        self.revision = revision;
        self.check(shelf);
        self
    }

    /// Verifies every fact anew.
    pub fn check(&mut self, shelf: &Shelf) {
        self.checked = check(self, shelf, &self.sources);
    }

    /// Changes the facts; the step can be undone. Where `change` gives an error, or changes nothing, there is no step.
    pub fn step<E>(
        &mut self,
        shelf: &Shelf,
        change: impl FnOnce(&mut Facts) -> Result<(), E>,
    ) -> Result<bool, E> {
        let before = self.facts.clone();
        if let Err(error) = change(&mut self.facts) {
            self.facts = before;
            return Err(error);
        }
        if self.facts == before {
            return Ok(false);
        }
        self.undo.push(before);
        if self.undo.len() > STEPS {
            self.undo.remove(0);
        }
        self.redo.clear();
        self.revision = self.revision.wrapping_add(1);
        self.check(shelf);
        Ok(true)
    }

    /// Takes the last step back. `false` where there is none.
    pub fn undo(&mut self, shelf: &Shelf) -> bool {
        let Some(before) = self.undo.pop() else { return false };
        self.redo.push(std::mem::replace(&mut self.facts, before));
        self.revision = self.revision.wrapping_add(1);
        self.check(shelf);
        true
    }

    /// Goes the step again that was taken back. `false` where there is none.
    pub fn redo(&mut self, shelf: &Shelf) -> bool {
        let Some(after) = self.redo.pop() else { return false };
        self.undo.push(std::mem::replace(&mut self.facts, after));
        self.revision = self.revision.wrapping_add(1);
        self.check(shelf);
        true
    }

    /// Whether a step can be taken back, and gone again.
    pub fn can(&self) -> (bool, bool) {
        (!self.undo.is_empty(), !self.redo.is_empty())
    }

    /// What was said of a fact.
    pub fn state(&self, slot: Slot) -> State {
        self.facts.states.get(&slot).copied().unwrap_or_default()
    }

    /// Every fact with its place, in the order of the text; those without a place first.
    pub fn slots(&self) -> Vec<(Slot, Option<TextSpan>)> {
        let mut slots = self.facts.slots();
        thidua_core::collections::sort_by_key(&mut slots, |(slot, place)| {
            let head = !matches!(slot, Slot::Figure(_) | Slot::Mention(_) | Slot::Phase(_) | Slot::Person(_));
            (!head, if head { (0, 0) } else { place.map_or((0, 0), |p| (p.line, p.start)) }, *slot)
        });
        slots
    }

    /// The lines of the text with their numbers, blank ones left out.
    pub fn lines(&self) -> impl Iterator<Item = (u32, &str)> {
        self.text.split('\n').zip(1..).filter(|(line, _)| !line.trim().is_empty()).map(|(line, n)| (n, line))
    }
}

impl Facts {
    /// Every fact with its place, kind by kind.
    pub fn slots(&self) -> Vec<(Slot, Option<TextSpan>)> {
        let draft = &self.draft;
        let mut slots: Vec<(Slot, Option<TextSpan>)> = Vec::new();
        slots.extend(draft.kicker.iter().map(|f| (Slot::Kicker, Some(f.span))));
        slots.extend(draft.headline.iter().map(|f| (Slot::Headline, Some(f.span))));
        slots.extend(draft.byline.iter().enumerate().map(|(i, f)| (Slot::Byline(i), Some(f.span))));
        slots.extend(draft.published.iter().map(|f| (Slot::Published, Some(f.span))));
        slots.extend(draft.source.iter().map(|f| (Slot::Source, Some(f.span))));
        let main = draft.organisation.and_then(|i| draft.organisations.get(i));
        slots.extend(main.map(|f| (Slot::Organisation, Some(f.span))));
        slots.extend(draft.covers.iter().map(|f| (Slot::Covers, Some(f.span))));
        slots.extend(draft.figures.iter().enumerate().map(|(i, f)| (Slot::Figure(i), Some(f.span))));
        slots.extend(draft.mentions.iter().enumerate().map(|(i, f)| (Slot::Mention(i), Some(f.span))));
        slots.extend(draft.phases.iter().enumerate().map(|(i, f)| (Slot::Phase(i), Some(f.span))));
        slots.extend(draft.people.iter().enumerate().map(|(i, f)| (Slot::Person(i), Some(f.span))));
        slots
    }

    /// Whether there is such a fact.
    pub fn has(&self, slot: Slot) -> bool {
        let draft = &self.draft;
        match slot {
            Slot::Kicker => draft.kicker.is_some(),
            Slot::Headline => draft.headline.is_some(),
            Slot::Byline(i) => i < draft.byline.len(),
            Slot::Published => draft.published.is_some(),
            Slot::Source => draft.source.is_some(),
            Slot::Organisation => draft.organisation.is_some_and(|i| i < draft.organisations.len()),
            Slot::Covers => draft.covers.is_some(),
            Slot::Figure(i) => i < draft.figures.len(),
            Slot::Mention(i) => i < draft.mentions.len(),
            Slot::Phase(i) => i < draft.phases.len(),
            Slot::Person(i) => i < draft.people.len(),
        }
    }

    /// Whether a line is part of the article.
    pub fn holds_line(&self, line: u32) -> bool {
        let within = self.draft.lines.is_some_and(|[first, last]| (first..=last).contains(&line));
        within && !self.draft.excluded.contains(&line)
    }
}
