//! Changes of the names of a corpus: campaigns and organisations are renamed and joined, campaigns are split.
//!
//! A [`NameOperation`] says what to do; [`NameOperation::apply`] returns the changed corpus with a summary, or the reason
//! why it cannot be done. A valid corpus stays valid, every reference follows, and an old id leaves a redirect, so that old
//! links lead on. No fact is lost: printed names stay as aliases, because mentions are checked against them.
//!
//! ```
//! use thidua_core::corpus::{NameOperation, load};
//!
//! let corpus = load(include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/corpus.json")))?;
//! let operation = NameOperation::Rename {
//!     id: "thi-lai-xe-gioi".into(),
//!     name: Some("Hội thi lái xe giỏi".into()),
//!     new_id: Some("hoi-thi-lai-xe-gioi".into()),
//! };
//! let edit = operation.apply(&corpus).unwrap();
//! assert_eq!(edit.corpus.redirects["thi-lai-xe-gioi"], "hoi-thi-lai-xe-gioi");
//! assert!(edit.changes.mentions > 0);
//! # Ok::<(), thidua_core::corpus::LoadError>(())
//! ```

mod changes;
mod checks;
mod documents;
mod error;
mod join;
mod marks;
mod redirects;
mod references;
mod rename;
mod split;

use serde::{Deserialize, Serialize};

use super::problem::{Severity, has_errors};
use super::validate::{number_beside_name, validate_facts};
use crate::text::quantity::QuantityReader;

pub(super) use redirects::end_of;

pub use changes::{NameChanges, NameEdit, NameNote};
pub use checks::free_id;
pub use documents::edit_documents;
pub use error::{NameError, NamedObject};
pub use marks::carry_marks;
pub use split::CampaignSplit;

use crate::domain::Corpus;

/// A change of the names of a corpus.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NameOperation {
    /// Gives a campaign or an organisation another name, another id, or both.
    Rename {
        /// Its id.
        id: String,
        /// Its new name; `None` keeps the old one.
        name: Option<String>,
        /// Its new id; `None` keeps the old one.
        new_id: Option<String>,
    },
    /// Makes two campaigns, or two organisations, one.
    Join {
        /// Id of the one that ends. It redirects to the other.
        from: String,
        /// Id of the one that stays.
        into: String,
    },
    /// Makes one campaign two.
    Split(CampaignSplit),
}

/// Removes translations of names that have a year which the name has no longer.
fn drop_outdated_translations(corpus: &mut Corpus) {
    let reader = QuantityReader::new(&corpus.units);
    for campaign in &mut corpus.campaigns {
        if number_beside_name(campaign, &reader).is_some() {
            campaign.name_en = None;
        }
    }
}

impl NameOperation {
    /// Returns a valid corpus after the change. Time is proportional to the corpus.
    ///
    /// # Errors
    /// A [`NameError`] where the result would be wrong or unclear.
    pub fn apply(&self, corpus: &Corpus) -> Result<NameEdit, NameError> {
        let mut edit = match self {
            NameOperation::Rename { id, name, new_id } => {
                rename::rename(corpus, id, name.as_deref(), new_id.as_deref())
            }
            NameOperation::Join { from, into } => join::join(corpus, from, into),
            NameOperation::Split(split) => split::split(corpus, split),
        }?;
        drop_outdated_translations(&mut edit.corpus);
        let mut problems = validate_facts(&edit.corpus);
        problems.retain(|problem| problem.severity == Severity::Error);
        match problems.into_iter().next() {
            // A corpus that was invalid before stays so.
            Some(first) if !has_errors(&validate_facts(corpus)) => Err(NameError::Invalid(Box::new(first))),
            _ => Ok(edit),
        }
    }
}
