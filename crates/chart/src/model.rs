//! A chart, and the charts that a set of figures allows.

use std::collections::{BTreeMap, BTreeSet};

use super::canvas::Drawing;
use super::panel::{Evidence, Panel};
use super::table::ChartTable;
use super::{canvas, comparison, discrepancy, notes, recognition, share, target, time_series};
use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{FigureId, Lang};

/// What a chart shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChartKind {
    /// Targets, the results that can be held against them, and a verdict.
    Targets,
    /// Recognitions by level, in legal order.
    Recognitions,
    /// Parts of a whole.
    Shares,
    /// What several articles say of the same thing, where they differ.
    Discrepancies,
    /// One measure over the years.
    TimeSeries,
    /// Amounts of money.
    Money,
    /// Other numbers of one unit.
    Numbers,
    /// Rounds, themes and articles in time.
    Timeline,
    /// What the corpus holds.
    Coverage,
}

impl ChartKind {
    /// The slug that begins the ids of such charts.
    pub const fn slug(self) -> &'static str {
        match self {
            ChartKind::Targets => "targets",
            ChartKind::Recognitions => "recognitions",
            ChartKind::Shares => "shares",
            ChartKind::Discrepancies => "accounts",
            ChartKind::TimeSeries => "change",
            ChartKind::Money => "money",
            ChartKind::Numbers => "numbers",
            ChartKind::Timeline => "timeline",
            ChartKind::Coverage => "coverage",
        }
    }
}

/// For which width a chart is drawn. Both are drawn, and the page shows the one that fits.
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

    /// The slug that ends the ids inside the SVG.
    pub const fn slug(self) -> &'static str {
        match self {
            Size::Narrow => "narrow",
            Size::Wide => "wide",
        }
    }
}

/// A chart in one language: its words, its table, and what is needed to draw it.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// A stable ASCII slug, unique among the charts of one call of [`charts_for`].
    pub id: String,
    /// What it shows.
    pub kind: ChartKind,
    /// The language of all its words but the printed ones.
    pub lang: Lang,
    /// The finding.
    pub heading: String,
    /// What is measured, in which unit, over which period.
    pub measure: String,
    /// All the marks read out, bounds included.
    pub sentence: String,
    /// All the marks as a table.
    pub table: ChartTable,
    /// How to read it, and what must not be compared.
    pub notes: Vec<String>,
    pub(super) panels: Vec<Panel>,
}

impl Chart {
    /// The chart as a complete `<svg>` element. `href` gives the address of a figure's evidence; marks that are no
    /// figures (see [`Chart::drawn`]) are drawn without links.
    pub fn svg(&self, size: Size, href: &dyn Fn(&FigureId) -> String) -> String {
        self.drawn(size, &|evidence| match evidence {
            Evidence::Figure(id) => href(id),
            Evidence::Article(..) | Evidence::Figures(..) => String::new(),
        })
    }

    /// The chart as a complete `<svg>` element. `href` gives the address of whatever a mark leads to; one with an empty
    /// address is no link.
    pub fn drawn(&self, size: Size, href: &dyn Fn(&Evidence) -> String) -> String {
        self.drawing(size, href).svg
    }

    /// The same with its height.
    pub fn drawing(&self, size: Size, href: &dyn Fn(&Evidence) -> String) -> Drawing {
        canvas::drawing(self, size, href)
    }

    /// The figures that it holds, in the order of its marks, each once.
    pub fn figures(&self) -> Vec<&FigureId> {
        let figures = self.evidence().into_iter().filter_map(|evidence| match evidence {
            Evidence::Figure(id) => Some(id),
            Evidence::Article(..) | Evidence::Figures(..) => None,
        });
        figures.collect()
    }

    /// What its marks lead to, each once.
    pub fn evidence(&self) -> Vec<&Evidence> {
        let mut seen = BTreeSet::new();
        let marks = self.panels.iter().flat_map(|p| &p.rows).flat_map(|r| &r.marks);
        marks.map(|mark| &mark.evidence).filter(|evidence| seen.insert(*evidence)).collect()
    }

    /// The chart with the notes that follow from how it will be drawn.
    pub(super) fn finished(mut self) -> Self {
        let rows = self.panels.iter().map(|p| p.rows.len()).sum();
        self.notes.extend(notes::left_out(rows, self.lang));
        self
    }
}

/// All the charts that `figures` allow, none that they don't, each kind in the order of its first figure. A figure given
/// twice counts once. Results for targets, wholes of shares and other accounts of the same thing are looked up in the
/// whole `catalogue`. Money and other numbers are charted where no other kind shows them.
pub fn charts_for(figures: &[FigureRef<'_>], catalogue: &Catalogue, lang: Lang) -> Vec<Chart> {
    let mut seen = BTreeSet::new();
    let figures: Vec<FigureRef<'_>> = figures.iter().copied().filter(|f| seen.insert(&f.figure.id)).collect();
    let mut charts = target::charts(&figures, catalogue, lang);
    for kind in [recognition::charts, share::charts, discrepancy::charts, time_series::charts] {
        charts.extend(kind(&figures, catalogue, lang));
    }
    let shown: BTreeSet<FigureId> = charts.iter().flat_map(Chart::figures).cloned().collect();
    let others: Vec<FigureRef<'_>> = figures.into_iter().filter(|f| !shown.contains(&f.figure.id)).collect();
    charts.extend(comparison::charts(&others, catalogue, lang));
    let mut charts: Vec<Chart> = charts.into_iter().map(Chart::finished).collect();
    make_ids_unique(&mut charts);
    charts
}

/// The id of a chart of `kind` that begins with `figure`.
pub(super) fn chart_id(kind: ChartKind, figure: &FigureId) -> String {
    let safe = |c: char| if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '-' };
    format!("{}-{}", kind.slug(), figure.chars().map(safe).collect::<String>())
}

fn make_ids_unique(charts: &mut [Chart]) {
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    for chart in charts {
        let n = times.entry(chart.id.clone()).or_insert(0);
        *n += 1;
        if *n > 1 {
            chart.id = format!("{}-x{n}", chart.id);
        }
    }
}

/// Items with equal keys together, groups and items in the order in which they first appear.
pub(super) fn group_by<T, K: Ord>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<Vec<T>> {
    let mut places: BTreeMap<K, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<T>> = Vec::new();
    for item in items {
        let place = *places.entry(key(&item)).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    groups
}
