//! Registry of organisations and campaigns: several mentions of a name become one object.

use std::collections::BTreeMap;

use thidua_core::domain::{CampaignKind, OrganisationKind};
use thidua_core::text::key;

use super::found;
use crate::analyzed_line::AnalyzedLine;
use crate::campaign::{CampaignDirectory, LineMention};
use crate::context::Context;
use crate::draft::{Draft, DraftCampaign, DraftOrganisation, FactReason};
use crate::organisation::{self, organisations};

/// Organisations and campaigns by the keys of their names.
#[derive(Debug, Default)]
pub(super) struct Registry {
    organisations: BTreeMap<String, usize>,
    /// Weight of each organisation of the draft when the main one is chosen.
    weights: Vec<usize>,
    /// Line, byte and organisation of each mention, in the order of the text.
    positions: Vec<(u32, usize, usize)>,
    campaigns: BTreeMap<(CampaignKind, String), usize>,
}

impl Registry {
    /// Adds the organisations that a line names.
    pub fn organisations(&mut self, view: &AnalyzedLine<'_>, context: &Context, draft: &mut Draft) {
        for named in organisations(view, context) {
            let printed = view.get(&named.range);
            let index = *self.organisations.entry(named.key.clone()).or_insert_with(|| {
                let existing = organisation::find_by_name(context, &named.key)
                    .or_else(|| organisation::find_by_name(context, &key(printed)));
                let fact = DraftOrganisation {
                    name: named.name.clone(),
                    kind: named.kind,
                    aliases: Vec::new(),
                    existing: existing.map(|organisation| organisation.id.clone()),
                    count: 0,
                };
                draft.organisations.push(found(
                    view.line,
                    &named.range,
                    FactReason::new("first-words-and-place", ""),
                    fact,
                ));
                self.weights.push(0);
                draft.organisations.len() - 1
            });
            if let Some(fact) = draft.organisations.get_mut(index).map(|found| &mut found.fact) {
                fact.count += 1;
                // A kicker may print the name in capitals.
                if !fact.name.contains(char::is_lowercase) && named.name.contains(char::is_lowercase) {
                    fact.aliases.push(std::mem::replace(&mut fact.name, named.name.clone()));
                }
                if printed != fact.name && !fact.aliases.iter().any(|alias| alias == printed) {
                    fact.aliases.push(printed.to_owned());
                }
            }
            if let Some(weight) = self.weights.get_mut(index) {
                *weight += organisation::weight(view.role);
            }
            self.positions.push((view.line.number, named.range.start, index));
        }
    }

    /// Federation or union with the highest weight; of equal ones the first.
    pub fn main_organisation(&self, draft: &Draft) -> Option<usize> {
        let mut best: Option<(usize, usize)> = None;
        for (index, organisation) in draft.organisations.iter().enumerate() {
            let own =
                matches!(organisation.fact.kind, OrganisationKind::Federation | OrganisationKind::Union);
            debug_assert_eq!(self.weights.len(), draft.organisations.len(), "each organisation has a weight");
            let weight = self.weights.get(index).copied().unwrap_or(0);
            if own && best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, index));
            }
        }
        best.map(|(_, index)| index)
    }

    /// Federation or union that is named last before byte `pos` of a line.
    pub fn organisation_before(&self, view: &AnalyzedLine<'_>, pos: usize) -> Option<usize> {
        let here = (view.line.number, pos, 0);
        let end = self.positions.partition_point(|position| *position < here);
        let last = end.checked_sub(1).and_then(|i| self.positions.get(i))?;
        (last.0 == view.line.number).then_some(last.2)
    }

    /// Organisation whose name is in a range of a line; the last of several.
    pub fn organisation_in(&self, view: &AnalyzedLine<'_>, range: &std::ops::Range<usize>) -> Option<usize> {
        let line = view.line.number;
        let start = self.positions.partition_point(|(l, pos, _)| (*l, *pos) < (line, range.start));
        let inside =
            self.positions.get(start..)?.iter().take_while(|(l, pos, _)| *l == line && *pos < range.end);
        inside.last().map(|(_, _, index)| *index)
    }

    /// Campaign of a mention. It is added to the draft if it is new.
    pub fn campaign(
        &mut self,
        view: &AnalyzedLine<'_>,
        mention: &LineMention,
        directory: &CampaignDirectory,
        draft: &mut Draft,
    ) -> usize {
        let printed = view.get(&mention.range);
        let printed_key = key(printed);
        let main = draft.organisation.and_then(|index| draft.organisations.get(index));
        let existing = directory
            .of_kind(&printed_key, mention.kind, main.and_then(|found| found.fact.existing.as_ref()))
            .cloned();
        let same = existing.as_ref().map_or(printed_key.clone(), |name| name.same.clone());
        let index = *self.campaigns.entry((mention.kind, same)).or_insert_with(|| {
            let campaign = existing.and_then(|name| name.campaign.clone());
            draft.campaigns.push(DraftCampaign {
                name: printed.to_owned(),
                kind: mention.kind,
                aliases: Vec::new(),
                similar: if campaign.is_some() { Vec::new() } else { directory.similar(&printed_key) },
                existing: campaign,
            });
            draft.campaigns.len() - 1
        });
        if let Some(campaign) = draft.campaigns.get_mut(index)
            && campaign.name != printed
            && !campaign.aliases.iter().any(|alias| alias == printed)
        {
            campaign.aliases.push(printed.to_owned());
        }
        index
    }
}
