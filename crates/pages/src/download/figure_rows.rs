//! Figures as CSV and as rows of a workbook, one a row, each with its source.

use std::borrow::Cow;

use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Decimal, Edtf, GuessedField, Lang};
use thidua_i18n::{csv_headings, evidence, names, sentences, terms};
use thidua_workbook::{CellValue, ColumnSpec};

use super::csv::{Cell, Csv};

/// Names of the columns for programs, in the order of [`csv_headings::figure_columns`].
const PLAIN_COLUMNS: [&str; csv_headings::FIGURE_COLUMNS] = [
    "id",
    "label_vi",
    "label_en",
    "comparator",
    "value",
    "value_to",
    "unit",
    "word",
    "as_written",
    "role",
    "act",
    "act_as_written",
    "levels",
    "campaigns",
    "organisation",
    "when_as_written",
    "when",
    "covers_as_written",
    "covers",
    "part_of",
    "headline",
    "source",
    "published",
    "line",
    "verified",
    "confirmed",
    "guessed",
    "page",
];
/// Widths of the columns of a workbook, in characters.
const WIDTHS: [u16; csv_headings::FIGURE_COLUMNS] = [
    24, 36, 36, 14, 16, 16, 14, 14, 30, 14, 14, 20, 20, 36, 26, 20, 16, 20, 16, 24, 44, 20, 14, 8, 12, 22,
    22, 40,
];

/// Data of a row that the corpus does not hold.
#[derive(Clone, Copy)]
pub struct RowContext<'a> {
    /// Returns the absolute address of the page of a figure; `None` if the origin of the site is not known.
    pub link: &'a dyn Fn(FigureRef<'_>) -> Option<String>,
    /// Returns whether the article of a figure was verified against its source text.
    pub is_verified: &'a dyn Fn(FigureRef<'_>) -> bool,
}

/// Value of a cell, before it is written in a format.
enum Value<'a> {
    Text(Cow<'a, str>),
    /// Number.
    Number(Decimal),
    /// Date, or another text that is no formula.
    Plain(String),
    /// Line number.
    Line(u32),
    /// Absolute address; empty if it is not known.
    Link(String),
    Nothing,
}

type Row<'a> = [Value<'a>; csv_headings::FIGURE_COLUMNS];

/// Returns the beginning of a CSV file of figures: the headings in `lang`.
pub fn figures_csv_header(lang: Lang) -> String {
    let mut csv = Csv::default();
    csv.row(csv_headings::figure_columns(lang).map(|heading| Cell::Text(heading.into())));
    csv.finish()
}

/// Returns the beginning of a CSV file of figures for programs: fixed names of the columns.
pub fn figures_plain_csv_header() -> String {
    let mut csv = Csv::without_bom();
    csv.row(PLAIN_COLUMNS.map(|name| Cell::Plain(name.into())));
    csv.finish()
}

/// Returns the columns of a workbook of figures, with the headings of the CSV file and their widths in characters.
pub fn figures_workbook_columns(lang: Lang) -> Vec<ColumnSpec> {
    csv_headings::figure_columns(lang)
        .into_iter()
        .zip(WIDTHS)
        .map(|(title, width)| ColumnSpec::new(title, width))
        .collect()
}

/// Returns the row of a figure, with vocabulary words in `lang`. Fields that the article does not print are empty cells.
pub fn figure_csv_row(
    found: FigureRef<'_>,
    catalogue: &Catalogue,
    lang: Lang,
    context: RowContext<'_>,
) -> String {
    let mut csv = Csv::without_bom();
    csv.row(row(found, catalogue, lang, context).map(|value| match value {
        Value::Text(text) => Cell::Text(text),
        Value::Number(number) => Cell::number(number, lang),
        Value::Plain(text) | Value::Link(text) => Cell::Plain(text.into()),
        Value::Line(line) => Cell::Plain(line.to_string().into()),
        Value::Nothing => Cell::Plain("".into()),
    }));
    csv.finish()
}

