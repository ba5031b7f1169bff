//! Assembly of people: each once, with the name and role that are printed together.

use std::collections::{BTreeMap, BTreeSet};

use thidua_core::collections::collect_set;
use thidua_core::text::key;

use super::found;
use super::registry::Registry;
use crate::analyzed_line::AnalyzedLine;
use crate::context::Context;
use crate::draft::{Draft, DraftPerson};
use crate::person::people;
use crate::segmentation::LineRole;

/// Adds the people that the lines name. Of several mentions the first with a role is kept.
pub(super) fn add(views: &[AnalyzedLine<'_>], context: &Context, registry: &Registry, draft: &mut Draft) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let places = pairs_of_organisations(draft);
    for view in views.iter().filter(|view| !matches!(view.role, LineRole::Byline | LineRole::Date)) {
        for person in people(view, context) {
            let name = view.get(&person.name).to_owned();
            let fact = DraftPerson {
                role: person.role.as_ref().map(|role| view.get(role).to_owned()),
                organisation: person.role.as_ref().and_then(|role| registry.organisation_in(view, role)),
                name,
            };
            let same = key(&fact.name);
            if places.contains(&same) {
                continue;
            }
            let new = found(view.line, &person.name, person.reason, fact);
            match seen.get(&same).and_then(|index| draft.people.get_mut(*index)) {
                Some(old) => {
                    // A mention with a role is better than one without.
                    let better = old.fact.role.is_none() && new.fact.role.is_some();
                    if better {
                        *old = new;
                    }
                }
                None => {
                    seen.insert(same, draft.people.len());
                    draft.people.push(new);
                }
            }
        }
    }
    // "chị Thu Mạ" after "Trần Thị Thu Mạ" is the same person.
    let endings = collect_set(draft.people.iter().flat_map(|found| {
        let name = key(&found.fact.name);
        let ends: Vec<String> =
            name.match_indices(' ').filter_map(|(pos, _)| Some(name.get(pos + 1..)?.to_owned())).collect();
        ends
    }));
    draft.people.retain(|found| !endings.contains(&key(&found.fact.name)));
}

/// Pairs of neighbouring syllables in the names of organisations: a name of two syllables among them is a place.
fn pairs_of_organisations(draft: &Draft) -> BTreeSet<String> {
    let mut pairs = BTreeSet::new();
    for organisation in &draft.organisations {
        let name = key(&organisation.fact.name);
        let words: Vec<&str> = name.split(' ').collect();
        pairs.extend(words.windows(2).map(|pair| pair.join(" ")));
    }
    pairs
}
