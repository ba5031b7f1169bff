//! The table of a comparison: one figure a row, and chosen organisations without one.

use maud::{Markup, html};

use thidua_core::domain::{Lang, OrganisationId, Role};
use thidua_i18n::charts::{common, targets};
use thidua_i18n::{comparison as words, sentences, terms};

use super::names;
use crate::comparison::{ComparedFigure, Comparison};
use crate::context::PageContext;
use crate::href;
use crate::html::components::our_text::our_text;
use crate::html::components::{clipping, figure_table, links};
use crate::route::Page;
use crate::url_state::ComparisonQuery;

/// Maximum number of figures in the table.
pub(super) const MAX_ROWS: usize = 30;

/// Returns the table; it scrolls within itself. Headings that sort are links.
pub(super) fn table(ctx: &PageContext<'_>, one: &Comparison<'_>) -> Markup {
    let w = ctx.words;
    let is_target = one.measure.role == Role::Target;
    let has_counterpart = one.rows.iter().any(|row| row.counterpart.is_some());
    let counterpart = if is_target { targets::result(ctx.lang) } else { targets::target(ctx.lang) };
    html! {
        @if one.rows.is_empty() && one.silent.is_empty() {
            p.note { (words::no_such_measure(ctx.lang)) }
        } @else {
            div.scroll role="region" aria-labelledby="bang" tabindex="0" {
                table class="figures compared" {
                    thead {
                        tr {
                            (sorted_head(ctx, one, "don-vi", w.organisation))
                            (sorted_head(ctx, one, "nam", w.period))
                            (sorted_head(ctx, one, "so", w.as_printed))
                            @if has_counterpart {
                                th scope="col" { (counterpart) }
                                th scope="col" { (words::verdict(ctx.lang)) }
                            }
                            th scope="col" { (w.act) }
                            th scope="col" { (words::article(ctx.lang)) }
                        }
                    }
                    tbody {
                        @for row in one.rows.iter().take(MAX_ROWS) { (figure_row(ctx, row, has_counterpart)) }
                        @for organisation in &one.silent {
                            tr.compared__silent {
                                th scope="row" { (organisation_link(ctx, &organisation.id)) }
                                td {}
                                td colspan=(if has_counterpart { 5 } else { 3 }) { (common::not_stated(ctx.lang)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Short name of an organisation as a link.
fn organisation_link(ctx: &PageContext<'_>, id: &OrganisationId) -> Markup {
    html! { a href=(ctx.href(Page::Organisation(id.clone()))) { (names::organisation_name(ctx, id)) } }
}

fn figure_row(ctx: &PageContext<'_>, row: &ComparedFigure<'_>, has_counterpart: bool) -> Markup {
    let (figure, article) = (row.found.figure, row.found.article);
    html! {
        tr {
            th scope="row" { (organisation_link(ctx, row.found.organisation())) }
            td { (figure_table::period_or_that_of_article(ctx, row.found)) }
            td.printed-cell {
                a lang="vi" href=(href::figure_href(ctx, figure)) { (figure.as_written) }
                @if ctx.lang != Lang::Vi { " (" (names::quantity(ctx, figure)) ")" }
                " "
                span.compared__label { (our_text(ctx, &figure.label)) }
                " " (clipping::open_guesses(ctx, &figure.open_guesses(article)))
                @if row.differs { " " strong.compared__differs { (words::other_accounts(ctx.lang)) } }
            }
            @if has_counterpart {
                td {
                    @match row.counterpart {
                        Some((other, _)) => a lang="vi" href=(href::figure_href(ctx, other.figure)) { (other.figure.as_written) },
                        None => (common::not_stated(ctx.lang)),
                    }
                }
                td { @if let Some((_, verdict)) = row.counterpart { (verdict.words(ctx.lang)) } }
            }
            td {
                @if let Some(act) = &figure.act {
                    span lang="vi" { (act.as_written) }
                    @if ctx.lang != Lang::Vi { " (" (terms::act(act.kind, ctx.lang)) ")" }
                }
            }
            td {
                span.compared__headline { (links::headline(ctx, article)) } " "
                a href=(href::line_href(ctx, article, figure.line)) { (sentences::line(figure.line, ctx.lang)) }
            }
        }
    }
}

/// Heading of a column as a link that sorts by it, and by it the other way round if it is sorted by already.
fn sorted_head(ctx: &PageContext<'_>, one: &Comparison<'_>, column: &str, name: &str) -> Markup {
    let reversed = format!("-{column}");
    // Without a choice the largest number stands first.
    let now = if one.query.sort.is_empty() { "-so" } else { one.query.sort.as_str() };
    let (order, next) = match now {
        now if now == column => (Some("ascending"), reversed.as_str()),
        now if now == reversed => (Some("descending"), column),
        _ if column == "so" => (None, reversed.as_str()),
        _ => (None, column),
    };
    let sort = if next == "-so" { String::new() } else { next.to_owned() };
    let query = ComparisonQuery { sort, ..one.query.clone() };
    let sign = match order {
        Some("ascending") => " ↑",
        Some(_) => " ↓",
        None => "",
    };
    html! {
        th scope="col" aria-sort=[order] {
            a.sort href=(href::comparison_href(ctx, &query)) { (name) span aria-hidden="true" { (sign) } }
        }
    }
}
