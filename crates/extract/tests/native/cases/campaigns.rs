//! Cases about names of campaigns and about the campaign of a figure.

use thidua_core::domain::CampaignKind::{self, Movement, Title};
use thidua_extract::Draft;

use super::{CaseCheck, check, figure, mentions};

pub(super) const CASES: &[CaseCheck] = &[
    ("k02", |draft| mentions(draft).contains(&(Movement, "Tay nghề vững"))),
    ("k04", |draft| belongs(draft, "512 chị em", Title, "Đảm đang việc nhà")),
];

/// Returns whether the figure with these words belongs to the campaign of this kind and name.
fn belongs(draft: &Draft, words: &str, kind: CampaignKind, name: &str) -> bool {
    let campaigns = figure(draft, words).map(|figure| figure.fact.campaigns.as_slice());
    let first = campaigns.and_then(|campaigns| draft.campaigns.get(*campaigns.first()?));
    first.is_some_and(|campaign| campaign.kind == kind && campaign.name == name)
}

#[test]
fn campaigns_of_the_cases_are_found() {
    check(CASES);
}
