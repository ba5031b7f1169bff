//! What leaves the desk: an article as a document of the corpus format, and the corpus with everything accepted added.
//!
//! Only facts that a person accepted and that stand in the text go out; the whole must hang together, or nothing does.

use std::collections::BTreeSet;

use super::corpus_context::CorpusContext;
use super::document::DraftDocument;
use super::error::EditError;
use super::fact_id::{FactId, FactStatus};
use super::verification::{chosen, units};
use thidua_core::collections::collect_set;
use thidua_core::corpus::Severity;
use thidua_core::domain::{Campaign, CampaignId, Corpus, OrganisationId};
use thidua_core::text::key;
use thidua_extract::admission::{duplicates, new_problems, unused_file_stem, used_ids};
use thidua_extract::{Additions, Contradiction, Draft, SourceInfo, add_article, contradictions, to_corpus};

/// An article as it goes out.
#[derive(Debug, Clone)]
pub struct ExportedArticle {
    /// The article and what it needs, as a document of its own.
    pub corpus_document: Corpus,
    /// The corpus with it.
    pub merged: Corpus,
    /// What it adds.
    pub additions: Additions,
    /// Known figures that say otherwise.
    pub contradictions: Vec<Contradiction>,
    /// Accepted facts that do not stand in the text: they stay on the desk.
    pub left_out: Vec<FactId>,
}

/// The document of a sheet, and `base` with it.
///
/// # Errors
/// Where headline, organisation or accepted facts are missing, or the corpus would not hang together.
pub fn export_article(
    document: &DraftDocument,
    context: &CorpusContext,
    base: &Corpus,
) -> Result<ExportedArticle, EditError> {
    let is_included = |fact_id: FactId| document.state(fact_id).is_included();
    let goes = |fact_id: FactId| is_included(fact_id) && document.checked.is_verified(fact_id);
    // What makes an article one goes out unless it was rejected.
    let is_head =
        |fact_id: FactId| matches!(fact_id, FactId::Headline | FactId::Organisation | FactId::Source);
    let is_chosen = |fact_id: FactId| {
        goes(fact_id) || (is_head(fact_id) && document.state(fact_id) != FactStatus::Rejected)
    };
    let fact_ids = document.review.fact_ids();
    if !fact_ids.iter().any(|(fact_id, _)| goes(*fact_id)) {
        return Err(EditError::NothingAccepted);
    }
    let (mut draft, _) = chosen(&document.review, is_chosen);
    if draft.headline.is_none() {
        return Err(EditError::NoHeadline);
    }
    if draft.organisation.is_none() {
        return Err(EditError::NoOrganisation);
    }
    under_known_names(&mut draft, &document.review.kept_apart, base);
    let stem =
        unused_file_stem(document.name.strip_suffix(".txt").unwrap_or(&document.name), base, |_| false);
    let parts = SourceInfo {
        file_stem: &stem,
        sha256: &document.sha256,
        url: document.url.as_deref(),
        title: &base.title,
        used_ids: &used_ids(base),
    };
    let corpus_document = to_corpus(&draft, context.extraction(), &parts).ok_or(EditError::NoHeadline)?;
    let corpus_document = tidy(corpus_document, document, context);
    let mut merged = base.clone();
    let additions = add_article(&mut merged, corpus_document.clone());
    let problems = new_problems(&merged, base, &document.text, &document.sha256);
    let mut errors = problems.into_iter().filter(|problem| problem.severity == Severity::Error);
    if let Some(first) = errors.next() {
        return Err(EditError::InvalidCorpus(1 + errors.count(), Box::new(first)));
    }
    let article = merged.articles.last().ok_or(EditError::NoHeadline)?;
    let contradictions = contradictions(base, article);
    let left_out = fact_ids.into_iter().map(|(fact_id, _)| fact_id);
    let left_out = left_out.filter(|fact_id| is_included(*fact_id) && !goes(*fact_id)).collect();
    Ok(ExportedArticle { corpus_document, merged, additions, contradictions, left_out })
}

/// The corpus with every sheet that has accepted facts; the sheets that had to stay are named with the reason.
pub fn merge_all(
    documents: &[DraftDocument],
    context: &CorpusContext,
) -> (Corpus, Vec<String>, Vec<(String, EditError)>) {
    let mut merged = context.corpus().clone();
    let (mut added, mut refused) = (Vec::new(), Vec::new());
    for document in documents {
        match export_article(document, context, &merged) {
            Ok(made) => {
                merged = made.merged;
                added.push(document.name.clone());
            }
            Err(EditError::NothingAccepted) => {}
            Err(refusal) => refused.push((document.name.clone(), refusal)),
        }
    }
    (merged, added, refused)
}

/// The articles of the corpus that a sheet's text is already.
pub fn repeats_of(document: &DraftDocument, context: &CorpusContext) -> Vec<(String, u32)> {
    duplicates(&document.fingerprint, &document.sha256, &document.review.draft, context.corpus(), &[])
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
fn tidy(corpus_document: Corpus, document: &DraftDocument, context: &CorpusContext) -> Corpus {
    let used = collect_set(corpus_document.articles.iter().flat_map(|article| {
        let phases = article.phases.iter().flat_map(|p| std::iter::once(&p.campaign).chain(&p.theme));
        let figures = article.figures.iter().flat_map(|f| f.campaign.iter().chain(&f.campaigns_also));
        article.mentions.iter().map(|m| &m.campaign).chain(phases).chain(figures).cloned()
    }));
    let mut campaigns: Vec<Campaign> = Vec::new();
    for campaign in corpus_document.campaigns.into_iter().filter(|c| used.contains(&c.id)) {
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
    let all = units(&document.review, context);
    let units = corpus_document.units.into_iter();
    let units = units.map(|unit| all.iter().find(|u| u.id == unit.id).cloned().unwrap_or(unit)).collect();
    Corpus { campaigns, units, ..corpus_document }
}
