//! A new fact, of words that a person chose in the text.

use std::str::FromStr;

use super::edit::include_line;
use super::refusal::Refusal;
use super::sheet::Facts;
use super::shelf::Shelf;
use super::slot::{Slot, State};
use thidua_core::domain::Relation;
use thidua_core::text::key;
use thidua_extract::{DraftMention, DraftPhase, ManualSelection, TextSpan};

/// What the chosen words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A quantity.
    Figure,
    /// The name of a campaign.
    Mention,
    /// A round.
    Phase,
    /// A person.
    Person,
    /// The headline.
    Headline,
    /// The line above it.
    Kicker,
    /// An author.
    Byline,
    /// The date of publication.
    Published,
    /// The period that is reported on.
    Covers,
    /// The organisation that is reported on.
    Organisation,
}

impl What {
    /// Everything that words can be, in the order in which it is offered.
    pub const ALL: [What; 10] = [
        What::Figure,
        What::Mention,
        What::Phase,
        What::Person,
        What::Headline,
        What::Kicker,
        What::Byline,
        What::Published,
        What::Covers,
        What::Organisation,
    ];

    /// Its slot's kind.
    pub const fn kind(self) -> &'static str {
        match self {
            What::Figure => "figure",
            What::Mention => "mention",
            What::Phase => "phase",
            What::Person => "person",
            What::Headline => "headline",
            What::Kicker => "kicker",
            What::Byline => "byline",
            What::Published => "published",
            What::Covers => "covers",
            What::Organisation => "organisation",
        }
    }
}

impl FromStr for What {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let what = What::ALL.into_iter().find(|what| what.kind() == text);
        what.ok_or_else(|| Refusal::NoSuch(text.to_owned()))
    }
}

/// Adds a fact of the words at `place`; it counts as mended by a person.
///
/// # Errors
/// Where no words stand there, or no number for a figure, or no campaign is there for a round.
pub fn take(
    facts: &mut Facts,
    text: &str,
    shelf: &Shelf,
    what: What,
    place: TextSpan,
) -> Result<Slot, Refusal> {
    let chosen = ManualSelection::new(text, place, shelf.context()).ok_or(Refusal::NoWords)?;
    let draft = &mut facts.draft;
    let slot = match what {
        What::Figure => {
            let figure = chosen.figure().map_err(|doubt| match doubt {
                Some((doubt, words)) => Refusal::DoubtfulNumber(words, doubt),
                None => Refusal::NoNumber(chosen.words().to_owned()),
            })?;
            draft.figures.push(figure);
            Slot::Figure(draft.figures.len() - 1)
        }
        What::Mention => {
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
            Slot::Mention(draft.mentions.len() - 1)
        }
        What::Phase => {
            // The campaign that was named last before it.
            let here = (place.line, place.start);
            let before = draft.mentions.iter().filter(|m| (m.span.line, m.span.start) <= here);
            let nearest = before.max_by_key(|m| (m.span.line, m.span.start)).or(draft.mentions.first());
            let campaign = nearest.map(|m| m.fact.campaign).ok_or(Refusal::NoCampaign)?;
            let period = Some(chosen.period()).filter(|period| period.when.is_some());
            draft.phases.push(chosen.found(DraftPhase { campaign, period, theme: None }));
            Slot::Phase(draft.phases.len() - 1)
        }
        What::Person => {
            draft.people.push(chosen.found(chosen.person()));
            Slot::Person(draft.people.len() - 1)
        }
        What::Headline => {
            draft.headline = Some(chosen.found(()));
            Slot::Headline
        }
        What::Kicker => {
            draft.kicker = Some(chosen.found(()));
            Slot::Kicker
        }
        What::Byline => {
            draft.byline.push(chosen.found(()));
            Slot::Byline(draft.byline.len() - 1)
        }
        What::Published => {
            draft.published = Some(chosen.found(chosen.period()));
            Slot::Published
        }
        What::Covers => {
            draft.covers = Some(chosen.found(chosen.period()));
            Slot::Covers
        }
        What::Organisation => {
            let fact = chosen.organisation();
            let same = draft.organisations.iter().position(|o| key(&o.fact.name) == key(&fact.name));
            let index = same.unwrap_or_else(|| {
                draft.organisations.push(chosen.found(fact));
                draft.organisations.len() - 1
            });
            draft.organisation = Some(index);
            Slot::Organisation
        }
    };
    include_line(facts, place);
    facts.states.insert(slot, State::Edited);
    Ok(slot)
}
