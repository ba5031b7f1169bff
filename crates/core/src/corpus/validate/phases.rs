//! Rules about phases and the campaigns of figures within one article.

use std::collections::BTreeSet;

use super::articles::CampaignNames;
use crate::collections::collect_set;
use crate::corpus::fact_path::FactPath;
use crate::corpus::folded;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, quote};
use crate::domain::Article;

/// Checks article `index`.
pub(super) fn check(names: &CampaignNames<'_>, article: &Article, index: usize, problems: &mut Vec<Problem>) {
    let path = |i: usize, field: &'static str| FactPath::article(index).field("phases").index(i).field(field);
    let mentioned: BTreeSet<&str> = collect_set(article.mentions.iter().map(|m| m.campaign.as_str()));
    let mut seen: BTreeSet<(&str, String)> = BTreeSet::new();
    for (i, phase) in article.phases.iter().enumerate() {
        let name = folded(&phase.name);
        let is_name_of = |id: &str| names.get(id).is_some_and(|names| names.contains(&name));
        let other = mentioned.iter().find(|id| **id != phase.campaign.as_str() && is_name_of(id));
        if let Some(other) = other.filter(|_| !is_name_of(&phase.campaign)) {
            let code = ProblemCode::PhaseOfOtherCampaign((*other).to_owned());
            problems.push(Problem::error(path(i, "campaign"), code).found(quote(&phase.campaign)));
        }
        if !seen.insert((phase.campaign.as_str(), name)) {
            let problem = Problem::error(path(i, "name"), ProblemCode::PhaseNamedTwice);
            problems.push(problem.found(quote(&phase.name)));
        }
    }
    check_campaigns_of_figures(names, article, index, &mentioned, problems);
}

/// Checks that the campaigns of the figures are mentioned in the article, or are those of its phases.
fn check_campaigns_of_figures(
    names: &CampaignNames<'_>,
    article: &Article,
    index: usize,
    mentioned: &BTreeSet<&str>,
    problems: &mut Vec<Problem>,
) {
    let is_named = |id: &str| {
        mentioned.contains(id)
            || article.phases.iter().any(|phase| {
                phase.campaign.as_str() == id
                    || phase.theme.as_ref().is_some_and(|theme| theme.as_str() == id)
            })
    };
    for (f, figure) in article.figures.iter().enumerate() {
        let path = |field: &'static str| FactPath::figure(index, f).field(field);
        let also = figure.campaigns_also.iter().enumerate();
        let also = also.map(|(i, id)| (path("campaigns_also").index(i), id));
        for (path, id) in figure.campaign.iter().map(|id| (path("campaign"), id)).chain(also) {
            // A campaign that does not exist is reported as an unknown reference.
            if !is_named(id) && names.contains_key(id.as_str()) {
                let code = ProblemCode::CampaignNotMentioned(id.to_string());
                problems.push(Problem::error(path, code).hint("add the mention with its line"));
            }
        }
    }
}
