//! Charts of quoted figures: a pure model, and its SVG.
//!
//! A chart here is a way of *reading* figures that articles print, never a way of computing new ones. Hence:
//!
//! - every mark is one figure (or one span of time), links to its evidence and carries its printed words;
//! - bounds are drawn, not rounded away: at least and more than end in an open arrow, at most and less than in an
//!   inward bracket, about and nearly in a hatched end, a range lies between two ends;
//! - figures are never summed, and share a scale only where they count the same thing (see each kind);
//! - what no article states is said in words, never drawn as zero;
//! - a share in percent is the one derived number, and says that it is ours.
//!
//! [`charts_for`] gives every chart that a set of figures allows and none that they don't, [`why_no_chart`] the reason
//! where that is none; [`timeline`] draws rounds and articles in time, [`coverage`] what the corpus holds. One file a
//! kind, its rule written at its head:
//!
//! | file | shows | drawn as |
//! | --- | --- | --- |
//! | `target` | targets, results, a verdict | tracks with a tick, bars within |
//! | `recognition` | recognitions in legal order | bars |
//! | `share` | parts of a whole | bars within an outline |
//! | `accounts` | articles that differ about the same thing | bars |
//! | `change` | one measure over the years | two dots on a row, or points of a line |
//! | `comparison` | money, and other numbers of one unit | bars, with an axis for money |
//! | `timeline` | rounds, themes, articles | bars between two days |
//! | `coverage` | years and organisations of the corpus | bars |
//!
//! Each kind only decides *what* is shown and builds [`Chart`]s of panels and rows; `draw`, `rows`, `line` and `mark`
//! alone know how rows become SVG, so that all kinds look alike. The SVG is one string, the same natively and in the
//! page: coordinates have at most two decimals and come from plain arithmetic. A picture ends after sixty rows and says
//! so; the table has them all.
//!
//! # Classes for page CSS
//! Colours are presentation attributes, so a downloaded file keeps them; a page may recolour by class:
//!
//! | class | what | painted by |
//! | --- | --- | --- |
//! | `mark-result` | bars, dots and their hatching | `fill` |
//! | `mark-target` | tracks, ticks, rings and outlines (`mark-whole`) | `stroke` |
//! | `mark-bound` | arrows, brackets, ends of ranges, hatching of targets, lines between points | `stroke` |
//! | `axis`, `grid` | hairlines | `stroke` |
//! | `label`, `value` | texts: ours in sans serif, the printed words in serif | `fill` |
//! | `label-note`, `label-verdict`, `label-panel`, `value-stated` | beside `label` or `value` | |
//! | `mark-hatch` | refers to a pattern: leave its `fill` alone | |
//! | `chart-link` | each `<a>`; `chart-svg--narrow`, `chart-svg--wide`: the picture | |
//!
//! # The scale rule
//! Bars are linear from zero, always; there is no log scale, because its lengths cannot be compared by eye. A bar
//! that would be thinner than two pixels is drawn as a tick of two, the number stands beside it, and where the
//! largest is more than fifty times the smallest the notes of the chart say so. A panel of one row, or one with a
//! negative number, is stated without a bar: a length needs something to be held against.

mod axis;
mod canvas;
mod comparison;
mod coverage;
mod day_number;
mod dependencies;
mod discrepancy;
mod figure_entry;
mod line_plot;
mod mark_shapes;
mod model;
mod names;
mod notes;
mod number_summary;
mod panel;
mod picture;
mod quantity;
mod recognition;
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

pub use canvas::Drawing;
pub use coverage::coverage;
pub use dependencies::chart_dependencies;
pub use model::{Chart, ChartKind, Size, charts_for};
pub use names::short_name;
pub use notes::why_no_chart;
pub use panel::Evidence;
pub use picture::{PictureFrame, ProbePoint, probe_points};
pub use quantity::{Quantity, quantity_words};
pub use table::{ChartColumn, ChartRow, ChartTable};
pub use text_layout::{estimated_width, wrap};
pub use timeline::timeline;
pub use verdict::{IncomparableReason, Verdict, judge};
