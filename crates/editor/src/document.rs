//! One article on the desk: its text, the draft of its facts, what a person has said of each, and the way back.

use std::collections::{BTreeMap, BTreeSet};

use super::corpus_context::CorpusContext;
use super::fact_id::{FactId, FactStatus};
use super::verification::{Verification, check};
use thidua_core::corpus::SourceTexts;
use thidua_core::text::sha256;
use thidua_extract::admission::fingerprint_of;
use thidua_extract::{Diagnostic, Draft, Fingerprint, Prepared, TextSpan, extract};

/// How many steps can be undone.
const STEPS: usize = 100;

/// What changes when a person works: kept whole for every step back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReviewState {
    /// The facts, without what every line is and the numbers that are none.
    pub draft: Draft,
    /// What was said of them; nothing means proposed.
    pub statuses: BTreeMap<FactId, FactStatus>,
    /// Words that a person says state a unit, with the unit's id.
    pub unit_nouns: Vec<(String, String)>,
    /// Campaigns of the draft that a person keeps apart from every known one.
    pub kept_apart: BTreeSet<usize>,
}

/// One article on the desk.
#[derive(Debug, Clone)]
pub struct DraftDocument {
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
    pub stored_revision: u32,
    /// The facts as they are now.
    pub review: ReviewState,
    /// What verification says of them now.
    pub checked: Verification,
    undo: Vec<ReviewState>,
    redo: Vec<ReviewState>,
    sources: SourceTexts,
}

/// The name under which a sheet's text is verified.
pub const STEM: &str = "text";

impl DraftDocument {
    /// Reads a text that was made ready.
    pub fn read(name: &str, url: Option<&str>, prepared: Prepared, context: &CorpusContext) -> DraftDocument {
        let Prepared { text, mut diagnostics, .. } = prepared;
        let mut draft = extract(&text, context.extraction());
        diagnostics.append(&mut draft.diagnostics);
        let fingerprint = fingerprint_of(&text, &draft);
        // Neither changes while a person works: no step back need hold them.
        draft.segments.clear();
        draft.left_out.clear();
        let sha256 = sha256(text.as_bytes());
        let mut document = DraftDocument {
            uid: sha256.chars().take(16).collect(),
            name: name.to_owned(),
            url: url.map(str::to_owned),
            sources: SourceTexts::default(),
            diagnostics,
            fingerprint,
            revision: 1,
            stored_revision: 0,
            review: ReviewState { draft, ..ReviewState::default() },
            checked: Verification::default(),
            undo: Vec::new(),
            redo: Vec::new(),
            text,
            sha256,
        };
        document.sources.insert(STEM, &document.text, &document.sha256);
        document.check(context);
        document
    }

    /// The sheet with facts from elsewhere: as it was kept.
    pub fn with(mut self, review: ReviewState, revision: u32, context: &CorpusContext) -> DraftDocument {
        self.review = review;
        self.revision = revision;
        self.check(context);
        self
    }

    /// Verifies every fact anew.
    pub fn check(&mut self, context: &CorpusContext) {
        self.checked = check(self, context, &self.sources);
    }

    /// Changes the facts; the step can be undone. Where `change` gives an error, or changes nothing, there is no step.
    pub fn step<E>(
        &mut self,
        context: &CorpusContext,
        change: impl FnOnce(&mut ReviewState) -> Result<(), E>,
    ) -> Result<bool, E> {
        let before = self.review.clone();
        if let Err(error) = change(&mut self.review) {
            self.review = before;
            return Err(error);
        }
        if self.review == before {
            return Ok(false);
        }
        self.undo.push(before);
        if self.undo.len() > STEPS {
            self.undo.remove(0);
        }
        self.redo.clear();
        self.revision = self.revision.wrapping_add(1);
        self.check(context);
        Ok(true)
    }

    /// Takes the last step back. `false` where there is none.
    pub fn undo(&mut self, context: &CorpusContext) -> bool {
        let Some(before) = self.undo.pop() else { return false };
        self.redo.push(std::mem::replace(&mut self.review, before));
        self.revision = self.revision.wrapping_add(1);
        self.check(context);
        true
    }

