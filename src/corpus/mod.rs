//! Sets of facts: reading them, holding them together, checking them, and looking things up in them.

mod catalogue;

pub use catalogue::{Catalogue, FigureRef, MentionRef, PhaseRef};
