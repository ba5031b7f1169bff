//! From the text of an article to a draft of its facts.
//!
//! [`extract`] reads what a browser or a scraper saved: it tells the article from what stands around it
//! ([`segmentation`]), reads its head, and finds organisations, people, campaigns, rounds and figures. Every fact keeps
//! its place, its printed words and the rule that found it; every kind is a [`Diagnostic`]. It never fails on text:
//! it reports.
//!
//! Numbers, units, dates and levels are read by [`thidua_core::text`], as verification reads them, so that what is
//! extracted verifies. What is a matter of words stands in `vocabulary/*.txt`, which somebody who knows Vietnamese
//! but not Rust can read and extend. Nothing is guessed: what is not printed is `None`.
//!
//! The way of a text: [`lines`] → [`segmentation`] → one [`analyzed_line`] a line → the finders (`campaign`, `figure`, `phase`,
//! `person`, `organisation`, `header`) → [`Draft`]. Each step takes time in proportion to the text.

pub mod admission;
mod analyzed_line;
mod article;
mod assemble;
mod broken_lines;
mod campaign;
mod compare;
mod context;
mod diagnostic;
mod draft;
mod figure;
mod fingerprint;
mod header;
pub mod input;
mod lines;
mod manual;
mod organisation;
mod person;
mod phase;
mod phrase_table;
mod prepare;
mod quotes;
pub mod saved_page;
mod segmentation;

mod vocabulary;

pub use article::{SourceInfo, to_corpus};
pub use assemble::extract;
pub use broken_lines::{BrokenLines, joined_lines};
pub use compare::{Additions, Contradiction, add_article, contradictions};
pub use context::Context;
pub use diagnostic::{Diagnostic, DiagnosticKind};
pub use draft::{
    Draft, DraftCampaign, DraftFact, DraftFigure, DraftMention, DraftOrganisation, DraftPeriod, DraftPerson,
    DraftPhase, DraftSource, FactReason, RejectedNumber, TextSpan,
};
pub use fingerprint::{DUPLICATE_SIMILARITY, Fingerprint};
pub use lines::{TextLine, lines};
pub use manual::{ManualSelection, find_span, parse_printed_period};
pub use prepare::{MAX_TEXT_BYTES, Prepared, WrongEncoding, prepare};
pub use segmentation::{ClassifiedLine, LineRole};
pub use vocabulary::Vocabulary;
