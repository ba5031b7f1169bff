//! Stored drafts as JSON, in the storage of the browser and in files: the state of a draft with its text.
//!
//! Diagnostics and fingerprint are computed again, so that a stored draft cannot contradict its text.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use thidua_extract::Draft;
use thidua_extract::input::prepare_input;

use super::corpus_context::CorpusContext;
use super::document::{DraftDocument, ReviewState};
use super::error::EditError;
use super::fact_id::{FactId, FactStatus};
use super::guesses::Confirmations;

/// Version of the format.
const VERSION: u32 = 1;

/// Stored draft.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct StoredDraft {
    thidua_draft: u32,
    /// Key, where it is not the one of the text: a second draft of one text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    uid: Option<String>,
    name: String,
    url: Option<String>,
    revision: u32,
    text: String,
    #[serde(rename = "states")]
    statuses: BTreeMap<FactId, FactStatus>,
    #[serde(rename = "nouns")]
    unit_nouns: Vec<(String, String)>,
    #[serde(rename = "apart")]
    kept_apart: BTreeSet<usize>,
    /// Missing in drafts of earlier programs: their guesses are open.
    #[serde(default, skip_serializing_if = "Confirmations::is_empty")]
    confirmed: Confirmations,
    draft: Draft,
}

/// Returns a draft as JSON.
///
/// # Errors
/// [`EditError::Serialization`].
pub fn to_json(document: &DraftDocument) -> Result<String, EditError> {
    let kept = StoredDraft {
        thidua_draft: VERSION,
        uid: (!document.sha256.starts_with(&document.uid)).then(|| document.uid.clone()),
        name: document.name.clone(),
        url: document.review.url.clone(),
        revision: document.revision,
        text: document.text.clone(),
        statuses: document.review.statuses.clone(),
        unit_nouns: document.review.unit_nouns.clone(),
        kept_apart: document.review.kept_apart.clone(),
        confirmed: document.review.confirmed.clone(),
        draft: document.review.draft.clone(),
    };
    serde_json::to_string(&kept).map_err(|error| EditError::Serialization(error.to_string()))
}

/// Returns whether a text is a stored draft and no corpus, without parsing it.
pub fn is_stored_draft(json: &str) -> bool {
    json.trim_start().starts_with("{\"thidua_draft\"")
}

/// Parses a stored draft.
///
/// # Errors
/// [`EditError::UnreadableDraft`] or [`EditError::Unreadable`].
pub fn from_json(json: &str, context: &CorpusContext) -> Result<DraftDocument, EditError> {
    let kept: StoredDraft = serde_json::from_str(json).map_err(|_| EditError::UnreadableDraft(None))?;
    if kept.thidua_draft != VERSION {
        return Err(EditError::UnreadableDraft(Some(kept.thidua_draft)));
    }
    let StoredDraft {
        uid,
        name,
        url,
        revision,
        text,
        statuses,
        unit_nouns,
        kept_apart,
        confirmed,
        draft,
        ..
    } = kept;
    let prepared =
        prepare_input(&text).map_err(|reason| EditError::Unreadable { name: name.clone(), reason })?;
    let review = ReviewState { draft, statuses, unit_nouns, kept_apart, confirmed, url };
    let mut document = DraftDocument::read(&name, None, prepared, context).with(review, revision, context);
    // A key of another text would overwrite its draft.
    if let Some(uid) = uid.filter(|uid| is_key_of_second_draft(uid, &document.uid)) {
        document.uid = uid;
    }
    Ok(document)
}

/// Returns whether `uid` is the key of a further draft of the text with the key `first`: that key and a number.
fn is_key_of_second_draft(uid: &str, first: &str) -> bool {
    let number = uid.strip_prefix(first).and_then(|rest| rest.strip_prefix('-'));
    number.is_some_and(|number| number.parse::<u32>().is_ok())
}
