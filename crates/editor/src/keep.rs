//! A sheet as text, for the browser's store and for files: what a person did, with the text it was done to.
//!
//! What extraction finds besides the facts is found again, so that a kept draft cannot contradict its text.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::refusal::Refusal;
use super::sheet::{Facts, Sheet};
use super::shelf::Shelf;
use super::slot::{Slot, State};
use thidua_extract::Draft;
use thidua_extract::input::prepare_input;

/// The version of what is kept.
const VERSION: u32 = 1;

/// A sheet as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    thidua_draft: u32,
    name: String,
    url: Option<String>,
    revision: u32,
    text: String,
    states: BTreeMap<Slot, State>,
    nouns: Vec<(String, String)>,
    apart: BTreeSet<usize>,
    draft: Draft,
}

/// The sheet as JSON.
///
/// # Errors
/// Where it cannot be written as JSON.
pub fn kept(sheet: &Sheet) -> Result<String, Refusal> {
    let kept = Kept {
        thidua_draft: VERSION,
        name: sheet.name.clone(),
        url: sheet.url.clone(),
        revision: sheet.revision,
        text: sheet.text.clone(),
        states: sheet.facts.states.clone(),
        nouns: sheet.facts.nouns.clone(),
        apart: sheet.facts.apart.clone(),
        draft: sheet.facts.draft.clone(),
    };
    serde_json::to_string(&kept).map_err(|error| Refusal::NotWritten(error.to_string()))
}

/// Whether a text is a kept sheet rather than a corpus: said before it is read whole.
pub fn is_kept(json: &str) -> bool {
    json.trim_start().starts_with("{\"thidua_draft\"")
}

/// The sheet that was kept.
///
/// # Errors
/// Where it is none, or of another version.
pub fn restored(json: &str, shelf: &Shelf) -> Result<Sheet, Refusal> {
    let kept: Kept = serde_json::from_str(json).map_err(|_| Refusal::NoDraft(None))?;
    if kept.thidua_draft != VERSION {
        return Err(Refusal::NoDraft(Some(kept.thidua_draft)));
    }
    let Kept { name, url, revision, text, states, nouns, apart, draft, .. } = kept;
    let prepared =
        prepare_input(&text).map_err(|reason| Refusal::Unreadable { name: name.clone(), reason })?;
    let facts = Facts { draft, states, nouns, apart };
    Ok(Sheet::read(&name, url.as_deref(), prepared, shelf).with(facts, revision, shelf))
}
