//! One organisation: its finding, its campaigns by year, its figures and articles; in the rail facts, tools and related organisations.

use std::collections::BTreeMap;

use maud::{Markup, html};

use thidua_core::corpus::FigureRef;
use thidua_core::domain::{Article, Campaign, CampaignKind, Organisation, Person};
use thidua_core::text::{format_period, sorted_by_name};
use thidua_i18n::{activity, sentences, terms};
use thidua_search::SearchRequest;

use crate::context::PageContext;
use crate::html::campaigns::top_by_count;
use crate::html::components::activity::{Activities, campaign_head, year_head};
use crate::html::components::activity_grid::{ActivityGrid, GridRow, grid_with_rest};
use crate::html::components::facts::{fact, facts};
use crate::html::components::finding::{PartName, finding};
use crate::html::components::rail::{RailedPage, rail_list};
use crate::html::components::{
    article_card, breadcrumb, chart_panel, citation, download_bar, figure_groups, line_facts, links,
    page_tools, sorting,
};
use crate::route::Page;
use crate::url_state::{PageView, search_query};

/// Maximum number of campaigns in sight: those with the most articles and figures.
const MAX_GRID_ROWS: usize = 40;
/// Maximum number of further campaigns, which can be opened.
const MAX_FOLDED_ROWS: usize = 200;
/// Maximum number of people in sight, and of those that can be opened; each article names its own.
const MAX_PEOPLE: [usize; 2] = [4, 120];
/// Maximum number of campaigns and organisations of a list of the rail that are in sight.
const MAX_RAIL_ITEMS: usize = 6;

/// Returns the page of organisation `id`; `None` if the catalogue does not have it.
pub(super) fn organisation_page(ctx: &PageContext<'_>, id: &str) -> Option<Markup> {
    let organisation = ctx.catalogue().organisation(id)?;
    let w = ctx.words;
    let page = Page::Organisation(organisation.id.clone());
    let figures = ctx.catalogue().figures_of_organisation(id);
    let articles = ctx.catalogue().articles_of_organisation(id);
    let activities = Activities::of_organisation(ctx, organisation);
    let head = html! {
        (breadcrumb::breadcrumb(ctx, Page::Organisations, w.nav_organisations))
        header.head {
            p.kicker { (terms::organisation_kind(organisation.kind, ctx.lang)) }
            h1 { (links::organisation_name(ctx, organisation)) }
            (organisation_finding(ctx, &activities, &figures))
        }
        @if articles.is_empty() { p.note { (w.only_named) } }
    };
    let mut search = SearchRequest::default();
    search.selection.organisations.insert(organisation.id.clone());
    let all_articles = format!("{}?{}", ctx.href(Page::Home), search_query(&search));
    let story = html! {
        (campaigns_section(ctx, organisation, &activities))
        (chart_panel::view_charts_section(ctx, PageView::new(&page)))
        (figure_groups::figures_section(ctx, &figures, &page))
        (article_card::articles_section(ctx, &articles, &all_articles))
        (organisation_people(ctx, organisation))
    };
    Some(
        RailedPage {
            head,
            rail_name: activity::about_organisation(ctx.lang),
            facts: organisation_tools(ctx, organisation, &articles, figures.is_empty()),
            rest: html! { (launched_campaigns(ctx, organisation)) (children(ctx, organisation)) },
            story,
        }
        .markup(),
    )
}

