//! Numbers that lists of organisations show.

use std::collections::BTreeMap;

use super::Catalogue;
use crate::collections::collect_set;
use crate::domain::OrganisationId;

impl Catalogue {
    /// Number of campaigns of each organisation: campaigns that an article about it mentions, counts, or reports a
    /// phase of.
    pub fn campaign_counts(&self) -> BTreeMap<&OrganisationId, usize> {
        let mut counts = BTreeMap::new();
        for campaign in self.campaigns() {
            let articles = self.articles_of_campaign(&campaign.id).into_iter();
            for organisation in collect_set(articles.map(|article| &article.organisation)) {
                *counts.entry(organisation).or_default() += 1;
            }
        }
        counts
    }
}
