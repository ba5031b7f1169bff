//! One year: what each organisation ran, promised and reached, and which article says so. It prints on one sheet.

use maud::{Markup, html};

use thidua_core::collections::sort_by_key;
use thidua_core::corpus::{FactsByYear, YearFacts};
use thidua_core::domain::Article;
use thidua_core::text::sorted_by_name;
use thidua_i18n::{sentences, terms, years as says};
use thidua_pages::PageContext;
use thidua_pages::href;
use thidua_pages::html::components::{breadcrumb, citation, links, page_tools, sorting};
use thidua_pages::route::Page;
use thidua_pages::url_state::{ComparisonQuery, YearFilter};

use super::cells::{self, Caps};
use super::row::{Row, Run, RunCounts, rows};
use super::{figures_href, finding_of_year};

/// Maximum number of campaigns that several organisations ran.
const MAX_SHARED: usize = 4;
/// Maximum number of organisations named for one of them.
const MAX_NAMES: usize = 4;
/// Maximum number of articles that were only published in the year.
const MAX_PUBLISHED: usize = 12;

/// Returns the page of `year`; `None` if no fact touches it.
pub fn year_page(ctx: &PageContext<'_>, by_year: &FactsByYear<'_>, year: u16) -> Option<Markup> {
    let facts = by_year.years.get(&year)?;
    let page = Page::Year(year);
    let heading = sentences::year(year, ctx.lang);
    let (mut rows, counts) = rows(facts, ctx.catalogue());
    rows = sorted_by_name(rows, |row| sorting::organisation_sort_key(ctx, row.organisation));
    let articles = articles_of(facts);
    let line = thidua_cite::page_line(&heading, &articles, ctx.catalogue(), ctx.lang);
    let figures: usize = rows.iter().map(|row| row.figures).sum();
    Some(html! {
        article.year-page {
            (breadcrumb::breadcrumb(ctx, Page::Years, says::title(ctx.lang)))
            header.head {
                div.year-page__title {
                    h1 { (heading) }
                    (neighbours(ctx, by_year, year))
                }
                p.lede { (finding_of_year(ctx.catalogue(), year, ctx.lang)) }
                (page_tools::page_tools(ctx, &ctx.href(page.clone()), &heading, Some(&line), false))
            }
            (shared(ctx, &rows, &counts))
            (table(ctx, rows, year))
            @if figures > 0 {
                p.year-page__take {
                    a href=(href::comparison_href(ctx, &ComparisonQuery::default().in_year(Some(year)))) { (says::compare(year, ctx.lang)) }
                    " " a href=(figures_href(ctx, YearFilter::In(year), None)) { (says::figures_of_year(figures, year, ctx.lang)) }
                }
            }
            (published_only(ctx, facts, year))
            (citation::page_citation(ctx, page, &format!("nam-{year}"), &heading, &articles))
        }
    })
}

/// Articles that state something about the year, each once, in the order of the corpus as far as organisations allow.
fn articles_of<'a>(facts: &YearFacts<'a>) -> Vec<&'a Article> {
    let mut articles: Vec<&Article> = Vec::new();
    for article in facts.organisations.values().flat_map(|facts| &facts.articles) {
        if !articles.iter().any(|known| known.id == article.id) {
            articles.push(article);
        }
    }
    articles
}

/// Links to the years before and after, and to all years.
fn neighbours(ctx: &PageContext<'_>, by_year: &FactsByYear<'_>, year: u16) -> Markup {
    let before = by_year.years.range(..year).next_back().map(|(year, _)| *year);
    let after = by_year.years.range(year..).nth(1).map(|(year, _)| *year);
    html! {
        nav.year-page__neighbours aria-label=(says::neighbours(ctx.lang)) {
            @if let Some(before) = before { a rel="prev" href=(ctx.href(Page::Year(before))) { "‹ " (before) } }
            " " a href=(ctx.href(Page::Years)) { (says::all_years(ctx.lang)) }
            @if let Some(after) = after { " " a rel="next" href=(ctx.href(Page::Year(after))) { (after) " ›" } }
        }
    }
}

