//! Export: an article as a corpus document, and the corpus with all accepted articles.
//!
//! Only facts that a person accepted and that verify are exported, and only if the result is a valid corpus.

use std::collections::BTreeSet;

use thidua_core::collections::collect_set;
use thidua_core::corpus::Severity;
use thidua_core::domain::{ArticleId, Campaign, CampaignId, Corpus, OrganisationId};
use thidua_core::text::key;
use thidua_extract::admission::{duplicates, new_problems, unused_file_stem, used_ids};
use thidua_extract::{
    Additions, CampaignJoin, Contradiction, Draft, SourceInfo, add_article, contradictions, to_corpus,
};

use super::corpus_context::CorpusContext;
use super::document::DraftDocument;
use super::error::EditError;
use super::fact_id::{FactId, FactStatus};
use super::guesses::{TextLines, write_confirmed};
use super::verification::{select_facts, units};

/// Exported article.
#[derive(Debug, Clone)]
pub struct ExportedArticle {
    /// Document with the article and everything it refers to.
    pub corpus_document: Corpus,
    /// Corpus with the article.
    pub merged: Corpus,
    /// Things that the article adds to the corpus.
    pub additions: Additions,
    /// Figures of the corpus that contradict it.
    pub contradictions: Vec<Contradiction>,
    /// Accepted facts that do not verify and are left out.
    pub left_out: Vec<FactId>,
    /// Number of guesses in the article that nobody has confirmed.
    pub open_guesses: usize,
}

/// Exports a draft as a document, and merges it into `base`.
///
/// # Errors
/// If headline, organisation or accepted facts are missing, or the merged corpus would be invalid.
pub fn export_article(
    document: &DraftDocument,
    context: &CorpusContext,
    base: &Corpus,
) -> Result<ExportedArticle, EditError> {
    let is_included = |fact_id: FactId| document.state(fact_id).is_included();
    let goes = |fact_id: FactId| is_included(fact_id) && document.checked.is_verified(fact_id);
    // An article needs headline, organisation and source: they are exported unless they were rejected.
    let is_head =
        |fact_id: FactId| matches!(fact_id, FactId::Headline | FactId::Organisation | FactId::Source);
    let needed = mentions_of_figures(document, &goes);
    let is_chosen = |fact_id: FactId| {
        goes(fact_id)
            || (is_head(fact_id) && document.state(fact_id) != FactStatus::Rejected)
            || matches!(fact_id, FactId::Mention(i) if needed.contains(&i))
    };
    let fact_ids = document.review.fact_ids();
    if !fact_ids.iter().any(|(fact_id, _)| goes(*fact_id)) {
        return Err(EditError::NothingAccepted);
    }
    let (mut draft, _) = select_facts(&document.review, is_chosen);
    if draft.headline.is_none() {
        return Err(EditError::NoHeadline);
    }
    if draft.organisation.is_none() {
        return Err(EditError::NoOrganisation);
    }
    context.update_links(&mut draft);
    link_known_names(&mut draft, &document.review.kept_apart, base);
    let stem =
        unused_file_stem(document.name.strip_suffix(".txt").unwrap_or(&document.name), base, |_| false);
    let parts = SourceInfo {
        file_stem: &stem,
        sha256: &document.sha256,
        url: document.review.url.as_deref(),
        title: &base.title,
        used_ids: &used_ids(base),
    };
    let corpus_document = to_corpus(&draft, context.extraction(), &parts).ok_or(EditError::NoHeadline)?;
    let mut corpus_document = tidy(corpus_document, document, context);
    let lines = TextLines::of(&document.text);
    for article in &mut corpus_document.articles {
        write_confirmed(article, &document.review, &lines, &draft);
    }
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
    let open_guesses = article.confirmed_guesses();
    let open_guesses = open_guesses[1].saturating_sub(open_guesses[0]);
    Ok(ExportedArticle { corpus_document, merged, additions, contradictions, left_out, open_guesses })
}

