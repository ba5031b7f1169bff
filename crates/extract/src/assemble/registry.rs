//! Registry of organisations and campaigns: several mentions of a name become one object.

use std::collections::{BTreeMap, BTreeSet};

use thidua_core::domain::{CampaignKind, OrganisationKind, Relation};
use thidua_core::text::key;

use super::found;
use crate::analyzed_line::AnalyzedLine;
use crate::campaign::{CampaignDirectory, LineMention, LocalName, YEARLY_RULE};
use crate::context::Context;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::draft::{Draft, DraftCampaign, DraftOrganisation, FactReason};
use crate::organisation::{
    self, LineOrganisation, NameGap, PrintedPlaces, employers, full_names, organisations,
};

/// Weight of an organisation whose place the headline names.
const HEADLINE_PLACE_WEIGHT: usize = 10;

/// Branch of a national union, in its key: "dệt may" of "công đoàn dệt may việt nam".
fn branch(key: &str) -> Option<&str> {
    let rest = key.strip_prefix("công đoàn ")?.strip_suffix(" việt nam")?;
    let rest = rest.strip_prefix("ngành ").unwrap_or(rest);
    rest.contains(' ').then_some(rest)
}

/// Returns whether the headline or the kicker holds the words of a key.
fn headline_names(draft: &Draft, place: &str) -> bool {
    let lines = draft.headline.iter().chain(&draft.kicker);
    lines.map(|found| key(&found.words)).any(|line| format!(" {line} ").contains(&format!(" {place} ")))
}

/// Organisations and campaigns by the keys of their names.
#[derive(Debug, Default)]
pub(super) struct Registry {
    organisations: BTreeMap<String, usize>,
    /// Weight of each organisation of the draft when the main one is chosen.
    weights: Vec<usize>,
    /// Organisations whose names lack their places.
    without_place: BTreeSet<usize>,
    /// Line, byte and organisation of each mention, in the order of the text.
    positions: Vec<(u32, usize, usize)>,
    campaigns: BTreeMap<(CampaignKind, String), usize>,
    /// Year of the last emulation of a year, for rounds that are printed without one.
    year: Option<String>,
}

