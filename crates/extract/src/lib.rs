//! From the text of an article to a draft of its facts.
//!
//! [`extract`] reads what a browser or a scraper saved: it tells the article from what stands around it
//! ([`segment`]), reads its head, and finds organisations, people, campaigns, rounds and figures. Every fact keeps
//! its place, its printed words and the rule that found it; every doubt is a [`Diagnostic`]. It never fails on text:
//! it reports.
//!
//! Numbers, units, dates and levels are read by [`thidua_core::text`], as verification reads them, so that what is
//! extracted verifies. What is a matter of words stands in `vocabulary/*.txt`, which somebody who knows Vietnamese
//! but not Rust can read and extend. Nothing is guessed: what is not printed is `None`.
//!
//! The way of a text: [`lines`] → [`segment`] → one [`view`] a line → the finders (`campaign`, `figure`, `phase`,
//! `person`, `organisation`, `header`) → [`Draft`]. Each step takes time in proportion to the text.

pub mod admit;
mod article;
mod assemble;
mod broken_lines;
mod by_hand;
mod campaign;
mod compare;
mod context;
mod doubt;
mod draft;
mod figure;
mod fingerprint;
mod header;
pub mod intake;
mod lexicon;
mod lines;
mod organisation;
mod person;
mod phase;
mod prepare;
mod quotes;
pub mod saved_page;
mod segment;
mod view;
mod vocabulary;

pub use article::{Parts, to_corpus};
pub use assemble::extract;
pub use broken_lines::{BrokenLines, joined_lines};
pub use by_hand::{ByHand, place_of, printed_period};
pub use compare::{Additions, Contradiction, add, contradictions};
pub use context::Context;
pub use doubt::{Diagnostic, Doubt};
pub use draft::{
    Draft, DraftCampaign, DraftFigure, DraftMention, DraftOrganisation, DraftPerson, DraftPhase, DraftSource,
    Found, LeftOut, Period, Place, Reason,
};
pub use fingerprint::{Fingerprint, SAME};
pub use lines::{Line, lines};
pub use prepare::{MAX_TEXT_BYTES, Misread, Prepared, prepare};
pub use segment::{Part, Segment};
pub use vocabulary::Vocabulary;
