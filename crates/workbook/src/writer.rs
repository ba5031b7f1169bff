//! Writer of a workbook, row by row.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet, XlsxError,
};

use crate::made_by::name_unix;
use crate::{CellValue, ColumnSpec, WorkbookSpec};

/// Maximum number of rows of a sheet, without its header: what the file format allows.
pub const MAX_ROWS: u32 = 1_048_575;
/// Maximum length of a text in a cell, in UTF-16 units: what spreadsheets allow.
const MAX_CELL_UNITS: usize = 32_767;
/// Maximum number of links of a sheet: what spreadsheets allow. Further ones are texts.
const MAX_LINKS: u32 = 65_530;
/// Maximum length of a link, in characters.
const MAX_LINK_CHARS: usize = 2_000;
/// Maximum length of the name of a sheet, in characters.
const MAX_NAME_CHARS: usize = 31;
/// Significant digits that a number in a spreadsheet holds; a longer number stays a text, so that no digit is lost.
const MAX_DIGITS: usize = 15;

/// Error of making a workbook.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// The description is not one of this program.
    #[error("the description of the workbook cannot be read: {0}")]
    Unreadable(serde_json::Error),
    /// A sheet has more rows than the file format allows.
    #[error("the sheet {0:?} has more than 1,048,575 rows; take CSV instead")]
    TooManyRows(String),
    /// Rows without a sheet.
    #[error("a row comes before the first sheet")]
    NoSheet,
    /// The file cannot be made.
    #[error("{0}")]
    Format(#[from] XlsxError),
}

/// Makes a workbook from its description as JSON.
///
/// # Errors
/// [`WorkbookError`].
pub fn workbook_from_json(json: &str) -> Result<Vec<u8>, WorkbookError> {
    let spec: WorkbookSpec<'_> = serde_json::from_str(json).map_err(WorkbookError::Unreadable)?;
    let mut workbook = WorkbookWriter::new(&spec.title);
    for sheet in &spec.sheets {
        workbook.start_sheet(&sheet.name, &sheet.columns)?;
        for row in &sheet.rows {
            workbook.row(row)?;
        }
    }
    workbook.finish()
}

/// A workbook that is being written.
pub struct WorkbookWriter {
    workbook: Workbook,
    sheet: Option<OpenSheet>,
    heading: Format,
    formats: CellFormats,
}

struct CellFormats {
    text: Format,
    integer: Format,
    decimal: Format,
    link: Format,
}

/// The sheet that rows are added to.
struct OpenSheet {
    worksheet: Worksheet,
    name: String,
    next_row: u32,
    links: u32,
}

