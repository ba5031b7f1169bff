//! One campaign: its finding, organisations, figures, rounds and articles; in the rail facts, tools and printed variants.

use std::collections::BTreeMap;

use maud::{Markup, html};

use thidua_chart::short_name;
use thidua_core::corpus::{FigureRef, MentionRef, PhaseRef};
use thidua_core::domain::{Article, Campaign, CampaignKind, Lang, Organisation};
use thidua_core::text::sorted_by_name;
use thidua_i18n::{activity, sentences, terms};

use crate::context::PageContext;
use crate::href;
use crate::html::campaigns::top_by_count;
use crate::html::components::activity::{Activities, organisation_head, year_head};
use crate::html::components::activity_grid::{ActivityGrid, GridRow, grid_with_rest};
use crate::html::components::facts::{fact, facts};
use crate::html::components::finding::{PartName, finding, other_organisations};
use crate::html::components::our_text::our_text;
use crate::html::components::rail::{RailedPage, rail_list};
use crate::html::components::{
    article_card, breadcrumb, chart_panel, citation, download_bar, figure_groups, line_facts, links,
    page_tools,
};
use crate::page_meta::campaign_name;
use crate::route::Page;
use crate::url_state::PageView;

/// Maximum number of organisations in sight: those with the most articles and figures, by name.
const MAX_GRID_ROWS: usize = 40;
/// Maximum number of further organisations, which can be opened.
const MAX_FOLDED_ROWS: usize = 200;
/// Maximum number of phases in sight, and of those that can be opened.
const MAX_PHASES: [usize; 2] = [2, 60];
/// Maximum number of spellings and of related campaigns in sight.
const MAX_RAIL_ITEMS: usize = 4;
/// Maximum number of mentions listed for one spelling.
const MAX_MENTIONS_PER_SPELLING: usize = 6;
/// Maximum number of related campaigns of which figures are shown, and of figures of each.
const MAX_RELATED: [usize; 2] = [3, 4];

/// Returns the page of campaign `id`; `None` if the catalogue does not have it.
pub(super) fn campaign_page(ctx: &PageContext<'_>, id: &str) -> Option<Markup> {
    let campaign = ctx.catalogue().campaign(id)?;
    let w = ctx.words;
    let page = Page::Campaign(campaign.id.clone());
    let figures = ctx.catalogue().figures_of_campaign(id);
    let articles = ctx.catalogue().articles_of_campaign(id);
    let activities = Activities::of(ctx, &[campaign], true);
    let head = html! {
        (breadcrumb::breadcrumb(ctx, Page::Campaigns, w.nav_campaigns))
        header.head {
            p.kicker { (terms::kind(campaign.kind, ctx.lang)) }
            h1 lang="vi" { (campaign.name) }
            @if let (Lang::En, Some(name)) = (ctx.lang, &campaign.name_en) { p.original { (name) } }
            (campaign_finding(ctx, &activities, &figures))
            p.summary { (our_text(ctx, &campaign.summary)) }
        }
    };
    let story = html! {
        (organisations_section(ctx, campaign, &activities))
        (chart_panel::view_charts_section(ctx, PageView::new(&page)))
        (figure_groups::figures_section(ctx, &figures, &page))
        (related_figures(ctx, campaign, figures.is_empty()))
        (campaign_phases(ctx, campaign))
        (article_card::articles_section(ctx, &articles, &href::campaign_search_href(ctx, campaign, None, None)))
    };
    Some(
        RailedPage {
            head,
            rail_name: activity::about_campaign(ctx.lang),
            facts: campaign_tools(ctx, campaign, &articles, figures.is_empty()),
            rest: html! { (variants(ctx, campaign)) (see_also(ctx, campaign)) },
            story,
        }
        .markup(),
    )
}

