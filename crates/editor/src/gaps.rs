//! Gaps of a draft: what every article of a corpus needs, where the text does not show it. A person fills them in.

use thidua_core::domain::OrganisationKind;
use thidua_core::text::{fold_space, key, nfc};
use thidua_extract::{DraftFact, DraftOrganisation, FactReason, ManualSelection, TextSpan, find_span};

use super::Editor;
use super::add_fact::{self, FactKind};
use super::corpus_context::CorpusContext;
use super::document::ReviewState;
use super::error::EditError;
use super::fact_id::{FactId, FactStatus};
use super::guesses::{self, TextLines};
use super::outcome::{self, Outcome};

/// Something that every article needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// The headline, which must be printed in the text.
    Headline,
    /// The organisation that the article reports on: as the text prints it, or as the corpus has it.
    Organisation,
}

impl Gap {
    /// Returns the kind of fact that fills it.
    pub const fn kind(self) -> FactKind {
        match self {
            Gap::Headline => FactKind::Headline,
            Gap::Organisation => FactKind::Organisation,
        }
    }

    /// Returns the gaps of a draft: facts that are missing or rejected.
    pub fn of(review: &ReviewState) -> Vec<Gap> {
        let is_rejected = |fact_id| review.statuses.get(&fact_id) == Some(&FactStatus::Rejected);
        let is_there = |fact_id| review.has(fact_id) && !is_rejected(fact_id);
        let gaps = [(Gap::Headline, FactId::Headline), (Gap::Organisation, FactId::Organisation)];
        gaps.into_iter().filter(|(_, fact_id)| !is_there(*fact_id)).map(|(gap, _)| gap).collect()
    }
}

impl TryFrom<FactKind> for Gap {
    type Error = EditError;

    fn try_from(kind: FactKind) -> Result<Gap, EditError> {
        match kind {
            FactKind::Headline => Ok(Gap::Headline),
            FactKind::Organisation => Ok(Gap::Organisation),
            other => Err(EditError::NotFound(other.kind().to_owned())),
        }
    }
}

impl Editor {
    pub(super) fn fill_gap(&mut self, gap: Gap, words: &str) -> Result<Outcome, EditError> {
        let words = fold_space(&nfc(words)).into_owned();
        if words.is_empty() {
            return Err(EditError::InvalidField("words", words));
        }
        let mut filled = None;
        self.apply_step(|review, text, context| {
            filled = Some(fill(review, text, context, gap, &words)?);
            Ok(())
        })?;
        let outcome = match filled {
            Some(fact_id) => outcome::fact_edited(fact_id, self.open_document()?, self.lang),
            None => Outcome::default(),
        };
        Ok(Outcome { focus: filled.map(|fact_id| format!("the-{fact_id}")), ..outcome })
    }
}

fn fill(
    review: &mut ReviewState,
    text: &str,
    context: &CorpusContext,
    gap: Gap,
    words: &str,
) -> Result<FactId, EditError> {
    let printed = |words: &str| {
        let numbers = text.split('\n').zip(1..).filter(|(line, _)| !line.trim().is_empty());
        numbers.into_iter().find_map(|(_, number)| find_span(text, number, words))
    };
    let known = context.corpus().organisations.iter().find(|known| {
        known.id.as_str() == words
            || key(&known.name) == key(words)
            || known.aliases.iter().any(|a| key(a) == key(words))
    });
    match (gap, known) {
        (Gap::Headline, _) => {
            let place = printed(words).ok_or(EditError::WordsNotFound)?;
            add_fact::add_fact(review, text, context, FactKind::Headline, place)
        }
        (Gap::Organisation, Some(known)) => {
            let printed = std::iter::once(&known.name).chain(&known.aliases).find_map(|name| printed(name));
            let fact = DraftOrganisation {
                name: known.name.clone(),
                kind: known.kind,
                aliases: Vec::new(),
                existing: Some(known.id.clone()),
                count: 0,
            };
            Ok(add_organisation(review, text, fact, words, printed))
        }
        (Gap::Organisation, None) => {
            if let Some(place) = printed(words) {
                return add_fact::add_fact(review, text, context, FactKind::Organisation, place);
            }
            let end = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
            let chosen =
                ManualSelection::new(words, TextSpan { line: 1, start: 0, end }, context.extraction());
            let fact = chosen.map(|chosen| chosen.organisation()).unwrap_or_else(|| DraftOrganisation {
                name: words.to_owned(),
                kind: OrganisationKind::Other,
                aliases: Vec::new(),
                existing: None,
                count: 0,
            });
            Ok(add_organisation(review, text, fact, words, None))
        }
    }
}

/// Makes an organisation that a person named the article's own, and confirms it. Its place is that of its words, or the
/// first line of the article where they are not printed.
fn add_organisation(
    review: &mut ReviewState,
    text: &str,
    fact: DraftOrganisation,
    words: &str,
    printed: Option<TextSpan>,
) -> FactId {
    let draft = &mut review.draft;
    let same = draft.organisations.iter().position(|there| {
        key(&there.fact.name) == key(&fact.name)
            || fact.existing.is_some() && there.fact.existing == fact.existing
    });
    let index = same.unwrap_or_else(|| {
        let line = draft.lines.map_or(1, |[first, _]| first);
        let span = printed.unwrap_or(TextSpan { line, start: 0, end: 0 });
        let reason = FactReason { rule: "by-hand".into(), words: String::new() };
        draft.organisations.push(DraftFact { span, words: words.to_owned(), reason, fact });
        draft.organisations.len() - 1
    });
    draft.organisation = Some(index);
    let fields = guesses::guessed_fields(draft, FactId::Organisation);
    guesses::confirm(review, &TextLines::of(text), FactId::Organisation, &fields);
    review.statuses.insert(FactId::Organisation, FactStatus::Edited);
    FactId::Organisation
}
