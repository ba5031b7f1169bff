//! Charts with their drawings as markup.

use maud::PreEscaped;

use thidua_chart::Chart;

/// Drawn charts of a page.
#[derive(Debug, Clone, Default)]
pub struct DrawnCharts {
    /// Charts that are shown.
    pub shown: Vec<DrawnChart>,
    /// Number of charts that the figures allow.
    pub all: usize,
}

/// A chart with its drawing.
#[derive(Debug, Clone)]
pub struct DrawnChart {
    /// The chart.
    pub chart: Chart,
    /// Drawing as markup, for narrow and for wide screens; only one is ever shown. The chart crate has escaped it.
    pub(crate) drawings: String,
    /// Height of the taller one, in pixels.
    pub height: u32,
}

impl DrawnChart {
    /// The drawing as markup.
    pub fn drawings(&self) -> PreEscaped<&str> {
        PreEscaped(&self.drawings)
    }
}
