//! Charts of quoted figures: a pure model, and its SVG.
//!
//! A chart is a way of *reading* figures that articles print; it never computes new ones:
//!
//! - Every mark is one figure (or one span of time), links to its evidence and carries its printed words.
//! - Bounds are drawn, not rounded away: "at least" and "more than" end in an open arrow, "at most" and "less than" in an
//!   inward bracket, "about" and "nearly" in a hatched end; a range lies between two ends.
//! - Figures are never added up. They share a scale only if they count the same thing (see each kind).
//! - A fact that no article states is said in words, never drawn as zero.
//! - A share in percent is the only derived number, and the chart says that it is computed here.
//!
//! [`charts_for`] returns every chart that the figures of an article allow, [`comparisons_for`] those that compare organisations
//! or periods, [`why_no_chart`] the reason where there is none.
//! [`timeline()`] draws rounds and articles in time, [`coverage()`] the contents of the corpus. One module a kind, with its rule at
//! the head:
//!
//! | module | shows | drawn as |
//! | --- | --- | --- |
//! | `target` | targets, results, a verdict | tracks with a tick, bars within |
//! | `recognition` | recognitions in legal order | bars |
//! | `share` | parts of a whole | bars within an outline |
//! | `discrepancy` | articles that differ about the same thing | bars |
//! | `time_series` | one measure over the years | two dots on a row, or points of a line |
//! | `measure_chart` | one measure of several organisations or periods | bars on one axis, sorted |
//! | `numbers` | money, and other numbers of one unit in one article | bars, with an axis for money |
//! | `timeline` | rounds, themes, articles | bars between two days |
//! | `coverage` | years and organisations of the corpus | bars |
//!
//! A kind decides only *which* facts are shown and builds a [`Chart`] of panels and rows. The modules `render`, `row_layout`,
//! `line_plot` and `mark_shapes` turn rows into SVG, so that all kinds look alike. The SVG is one string, the same natively
//! and in the page: coordinates have at most two decimals and come from plain arithmetic. A picture ends after 24 rows and
//! says so; the table has all of them. All wording is in [`thidua_i18n::charts`].
//!
//! ```
//! use thidua_chart::{Quantity, Verdict, judge};
//! use thidua_core::domain::Comparator;
//! let target = Quantity { value: 15.into(), value_to: None, comparator: Comparator::Ge };
//! let result = Quantity { value: 17.into(), value_to: None, comparator: Comparator::Eq };
//! assert_eq!(judge(target, result), Verdict::Met);
//! ```
//!
//! # Classes for page CSS
//! Colours are presentation attributes, so that a downloaded file keeps them; a page may recolour by class:
//!
//! | class | elements | painted by |
//! | --- | --- | --- |
//! | `mark-result` | bars, dots and their hatching | `fill` |
//! | `mark-target` | tracks, ticks, rings and outlines (`mark-whole`) | `stroke` |
//! | `mark-bound` | arrows, brackets, ends of ranges, hatching of targets, lines between points | `stroke` |
//! | `axis`, `grid` | hairlines | `stroke` |
//! | `label`, `value` | texts: ours in sans serif, the printed words in serif | `fill` |
//! | `label-note`, `label-verdict`, `label-panel`, `value-stated` | added to `label` or `value` | |
//! | `mark-hatch` | refers to a pattern: leave its `fill` alone | |
//! | `chart-link` | each `<a>`; `chart-svg--narrow`, `chart-svg--wide`: the picture | |
//!
//! # The scale rule
//! Bars are linear from zero, always. There is no log scale, because its lengths cannot be compared by eye. A bar that would be
//! thinner than two pixels is drawn as a tick of two, with its number beside it; if the largest bar is more than fifty times
//! the smallest, the notes of the chart say so. A panel of one row, or one with a negative number, is stated without a bar: a
//! length needs something to be compared with.

mod axis;
mod canvas;
mod cases;
mod colours;
mod coverage;
mod day_number;
mod dependencies;
mod discrepancy;
mod figure_entry;
mod grouping;
mod kinds;
mod line_plot;
mod mark_shapes;
mod measure_chart;
mod measure_groups;
mod measure_heading;
mod model;
mod names;
mod notes;
mod number_summary;
mod numbers;
mod panel;
mod period;
mod picture;
mod quantity;
mod recognition;
mod render;
mod row_layout;
mod scale;
mod share;
mod svg;
mod table;
mod target;
mod target_heading;
mod text_layout;
mod text_style;
mod ticks;
mod time_series;
mod timeline;
mod value_range;
mod verdict;

pub use cases::{Case, changes_over_time, differing_accounts};
pub use coverage::coverage;
pub use dependencies::chart_dependencies;
pub use kinds::{charts_for, comparisons_for};
pub use measure_chart::{MAX_COMPARED_ROWS, measure_chart};
pub use model::{Chart, ChartKind, MoreRows, Size};
pub use names::short_name;
pub use panel::Evidence;
pub use picture::{PictureFrame, ProbePoint, probe_points};
pub use quantity::{Quantity, number_words, quantity_words};
pub use render::Drawing;
pub use table::{ChartColumn, ChartRow, ChartTable};
pub use text_layout::{estimated_width, wrap};
pub use thidua_i18n::charts::notes::why_no_chart;
pub use timeline::timeline;
pub use verdict::{IncomparableReason, Verdict, judge};