/// Returns the row of a figure for programs: ids and slugs instead of words, decimal points.
pub fn figure_plain_csv_row(found: FigureRef<'_>, catalogue: &Catalogue, context: RowContext<'_>) -> String {
    let FigureRef { article, figure } = found;
    let slugs = |fields: Vec<GuessedField>| {
        Value::Text(fields.into_iter().map(GuessedField::slug).collect::<Vec<_>>().join(" | ").into())
    };
    // Words that are ids or slugs in a file for programs; all other cells are the same.
    let mut row = row(found, catalogue, Lang::En, context);
    let campaigns: Vec<&str> = found.campaigns().map(|id| id.as_str()).collect();
    let levels: Vec<&str> = figure.levels.iter().map(|level| level.slug()).collect();
    let replaced = [
        ("comparator", Value::Text(figure.comparator.slug().into())),
        ("unit", Value::Text(figure.unit.as_str().into())),
        ("role", Value::Text(figure.role.slug().into())),
        ("act", figure.act.as_ref().map_or(Value::Nothing, |act| Value::Text(act.kind.slug().into()))),
        ("levels", Value::Text(levels.join(" | ").into())),
        ("campaigns", Value::Text(campaigns.join(" | ").into())),
        ("organisation", Value::Text(found.organisation().as_str().into())),
        (
            "source",
            article.source.as_ref().map_or(Value::Nothing, |source| Value::Text(source.as_str().into())),
        ),
        ("verified", Value::Plain((context.is_verified)(found).to_string())),
        ("confirmed", slugs(figure.confirmed_guesses(article))),
        ("guessed", slugs(figure.open_guesses(article))),
    ];
    for (name, value) in replaced {
        let at = PLAIN_COLUMNS.iter().position(|column| *column == name);
        if let Some(cell) = at.and_then(|at| row.get_mut(at)) {
            *cell = value;
        }
    }
    let mut csv = Csv::without_bom();
    csv.row(row.map(|value| match value {
        Value::Text(text) => Cell::Text(text),
        Value::Number(number) => Cell::number(number, Lang::En),
        Value::Plain(text) | Value::Link(text) => Cell::Plain(text.into()),
        Value::Line(line) => Cell::Plain(line.to_string().into()),
        Value::Nothing => Cell::Plain("".into()),
    }));
    csv.finish()
}

/// Returns the row of a figure for a workbook, in JSON: an array of cells.
pub fn figure_workbook_row(
    found: FigureRef<'_>,
    catalogue: &Catalogue,
    lang: Lang,
    context: RowContext<'_>,
) -> String {
    let cells = row(found, catalogue, lang, context).map(|value| match value {
        Value::Text(text) => CellValue::text(text),
        Value::Number(number) => CellValue::number(number.to_string()),
        Value::Plain(text) => CellValue::text(text),
        Value::Line(line) => CellValue::number(line.to_string()),
        Value::Link(address) => CellValue::link(address),
        Value::Nothing => CellValue::Empty,
    });
    serde_json::to_string(cells.as_slice()).unwrap_or_default()
}

fn row<'a>(found: FigureRef<'a>, catalogue: &'a Catalogue, lang: Lang, context: RowContext<'_>) -> Row<'a> {
    let FigureRef { article, figure } = found;
    let text = |text: &'a str| Value::Text(text.into());
    let maybe = |text: Option<&'a String>| Value::Text(text.map_or("", String::as_str).into());
    let date = |date: Option<Edtf>| Value::Plain(date.map(|d| d.to_string()).unwrap_or_default());
    let unit = catalogue.unit(&figure.unit).map_or(figure.unit.as_str(), |unit| names::unit_name(unit, lang));
    let organisation = catalogue.organisation(found.organisation());
    let organisation =
        organisation.map_or(found.organisation().as_str(), |one| names::organisation_name(one, lang));
    let campaigns: Vec<&str> =
        found.campaigns().filter_map(|id| catalogue.campaign(id)).map(|c| c.name.as_str()).collect();
    let act = figure.act.as_ref();
    let (confirmed, open) = (figure.confirmed_guesses(article), figure.open_guesses(article));
    let source = article.source.as_deref().and_then(|id| catalogue.source(id));
    [
        text(&figure.id),
        text(&figure.label.vi),
        text(&figure.label.en),
        // Next to the number, so that nobody takes a bound for an exact number.
        text(terms::comparator(figure.comparator, lang)),
        Value::Number(figure.value),
        figure.value_to.map_or(Value::Nothing, Value::Number),
        text(unit),
        maybe(figure.word.as_ref()),
        text(&figure.as_written),
        text(terms::role(figure.role, lang)),
        text(act.map_or("", |act| terms::act(act.kind, lang))),
        text(act.map_or("", |act| act.as_written.as_str())),
        Value::Text(sentences::levels(&figure.levels, lang).into()),
        Value::Text(campaigns.join("; ").into()),
        text(organisation),
        maybe(figure.when_as_written.as_ref()),
        date(figure.when),
        maybe(article.covers_as_written.as_ref()),
        date(article.covers),
        text(figure.part_of.as_deref().unwrap_or_default()),
        text(&article.headline),
        text(source.map_or("", |s| s.name.as_str())),
        date(article.published),
        Value::Line(figure.line),
        text(csv_headings::yes_no((context.is_verified)(found), lang)),
        Value::Text(evidence::fields(&confirmed, lang).into()),
        Value::Text(evidence::fields(&open, lang).into()),
        Value::Link((context.link)(found).unwrap_or_default()),
    ]
}
