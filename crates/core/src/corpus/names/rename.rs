//! Renaming of a campaign or an organisation.

use std::collections::BTreeSet;

use super::checks::{
    Found, checked_name, find, object_of_campaign, object_of_organisation, require_free_id,
    require_free_name, require_redirectable,
};
use super::error::NameError;
use super::redirects::redirect;
use super::references::{replace_campaign, replace_organisation};
use super::{NameChanges, NameEdit, NameNote};
use crate::collections::collect_set;
use crate::corpus::folded;
use crate::corpus::problem_code::IdKind;
use crate::domain::{Campaign, CampaignId, Corpus, OrganisationId};

/// Gives a campaign or an organisation another name or id.
///
/// The old name of a campaign stays as an alias where an article prints it, and where its number is repeated in our words. That of an organisation always stays, because a corpus does not record where organisations are printed.
pub(super) fn rename(
    corpus: &Corpus,
    id: &str,
    name: Option<&str>,
    new_id: Option<&str>,
) -> Result<NameEdit, NameError> {
    let found = find(corpus, id)?;
    let (kind, object, old_name) = match found {
        Found::Campaign(index) => {
            let campaign = corpus.campaigns.get(index).ok_or_else(|| NameError::UnknownId(id.to_owned()))?;
            (IdKind::Campaign, object_of_campaign(campaign), &campaign.name)
        }
        Found::Organisation(index) => {
            let organisation =
                corpus.organisations.get(index).ok_or_else(|| NameError::UnknownId(id.to_owned()))?;
            (IdKind::Organisation, object_of_organisation(organisation), &organisation.name)
        }
    };
    let new_name = name.map(checked_name).transpose()?.filter(|name| name != old_name);
    let new_id = new_id.map(str::trim).filter(|new| *new != id);
    if new_name.is_none() && new_id.is_none() {
        return Err(NameError::NothingToChange(id.to_owned()));
    }
    if let Some(name) = &new_name {
        require_free_name(corpus, name, object, id)?;
    }
    if let Some(new_id) = new_id {
        require_free_id(corpus, new_id, id)?;
        require_redirectable(corpus, id, kind)?;
    }
    let mut after = corpus.clone();
    let mut changes =
        NameChanges::new(kind, id, new_id.unwrap_or(id), new_name.as_deref().unwrap_or(old_name));
    if let Some(name) = new_name {
        let is_needed = |index: usize| corpus.campaigns.get(index).is_some_and(|c| explains_number(c, &name));
        let is_kept = match found {
            Found::Campaign(index) => is_printed(corpus, id, old_name) || is_needed(index),
            Found::Organisation(_) => true,
        };
        let (own_name, aliases) = match found {
            Found::Campaign(index) => {
                after.campaigns.get_mut(index).map(|campaign| (&mut campaign.name, &mut campaign.aliases))
            }
            Found::Organisation(index) => after
                .organisations
                .get_mut(index)
                .map(|organisation| (&mut organisation.name, &mut organisation.aliases)),
        }
        .ok_or_else(|| NameError::UnknownId(id.to_owned()))?;
        replace_name(own_name, aliases, name, is_kept, &mut changes);
    }
    if let Some(new_id) = new_id {
        match found {
            Found::Campaign(index) => {
                let (from, to) = (CampaignId::from(id), CampaignId::from(new_id));
                replace_campaign(&mut after, &from, &to, &mut changes);
                if let Some(campaign) = after.campaigns.get_mut(index) {
                    campaign.id = to;
                }
            }
            Found::Organisation(index) => {
                let (from, to) = (OrganisationId::from(id), OrganisationId::from(new_id));
                replace_organisation(&mut after, &from, &to, &mut changes);
                if let Some(organisation) = after.organisations.get_mut(index) {
                    organisation.id = to;
                }
            }
        }
        redirect(&mut after, id, new_id);
    }
    changes.record_articles(corpus, &after);
    Ok(NameEdit { corpus: after, changes })
}

/// Returns whether the name has a number that a new name has not, and that the translation or the summary repeats: they may
/// only have numbers of its names.
fn explains_number(campaign: &Campaign, new_name: &str) -> bool {
    let numbers = |text: &str| -> BTreeSet<String> {
        let parts = text.split(|c: char| !c.is_ascii_digit());
        collect_set(parts.filter(|part| !part.is_empty()).map(str::to_owned))
    };
    let texts =
        [campaign.summary.vi.as_str(), &campaign.summary.en, campaign.name_en.as_deref().unwrap_or("")];
    let (kept, told) = (numbers(new_name), numbers(&texts.join(" ")));
    numbers(&campaign.name).iter().any(|number| told.contains(number) && !kept.contains(number))
}

/// Returns whether a mention of the campaign is printed so.
fn is_printed(corpus: &Corpus, id: &str, name: &str) -> bool {
    let name = folded(name);
    let mentions = corpus.articles.iter().flat_map(|article| &article.mentions);
    mentions.into_iter().any(|mention| mention.campaign.as_str() == id && folded(&mention.as_written) == name)
}

/// Replaces a name. A new name that was an alias gives its place to the old one, if that is kept.
fn replace_name(
    own_name: &mut String,
    aliases: &mut Vec<String>,
    name: String,
    is_kept: bool,
    changes: &mut NameChanges,
) {
    let is_alike = folded(own_name) == folded(&name);
    let old = std::mem::replace(own_name, name);
    let place = aliases.iter().position(|alias| folded(alias) == folded(own_name));
    if let Some(place) = place {
        aliases.remove(place);
    }
    if is_alike {
        return;
    }
    if is_kept {
        changes.new_aliases.push(old.clone());
        aliases.insert(place.unwrap_or(aliases.len()), old);
    } else {
        changes.notes.push(NameNote::NameDropped(old));
    }
}
