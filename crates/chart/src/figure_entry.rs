//! A figure with its unit, and what every kind says of it.

use super::model::group_by;
use super::names::{Period, article_words};
use super::panel::{Mark, MarkKind};
use super::quantity::{Quantity, number_words, quantity_words, unit_name};
use super::table::{ChartColumn, ChartRow, ChartTable};
use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Lang, Role, Unit};

/// A figure with its unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct FigureEntry<'a> {
    pub source: FigureRef<'a>,
    pub unit: &'a Unit,
}

impl<'a> FigureEntry<'a> {
    /// Nothing where the unit is unknown.
    pub fn of(source: FigureRef<'a>, catalogue: &'a Catalogue) -> Option<Self> {
        Some(FigureEntry { source, unit: catalogue.unit(&source.figure.unit)? })
    }

    pub fn quantity(&self) -> Quantity {
        Quantity::of(self.source.figure)
    }

    pub fn label(&self, lang: Lang) -> &'a str {
        self.source.figure.label.get(lang)
    }

    pub fn printed(&self) -> String {
        self.source.figure.as_written.clone()
    }

    pub fn words(&self, lang: Lang) -> String {
        quantity_words(self.source.figure, self.unit, lang)
    }

    /// The number with its bound in words, without its unit.
    pub fn number(&self, lang: Lang) -> String {
        number_words(self.source.figure, self.unit, lang)
    }

    /// The printed words, with ours after them where the page is not in Vietnamese.
    pub fn reading(&self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.printed(),
            Lang::En => format!("{} (in print: {})", self.words(lang), self.printed()),
        }
    }

    pub fn mark(&self, kind: MarkKind, more: String) -> Mark {
        Mark::new(&self.source.figure.id, more, kind, self.quantity())
    }

    pub fn period(&self) -> Period {
        Period::of(self.source)
    }
}

/// Entries with equal keys together, in the order in which they first appear.
pub(super) fn groups<'a>(
    entries: impl Iterator<Item = FigureEntry<'a>>,
    key: &dyn Fn(&FigureEntry<'a>) -> Option<String>,
) -> Vec<Vec<FigureEntry<'a>>> {
    let keyed: Vec<(String, FigureEntry<'a>)> = entries.filter_map(|e| Some((key(&e)?, e))).collect();
    let groups = group_by(keyed, |(key, _)| key.clone());
    groups.into_iter().map(|group| group.into_iter().map(|(_, entry)| entry).collect()).collect()
}

/// What stands in the key of a group, with what no id contains between.
pub(super) fn key(parts: &[&str]) -> String {
    parts.join("\u{1f}")
}

/// The quantities of some entries.
pub(super) fn quantities(entries: &[FigureEntry<'_>]) -> Vec<Quantity> {
    entries.iter().map(FigureEntry::quantity).collect()
}

/// What a figure is in the life of a campaign, for the line above a chart.
pub(super) const fn role_words(role: Role, lang: Lang) -> &'static str {
    match (role, lang) {
        (Role::Target, Lang::Vi) => "Mục tiêu",
        (Role::Result, Lang::Vi) => "Kết quả",
        (Role::Participation, Lang::Vi) => "Tham gia",
        (Role::Input, Lang::Vi) => "Nguồn lực",
        (Role::Plan, Lang::Vi) => "Kế hoạch",
        (Role::Target, Lang::En) => "Targets",
        (Role::Result, Lang::En) => "Results",
        (Role::Participation, Lang::En) => "Participation",
        (Role::Input, Lang::En) => "Resources",
        (Role::Plan, Lang::En) => "Plans",
    }
}

/// One entry a row: what, when, as printed, in numbers, in which article.
pub(super) fn table(entries: &[FigureEntry<'_>], heading: &str, lang: Lang) -> ChartTable {
    let [what, when, printed, number, unit, article] = match lang {
        Lang::Vi => ["Nội dung", "Thời gian", "Như in trên báo", "Số", "Đơn vị", "Bài báo"],
        Lang::En => ["What", "Period", "As printed", "Number", "Unit", "Article"],
    };
    let rows = entries.iter().map(|entry| ChartRow {
        cells: vec![
            entry.label(lang).to_owned(),
            entry.period().words(lang),
            entry.printed(),
            entry.number(lang),
            unit_name(entry.unit, lang).to_owned(),
            article_words(entry.source.article, lang),
        ],
        figure: Some(entry.source.figure.id.clone()),
        leads: Vec::new(),
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
