//! What leaves the desk: an article as a document of the corpus format, and the corpus with everything accepted added.
//!
//! Only facts that a person accepted and that stand in the text go out; the whole must hang together, or nothing does.

use std::collections::BTreeSet;

use super::check::{chosen, units};
use super::refusal::Refusal;
use super::sheet::Sheet;
use super::shelf::Shelf;
use super::slot::{Slot, State};
use thidua_core::collections::collect_set;
use thidua_core::corpus::Severity;
use thidua_core::domain::{Campaign, CampaignId, Corpus, OrganisationId};
use thidua_core::text::key;
use thidua_extract::admission::{duplicates, new_problems, unused_file_stem, used_ids};
use thidua_extract::{Additions, Contradiction, Draft, SourceInfo, add_article, contradictions, to_corpus};

/// An article as it goes out.
#[derive(Debug, Clone)]
pub struct Made {
    /// The article and what it needs, as a document of its own.
    pub document: Corpus,
    /// The corpus with it.
    pub merged: Corpus,
    /// What it adds.
    pub additions: Additions,
    /// Known figures that say otherwise.
    pub contradictions: Vec<Contradiction>,
    /// Accepted facts that do not stand in the text: they stay on the desk.
    pub left_out: Vec<Slot>,
}

/// The document of a sheet, and `base` with it.
///
/// # Errors
/// Where headline, organisation or accepted facts are missing, or the corpus would not hang together.
pub fn make(sheet: &Sheet, shelf: &Shelf, base: &Corpus) -> Result<Made, Refusal> {
    let is_taken = |slot: Slot| sheet.state(slot).is_taken();
    let goes = |slot: Slot| is_taken(slot) && sheet.checked.is_verified(slot);
    // What makes an article one goes out unless it was rejected.
    let is_head = |slot: Slot| matches!(slot, Slot::Headline | Slot::Organisation | Slot::Source);
    let is_chosen = |slot: Slot| goes(slot) || (is_head(slot) && sheet.state(slot) != State::Rejected);
    let slots = sheet.facts.slots();
    if !slots.iter().any(|(slot, _)| goes(*slot)) {
        return Err(Refusal::NothingAccepted);
    }
    let (mut draft, _) = chosen(&sheet.facts, is_chosen);
    if draft.headline.is_none() {
        return Err(Refusal::NoHeadline);
    }
    if draft.organisation.is_none() {
        return Err(Refusal::NoOrganisation);
    }
    under_known_names(&mut draft, &sheet.facts.apart, base);
    let stem = unused_file_stem(sheet.name.strip_suffix(".txt").unwrap_or(&sheet.name), base, |_| false);
    let parts = SourceInfo {
        file_stem: &stem,
        sha256: &sheet.sha256,
        url: sheet.url.as_deref(),
        title: &base.title,
        used_ids: &used_ids(base),
    };
    let document = to_corpus(&draft, shelf.context(), &parts).ok_or(Refusal::NoHeadline)?;
    let document = tidy(document, sheet, shelf);
    let mut merged = base.clone();
    let additions = add_article(&mut merged, document.clone());
    let problems = new_problems(&merged, base, &sheet.text, &sheet.sha256);
    let mut errors = problems.into_iter().filter(|problem| problem.severity == Severity::Error);
    if let Some(first) = errors.next() {
        return Err(Refusal::Unsound(1 + errors.count(), Box::new(first)));
    }
    let article = merged.articles.last().ok_or(Refusal::NoHeadline)?;
    let contradictions = contradictions(base, article);
    let left_out = slots.into_iter().map(|(slot, _)| slot);
    let left_out = left_out.filter(|slot| is_taken(*slot) && !goes(*slot)).collect();
    Ok(Made { document, merged, additions, contradictions, left_out })
}

/// The corpus with every sheet that has accepted facts; the sheets that had to stay are named with the reason.
pub fn merge_all(sheets: &[Sheet], shelf: &Shelf) -> (Corpus, Vec<String>, Vec<(String, Refusal)>) {
    let mut merged = shelf.corpus().clone();
    let (mut added, mut refused) = (Vec::new(), Vec::new());
    for sheet in sheets {
        match make(sheet, shelf, &merged) {
            Ok(made) => {
                merged = made.merged;
                added.push(sheet.name.clone());
            }
            Err(Refusal::NothingAccepted) => {}
            Err(refusal) => refused.push((sheet.name.clone(), refusal)),
        }
    }
    (merged, added, refused)
}

/// The articles of the corpus that a sheet's text is already.
pub fn repeats_of(sheet: &Sheet, shelf: &Shelf) -> Vec<(String, u32)> {
    duplicates(&sheet.fingerprint, &sheet.sha256, &sheet.facts.draft, shelf.corpus(), &[])
}

/// Every printed form of a campaign is one of its names; what an article added before is known by its name.
fn under_known_names(draft: &mut Draft, apart: &BTreeSet<usize>, base: &Corpus) {
    let printed: Vec<(usize, String)> =
        draft.mentions.iter().map(|m| (m.fact.campaign, m.words.clone())).collect();
    for (index, words) in printed {
        if let Some(campaign) = draft.campaigns.get_mut(index)
            && campaign.name != words
            && !campaign.aliases.contains(&words)
        {
            campaign.aliases.push(words);
        }
    }
    let campaigns = draft.campaigns.iter_mut().enumerate().filter(|(i, _)| !apart.contains(i));
    for (_, campaign) in campaigns.filter(|(_, c)| c.existing.is_none()) {
        // Of the very same name and kind: one that an article before this one has added.
        let same = |c: &&Campaign| c.kind == campaign.kind && key(&c.name) == key(&campaign.name);
        campaign.existing = base.campaigns.iter().find(same).map(|c| CampaignId::clone(&c.id));
    }
    for organisation in draft.organisations.iter_mut().map(|found| &mut found.fact) {
        if organisation.existing.is_none() {
            let same = base.organisations.iter().find(|o| key(&o.name) == key(&organisation.name));
            organisation.existing = same.map(|o| OrganisationId::clone(&o.id));
        }
    }
}

/// A document without campaigns that nothing in it names, each once, and with the words of units that a person added.
fn tidy(document: Corpus, sheet: &Sheet, shelf: &Shelf) -> Corpus {
    let used = collect_set(document.articles.iter().flat_map(|article| {
        let phases = article.phases.iter().flat_map(|p| std::iter::once(&p.campaign).chain(&p.theme));
        let figures = article.figures.iter().flat_map(|f| f.campaign.iter().chain(&f.campaigns_also));
        article.mentions.iter().map(|m| &m.campaign).chain(phases).chain(figures).cloned()
    }));
    let mut campaigns: Vec<Campaign> = Vec::new();
    for campaign in document.campaigns.into_iter().filter(|c| used.contains(&c.id)) {
        match campaigns.iter_mut().find(|c| c.id == campaign.id) {
            Some(known) => {
                let forms = std::iter::once(campaign.name).chain(campaign.aliases);
                for form in forms {
                    if known.name != form && !known.aliases.contains(&form) {
                        known.aliases.push(form);
                    }
                }
            }
            None => campaigns.push(campaign),
        }
    }
    let all = units(&sheet.facts, shelf);
    let units = document.units.into_iter();
    let units = units.map(|unit| all.iter().find(|u| u.id == unit.id).cloned().unwrap_or(unit)).collect();
    Corpus { campaigns, units, ..document }
}
