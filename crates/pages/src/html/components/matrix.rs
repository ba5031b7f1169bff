//! The campaign × organisation matrix: a table with sticky headers.

use std::collections::BTreeMap;

use maud::{Markup, html};

use thidua_chart::short_name;
use thidua_core::domain::{Article, Campaign, CampaignKind, Organisation, OrganisationId, Relation};
use thidua_i18n::{sentences, terms};

use crate::context::PageContext;
use crate::href;
use crate::html::components::links;
use crate::route::Page;

/// Number of articles named in a cell; the page of the campaign has all of them.
const MAX_LINKS: usize = 3;

/// A cell: the articles of one organisation on one campaign.
#[derive(Debug, Default)]
pub struct Cell<'a> {
    /// Each article with its strongest relation to the campaign.
    relations: Vec<(&'a Article, Relation)>,
    /// Number of figures of the organisation in the campaign.
    figures: usize,
}

/// Non-empty cells by campaign and organisation.
pub type Cells<'a> = BTreeMap<(&'a str, &'a str), Cell<'a>>;

/// Computes the cells of `campaigns`.
pub fn matrix_cells<'a>(ctx: &PageContext<'a>, campaigns: &[&'a Campaign]) -> Cells<'a> {
    let mut cells = Cells::new();
    for campaign in campaigns {
        let key = |organisation: &'a OrganisationId| (campaign.id.as_str(), organisation.as_str());
        for article in ctx.catalogue().articles_of_campaign(&campaign.id) {
            let mentions = article.mentions.iter().filter(|mention| mention.campaign == campaign.id);
            if let Some(relation) = mentions.map(|mention| mention.relation).reduce(stronger) {
                cells.entry(key(&article.organisation)).or_default().relations.push((article, relation));
            }
        }
        for found in ctx.catalogue().figures_of_campaign(&campaign.id) {
            cells.entry(key(found.organisation())).or_default().figures += 1;
        }
    }
    cells
}

/// Returns the relation that comes first in the order of relations.
fn stronger(a: Relation, b: Relation) -> Relation {
    Relation::BY_STRENGTH.into_iter().find(|relation| [a, b].contains(relation)).unwrap_or(a)
}

/// Returns the matrix of relations; each cell links to its articles and figures.
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
                                        td { (matrix_cell(ctx, &cells, campaign, organisation, MAX_LINKS)) }
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

/// Returns one link an article, at most `most`, with its strongest relation and the year; then the number of figures.
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
    let more = cell.relations.len().saturating_sub(most);
    html! {
        @for (article, relation) in cell.relations.iter().take(most) {
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
            a class="deed deed--figures" href=(href::campaign_figures_href(ctx, campaign, organisation, None)) {
                (sentences::figures(cell.figures, ctx.lang))
            }
        }
    }
}
