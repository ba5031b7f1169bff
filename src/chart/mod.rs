//! Charts of quoted figures: a pure model, and its SVG.