impl WorkbookWriter {
    /// Begins a workbook with this title.
    pub fn new(title: &str) -> WorkbookWriter {
        let mut properties = DocProperties::new().set_title(title);
        // Every build of one corpus has the same bytes.
        if let Ok(created) = ExcelDateTime::from_ymd(2000, 1, 1) {
            properties = properties.set_creation_datetime(&created);
        }
        let mut workbook = Workbook::new();
        workbook.set_properties(&properties);
        let top = || Format::new().set_align(FormatAlign::Top);
        WorkbookWriter {
            workbook,
            sheet: None,
            heading: top().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin),
            formats: CellFormats {
                text: top().set_num_format("@"),
                integer: top().set_num_format("#,##0"),
                decimal: top().set_num_format("#,##0.0#####"),
                link: Format::new().set_hyperlink().set_align(FormatAlign::Top),
            },
        }
    }

    /// Begins a sheet with its header, which stays in view and filters the rows. Rows are added to it until the next sheet.
    ///
    /// # Errors
    /// [`WorkbookError::Format`].
    pub fn start_sheet(&mut self, name: &str, columns: &[ColumnSpec]) -> Result<(), WorkbookError> {
        self.end_sheet();
        let name = sheet_name(name);
        let mut worksheet = Worksheet::new();
        worksheet.set_name(&name)?;
        worksheet.set_freeze_panes(1, 0)?;
        for (at, column) in (0u16..).zip(columns) {
            worksheet.set_column_width(at, f64::from(column.width))?;
            worksheet.write_string_with_format(0, at, &column.title, &self.heading)?;
        }
        self.sheet = Some(OpenSheet { worksheet, name, next_row: 1, links: 0 });
        Ok(())
    }

    /// Adds a row.
    ///
    /// # Errors
    /// [`WorkbookError::TooManyRows`], [`WorkbookError::NoSheet`] or [`WorkbookError::Format`].
    pub fn row(&mut self, cells: &[CellValue<'_>]) -> Result<(), WorkbookError> {
        let sheet = self.sheet.as_mut().ok_or(WorkbookError::NoSheet)?;
        if sheet.next_row > MAX_ROWS {
            return Err(WorkbookError::TooManyRows(sheet.name.clone()));
        }
        let row = sheet.next_row;
        sheet.next_row += 1;
        for (at, cell) in (0u16..).zip(cells) {
            sheet.write(row, at, cell, &self.formats)?;
        }
        Ok(())
    }

    /// Returns the file.
    ///
    /// # Errors
    /// [`WorkbookError::Format`].
    pub fn finish(mut self) -> Result<Vec<u8>, WorkbookError> {
        self.end_sheet();
        let mut archive = self.workbook.save_to_buffer()?;
        name_unix(&mut archive);
        Ok(archive)
    }

    fn end_sheet(&mut self) {
        if let Some(sheet) = self.sheet.take() {
            self.workbook.push_worksheet(sheet.worksheet);
        }
    }
}

impl OpenSheet {
    fn write(
        &mut self,
        row: u32,
        at: u16,
        cell: &CellValue<'_>,
        formats: &CellFormats,
    ) -> Result<(), WorkbookError> {
        match cell {
            CellValue::Empty => {}
            CellValue::Text(text) => self.write_text(row, at, text, formats)?,
            CellValue::Number { n } => match number(n) {
                Some(value) => {
                    let format = if n.contains('.') { &formats.decimal } else { &formats.integer };
                    self.worksheet.write_number_with_format(row, at, value, format)?;
                }
                None => self.write_text(row, at, n, formats)?,
            },
            CellValue::Link { u } => {
                let is_address = u.starts_with("https://") || u.starts_with("http://");
                if is_address && self.links < MAX_LINKS && u.chars().count() <= MAX_LINK_CHARS {
                    self.links += 1;
                    self.worksheet.write_url_with_format(row, at, Url::new(u.as_ref()), &formats.link)?;
                } else {
                    self.write_text(row, at, u, formats)?;
                }
            }
        }
        Ok(())
    }

    /// Writes a string, which no spreadsheet calculates whatever it begins with.
    fn write_text(
        &mut self,
        row: u32,
        at: u16,
        text: &str,
        formats: &CellFormats,
    ) -> Result<(), WorkbookError> {
        let text = printable(text);
        self.worksheet.write_string_with_format(row, at, text, &formats.text)?;
        Ok(())
    }
}

/// Returns a text without characters that XML cannot hold, not longer than a cell.
fn printable(text: &str) -> String {
    let mut units = 0;
    let is_valid = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= MAX_CELL_UNITS
    };
    text.chars().filter(is_valid).filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}')).take_while(fits).collect()
}

/// Returns a decimal as the number of a spreadsheet; `None` if digits would be lost.
fn number(text: &str) -> Option<f64> {
    let digits = text.trim_start_matches(['-', '0', '.']).chars().filter(char::is_ascii_digit).count();
    let is_decimal = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.'));
    if !is_decimal || digits > MAX_DIGITS {
        return None;
    }
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

/// Returns a name that every spreadsheet accepts for a sheet.
fn sheet_name(name: &str) -> String {
    let replaced = name.chars().map(|c| if "[]:*?/\\'".contains(c) || c.is_control() { ' ' } else { c });
    let name: String = replaced.take(MAX_NAME_CHARS).collect();
    let name = name.trim();
    if name.is_empty() { "1".to_owned() } else { name.to_owned() }
}
