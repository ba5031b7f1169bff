//! The comparison before a measure is chosen: measures × organisations, each cell a link.

use std::collections::BTreeMap;

use maud::{Markup, html};

use thidua_chart::short_name;
use thidua_core::collections::sort_by_key;
use thidua_core::domain::Organisation;
use thidua_core::text::fold;
use thidua_i18n::{comparison as words, sentences};

use super::{ComparisonPage, names, search_form};
use crate::comparison::{OfferedMeasure, offered_measures};
use crate::context::PageContext;
use crate::html::components::activity_grid::{ActivityGrid, GridCell, GridHead, GridRow};
use crate::html::components::{links, sorting};
use crate::route::Page;
use crate::url_state::ComparisonQuery;
use crate::{href, view_content};

/// Maximum number of measures on the page.
const MAX_MEASURES: usize = 40;
/// Maximum number of measures of one campaign; its own page of measures has all of them.
const MAX_PER_CAMPAIGN: usize = 5;
/// Maximum number of organisations with a column of their own: those with the most measures.
const MAX_COLUMNS: usize = 12;
/// Maximum number of organisations named with such a campaign.
const MAX_NEAR_ORGANISATIONS: usize = 3;
/// Maximum number of campaigns whose figures cannot be compared.
const MAX_NEAR: usize = 8;

/// Returns the page that offers measures.
pub(super) fn chooser_page(ctx: &PageContext<'_>, query: &ComparisonQuery) -> ComparisonPage {
    let all = offered_measures(ctx, query.year);
    let heading = words::compare_title(ctx.lang).to_owned();
    let comparable = all.iter().filter(|one| one.places > 1).count();
    let wanted = fold(&query.search);
    let fits = |one: &&OfferedMeasure| {
        let name = fold(&format!("{} {}", subject(ctx, one), details(ctx, one)));
        wanted.split_whitespace().all(|word| name.contains(word))
    };
    // A measure with a single figure is listed only where it was searched.
    let is_listed = |one: &&OfferedMeasure| one.places > 1 || !query.search.is_empty();
    let (found, single): (Vec<&OfferedMeasure>, Vec<&OfferedMeasure>) =
        all.iter().filter(fits).partition(|one| is_listed(one));
    let shown = by_campaign(&found);
    let has_labels = *query == ComparisonQuery::default();
    let markup = html! {
        article.comparison {
            header.head {
                h1 { (heading) }
                @if let Some(year) = query.year { p.kicker { (sentences::year(year, ctx.lang)) } }
                p.lede { (words::offered(comparable, ctx.lang)) ". " (words::lede(ctx.lang)) }
                p class="note without-script" { (words::needs_script(ctx.lang)) }
            }
            (search_form(ctx, query, words::find_measure(ctx.lang)))
            @if !found.is_empty() || !query.search.is_empty() {
                section aria-labelledby="loai" {
                    h2 #loai { (words::choose_title(ctx.lang)) }
                    @if shown.is_empty() { p.note { (words::found_nothing(ctx.lang)) } } @else { (grid(ctx, &shown, has_labels)) }
                    @if shown.len() < found.len() {
                        p.note {
                            (words::measures_shown(shown.len(), found.len(), ctx.lang)) " "
                            a href=(ctx.href(Page::Campaigns)) { (ctx.words.nav_campaigns) }
                        }
                    }
                }
            }
            (near(ctx, &all))
            @if !single.is_empty() && single.len() <= MAX_MEASURES {
                details.comparison__rest {
                    summary { (words::all_single_measures(single.len(), ctx.lang)) }
                    (grid(ctx, &by_campaign(&single), has_labels))
                }
            }
        }
    };
    ComparisonPage { heading, markup }
}

/// The first measures of each campaign, campaigns in the order of their first measure, those without a campaign last.
fn by_campaign<'a>(found: &[&'a OfferedMeasure]) -> Vec<&'a OfferedMeasure> {
    let mut groups: Vec<Vec<&OfferedMeasure>> = Vec::new();
    for one in found {
        match groups
            .iter_mut()
            .find(|group| group.iter().any(|other| other.query.campaigns == one.query.campaigns))
        {
            Some(group) if group.len() < MAX_PER_CAMPAIGN => group.push(one),
            Some(_) => {}
            None => groups.push(vec![one]),
        }
    }
    sort_by_key(&mut groups, |group| group.iter().all(|one| one.query.campaigns.is_empty()));
    groups.into_iter().flatten().take(MAX_MEASURES).collect()
}

fn subject(ctx: &PageContext<'_>, one: &OfferedMeasure) -> String {
    let campaigns = names::campaign_names(ctx, &one.query.campaigns);
    if campaigns.is_empty() { words::no_campaign(ctx.lang).to_owned() } else { campaigns }
}

fn details(ctx: &PageContext<'_>, one: &OfferedMeasure) -> String {
    let ComparisonQuery { unit, role, levels, .. } = &one.query;
    let unit = unit.as_deref().map(|unit| names::unit_name(ctx, unit)).unwrap_or_default();
    let role = role.unwrap_or(thidua_core::domain::Role::Result);
    words::measure_details(&unit, role, levels, thidua_core::corpus::Standing::Given, ctx.lang)
}

