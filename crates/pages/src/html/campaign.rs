//! One campaign: summary, organisations, figures, rounds, articles and printed variants.

use std::collections::BTreeMap;

use maud::{Markup, html};

use thidua_core::collections::collect_set;
use thidua_core::corpus::MentionRef;
use thidua_core::domain::{Article, Campaign, Lang};
use thidua_core::text::sorted_by_name;
use thidua_i18n::{sentences, terms};
use thidua_search::SearchRequest;

use crate::context::PageContext;
use crate::href;
use crate::html::campaigns::top_by_count;
use crate::html::components::clipping::ClippingDetail;
use crate::html::components::facts::{fact, facts};
use crate::html::components::our_text::our_text;
use crate::html::components::{
    article_card, breadcrumb, chart_panel, citation, figure_groups, line_facts, links, matrix, page_tools,
    sorting,
};
use crate::html::newest_articles::{MAX_LISTED_ARTICLES, newest_articles};
use crate::page_meta::campaign_name;
use crate::route::Page;
use crate::url_state::PageView;

/// Maximum number of organisations (those with the most articles, listed by name) and of phases.
const MAX_ROWS: usize = 60;
/// Maximum number of articles of one organisation.
const MAX_ARTICLES_PER_ORGANISATION: usize = 6;
/// Maximum number of mentions listed for one spelling.
const MAX_MENTIONS_PER_SPELLING: usize = 24;

/// Returns the page of campaign `id`; `None` if the catalogue does not have it.
pub(super) fn campaign_page(ctx: &PageContext<'_>, id: &str) -> Option<Markup> {
    let campaign = ctx.catalogue().campaign(id)?;
    let w = ctx.words;
    let page = Page::Campaign(campaign.id.clone());
    let href = ctx.href(page.clone());
    let figures = ctx.catalogue().figures_of_campaign(id);
    let articles = ctx.catalogue().articles_of_campaign(id);
    let newest = newest_articles(&articles, MAX_LISTED_ARTICLES);
    let search = SearchRequest { query: phrase(&campaign.name), ..SearchRequest::default() };
    let heading = campaign_name(campaign, ctx.lang);
    let line = thidua_cite::page_line(&heading, &articles, ctx.catalogue(), ctx.lang);
    Some(html! {
        article {
            (breadcrumb::breadcrumb(ctx, Page::Campaigns, w.nav_campaigns))
            header.head {
                p.kicker { (terms::kind(campaign.kind, ctx.lang)) }
                h1 lang="vi" { (campaign.name) }
                @if let (Lang::En, Some(name)) = (ctx.lang, &campaign.name_en) { p.original { (name) } }
                p.lede { (our_text(ctx, &campaign.summary)) }
                (campaign_facts(ctx, campaign))
                (page_tools::page_tools(ctx, &href, &heading, Some(&line), !articles.is_empty()))
            }
            (organisations_section(ctx, campaign, &articles))
            (chart_panel::view_charts_section(ctx, PageView::new(&page)))
            (figure_groups::figures_section(ctx, &figures, ClippingDetail::Article, &page))
            @if figures.is_empty() { p.note.table-note { (w.no_campaign_figures) } }
            (campaign_phases(ctx, campaign))
            section aria-labelledby="bai" {
                h2 #bai { (w.articles) }
                (article_card::article_list(ctx, &newest))
                (article_card::search_link(ctx, articles.len(), &search))
                (citation::citation_list(ctx, &articles))
            }
            (variants(ctx, campaign))
            (see_also(ctx, campaign))
            (citation::page_citation(ctx, page.clone(), &campaign.id, &heading, &articles))
        }
    })
}

fn campaign_facts(ctx: &PageContext<'_>, campaign: &Campaign) -> Markup {
    let w = ctx.words;
    facts([
        fact(w.launched_by, campaign.launched_by.as_deref().and_then(|id| links::organisation_link(ctx, id))),
        fact(w.sector, campaign.sector.map(|s| terms::sector(s, ctx.lang))),
    ])
}

