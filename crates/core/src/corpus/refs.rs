//! What a [`Catalogue`](super::Catalogue) gives: things with the article that states them.

use serde::{Deserialize, Serialize};

use crate::domain::{Article, ArticleId, CampaignId, Edtf, Figure, FigureId, Mention, OrganisationId, Phase};

/// A figure with the article that states it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigureRef<'a> {
    /// The article.
    pub article: &'a Article,
    /// The figure.
    pub figure: &'a Figure,
}

impl<'a> FigureRef<'a> {
    /// Whose figure it is: its own organisation, or else the article's.
    pub fn organisation(self) -> &'a OrganisationId {
        self.figure.organisation.as_ref().unwrap_or(&self.article.organisation)
    }

    /// When it speaks of: its own period, or else, where it prints none, the one that its article reports on. `None`
    /// where that is not printed as dates.
    pub fn when(self) -> Option<Edtf> {
        let own = self.figure;
        if own.when.is_some() || own.when_as_written.is_some() { own.when } else { self.article.covers }
    }

    /// Every campaign that it counts, the main one first.
    pub fn campaigns(self) -> impl Iterator<Item = &'a CampaignId> {
        self.figure.campaign.iter().chain(&self.figure.campaigns_also)
    }
}

/// A mention of a campaign with the article that it stands in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MentionRef<'a> {
    /// The article.
    pub article: &'a Article,
    /// The mention.
    pub mention: &'a Mention,
}

/// A phase with the article that states it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PhaseRef<'a> {
    /// The article.
    pub article: &'a Article,
    /// The phase.
    pub phase: &'a Phase,
}

/// How much a corpus holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Totals {
    /// Articles.
    pub articles: usize,
    /// Campaigns.
    pub campaigns: usize,
    /// Organisations that articles are about.
    pub organisations: usize,
    /// Figures.
    pub figures: usize,
}

/// The ids of everything that has a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageIds<'a> {
    /// Of articles.
    pub articles: Vec<&'a ArticleId>,
    /// Of campaigns.
    pub campaigns: Vec<&'a CampaignId>,
    /// Of organisations.
    pub organisations: Vec<&'a OrganisationId>,
    /// Of figures.
    pub figures: Vec<&'a FigureId>,
}

/// The figures of an article.
pub fn figures_of(article: &Article) -> impl Iterator<Item = FigureRef<'_>> {
    article.figures.iter().map(move |figure| FigureRef { article, figure })
}

/// The phases of an article.
pub fn phases_of(article: &Article) -> impl Iterator<Item = PhaseRef<'_>> {
    article.phases.iter().map(move |phase| PhaseRef { article, phase })
}

/// The campaigns that an article mentions, counts or runs, some more than once.
pub(super) fn campaign_ids(article: &Article) -> impl Iterator<Item = &str> {
    let mentioned = article.mentions.iter().map(|m| &m.campaign);
    let counted = figures_of(article).flat_map(FigureRef::campaigns);
    let phased = article.phases.iter().flat_map(|p| std::iter::once(&p.campaign).chain(&p.theme));
    mentioned.chain(counted).chain(phased).map(CampaignId::as_str)
}
