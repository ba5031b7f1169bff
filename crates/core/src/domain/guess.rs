//! Guesses: fields that a text does not decide, so that a program can only guess them and a person confirms them.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::slugs::slugs;
use super::{Article, Figure};

/// A field that is a guess until a person has confirmed it. All other fields of a fact are checked against the print.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GuessedField {
    /// What is counted, in our words.
    Label,
    /// What the figure is in the life of a campaign.
    Role,
    /// The campaign that it belongs to, or that it belongs to none.
    Campaign,
    /// Whose figure it is.
    Organisation,
    /// The period, where it is that of the article.
    When,
}

slugs!(GuessedField {
    Label: "label",
    Role: "role",
    Campaign: "campaign",
    Organisation: "organisation",
    When: "when",
});

impl Figure {
    /// Returns whether the period is not the figure's own: it is the one that `article` reports on, in the same words.
    /// Capitals do not matter ("Năm 2022" at the start of a sentence).
    pub fn has_period_of(&self, article: &Article) -> bool {
        let words = |words: &Option<String>| words.as_ref().map(|words| words.to_lowercase());
        self.when_as_written.is_some()
            && self.when == article.covers
            && words(&self.when_as_written) == words(&article.covers_as_written)
    }

    /// Returns the fields that only a person can decide: label, role and campaign always; the organisation where it is
    /// not that of `article`; the period where it is that of `article`.
    pub fn guessed_fields(&self, article: &Article) -> Vec<GuessedField> {
        let is_guessed = |field: &GuessedField| match field {
            GuessedField::Label | GuessedField::Role | GuessedField::Campaign => true,
            GuessedField::Organisation => self.organisation.is_some(),
            GuessedField::When => self.has_period_of(article),
        };
        GuessedField::ALL.into_iter().filter(is_guessed).collect()
    }

    /// Returns the guessed fields that a person has confirmed. A confirmed field that had not to be guessed is left out.
    pub fn confirmed_guesses(&self, article: &Article) -> Vec<GuessedField> {
        let mut fields = self.guessed_fields(article);
        fields.retain(|field| self.confirmed.contains(field));
        fields
    }

    /// Returns the guessed fields that no person has confirmed.
    ///
    /// ```
    /// use thidua_core::corpus::load;
    /// use thidua_core::domain::GuessedField;
    ///
    /// let corpus = load(include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/corpus.json")))?;
    /// let article = &corpus.articles[0];
    /// let mut figure = article.figures[0].clone();
    /// figure.confirmed = vec![GuessedField::Label, GuessedField::Campaign];
    /// assert_eq!(figure.open_guesses(article), [GuessedField::Role]);
    /// # Ok::<(), thidua_core::corpus::LoadError>(())
    /// ```
    pub fn open_guesses(&self, article: &Article) -> Vec<GuessedField> {
        let mut fields = self.guessed_fields(article);
        fields.retain(|field| !self.confirmed.contains(field));
        fields
    }
}

impl Article {
    /// Returns the guessed fields of the article itself that no person has confirmed: at most its organisation.
    pub fn open_guesses(&self) -> Vec<GuessedField> {
        let organisation = [GuessedField::Organisation];
        organisation.into_iter().filter(|field| !self.confirmed.contains(field)).collect()
    }

    /// Returns the number of confirmed guesses of the article and its figures, and the number of all guesses.
    pub fn confirmed_guesses(&self) -> [usize; 2] {
        let all: usize = 1 + self.figures.iter().map(|f| f.guessed_fields(self).len()).sum::<usize>();
        let open: usize = self.open_guesses().len()
            + self.figures.iter().map(|f| f.open_guesses(self).len()).sum::<usize>();
        [all - open, all]
    }
}