/// The measures as a grid, grouped by campaign: the campaign of the measure with the most organisations stands first.
/// With `has_labels`, measures without a campaign are named by what their first figure counts.
fn grid(ctx: &PageContext<'_>, shown: &[&OfferedMeasure], has_labels: bool) -> Markup {
    let columns = columns(ctx, shown);
    let mut rows: Vec<GridRow> = Vec::new();
    let mut last = None;
    for (number, one) in shown.iter().enumerate() {
        let (subject, mut details) = (subject(ctx, one), details(ctx, one));
        if has_labels
            && one.query.campaigns.is_empty()
            && let Some([found]) = view_content::figures_by_number(ctx, &[one.first]).as_deref()
        {
            details = format!("{} · {details}", found.figure.label.get(ctx.lang));
        }
        let is_new = last != Some(&one.query.campaigns);
        last = Some(&one.query.campaigns);
        let cells = columns.iter().map(|(at, organisation)| {
            let figures = *one.organisations.get(at)?;
            let query = one.query.with_organisation(organisation.id.clone());
            let name = short_name(links::organisation_name(ctx, organisation));
            let name = words::cell(&name, figures, &format!("{subject}, {details}"), ctx.lang);
            Some(GridCell { relation: None, figures, href: href::comparison_href(ctx, &query), name })
        });
        let count = sentences::organisations(one.organisations.len(), ctx.lang);
        rows.push(GridRow {
            head: GridHead {
                name: format!("{details} ({count}, {})", years(ctx, one)),
                href: Some(href::comparison_href(ctx, &one.query)),
                is_vietnamese: false,
            },
            cells: cells.collect(),
            group: is_new.then(|| (subject, format!("loai-{number}"))),
        });
    }
    let head = |(_, organisation): &(u32, &Organisation)| GridHead {
        name: short_name(links::organisation_name(ctx, organisation)),
        ..GridHead::default()
    };
    let grid = ActivityGrid {
        caption: words::choose_title(ctx.lang).to_owned(),
        corner: words::measure(ctx.lang).to_owned(),
        columns: columns.iter().map(head).collect(),
        rows,
    };
    grid.markup(ctx)
}

/// First and last year of a measure.
fn years(ctx: &PageContext<'_>, one: &OfferedMeasure) -> String {
    match (one.years.first(), one.years.last()) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from}–{to}"),
        _ => ctx.words.not_stated.to_owned(),
    }
}

/// Organisations with the most measures, by name, each with its index.
fn columns<'a>(ctx: &PageContext<'a>, shown: &[&OfferedMeasure]) -> Vec<(u32, &'a Organisation)> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for at in shown.iter().flat_map(|one| one.organisations.keys()) {
        *counts.entry(*at).or_default() += 1;
    }
    let mut counts: Vec<(u32, usize)> = counts.into_iter().collect();
    sort_by_key(&mut counts, |(_, count)| std::cmp::Reverse(*count));
    let indexes = counts.into_iter().take(MAX_COLUMNS).map(|(at, _)| at);
    let organisations =
        indexes.filter_map(|at| Some((at, ctx.catalogue().organisations().get(at as usize)?)));
    thidua_core::text::sorted_by_name(organisations.collect::<Vec<_>>(), |(_, one)| {
        sorting::organisation_sort_key(ctx, one)
    })
}

/// Campaigns of which several organisations state figures, but no two of one measure.
fn near(ctx: &PageContext<'_>, all: &[OfferedMeasure]) -> Markup {
    let mut campaigns: BTreeMap<&str, (BTreeMap<u32, &OfferedMeasure>, bool)> = BTreeMap::new();
    for one in all {
        for id in &one.query.campaigns {
            let (organisations, is_comparable) = campaigns.entry(id.as_str()).or_default();
            for at in one.organisations.keys() {
                organisations.entry(*at).or_insert(one);
            }
            *is_comparable |= one.organisations.len() > 1;
        }
    }
    let near = campaigns.into_iter().filter_map(|(id, (organisations, is_comparable))| {
        (organisations.len() > 1 && !is_comparable).then_some((id, organisations))
    });
    let mut near: Vec<_> = near.collect();
    sort_by_key(&mut near, |(_, organisations)| std::cmp::Reverse(organisations.len()));
    // What each counts is the reason.
    let name = |(at, one): (&u32, &&OfferedMeasure)| {
        let organisation = ctx.catalogue().organisations().get(*at as usize)?;
        Some(format!("{} – {}", short_name(links::organisation_name(ctx, organisation)), details(ctx, one)))
    };
    html! {
        @if !near.is_empty() {
            section aria-labelledby="gan" {
                h2 #gan { (words::near_title(ctx.lang)) }
                ul.unlike {
                    @for (id, organisations) in near.iter().take(MAX_NEAR) {
                        @if let Some(campaign) = ctx.catalogue().campaign(id) {
                            @let names: Vec<String> = organisations.iter().filter_map(name).take(MAX_NEAR_ORGANISATIONS).collect();
                            li {
                                a lang="vi" href=(href::comparison_href(ctx, &ComparisonQuery::of_campaign(campaign.id.clone()))) {
                                    (campaign.name)
                                }
                                ": " (names.join("; "))
                            }
                        }
                    }
                }
                @if near.len() > MAX_NEAR { p.note { (sentences::more_items(near.len() - MAX_NEAR, ctx.lang)) } }
            }
        }
    }
}
