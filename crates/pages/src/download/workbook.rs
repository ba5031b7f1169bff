//! Workbooks, described as JSON: a sheet of rows, and one that explains them. A program of its own turns the description into a
//! file.

use serde::Serialize;

use thidua_chart::ChartTable;
use thidua_i18n::{data_page, workbook as says};
use thidua_workbook::{CellValue, ColumnSpec, SheetSpec};

use super::figure_rows::figures_workbook_columns;
use crate::context::PageContext;
use crate::href::view_href;
use crate::page_meta::campaign_name;
use crate::route::Page;
use crate::url_state::PageView;

use super::file_name::file_stem;

/// Returns what stands before and after the rows of a workbook of figures.
pub fn figures_frame(ctx: &PageContext<'_>, view: PageView<'_>) -> [String; 2] {
    let title = title(ctx, view);
    let columns = figures_workbook_columns(ctx.lang);
    frame(&title, says::figures_sheet(ctx.lang), &columns, &explanation(ctx, view, &title))
}

/// Returns the workbook of the table of a chart.
pub fn chart_table(ctx: &PageContext<'_>, view: PageView<'_>, heading: &str, table: &ChartTable) -> String {
    let columns: Vec<ColumnSpec> =
        table.columns.iter().map(|column| ColumnSpec::new(column.title.as_str(), 28)).collect();
    let [before, after] =
        frame(heading, says::chart_sheet(ctx.lang), &columns, &explanation(ctx, view, heading));
    let rows: Vec<Vec<CellValue<'_>>> = table
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| CellValue::text(cell.as_str())).collect())
        .collect();
    let rows: Vec<String> = rows.iter().map(json).collect();
    format!("{before}{}{after}", rows.join(","))
}

fn frame(title: &str, sheet: &str, columns: &[ColumnSpec], explanation: &SheetSpec<'_>) -> [String; 2] {
    let before = format!(
        "{{\"title\":{},\"sheets\":[{{\"name\":{},\"columns\":{},\"rows\":[",
        json(&title),
        json(&sheet),
        json(&columns)
    );
    [before, format!("]}},{}]}}", json(explanation))]
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// What the rows show: the name of the page, or that of the file where the page is not loaded.
fn title(ctx: &PageContext<'_>, view: PageView<'_>) -> String {
    let (catalogue, lang) = (ctx.catalogue(), ctx.lang);
    let name = match view.page {
        Page::Campaign(id) => catalogue.campaign(id).map(|campaign| campaign_name(campaign, lang)),
        Page::Organisation(id) => catalogue.organisation(id).map(|organisation| organisation.name.clone()),
        Page::Home | Page::Figures => Some(ctx.words.nav_figures.to_owned()),
        Page::Comparison => Some(ctx.words.nav_comparison.to_owned()),
        _ => None,
    };
    name.unwrap_or_else(|| file_stem(ctx, view))
}

/// The sheet that says what the rows are, where they come from and how to read them.
fn explanation<'a>(ctx: &PageContext<'a>, view: PageView<'_>, title: &str) -> SheetSpec<'a> {
    let lang = ctx.lang;
    let corpus = ctx.catalogue().corpus();
    let mut rows: Vec<Vec<CellValue<'a>>> = vec![
        vec![CellValue::text(says::content(lang)), CellValue::text(title.to_owned())],
        vec![CellValue::text(says::archive(lang)), CellValue::text(corpus.title.get(lang))],
    ];
    if let Some(address) = ctx.absolute(&view_href(ctx, view)) {
        rows.push(vec![CellValue::text(says::page(lang)), CellValue::link(address)]);
    }
    for source in &corpus.sources {
        rows.push(vec![
            CellValue::text(ctx.words.source),
            CellValue::text(format!("{}: {}", source.name, source.attribution.get(lang))),
        ]);
    }
    for note in data_page::reading_notes(lang) {
        rows.push(vec![CellValue::text(says::reading(lang)), CellValue::text(note)]);
    }
    let columns = vec![ColumnSpec::new(says::explanation_sheet(lang), 20), ColumnSpec::new("", 100)];
    SheetSpec { name: says::explanation_sheet(lang).to_owned(), columns, rows }
}
