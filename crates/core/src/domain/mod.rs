//! What the product speaks about: articles, campaigns, organisations and the figures that articles print.
//!
//! These types are also the wire format, version 1: `public/corpus.json` deserialises into [`Corpus`], and the
//! published JSON Schema is generated from it. Their field names are fixed; unknown fields are errors. A type
//! here says what a fact *is*; whether a set of facts hangs together is the business of [`crate::corpus`].

mod article;
mod bilingual;
mod campaign;
mod comparator;
mod decimal;
mod document;
mod edtf;
mod figure;
mod file_stem;
mod id;
mod level;
mod organisation;
mod slugs;
mod unit;

pub use article::{Article, DigestParagraph, Mention, Person, Phase, Relation, Rights, TextRef};
pub use bilingual::{Bilingual, Lang};
pub use campaign::{Campaign, CampaignKind, Sector};
pub use comparator::Comparator;
pub use decimal::{Decimal, DecimalError};
pub use document::{Corpus, GlossaryEntry, Licence, SCHEMA_VERSION, Source};
pub use edtf::{Date, Edtf, EdtfError, Endpoint, Precision};
pub use figure::{Figure, Role};
pub use file_stem::{FileStemFault, MAX_FILE_STEM_BYTES, file_stem_fault};
pub use id::{
    ArticleId, CampaignId, FigureId, MAX_ID_LENGTH, MeasureId, OrganisationId, SourceId, UnitId,
    is_reserved_name, is_slug,
};
pub use level::Level;
pub use organisation::{Organisation, OrganisationKind};
pub use unit::{Dimension, Unit};
