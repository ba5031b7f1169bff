//! The campaign × organisation matrix: a real table with sticky headers.

use crate::href;
use crate::html::components::links;
use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::context::PageContext;
use crate::route::Page;
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

/// The cells of these campaigns.
pub fn matrix_cells<'a>(ctx: &PageContext<'a>, campaigns: &[&'a Campaign]) -> Cells<'a> {
    let mut cells = Cells::new();
    for campaign in campaigns {
        let key = |organisation: &'a OrganisationId| (campaign.id.as_str(), organisation.as_str());
        for article in ctx.catalogue().articles_of_campaign(&campaign.id) {
            let mentions = article.mentions.iter().filter(|mention| mention.campaign == campaign.id);
            if let Some(relation) = mentions.map(|mention| mention.relation).reduce(stronger) {
                cells.entry(key(&article.organisation)).or_default().deeds.push((article, relation));
            }
        }
        for found in ctx.catalogue().figures_of_campaign(&campaign.id) {
            cells.entry(key(found.organisation())).or_default().figures += 1;
        }
    }
    cells
}

/// The one that stands first in the order of relations.
fn stronger(a: Relation, b: Relation) -> Relation {
    Relation::BY_STRENGTH.into_iter().find(|relation| [a, b].contains(relation)).unwrap_or(a)
}

/// Who did what with which campaign, as the articles say; each cell links to its articles and figures.
pub fn matrix(ctx: &PageContext<'_>, campaigns: &[&Campaign], organisations: &[&Organisation]) -> Markup {
    let cells = matrix_cells(ctx, campaigns);
    html! {
        div class="scroll scroll--tall" role="region" aria-label=(ctx.words.matrix) tabindex="0" {
            table.matrix {
                caption { (ctx.words.matrix_note) }
                thead {
                    tr {
                        th scope="col" { (ctx.words.campaign) }
                        @for organisation in organisations {
                            @let href = ctx.href(Page::Organisation(organisation.id.clone()));
                            th scope="col" { a href=(href) { (short_name(links::organisation_name(ctx, organisation))) } }
                        }
                    }
                }
                @for kind in CampaignKind::ALL {
                    @if campaigns.iter().any(|c| c.kind == kind) {
                        tbody {
                            tr.matrix__kind {
                                th scope="rowgroup" colspan=(organisations.len() + 1) {
                                    span { (terms::kinds(kind, ctx.lang)) }
                                }
                            }
                            @for campaign in campaigns.iter().filter(|c| c.kind == kind) {
                                tr {
                                    th scope="row" { (links::campaign_link(ctx, campaign)) }
                                    @for organisation in organisations {
                                        td { (matrix_cell(ctx, &cells, campaign, organisation, MOST_DEEDS)) }
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
    ctx: &PageContext<'_>,
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
            a.deed href=(href::article_href(ctx, article)) {
                (terms::relation(*relation, ctx.lang)) ", " (links::article_period(ctx, article))
            }
        }
        @if more > 0 {
            a.deed href=(format!("{}#bai", ctx.href(Page::Campaign(campaign.id.clone())))) {
                "+ " (sentences::articles(more, ctx.lang))
            }
        }
        @if cell.figures > 0 {
            a class="deed deed--figures" href=(href::figures_of_cell_href(ctx, campaign, organisation)) {
                (sentences::figures(cell.figures, ctx.lang))
            }
        }
    }
}
