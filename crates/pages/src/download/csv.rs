//! CSV that spreadsheets open correctly by double-click, and that a text editor can fix.
//!
//! - UTF-8 with a byte order mark: without it, Excel reads Vietnamese as Latin-1.
//! - Decimals as the language of the file writes them: a spreadsheet in Vietnamese reads `12,5` as a number and `12.5` as text.
//! - Quotes and line ends as RFC 4180 has them. Line breaks and tabs within a cell become spaces: a row is a line.
//! - A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises.

use std::borrow::Cow;

use thidua_core::domain::{Decimal, Lang};

/// Media type of the file.
pub const MIME: &str = "text/csv;charset=utf-8";

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Text; it gets an apostrophe if it looks like a formula.
    Text(Cow<'a, str>),
    /// A number or date, written as it is: `-5` is no formula.
    Plain(Cow<'a, str>),
}

impl Cell<'_> {
    /// A number for a spreadsheet in `lang`: with its decimal separator, without thousands separators.
    ///
    /// ```
    /// use thidua_core::domain::Lang;
    /// use thidua_pages::download::{Cell, Csv};
    /// let mut csv = Csv::default();
    /// csv.row([Lang::Vi, Lang::En].map(|lang| Cell::number("1250.5".parse().unwrap(), lang)));
    /// assert_eq!(csv.finish(), "\u{feff}\"1250,5\",1250.5\r\n");
    /// ```
    pub fn number(number: Decimal, lang: Lang) -> Cell<'static> {
        let text = number.to_string();
        Cell::Plain(match lang {
            Lang::Vi => text.replace('.', ",").into(),
            Lang::En => text.into(),
        })
    }
}

/// A CSV file that is being written.
///
/// ```
/// use thidua_pages::download::{Cell, Csv};
/// let mut csv = Csv::default();
/// csv.row([Cell::Text("trên 90%, “giỏi”".into()), Cell::Text("=1+1".into()), Cell::Plain("-5".into())]);
/// assert_eq!(csv.finish(), "\u{feff}\"trên 90%, “giỏi”\",'=1+1,-5\r\n");
/// ```
#[derive(Debug)]
pub struct Csv {
    text: String,
}

impl Default for Csv {
    fn default() -> Self {
        Csv { text: "\u{feff}".to_owned() }
    }
}

impl Csv {
    /// Rows to append to others: without the byte order mark.
    pub const fn without_bom() -> Csv {
        Csv { text: String::new() }
    }

    /// Appends a row.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) {
        for (i, cell) in cells.into_iter().enumerate() {
            if i > 0 {
                self.text.push(',');
            }
            match &cell {
                Cell::Text(text) | Cell::Plain(text) if is_word(text) => self.text.push_str(text),
                Cell::Text(text) => self.cell(&neutralise_formula(&on_one_line(text))),
                Cell::Plain(text) => self.cell(&on_one_line(text)),
            }
        }
        self.text.push_str("\r\n");
    }

    /// Returns the whole text.
    pub fn finish(self) -> String {
        self.text
    }

    fn cell(&mut self, text: &str) {
        // A space at either end is part of the cell, and some readers trim it outside quotes.
        let quoted = text.contains([',', '"', ';']) || text.trim().len() != text.len();
        if quoted {
            self.text.push('"');
            self.text.push_str(&text.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(text);
        }
    }
}

/// True if a cell surely needs no quoting. Checked by bytes, because files have a million cells.
fn is_word(text: &str) -> bool {
    let is_odd = |byte: u8| matches!(byte, 0..b' ' | 0x7F | 0xC2 | b',' | b'"' | b';');
    let begins = text.as_bytes().first().is_none_or(|byte| byte.is_ascii_alphanumeric());
    let ends = text.as_bytes().last().is_none_or(|byte| byte.is_ascii_graphic());
    // In chunks, which the compiler vectorises.
    let is_one_odd = |bytes: &[u8]| bytes.iter().fold(false, |found, byte| found | is_odd(*byte));
    begins && ends && !text.as_bytes().chunks(32).any(is_one_odd)
}

fn on_one_line(text: &str) -> Cow<'_, str> {
    match text.contains(char::is_control) {
        true => text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect(),
        false => text.into(),
    }
}

/// Puts an apostrophe before a text that a spreadsheet would calculate. Full-width signs count: some spreadsheets fold them.
fn neutralise_formula(text: &str) -> Cow<'_, str> {
    let first = text.trim_start().chars().next();
    let calculates = first.is_some_and(|c| "=+-@＝＋－＠".contains(c));
    if calculates { format!("'{text}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(cell: Cell<'_>) -> String {
        let mut csv = Csv::default();
        csv.row([cell]);
        csv.finish().trim_start_matches('\u{feff}').trim_end().to_owned()
    }

    #[test]
    fn csv_text_never_becomes_a_formula() {
        for text in ["=1+1", "+84", "-x", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1"] {
            let cell = one(Cell::Text(text.into()));
            assert!(cell.trim_start_matches('"').starts_with('\''), "{text:?} → {cell:?}");
        }
        for text in ["trên 90%", "%", "5 – 6", "a=b", ""] {
            assert_eq!(one(Cell::Text(text.into())), text);
        }
    }

    #[test]
    fn csv_row_is_one_line() {
        assert_eq!(one(Cell::Text("a\r\nb\u{0}c\u{85}d".into())), "a  b c d");
    }
}
