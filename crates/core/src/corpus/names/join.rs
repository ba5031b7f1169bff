//! Joining of two campaigns, or of two organisations.

use std::collections::BTreeSet;

use super::checks::{Found, find, object_of_campaign, object_of_organisation, require_redirectable};
use super::error::{NameError, NamedObject};
use super::redirects::redirect;
use super::references::{replace_campaign, replace_organisation};
use super::{NameChanges, NameEdit, NameNote};
use crate::collections::collect_set;
use crate::corpus::folded;
use crate::corpus::problem_code::IdKind;
use crate::domain::{Campaign, CampaignKind, Corpus, Organisation, OrganisationId, Relation};
use crate::text::key;

/// Makes two campaigns, or two organisations, one.
pub(super) fn join(corpus: &Corpus, from: &str, into: &str) -> Result<NameEdit, NameError> {
    let found = (find(corpus, from)?, find(corpus, into)?);
    if from == into {
        return Err(NameError::SameId(from.to_owned()));
    }
    let unknown = |id: &str| NameError::UnknownId(id.to_owned());
    match found {
        (Found::Campaign(a), Found::Campaign(b)) => {
            let first = corpus.campaigns.get(a).ok_or_else(|| unknown(from))?;
            let second = corpus.campaigns.get(b).ok_or_else(|| unknown(into))?;
            join_campaigns(corpus, first, second)
        }
        (Found::Organisation(a), Found::Organisation(b)) => {
            let first = corpus.organisations.get(a).ok_or_else(|| unknown(from))?;
            let second = corpus.organisations.get(b).ok_or_else(|| unknown(into))?;
            join_organisations(corpus, first, second)
        }
        (first, second) => {
            let object = |found, id| object_of(corpus, found).ok_or_else(|| unknown(id));
            let (first, second) = (object(first, from)?, object(second, into)?);
            Err(NameError::DifferentKinds { from: from.to_owned(), into: into.to_owned(), first, second })
        }
    }
}

fn object_of(corpus: &Corpus, found: Found) -> Option<NamedObject> {
    match found {
        Found::Campaign(index) => corpus.campaigns.get(index).map(object_of_campaign),
        Found::Organisation(index) => corpus.organisations.get(index).map(object_of_organisation),
    }
}

fn join_campaigns(corpus: &Corpus, from: &Campaign, into: &Campaign) -> Result<NameEdit, NameError> {
    if from.kind != into.kind {
        return Err(NameError::DifferentKinds {
            from: from.id.to_string(),
            into: into.id.to_string(),
            first: object_of_campaign(from),
            second: object_of_campaign(into),
        });
    }
    require_same_round(corpus, from, into)?;
    require_redirectable(corpus, &from.id, IdKind::Campaign)?;
    let mut after = corpus.clone();
    let mut changes = NameChanges::new(IdKind::Campaign, &from.id, &into.id, &into.name);
    replace_campaign(&mut after, &from.id, &into.id, &mut changes);
    after.campaigns.retain(|campaign| campaign.id != from.id);
    if let Some(joined) = after.campaigns.iter_mut().find(|campaign| campaign.id == into.id) {
        changes.new_aliases = unite_names(&into.name, &mut joined.aliases, &from.name, &from.aliases);
        for other in from.see_also.iter().filter(|other| **other != into.id) {
            if !joined.see_also.contains(other) {
                joined.see_also.push(other.clone());
            }
        }
        if joined.sector.is_some() && from.sector.is_some() && joined.sector != from.sector {
            // A sector is that of every article.
            joined.sector = None;
        }
        joined.name_en = joined.name_en.take().or_else(|| from.name_en.clone());
        match (&joined.launched_by, &from.launched_by) {
            (None, launcher) => joined.launched_by.clone_from(launcher),
            (Some(kept), Some(dropped)) if kept != dropped => {
                changes.notes.push(NameNote::LauncherDropped(name_of(corpus, dropped)));
            }
            _ => {}
        }
        if from.summary != joined.summary {
            changes.notes.push(NameNote::SummaryDropped(from.summary.clone()));
        }
    }
    redirect(&mut after, &from.id, &into.id);
    changes.record_articles(corpus, &after);
    Ok(NameEdit { corpus: after, changes })
}

/// Adds the names of the object that ends to the aliases of the one that stays. Returns the added ones.
fn unite_names(own: &str, aliases: &mut Vec<String>, name: &str, others: &[String]) -> Vec<String> {
    let mut added = Vec::new();
    for other in std::iter::once(name).chain(others.iter().map(String::as_str)) {
        let is_known =
            folded(own) == folded(other) || aliases.iter().any(|alias| folded(alias) == folded(other));
        if !is_known {
            aliases.push(other.to_owned());
            added.push(other.to_owned());
        }
    }
    added
}

/// Refuses to join rounds and yearly campaigns of different organisations or years, and names with different numbers.
fn require_same_round(corpus: &Corpus, from: &Campaign, into: &Campaign) -> Result<(), NameError> {
    if let (Some(first), Some(second)) = (number_of(&from.name), number_of(&into.name))
        && first != second
    {
        let (from, into) = (from.id.to_string(), into.id.to_string());
        return Err(NameError::DifferentNumbers { from, into, numbers: [first, second] });
    }
    let years = [years_of(&from.name), years_of(&into.name)];
    let is_dated = |campaign: &Campaign, years: &BTreeSet<String>| {
        campaign.kind == CampaignKind::Round || !years.is_empty()
    };
    if !years.iter().zip([from, into]).any(|(years, campaign)| is_dated(campaign, years)) {
        return Ok(());
    }
    let ids = || (from.id.to_string(), into.id.to_string());
    let is_apart =
        |a: &BTreeSet<String>, b: &BTreeSet<String>| !a.is_empty() && !b.is_empty() && a.is_disjoint(b);
    let [first, second] = &years;
    if is_apart(first, second) {
        let ((from, into), list) = (ids(), |years: &BTreeSet<String>| joined_list(years));
        return Err(NameError::DifferentYears { from, into, years: [list(first), list(second)] });
    }
    let organisers = [organisers_of(corpus, from), organisers_of(corpus, into)];
    let [first, second] = &organisers;
    if is_apart(first, second) {
        let names = |ids: &BTreeSet<String>| {
            joined_list(&ids.iter().map(|id| name_of(corpus, &OrganisationId::from(id.as_str()))).collect())
        };
        let (from, into) = ids();
        return Err(NameError::DifferentOrganisations {
            from,
            into,
            organisers: [names(first), names(second)],
        });
    }
    Ok(())
}

