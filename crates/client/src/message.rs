//! Messages between page and engine worker, sent as bytes in the encoding of `borsh`.
//!
//! Page and engine are of one build, so that the encoding has no version.

use borsh::{BorshDeserialize, BorshSerialize};

use thidua_pages::site_model::LoadFailure;

use super::{DownloadFile, DownloadRequest, PageRequest, PageResponse, SuggestRequest, Suggestion};

/// From the page to the engine.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum ToEngine {
    /// Page request with a number, so that late responses can be recognised.
    Page(u32, PageRequest),
    /// Request for suggestions with a number of its own.
    Suggest(u32, SuggestRequest),
    /// Download request with a number of its own.
    Download(u32, DownloadRequest),
}

/// From the engine to the page.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum FromEngine {
    /// Response to the page request of that number, with the name of the edition it was made from.
    Page(u32, Box<PageResponse>, String),
    /// Suggestions for the request of that number.
    Suggestions(u32, Vec<Suggestion>),
    /// Part of the download of that number; more follows.
    DownloadPart(u32, DownloadPart),
    /// Rest of the download of that number; `None` if there is no such file.
    Download(u32, Option<Box<DownloadFile>>),
    /// The download of that number failed.
    DownloadFailed(u32, DownloadError),
    /// The last request needs the full engine, which this program is not.
    NeedsFullEngine,
    /// The engine cannot continue. Details are in the console.
    Failed(LoadFailure),
}

/// Part of a file.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct DownloadPart {
    /// Text that continues the part before it.
    pub text: String,
    /// Finished steps.
    pub done: usize,
    /// Number of steps.
    pub total: usize,
}

/// Reason why a file could not be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum DownloadError {
    /// The network does not respond.
    NoNetwork,
    /// The host lacks a file, or has it corrupt or from another build.
    NotLoaded,
}