/// Organisations with an article on the campaign, each with what it did with the campaign, and when.
fn organisations_section(ctx: &PageContext<'_>, campaign: &Campaign, articles: &[&Article]) -> Markup {
    let cells = matrix::matrix_cells(ctx, &[campaign]);
    let reporting = collect_set(articles.iter().map(|article| &article.organisation));
    let mut organisations = sorting::organisations_by_name(ctx, ctx.catalogue().reporting_organisations());
    organisations.retain(|organisation| reporting.contains(&organisation.id));
    let shown = top_by_count(&organisations, MAX_ROWS, |o| {
        articles.iter().filter(|article| article.organisation == o.id).count()
    });
    html! {
        @if !articles.is_empty() {
            section aria-labelledby="ai-lam" {
                h2 #ai-lam { (ctx.words.who_and_when) }
                table.who {
                    tbody {
                        @for o in &shown {
                            tr {
                                th scope="row" { @if let Some(link) = links::organisation_link(ctx, &o.id) { (link) } }
                                td { (matrix::matrix_cell(ctx, &cells, campaign, o, MAX_ARTICLES_PER_ORGANISATION)) }
                            }
                        }
                    }
                }
                @if shown.len() < organisations.len() {
                    p.note { (sentences::organisations_shown(shown.len(), organisations.len(), ctx.lang)) }
                }
            }
        }
    }
}

fn campaign_phases(ctx: &PageContext<'_>, campaign: &Campaign) -> Markup {
    let phases = ctx.catalogue().phases_of(&campaign.id);
    html! {
        @if !phases.is_empty() {
            section aria-labelledby="dot" {
                h2 #dot { (ctx.words.phases) }
                ul.phases {
                    @for found in phases.iter().take(MAX_ROWS) {
                        li { (line_facts::phase(ctx, found.phase)) p.note { (links::article_link(ctx, found.article)) } }
                    }
                }
                (links::remaining_note(ctx, phases.len(), MAX_ROWS))
            }
        }
    }
}

/// Every printed spelling, with the mentions that print it.
fn variants(ctx: &PageContext<'_>, campaign: &Campaign) -> Markup {
    let mut variants: BTreeMap<&str, Vec<MentionRef<'_>>> = BTreeMap::new();
    for found in ctx.catalogue().mentions_of(&campaign.id) {
        variants.entry(&found.mention.as_written).or_default().push(found);
    }
    html! {
        @if !variants.is_empty() {
            section aria-labelledby="cach-viet" {
                h2 #cach-viet { (ctx.words.printed_variants) }
                dl.facts {
                    @for (printed, places) in sorted_by_name(&variants, |(printed, _)| **printed) {
                        div.facts__row {
                            dt.printed lang="vi" { "“" (printed) "”" }
                            dd {
                                ul.places { @for place in places.iter().take(MAX_MENTIONS_PER_SPELLING) { li { (printed_at(ctx, *place)) } } }
                                (links::remaining_note(ctx, places.len(), MAX_MENTIONS_PER_SPELLING))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn printed_at(ctx: &PageContext<'_>, found: MentionRef<'_>) -> Markup {
    let organisation = ctx.catalogue().organisation(&found.article.organisation);
    html! {
        a href=(href::line_href(ctx, found.article, found.mention.line)) {
            @if let Some(o) = organisation { (links::organisation_name(ctx, o)) ", " }
            (links::place(ctx, found.article, found.mention.line))
        }
    }
}

fn see_also(ctx: &PageContext<'_>, campaign: &Campaign) -> Markup {
    html! {
        @if !campaign.see_also.is_empty() {
            section aria-labelledby="xem-them" {
                h2 #xem-them { (ctx.words.see_also) }
                p.note { (ctx.words.see_also_note) }
                ul.name-list {
                    @for id in &campaign.see_also {
                        @if let Some(link) = links::campaign_link_by_id(ctx, id) { li { (link) } }
                    }
                }
            }
        }
    }
}

/// Search query for a name as a phrase.
fn phrase(name: &str) -> String {
    format!("\"{}\"", name.replace('"', " "))
}
