//! Facts together with the article that states them.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::domain::{Article, ArticleId, CampaignId, Edtf, Figure, FigureId, Mention, OrganisationId, Phase};

/// A figure and the article that states it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigureRef<'a> {
    /// The article.
    pub article: &'a Article,
    /// The figure.
    pub figure: &'a Figure,
}

impl<'a> FigureRef<'a> {
    /// Organisation whose figure it is: the figure's own, or else the article's.
    pub fn organisation(self) -> &'a OrganisationId {
        self.figure.organisation.as_ref().unwrap_or(&self.article.organisation)
    }

    /// Period of the figure: its own, or, where it prints none, the one that its article reports on. `None` where the
    /// words of the period state no date.
    pub fn when(self) -> Option<Edtf> {
        let own = self.figure;
        if own.when.is_some() || own.when_as_written.is_some() { own.when } else { self.article.covers }
    }

    /// Returns whether the period of the figure is that of its article: the figure prints none, or the words that head the
    /// article. False if neither prints one.
    pub fn has_period_of_article(self) -> bool {
        let (own, article) = (self.figure, self.article);
        if own.when.is_some() || own.when_as_written.is_some() {
            own.has_period_of(article)
        } else {
            article.covers.is_some() || article.covers_as_written.is_some()
        }
    }

    /// Every campaign that the figure counts, the main one first.
    pub fn campaigns(self) -> impl Iterator<Item = &'a CampaignId> {
        self.figure.campaign.iter().chain(&self.figure.campaigns_also)
    }
}

/// A mention of a campaign and the article that holds it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MentionRef<'a> {
    /// The article.
    pub article: &'a Article,
    /// The mention.
    pub mention: &'a Mention,
}

/// A phase and the article that states it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PhaseRef<'a> {
    /// The article.
    pub article: &'a Article,
    /// The phase.
    pub phase: &'a Phase,
}

/// Sizes of a corpus.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
pub struct Totals {
    /// Number of articles.
    pub articles: usize,
    /// Number of campaigns.
    pub campaigns: usize,
    /// Number of organisations that articles are about.
    pub organisations: usize,
    /// Number of figures.
    pub figures: usize,
}

/// Ids of everything that has a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageIds<'a> {
    /// Articles.
    pub articles: Vec<&'a ArticleId>,
    /// Campaigns.
    pub campaigns: Vec<&'a CampaignId>,
    /// Organisations.
    pub organisations: Vec<&'a OrganisationId>,
    /// Figures.
    pub figures: Vec<&'a FigureId>,
}

/// All figures of an article.
pub fn figures_of(article: &Article) -> impl Iterator<Item = FigureRef<'_>> {
    article.figures.iter().map(move |figure| FigureRef { article, figure })
}

/// All phases of an article.
pub fn phases_of(article: &Article) -> impl Iterator<Item = PhaseRef<'_>> {
    article.phases.iter().map(move |phase| PhaseRef { article, phase })
}

/// Campaigns that an article mentions, counts, or reports a phase of. Some are given more than once.
pub(super) fn campaign_ids(article: &Article) -> impl Iterator<Item = &str> {
    let mentioned = article.mentions.iter().map(|m| &m.campaign);
    let counted = figures_of(article).flat_map(FigureRef::campaigns);
    let phased = article.phases.iter().flat_map(|p| std::iter::once(&p.campaign).chain(&p.theme));
    mentioned.chain(counted).chain(phased).map(CampaignId::as_str)
}
