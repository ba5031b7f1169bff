//! Draft of one article: text, facts, status of each fact, and undo history.

use std::collections::{BTreeMap, BTreeSet};

use thidua_core::corpus::SourceTexts;
use thidua_core::text::sha256;
use thidua_extract::admission::fingerprint_of;
use thidua_extract::{Diagnostic, Draft, Fingerprint, Prepared, TextSpan, extract};

use super::corpus_context::CorpusContext;
use super::fact_id::{FactId, FactStatus};
use super::guesses::{self, Confirmations, TextLines};
use super::origin;
use super::verification::{Verification, verify_document};

/// Maximum number of steps that can be undone.
const STEPS: usize = 100;

/// State that editing changes. The undo history holds whole copies of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReviewState {
    /// Facts, without line roles and skipped numbers.
    pub draft: Draft,
    /// Status of each fact; proposed by default.
    pub statuses: BTreeMap<FactId, FactStatus>,
    /// Unit ids with nouns that a person added to them.
    pub unit_nouns: Vec<(String, String)>,
    /// Campaigns of the draft that a person keeps apart from all of the corpus.
    pub kept_apart: BTreeSet<usize>,
    /// Guesses that a person has confirmed.
    pub confirmed: Confirmations,
    /// Address of the article, if known.
    pub url: Option<String>,
}

/// Draft of one article.
#[derive(Debug, Clone)]
pub struct DraftDocument {
    /// Key in the storage of the browser: the first digits of the SHA-256 of the text.
    pub uid: String,
    /// Name of the file, or a substitute.
    pub name: String,
    /// Prepared text.
    pub text: String,
    /// SHA-256 of the text in UTF-8.
    pub sha256: String,
    /// Diagnostics to be reviewed.
    pub diagnostics: Vec<Diagnostic>,
    /// Fingerprint of the article, to find duplicates.
    pub fingerprint: Fingerprint,
    /// Revision, which grows with every change.
    pub revision: u32,
    /// Revision that was stored last; 0 if none was.
    pub stored_revision: u32,
    /// Current state.
    pub review: ReviewState,
    /// Verification of the current state.
    pub checked: Verification,
    undo: Vec<ReviewState>,
    redo: Vec<ReviewState>,
    sources: SourceTexts,
}

/// File stem under which the text of a draft is verified.
pub const STEM: &str = "text";

impl DraftDocument {
    /// Creates a draft from a prepared text.
    pub fn read(name: &str, url: Option<&str>, prepared: Prepared, context: &CorpusContext) -> DraftDocument {
        let Prepared { text, mut diagnostics, .. } = prepared;
        let mut draft = extract(&text, context.extraction());
        diagnostics.append(&mut draft.diagnostics);
        let fingerprint = fingerprint_of(&text, &draft);
        // Editing changes neither, so the undo history need not hold them.
        draft.segments.clear();
        draft.left_out.clear();
        if draft.source.is_none() {
            draft.source = url.and_then(|url| origin::newspaper_of_address(url, &draft, context));
        }
        let sha256 = sha256(text.as_bytes());
        let mut document = DraftDocument {
            uid: sha256.chars().take(16).collect(),
            name: name.to_owned(),
            sources: SourceTexts::default(),
            diagnostics,
            fingerprint,
            revision: 1,
            stored_revision: 0,
            review: ReviewState { draft, url: url.map(str::to_owned), ..ReviewState::default() },
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

    /// Replaces the state by a stored one.
    pub fn with(mut self, review: ReviewState, revision: u32, context: &CorpusContext) -> DraftDocument {
        self.review = review;
        guesses::drop_stale(&mut self.review, &TextLines::of(&self.text));
        self.revision = revision;
        self.check(context);
        self
    }

    /// Adds a line at the end of the text, which then has another key. Returns the number of the line.
    pub fn append_line(&mut self, line: &str) -> u32 {
        let text = self.text.trim_end_matches('\n');
        self.text = format!("{text}\n{line}\n");
        self.sha256 = sha256(self.text.as_bytes());
        self.uid = self.sha256.chars().take(16).collect();
        self.sources = SourceTexts::default();
        self.sources.insert(STEM, &self.text, &self.sha256);
        self.fingerprint = fingerprint_of(&self.text, &self.review.draft);
        u32::try_from(self.text.lines().count()).unwrap_or(u32::MAX)
    }

    /// Verifies all facts again.
    pub fn check(&mut self, context: &CorpusContext) {
        self.checked = verify_document(self, context, &self.sources);
    }

    /// Applies a change that can be undone. If `change` fails or changes nothing, no step is recorded. Returns whether anything
    /// changed.
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
        guesses::drop_stale(&mut self.review, &TextLines::of(&self.text));
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

    /// Undoes the last step. Returns `false` if there is none.
    pub fn undo(&mut self, context: &CorpusContext) -> bool {
        let Some(before) = self.undo.pop() else { return false };
        self.redo.push(std::mem::replace(&mut self.review, before));
        self.revision = self.revision.wrapping_add(1);
        self.check(context);
        true
    }

    /// Redoes the step that was undone last. Returns `false` if there is none.
    pub fn redo(&mut self, context: &CorpusContext) -> bool {
        let Some(after) = self.redo.pop() else { return false };
        self.undo.push(std::mem::replace(&mut self.review, after));
        self.revision = self.revision.wrapping_add(1);
        self.check(context);
        true
    }

    /// Returns whether there are steps to undo and to redo.
    pub fn can_undo_redo(&self) -> (bool, bool) {
        (!self.undo.is_empty(), !self.redo.is_empty())
    }

    /// Returns the status of a fact.
    pub fn state(&self, fact_id: FactId) -> FactStatus {
        self.review.statuses.get(&fact_id).copied().unwrap_or_default()
    }

    /// Returns all facts with their spans, in the order of the text; those of the head come first.
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

    /// Returns number and text of all lines that are not blank.
    pub fn lines(&self) -> impl Iterator<Item = (u32, &str)> {
        self.text.split('\n').zip(1..).filter(|(line, _)| !line.trim().is_empty()).map(|(line, n)| (n, line))
    }
}

impl ReviewState {
    /// Returns all facts with their spans, kind by kind.
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

    /// Returns whether there is such a fact.
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

    /// Returns whether a line is part of the article.
    pub fn holds_line(&self, line: u32) -> bool {
        let within = self.draft.lines.is_some_and(|[first, last]| (first..=last).contains(&line));
        within && !self.draft.excluded.contains(&line)
    }
}
