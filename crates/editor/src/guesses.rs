//! Guesses of a draft, and what a person has confirmed of them.
//!
//! A confirmation holds for what the card showed: it is stored as a hash of the value, the printed words and the line
//! under them, and is dropped once one of them is another.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use thidua_core::domain::{Article, GuessedField};
use thidua_core::text::{fold_space, lowercase, nfc, sha256};
use thidua_extract::{Draft, DraftFigure, DraftPeriod, TextSpan};

use super::document::ReviewState;
use super::fact_id::FactId;

/// Hexadecimal digits of a hash that are kept: enough to notice a change that nobody makes on purpose.
const DIGITS: usize = 16;

/// Confirmed guesses: hashes of what was shown, by fact and field.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Confirmations(BTreeMap<FactId, BTreeMap<GuessedField, String>>);

impl Confirmations {
    /// Returns whether nothing is confirmed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Lines of a text, to look up the line of a fact.
pub struct TextLines<'a>(Vec<&'a str>);

impl<'a> TextLines<'a> {
    /// Splits a text into lines.
    pub fn of(text: &'a str) -> TextLines<'a> {
        TextLines(text.split('\n').collect())
    }

    /// Returns line number `line`, from 1; empty if there is none.
    fn get(&self, line: u32) -> &'a str {
        let index = usize::try_from(line).ok().and_then(|line| line.checked_sub(1));
        index.and_then(|index| self.0.get(index)).copied().unwrap_or_default()
    }
}

/// Returns the fields of a fact that the text does not decide, as [`thidua_core::domain::Figure::guessed_fields`] does for
/// a figure of the corpus. Figures that cannot be exported have none.
pub fn guessed_fields(draft: &Draft, fact_id: FactId) -> Vec<GuessedField> {
    match fact_id {
        FactId::Organisation if draft.organisation.is_some() => vec![GuessedField::Organisation],
        FactId::Figure(i) => {
            let fact = draft.figures.get(i).map(|found| &found.fact);
            let Some(fact) = fact.filter(|fact| fact.unit.is_some() && fact.repeats.is_none()) else {
                return Vec::new();
            };
            let is_guessed = |field: &GuessedField| match field {
                GuessedField::Label | GuessedField::Role | GuessedField::Campaign => true,
                GuessedField::Organisation => fact.organisation.is_some(),
                GuessedField::When => has_period_of_article(draft, fact),
            };
            GuessedField::ALL.into_iter().filter(is_guessed).collect()
        }
        _ => Vec::new(),
    }
}

fn has_period_of_article(draft: &Draft, fact: &DraftFigure) -> bool {
    let covers = draft.covers.as_ref().map(|found| &found.fact);
    let is_same = |own: &DraftPeriod, covers: &DraftPeriod| {
        own.when == covers.when && lowercase(&own.as_written) == lowercase(&covers.as_written)
    };
    fact.period.as_ref().zip(covers).is_some_and(|(own, covers)| is_same(own, covers))
}

/// Returns the guessed fields of a fact that are confirmed as they are now.
pub fn confirmed_fields(review: &ReviewState, lines: &TextLines<'_>, fact_id: FactId) -> Vec<GuessedField> {
    let Some(stored) = review.confirmed.0.get(&fact_id) else { return Vec::new() };
    let Some(print) = Print::of(&review.draft, lines, fact_id) else { return Vec::new() };
    let is_confirmed = |field: &GuessedField| {
        stored.get(field).is_some_and(|stored| print.fits(stored, value(&review.draft, fact_id, *field)))
    };
    guessed_fields(&review.draft, fact_id).into_iter().filter(is_confirmed).collect()
}

/// Returns the guessed fields of a fact that nobody has confirmed as they are now.
pub fn open_guesses(review: &ReviewState, lines: &TextLines<'_>, fact_id: FactId) -> Vec<GuessedField> {
    let confirmed = confirmed_fields(review, lines, fact_id);
    let mut fields = guessed_fields(&review.draft, fact_id);
    fields.retain(|field| !confirmed.contains(field));
    fields
}

/// Confirms `fields` of a fact as they are now.
pub fn confirm(review: &mut ReviewState, lines: &TextLines<'_>, fact_id: FactId, fields: &[GuessedField]) {
    let Some(print) = Print::of(&review.draft, lines, fact_id) else { return };
    for field in fields {
        if let Some(value) = value(&review.draft, fact_id, *field) {
            review.confirmed.0.entry(fact_id).or_default().insert(*field, print.stamp(&value));
        }
    }
}

