//! Splitting of a campaign.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::checks::{
    Found, checked_name, find, is_same_name, object_of_campaign, require_free_id, require_free_name,
};
use super::error::NameError;
use super::references::{of_figure, of_phase};
use super::{NameChanges, NameEdit, NameNote};
use crate::collections::collect_set;
use crate::corpus::folded;
use crate::corpus::problem_code::IdKind;
use crate::domain::{Article, ArticleId, Bilingual, Campaign, CampaignId, Corpus, FigureId, Mention};

/// Which facts of a campaign go to a new one, and what the new one is called.
///
/// A mention goes if it is printed in one of `forms` and stands in one of `articles`; an empty list means all, but not both
/// lists are empty unless only `figures` go. In an article where every mention goes, figures and phases follow.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CampaignSplit {
    /// Id of the campaign.
    pub id: String,
    /// Printed forms.
    pub forms: Vec<String>,
    /// Articles.
    pub articles: Vec<ArticleId>,
    /// Further figures, wherever they stand.
    pub figures: Vec<FigureId>,
    /// Name of the new campaign.
    pub name: String,
    /// Id of the new campaign.
    pub new_id: String,
    /// What the new campaign is, in a sentence of ours.
    pub summary: Bilingual,
}

impl CampaignSplit {
    fn takes(&self, forms: &BTreeSet<String>, article: &Article, mention: &Mention) -> bool {
        let is_selective = !forms.is_empty() || !self.articles.is_empty();
        is_selective
            && mention.campaign.as_str() == self.id
            && (forms.is_empty() || forms.contains(&folded(&mention.as_written)))
            && (self.articles.is_empty() || self.articles.contains(&article.id))
    }
}

/// Makes one campaign two, of the same kind, that refer to each other.
pub(super) fn split(corpus: &Corpus, split: &CampaignSplit) -> Result<NameEdit, NameError> {
    let id = split.id.as_str();
    let Found::Campaign(index) = find(corpus, id)? else {
        return Err(NameError::NotACampaign(id.to_owned()));
    };
    let old = corpus.campaigns.get(index).ok_or_else(|| NameError::UnknownId(id.to_owned()))?;
    let name = checked_name(&split.name)?;
    let new_id = split.new_id.trim();
    require_free_id(corpus, new_id, "")?;
    require_free_name(corpus, &name, object_of_campaign(old), id)?;
    if is_same_name(&name, &old.name) {
        let (id, object) = (id.to_owned(), object_of_campaign(old));
        return Err(NameError::NameTaken { name, id, object });
    }
    let forms = collect_set(split.forms.iter().map(|form| folded(form)));
    check_selection(corpus, split, &forms)?;
    let new_campaign = CampaignId::from(new_id);
    let mut after = corpus.clone();
    let mut changes = NameChanges::new(IdKind::Campaign, id, new_id, &name);
    let (mut gone, mut sectors) = (Vec::new(), Vec::new());
    for article in &mut after.articles {
        move_facts(article, split, &forms, &new_campaign, &mut changes, |mention| {
            gone.push(mention.as_written.clone());
            sectors.push(mention.sector);
        });
    }
    if changes.mentions + changes.figures + changes.phases == 0 {
        return Err(NameError::NothingSelected);
    }
    if !is_referred_to(&after, &old.id) {
        return Err(NameError::EverythingSelected(id.to_owned()));
    }
    let staying = printed_forms(&after, id);
    let mut aliases: Vec<String> = Vec::new();
    for form in gone {
        let form = folded(&form);
        if form != name && !aliases.contains(&form) {
            aliases.push(form);
        }
    }
    let sector =
        sectors.first().copied().flatten().filter(|first| sectors.iter().all(|s| *s == Some(*first)));
    let campaign = Campaign {
        id: new_campaign.clone(),
        name: name.clone(),
        name_en: None,
        kind: old.kind,
        aliases: aliases.clone(),
        sector,
        launched_by: None,
        summary: split.summary.clone(),
        see_also: vec![old.id.clone()],
    };
    if let Some(old) = after.campaigns.get_mut(index) {
        let is_gone = |alias: &String| {
            let alias = folded(alias);
            (alias == name || aliases.contains(&alias)) && !staying.contains(&alias)
        };
        old.aliases.retain(|alias| !is_gone(alias));
        if !old.see_also.contains(&new_campaign) {
            old.see_also.push(new_campaign);
        }
    }
    let shared = aliases.iter().chain([&name]).filter(|form| staying.contains(*form));
    changes.notes.extend(shared.map(|form| NameNote::FormShared(form.clone())));
    changes.new_aliases = aliases;
    after.campaigns.insert(index + 1, campaign);
    changes.record_articles(corpus, &after);
    Ok(NameEdit { corpus: after, changes })
}

