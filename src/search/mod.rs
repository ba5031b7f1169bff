//! Search over a catalogue: analyser, index, query, rank, facets, highlight.
