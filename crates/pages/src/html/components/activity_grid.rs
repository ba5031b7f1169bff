//! A grid of marks: what was done with what, one mark a cell, each cell a link.
//!
//! A table of any two things, such as organisations and years. The shape of a mark is the strongest [`Relation`]; the number beside
//! it is the number of figures. Shapes are letters of the text, so that they are printed, copied and seen with forced colours.

use maud::{Markup, html};

use thidua_core::domain::Relation;
use thidua_i18n::{activity, sentences, terms};

use crate::context::PageContext;

/// Number of rows from which rows are low on wide screens.
const MANY_ROWS: usize = 16;
/// Number of columns from which the heads of columns are turned on paper, so that all of them fit on it.
const MANY_COLUMNS: usize = 14;

/// A grid. Rows have a cell for each column, in the order of the columns.
#[derive(Debug, Clone, Default)]
pub struct ActivityGrid {
    /// Name of the table, for screen readers.
    pub caption: String,
    /// Head of the column of row heads.
    pub corner: String,
    /// Heads of the columns.
    pub columns: Vec<GridHead>,
    /// The rows.
    pub rows: Vec<GridRow>,
}

/// Head of a row or of a column.
#[derive(Debug, Clone, Default)]
pub struct GridHead {
    /// Its name.
    pub name: String,
    /// Address of its page, if it has one.
    pub href: Option<String>,
    /// True for a name that is Vietnamese on pages of every language.
    pub is_vietnamese: bool,
}

/// A row with its cells.
#[derive(Debug, Clone, Default)]
pub struct GridRow {
    /// Its head.
    pub head: GridHead,
    /// A cell for each column; `None` where nothing is reported.
    pub cells: Vec<Option<GridCell>>,
    /// Name of the group that begins with this row, with the id of its head.
    pub group: Option<(String, String)>,
}

/// A cell that reports something.
#[derive(Debug, Clone)]
pub struct GridCell {
    /// The strongest relation; `None` if there are only figures.
    pub relation: Option<Relation>,
    /// Number of figures.
    pub figures: usize,
    /// Address of the words of the cell.
    pub href: String,
    /// The cell in words: `Hà Đông, 2022: triển khai, 3 số liệu`. [`activity::cell_name`] makes it.
    pub name: String,
}

/// Shape of a relation.
const fn mark(relation: Relation) -> &'static str {
    match relation {
        Relation::Launched => "■",
        Relation::CarriedOut => "●",
        Relation::Responded => "○",
        Relation::Awarded => "◆",
        Relation::Theme => "△",
        Relation::Named => "·",
    }
}

impl ActivityGrid {
    /// Returns the table in its scrolling box, with the legend of its marks; empty without rows.
    pub fn markup(&self, ctx: &PageContext<'_>) -> Markup {
        let is_many = self.rows.len() >= MANY_ROWS;
        let is_wide = self.columns.len() >= MANY_COLUMNS;
        html! {
            @if !self.rows.is_empty() {
                div.grid .grid--many[is_many] .grid--wide[is_wide] {
                    div.grid__scroll role="region" aria-label=(self.caption) tabindex="0" {
                        (self.table())
                    }
                    (self.legend(ctx))
                }
            }
        }
    }

    fn table(&self) -> Markup {
        html! {
            table.grid__table {
                caption.read-aloud { (self.caption) }
                thead {
                    tr {
                        th scope="col" { (self.corner) }
                        @for column in &self.columns { th scope="col" { (head(column)) } }
                    }
                }
                tbody {
                    @for row in &self.rows {
                        @if let Some((name, id)) = &row.group {
                            tr.grid__group { th #(id) scope="colgroup" colspan=(self.columns.len() + 1) { span { (name) } } }
                        }
                        tr {
                            th scope="row" { (head(&row.head)) }
                            @for found in &row.cells { td { @if let Some(found) = found { (cell(found)) } } }
                        }
                    }
                }
            }
        }
    }

    /// One line with the shapes that occur.
    fn legend(&self, ctx: &PageContext<'_>) -> Markup {
        let cells = || self.rows.iter().flat_map(|row| row.cells.iter().flatten());
        let occurs = |relation: &Relation| cells().any(|cell| cell.relation == Some(*relation));
        html! {
            p.grid__legend {
                @for relation in Relation::BY_STRENGTH.into_iter().filter(occurs) {
                    span.grid__key {
                        span.grid__mark aria-hidden="true" { (mark(relation)) } " " (terms::relation(relation, ctx.lang))
                    }
                    " "
                }
                @if cells().any(|cell| cell.figures > 0) {
                    span.grid__key { (activity::number_of_figures(ctx.lang)) } " "
                }
                span.grid__key { (activity::empty_cell(ctx.lang)) }
            }
        }
    }
}

/// A name, as a link if it has a page. It is isolated, because it may be written from right to left.
fn head(head: &GridHead) -> Markup {
    let lang = head.is_vietnamese.then_some("vi");
    html! {
        @match &head.href {
            Some(href) => { a.grid__head href=(href) lang=[lang] { bdi { (head.name) } } }
            None => { span.grid__head lang=[lang] { bdi { (head.name) } } }
        }
    }
}

fn cell(cell: &GridCell) -> Markup {
    html! {
        a.grid__cell href=(cell.href) aria-label=(cell.name) {
            span.grid__mark { @if let Some(relation) = cell.relation { (mark(relation)) } }
            @if cell.figures > 0 { " " span.grid__number { (cell.figures) } }
        }
    }
}

/// Returns a grid and, behind a disclosure named `all`, the grid of its further rows; `left_out` is the number of rows of neither.
pub fn grid_with_rest(
    ctx: &PageContext<'_>,
    shown: &ActivityGrid,
    rest: &ActivityGrid,
    all: &str,
    left_out: usize,
) -> Markup {
    html! {
        (shown.markup(ctx))
        @if !rest.rows.is_empty() {
            details.rest {
                summary { (all) }
                (rest.markup(ctx))
                @if left_out > 0 { p.note { (sentences::more_items(left_out, ctx.lang)) } }
            }
        }
    }
}
