//! A table as a CSV file that spreadsheets open as it stands: UTF-8 with a byte order mark, without which Excel shows
//! Vietnamese letters as noise, and no text that it would run as a formula.

use super::column::{Kind, Table};

/// The bytes of the file.
pub fn write(table: &Table) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(vec![]);
    // Writing to memory cannot fail, and rows are as long as the header.
    let _ = writer.write_record(table.fields.iter().map(|field| field.name));
    for row in &table.rows {
        let cells = row.iter().zip(&table.fields).map(|(cell, field)| match field.kind {
            Kind::Integer | Kind::Number => cell.clone(),
            _ => inert(cell),
        });
        let _ = writer.write_record(cells);
    }
    let mut bytes = "\u{FEFF}".as_bytes().to_vec();
    bytes.extend(writer.into_inner().unwrap_or_default());
    bytes
}

/// A text that no spreadsheet takes for a formula: an apostrophe goes before what would begin one.
fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn formulas_become_text() {
        for text in ["=1+1", "+84", "-2", "@SUM(A1)", "\t=1"] {
            assert!(inert(text).starts_with('\''), "{text}");
        }
        assert_eq!(inert("a=1"), "a=1");
    }
}
