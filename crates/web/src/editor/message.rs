//! Messages between page and editor, sent as JSON; the bytes of a file are sent in the same message, see
//! `thidua_worker_channel`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use thidua_editor::{Outcome, PublishRequest};
use thidua_pages::site_model::LoadFailure;

/// Purpose of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TextPurpose {
    /// Text of a draft.
    Draft,
    /// A reader's own copy of the article with this id.
    OwnCopy(String),
}

/// From the page to the editor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToEditor {
    /// First message: where the site is and which data it has.
    Start {
        /// Base path, see [`thidua_pages::route::BasePath`].
        base: String,
        /// Edition file as the host sent it.
        edition_file: String,
    },
    /// The editor page is shown, in the language with this tag.
    Show(String),
    /// A command by name, with its data.
    Command(String, BTreeMap<String, String>),
    /// A pasted text.
    Text(TextPurpose, String),
    /// A file of this name; its bytes come with the message.
    File(TextPurpose, String),
    /// A draft stored in the browser.
    Restore(String),
    /// Another window has stored the draft of this name meanwhile.
    Conflict(String),
}

/// From the editor to the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FromEditor {
    /// Fragments of the page, by the ids of the elements that they fill.
    Fragments(Vec<(String, String)>),
    /// Outcome of a command.
    Outcome(Outcome),
    /// Answer to the command that publishes: the package, or `None` and the reason.
    Publish(Option<PublishRequest>, String),
    /// Report on a reader's own copy: markup, and the same as a sentence.
    CopyReport(String, String),
    /// The editor cannot continue. Details are in the console.
    Failed(LoadFailure),
}
