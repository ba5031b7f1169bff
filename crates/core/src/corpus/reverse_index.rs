//! Reverse indexes: from a campaign, organisation, measure or whole to the facts that refer to it. They are built once,
//! so that no page searches the whole corpus.

use super::refs::{FigureRef, campaign_ids};
use crate::collections::Lookup;
use crate::domain::{Article, Corpus};

/// Index of an article and index in one of its lists. For campaigns and organisations the second number is 0.
pub(super) type ItemPosition = (usize, usize);

/// Positions of facts by the id that they refer to, in the order of the document, each once.
#[derive(Debug, Clone, Default)]
pub(super) struct ReverseIndex {
    positions: Lookup<String, Vec<ItemPosition>>,
}

impl ReverseIndex {
    fn add(&mut self, id: &str, position: ItemPosition) {
        match self.positions.get_mut(id) {
            Some(positions) if positions.last() == Some(&position) => {}
            Some(positions) => positions.push(position),
            None => self.positions.insert(id.to_owned(), vec![position]),
        }
    }

    /// Positions of the facts that refer to `id`.
    pub fn of(&self, id: &str) -> &[ItemPosition] {
        self.positions.get(id).map(Vec::as_slice).unwrap_or_default()
    }
}

/// All reverse indexes of a corpus.
#[derive(Debug, Clone, Default)]
pub(super) struct ReverseIndexes {
    /// Figures by campaign.
    pub figures_of_campaign: ReverseIndex,
    /// Figures by organisation.
    pub figures_of_organisation: ReverseIndex,
    /// Figures by measure.
    pub figures_of_measure: ReverseIndex,
    /// Figures by the whole of which they are a share.
    pub shares_of: ReverseIndex,
    /// Mentions by campaign.
    pub mentions_of: ReverseIndex,
    /// Phases by campaign and by theme.
    pub phases_of: ReverseIndex,
    /// Articles by the organisation that they are about.
    pub articles_of_organisation: ReverseIndex,
    /// People by organisation.
    pub people_of: ReverseIndex,
    /// Campaigns by the organisation that launched them.
    pub launched_by: ReverseIndex,
    /// Organisations by their parent.
    pub child_organisations: ReverseIndex,
    /// Articles by a campaign that they mention, count, or report a phase of.
    pub articles_of_campaign: ReverseIndex,
}

impl ReverseIndexes {
    pub fn of(corpus: &Corpus) -> ReverseIndexes {
        let mut indexes = ReverseIndexes::default();
        for (a, article) in corpus.articles.iter().enumerate() {
            indexes.add(a, article);
        }
        for (c, campaign) in corpus.campaigns.iter().enumerate() {
            if let Some(organisation) = &campaign.launched_by {
                indexes.launched_by.add(organisation, (c, 0));
            }
        }
        for (o, organisation) in corpus.organisations.iter().enumerate() {
            if let Some(parent) = &organisation.parent {
                indexes.child_organisations.add(parent, (o, 0));
            }
        }
        indexes
    }

    fn add(&mut self, a: usize, article: &Article) {
        self.articles_of_organisation.add(&article.organisation, (a, 0));
        for campaign in campaign_ids(article) {
            self.articles_of_campaign.add(campaign, (a, 0));
        }
        for (p, person) in article.people.iter().enumerate() {
            if let Some(organisation) = &person.organisation {
                self.people_of.add(organisation, (a, p));
            }
        }
        for (m, mention) in article.mentions.iter().enumerate() {
            self.mentions_of.add(&mention.campaign, (a, m));
        }
        for (p, phase) in article.phases.iter().enumerate() {
            self.phases_of.add(&phase.campaign, (a, p));
            if let Some(theme) = &phase.theme {
                self.phases_of.add(theme, (a, p));
            }
        }
        for (f, figure) in article.figures.iter().enumerate() {
            let found = FigureRef { article, figure };
            for campaign in found.campaigns() {
                self.figures_of_campaign.add(campaign, (a, f));
            }
            self.figures_of_organisation.add(found.organisation(), (a, f));
            if let Some(measure) = &figure.measure {
                self.figures_of_measure.add(measure, (a, f));
            }
            if let Some(whole) = &figure.part_of {
                self.shares_of.add(whole, (a, f));
            }
        }
    }
}
