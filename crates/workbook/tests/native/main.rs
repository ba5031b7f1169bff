//! Workbooks are read back as XML: numbers are numbers, texts are texts, and equal tables give equal bytes.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, which is what it is for; helpers of tests count as tests"
)]

use std::io::{Cursor, Read};

use roxmltree::Document;
use thidua_workbook::{CellValue, ColumnSpec, WorkbookError, WorkbookWriter, workbook_from_json};

/// Content of a member of a workbook.
fn member(file: &[u8], path: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    zip.by_name(path).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn one_sheet(rows: &[Vec<CellValue<'_>>]) -> Vec<u8> {
    let mut workbook = WorkbookWriter::new("Kho “thử” <&>");
    workbook.start_sheet("Số liệu", &[ColumnSpec::new("a", 12), ColumnSpec::new("b", 40)]).unwrap();
    for row in rows {
        workbook.row(row).unwrap();
    }
    workbook.finish().unwrap()
}

/// Type and value of every cell of the first sheet without its header, by reference.
fn cells(file: &[u8]) -> Vec<(String, String, String)> {
    let strings = member(file, "xl/sharedStrings.xml");
    let strings = Document::parse(&strings).unwrap();
    let texts: Vec<String> = strings
        .descendants()
        .filter(|node| node.has_tag_name("si") || node.tag_name().name() == "si")
        .map(|si| si.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect())
        .collect();
    let sheet = member(file, "xl/worksheets/sheet1.xml");
    let sheet = Document::parse(&sheet).unwrap();
    let cells = sheet.descendants().filter(|node| node.tag_name().name() == "c");
    cells
        .map(|cell| {
            assert!(cell.children().all(|child| child.tag_name().name() != "f"), "a formula: {cell:?}");
            let kind = cell.attribute("t").unwrap_or("n").to_owned();
            let value = cell.descendants().find(|node| node.tag_name().name() == "v");
            let value = value.and_then(|node| node.text()).unwrap_or_default().to_owned();
            let value = if kind == "s" { texts[value.parse::<usize>().unwrap()].clone() } else { value };
            (cell.attribute("r").unwrap().to_owned(), kind, value)
        })
        .filter(|(reference, ..)| !reference.ends_with('1') || reference.len() > 2)
        .collect()
}

#[test]
fn numbers_are_numbers_and_texts_are_never_formulas() {
    let hostile =
        ["=1+1", "+84", "-x", "@SUM(A1)", "=HYPERLINK(\"https://evil.example\")", "https://x.example/"];
    let mut rows: Vec<Vec<CellValue<'_>>> = hostile.map(|text| vec![CellValue::text(text)]).into();
    rows.push(vec![CellValue::number("3015000000"), CellValue::number("12.5")]);
    rows.push(vec![CellValue::number("12345678901234567890"), CellValue::number("")]);
    let found = cells(&one_sheet(&rows));
    for (at, text) in hostile.iter().enumerate() {
        assert_eq!(found[at], (format!("A{}", at + 2), "s".to_owned(), (*text).to_owned()));
    }
    assert_eq!(found[6], ("A8".into(), "n".into(), "3015000000".into()));
    assert_eq!(found[7], ("B8".into(), "n".into(), "12.5".into()));
    // Fifteen digits are what a spreadsheet keeps.
    assert_eq!(found[8], ("A9".into(), "s".into(), "12345678901234567890".into()));
    assert_eq!(found.len(), 9, "an empty cell is no cell");
}

#[test]
fn header_is_frozen_and_links_lead_to_the_evidence() {
    let file =
        one_sheet(&[vec![CellValue::link("https://x.example/a/?b=1&c"), CellValue::link("javascript:x")]]);
    let sheet = member(&file, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("state=\"frozen\"") && sheet.contains("topLeftCell=\"A2\""), "{sheet}");
    let relations = member(&file, "xl/worksheets/_rels/sheet1.xml.rels");
    assert_eq!(relations.matches("<Relationship ").count(), 1, "{relations}");
    assert!(relations.contains("https://x.example/a/?b=1&amp;c"), "{relations}");
}

#[test]
fn equal_tables_give_equal_bytes() {
    let rows = [vec![CellValue::text("a"), CellValue::number("1")]];
    assert_eq!(one_sheet(&rows), one_sheet(&rows));
    assert!(member(&one_sheet(&rows), "docProps/core.xml").contains("2000-01-01T00:00:00Z"));
}

#[test]
fn description_as_json_gives_the_same_workbook() {
    let json = r#"{"title":"Kho “thử” <&>","sheets":[{"name":"Số liệu","columns":[{"title":"a","width":12},
        {"title":"b","width":40}],"rows":[["=x",{"n":"1.5"}],[null,{"u":"https://x.example/"}]]}]}"#;
    let rows = [
        vec![CellValue::text("=x"), CellValue::number("1.5")],
        vec![CellValue::Empty, CellValue::link("https://x.example/")],
    ];
    assert_eq!(workbook_from_json(json).unwrap(), one_sheet(&rows));
    assert!(matches!(workbook_from_json("{"), Err(WorkbookError::Unreadable(_))));
}

#[test]
fn odd_names_and_texts_do_not_break_a_workbook() {
    let mut workbook = WorkbookWriter::new("");
    workbook.start_sheet("a/b:c*d?[e]'\\ rất dài, dài hơn ba mươi mốt chữ", &[]).unwrap();
    workbook.start_sheet("", &[]).unwrap();
    let long = "a".repeat(40_000);
    workbook.row(&[CellValue::text(long), CellValue::text("x\u{0}\u{1b}y\u{FFFF}")]).unwrap();
    let file = workbook.finish().unwrap();
    let strings = member(&file, "xl/sharedStrings.xml");
    assert!(Document::parse(&strings).is_ok() && strings.contains(">xy<"));
}