/// Checks that everything that was selected is there.
fn check_selection(
    corpus: &Corpus,
    split: &CampaignSplit,
    forms: &BTreeSet<String>,
) -> Result<(), NameError> {
    let id = &split.id;
    let printed = printed_forms(corpus, id);
    if let Some(form) = forms.iter().find(|form| !printed.contains(*form)) {
        let printed = printed.into_iter().collect();
        return Err(NameError::UnknownForm { id: id.clone(), form: form.clone(), printed });
    }
    let names = |article: &&ArticleId| {
        let article = corpus.articles.iter().find(|one| one.id == **article);
        article.is_some_and(|article| article.mentions.iter().any(|m| m.campaign.as_str() == id))
    };
    if let Some(article) = split.articles.iter().find(|article| !names(article)) {
        return Err(NameError::UnknownArticle { id: id.clone(), article: article.to_string() });
    }
    let counts = |figure: &&FigureId| {
        let figure = corpus.articles.iter().flat_map(|article| &article.figures).find(|f| f.id == **figure);
        figure.is_some_and(|f| f.campaign.iter().chain(&f.campaigns_also).any(|c| c.as_str() == id))
    };
    if let Some(figure) = split.figures.iter().find(|figure| !counts(figure)) {
        return Err(NameError::UnknownFigure { id: id.clone(), figure: figure.to_string() });
    }
    Ok(())
}

/// Forms in which mentions of a campaign are printed, folded.
fn printed_forms(corpus: &Corpus, id: &str) -> BTreeSet<String> {
    let mentions = corpus.articles.iter().flat_map(|article| &article.mentions);
    collect_set(mentions.filter(|m| m.campaign.as_str() == id).map(|m| folded(&m.as_written)))
}

/// Moves the selected facts of an article. `on_move` gets each mention that goes.
fn move_facts(
    article: &mut Article,
    split: &CampaignSplit,
    forms: &BTreeSet<String>,
    to: &CampaignId,
    changes: &mut NameChanges,
    mut on_move: impl FnMut(&Mention),
) {
    let from = CampaignId::from(split.id.as_str());
    let is_taken: Vec<bool> = article.mentions.iter().map(|m| split.takes(forms, article, m)).collect();
    let stays = |(mention, taken): (&Mention, &bool)| mention.campaign == from && !taken;
    let goes_whole = is_taken.contains(&true) && !article.mentions.iter().zip(&is_taken).any(stays);
    for (mention, _) in article.mentions.iter_mut().zip(&is_taken).filter(|(_, taken)| **taken) {
        on_move(mention);
        mention.campaign = to.clone();
        changes.mentions += 1;
    }
    for figure in &mut article.figures {
        if goes_whole || split.figures.contains(&figure.id) {
            changes.figures += of_figure(figure, &from, to);
        }
    }
    if goes_whole {
        changes.phases += article.phases.iter_mut().map(|phase| of_phase(phase, &from, to)).sum::<usize>();
    }
}

/// Returns whether any fact refers to a campaign.
fn is_referred_to(corpus: &Corpus, id: &CampaignId) -> bool {
    corpus.articles.iter().any(|article| {
        let phases = article.phases.iter().flat_map(|p| std::iter::once(&p.campaign).chain(&p.theme));
        let figures = article.figures.iter().flat_map(|f| f.campaign.iter().chain(&f.campaigns_also));
        article.mentions.iter().map(|m| &m.campaign).chain(phases).chain(figures).any(|one| one == id)
    })
}
