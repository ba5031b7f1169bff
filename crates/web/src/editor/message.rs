//! What page and desk say to each other, as JSON; the bytes of a file travel beside it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use thidua_editor::Outcome;
use thidua_pages::site_model::LoadFailure;

/// What a text is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TextPurpose {
    /// To be put on the desk.
    Draft,
    /// A reader's own copy of the article of this id.
    OwnCopy(String),
}

/// From the page to the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToEditor {
    /// The first message: where the site lives, and which data it has.
    Start {
        /// See [`thidua_pages::route::BasePath`].
        base: String,
        /// Its manifest, as the host gave it.
        manifest: String,
    },
    /// The workbench is shown, in the language of this tag.
    Show(String),
    /// Something was done, by its name, with its data.
    Command(String, BTreeMap<String, String>),
    /// A text that was pasted.
    Text(TextPurpose, String),
    /// A file of this name; its bytes travel beside.
    File(TextPurpose, String),
    /// A draft that was kept in the browser.
    Restore(String),
    /// A draft of that name was kept by another window meanwhile.
    Conflict(String),
}

/// From the desk to the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FromEditor {
    /// Parts of the page, by the ids of the elements that they fill.
    Fragments(Vec<(String, String)>),
    /// What follows besides.
    Outcome(Outcome),
    /// What a reader's own copy says: markup, and the same in a sentence.
    CopyReport(String, String),
    /// The desk cannot go on. Details are in the console.
    Failed(LoadFailure),
}
