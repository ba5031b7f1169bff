//! Rules about references: every referenced id exists, and no organisation is above itself.

use std::collections::BTreeSet;

use super::graph::ids_on_cycles;
use crate::collections::{collect_map, collect_set};
use crate::corpus::fact_path::FactPath;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{IdKind, ProblemCode};
use crate::domain::{Article, CampaignId, Corpus, Figure};

/// The ids that exist, and the problems found so far.
struct ReferenceCheck<'a> {
    sources: BTreeSet<&'a str>,
    organisations: BTreeSet<&'a str>,
    units: BTreeSet<&'a str>,
    campaigns: BTreeSet<&'a str>,
    problems: &'a mut Vec<Problem>,
}

pub(super) fn check(corpus: &Corpus, problems: &mut Vec<Problem>) {
    let mut check = ReferenceCheck {
        sources: collect_set(corpus.sources.iter().map(|s| s.id.as_str())),
        organisations: collect_set(corpus.organisations.iter().map(|o| o.id.as_str())),
        units: collect_set(corpus.units.iter().map(|u| u.id.as_str())),
        campaigns: collect_set(corpus.campaigns.iter().map(|c| c.id.as_str())),
        problems,
    };
    for (i, organisation) in corpus.organisations.iter().enumerate() {
        let path = || FactPath::item("organisations", i).field("parent");
        check.reference(path, IdKind::Organisation, organisation.parent.as_deref());
    }
    for (i, campaign) in corpus.campaigns.iter().enumerate() {
        let path = |field: &'static str| FactPath::item("campaigns", i).field(field);
        check.reference(|| path("launched_by"), IdKind::Organisation, campaign.launched_by.as_deref());
        check.other_campaigns(|| path("see_also"), Some(&campaign.id), &campaign.see_also);
    }
    for (a, article) in corpus.articles.iter().enumerate() {
        check.article(a, article);
    }
    check_parents(corpus, problems);
}

impl ReferenceCheck<'_> {
    /// Reports an id of which no object exists. `path` is made only for a problem.
    fn reference(&mut self, path: impl Fn() -> FactPath, kind: IdKind, id: Option<&str>) {
        let Some(id) = id else { return };
        let existing = match kind {
            IdKind::Source => &self.sources,
            IdKind::Organisation => &self.organisations,
            IdKind::Unit => &self.units,
            IdKind::Campaign => &self.campaigns,
            // Articles are not referenced, and references to figures are those of shares.
            IdKind::Article | IdKind::Figure => return,
        };
        if !existing.contains(id) {
            let code = ProblemCode::UnknownReference { kind, id: id.to_owned() };
            self.problems.push(Problem::error(path(), code));
        }
    }

    /// Checks a list of campaigns next to a main one: each exists, is not the main one, and is named once.
    fn other_campaigns(&mut self, path: impl Fn() -> FactPath, main: Option<&str>, others: &[CampaignId]) {
        let mut seen: BTreeSet<&str> = collect_set(main);
        for (i, other) in others.iter().enumerate() {
            self.reference(|| path().index(i), IdKind::Campaign, Some(other));
            if !seen.insert(other) {
                let code = ProblemCode::CampaignNamedTwice(other.to_string());
                self.problems.push(Problem::error(path().index(i), code));
            }
        }
    }

    fn article(&mut self, index: usize, article: &Article) {
        let path = |field: &'static str| FactPath::article(index).field(field);
        self.reference(|| path("source"), IdKind::Source, article.source.as_deref());
        self.reference(|| path("organisation"), IdKind::Organisation, Some(&article.organisation));
        for (i, person) in article.people.iter().enumerate() {
            let path = || path("people").index(i).field("organisation");
            self.reference(path, IdKind::Organisation, person.organisation.as_deref());
        }
        for (i, mention) in article.mentions.iter().enumerate() {
            let path = || path("mentions").index(i).field("campaign");
            self.reference(path, IdKind::Campaign, Some(&mention.campaign));
        }
        for (i, phase) in article.phases.iter().enumerate() {
            let path = |field: &'static str| path("phases").index(i).field(field);
            self.reference(|| path("campaign"), IdKind::Campaign, Some(&phase.campaign));
            self.reference(|| path("theme"), IdKind::Campaign, phase.theme.as_deref());
        }
        for (i, figure) in article.figures.iter().enumerate() {
            self.figure([index, i], figure);
        }
    }

    fn figure(&mut self, [article, index]: [usize; 2], figure: &Figure) {
        let path = |field: &'static str| FactPath::figure(article, index).field(field);
        self.reference(|| path("unit"), IdKind::Unit, Some(&figure.unit));
        self.reference(|| path("organisation"), IdKind::Organisation, figure.organisation.as_deref());
        self.reference(|| path("campaign"), IdKind::Campaign, figure.campaign.as_deref());
        self.other_campaigns(|| path("campaigns_also"), figure.campaign.as_deref(), &figure.campaigns_also);
        if figure.campaign.is_none() && !figure.campaigns_also.is_empty() {
            self.problems.push(
                Problem::error(path("campaigns_also"), ProblemCode::NoMainCampaign)
                    .hint("fill in campaign first"),
            );
        }
    }
}

fn check_parents(corpus: &Corpus, problems: &mut Vec<Problem>) {
    let edges =
        collect_map(corpus.organisations.iter().filter_map(|o| Some((o.id.as_str(), o.parent.as_deref()?))));
    let on_cycles = ids_on_cycles(&edges);
    for (i, organisation) in corpus.organisations.iter().enumerate() {
        if on_cycles.contains(organisation.id.as_str()) {
            let code = ProblemCode::OwnAncestor(organisation.id.to_string());
            problems.push(Problem::error(FactPath::item("organisations", i).field("parent"), code));
        }
    }
}
