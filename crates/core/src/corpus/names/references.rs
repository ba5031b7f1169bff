//! References to campaigns and organisations, and their replacement.

use super::NameChanges;
use crate::domain::{CampaignId, Corpus, Figure, OrganisationId, Phase};

/// Replaces a campaign in every reference of the corpus. A campaign that a list would then name twice stays once.
pub(super) fn replace_campaign(
    corpus: &mut Corpus,
    from: &CampaignId,
    to: &CampaignId,
    changes: &mut NameChanges,
) {
    for campaign in &mut corpus.campaigns {
        let is_referring = campaign.see_also.contains(from);
        if is_referring {
            replace_in_list(&mut campaign.see_also, from, to, Some(&campaign.id));
        }
        changes.others += usize::from(is_referring && campaign.id != *from && campaign.id != *to);
    }
    for article in &mut corpus.articles {
        for mention in article.mentions.iter_mut().filter(|mention| mention.campaign == *from) {
            mention.campaign = to.clone();
            changes.mentions += 1;
        }
        changes.phases += article.phases.iter_mut().map(|phase| of_phase(phase, from, to)).sum::<usize>();
        changes.figures +=
            article.figures.iter_mut().map(|figure| of_figure(figure, from, to)).sum::<usize>();
    }
}

/// Replaces a campaign of a figure. Returns 1 if the figure counts it, else 0.
pub(super) fn of_figure(figure: &mut Figure, from: &CampaignId, to: &CampaignId) -> usize {
    let is_main = figure.campaign.as_ref() == Some(from);
    if !is_main && !figure.campaigns_also.contains(from) {
        return 0;
    }
    if is_main {
        figure.campaign = Some(to.clone());
    }
    replace_in_list(&mut figure.campaigns_also, from, to, figure.campaign.as_ref());
    1
}

/// Replaces a campaign of a phase. Returns 1 if the phase refers to it, else 0.
pub(super) fn of_phase(phase: &mut Phase, from: &CampaignId, to: &CampaignId) -> usize {
    let mut changed = 0;
    for id in std::iter::once(&mut phase.campaign).chain(&mut phase.theme).filter(|id| **id == *from) {
        *id = to.clone();
        changed = 1;
    }
    changed
}

/// Replaces a campaign in a list next to a main one, which the list does not name.
fn replace_in_list(
    list: &mut Vec<CampaignId>,
    from: &CampaignId,
    to: &CampaignId,
    main: Option<&CampaignId>,
) {
    let mut kept: Vec<CampaignId> = Vec::new();
    for id in std::mem::take(list) {
        let id = if id == *from { to.clone() } else { id };
        if Some(&id) != main && !kept.contains(&id) {
            kept.push(id);
        }
    }
    *list = kept;
}

/// Replaces an organisation in every reference of the corpus.
pub(super) fn replace_organisation(
    corpus: &mut Corpus,
    from: &OrganisationId,
    to: &OrganisationId,
    changes: &mut NameChanges,
) {
    let replace = |id: &mut OrganisationId| {
        let is_it = *id == *from;
        if is_it {
            *id = to.clone();
        }
        usize::from(is_it)
    };
    let replace_some = |id: &mut Option<OrganisationId>| id.as_mut().map_or(0, replace);
    for organisation in &mut corpus.organisations {
        changes.others += replace_some(&mut organisation.parent);
    }
    for campaign in &mut corpus.campaigns {
        changes.others += replace_some(&mut campaign.launched_by);
    }
    for article in &mut corpus.articles {
        replace(&mut article.organisation);
        changes.people += article.people.iter_mut().map(|p| replace_some(&mut p.organisation)).sum::<usize>();
        changes.figures +=
            article.figures.iter_mut().map(|f| replace_some(&mut f.organisation)).sum::<usize>();
    }
}
