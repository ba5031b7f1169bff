//! The campaign that a whole article is about.
//!
//! It is the only one that the headline names, else the only one of the lead. In an article about one contest its prizes,
//! teams and papers belong to it wherever they are printed.

use std::collections::BTreeSet;

use thidua_core::domain::CampaignKind;

use super::NamedCampaign;
use super::scope::{Opening, Scope};
use super::statement::Sentence;
use crate::segmentation::LineRole;

/// Campaign that an article is about.
#[derive(Debug, Clone, Default)]
pub(crate) struct Topic {
    /// The campaign and its kind.
    campaign: Option<(usize, CampaignKind)>,
    /// True if the article names no other campaign beside titles and themes.
    is_only_one: bool,
}

impl Topic {
    /// Finds the campaign that the lines of an article are about.
    pub fn of<'a>(lines: impl Iterator<Item = (LineRole, &'a [NamedCampaign])> + Clone) -> Self {
        let named = |name: &&NamedCampaign| name.kind != CampaignKind::Title;
        let head = lines.clone().filter(|(role, _)| matches!(role, LineRole::Headline | LineRole::Kicker));
        let in_head: BTreeSet<_> = head.flat_map(|(_, names)| names).filter(named).map(pair).collect();
        let lead = lines.clone().find(|(role, _)| *role == LineRole::Paragraph);
        let in_lead: BTreeSet<_> =
            lead.into_iter().flat_map(|(_, names)| names).filter(named).map(pair).collect();
        let all: BTreeSet<_> = lines.flat_map(|(_, names)| names).filter(named).map(pair).collect();
        let only = |set: &BTreeSet<(usize, CampaignKind)>| set.first().copied().filter(|_| set.len() == 1);
        let campaign = only(&in_head).or_else(|| only(&in_lead));
        Self { campaign, is_only_one: all.len() == 1 }
    }

    /// Returns whether the article is about one campaign.
    pub fn is_known(&self) -> bool {
        self.campaign.is_some()
    }

    /// The campaign, if a figure belongs to it.
    pub(super) fn campaign(
        &self,
        sentence: &Sentence<'_>,
        index: usize,
        opening: Opening,
        scope: &Scope,
    ) -> Option<usize> {
        let (campaign, kind) = self.campaign?;
        if scope.current().is_some_and(|current| current != campaign) {
            return None;
        }
        if kind == CampaignKind::Contest && sentence.is_of_contest(index) {
            return Some(campaign);
        }
        let goes_on = opening != Opening::Turns && !sentence.is_aside(index);
        let is_last_named = scope.last_named().iter().all(|last| *last == campaign);
        ((self.is_only_one || is_last_named) && goes_on).then_some(campaign)
    }
}

fn pair(name: &NamedCampaign) -> (usize, CampaignKind) {
    (name.campaign, name.kind)
}
