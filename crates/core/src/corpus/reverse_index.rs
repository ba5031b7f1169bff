//! What belongs to a campaign, an organisation, a measure, a whole: found once, so that no page reads the whole corpus.

use super::refs::{FigureRef, campaign_ids};
use crate::collections::Lookup;
use crate::domain::{Article, Corpus};

/// Where something stands: the article, and the place within its list.
pub(super) type ItemPosition = (usize, usize);

/// Things by the id of what they belong to, in the order of the document, each once.
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

    /// What belongs to `id`.
    pub fn of(&self, id: &str) -> &[ItemPosition] {
        self.positions.get(id).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The indexes of a corpus.
#[derive(Debug, Clone, Default)]
pub(super) struct ReverseIndexes {
    /// Figures by a campaign that they count.
    pub figures_of_campaign: ReverseIndex,
    /// Figures by whose they are.
    pub figures_of_organisation: ReverseIndex,
    /// Figures by what they measure.
    pub figures_of_measure: ReverseIndex,
    /// Figures by the figure of which they are a share.
    pub shares_of: ReverseIndex,
    /// Mentions by campaign.
    pub mentions_of: ReverseIndex,
    /// Phases by the campaign that is run or is their theme.
    pub phases_of: ReverseIndex,
    /// Articles by whom they are about.
    pub articles_of_organisation: ReverseIndex,
    /// People by whom they belong to.
    pub people_of: ReverseIndex,
    /// Campaigns by who has launched them; the second number is nothing.
    pub launched_by: ReverseIndex,
    /// Organisations by the one right above them; the second number is nothing.
    pub child_organisations: ReverseIndex,
    /// Articles by a campaign that they mention, count or run.
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
