//! A chart with all that belongs to it: finding, measure, drawing, sentence, notes, table.

use maud::{Markup, PreEscaped, html};

use crate::chart::{Chart, Size, Table, charts_for};
use crate::corpus::FigureRef;
use crate::domain::FigureId;
use crate::pages::Ctx;
use crate::route::Page;

impl Ctx<'_> {
    /// A section with every chart that `figures` allow; nothing where they allow none.
    pub fn charts_section(self, figures: &[FigureRef<'_>]) -> Markup {
        let charts = charts_for(figures, self.catalogue(), self.lang);
        html! {
            @if !charts.is_empty() {
                section aria-labelledby="bieu-do" {
                    h2 #bieu-do { (self.w.charts) }
                    div.charts { @for chart in &charts { (self.chart_panel(chart)) } }
                }
            }
        }
    }

    /// One chart. The drawing stands twice, for narrow and for wide screens; only one is ever shown. It is markup
    /// already, escaped by the chart model.
    fn chart_panel(self, chart: &Chart) -> Markup {
        let href = |id: &FigureId| self.href(Page::Figure(id.clone()));
        html! {
            figure.chart id=(chart.id) {
                figcaption {
                    h3 { (chart.heading) }
                    p.chart__measure { (chart.measure) }
                }
                div class="chart__svg chart__svg--narrow" { (PreEscaped(chart.svg(Size::Narrow, &href))) }
                div class="chart__svg chart__svg--wide" { (PreEscaped(chart.svg(Size::Wide, &href))) }
                p.chart__sentence { (chart.sentence) }
                @if !chart.notes.is_empty() {
                    ul.chart__notes { @for note in &chart.notes { li { (note) } } }
                }
                details.chart__table {
                    summary { (self.w.chart_table) }
                    (self.chart_table(&chart.table))
                }
            }
        }
    }

    fn chart_table(self, table: &Table) -> Markup {
        html! {
            div.scroll role="region" aria-label=(table.caption) tabindex="0" {
                table {
                    caption { (table.caption) }
                    thead {
                        tr { @for c in &table.columns { th scope="col" .num[c.numeric] { (c.title) } } }
                    }
                    tbody {
                        @for row in &table.rows {
                            tr {
                                @for (i, (cell, column)) in row.cells.iter().zip(&table.columns).enumerate() {
                                    td .num[column.numeric] {
                                        @match (i, &row.figure) {
                                            (0, Some(id)) => { a href=(href_of(self, id)) { (cell) } }
                                            _ => { (cell) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn href_of(ctx: Ctx<'_>, id: &FigureId) -> String {
    ctx.href(Page::Figure(id.clone()))
}