/// The printed figures, or else who did what and when.
fn campaign_finding(ctx: &PageContext<'_>, activities: &Activities<'_>, figures: &[FigureRef<'_>]) -> Markup {
    let acting = activities.by_organisation().len();
    html! {
        @match finding(ctx, figures, PartName::Organisation) {
            Some(found) => {
                p.finding {
                    (found.markup(ctx))
                    @if let Some(others) = other_organisations(ctx, figures, &found) { " " span.finding__when { (others) } }
                }
            }
            None => {
                @if acting > 0 {
                    @let who = sentences::organisations(acting, ctx.lang);
                    p.finding { (activity::who_and_when(&who, &activities.relations(), &activities.periods(ctx), ctx.lang)) }
                }
            }
        }
    }
}

/// Facts, tools, citation and downloads of the page.
fn campaign_tools(
    ctx: &PageContext<'_>,
    campaign: &Campaign,
    articles: &[&Article],
    is_without_figures: bool,
) -> Markup {
    let w = ctx.words;
    let page = Page::Campaign(campaign.id.clone());
    let heading = campaign_name(campaign, ctx.lang);
    let line = thidua_cite::page_line(&heading, articles, ctx.catalogue(), ctx.lang);
    let launched_by = campaign.launched_by.as_deref().and_then(|id| links::organisation_link(ctx, id));
    html! {
        (facts([
            fact(w.launched_by, launched_by),
            fact(w.sector, campaign.sector.map(|s| terms::sector(s, ctx.lang))),
        ]))
        (page_tools::page_tools(ctx, &ctx.href(page.clone()), &heading, Some(&line), !articles.is_empty()))
        (citation::page_citation(ctx, page, &campaign.id, &heading, articles))
        @if !is_without_figures { (download_bar::table_downloads(ctx)) }
    }
}

/// Organisations that did something with the campaign, by year.
fn organisations_section(ctx: &PageContext<'_>, campaign: &Campaign, activities: &Activities<'_>) -> Markup {
    let years = activities.years();
    let counts = activities.by_organisation();
    let acting = counts.keys().filter_map(|id| ctx.catalogue().organisation(id));
    // Sorted by the names that are shown.
    let organisations = sorted_by_name(acting, |o| short_name(links::organisation_name(ctx, o)));
    let count = |organisation: &Organisation| counts.get(&organisation.id).copied().unwrap_or_default();
    let shown = top_by_count(&organisations, MAX_GRID_ROWS, count);
    let others: Vec<&Organisation> =
        organisations.iter().filter(|o| !shown.iter().any(|other| other.id == o.id)).copied().collect();
    let folded = others.get(..MAX_FOLDED_ROWS).unwrap_or(&others);
    let grid = |organisations: &[&Organisation]| ActivityGrid {
        caption: activity::campaign_caption(&campaign.name, ctx.lang),
        corner: ctx.words.organisation.to_owned(),
        columns: years.iter().map(|year| year_head(ctx, *year)).collect(),
        rows: organisations.iter().map(|o| organisation_row(ctx, activities, campaign, o, &years)).collect(),
    };
    let all = sentences::all_organisations(organisations.len(), ctx.lang);
    html! {
        @if !shown.is_empty() {
            section aria-labelledby="ai-lam" {
                h2 #ai-lam { (ctx.words.who_and_when) }
                (grid_with_rest(ctx, &grid(&shown), &grid(folded), &all, others.len() - folded.len()))
                @if years.iter().any(Option::is_some) { p.grid__legend { (activity::years_of_articles(ctx.lang)) } }
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

/// Figures of related movements, titles and contests, under the name of each. The data stay apart.
fn related_figures(ctx: &PageContext<'_>, campaign: &Campaign, is_alone: bool) -> Markup {
    let [most, most_figures] = MAX_RELATED;
    let related = campaign.see_also.iter().filter_map(|id| ctx.catalogue().campaign(id));
    let related = related.filter(|other| {
        matches!(other.kind, CampaignKind::Movement | CampaignKind::Title | CampaignKind::Contest)
    });
    let with_figures = related.map(|other| (other, ctx.catalogue().figures_of_campaign(&other.id)));
    let with_figures: Vec<_> = with_figures.filter(|(_, figures)| !figures.is_empty()).collect();
    html! {
        @if is_alone && with_figures.is_empty() { p.note.table-note { (ctx.words.no_campaign_figures) } }
        @if !with_figures.is_empty() {
            section aria-labelledby="ghi-rieng" {
                h2 #ghi-rieng { (activity::related_figures(ctx.lang)) }
                p.note {
                    @if is_alone { (activity::only_related_figures(ctx.lang)) } @else { (activity::never_added(ctx.lang)) }
                }
                @for (other, figures) in with_figures.iter().take(most) {
                    @let name = campaign_name(other, ctx.lang);
                    @let href = ctx.href(Page::Campaign(other.id.clone()));
                    div.figure-group {
                        h3 { a href=(href) { (activity::kept_apart(&name, ctx.lang)) } }
                        (figure_groups::figure_rows(ctx, figures, most_figures, true))
                        @if figures.len() > most_figures {
                            p.all { a href=(format!("{href}#so-lieu")) { (sentences::all_figures(figures.len(), ctx.lang)) } }
                        }
                    }
                }
            }
        }
    }
}

fn campaign_phases(ctx: &PageContext<'_>, campaign: &Campaign) -> Markup {
    let phases = ctx.catalogue().phases_of(&campaign.id);
    let [most, most_folded] = MAX_PHASES;
    let (shown, others) = phases.split_at_checked(most).unwrap_or((&phases, &[]));
    let list = |phases: &[PhaseRef<'_>]| {
        html! {
            ul.phases {
                @for found in phases {
                    li { (line_facts::phase(ctx, found.phase)) p.note { (links::article_link(ctx, found.article)) } }
                }
            }
        }
    };
    html! {
        @if !phases.is_empty() {
            section aria-labelledby="dot" {
                h2 #dot { (ctx.words.phases) }
                (list(shown))
                @if !others.is_empty() {
                    details.rest {
                        summary { (sentences::all_items(phases.len(), ctx.lang)) }
                        (list(others.get(..most_folded).unwrap_or(others)))
                        (links::remaining_note(ctx, others.len(), most_folded))
                    }
                }
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
    let variant = |(printed, places): &(&&str, &Vec<MentionRef<'_>>)| {
        html! {
            p.variant lang="vi" { "“" (printed) "”" }
            ul.places { @for place in places.iter().take(MAX_MENTIONS_PER_SPELLING) { li { (printed_at(ctx, *place)) } } }
            (links::remaining_note(ctx, places.len(), MAX_MENTIONS_PER_SPELLING))
        }
    };
    let items: Vec<Markup> =
        sorted_by_name(&variants, |(printed, _)| **printed).iter().map(variant).collect();
    let all = sentences::all_items(items.len(), ctx.lang);
    rail_list("cach-viet", ctx.words.printed_variants, None, &items, MAX_RAIL_ITEMS, &all)
}

fn printed_at(ctx: &PageContext<'_>, found: MentionRef<'_>) -> Markup {
    let organisation = ctx.catalogue().organisation(&found.article.organisation);
    html! {
        a href=(href::line_href(ctx, found.article, found.mention.line)) {
            @if let Some(o) = organisation { bdi { (short_name(links::organisation_name(ctx, o))) } ", " }
            (links::place(ctx, found.article, found.mention.line))
        }
    }
}

fn see_also(ctx: &PageContext<'_>, campaign: &Campaign) -> Markup {
    let w = ctx.words;
    let items: Vec<Markup> =
        campaign.see_also.iter().filter_map(|id| links::campaign_link_by_id(ctx, id)).collect();
    let all = sentences::all_items(items.len(), ctx.lang);
    rail_list("xem-them", w.see_also, Some(w.see_also_note), &items, MAX_RAIL_ITEMS, &all)
}
