//! Tooltips of the marks of a chart: the printed words, the value, and their source.
//!
//! One entry a figure, hidden next to the drawing. The browser shows the entry with the address of the mark that has the
//! pointer or the focus; without scripts the mark itself links to the same words.

use maud::{Markup, html};

use thidua_chart::{Chart, Evidence};
use thidua_cite::article_line;
use thidua_core::corpus::FigureRef;
use thidua_core::domain::{Article, OrganisationId};
use thidua_i18n::{phrases, sentences};

use super::our_text::our_text;
use crate::context::PageContext;
use crate::href;
use crate::html::components::{clipping, figure_table, links};

/// Number of figures quoted for a count: as many as are read at a glance.
const MAX_QUOTES: usize = 5;

/// Returns the entries of a chart, in the order of its marks.
pub fn tooltip_entries(ctx: &PageContext<'_>, chart: &Chart) -> Markup {
    html! {
        ol.chart__evidence hidden {
            @for evidence in chart.evidence() {
                @match evidence {
                    Evidence::Figure(id) => {
                        @if let Some(found) = ctx.catalogue().figure(id) { (figure_entry(ctx, found)) }
                    }
                    Evidence::Article(id, line) => {
                        @if let Some(article) = ctx.catalogue().article(id) {
                            (article_entry(ctx, article, *line, &href::evidence_href(ctx, evidence)))
                        }
                    }
                    Evidence::Figures(organisation, year) => {
                        (counted_entry(ctx, organisation, *year, &href::evidence_href(ctx, evidence)))
                    }
                }
            }
        }
    }
}

/// Entry of an article: the rounds on a line of it, or, without a line, the period on which it reports.
fn article_entry(ctx: &PageContext<'_>, article: &Article, line: Option<u32>, href: &str) -> Markup {
    let source = article_line(article, ctx.catalogue(), ctx.lang);
    let phases = || article.phases.iter().filter(|phase| Some(phase.line) == line);
    let printed = phases().filter_map(|phase| phase.as_written.as_ref());
    let covers = article.covers_as_written.as_ref().filter(|_| line.is_none());
    html! {
        li data-mark=(href) {
            @for words in printed.chain(covers) { p.read-out__words lang="vi" { "“" (words) "”" } }
            @for phase in phases() { p.read-out__label { (phase.name) } }
            p.read-out__source {
                (source.trim_end_matches('.'))
                @if let Some(line) = line { ", " (links::place(ctx, article, line)) }
            }
            p.read-out__link { a href=(href) { (phrases::see_evidence(ctx.lang)) } }
        }
    }
}

/// Entry of a count: the printed words of the figures that it counts.
fn counted_entry(
    ctx: &PageContext<'_>,
    organisation: &OrganisationId,
    year: Option<u16>,
    href: &str,
) -> Markup {
    let in_year = |found: &FigureRef<'_>| match (found.when(), year) {
        (Some(when), Some(year)) => when.years().any(|other| other == year),
        (when, year) => when.is_none() && year.is_none(),
    };
    let found: Vec<FigureRef<'_>> =
        ctx.catalogue().figures_of_organisation(organisation).into_iter().filter(in_year).collect();
    let name = ctx.catalogue().organisation(organisation).map_or("", |o| &o.name);
    html! {
        li data-mark=(href) {
            p.read-out__label { (name) @if let Some(year) = year { ", " (year) } }
            ul.read-out__list lang="vi" {
                @for one in found.iter().take(MAX_QUOTES) { li { (one.figure.as_written) } }
            }
            @if found.len() > MAX_QUOTES {
                p.read-out__value { (sentences::and_more(found.len().saturating_sub(MAX_QUOTES), ctx.lang)) }
            }
            p.read-out__link { a href=(href) { (sentences::see_figures(found.len(), ctx.lang)) } }
        }
    }
}

fn figure_entry(ctx: &PageContext<'_>, found: FigureRef<'_>) -> Markup {
    let FigureRef { article, figure } = found;
    let href = href::figure_href(ctx, figure);
    let source = article_line(article, ctx.catalogue(), ctx.lang);
    html! {
        li data-mark=(href) {
            p.read-out__words lang="vi" { (figure.as_written) }
            p.read-out__label { (our_text(ctx, &figure.label)) }
            p.read-out__value { (figure_table::figure_value(ctx, figure)) " · " (figure_table::period_or_that_of_article(ctx, found)) }
            p.read-out__source {
                (source.trim_end_matches('.')) ", " (links::place(ctx, article, figure.line))
            }
            (clipping::open_guesses(ctx, &figure.open_guesses(article)))
            p.read-out__link { a href=(href) { (phrases::see_evidence(ctx.lang)) } }
        }
    }
}
