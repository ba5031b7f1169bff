//! Native tests: one module per feature.
