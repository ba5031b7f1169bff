//! Figures as CSV, one a row, each with its source.

use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Edtf, Lang};
use thidua_i18n::{csv_headings, evidence, names, sentences, terms};

use super::csv::{Cell, Csv};

/// Data of a row that the corpus does not hold.
#[derive(Clone, Copy)]
pub struct RowContext<'a> {
    /// Returns the absolute address of the page of a figure; `None` if the origin of the site is not known.
    pub link: &'a dyn Fn(FigureRef<'_>) -> Option<String>,
    /// Returns whether the article of a figure was verified against its source text.
    pub is_verified: &'a dyn Fn(FigureRef<'_>) -> bool,
}

/// Returns the beginning of a CSV file of figures: the headings in `lang`.
pub fn figures_csv_header(lang: Lang) -> String {
    let mut csv = Csv::default();
    csv.row(csv_headings::figure_columns(lang).map(|heading| Cell::Text(heading.into())));
    csv.finish()
}

/// Returns the row of a figure, with vocabulary words in `lang`. Fields that the article does not print are empty cells.
pub fn figure_csv_row(
    found: FigureRef<'_>,
    catalogue: &Catalogue,
    lang: Lang,
    context: RowContext<'_>,
) -> String {
    let mut csv = Csv::without_bom();
    csv.row(row(found, catalogue, lang, context));
    csv.finish()
}

fn row<'a>(
    found: FigureRef<'a>,
    catalogue: &'a Catalogue,
    lang: Lang,
    context: RowContext<'_>,
) -> [Cell<'a>; csv_headings::FIGURE_COLUMNS] {
    let FigureRef { article, figure } = found;
    let text = |text: &'a str| Cell::Text(text.into());
    let maybe = |text: Option<&'a String>| Cell::Text(text.map_or("", String::as_str).into());
    let date = |date: Option<Edtf>| Cell::Plain(date.map(|d| d.to_string()).unwrap_or_default().into());
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
        Cell::number(figure.value, lang),
        figure.value_to.map_or(Cell::Plain("".into()), |to| Cell::number(to, lang)),
        text(unit),
        maybe(figure.word.as_ref()),
        text(&figure.as_written),
        text(terms::role(figure.role, lang)),
        text(act.map_or("", |act| terms::act(act.kind, lang))),
        text(act.map_or("", |act| act.as_written.as_str())),
        Cell::Text(sentences::levels(&figure.levels, lang).into()),
        Cell::Text(campaigns.join("; ").into()),
        text(organisation),
        maybe(figure.when_as_written.as_ref()),
        date(figure.when),
        maybe(article.covers_as_written.as_ref()),
        date(article.covers),
        text(figure.part_of.as_deref().unwrap_or_default()),
        text(&article.headline),
        text(source.map_or("", |s| s.name.as_str())),
        date(article.published),
        Cell::Plain(figure.line.to_string().into()),
        text(csv_headings::yes_no((context.is_verified)(found), lang)),
        Cell::Text(evidence::fields(&confirmed, lang).into()),
        Cell::Text(evidence::fields(&open, lang).into()),
        Cell::Plain((context.link)(found).unwrap_or_default().into()),
    ]
}
