//! The table of a comparison: one figure a row, and chosen organisations without one.

use maud::{Markup, html};

use thidua_core::domain::{Lang, OrganisationId, Role};
use thidua_i18n::charts::{common, targets};
use thidua_i18n::{comparison as words, terms};

use super::names;
use crate::comparison::{ComparedFigure, Comparison};
use crate::context::PageContext;
use crate::href;
use crate::html::components::figure_table::{SortHead, sort_head};
use crate::html::components::our_text::our_text;
use crate::html::components::{clipping, figure_table, links};
use crate::route::Page;
use crate::url_state::ComparisonQuery;

/// Maximum number of figures in the table.
pub(super) const MAX_ROWS: usize = 16;

/// Returns the table. Headings that sort are links; on narrow screens a figure is two or three lines, which styles make of it.
pub(super) fn table(ctx: &PageContext<'_>, one: &Comparison<'_>) -> Markup {
    let w = ctx.words;
    let is_target = one.measure.role == Role::Target;
    let has_counterpart = one.rows.iter().any(|row| row.counterpart.is_some());
    let counterpart = if is_target { targets::result(ctx.lang) } else { targets::target(ctx.lang) };
    html! {
        @if one.rows.is_empty() && one.silent.is_empty() {
            p.note { (words::no_such_measure(ctx.lang)) }
        } @else {
            table.compared role="table" aria-labelledby="bang" {
                thead role="rowgroup" {
                    tr role="row" {
                        (sorted_head(ctx, one, "don-vi", w.organisation))
                        (sorted_head(ctx, one, "nam", w.period))
                        (sorted_head(ctx, one, "so", w.as_printed))
                        @if has_counterpart {
                            th role="columnheader" scope="col" { (counterpart) }
                            th role="columnheader" scope="col" { (words::verdict(ctx.lang)) }
                        }
                        th role="columnheader" scope="col" { (w.act) }
                        th role="columnheader" scope="col" { (words::article(ctx.lang)) }
                    }
                }
                tbody role="rowgroup" {
                    @for row in one.rows.iter().take(MAX_ROWS) { (figure_row(ctx, row, has_counterpart)) }
                    @for organisation in &one.silent {
                        tr.compared__silent role="row" {
                            th role="rowheader" scope="row" { (organisation_link(ctx, &organisation.id)) }
                            td.compared__when role="cell" {}
                            td role="cell" colspan=(if has_counterpart { 5 } else { 3 }) { (common::not_stated(ctx.lang)) }
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
    let no_counterpart = row.counterpart.is_none();
    html! {
        tr role="row" {
            th role="rowheader" scope="row" { (organisation_link(ctx, row.found.organisation())) }
            td.compared__when role="cell" { (figure_table::period_or_that_of_article(ctx, row.found)) }
            td.printed-cell role="cell" {
                a lang="vi" href=(href::figure_href(ctx, figure)) { (figure.as_written) }
                @if ctx.lang != Lang::Vi { " (" (names::quantity(ctx, figure)) ")" }
                @if row.differs { " " strong.compared__differs { (words::other_accounts(ctx.lang)) } }
                " "
                span.compared__label { (our_text(ctx, &figure.label)) }
                " " (clipping::open_guesses(ctx, &figure.open_guesses(article)))
            }
            @if has_counterpart {
                td role="cell" .compared__none[no_counterpart] {
                    @match row.counterpart {
                        Some((other, _)) => a lang="vi" href=(href::figure_href(ctx, other.figure)) { (other.figure.as_written) },
                        None => (common::not_stated(ctx.lang)),
                    }
                }
                td role="cell" .compared__none[no_counterpart] {
                    @if let Some((_, verdict)) = row.counterpart { (verdict.words(ctx.lang)) }
                }
            }
            td.compared__act role="cell" {
                @if let Some(act) = &figure.act {
                    span lang="vi" { (act.as_written) }
                    @if ctx.lang != Lang::Vi { " (" (terms::act(act.kind, ctx.lang)) ")" }
                }
            }
            td.compared__article role="cell" {
                a href=(href::line_href(ctx, article, figure.line)) { (links::place(ctx, article, figure.line)) }
                " " span.compared__headline { (links::headline(ctx, article)) }
            }
        }
    }
}

/// Heading of a column as a link that sorts by it, and by it the other way round if it is sorted by already.
fn sorted_head(ctx: &PageContext<'_>, one: &Comparison<'_>, column: &str, label: &str) -> Markup {
    let reversed = format!("-{column}");
    // Without a choice the largest number stands first.
    let now = if one.query.sort.is_empty() { "-so" } else { one.query.sort.as_str() };
    let sorted = [column, &reversed].into_iter().position(|order| order == now).map(|at| at == 1);
    let next = match sorted {
        Some(is_descending) => !is_descending,
        None => column == "so",
    };
    let next = if next { reversed } else { column.to_owned() };
    let sort = if next == "-so" { String::new() } else { next };
    let query = ComparisonQuery { sort, ..one.query.clone() };
    sort_head(&SortHead {
        id: format!("xep-{column}"),
        label,
        href: href::comparison_href(ctx, &query),
        sorted,
    })
}
