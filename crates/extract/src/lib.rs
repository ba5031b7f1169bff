//! Extraction: from the text of an article to a draft of its facts.
//!
//! [`extract`] reads text that a browser or a scraper saved. It separates the article from the page around it
//! ([`segmentation`]), reads its head, and finds organisations, people, campaigns, rounds and figures. Every fact has
//! its span, its printed words and the rule that found it; everything that a person should check is a [`Diagnostic`].
//! Extraction never fails.
//!
//! Numbers, units, dates and levels are read by [`thidua_core::text`], which verification uses too, so that extracted
//! facts can be verified. Words are in `vocabulary/*.txt`, which a person who knows Vietnamese but not Rust can read
//! and extend. Nothing is guessed: a value that is not printed is `None`.
//!
//! A text passes through [`mod@lines`], [`segmentation`], one [`analyzed_line`] per line, and the finders (`campaign`,
//! `figure`, `phase`, `person`, `organisation`, `header`) into a [`Draft`]. Each step takes linear time.
//!
//! ```
//! use thidua_extract::{Context, extract};
//!
//! let text = "LĐLĐ quận Cầu Mây: Thi đua sôi nổi\n\nNăm 2023, LĐLĐ quận Cầu Mây phát động phong trào \
//!             “Lao động giỏi”, đã có 1.248 sáng kiến của đoàn viên được công nhận ở các cấp.";
//! let draft = extract(text, &Context::default());
//! assert_eq!(draft.headline.unwrap().words, "LĐLĐ quận Cầu Mây: Thi đua sôi nổi");
//! assert_eq!(draft.organisations[0].fact.name, "Liên đoàn Lao động quận Cầu Mây");
//! ```

pub mod admission;
mod analyzed_line;
mod article;
mod assemble;
mod attribution;
mod broken_lines;
mod byline;
mod campaign;
mod compare;
mod context;
mod diagnostic;
mod draft;
mod figure;
mod fingerprint;
mod gaps;
mod header;
pub mod input;
mod lines;
mod manual;
mod misprint;
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
    CampaignEvidence, CampaignJoin, Draft, DraftCampaign, DraftFact, DraftFigure, DraftMention,
    DraftOrganisation, DraftPeriod, DraftPerson, DraftPhase, DraftSource, FactReason, RejectedNumber,
    TextSpan,
};
pub use fingerprint::{DUPLICATE_SIMILARITY, Fingerprint};
pub use gaps::DraftGap;
pub use lines::{TextLine, lines};
pub use manual::{ManualSelection, find_span, parse_printed_period};
pub use organisation::full_organisation_name;
pub use prepare::{MAX_TEXT_BYTES, Prepared, WrongEncoding, prepare};
pub use segmentation::{ClassifiedLine, LineRole};
pub use vocabulary::Vocabulary;
