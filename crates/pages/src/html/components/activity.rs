//! What organisations did with campaigns, cell by cell: the articles that say so, their strongest relation, and the figures.

use std::collections::BTreeMap;

use thidua_chart::short_name;
use thidua_core::collections::collect_set;
use thidua_core::corpus::{FigureRef, MAX_YEARS};
use thidua_core::domain::{Article, Campaign, CampaignId, Edtf, Organisation, OrganisationId, Relation};
use thidua_i18n::activity::cell_name;

use super::activity_grid::{GridCell, GridHead};
use super::links;
use crate::context::PageContext;
use crate::href;
use crate::route::Page;
use crate::url_state::YearFilter;

/// Number of years of a period that says nothing of a single one, as on the pages of the years.
const TOO_LONG: usize = MAX_YEARS as usize + 1;

/// A campaign, an organisation, and the year: `None` where the period is not stated or has no dates ("5 năm").
pub type ActivityKey<'a> = (&'a CampaignId, &'a OrganisationId, Option<u16>);

/// Everything that was reported of one campaign and one organisation, in one year or in all.
#[derive(Debug, Clone, Default)]
pub struct Activity<'a> {
    /// Articles about the organisation, each with its strongest relation to the campaign and the line that states it.
    articles: Vec<(&'a Article, Relation, Option<u32>)>,
    /// Number of figures of the organisation.
    figures: usize,
}

/// Activities by campaign, organisation and year. A period of several years counts in each of them, as it does in the search.
#[derive(Debug, Clone, Default)]
pub struct Activities<'a> {
    activities: BTreeMap<ActivityKey<'a>, Activity<'a>>,
    by_year: bool,
}