impl Registry {
    /// Adds the organisations that the lines name.
    pub fn organisations(&mut self, views: &[AnalyzedLine<'_>], context: &Context, draft: &mut Draft) {
        let mut mentions: Vec<(&AnalyzedLine<'_>, LineOrganisation)> = Vec::new();
        for view in views {
            mentions.extend(organisations(view, context).into_iter().map(|named| (view, named)));
        }
        let places = PrintedPlaces::of(views, context);
        let printed = mentions.iter().map(|(_, named)| named.clone()).collect::<Vec<_>>();
        for (_, named) in &mut mentions {
            places.complete(named);
        }
        let names: Vec<&LineOrganisation> = mentions.iter().map(|(_, named)| named).collect();
        let full = full_names(&names);
        let resolved: Vec<Option<LineOrganisation>> = names
            .iter()
            .zip(full)
            .map(|(named, full)| {
                let full = full.and_then(|index| names.get(index));
                match full {
                    Some(full) => Some(LineOrganisation {
                        range: named.range.clone(),
                        weight: named.weight,
                        ..(*full).clone()
                    }),
                    // "Công đoàn Công ty", "UBND huyện": no organisation that has a name.
                    None if named.gap == NameGap::Enterprise => None,
                    None => Some((*named).clone()),
                }
            })
            .collect();
        for (((view, _), printed), named) in mentions.iter().zip(&printed).zip(resolved) {
            if let Some(named) = named {
                // "LĐLĐ tỉnh" is the name of many organisations, and an alias of none.
                let is_alias = printed.gap == NameGap::None && printed.has_proper_noun;
                self.organisation(view, &named, is_alias, context, draft);
            }
        }
    }

    fn organisation(
        &mut self,
        view: &AnalyzedLine<'_>,
        named: &LineOrganisation,
        is_alias: bool,
        context: &Context,
        draft: &mut Draft,
    ) {
        let printed = view.get(&named.range);
        let fact_is_new = !self.organisations.contains_key(&named.key);
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
        if named.gap == NameGap::Place {
            self.without_place.insert(index);
        }
        if let Some(fact) = draft.organisations.get_mut(index).map(|found| &mut found.fact) {
            fact.count += 1;
            // A headline may print the name in capitals: the form with the fewest is kept.
            let capitals = |name: &str| name.chars().filter(|c| c.is_uppercase()).count();
            if capitals(&named.name) < capitals(&fact.name) && key(&named.name) == key(&fact.name) {
                fact.name.clone_from(&named.name);
            }
            if is_alias && printed != fact.name && !fact.aliases.iter().any(|alias| alias == printed) {
                fact.aliases.push(printed.to_owned());
            }
        }
        if let Some(weight) = self.weights.get_mut(index) {
            *weight += named.weight;
            // The headline names the place or the branch: "17 cá nhân của Tân Lập được tặng …", "Ngành Dệt may …".
            let place = named.place.as_ref().filter(|place| *place != "việt nam");
            if fact_is_new
                && (place.is_some_and(|place| headline_names(draft, place))
                    || branch(&named.key).is_some_and(|branch| headline_names(draft, branch)))
            {
                *weight += HEADLINE_PLACE_WEIGHT;
            }
        }
        self.positions.push((view.line.number, named.range.start, index));
    }

    /// Diagnostic where the article has no main organisation, or one whose name lacks its place.
    pub fn organisation_gap(&self, draft: &Draft) -> Option<Diagnostic> {
        let Some(main) = draft.organisation else {
            return Some(Diagnostic::new(DiagnosticKind::NoOrganisation, None, None));
        };
        let found = draft.organisations.get(main).filter(|_| self.without_place.contains(&main))?;
        let kind = DiagnosticKind::OrganisationWithoutPlace;
        Some(Diagnostic::new(kind, Some(found.span), Some(found.words.clone())))
    }

    /// Federation or union with the highest weight; of equal ones the first. Without one, the authority or enterprise
    /// with the highest weight.
    pub fn main_organisation(
        &mut self,
        views: &[AnalyzedLine<'_>],
        context: &Context,
        draft: &mut Draft,
    ) -> Option<usize> {
        let kind = |index: usize| draft.organisations.get(index).map(|found| found.fact.kind);
        let heaviest = |is: fn(OrganisationKind) -> bool| {
            let own = (0..draft.organisations.len()).filter(|index| kind(*index).is_some_and(is));
            own.max_by_key(|index| {
                (self.weights.get(*index).copied().unwrap_or(0), std::cmp::Reverse(*index))
            })
        };
        let own = |kind| {
            matches!(kind, OrganisationKind::Federation | OrganisationKind::Union | OrganisationKind::Other)
        };
        if let Some(main) = heaviest(own) {
            return Some(main);
        }
        let other = heaviest(|_| true);
        let mut employers_of_lines: Vec<(&AnalyzedLine<'_>, LineOrganisation)> = Vec::new();
        for view in views {
            employers_of_lines.extend(employers(view, context).into_iter().map(|named| (view, named)));
        }
        let mut weights: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, named) in &employers_of_lines {
            *weights.entry(&named.key).or_default() += named.weight;
        }
        let most = weights.values().copied().max().unwrap_or(0);
        let employer = weights.iter().find(|(_, weight)| **weight == most).map(|(key, _)| (*key).to_owned());
        let other_weight = other.and_then(|index| self.weights.get(index)).copied().unwrap_or(0);
        let Some(employer) = employer.filter(|_| most > other_weight) else { return other };
        for (view, named) in employers_of_lines.iter().filter(|(_, named)| named.key == employer) {
            self.organisation(view, named, true, context, draft);
        }
        self.organisations.get(&employer).copied()
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

    /// Organisation whose round or yearly emulation a mention is: the one named behind it ("của LĐLĐ Thành phố"), the one
    /// before it that launched it, else that of the article.
    fn owner(&self, view: &AnalyzedLine<'_>, mention: &LineMention, draft: &Draft) -> Option<usize> {
        let (line, end) = (view.line.number, mention.range.end);
        let next = self.positions.partition_point(|(l, pos, _)| (*l, *pos) < (line, end));
        let behind = self
            .positions
            .get(next)
            .filter(|(l, pos, _)| *l == line && view.get(&(end..*pos)).trim() == "của");
        let before = || {
            let sentence = view.sentence(mention.range.start);
            let range = sentence.start..mention.range.start;
            (mention.relation == Relation::Launched).then(|| self.organisation_in(view, &range)).flatten()
        };
        behind.map(|(.., index)| *index).or_else(before).or(draft.organisation)
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
        let owner = self.owner(view, mention, draft).and_then(|index| draft.organisations.get(index));
        let owner = owner.map(|found| &found.fact);
        let local = LocalName::of(view, mention, owner.map(|o| o.name.as_str()), self.year.as_deref());
        if mention.reason.rule == YEARLY_RULE {
            self.year = local.as_ref().and_then(|local| local.year.clone());
        }
        let (found, same) = match &local {
            Some(local) => {
                let organisation = owner.and_then(|o| o.existing.as_ref());
                (directory.local(local, &printed_key, mention.kind, organisation), key(&local.name))
            }
            None => {
                let same = directory.same(&printed_key, mention.kind).unwrap_or(&printed_key);
                (directory.of_kind(&printed_key, mention.kind), written_out(same))
            }
        };
        let index = *self.campaigns.entry((mention.kind, same)).or_insert_with(|| {
            let (existing, join) = found.map_or((None, None), |(id, join)| (Some(id), Some(join)));
            draft.campaigns.push(DraftCampaign {
                name: local.map_or_else(|| printed.to_owned(), |local| local.name),
                kind: mention.kind,
                aliases: Vec::new(),
                similar: if existing.is_some() { Vec::new() } else { directory.similar(&printed_key) },
                existing,
                join,
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

/// Returns the key of a name with abbreviations of places and unions written out: "hội thi thợ giỏi tp hà nội" and "… thành
/// phố hà nội" are one name.
fn written_out(name: &str) -> String {
    let words = name.split(' ').map(|word| match word {
        "tp" => "thành phố",
        "lđlđ" => "liên đoàn lao động",
        "cđ" => "công đoàn",
        word => word,
    });
    words.collect::<Vec<_>>().join(" ")
}
