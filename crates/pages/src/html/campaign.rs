//! One campaign: summary, organisations, figures, rounds, articles and printed variants.

use std::collections::BTreeMap;

use maud::{Markup, html};

use thidua_chart::short_name;
use thidua_core::collections::collect_set;
use thidua_core::corpus::MentionRef;
use thidua_core::domain::{Campaign, Lang, Organisation};
use thidua_core::text::sorted_by_name;
use thidua_i18n::activity::campaign_caption;
use thidua_i18n::{sentences, terms};

use crate::context::PageContext;
use crate::href;
use crate::html::campaigns::top_by_count;
use crate::html::components::activity::{Activities, organisation_head, year_head};
use crate::html::components::activity_grid::{ActivityGrid, GridRow};
use crate::html::components::clipping::ClippingDetail;
use crate::html::components::facts::{fact, facts};
use crate::html::components::our_text::our_text;
use crate::html::components::{
    article_card, breadcrumb, chart_panel, citation, figure_groups, line_facts, links, page_tools,
};
use crate::html::newest_articles::{MAX_LISTED_ARTICLES, newest_articles};
use crate::page_meta::campaign_name;
use crate::route::Page;
use crate::url_state::PageView;

/// Maximum number of organisations in sight: those with the most articles, by name.
const MAX_GRID_ROWS: usize = 40;
/// Maximum number of further organisations, which can be opened.
const MAX_FOLDED_ROWS: usize = 200;
/// Maximum number of phases.
const MAX_ROWS: usize = 60;
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
    let search = href::campaign_search(campaign);
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
            (organisations_section(ctx, campaign))
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

/// Organisations that did something with the campaign, by year.
fn organisations_section(ctx: &PageContext<'_>, campaign: &Campaign) -> Markup {
    let activities = Activities::of(ctx, &[campaign], true);
    let years = activities.years();
    let acting = collect_set(activities.keys().map(|(_, organisation, _)| *organisation));
    let organisations: Vec<&Organisation> =
        acting.iter().filter_map(|id| ctx.catalogue().organisation(id)).collect();
    // Sorted by the names that are shown.
    let organisations = sorted_by_name(organisations, |o| short_name(links::organisation_name(ctx, o)));
    let reported = |organisation: &Organisation| activities.articles_of(&organisation.id);
    let shown = top_by_count(&organisations, MAX_GRID_ROWS, reported);
    let others: Vec<&Organisation> =
        organisations.iter().filter(|o| !shown.iter().any(|other| other.id == o.id)).copied().collect();
    let grid = |organisations: &[&Organisation]| {
        let rows = organisations.iter().map(|o| organisation_row(ctx, &activities, campaign, o, &years));
        ActivityGrid {
            caption: campaign_caption(&campaign.name, ctx.lang),
            corner: ctx.words.organisation.to_owned(),
            columns: years.iter().map(|year| year_head(ctx, *year)).collect(),
            rows: rows.collect(),
        }
        .markup(ctx)
    };
    html! {
        @if !shown.is_empty() {
            section aria-labelledby="ai-lam" {
                h2 #ai-lam { (ctx.words.who_and_when) }
                (grid(&shown))
                @if !others.is_empty() {
                    details.rest {
                        summary { (sentences::all_organisations(organisations.len(), ctx.lang)) }
                        (grid(others.get(..MAX_FOLDED_ROWS).unwrap_or(&others)))
                        (links::remaining_note(ctx, others.len(), MAX_FOLDED_ROWS))
                    }
                }
            }
        }
    }
}

/// Row of an organisation: a cell a year.
fn organisation_row(
    ctx: &PageContext<'_>,
    activities: &Activities<'_>,
    campaign: &Campaign,
    organisation: &Organisation,
    years: &[Option<u16>],
) -> GridRow {
    let head = organisation_head(ctx, organisation);
    let cell = |year: &Option<u16>| {
        let column = year_head(ctx, *year).name;
        activities.cell(ctx, (campaign, organisation), *year, [&head.name, &column])
    };
    let cells = years.iter().map(cell).collect();
    GridRow { head, cells, group: None }
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
