//! Rules about phases: each has a name of its own, which is not that of another campaign of the article.

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
}
