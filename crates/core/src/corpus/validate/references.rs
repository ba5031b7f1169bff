//! References: every id that is named exists, and nothing is its own ancestor.

use std::collections::BTreeSet;
use std::fmt::Arguments;

use super::graph::on_circles;
use crate::collections::{collect_map, collect_set};
use crate::corpus::problem::{Problem, quote};
use crate::domain::{Article, CampaignId, Corpus, Figure};

/// The ids that exist, and the problems found.
struct Known<'a> {
    sources: BTreeSet<&'a str>,
    organisations: BTreeSet<&'a str>,
    units: BTreeSet<&'a str>,
    campaigns: BTreeSet<&'a str>,
    problems: &'a mut Vec<Problem>,
}

pub(super) fn check(corpus: &Corpus, problems: &mut Vec<Problem>) {
    let mut known = Known {
        sources: collect_set(corpus.sources.iter().map(|s| s.id.as_str())),
        organisations: collect_set(corpus.organisations.iter().map(|o| o.id.as_str())),
        units: collect_set(corpus.units.iter().map(|u| u.id.as_str())),
        campaigns: collect_set(corpus.campaigns.iter().map(|c| c.id.as_str())),
        problems,
    };
    for (i, organisation) in corpus.organisations.iter().enumerate() {
        known.organisation(format_args!("organisations[{i}].parent"), organisation.parent.as_deref());
    }
    for (i, campaign) in corpus.campaigns.iter().enumerate() {
        known.organisation(format_args!("campaigns[{i}].launched_by"), campaign.launched_by.as_deref());
        known.others(format_args!("campaigns[{i}].see_also"), &campaign.id, &campaign.see_also);
    }
    for (a, article) in corpus.articles.iter().enumerate() {
        known.article(format_args!("articles[{a}]"), article);
    }
    parents(corpus, problems);
}

impl Known<'_> {
    fn refer(
        &mut self,
        path: Arguments<'_>,
        kind: &str,
        id: Option<&str>,
        is_known: impl Fn(&Self, &str) -> bool,
    ) {
        if let Some(id) = id.filter(|id| !is_known(self, id)) {
            self.problems.push(Problem::error(path.to_string(), format!("there is no {kind} {}", quote(id))));
        }
    }

    fn organisation(&mut self, path: Arguments<'_>, id: Option<&str>) {
        self.refer(path, "organisation", id, |known, id| known.organisations.contains(id));
    }

    fn campaign(&mut self, path: Arguments<'_>, id: Option<&str>) {
        self.refer(path, "campaign", id, |known, id| known.campaigns.contains(id));
    }

    /// A list of campaigns beside a main one: each exists, is another one, and is named once.
    fn others(&mut self, path: Arguments<'_>, main: &str, others: &[CampaignId]) {
        let mut seen = BTreeSet::from([main]);
        for (i, other) in others.iter().enumerate() {
            self.campaign(format_args!("{path}[{i}]"), Some(other));
            if !seen.insert(other) {
                let message = format!("{} is named already", quote(other));
                self.problems.push(Problem::error(format!("{path}[{i}]"), message));
            }
        }
    }

    fn article(&mut self, path: Arguments<'_>, article: &Article) {
        self.refer(format_args!("{path}.source"), "source", article.source.as_deref(), |known, id| {
            known.sources.contains(id)
        });
        self.organisation(format_args!("{path}.organisation"), Some(&article.organisation));
        for (i, person) in article.people.iter().enumerate() {
            self.organisation(
                format_args!("{path}.people[{i}].organisation"),
                person.organisation.as_deref(),
            );
        }
        for (i, mention) in article.mentions.iter().enumerate() {
            self.campaign(format_args!("{path}.mentions[{i}].campaign"), Some(&mention.campaign));
        }
        for (i, phase) in article.phases.iter().enumerate() {
            self.campaign(format_args!("{path}.phases[{i}].campaign"), Some(&phase.campaign));
            self.campaign(format_args!("{path}.phases[{i}].theme"), phase.theme.as_deref());
        }
        for (i, figure) in article.figures.iter().enumerate() {
            self.figure(format_args!("{path}.figures[{i}]"), figure);
        }
    }

    fn figure(&mut self, path: Arguments<'_>, figure: &Figure) {
        self.refer(format_args!("{path}.unit"), "unit", Some(&figure.unit), |known, id| {
            known.units.contains(id)
        });
        self.organisation(format_args!("{path}.organisation"), figure.organisation.as_deref());
        self.campaign(format_args!("{path}.campaign"), figure.campaign.as_deref());
        let main = figure.campaign.as_deref().unwrap_or_default();
        self.others(format_args!("{path}.campaigns_also"), main, &figure.campaigns_also);
        if figure.campaign.is_none() && !figure.campaigns_also.is_empty() {
            let message = "further campaigns are given without a main one";
            self.problems.push(
                Problem::error(format!("{path}.campaigns_also"), message).hint("fill in campaign first"),
            );
        }
    }
}

fn parents(corpus: &Corpus, problems: &mut Vec<Problem>) {
    let edges =
        collect_map(corpus.organisations.iter().filter_map(|o| Some((o.id.as_str(), o.parent.as_deref()?))));
    let circles = on_circles(&edges);
    for (i, organisation) in corpus.organisations.iter().enumerate() {
        if circles.contains(organisation.id.as_str()) {
            let message = format!("{} is its own ancestor", quote(&organisation.id));
            problems.push(Problem::error(format!("organisations[{i}].parent"), message));
        }
    }
}
