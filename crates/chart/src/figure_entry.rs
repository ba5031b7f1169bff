//! A figure with its unit, and the parts of a chart that several kinds make from it.

use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Figure, Lang, Unit};
use thidua_i18n::charts::common::{self, article_label};
use thidua_i18n::charts::quantities::unit_name;

use super::grouping::group_by;
use super::panel::{Mark, MarkKind};
use super::period::Period;
use super::quantity::{Quantity, number_words, quantity_words};
use super::table::{ChartColumn, ChartRow, ChartTable};

/// A figure with its unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct FigureEntry<'a> {
    pub source: FigureRef<'a>,
    pub unit: &'a Unit,
}

impl<'a> FigureEntry<'a> {
    /// Looks up the unit; `None` if the catalogue does not have it.
    pub fn of(source: FigureRef<'a>, catalogue: &'a Catalogue) -> Option<Self> {
        Some(FigureEntry { source, unit: catalogue.unit(&source.figure.unit)? })
    }

    /// The printed quantity.
    pub fn quantity(&self) -> Quantity {
        Quantity::of(self.source.figure)
    }

    /// The label of the figure.
    pub fn label(&self, lang: Lang) -> &'a str {
        self.source.figure.label.get(lang)
    }

    /// The printed words.
    pub fn printed(&self) -> String {
        self.source.figure.as_written.clone()
    }

    /// The number with its bound and unit in words.
    pub fn words(&self, lang: Lang) -> String {
        quantity_words(self.source.figure, self.unit, lang)
    }

    /// The number with its bound in words, without its unit.
    pub fn number(&self, lang: Lang) -> String {
        number_words(self.source.figure, self.unit, lang)
    }

    /// The printed words, after our words if the page is not in Vietnamese.
    pub fn reading(&self, lang: Lang) -> String {
        common::reading(&self.words(lang), &self.source.figure.as_written, lang)
    }

    /// A mark for the figure; `more` is added to its accessible name.
    pub fn mark(&self, kind: MarkKind, more: String) -> Mark {
        Mark::new(&self.source.figure.id, more, kind, self.quantity())
    }

    /// The period of the figure.
    pub fn period(&self) -> Period {
        Period::of(self.source)
    }
}

/// What became of those that a figure counts: `proposed` and `registered` are not given, and are kept apart from each other
/// and from everything else. Empty for everything else.
pub(super) fn standing(figure: &Figure) -> &'static str {
    match &figure.act {
        Some(act) if !act.kind.is_given() => act.kind.slug(),
        _ => "",
    }
}

/// Groups entries by key, in the order of first appearance. Entries without a key are left out.
pub(super) fn groups<'a>(
    entries: impl Iterator<Item = FigureEntry<'a>>,
    key: &dyn Fn(&FigureEntry<'a>) -> Option<String>,
) -> Vec<Vec<FigureEntry<'a>>> {
    let keyed: Vec<(String, FigureEntry<'a>)> = entries.filter_map(|e| Some((key(&e)?, e))).collect();
    let groups = group_by(keyed, |(key, _)| key.clone());
    groups.into_iter().map(|group| group.into_iter().map(|(_, entry)| entry).collect()).collect()
}

/// Joins the parts of a group's key with a separator that no id contains.
pub(super) fn key(parts: &[&str]) -> String {
    parts.join("\u{1f}")
}

/// Quantities of `entries`.
pub(super) fn quantities(entries: &[FigureEntry<'_>]) -> Vec<Quantity> {
    entries.iter().map(FigureEntry::quantity).collect()
}

/// Table with one entry a row: content, period, printed words, number, unit, article.
pub(super) fn table(entries: &[FigureEntry<'_>], heading: &str, lang: Lang) -> ChartTable {
    let [what, when, printed, number, unit, article] = common::figure_columns(lang);
    let rows = entries.iter().map(|entry| ChartRow {
        cells: vec![
            entry.label(lang).to_owned(),
            entry.period().words(lang),
            entry.printed(),
            entry.number(lang),
            unit_name(entry.unit, lang).to_owned(),
            article_label(entry.source.article, lang),
        ],
        figure: Some(entry.source.figure.id.clone()),
        links: Vec::new(),
    });
    ChartTable {
        caption: heading.to_owned(),
        columns: vec![
            ChartColumn::words(what),
            ChartColumn::words(when),
            ChartColumn::words(printed),
            ChartColumn::number(number),
            ChartColumn::words(unit),
            ChartColumn::words(article),
        ],
        rows: rows.collect(),
    }
}