/// Returns a mention for each campaign of an exported figure or round that no exported mention names: the campaign of a figure
/// has to be named in its article. It is the first one that verifies and was not rejected.
fn mentions_of_figures(document: &DraftDocument, goes: &impl Fn(FactId) -> bool) -> BTreeSet<usize> {
    let draft = &document.review.draft;
    let figures = draft.figures.iter().enumerate().filter(|(i, _)| goes(FactId::Figure(*i)));
    let phases = draft.phases.iter().enumerate().filter(|(i, _)| goes(FactId::Phase(*i)));
    let used = figures.flat_map(|(_, found)| found.fact.campaigns.iter().copied());
    let used: BTreeSet<usize> = collect_set(used.chain(phases.map(|(_, found)| found.fact.campaign)));
    let mentions: Vec<(usize, usize)> =
        draft.mentions.iter().enumerate().map(|(i, found)| (i, found.fact.campaign)).collect();
    let needed = used.into_iter().filter_map(|campaign| {
        let of_campaign = || mentions.iter().filter(move |(_, of)| *of == campaign).map(|(i, _)| *i);
        if of_campaign().any(|i| goes(FactId::Mention(i))) {
            return None;
        }
        of_campaign().find(|i| {
            let fact_id = FactId::Mention(*i);
            document.checked.is_verified(fact_id) && document.state(fact_id) != FactStatus::Rejected
        })
    });
    collect_set(needed)
}

/// Corpus with all drafts that could be merged.
#[derive(Debug, Clone)]
pub struct MergedCorpus {
    /// The corpus.
    pub corpus: Corpus,
    /// Drafts that were merged, in their order.
    pub added: Vec<MergedDraft>,
    /// Keys of the others, and the reasons.
    pub refused: Vec<(String, EditError)>,
}

/// Draft that was merged into the corpus.
#[derive(Debug, Clone)]
pub struct MergedDraft {
    /// Key of the draft.
    pub uid: String,
    /// Id of its article.
    pub article: ArticleId,
    /// Things that it adds to the corpus.
    pub additions: Additions,
    /// Figures of the corpus that contradict it.
    pub contradictions: Vec<Contradiction>,
    /// Number of guesses in it that nobody has confirmed.
    pub open_guesses: usize,
}

impl MergedCorpus {
    /// Returns the ids of the added articles.
    pub fn article_ids(&self) -> Vec<ArticleId> {
        self.added.iter().map(|added| added.article.clone()).collect()
    }
}

/// Merges all drafts with accepted facts into the corpus. A text is merged once.
pub fn merge_all(documents: &[DraftDocument], context: &CorpusContext) -> MergedCorpus {
    let corpus = context.corpus().clone();
    let mut all = MergedCorpus { corpus, added: Vec::new(), refused: Vec::new() };
    for document in documents {
        let made = export_article(document, context, &all.corpus);
        let same_text = |corpus: &Corpus| {
            corpus.articles.iter().find(|a| a.text.sha256 == document.sha256).map(|a| a.id.to_string())
        };
        let refusal = match (made, same_text(context.corpus()), same_text(&all.corpus)) {
            // A text that is there already makes the corpus invalid too.
            (Ok(_) | Err(EditError::InvalidCorpus(..)), Some(id), _) => EditError::SameText(Some(id)),
            (Ok(_) | Err(EditError::InvalidCorpus(..)), None, Some(_)) => EditError::SameText(None),
            (Err(refusal), ..) => refusal,
            (Ok(made), None, None) => {
                if let Some(article) = made.merged.articles.last() {
                    all.added.push(MergedDraft {
                        uid: document.uid.clone(),
                        article: article.id.clone(),
                        additions: made.additions,
                        contradictions: made.contradictions,
                        open_guesses: made.open_guesses,
                    });
                }
                all.corpus = made.merged;
                continue;
            }
        };
        all.refused.push((document.uid.clone(), refusal));
    }
    all
}

/// Returns the articles of the corpus with the text of a draft, with the similarity in percent.
pub fn repeats_of(document: &DraftDocument, context: &CorpusContext) -> Vec<(String, u32)> {
    duplicates(&document.fingerprint, &document.sha256, &document.review.draft, context.corpus(), &[])
}

/// Adds every printed form of a campaign to its names, and links things that an article merged before has added.
fn link_known_names(draft: &mut Draft, apart: &BTreeSet<usize>, base: &Corpus) {
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
        // Of the same name and kind: added by an article that was merged before.
        let same = |c: &&Campaign| c.kind == campaign.kind && key(&c.name) == key(&campaign.name);
        campaign.existing = base.campaigns.iter().find(same).map(|c| CampaignId::clone(&c.id));
        campaign.join = campaign.existing.is_some().then_some(CampaignJoin::Name);
    }
    for organisation in draft.organisations.iter_mut().map(|found| &mut found.fact) {
        if organisation.existing.is_none() {
            let same = base.organisations.iter().find(|o| key(&o.name) == key(&organisation.name));
            organisation.existing = same.map(|o| OrganisationId::clone(&o.id));
        }
    }
}

/// Removes unused campaigns, merges duplicates, and adds the nouns of units that a person added.
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