/// Campaigns that several organisations ran, each with the organisations and what they did.
fn shared(ctx: &PageContext<'_>, rows: &[Row<'_>], counts: &RunCounts<'_>) -> Markup {
    let mut campaigns: Vec<(&str, usize)> =
        counts.iter().filter(|(_, number)| **number > 1).map(|(id, number)| (*id, *number)).collect();
    sort_by_key(&mut campaigns, |(_, number)| usize::MAX - number);
    campaigns.truncate(MAX_SHARED);
    html! {
        @if !campaigns.is_empty() {
            section.year-together aria-labelledby="cung-lam" {
                h2 #cung-lam { (says::shared(ctx.lang)) }
                dl {
                    @for (id, number) in campaigns {
                        @if let Some(campaign) = ctx.catalogue().campaign(id) {
                            div {
                                dt { (links::campaign_link(ctx, campaign)) }
                                dd { (organisations_of(ctx, rows, id, number)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Organisations that ran a campaign, each linked to the words that say so.
fn organisations_of(ctx: &PageContext<'_>, rows: &[Row<'_>], campaign: &str, number: usize) -> Markup {
    let run_of = |row: &Row<'_>| row.runs.iter().position(|run| run.campaign.id.as_str() == campaign);
    let found = rows.iter().filter_map(|row| Some((row, row.runs.get(run_of(row)?)?)));
    let shown = super::shown_of(number, MAX_NAMES);
    html! {
        @for (i, (row, Run { relation, article, line, .. })) in found.take(shown).enumerate() {
            @if i > 0 { "; " }
            a lang="vi" dir="auto" href=(href::line_href(ctx, article, *line)) { (row.name) }
            @if let Some(relation) = relation { " " span.year__how { (terms::relation(*relation, ctx.lang)) } }
        }
        @if shown < number {
            "; " a href=(ctx.href(Page::Campaign(campaign.into()))) { (says::see_all_organisations(number, ctx.lang)) }
        }
    }
}

fn table(ctx: &PageContext<'_>, rows: Vec<Row<'_>>, year: u16) -> Markup {
    let caps = Caps::of(rows.len());
    let all = rows.len();
    let shown = super::shown_of(all, caps.rows);
    let (shown, rest) = heaviest(rows, shown);
    html! {
        @if !shown.is_empty() {
            section.year-table aria-labelledby="bang-nam" {
                h2 #bang-nam { (says::table(ctx.lang)) }
                table class=(if caps.is_dense { "year year--dense" } else { "year" }) {
                    thead {
                        tr {
                            th scope="col" { (ctx.words.organisation) }
                            th scope="col" { (says::ran(ctx.lang)) }
                            th scope="col" { (says::promised(ctx.lang)) }
                            th scope="col" { (says::reached(ctx.lang)) }
                            th scope="col" { (says::says_so(ctx.lang)) }
                        }
                    }
                    tbody { @for row in &shown { (table_row(ctx, row, year, caps)) } }
                }
                @if !rest.is_empty() {
                    details.year__rest {
                        summary { (says::see_all_organisations(all, ctx.lang)) }
                        p.note { (says::most_figures(shown.len(), ctx.lang)) }
                        ul { @for row in &rest { (short_row(ctx, row, year)) } }
                    }
                }
                p.note.year__note { (says::note(ctx.lang)) }
            }
        }
    }
}

/// Splits the rows into the `number` with most entries and the others, each in their order.
fn heaviest<'a>(rows: Vec<Row<'a>>, number: usize) -> (Vec<Row<'a>>, Vec<Row<'a>>) {
    let mut weights: Vec<(usize, usize)> = rows.iter().map(Row::weight).zip(0..).collect();
    sort_by_key(&mut weights, |(weight, place)| (usize::MAX - weight, *place));
    weights.truncate(number);
    let (shown, rest): (Vec<_>, Vec<_>) =
        rows.into_iter().zip(0..).partition(|(_, place)| weights.iter().any(|(_, shown)| shown == place));
    let only_rows = |rows: Vec<(Row<'a>, usize)>| rows.into_iter().map(|(row, _)| row).collect();
    (only_rows(shown), only_rows(rest))
}

fn table_row(ctx: &PageContext<'_>, row: &Row<'_>, year: u16, caps: Caps) -> Markup {
    let labelled = |label: &str, cell: Markup| html! { td { span.year__label { (label) } " " (cell) } };
    html! {
        tr id=(row.organisation.id) {
            th scope="row" dir="auto" lang="vi" {
                a href=(ctx.href(Page::Organisation(row.organisation.id.clone()))) { (row.name) }
            }
            (labelled(says::ran(ctx.lang), cells::runs(ctx, row, caps)))
            (labelled(says::promised(ctx.lang), cells::targets(ctx, row, year, caps)))
            (labelled(says::reached(ctx.lang), cells::results(ctx, row, year, caps)))
            (labelled(says::says_so(ctx.lang), cells::articles(ctx, row, year, caps)))
        }
    }
}

/// An organisation that the table leaves out: its name, and the numbers of its campaigns and figures.
fn short_row(ctx: &PageContext<'_>, row: &Row<'_>, year: u16) -> Markup {
    html! {
        li id=(row.organisation.id) {
            a dir="auto" lang="vi" href=(ctx.href(Page::Organisation(row.organisation.id.clone()))) { (row.name) }
            @if row.figures > 0 {
                " " a.year__all href=(figures_href(ctx, YearFilter::In(year), Some(&row.organisation.id))) {
                    (sentences::figures(row.figures, ctx.lang))
                }
            }
        }
    }
}

fn published_only(ctx: &PageContext<'_>, facts: &YearFacts<'_>, year: u16) -> Markup {
    let number = facts.published.len();
    let shown = super::shown_of(number, MAX_PUBLISHED);
    html! {
        @if number > 0 {
            details.year__rest {
                summary { (says::published_only(number, ctx.lang)) }
                p.note { (says::published_only_note(ctx.lang)) }
                ul {
                    @for article in facts.published.iter().take(shown) {
                        li { (links::article_link(ctx, article)) " " span.year__how { "(" (links::article_period(ctx, article)) ")" } }
                    }
                }
                @if shown < number {
                    p.note {
                        a href=(format!("{}?q=nam%3A{year}", ctx.href(Page::Home))) { (says::articles_of_year(year, ctx.lang)) }
                    }
                }
            }
        }
    }
}
