//! Native tests: one module per feature.

mod text;
