//! Addition of a fact from words that a person selected in the text.

use std::str::FromStr;

use thidua_core::domain::Relation;
use thidua_core::text::key;
use thidua_extract::{DraftMention, DraftPhase, ManualSelection, TextSpan};

use super::corpus_context::CorpusContext;
use super::document::ReviewState;
use super::edit::include_line;
use super::error::EditError;
use super::fact_id::{FactId, FactStatus};
use super::guesses::{self, TextLines};

/// Kind of fact that selected words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactKind {
    /// Quantity.
    Figure,
    /// Name of a campaign.
    Mention,
    /// Round of a campaign.
    Phase,
    /// Person.
    Person,
    /// Headline.
    Headline,
    /// Line above the headline.
    Kicker,
    /// Author.
    Byline,
    /// Date of publication.
    Published,
    /// Reported period.
    Covers,
    /// Organisation that the article reports on.
    Organisation,
}

impl FactKind {
    /// All kinds, in the order of the form.
    pub const ALL: [FactKind; 10] = [
        FactKind::Figure,
        FactKind::Mention,
        FactKind::Phase,
        FactKind::Person,
        FactKind::Headline,
        FactKind::Kicker,
        FactKind::Byline,
        FactKind::Published,
        FactKind::Covers,
        FactKind::Organisation,
    ];

    /// Returns the kind as in [`FactId::kind`].
    pub const fn kind(self) -> &'static str {
        match self {
            FactKind::Figure => "figure",
            FactKind::Mention => "mention",
            FactKind::Phase => "phase",
            FactKind::Person => "person",
            FactKind::Headline => "headline",
            FactKind::Kicker => "kicker",
            FactKind::Byline => "byline",
            FactKind::Published => "published",
            FactKind::Covers => "covers",
            FactKind::Organisation => "organisation",
        }
    }
}

impl FromStr for FactKind {
    type Err = EditError;

    fn from_str(text: &str) -> Result<Self, EditError> {
        let found = FactKind::ALL.into_iter().find(|kind| kind.kind() == text);
        found.ok_or_else(|| EditError::NotFound(text.to_owned()))
    }
}

/// Adds a fact from the words at `place`. Its status is [`FactStatus::Edited`]; a figure stays proposed, because its role and
/// its label are guesses.
///
/// # Errors
/// If there are no words, no readable number for a figure, or no campaign for a round.
pub fn add_fact(
    review: &mut ReviewState,
    text: &str,
    context: &CorpusContext,
    kind: FactKind,
    place: TextSpan,
) -> Result<FactId, EditError> {
    let chosen = ManualSelection::new(text, place, context.extraction()).ok_or(EditError::WordsNotFound)?;
    let draft = &mut review.draft;
    let fact_id = match kind {
        FactKind::Figure => {
            let figure = chosen.figure().map_err(|doubt| match doubt {
                Some((doubt, words)) => EditError::AmbiguousNumber(words, doubt),
                None => EditError::NoNumber(chosen.words().to_owned()),
            })?;
            draft.figures.push(figure);
            FactId::Figure(draft.figures.len() - 1)
        }
        FactKind::Mention => {
            let new = chosen.campaign();
            let printed = key(chosen.words());
            let same = draft.campaigns.iter().position(|campaign| {
                let forms = || std::iter::once(&campaign.name).chain(&campaign.aliases);
                (new.existing.is_some() && campaign.existing == new.existing)
                    || forms().any(|form| key(form) == printed)
            });
            let campaign = same.unwrap_or_else(|| {
                draft.campaigns.push(new);
                draft.campaigns.len() - 1
            });
            if let Some(known) = draft.campaigns.get_mut(campaign)
                && known.name != chosen.words()
                && !known.aliases.iter().any(|alias| alias == chosen.words())
            {
                known.aliases.push(chosen.words().to_owned());
            }
            let fact = DraftMention { campaign, relation: Relation::Named, sector: None, quoted: false };
            draft.mentions.push(chosen.found(fact));
            FactId::Mention(draft.mentions.len() - 1)
        }
        FactKind::Phase => {
            // The last campaign that is named before the round.
            let here = (place.line, place.start);
            let before = draft.mentions.iter().filter(|m| (m.span.line, m.span.start) <= here);
            let nearest = before.max_by_key(|m| (m.span.line, m.span.start)).or(draft.mentions.first());
            let campaign = nearest.map(|m| m.fact.campaign).ok_or(EditError::NoCampaign)?;
            let period = Some(chosen.period()).filter(|period| period.when.is_some());
            draft.phases.push(chosen.found(DraftPhase { campaign, period, theme: None }));
            FactId::Phase(draft.phases.len() - 1)
        }
        FactKind::Person => {
            draft.people.push(chosen.found(chosen.person()));
            FactId::Person(draft.people.len() - 1)
        }
        FactKind::Headline => {
            draft.headline = Some(chosen.found(()));
            FactId::Headline
        }
        FactKind::Kicker => {
            draft.kicker = Some(chosen.found(()));
            FactId::Kicker
        }
        FactKind::Byline => {
            draft.byline.push(chosen.found(()));
            FactId::Byline(draft.byline.len() - 1)
        }
        FactKind::Published => {
            draft.published = Some(chosen.found(chosen.period()));
            FactId::Published
        }
        FactKind::Covers => {
            draft.covers = Some(chosen.found(chosen.period()));
            FactId::Covers
        }
        FactKind::Organisation => {
            let fact = chosen.organisation();
            let same = draft.organisations.iter().position(|o| key(&o.fact.name) == key(&fact.name));
            let index = same.unwrap_or_else(|| {
                draft.organisations.push(chosen.found(fact));
                draft.organisations.len() - 1
            });
            draft.organisation = Some(index);
            FactId::Organisation
        }
    };
    include_line(review, place);
    let lines = TextLines::of(text);
    if fact_id == FactId::Organisation {
        // The person chose these words for it.
        let fields = guesses::guessed_fields(&review.draft, fact_id);
        guesses::confirm(review, &lines, fact_id, &fields);
    }
    if guesses::open_guesses(review, &lines, fact_id).is_empty() && !matches!(fact_id, FactId::Figure(_)) {
        review.statuses.insert(fact_id, FactStatus::Edited);
    } else {
        review.statuses.remove(&fact_id);
    }
    Ok(fact_id)
}
