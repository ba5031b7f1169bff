//! All tables as sheets of one workbook, with a sheet that explains them.

use std::ops::ControlFlow;

use thidua_core::domain::Lang;
use thidua_i18n::{data_page as says, pick};
use thidua_pages::route::{Page, Route};
use thidua_workbook::{CellValue, ColumnSpec, WorkbookError, WorkbookWriter};

use super::column::{ColumnType, Table};
use crate::SiteError;
use crate::urls::SiteUrls;

/// Maximum number of rows of all sheets together. A larger workbook is one that no spreadsheet opens in reasonable time, and the
/// tables are there as CSV.
const MAX_WORKBOOK_ROWS: usize = 400_000;

/// Returns whether the tables are published as a workbook too.
pub fn has_workbook(tables: &[Table<'_>]) -> bool {
    tables.iter().map(|table| table.row_count).sum::<usize>() <= MAX_WORKBOOK_ROWS
}

/// Returns the workbook with `tables`, each a sheet after the one that explains them.
///
/// # Errors
/// [`SiteError::Workbook`].
pub fn workbook(tables: &[Table<'_>], urls: SiteUrls<'_>) -> Result<Vec<u8>, SiteError> {
    write(tables, urls).map_err(SiteError::Workbook)
}

fn write(tables: &[Table<'_>], urls: SiteUrls<'_>) -> Result<Vec<u8>, WorkbookError> {
    let title = &urls.catalogue.corpus().title;
    let mut workbook = WorkbookWriter::new(&format!("{} ({})", title.vi, title.en));
    explain(&mut workbook, tables, urls)?;
    for table in tables {
        let columns: Vec<ColumnSpec> =
            table.fields.iter().map(|field| ColumnSpec::new(field.name, width(field.column_type))).collect();
        workbook.start_sheet(table.name, &columns)?;
        let mut result = Ok(());
        table.for_each_row(&mut |cells| {
            let typed: Vec<CellValue<'_>> = table
                .fields
                .iter()
                .zip(cells)
                .map(|(field, cell)| match field.column_type {
                    ColumnType::Integer | ColumnType::Number => CellValue::number(cell.as_ref()),
                    ColumnType::Address | ColumnType::Page => CellValue::link(cell.as_ref()),
                    _ => CellValue::text(cell.as_ref()),
                })
                .collect();
            result = workbook.row(&typed);
            if result.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        result?;
    }
    workbook.finish()
}

/// Writes the sheet that explains the others, in both languages.
fn explain(
    workbook: &mut WorkbookWriter,
    tables: &[Table<'_>],
    urls: SiteUrls<'_>,
) -> Result<(), WorkbookError> {
    let corpus = urls.catalogue.corpus();
    let columns = [
        ColumnSpec::new("Giải thích", 24),
        ColumnSpec::new("Tiếng Việt", 60),
        ColumnSpec::new("English", 60),
    ];
    workbook.start_sheet("Giải thích", &columns)?;
    let both = |name: &'static str, vi: String, en: String| {
        [CellValue::text(name), CellValue::text(vi), CellValue::text(en)]
    };
    workbook.row(&both("Kho – Archive", corpus.title.vi.clone(), corpus.title.en.clone()))?;
    if urls.is_absolute() {
        let home = |lang| CellValue::link(urls.url(&Route { lang, page: Page::Data }));
        workbook.row(&[CellValue::text("Trang – Page"), home(Lang::Vi), home(Lang::En)])?;
    }
    for source in &corpus.sources {
        let [vi, en] = Lang::ALL.map(|lang| format!("{}: {}", source.name, source.attribution.get(lang)));
        workbook.row(&both("Nguồn – Source", vi, en))?;
    }
    if let Some(licence) = &corpus.licence {
        workbook.row(&both("Giấy phép – Licence", licence.name.clone(), licence.url.clone()))?;
    }
    for note in says::NOTES {
        let [vi, en] = Lang::ALL.map(|lang| pick(lang, note[0], note[1]).to_owned());
        workbook.row(&both("Cách đọc – Reading", vi, en))?;
    }
    for table in tables {
        let [vi, en] = table.description;
        workbook.row(&both(table.name, vi.to_owned(), en.to_owned()))?;
        for field in &table.fields {
            let [vi, en] = field.description;
            let name = format!("{}.{}", table.name, field.name);
            workbook.row(&[CellValue::text(name), CellValue::text(vi), CellValue::text(en)])?;
        }
    }
    Ok(())
}

/// Returns the width of a column in characters.
fn width(column_type: ColumnType) -> u16 {
    match column_type {
        ColumnType::Integer => 8,
        ColumnType::Number => 16,
        ColumnType::Key | ColumnType::Foreign(_) | ColumnType::Address | ColumnType::Page => 30,
        ColumnType::Period | ColumnType::Level | ColumnType::OneOf(_) => 14,
        ColumnType::Text => 36,
    }
}
