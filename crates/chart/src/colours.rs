//! Colours on paper; a page may replace them by class.

/// Results.
pub(super) const RESULT: &str = "#0b4a8f";
/// Marks other than results.
pub(super) const INK: &str = "#1d1c1a";
/// Hairlines.
pub(super) const GRID: &str = "#c9c6bd";
/// The line at zero.
pub(super) const AXIS: &str = "#6b6860";
