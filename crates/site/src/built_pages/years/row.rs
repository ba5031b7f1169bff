//! Row of an organisation in the table of a year: campaigns, targets, results and articles, in the order in which they are shown.

use std::collections::BTreeMap;

use thidua_chart::short_name;
use thidua_core::collections::{collect_set, sort_by_key};
use thidua_core::corpus::{Catalogue, FigureRef, OrganisationFacts, YearFacts};
use thidua_core::domain::{
    Article, Campaign, CampaignKind, Edtf, Organisation, OrganisationId, Relation, Role,
};

/// Number of organisations by campaign that they ran in a year.
pub type RunCounts<'a> = BTreeMap<&'a str, usize>;

/// What an organisation did with a campaign in a year.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// Strongest relation that an article states. `None` where the campaign is known from a phase only.
    pub relation: Option<Relation>,
    /// Dates of its phase, where an article states them.
    pub when: Option<Edtf>,
    /// Article that says so.
    pub article: &'a Article,
    /// Line that says so.
    pub line: u32,
}

/// Facts of an organisation in a year.
#[derive(Debug)]
pub struct Row<'a> {
    /// The organisation.
    pub organisation: &'a Organisation,
    /// Its short name ("Hà Đông"); its whole name where another row has the same short one.
    pub name: String,
    /// Campaigns that it ran, those that most organisations ran first: a campaign that is asked for stands in the same place of
    /// each row.
    pub runs: Vec<Run<'a>>,
    /// Targets.
    pub targets: Vec<FigureRef<'a>>,
    /// Results.
    pub results: Vec<FigureRef<'a>>,
    /// Campaigns of which an article says that they were awarded, and no result counts them.
    pub awards: Vec<Run<'a>>,
    /// Articles that say so.
    pub articles: &'a [&'a Article],
    /// Number of all figures, with those that are neither target nor result.
    pub figures: usize,
}

impl<'a> Row<'a> {
    /// Number of entries: rows with most of them are shown where there are too many.
    pub fn weight(&self) -> usize {
        self.figures + self.runs.len() + self.awards.len()
    }
}

/// Returns the rows of a year in the order of the ids, and the numbers of organisations by campaign. An organisation that the
/// catalogue does not have has no row.
pub fn rows<'a>(facts: &'a YearFacts<'a>, catalogue: &'a Catalogue) -> (Vec<Row<'a>>, RunCounts<'a>) {
    let mut counts = RunCounts::new();
    let mut all: Vec<Row<'a>> = Vec::new();
    for (id, facts) in &facts.organisations {
        let Some(row) = row(id, facts, catalogue) else { continue };
        for run in &row.runs {
            *counts.entry(&run.campaign.id).or_default() += 1;
        }
        all.push(row);
    }
    let names: Vec<String> = all.iter().map(|row| row.name.clone()).collect();
    for row in &mut all {
        if names.iter().filter(|name| **name == row.name).count() > 1 {
            row.name.clone_from(&row.organisation.name);
        }
        sort_by_key(&mut row.runs, |run| {
            let number = counts.get(run.campaign.id.as_str()).copied().unwrap_or_default();
            (usize::MAX - number, run.relation.map_or(usize::MAX, strength))
        });
    }
    (all, counts)
}

fn row<'a>(
    id: &OrganisationId,
    facts: &'a OrganisationFacts<'a>,
    catalogue: &'a Catalogue,
) -> Option<Row<'a>> {
    let organisation = catalogue.organisation(id)?;
    let of_role = |role: Role| facts.figures.iter().filter(|f| f.figure.role == role).copied().collect();
    let results: Vec<FigureRef<'a>> = of_role(Role::Result);
    let counted = collect_set(results.iter().flat_map(|found| found.campaigns()));
    let (runs, awards): (Vec<Run<'a>>, Vec<Run<'a>>) =
        runs(facts, catalogue).into_iter().partition(|run| run.relation != Some(Relation::Awarded));
    Some(Row {
        organisation,
        name: short_name(&organisation.name),
        runs,
        targets: of_role(Role::Target),
        awards: awards.into_iter().filter(|run| !counted.contains(&run.campaign.id)).collect(),
        results,
        articles: &facts.articles,
        figures: facts.figures.len(),
    })
}

/// Campaigns with their strongest relation, in the order of the corpus. Those that are only named are left out.
fn runs<'a>(facts: &'a OrganisationFacts<'a>, catalogue: &'a Catalogue) -> Vec<Run<'a>> {
    let mut runs: Vec<Run<'a>> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for found in &facts.mentions {
        let relation = found.mention.relation;
        let Some(campaign) = catalogue.campaign(&found.mention.campaign) else { continue };
        if relation == Relation::Named {
            continue;
        }
        let (article, line) = (found.article, found.mention.line);
        let run = Run { campaign, relation: Some(relation), when: None, article, line };
        match places.get(campaign.id.as_str()).and_then(|place| runs.get_mut(*place)) {
            Some(known) if known.relation.is_none_or(|known| strength(relation) < strength(known)) => {
                *known = run;
            }
            Some(_) => {}
            None => {
                places.insert(&campaign.id, runs.len());
                runs.push(run);
            }
        }
    }
    for found in &facts.phases {
        let Some(campaign) = catalogue.campaign(&found.phase.campaign) else { continue };
        let (article, line) = (found.article, found.phase.line);
        match places.get(campaign.id.as_str()).and_then(|place| runs.get_mut(*place)) {
            Some(known) if campaign.kind == CampaignKind::Round => {
                known.when = known.when.or(found.phase.when)
            }
            Some(_) => {}
            None => {
                places.insert(&campaign.id, runs.len());
                runs.push(Run { campaign, relation: None, when: found.phase.when, article, line });
            }
        }
    }
    runs
}

/// Position in the order of strength; 0 is the strongest.
fn strength(relation: Relation) -> usize {
    Relation::BY_STRENGTH.iter().position(|other| *other == relation).unwrap_or(usize::MAX)
}