/// The printed figures, or else what it ran and when.
fn organisation_finding(
    ctx: &PageContext<'_>,
    activities: &Activities<'_>,
    figures: &[FigureRef<'_>],
) -> Markup {
    let campaigns = activities.by_campaign().len();
    html! {
        @match finding(ctx, figures, PartName::Campaign) {
            Some(found) => { p.finding { (found.markup(ctx)) } }
            None => {
                @if campaigns > 0 {
                    @let who = sentences::campaigns(campaigns, ctx.lang);
                    p.finding { (activity::who_and_when(&who, &[], &activities.periods(ctx), ctx.lang)) }
                }
            }
        }
    }
}

/// Facts, tools, citation and downloads of the page.
fn organisation_tools(
    ctx: &PageContext<'_>,
    organisation: &Organisation,
    articles: &[&Article],
    is_without_figures: bool,
) -> Markup {
    let w = ctx.words;
    let page = Page::Organisation(organisation.id.clone());
    let name = links::organisation_name(ctx, organisation);
    let line = thidua_cite::page_line(name, articles, ctx.catalogue(), ctx.lang);
    let aliases = (!organisation.aliases.is_empty())
        .then(|| html! { span lang="vi" { (organisation.aliases.join("; ")) } });
    html! {
        (facts([
            fact(w.locality, organisation.locality.as_ref()),
            fact(w.parent, organisation.parent.as_deref().and_then(|id| links::organisation_link(ctx, id))),
            fact(w.other_names, aliases),
            fact(w.period, organisation.valid.map(|valid| format_period(valid, ctx.lang))),
        ]))
        (page_tools::page_tools(ctx, &ctx.href(page.clone()), name, Some(&line), !articles.is_empty()))
        (citation::page_citation(ctx, page, &organisation.id, name, articles))
        @if !is_without_figures { (download_bar::table_downloads(ctx)) }
    }
}

/// Campaigns of the organisation by year, each kind under its name.
fn campaigns_section(
    ctx: &PageContext<'_>,
    organisation: &Organisation,
    activities: &Activities<'_>,
) -> Markup {
    let years = activities.years();
    let counts = activities.by_campaign();
    let campaigns = ctx.catalogue().campaigns_by_id(counts.keys().map(|id| id.as_str()));
    let campaigns = sorting::campaigns_by_name(campaigns);
    let count = |campaign: &Campaign| counts.get(&campaign.id).copied().unwrap_or_default();
    let shown = top_by_count(&campaigns, MAX_GRID_ROWS, count);
    let others: Vec<&Campaign> =
        campaigns.iter().filter(|c| !shown.iter().any(|other| other.id == c.id)).copied().collect();
    let folded = others.get(..MAX_FOLDED_ROWS).unwrap_or(&others);
    let name = links::organisation_name(ctx, organisation);
    let row = |campaign: &Campaign| {
        let head = campaign_head(ctx, campaign);
        let cell = |year: &Option<u16>| {
            let column = year_head(ctx, *year).name;
            activities.cell(ctx, (campaign, organisation), *year, [&head.name, &column])
        };
        let cells = years.iter().map(cell).collect();
        GridRow { head, cells, group: None }
    };
    let grid = |campaigns: &[&Campaign], ids: &str| {
        let mut rows = Vec::new();
        for kind in CampaignKind::ALL {
            let of_kind = campaigns.iter().filter(|campaign| campaign.kind == kind);
            let mut group = Some((terms::kinds(kind, ctx.lang).to_owned(), format!("{ids}{}", kind.slug())));
            rows.extend(of_kind.map(|campaign| GridRow { group: group.take(), ..row(campaign) }));
        }
        ActivityGrid {
            caption: activity::organisation_caption(name, ctx.lang),
            corner: ctx.words.campaign.to_owned(),
            columns: years.iter().map(|year| year_head(ctx, *year)).collect(),
            rows,
        }
    };
    let all = sentences::all_campaigns(campaigns.len(), ctx.lang);
    html! {
        @if !shown.is_empty() {
            section aria-labelledby="chuong-trinh" {
                h2 #chuong-trinh { (ctx.words.programme_by_year) }
                (grid_with_rest(ctx, &grid(&shown, "loai-"), &grid(folded, "loai-khac-"), &all, others.len() - folded.len()))
                @if years.iter().any(Option::is_some) { p.grid__legend { (activity::years_of_articles(ctx.lang)) } }
            }
        }
    }
}

fn launched_campaigns(ctx: &PageContext<'_>, organisation: &Organisation) -> Markup {
    let launched = ctx.catalogue().campaigns_launched_by(&organisation.id);
    let launched = sorting::campaigns_by_name(launched);
    let items: Vec<Markup> =
        launched.into_iter().map(|campaign| links::campaign_link_with_kind(ctx, campaign)).collect();
    let all = sentences::all_items(items.len(), ctx.lang);
    rail_list("phat-dong", ctx.words.campaigns_launched, None, &items, MAX_RAIL_ITEMS, &all)
}

fn children(ctx: &PageContext<'_>, organisation: &Organisation) -> Markup {
    let below = ctx.catalogue().child_organisations(&organisation.id);
    let below = sorting::organisations_by_name(ctx, below);
    let items: Vec<Markup> = below.iter().filter_map(|o| links::organisation_link(ctx, &o.id)).collect();
    let all = sentences::all_organisations(items.len(), ctx.lang);
    rail_list("truc-thuoc", ctx.words.children, None, &items, MAX_RAIL_ITEMS, &all)
}

/// Each person once, however many lines name them.
fn organisation_people(ctx: &PageContext<'_>, organisation: &Organisation) -> Markup {
    let mut people: BTreeMap<(&str, Option<&str>), &Person> = BTreeMap::new();
    for person in ctx.catalogue().people_of(&organisation.id) {
        people.entry((&person.name, person.role.as_deref())).or_insert(person);
    }
    let people = sorted_by_name(people.into_values(), |person| &person.name);
    let [most, most_folded] = MAX_PEOPLE;
    let (shown, others) = people.split_at_checked(most).unwrap_or((&people, &[]));
    html! {
        @if !people.is_empty() {
            section aria-labelledby="nguoi" {
                h2 #nguoi { (ctx.words.people) }
                @for person in shown { (line_facts::person(ctx, person)) }
                @if !others.is_empty() {
                    details.rest {
                        summary { (sentences::all_items(people.len(), ctx.lang)) }
                        @for person in others.iter().take(most_folded) { (line_facts::person(ctx, person)) }
                        (links::remaining_note(ctx, others.len(), most_folded))
                    }
                }
            }
        }
    }
}
