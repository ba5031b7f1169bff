//! Figures as a table, one a row: whose and when first, then the printed words. On narrow screens a row is two lines, which styles
//! make of the same table; its roles are written out, because browsers drop those of a table that is not laid out as one.

use maud::{Markup, html};

use thidua_chart::quantity_words;
use thidua_core::corpus::FigureRef;
use thidua_core::domain::{Figure, Unit};
use thidua_core::text::format_period;
use thidua_i18n::{phrases, sentences, terms};

use super::our_text::our_text;
use crate::context::PageContext;
use crate::href;
use crate::html::components::{clipping, links, sorting};
use crate::url_state::{FigureColumn, FigureOrder};

/// Id of the heading that names the table.
pub const TABLE_ID: &str = "bang";
/// Number of columns.
const COLUMNS: usize = 7;

/// Head of a column by which a table is sorted.
#[derive(Debug, Clone)]
pub struct SortHead<'a> {
    /// Id of its link, by which the focus stays on it while the table changes.
    pub id: String,
    /// Label.
    pub label: &'a str,
    /// Address of the table sorted by the column, or by it in the other direction.
    pub href: String,
    /// `Some` if the table is sorted by the column; true from the last to the first.
    pub sorted: Option<bool>,
}

/// Returns the head of a column with a link that sorts the table.
pub fn sort_head(head: &SortHead<'_>) -> Markup {
    let (direction, arrow) = match head.sorted {
        None => (None, ""),
        Some(false) => (Some("ascending"), "▲"),
        Some(true) => (Some("descending"), "▼"),
    };
    html! {
        th role="columnheader" scope="col" aria-sort=[direction] {
            a.sort id=(head.id) data-keep=(head.id) href=(head.href) {
                (head.label) " " span.sort__arrow aria-hidden="true" { (arrow) }
            }
        }
    }
}

/// Returns the value with its bound and unit in words: `trên 90%`, `gần 3,5 tỷ đồng`; the printed words if the corpus does not
/// describe the unit.
pub fn figure_value(ctx: &PageContext<'_>, figure: &Figure) -> String {
    let unit = ctx.catalogue().unit(&figure.unit);
    unit.map_or_else(|| figure.as_written.clone(), |unit| quantity_words(figure, unit, ctx.lang))
}

/// Returns the period of a figure; one that is its article's is marked as such. Says so if none is stated.
pub fn period_or_that_of_article(ctx: &PageContext<'_>, found: FigureRef<'_>) -> String {
    links::figure_period(ctx, found).unwrap_or_else(|| ctx.words.not_stated.to_owned())
}

/// Returns the table. `href` gives the address of the table in another order.
pub fn figure_table(
    ctx: &PageContext<'_>,
    figures: &[FigureRef<'_>],
    order: FigureOrder,
    href: &dyn Fn(FigureOrder) -> String,
) -> Markup {
    let class = format!("figures figures--by-{}", order.column.slug());
    html! {
        table class=(class) role="table" aria-labelledby=(TABLE_ID) {
            thead role="rowgroup" {
                tr role="row" {
                    @for column in FigureColumn::ALL {
                        (sort_head(&SortHead {
                            id: format!("xep-{}", column.slug()),
                            label: column_name(ctx, column),
                            href: href(order.after_click(column)),
                            sorted: (column == order.column).then_some(order.is_descending),
                        }))
                        @if column == FigureColumn::Value {
                            th.figures__label role="columnheader" scope="col" { (ctx.words.what_is_counted) }
                        }
                    }
                }
            }
            @for rows in groups(figures, order) {
                tbody role="rowgroup" {
                    @if order.column == FigureColumn::Value
                        && let Some(unit) = rows.first().and_then(|found| ctx.catalogue().unit(&found.figure.unit)) {
                        (unit_row(ctx, unit))
                    }
                    @for found in rows { (figure_row(ctx, *found)) }
                }
            }
        }
    }
}

/// Returns a figure as a row of the table.
pub fn figure_row(ctx: &PageContext<'_>, found: FigureRef<'_>) -> Markup {
    let FigureRef { article, figure } = found;
    let campaigns = ctx.catalogue().campaigns_by_id(found.campaigns().map(|id| id.as_str()));
    let source = article.source.as_ref().and_then(|id| ctx.catalogue().source(id));
    let published = article.published.map(|date| format_period(date, ctx.lang));
    let origin = published.or_else(|| source.map(|source| source.name.clone()));
    html! {
        tr role="row" {
            td.figures__who role="cell" { (links::short_organisation_link(ctx, found.organisation())) }
            td.figures__when role="cell" { (period_or_that_of_article(ctx, found)) }
            th.printed-cell role="rowheader" scope="row" {
                a lang="vi" href=(href::figure_href(ctx, figure)) { (figure.as_written) }
            }
            td.figures__label role="cell" {
                (our_text(ctx, &figure.label)) " "
                (clipping::open_guesses(ctx, &figure.open_guesses(article)))
            }
            td.figures__role role="cell" { (terms::role(figure.role, ctx.lang)) }
            td.figures__campaign role="cell" {
                span.figures__names {
                    @for (i, campaign) in sorting::campaigns_by_name(campaigns).into_iter().enumerate() {
                        @if i > 0 { ", " }
                        (links::campaign_link(ctx, campaign))
                    }
                }
            }
            td.figures__article role="cell" {
                @if let Some(origin) = origin { (origin) ", " }
                a href=(href::line_href(ctx, article, figure.line)) { (sentences::line(figure.line, ctx.lang)) }
            }
        }
    }
}

/// Row that names the unit of the rows below it.
fn unit_row(ctx: &PageContext<'_>, unit: &Unit) -> Markup {
    html! {
        tr.figures__unit role="row" {
            th role="rowheader" scope="rowgroup" colspan=(COLUMNS) {
                (ctx.words.facet_unit) ": " (links::unit_name(ctx, unit))
            }
        }
    }
}

/// Rows that stand together: those of one unit if the table is sorted by value, otherwise all.
fn groups<'f, 'a>(figures: &'f [FigureRef<'a>], order: FigureOrder) -> Vec<&'f [FigureRef<'a>]> {
    let is_together = |one: &FigureRef<'_>, other: &FigureRef<'_>| {
        order.column != FigureColumn::Value || one.figure.unit == other.figure.unit
    };
    figures.chunk_by(is_together).collect()
}

fn column_name(ctx: &PageContext<'_>, column: FigureColumn) -> &'static str {
    let w = ctx.words;
    match column {
        FigureColumn::Article => w.article,
        FigureColumn::Organisation => w.facet_organisation,
        FigureColumn::Year => w.facet_year,
        FigureColumn::Value => phrases::printed_figure(ctx.lang),
        FigureColumn::Role => w.role,
        FigureColumn::Campaign => w.facet_campaign,
    }
}
