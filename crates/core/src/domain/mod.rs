//! Domain types: articles, campaigns, organisations, and the figures that articles print.
//!
//! These types are also the wire format, version 1: `public/corpus.json` deserialises into [`Corpus`], and the
//! published JSON Schema is generated from them. Names of fields are therefore fixed, unknown fields are errors, and
//! the doc comments of types and fields are the descriptions in `corpus.schema.json`: changing them changes a published
//! file. Parts of them also stand in the binary chunks of a search index, with the same checks. A type says what one fact is; rules about several facts are in [`crate::corpus`].
//!
//! ```
//! use thidua_core::domain::{Edtf, Level, Role};
//!
//! let year: Edtf = "2019/2020".parse().unwrap();
//! assert_eq!(year.years(), 2019..=2020);
//! assert_eq!(Role::ALL.map(Role::slug), Role::SLUGS);
//! assert!(Level::Grassroots < Level::City);
//! ```

mod act;
mod article;
mod bilingual;
pub mod binary_map;
mod binary_text;
mod campaign;
mod comparator;
mod decimal;
mod document;
mod edtf;
mod figure;
mod file_stem;
mod guess;
mod id;
mod level;
mod organisation;
mod slugs;
mod unit;

pub use act::{Act, ActKind};
pub use article::{Article, DigestParagraph, LeftOut, Mention, Person, Phase, Relation, Rights, TextRef};
pub use bilingual::{Bilingual, Lang, SiteLanguages};
pub use campaign::{Campaign, CampaignKind, Sector};
pub use comparator::Comparator;
pub use decimal::{Decimal, DecimalError};
pub use document::{Corpus, GlossaryEntry, Licence, SCHEMA_VERSION, Source};
pub use edtf::{Date, Edtf, EdtfError, Endpoint, Precision};
pub use figure::{Figure, Role};
pub use file_stem::{FileStemFault, MAX_FILE_STEM_BYTES, file_stem_fault};
pub use guess::GuessedField;
pub use id::{
    ArticleId, CampaignId, FigureId, MAX_ID_LENGTH, MeasureId, OrganisationId, SourceId, UnitId,
    is_reserved_name, is_slug,
};
pub use level::Level;
pub use organisation::{Organisation, OrganisationKind};
pub use unit::{Dimension, Unit};
