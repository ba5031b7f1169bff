//! Figures as a table, one a row.

use maud::{Markup, html};

use thidua_chart::quantity_words;
use thidua_core::corpus::FigureRef;
use thidua_core::domain::Figure;
use thidua_i18n::terms;

use super::our_text::our_text;
use crate::context::PageContext;
use crate::href;
use crate::html::components::{clipping, links};

/// Id of the heading that names the table.
pub const TABLE_ID: &str = "bang";

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

/// Returns the table; it scrolls within itself.
pub fn figure_table(ctx: &PageContext<'_>, figures: &[FigureRef<'_>]) -> Markup {
    let w = ctx.words;
    html! {
        div.scroll role="region" aria-labelledby=(TABLE_ID) tabindex="0" {
            table.figures {
                thead {
                    tr {
                        th scope="col" { (w.as_printed) }
                        th scope="col" { (w.what_is_counted) }
                        th.num scope="col" { (w.value) }
                        th scope="col" { (w.role) }
                        th scope="col" { (w.period) }
                        th scope="col" { (w.organisation) }
                    }
                }
                tbody {
                    @for found in figures {
                        @let figure = found.figure;
                        tr {
                            th.printed-cell scope="row" {
                                a lang="vi" href=(href::figure_href(ctx, figure)) { (figure.as_written) }
                            }
                            td {
                                (our_text(ctx, &figure.label)) " "
                                (clipping::open_guesses(ctx, &figure.open_guesses(found.article)))
                            }
                            td.num { (figure_value(ctx, figure)) }
                            td { (terms::role(figure.role, ctx.lang)) }
                            td { (period_or_that_of_article(ctx, *found)) }
                            td { @if let Some(link) = links::organisation_link(ctx, found.organisation()) { (link) } }
                        }
                    }
                }
            }
        }
    }
}
