//! The campaign × organisation matrix: a real table with sticky headers.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::html::PageContext;
use crate::route::Page;
use crate::url_state::FigureFilter;
use thidua_chart::short_name;
use thidua_core::domain::{Article, Campaign, CampaignKind, Organisation, OrganisationId, Relation};
use thidua_i18n::{sentences, terms};

/// A cell of the matrix names so many articles; the campaign's page has them all.
const MOST_DEEDS: usize = 3;

/// What the articles of one organisation say of one campaign.
#[derive(Debug, Default)]
pub struct Cell<'a> {
    /// Each article with the strongest relation that it reports.
    deeds: Vec<(&'a Article, Relation)>,
    /// How many figures of the campaign are the organisation's.
    figures: usize,
}

/// The cells that are not empty, by campaign and organisation.
pub type Cells<'a> = BTreeMap<(&'a str, &'a str), Cell<'a>>;

impl<'a> PageContext<'a> {
    /// The cells of these campaigns.
    pub fn matrix_cells(self, campaigns: &[&'a Campaign]) -> Cells<'a> {
        let mut cells = Cells::new();
        for campaign in campaigns {
            let key = |organisation: &'a OrganisationId| (campaign.id.as_str(), organisation.as_str());
            for article in self.catalogue().articles_of_campaign(&campaign.id) {
                let mentions = article.mentions.iter().filter(|mention| mention.campaign == campaign.id);
                if let Some(relation) = mentions.map(|mention| mention.relation).reduce(stronger) {
                    cells.entry(key(&article.organisation)).or_default().deeds.push((article, relation));
                }
            }
            for found in self.catalogue().figures_of_campaign(&campaign.id) {
                cells.entry(key(found.organisation())).or_default().figures += 1;
            }
        }
        cells
    }
}

/// The one that stands first in the order of relations.
fn stronger(a: Relation, b: Relation) -> Relation {
    Relation::BY_STRENGTH.into_iter().find(|relation| [a, b].contains(relation)).unwrap_or(a)
}

impl PageContext<'_> {
    /// Who did what with which campaign, as the articles say; each cell links to its articles and figures.
    pub fn matrix(self, campaigns: &[&Campaign], organisations: &[&Organisation]) -> Markup {
        let cells = self.matrix_cells(campaigns);
        html! {
            div class="scroll scroll--tall" role="region" aria-label=(self.w.matrix) tabindex="0" {
                table.matrix {
                    caption { (self.w.matrix_note) }
                    thead {
                        tr {
                            th scope="col" { (self.w.campaign) }
                            @for organisation in organisations {
                                @let href = self.href(Page::Organisation(organisation.id.clone()));
                                th scope="col" { a href=(href) { (short_name(self.organisation_name(organisation))) } }
                            }
                        }
                    }
                    @for kind in CampaignKind::ALL {
                        @if campaigns.iter().any(|c| c.kind == kind) {
                            tbody {
                                tr.matrix__kind {
                                    th scope="rowgroup" colspan=(organisations.len() + 1) {
                                        span { (terms::kinds(kind, self.lang)) }
                                    }
                                }
                                @for campaign in campaigns.iter().filter(|c| c.kind == kind) {
                                    tr {
                                        th scope="row" { (self.campaign_link(campaign)) }
                                        @for organisation in organisations {
                                            td { (self.matrix_cell(&cells, campaign, organisation, MOST_DEEDS)) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// One link an article, at most `most`: the strongest relation it reports, and the year; then the figures.
    pub fn matrix_cell(
        self,
        cells: &Cells<'_>,
        campaign: &Campaign,
        organisation: &Organisation,
        most: usize,
    ) -> Markup {
        let Some(cell) = cells.get(&(campaign.id.as_str(), organisation.id.as_str())) else {
            return html! {};
        };
        let more = cell.deeds.len().saturating_sub(most);
        html! {
            @for (article, relation) in cell.deeds.iter().take(most) {
                a.deed href=(self.article_href(article)) {
                    (terms::relation(*relation, self.lang)) ", " (self.period_of(article))
                }
            }
            @if more > 0 {
                a.deed href=(format!("{}#bai", self.href(Page::Campaign(campaign.id.clone())))) {
                    "+ " (sentences::articles(more, self.lang))
                }
            }
            @if cell.figures > 0 {
                a class="deed deed--figures" href=(self.figures_of_cell(campaign, organisation)) {
                    (sentences::figures(cell.figures, self.lang))
                }
            }
        }
    }

    /// The address of the figures of an organisation in a campaign.
    fn figures_of_cell(self, campaign: &Campaign, organisation: &Organisation) -> String {
        let filter = FigureFilter {
            organisation: Some(organisation.id.clone()),
            campaign: Some(campaign.id.clone()),
            ..FigureFilter::default()
        };
        format!("{}?{}", self.href(Page::Figures), filter.query())
    }
}
