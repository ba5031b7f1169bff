//! Facts by year: what articles state about each organisation in each year.
//!
//! # The rule
//! - A figure is in every year that its period touches ([`FigureRef::when`]), a campaign that an article names in the years on
//!   which the article reports, a dated phase in its own years. An organisation is in the years of its facts, and in those on
//!   which an article about it reports.
//! - A period without dates ("5 năm"), with an open end, or of more than [`MAX_YEARS`] years says nothing about a single year:
//!   its facts are [`FactsByYear::undated`].
//! - An article that was published in a year, and reports on another or on none, states nothing about that year. It is
//!   [`YearFacts::published`].

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::Catalogue;
use super::refs::{FigureRef, MentionRef, PhaseRef, figures_of, phases_of};
use crate::collections::collect_set;
use crate::domain::{Article, CampaignId, CampaignKind, Edtf, OrganisationId, Relation, Role};

/// Length of the longest period that is taken as a statement about each of its years.
pub const MAX_YEARS: u16 = 20;

/// Facts of one organisation in one year, in the order of the corpus.
#[derive(Debug, Clone, Default)]
pub struct OrganisationFacts<'a> {
    /// Campaigns that articles about the organisation name.
    pub mentions: Vec<MentionRef<'a>>,
    /// Phases in articles about the organisation.
    pub phases: Vec<PhaseRef<'a>>,
    /// Figures of the organisation.
    pub figures: Vec<FigureRef<'a>>,
    /// Articles that state these facts, or report on the year without any, each once.
    pub articles: Vec<&'a Article>,
}

/// Facts of one year.
#[derive(Debug, Clone, Default)]
pub struct YearFacts<'a> {
    /// Facts by organisation.
    pub organisations: BTreeMap<&'a OrganisationId, OrganisationFacts<'a>>,
    /// Articles that were published in the year and state nothing about it.
    pub published: Vec<&'a Article>,
}

/// Facts of a corpus by year.
#[derive(Debug, Clone, Default)]
pub struct FactsByYear<'a> {
    /// Every year that a fact or a date of publication touches.
    pub years: BTreeMap<u16, YearFacts<'a>>,
    /// Facts that state no year.
    pub undated: BTreeMap<&'a OrganisationId, OrganisationFacts<'a>>,
}

/// Counts of one year. Figures are counted, never added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct YearCounts {
    /// Organisations with facts in the year.
    pub organisations: usize,
    /// Organisations that ran a campaign.
    pub with_campaigns: usize,
    /// Organisations whose own articles state a target.
    pub with_targets: usize,
    /// Organisations whose own articles state a result.
    pub with_results: usize,
    /// Campaigns that one of the organisations ran: all but those that were only awarded or named.
    pub campaigns: usize,
    /// Titles of which articles say that they were awarded.
    pub titles: usize,
    /// Articles that state something about the year.
    pub articles: usize,
    /// Figures.
    pub figures: usize,
    /// Articles that were only published in the year.
    pub published: usize,
}

/// Years that a period touches. Empty where it states none, see [the rule](self).
fn years_of(period: Option<Edtf>) -> RangeInclusive<u16> {
    let years =
        period.map(Edtf::years).filter(|years| years.end() - years.start().min(years.end()) < MAX_YEARS);
    #[allow(clippy::reversed_empty_ranges, reason = "the empty range is what is meant")]
    years.unwrap_or(1..=0)
}

impl<'a> OrganisationFacts<'a> {
    /// Campaigns that the organisation ran: those that it launched, carried out, responded to or took as a theme, and those with
    /// a phase. Some are given more than once.
    pub fn campaigns_run(&self) -> impl Iterator<Item = &'a CampaignId> {
        let is_run =
            |found: &&MentionRef<'_>| !matches!(found.mention.relation, Relation::Awarded | Relation::Named);
        let mentioned = self.mentions.iter().filter(is_run).map(|found| &found.mention.campaign);
        mentioned.chain(self.phases.iter().map(|found| &found.phase.campaign))
    }

    fn add_article(&mut self, article: &'a Article) {
        if !self.articles.last().is_some_and(|last| std::ptr::eq(*last, article)) {
            self.articles.push(article);
        }
    }
}