    /// Goes the step again that was taken back. `false` where there is none.
    pub fn redo(&mut self, context: &CorpusContext) -> bool {
        let Some(after) = self.redo.pop() else { return false };
        self.undo.push(std::mem::replace(&mut self.review, after));
        self.revision = self.revision.wrapping_add(1);
        self.check(context);
        true
    }

    /// Whether a step can be taken back, and gone again.
    pub fn can(&self) -> (bool, bool) {
        (!self.undo.is_empty(), !self.redo.is_empty())
    }

    /// What was said of a fact.
    pub fn state(&self, fact_id: FactId) -> FactStatus {
        self.review.statuses.get(&fact_id).copied().unwrap_or_default()
    }

    /// Every fact with its place, in the order of the text; those without a place first.
    pub fn fact_ids(&self) -> Vec<(FactId, Option<TextSpan>)> {
        let mut fact_ids = self.review.fact_ids();
        thidua_core::collections::sort_by_key(&mut fact_ids, |(fact_id, place)| {
            let head = !matches!(
                fact_id,
                FactId::Figure(_) | FactId::Mention(_) | FactId::Phase(_) | FactId::Person(_)
            );
            (!head, if head { (0, 0) } else { place.map_or((0, 0), |p| (p.line, p.start)) }, *fact_id)
        });
        fact_ids
    }

    /// The lines of the text with their numbers, blank ones left out.
    pub fn lines(&self) -> impl Iterator<Item = (u32, &str)> {
        self.text.split('\n').zip(1..).filter(|(line, _)| !line.trim().is_empty()).map(|(line, n)| (n, line))
    }
}

impl ReviewState {
    /// Every fact with its place, kind by kind.
    pub fn fact_ids(&self) -> Vec<(FactId, Option<TextSpan>)> {
        let draft = &self.draft;
        let mut fact_ids: Vec<(FactId, Option<TextSpan>)> = Vec::new();
        fact_ids.extend(draft.kicker.iter().map(|f| (FactId::Kicker, Some(f.span))));
        fact_ids.extend(draft.headline.iter().map(|f| (FactId::Headline, Some(f.span))));
        fact_ids.extend(draft.byline.iter().enumerate().map(|(i, f)| (FactId::Byline(i), Some(f.span))));
        fact_ids.extend(draft.published.iter().map(|f| (FactId::Published, Some(f.span))));
        fact_ids.extend(draft.source.iter().map(|f| (FactId::Source, Some(f.span))));
        let main = draft.organisation.and_then(|i| draft.organisations.get(i));
        fact_ids.extend(main.map(|f| (FactId::Organisation, Some(f.span))));
        fact_ids.extend(draft.covers.iter().map(|f| (FactId::Covers, Some(f.span))));
        fact_ids.extend(draft.figures.iter().enumerate().map(|(i, f)| (FactId::Figure(i), Some(f.span))));
        fact_ids.extend(draft.mentions.iter().enumerate().map(|(i, f)| (FactId::Mention(i), Some(f.span))));
        fact_ids.extend(draft.phases.iter().enumerate().map(|(i, f)| (FactId::Phase(i), Some(f.span))));
        fact_ids.extend(draft.people.iter().enumerate().map(|(i, f)| (FactId::Person(i), Some(f.span))));
        fact_ids
    }

    /// Whether there is such a fact.
    pub fn has(&self, fact_id: FactId) -> bool {
        let draft = &self.draft;
        match fact_id {
            FactId::Kicker => draft.kicker.is_some(),
            FactId::Headline => draft.headline.is_some(),
            FactId::Byline(i) => i < draft.byline.len(),
            FactId::Published => draft.published.is_some(),
            FactId::Source => draft.source.is_some(),
            FactId::Organisation => draft.organisation.is_some_and(|i| i < draft.organisations.len()),
            FactId::Covers => draft.covers.is_some(),
            FactId::Figure(i) => i < draft.figures.len(),
            FactId::Mention(i) => i < draft.mentions.len(),
            FactId::Phase(i) => i < draft.phases.len(),
            FactId::Person(i) => i < draft.people.len(),
        }
    }

    /// Whether a line is part of the article.
    pub fn holds_line(&self, line: u32) -> bool {
        let within = self.draft.lines.is_some_and(|[first, last]| (first..=last).contains(&line));
        within && !self.draft.excluded.contains(&line)
    }
}
