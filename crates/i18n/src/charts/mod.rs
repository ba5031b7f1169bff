//! Wording of charts: headings, sentences, table columns and notes, one module a kind of chart.
//!
//! The charts decide which facts are stated and in which order; these functions put numbers and names into words. All of them
//! return plain text, to be escaped by whoever writes it into markup.
//!
//! ```
//! use thidua_core::domain::Lang;
//! use thidua_i18n::charts;
//! assert_eq!(charts::targets::heading_met("Hà Đông", "2", "3", "", Lang::En), "Hà Đông: 2 of 3 targets met");
//! ```

pub mod acts;
pub mod common;
pub mod coverage;
pub mod discrepancies;
pub mod measures;
pub mod notes;
pub mod numbers;
pub mod picture;
pub mod quantities;
pub mod recognitions;
pub mod shares;
pub mod targets;
pub mod time_series;
pub mod timeline;
