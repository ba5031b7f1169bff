//! Assembly of people: each once, with the name and role that are printed together.

use std::collections::BTreeMap;

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
    for view in views.iter().filter(|view| !matches!(view.role, LineRole::Byline | LineRole::Date)) {
        for person in people(view, context) {
            let name = view.get(&person.name).to_owned();
            let fact = DraftPerson {
                role: person.role.as_ref().map(|role| view.get(role).to_owned()),
                organisation: person.role.as_ref().and_then(|role| registry.organisation_in(view, role)),
                name,
            };
            let same = key(&fact.name);
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
}