impl<'a> FactsByYear<'a> {
    /// Collects the facts of `catalogue`, in time proportional to the corpus.
    pub fn of(catalogue: &'a Catalogue) -> FactsByYear<'a> {
        let mut all = FactsByYear::default();
        for article in catalogue.articles() {
            all.add(article);
        }
        all
    }

    fn add(&mut self, article: &'a Article) {
        let covered = years_of(article.covers);
        let mut stated = collect_set(covered.clone());
        self.each(covered.clone(), &article.organisation, |facts| {
            facts.add_article(article);
            facts.mentions.extend(article.mentions.iter().map(|mention| MentionRef { article, mention }));
        });
        for found in phases_of(article) {
            let own = years_of(found.phase.when);
            let years = if found.phase.when.is_none() { covered.clone() } else { own };
            stated.extend(years.clone());
            self.each(years, &article.organisation, |facts| {
                facts.add_article(article);
                facts.phases.push(found);
            });
        }
        for found in figures_of(article) {
            let years = years_of(found.when());
            stated.extend(years.clone());
            self.each(years, found.organisation(), |facts| {
                facts.add_article(article);
                facts.figures.push(found);
            });
        }
        for year in years_of(article.published).filter(|year| !stated.contains(year)) {
            self.years.entry(year).or_default().published.push(article);
        }
    }

    /// Calls `change` for the facts of `organisation` in each of `years`; for those that state no year if there is none.
    fn each(
        &mut self,
        years: RangeInclusive<u16>,
        organisation: &'a OrganisationId,
        change: impl Fn(&mut OrganisationFacts<'a>),
    ) {
        if years.is_empty() {
            change(self.undated.entry(organisation).or_default());
        }
        for year in years {
            change(self.years.entry(year).or_default().organisations.entry(organisation).or_default());
        }
    }

    /// Counts of every year.
    pub fn counts(&self, catalogue: &Catalogue) -> BTreeMap<u16, YearCounts> {
        self.years.iter().map(|(year, facts)| (*year, counts(facts, catalogue))).collect()
    }
}

fn counts(facts: &YearFacts<'_>, catalogue: &Catalogue) -> YearCounts {
    let all = || facts.organisations.values();
    let number = |has: &dyn Fn(&OrganisationFacts<'_>) -> bool| all().filter(|facts| has(facts)).count();
    // As the home page counts, which has the articles only: an organisation states what its own articles state.
    let states = |role: Role| {
        let own = |id: &OrganisationId, article: &Article| {
            article.organisation == *id && article.figures.iter().any(|figure| figure.role == role)
        };
        let organisations = facts.organisations.iter();
        organisations.filter(|(id, facts)| facts.articles.iter().any(|article| own(id, article))).count()
    };
    let awarded = all()
        .flat_map(|facts| &facts.mentions)
        .filter(|found| found.mention.relation == Relation::Awarded)
        .map(|found| &found.mention.campaign);
    let results = all().flat_map(|facts| &facts.figures).filter(|f| f.figure.role == Role::Result);
    let titles = collect_set(awarded.chain(results.flat_map(|found| found.campaigns())));
    let is_title = |id: &str| catalogue.campaign(id).is_some_and(|c| c.kind == CampaignKind::Title);
    let articles = all().flat_map(|facts| &facts.articles).map(|article| &article.id);
    YearCounts {
        organisations: facts.organisations.len(),
        with_campaigns: number(&|facts| facts.campaigns_run().next().is_some()),
        with_targets: states(Role::Target),
        with_results: states(Role::Result),
        campaigns: collect_set(all().flat_map(OrganisationFacts::campaigns_run)).len(),
        titles: titles.into_iter().filter(|id| is_title(id)).count(),
        articles: collect_set(articles).len(),
        figures: all().map(|facts| facts.figures.len()).sum(),
        published: facts.published.len(),
    }
}
