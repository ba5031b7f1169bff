//! Rules about new names and ids.

use super::error::{NameError, NamedObject};
use super::redirects::end_of;
use crate::corpus::folded;
use crate::corpus::problem_code::IdKind;
use crate::domain::{Campaign, Corpus, MAX_ID_LENGTH, Organisation, is_reserved_name, is_slug};
use crate::text::{first_hidden, key, slug};

/// A campaign or an organisation of a corpus, by its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    Campaign(usize),
    Organisation(usize),
}

/// Finds a campaign or an organisation by its id.
pub(super) fn find(corpus: &Corpus, id: &str) -> Result<Found, NameError> {
    let campaign = corpus.campaigns.iter().position(|campaign| campaign.id.as_str() == id);
    let organisation = corpus.organisations.iter().position(|organisation| organisation.id.as_str() == id);
    match (campaign, organisation) {
        (Some(_), Some(_)) => Err(NameError::SharedId(id.to_owned())),
        (Some(index), None) => Ok(Found::Campaign(index)),
        (None, Some(index)) => Ok(Found::Organisation(index)),
        (None, None) => Err(match end_of(corpus, id) {
            Some(to) => NameError::OldId { id: id.to_owned(), to: to.to_owned() },
            None => NameError::UnknownId(id.to_owned()),
        }),
    }
}

/// Returns what a campaign is, for messages.
pub(super) const fn object_of_campaign(campaign: &Campaign) -> NamedObject {
    NamedObject::Campaign(campaign.kind)
}

/// Returns what an organisation is, for messages.
pub(super) const fn object_of_organisation(organisation: &Organisation) -> NamedObject {
    NamedObject::Organisation(organisation.kind)
}

/// Returns whether two names are the same apart from capitals, punctuation and spelling variants.
pub(super) fn is_same_name(one: &str, other: &str) -> bool {
    comparable(one) == comparable(other)
}

fn comparable(name: &str) -> String {
    key(name)
}

/// Returns a new name with its white space folded.
///
/// # Errors
/// If it is blank, or holds characters that hide.
pub(super) fn checked_name(name: &str) -> Result<String, NameError> {
    if let Some((_, _, kind)) = first_hidden(name) {
        return Err(NameError::HiddenCharacter(kind));
    }
    let name = folded(name).trim().to_owned();
    if name.is_empty() { Err(NameError::EmptyName) } else { Ok(name) }
}

/// Checks that no other object of the same kind has a name, or is printed so.
pub(super) fn require_free_name(
    corpus: &Corpus,
    name: &str,
    object: NamedObject,
    own_id: &str,
) -> Result<(), NameError> {
    let wanted = comparable(name);
    let is_taken = |own: &str, aliases: &[String]| {
        std::iter::once(own).chain(aliases.iter().map(String::as_str)).any(|one| comparable(one) == wanted)
    };
    let taken = match object {
        NamedObject::Campaign(kind) => {
            let others = corpus.campaigns.iter().filter(|c| c.kind == kind && c.id.as_str() != own_id);
            others.into_iter().find(|c| is_taken(&c.name, &c.aliases)).map(|c| c.id.to_string())
        }
        NamedObject::Organisation(kind) => {
            let others = corpus.organisations.iter().filter(|o| o.kind == kind && o.id.as_str() != own_id);
            others.into_iter().find(|o| is_taken(&o.name, &o.aliases)).map(|o| o.id.to_string())
        }
    };
    taken.map_or(Ok(()), |id| Err(NameError::NameTaken { name: name.to_owned(), id, object }))
}

/// Checks that a new id is a slug and free. An id that redirects to `own_id` is free: the object had it before.
pub(super) fn require_free_id(corpus: &Corpus, id: &str, own_id: &str) -> Result<(), NameError> {
    if !is_slug(id) {
        return Err(NameError::NotASlug(id.to_owned()));
    }
    if id.len() > MAX_ID_LENGTH {
        return Err(NameError::IdTooLong(id.to_owned()));
    }
    if is_reserved_name(id) {
        return Err(NameError::ReservedId(id.to_owned()));
    }
    if let Some(kind) = kinds_with_id(corpus, id).into_iter().next() {
        return Err(NameError::IdTaken { id: id.to_owned(), kind });
    }
    match corpus.redirects.get(id) {
        Some(to) if end_of(corpus, id) != Some(own_id) => {
            Err(NameError::IdRedirected { id: id.to_owned(), to: to.clone() })
        }
        _ => Ok(()),
    }
}

/// Checks that an id can be redirected: nothing but the object of this kind has it.
pub(super) fn require_redirectable(corpus: &Corpus, id: &str, own: IdKind) -> Result<(), NameError> {
    let other = kinds_with_id(corpus, id).into_iter().find(|kind| *kind != own);
    other.map_or(Ok(()), |kind| Err(NameError::OldIdInUse { id: id.to_owned(), kind }))
}

/// Returns the kinds of the objects with this id.
fn kinds_with_id(corpus: &Corpus, id: &str) -> Vec<IdKind> {
    let has = |kind: IdKind| match kind {
        IdKind::Source => corpus.sources.iter().any(|source| source.id.as_str() == id),
        IdKind::Organisation => {
            corpus.organisations.iter().any(|organisation| organisation.id.as_str() == id)
        }
        IdKind::Unit => corpus.units.iter().any(|unit| unit.id.as_str() == id),
        IdKind::Campaign => corpus.campaigns.iter().any(|campaign| campaign.id.as_str() == id),
        IdKind::Article => corpus.articles.iter().any(|article| article.id.as_str() == id),
        IdKind::Figure => corpus.articles.iter().flat_map(|a| &a.figures).any(|f| f.id.as_str() == id),
    };
    IdKind::ALL.into_iter().filter(|kind| has(*kind)).collect()
}

/// Most letters of an id that is made from a name.
const DERIVED_ID_LENGTH: usize = 60;

/// Returns a free id made from a name: its slug, cut at a syllable, with a number where it is taken.
pub fn free_id(corpus: &Corpus, name: &str) -> String {
    let whole = slug(name);
    let mut base = String::new();
    for part in whole.split('-').filter(|part| !part.is_empty()) {
        if !base.is_empty() && base.len() + 1 + part.len() > DERIVED_ID_LENGTH {
            break;
        }
        if !base.is_empty() {
            base.push('-');
        }
        base.extend(part.chars().take(DERIVED_ID_LENGTH));
    }
    if base.is_empty() || is_reserved_name(&base) {
        base.insert_str(0, if base.is_empty() { "phong-trao" } else { "phong-trao-" });
    }
    let numbered = (2_u32..).map(|number| format!("{base}-{number}"));
    let is_free = |id: &String| kinds_with_id(corpus, id).is_empty() && !corpus.redirects.contains_key(id);
    std::iter::once(base.clone()).chain(numbered).find(is_free).unwrap_or(base)
}
