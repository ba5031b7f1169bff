//! A chart with all that belongs to it: finding, measure, drawing, sentence, notes, table.

use leptos::prelude::*;

use crate::chart::{Chart, Size, Table, charts_for};
use crate::corpus::FigureRef;
use crate::domain::FigureId;
use crate::route::Page;
use crate::ui::context::Ctx;

impl Ctx<'_> {
    /// A section with every chart that `figures` allow; nothing where they allow none.
    pub fn charts_section(self, figures: &[FigureRef<'_>]) -> Option<AnyView> {
        let charts = charts_for(figures, self.catalogue(), self.lang);
        (!charts.is_empty()).then(|| {
            let panels = charts.iter().map(|chart| self.chart_panel(chart));
            view! {
                <section aria-labelledby="bieu-do">
                    <h2 id="bieu-do">{self.w.charts}</h2>
                    <div class="charts">{panels.collect_view()}</div>
                </section>
            }
            .into_any()
        })
    }

    /// One chart. The drawing stands twice, for narrow and for wide screens; only one is ever shown.
    fn chart_panel(self, chart: &Chart) -> AnyView {
        let href = |id: &FigureId| self.href(Page::Figure(id.clone()));
        let notes: Vec<_> = chart.notes.iter().map(|note| view! { <li>{note.clone()}</li> }).collect();
        let notes = (!notes.is_empty()).then(|| view! { <ul class="chart__notes">{notes}</ul> });
        view! {
            <figure class="chart" id=chart.id.clone()>
                <figcaption>
                    <h3>{chart.heading.clone()}</h3>
                    <p class="chart__measure">{chart.measure.clone()}</p>
                </figcaption>
                <div class="chart__svg chart__svg--narrow" inner_html=chart.svg(Size::Narrow, &href)></div>
                <div class="chart__svg chart__svg--wide" inner_html=chart.svg(Size::Wide, &href)></div>
                <p class="chart__sentence">{chart.sentence.clone()}</p>
                {notes}
                <details class="chart__table">
                    <summary>{self.w.chart_table}</summary>
                    {self.chart_table(&chart.table)}
                </details>
            </figure>
        }
        .into_any()
    }

    fn chart_table(self, table: &Table) -> AnyView {
        let class = |numeric: bool| if numeric { "num" } else { "" };
        let heads = table
            .columns
            .iter()
            .map(|c| view! { <th scope="col" class=class(c.numeric)>{c.title.clone()}</th> });
        let rows = table.rows.iter().map(|row| {
            let cells = row.cells.iter().zip(&table.columns).enumerate().map(|(i, (cell, column))| {
                let text = cell.clone();
                let content = match (i, &row.figure) {
                    (0, Some(id)) => {
                        view! { <a href=self.href(Page::Figure(id.clone()))>{text}</a> }.into_any()
                    }
                    _ => text.into_any(),
                };
                view! { <td class=class(column.numeric)>{content}</td> }
            });
            view! { <tr>{cells.collect_view()}</tr> }
        });
        view! {
            <div class="scroll" role="region" aria-label=table.caption.clone() tabindex="0">
                <table>
                    <caption>{table.caption.clone()}</caption>
                    <thead><tr>{heads.collect_view()}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    }
}
