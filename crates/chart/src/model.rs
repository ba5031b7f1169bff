//! The chart type: its words, its table and its panels. How a chart becomes SVG is in `render`.

use std::collections::{BTreeMap, BTreeSet};

use thidua_core::collections::collect_set;
use thidua_core::corpus::{Catalogue, Measure};
use thidua_core::domain::{FigureId, GuessedField, Lang};
use thidua_i18n::evidence;

use super::notes;
use super::panel::{Evidence, Panel};
use super::table::ChartTable;

/// Kind of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChartKind {
    /// Targets, the results that are compared with them, and a verdict.
    Targets,
    /// Recognitions by level, in legal order.
    Recognitions,
    /// Parts of a whole.
    Shares,
    /// Different numbers that several articles state for the same thing.
    Discrepancies,
    /// One measure over the years.
    TimeSeries,
    /// One measure of several organisations or periods.
    Comparison,
    /// Amounts of money.
    Money,
    /// Other numbers of one unit.
    Numbers,
    /// Rounds, themes and articles in time.
    Timeline,
    /// Contents of the corpus.
    Coverage,
}

impl ChartKind {
    /// Prefix of the ids of such charts.
    pub const fn slug(self) -> &'static str {
        match self {
            ChartKind::Targets => "targets",
            ChartKind::Recognitions => "recognitions",
            ChartKind::Shares => "shares",
            ChartKind::Discrepancies => "accounts",
            ChartKind::TimeSeries => "change",
            ChartKind::Comparison => "comparison",
            ChartKind::Money => "money",
            ChartKind::Numbers => "numbers",
            ChartKind::Timeline => "timeline",
            ChartKind::Coverage => "coverage",
        }
    }
}

/// Width class for which a chart is drawn. Both are drawn, and the page shows the one that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Size {
    /// 340 wide: a phone.
    Narrow,
    /// 680 wide.
    Wide,
}

impl Size {
    /// Width in units of the view box.
    pub const fn width(self) -> f64 {
        match self {
            Size::Narrow => 340.0,
            Size::Wide => 680.0,
        }
    }

    /// Suffix of the ids inside the SVG.
    pub const fn slug(self) -> &'static str {
        match self {
            Size::Narrow => "narrow",
            Size::Wide => "wide",
        }
    }
}

/// A chart in one language: its words, its table, and the panels from which it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Stable ASCII slug, unique among the charts of one call of [`charts_for`](super::charts_for).
    pub id: String,
    /// Kind of chart.
    pub kind: ChartKind,
    /// Language of all words except the printed ones.
    pub lang: Lang,
    /// The finding.
    pub heading: String,
    /// Measure, unit and period.
    pub measure: String,
    /// All marks read out, bounds included.
    pub sentence: String,
    /// All marks as a table.
    pub table: ChartTable,
    /// Notes on how to read the chart, and on comparisons to avoid.
    pub notes: Vec<String>,
    /// What the picture and the table leave out; `None` if they have every row.
    pub more: Option<MoreRows>,
    pub(super) panels: Vec<Panel>,
}

/// All rows of a comparison, of which a chart has only the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoreRows {
    /// The measure that is compared, at the level with the most rows.
    pub measure: Measure,
    /// Number of organisations.
    pub organisations: usize,
    /// Number of organisations and periods, at all levels.
    pub places: usize,
}

impl Chart {
    /// Ids of the figures that the chart shows, in the order of its marks, each once.
    pub fn figures(&self) -> Vec<&FigureId> {
        let figures = self.evidence().into_iter().filter_map(|evidence| match evidence {
            Evidence::Figure(id) => Some(id),
            Evidence::Article(..) | Evidence::Figures(..) => None,
        });
        figures.collect()
    }

    /// Targets of the links of its marks, each once.
    pub fn evidence(&self) -> Vec<&Evidence> {
        let mut seen = BTreeSet::new();
        let marks = self.panels.iter().flat_map(|p| &p.rows).flat_map(|r| &r.marks);
        marks.map(|mark| &mark.evidence).filter(|evidence| seen.insert(*evidence)).collect()
    }

    /// Number of marks.
    pub(super) fn mark_count(&self) -> usize {
        self.panels.iter().flat_map(|p| &p.rows).map(|row| row.marks.len()).sum()
    }

    /// Adds the note on the figures whose guessed fields no person has confirmed.
    pub(super) fn with_open_guesses(mut self, catalogue: &Catalogue) -> Self {
        let figures = self.figures();
        let found = figures.iter().filter_map(|id| catalogue.figure(id));
        let open: Vec<Vec<GuessedField>> = found
            .map(|found| found.figure.open_guesses(found.article))
            .filter(|open| !open.is_empty())
            .collect();
        if !open.is_empty() {
            let fields: Vec<GuessedField> = collect_set(open.iter().flatten().copied()).into_iter().collect();
            let note = evidence::chart_note(open.len(), figures.len(), &fields, self.lang);
            self.notes.push(note);
        }
        self
    }

    /// Adds the notes that follow from how the chart will be drawn.
    pub(super) fn finished(mut self) -> Self {
        let rows = self.panels.iter().map(|p| p.rows.len()).sum();
        self.notes.extend(notes::rows_left_out(rows, self.lang));
        self
    }
}

/// Id of a chart of `kind` whose first figure is `figure`.
pub(super) fn chart_id(kind: ChartKind, figure: &FigureId) -> String {
    let safe = |c: char| if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '-' };
    format!("{}-{}", kind.slug(), figure.chars().map(safe).collect::<String>())
}

/// Appends `-x2`, `-x3` … to ids that occur more than once.
pub(super) fn make_ids_unique(charts: &mut [Chart]) {
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    for chart in charts {
        let n = times.entry(chart.id.clone()).or_insert(0);
        *n += 1;
        if *n > 1 {
            chart.id = format!("{}-x{n}", chart.id);
        }
    }
}