/// Number that a name states of its round or contest: `đợt 2`, `đợt II`, `lần thứ hai`. `None` where it states none.
fn number_of(name: &str) -> Option<u32> {
    let key = key(name);
    let words: Vec<&str> = key.split(' ').collect();
    words.iter().enumerate().find_map(|(index, word)| {
        let next = words.get(index + 1).filter(|_| ["đợt", "lần"].contains(word))?;
        let number = if ["thứ", "số"].contains(next) { words.get(index + 2)? } else { next };
        ordinal(number)
    })
}

/// Value of a number of one or two digits, in Roman numerals or as a word.
fn ordinal(word: &str) -> Option<u32> {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    // "Năm" is not here: "đợt năm 2022" states a year.
    const WORDS: [(&str, u32); 11] = [
        ("nhất", 1),
        ("một", 1),
        ("nhì", 2),
        ("hai", 2),
        ("ba", 3),
        ("tư", 4),
        ("bốn", 4),
        ("sáu", 6),
        ("bảy", 7),
        ("tám", 8),
        ("chín", 9),
    ];
    let roman = || (1..).zip(ROMAN).find(|(_, numeral)| *numeral == word).map(|(number, _)| number);
    let in_words = || WORDS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
    word.parse().ok().filter(|number| *number < 100).or_else(roman).or_else(in_words)
}

/// Years that a name states, as printed.
fn years_of(name: &str) -> BTreeSet<String> {
    let numbers = name.split(|c: char| !c.is_ascii_digit());
    collect_set(
        numbers
            .filter(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
            .map(str::to_owned),
    )
}

/// Ids of the organisations that run a campaign: the one that launched it, or else those whose articles say that they
/// launched it or carried it out. A round without such an article is that of every article that names it.
fn organisers_of(corpus: &Corpus, campaign: &Campaign) -> BTreeSet<String> {
    if let Some(launcher) = &campaign.launched_by {
        return collect_set([launcher.to_string()]);
    }
    let articles_where = |is_run: &dyn Fn(Relation) -> bool| {
        let articles = corpus.articles.iter().filter(|article| {
            article.mentions.iter().any(|m| m.campaign == campaign.id && is_run(m.relation))
        });
        collect_set(articles.map(|article| article.organisation.to_string()))
    };
    let own = articles_where(&|relation| matches!(relation, Relation::Launched | Relation::CarriedOut));
    if own.is_empty() && campaign.kind == CampaignKind::Round {
        return articles_where(&|relation| relation != Relation::Responded);
    }
    own
}

fn name_of(corpus: &Corpus, id: &OrganisationId) -> String {
    let organisation = corpus.organisations.iter().find(|organisation| organisation.id == *id);
    organisation.map_or_else(|| id.to_string(), |organisation| organisation.name.clone())
}

fn joined_list(items: &BTreeSet<String>) -> String {
    items.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn join_organisations(
    corpus: &Corpus,
    from: &Organisation,
    into: &Organisation,
) -> Result<NameEdit, NameError> {
    if from.kind != into.kind {
        return Err(NameError::DifferentKinds {
            from: from.id.to_string(),
            into: into.id.to_string(),
            first: object_of_organisation(from),
            second: object_of_organisation(into),
        });
    }
    require_redirectable(corpus, &from.id, IdKind::Organisation)?;
    let mut after = corpus.clone();
    let mut changes = NameChanges::new(IdKind::Organisation, &from.id, &into.id, &into.name);
    let is_below = is_ancestor(corpus, &from.id, &into.id);
    replace_organisation(&mut after, &from.id, &into.id, &mut changes);
    after.organisations.retain(|organisation| organisation.id != from.id);
    if let Some(joined) = after.organisations.iter_mut().find(|organisation| organisation.id == into.id) {
        changes.new_aliases = unite_names(&into.name, &mut joined.aliases, &from.name, &from.aliases);
        joined.name_en = joined.name_en.take().or_else(|| from.name_en.clone());
        joined.locality = joined.locality.take().or_else(|| from.locality.clone());
        // An organisation is not above itself.
        if is_below || (joined.parent.is_none() && !is_ancestor(corpus, &into.id, &from.id)) {
            joined.parent.clone_from(&from.parent);
        }
    }
    redirect(&mut after, &from.id, &into.id);
    changes.record_articles(corpus, &after);
    Ok(NameEdit { corpus: after, changes })
}

/// Returns whether `above` is an ancestor of `id`.
fn is_ancestor(corpus: &Corpus, above: &OrganisationId, id: &OrganisationId) -> bool {
    let parent = |id: &OrganisationId| {
        corpus.organisations.iter().find(|organisation| organisation.id == *id)?.parent.clone()
    };
    let mut current = parent(id);
    // A valid corpus has no cycle; a bound in any case.
    for _ in 0..corpus.organisations.len() {
        match current {
            Some(id) if id == *above => return true,
            Some(id) => current = parent(&id),
            None => return false,
        }
    }
    false
}
