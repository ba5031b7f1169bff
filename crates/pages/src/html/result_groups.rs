//! Results that are no articles: campaigns, organisations and figures that a search names, in short rows above the cards of
//! the articles.

use maud::{Markup, html};

use thidua_core::corpus::FigureRef;
use thidua_core::domain::{Article, FigureId};
use thidua_i18n::search_groups::{Group, articles, group_name};
use thidua_i18n::{sentences, terms};
use thidua_search::{NameMatch, NameMatches};

use crate::context::PageContext;
use crate::href;
use crate::html::components::our_text::our_text;
use crate::html::components::{links, spaced};
use crate::route::Page;
use crate::url_state::FigureFilter;

/// Rows of a group before "xem cả".
pub const MAX_ROWS: usize = 3;
/// Rows that "xem cả" opens at most; a page lists more.
const MAX_FOLDED: usize = 12;

/// Returns the groups of a search: what it names, and rows of the figures that it found, see [`figure_row`]. The heading of
/// the articles follows, if there are other groups and `has_articles`.
pub fn result_groups(
    ctx: &PageContext<'_>,
    named: &NameMatches,
    figures: &[Markup],
    all_figures: &FigureFilter,
    has_articles: bool,
) -> Markup {
    let campaign = |found: &NameMatch| {
        let campaign = ctx.catalogue().campaigns().get(found.number)?;
        let about =
            html! { (terms::kind(campaign.kind, ctx.lang)) " · " (articles(found.articles, ctx.lang)) };
        Some(row(
            &ctx.href(Page::Campaign(campaign.id.clone())),
            html! { bdi lang="vi" { (campaign.name) } },
            about,
        ))
    };
    let organisation = |found: &NameMatch| {
        let organisation = ctx.catalogue().organisations().get(found.number)?;
        let name = html! { bdi { (links::organisation_name(ctx, organisation)) } };
        let about = html! { (articles(found.articles, ctx.lang)) };
        Some(row(&ctx.href(Page::Organisation(organisation.id.clone())), name, about))
    };
    let campaigns: Vec<Markup> = named.campaigns.iter().filter_map(campaign).collect();
    let organisations: Vec<Markup> = named.organisations.iter().filter_map(organisation).collect();
    let figures_href = match all_figures.query() {
        query if query.is_empty() => ctx.href(Page::Figures),
        query => format!("{}?{query}", ctx.href(Page::Figures)),
    };
    if campaigns.is_empty() && organisations.is_empty() && figures.is_empty() {
        return html! {};
    }
    spaced(html! {
        (group(ctx, Group::Campaigns, &campaigns, &ctx.href(Page::Campaigns)))
        (group(ctx, Group::Organisations, &organisations, &ctx.href(Page::Organisations)))
        @if !figures.is_empty() {
            section.group {
                (heading(ctx, Group::Figures))
                ul.group__rows { @for row in figures.iter().take(MAX_ROWS) { (row) " " } }
                p.group__more { a href=(figures_href) { (group_name(Group::AllFigures, ctx.lang)) } }
            }
        }
        @if has_articles { (heading(ctx, Group::Articles)) }
    })
}

/// Returns the row of a figure: its printed words, what they count, whose they are and when.
pub fn figure_row(ctx: &PageContext<'_>, article: &Article, id: &FigureId) -> Option<Markup> {
    let figure = article.figures.iter().find(|figure| figure.id == *id)?;
    let organisation = figure.organisation.as_ref().unwrap_or(&article.organisation);
    let organisation = ctx.catalogue().organisation(organisation).map(|o| links::organisation_name(ctx, o));
    let about = html! {
        (our_text(ctx, &figure.label))
        @if let Some(name) = organisation { " · " bdi { (name) } }
        @if let Some(when) = links::figure_period(ctx, FigureRef { article, figure }) { " · " (when) }
    };
    let words = html! { span.group__words lang="vi" { (figure.as_written) } };
    Some(row(&href::figure_href(ctx, figure), words, about))
}

fn group(ctx: &PageContext<'_>, name: Group, rows: &[Markup], page: &str) -> Markup {
    let (shown, rest) = rows.split_at_checked(MAX_ROWS).unwrap_or((rows, &[]));
    html! {
        @if !rows.is_empty() {
            section.group {
                (heading(ctx, name))
                ul.group__rows { @for row in shown { (row) " " } }
                @if rest.len() > MAX_FOLDED {
                    p.group__more { a href=(page) { (sentences::see_all(rows.len(), ctx.lang)) } }
                } @else if !rest.is_empty() {
                    details.group__more {
                        summary { (sentences::see_all(rows.len(), ctx.lang)) }
                        ul.group__rows { @for row in rest { (row) " " } }
                    }
                }
            }
        }
    }
}

fn heading(ctx: &PageContext<'_>, group: Group) -> Markup {
    html! { h2.group__name { (group_name(group, ctx.lang)) } " " }
}

/// One row; the whole of it is the link.
fn row(href: &str, name: Markup, about: Markup) -> Markup {
    html! { li { a.group__row href=(href) data-result { span.group__title { (name) } " " span.group__about { (about) } } } }
}