/// Drops confirmations of what is another thing now, so that a later change back does not restore them.
pub fn drop_stale(review: &mut ReviewState, lines: &TextLines<'_>) {
    let mut confirmed = std::mem::take(&mut review.confirmed);
    for (fact_id, fields) in &mut confirmed.0 {
        let print = Print::of(&review.draft, lines, *fact_id);
        fields.retain(|field, stored| {
            let value = value(&review.draft, *fact_id, *field);
            print.as_ref().is_some_and(|print| print.fits(stored, value))
        });
    }
    confirmed.0.retain(|_, fields| !fields.is_empty());
    review.confirmed = confirmed;
}

/// Returns the guessed fields of a fact whose values differ between two drafts.
pub fn changed_fields(before: &Draft, now: &Draft, fact_id: FactId) -> Vec<GuessedField> {
    let mut fields = guessed_fields(now, fact_id);
    fields.retain(|field| value(before, fact_id, *field) != value(now, fact_id, *field));
    fields
}

/// Records in an exported article what was confirmed. `draft` is the one that the article was made from, with the indices
/// of the reviewed one for its figures.
pub fn write_confirmed(article: &mut Article, review: &ReviewState, lines: &TextLines<'_>, draft: &Draft) {
    article.confirmed = confirmed_fields(review, lines, FactId::Organisation);
    let exported = draft.figures.iter().enumerate();
    let exported = exported.filter(|(_, found)| found.fact.unit.is_some() && found.fact.repeats.is_none());
    let confirmed: Vec<Vec<GuessedField>> = article
        .figures
        .iter()
        .zip(exported)
        .map(|(figure, (i, _))| {
            let mut fields = confirmed_fields(review, lines, FactId::Figure(i));
            // Without the article's period, that of the figure is its own.
            fields.retain(|field| figure.guessed_fields(article).contains(field));
            fields
        })
        .collect();
    for (figure, fields) in article.figures.iter_mut().zip(confirmed) {
        figure.confirmed = fields;
    }
}

/// Printed words of a fact and the line under them.
struct Print<'a> {
    words: &'a str,
    line: String,
}

impl<'a> Print<'a> {
    /// `None` if there is no such fact, or it has no guesses.
    fn of(draft: &'a Draft, lines: &TextLines<'_>, fact_id: FactId) -> Option<Print<'a>> {
        let (words, span) = place(draft, fact_id)?;
        Some(Print { words, line: fold_space(&nfc(lines.get(span.line))).into_owned() })
    }

    /// Returns the hash of a value with the words and the line.
    fn stamp(&self, value: &str) -> String {
        let shown = [value, self.words, &self.line].join("\u{0}");
        sha256(shown.as_bytes()).chars().take(DIGITS).collect()
    }

    /// Returns whether a stored hash is that of `value`; `None` fits nothing.
    fn fits(&self, stored: &str, value: Option<String>) -> bool {
        value.is_some_and(|value| self.stamp(&value) == stored)
    }
}

fn place(draft: &Draft, fact_id: FactId) -> Option<(&str, TextSpan)> {
    match fact_id {
        FactId::Organisation => {
            let found = draft.organisations.get(draft.organisation?)?;
            Some((&found.words, found.span))
        }
        FactId::Figure(i) => draft.figures.get(i).map(|found| (found.words.as_str(), found.span)),
        _ => None,
    }
}

/// Returns the value of a guessed field as text that differs for different values.
fn value(draft: &Draft, fact_id: FactId, field: GuessedField) -> Option<String> {
    let organisation = |index: usize| {
        let fact = &draft.organisations.get(index)?.fact;
        let existing = fact.existing.as_ref().map_or("", |id| id.as_str());
        Some([fact.name.as_str(), fact.kind.slug(), existing].join("\n"))
    };
    let fact = match fact_id {
        FactId::Organisation => return organisation(draft.organisation?),
        FactId::Figure(i) => &draft.figures.get(i)?.fact,
        _ => return None,
    };
    Some(match field {
        GuessedField::Label => fact.label.clone(),
        GuessedField::Role => fact.role.slug().to_owned(),
        GuessedField::Campaign => {
            let campaigns = fact.campaigns.iter().filter_map(|index| draft.campaigns.get(*index));
            let names = campaigns.map(|campaign| {
                let existing = campaign.existing.as_ref().map_or("", |id| id.as_str());
                [campaign.name.as_str(), campaign.kind.slug(), existing].join("\n")
            });
            names.collect::<Vec<_>>().join("\n\n")
        }
        GuessedField::Organisation => fact.organisation.and_then(organisation).unwrap_or_default(),
        GuessedField::When => fact.period.as_ref().map_or_else(String::new, |period| {
            let when = period.when.map_or_else(String::new, |when| when.to_string());
            [period.as_written.as_str(), &when].join("\n")
        }),
    })
}
