//! Native tests: one module per feature.

mod chart;
mod search;
mod text;
