//! A chart with all that belongs to it: finding, measure, drawing, sentence, notes, table, what can be taken away.

use std::borrow::Cow;
use std::collections::BTreeMap;

use maud::{Markup, PreEscaped, html};

use crate::html::PageContext;
use crate::route::Page;
use crate::url_state::PageView;
use crate::url_state::{FigureFilter, YearFilter};
use thidua_chart::{Chart, ChartKind, ChartTable, Evidence, Size, why_no_chart};
use thidua_i18n::{phrases, sentences};

/// A page draws at most so many charts of what the explorer can choose from.
pub const MOST_SHOWN: usize = 16;

/// The charts of a page.
#[derive(Debug, Clone, Default)]
pub struct DrawnCharts {
    /// Those that are shown.
    pub shown: Vec<DrawnChart>,
    /// How many there are.
    pub all: usize,
}

/// A chart with its drawing, made once for the page and for its frame.
#[derive(Debug, Clone)]
pub struct DrawnChart {
    /// The chart.
    pub chart: Chart,
    /// The drawing, which stands twice, for narrow and for wide screens; only one is ever shown. It is markup already,
    /// escaped by the chart model.
    drawings: String,
    /// The height of the taller one.
    height: u32,
}

impl<'a> PageContext<'a> {
    /// A section with every chart that a place has, or with the reason why its figures allow none.
    pub fn charts_of(self, place: PageView<'_>) -> Markup {
        let charts = self.drawn.map_or_else(|| Cow::Owned(self.drawn_at(place)), Cow::Borrowed);
        let is_figure = matches!(place.page, Page::Figure(_));
        let figures = if charts.all == 0 && !is_figure { self.figures_at(place).len() } else { 0 };
        html! {
            (self.charts_section(&charts, place))
            @if figures > 0 { p class="note chart__none" { (why_no_chart(figures, self.lang)) } }
        }
    }

    /// The charts at a place, drawn.
    pub fn drawn_at(self, place: PageView<'_>) -> DrawnCharts {
        // Of an article and of a figure only the page tells, and all of it.
        let most = match place.page {
            Page::Article(_) | Page::Figure(_) => usize::MAX,
            _ => MOST_SHOWN,
        };
        self.drawn(self.charts_at(place), most)
    }

    /// Charts, drawn; of more than `most` some of each kind.
    pub fn drawn(self, charts: Vec<Chart>, most: usize) -> DrawnCharts {
        let all = charts.len();
        let shown = some_of_each_kind(charts, most).into_iter().map(|chart| self.draw(chart));
        DrawnCharts { shown: shown.collect(), all }
    }

    /// A chart with its drawing.
    pub fn draw(self, chart: Chart) -> DrawnChart {
        let href = |evidence: &Evidence| self.evidence_href(evidence);
        let (narrow, wide) = (chart.render(Size::Narrow, &href), chart.render(Size::Wide, &href));
        let height = narrow.height.max(wide.height);
        let markup = html! {
            div class="chart__svg chart__svg--narrow" { (PreEscaped(&narrow.svg)) }
            div class="chart__svg chart__svg--wide" { (PreEscaped(&wide.svg)) }
        };
        DrawnChart { chart, drawings: markup.into_string(), height }
    }

    /// The address of what a mark leads to.
    pub fn evidence_href(self, evidence: &Evidence) -> String {
        match evidence {
            Evidence::Figure(id) => self.href(Page::Figure(id.clone())),
            Evidence::Article(id, line) => {
                let page = self.href(Page::Article(id.clone()));
                line.map_or_else(|| page.clone(), |line| format!("{page}#dong-{line}"))
            }
            Evidence::Figures(organisation, year) => {
                let year = Some(year.map_or(YearFilter::NotStated, YearFilter::In));
                let organisation = Some(organisation.clone());
                let filter = FigureFilter { organisation, year, ..FigureFilter::default() };
                self.place_href(PageView { page: &Page::Figures, query: &filter.query() })
            }
        }
    }

    /// A section with these charts of a place; nothing where there are none.
    pub fn charts_section(self, charts: &DrawnCharts, place: PageView<'_>) -> Markup {
        let DrawnCharts { shown, all } = charts;
        html! {
            @if !shown.is_empty() {
                section aria-labelledby="bieu-do" {
                    h2 #bieu-do { (self.w.charts) }
                    div.charts { @for chart in shown { (self.chart_panel(chart, place)) } }
                    @if shown.len() < *all {
                        p.note {
                            (sentences::charts_shown(shown.len(), *all, self.lang))
                            @if let Some(href) = self.explored_href(place.page) {
                                " " a href=(href) { (phrases::choose_figures(self.lang)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn chart_panel(self, drawn: &DrawnChart, place: PageView<'_>) -> Markup {
        let DrawnChart { chart, height, .. } = drawn;
        html! {
            figure.chart id=(chart.id) {
                figcaption {
                    h3 { (chart.heading) }
                    p.chart__measure { (chart.measure) }
                }
                (drawn.drawings())
                (self.evidence_of(chart))
                div.chart__words {
                    p.chart__sentence { (chart.sentence) }
                    (notes(chart))
                }
                div.chart__tools {
                    (self.take_bar(chart))
                    details.chart__table {
                        summary { (self.w.chart_table) }
                        (self.chart_table(&chart.table))
                    }
                    (self.embed_box(chart, place, *height))
                }
            }
        }
    }

    fn chart_table(self, table: &ChartTable) -> Markup {
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
                                    @let content = self.cell(cell, row.link(i));
                                    @if i == 0 {
                                        th scope="row" .num[column.numeric] { (content) }
                                    } @else {
                                        td .num[column.numeric] { (content) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn cell(self, text: &str, lead: Option<Evidence>) -> Markup {
        html! {
            @match lead {
                Some(evidence) => { a href=(self.evidence_href(&evidence)) { (text) } }
                None => { (text) }
            }
        }
    }
}

impl DrawnChart {
    /// The drawing as markup.
    pub fn drawings(&self) -> PreEscaped<&str> {
        PreEscaped(&self.drawings)
    }
}

/// Of more than `most` charts as many of each kind, in the order in which they stand.
fn some_of_each_kind(charts: Vec<Chart>, most: usize) -> Vec<Chart> {
    let mut before: BTreeMap<ChartKind, usize> = BTreeMap::new();
    let turn = |chart: &Chart| {
        let turn = before.entry(chart.kind).or_default();
        *turn += 1;
        *turn
    };
    let turns: Vec<usize> = charts.iter().map(turn).collect();
    let up_to = |last: usize| turns.iter().filter(|turn| **turn <= last).count();
    let last = (1..=charts.len()).take_while(|last| up_to(*last) <= most).last().unwrap_or(1);
    charts.into_iter().zip(turns).filter(|(_, turn)| *turn <= last).map(|(chart, _)| chart).collect()
}

/// How to read a chart, and what must not be compared.
pub fn notes(chart: &Chart) -> Markup {
    html! {
        @if !chart.notes.is_empty() {
            ul.chart__notes { @for note in &chart.notes { li { (note) } } }
        }
    }
}