impl<'a> Activities<'a> {
    /// Collects the activities of all organisations on `campaigns`. With `by_year` false, each pair has one activity, whose year is
    /// `None`.
    pub fn of(ctx: &PageContext<'a>, campaigns: &[&'a Campaign], by_year: bool) -> Activities<'a> {
        let catalogue = ctx.catalogue();
        let mut found = Activities { by_year, ..Activities::default() };
        for campaign in campaigns {
            for article in catalogue.articles_of_campaign(&campaign.id) {
                for year in found.years_of(article.covers) {
                    found.add_article((&campaign.id, &article.organisation, year), article);
                }
            }
            for figure in catalogue.figures_of_campaign(&campaign.id) {
                found.add_figure(&campaign.id, figure);
            }
        }
        found
    }

    /// Years of a period; `None` alone for a period without dates, and for every period if years are not told apart.
    fn years_of(&self, period: Option<Edtf>) -> Vec<Option<u16>> {
        let years: Vec<Option<u16>> = period
            .filter(|_| self.by_year)
            .into_iter()
            .flat_map(Edtf::years)
            .map(Some)
            .take(TOO_LONG)
            .collect();
        if years.is_empty() || years.len() == TOO_LONG { vec![None] } else { years }
    }

    fn add_article(&mut self, key: ActivityKey<'a>, article: &'a Article) {
        let mentions = article.mentions.iter().filter(|mention| mention.campaign == *key.0);
        let strongest = mentions.min_by_key(|mention| strength(mention.relation));
        let relation = strongest.map_or(Relation::Named, |mention| mention.relation);
        let line = strongest.map(|mention| mention.line);
        self.activities.entry(key).or_default().articles.push((article, relation, line));
    }

    fn add_figure(&mut self, campaign: &'a CampaignId, found: FigureRef<'a>) {
        for year in self.years_of(found.when()) {
            self.activities.entry((campaign, found.organisation(), year)).or_default().figures += 1;
        }
    }

    /// Collects the activities of one organisation on all campaigns, by year.
    pub fn of_organisation(ctx: &PageContext<'a>, organisation: &'a Organisation) -> Activities<'a> {
        let catalogue = ctx.catalogue();
        let mut found = Activities { by_year: true, ..Activities::default() };
        for article in catalogue.articles_of_organisation(&organisation.id) {
            let named = article.mentions.iter().map(|mention| &mention.campaign);
            let phased =
                article.phases.iter().flat_map(|phase| std::iter::once(&phase.campaign).chain(&phase.theme));
            for campaign in collect_set(named.chain(phased)) {
                for year in found.years_of(article.covers) {
                    found.add_article((campaign, &organisation.id, year), article);
                }
            }
        }
        for figure in catalogue.figures_of_organisation(&organisation.id) {
            for campaign in collect_set(figure.campaigns()) {
                found.add_figure(campaign, figure);
            }
        }
        found
    }

    /// Keys of all activities, by campaign, organisation and year.
    pub fn keys(&self) -> impl Iterator<Item = &ActivityKey<'a>> {
        self.activities.keys()
    }

    /// Years in which something was reported, the newest first; then `None` if something states no year.
    pub fn years(&self) -> Vec<Option<u16>> {
        let years = collect_set(self.keys().map(|(.., year)| *year));
        years.into_iter().rev().collect()
    }

    /// Strongest relations of each organisation to each campaign, each once, the strongest first. "Named" is said only if nothing else is.
    pub fn relations(&self) -> Vec<Relation> {
        let mut pairs: BTreeMap<(&CampaignId, &OrganisationId), usize> = BTreeMap::new();
        for ((campaign, organisation, _), activity) in &self.activities {
            if let Some(relation) = activity.strongest() {
                let strongest = pairs.entry((campaign, organisation)).or_insert(usize::MAX);
                *strongest = strength(relation).min(*strongest);
            }
        }
        let found = collect_set(pairs.into_values());
        let relations = found.into_iter().filter_map(|place| Relation::BY_STRENGTH.get(place).copied());
        let relations: Vec<Relation> = relations.collect();
        match relations.as_slice() {
            [stronger @ .., Relation::Named] if !stronger.is_empty() => stronger.to_vec(),
            _ => relations,
        }
    }

    /// Periods in words: years, the first and the last of many; then the printed words of a period without dates.
    pub fn periods(&self, ctx: &PageContext<'_>) -> Vec<String> {
        let years: Vec<u16> = self.years().into_iter().flatten().collect();
        let mut words: Vec<String> = match years.as_slice() {
            [last, _, _, .., first] => vec![format!("{first}–{last}")],
            few => few.iter().rev().map(u16::to_string).collect(),
        };
        let of_none = self.activities.iter().filter(|((.., year), _)| year.is_none());
        let articles = of_none.flat_map(|(_, activity)| &activity.articles);
        let undated = collect_set(articles.map(|(article, ..)| links::article_period(ctx, article)));
        match undated.len() {
            0 => {}
            1 => words.extend(undated),
            _ => words.push(ctx.words.year_not_stated.to_owned()),
        }
        words
    }

    /// Number of articles and figures of each organisation, over all campaigns and years.
    pub fn by_organisation(&self) -> BTreeMap<&'a OrganisationId, usize> {
        let mut counts = BTreeMap::new();
        for ((_, organisation, _), activity) in &self.activities {
            *counts.entry(*organisation).or_default() += activity.articles.len() + activity.figures;
        }
        counts
    }

    /// Number of articles and figures of each campaign, over all organisations and years.
    pub fn by_campaign(&self) -> BTreeMap<&'a CampaignId, usize> {
        let mut counts = BTreeMap::new();
        for ((campaign, ..), activity) in &self.activities {
            *counts.entry(*campaign).or_default() += activity.articles.len() + activity.figures;
        }
        counts
    }

    /// Returns the cell of a campaign and an organisation in a year; `None` if nothing was reported. `names` are those of its row and
    /// its column.
    pub fn cell(
        &self,
        ctx: &PageContext<'_>,
        (campaign, organisation): (&Campaign, &Organisation),
        year: Option<u16>,
        names: [&str; 2],
    ) -> Option<GridCell> {
        let activity = self.activities.get(&(&campaign.id, &organisation.id, year))?;
        let (relation, figures) = (activity.strongest(), activity.figures);
        let href = match activity.articles.as_slice() {
            [] => {
                let year = self.by_year.then(|| year.map_or(YearFilter::NotStated, YearFilter::In));
                href::campaign_figures_href(ctx, campaign, organisation, year)
            }
            [(article, _, Some(line))] => href::line_href(ctx, article, *line),
            [(article, ..)] => href::article_href(ctx, article),
            _ => href::campaign_search_href(ctx, campaign, Some(organisation), year),
        };
        let name = cell_name(names, relation, figures, activity.articles.len(), ctx.lang);
        Some(GridCell { relation, figures, href, name })
    }
}

impl Activity<'_> {
    fn strongest(&self) -> Option<Relation> {
        self.articles.iter().map(|(_, relation, _)| *relation).min_by_key(|relation| strength(*relation))
    }
}

/// Position of a relation in the order of relations: the strongest has the least.
fn strength(relation: Relation) -> usize {
    Relation::BY_STRENGTH.iter().position(|other| *other == relation).unwrap_or(usize::MAX)
}

/// Head of a year, which leads to its page.
pub fn year_head(ctx: &PageContext<'_>, year: Option<u16>) -> GridHead {
    let name = year.map_or_else(|| ctx.words.year_not_stated.to_owned(), |year| year.to_string());
    let has_page = |year: &u16| ctx.catalogue().years().contains_key(year);
    let href = year.filter(has_page).map(|year| ctx.href(Page::Year(year)));
    GridHead { name, href, is_vietnamese: false }
}

/// Head of an organisation, with its short name.
pub fn organisation_head(ctx: &PageContext<'_>, organisation: &Organisation) -> GridHead {
    let name = short_name(links::organisation_name(ctx, organisation));
    GridHead { name, href: Some(ctx.href(Page::Organisation(organisation.id.clone()))), is_vietnamese: false }
}

/// Head of a campaign.
pub fn campaign_head(ctx: &PageContext<'_>, campaign: &Campaign) -> GridHead {
    let href = Some(ctx.href(Page::Campaign(campaign.id.clone())));
    GridHead { name: campaign.name.clone(), href, is_vietnamese: true }
}
