//! What page and worker say to each other, as JSON.

use serde::{Deserialize, Serialize};

use super::{ClientSettings, DownloadFile, DownloadRequest, PageRequest, PageResponse};
use thidua_pages::site_model::LoadFailure;

/// From the page to its engine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToEngine {
    /// The first message; the edition comes as the host gave it, and stands in the settings from then on.
    Start(ClientSettings, String),
    /// A question, numbered by whoever asks, so that an answer that comes too late can be told.
    Page(u32, PageRequest),
    /// Wants a file, numbered likewise.
    Download(u32, DownloadRequest),
}

/// From the engine to its page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FromEngine {
    /// The answer to the question of that number, and the name of the edition that it was drawn from.
    Page(u32, Box<PageResponse>, String),
    /// A part of the file of that number; the next one follows it.
    DownloadPart(u32, DownloadPart),
    /// The file of that number, or the last part of it; nothing where there is none.
    Download(u32, Option<Box<DownloadFile>>),
    /// The file of that number cannot be made, because something could not be had.
    DownloadFailed(u32, DownloadError),
    /// What was asked or wanted last is more than this engine can do: the whole one is to be asked instead.
    NeedsFullEngine,
    /// The engine cannot go on. Details are in the console.
    Failed(LoadFailure),
}

/// A part of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DownloadPart {
    /// What goes on where the part before it ended.
    pub text: String,
    /// How many steps are done.
    pub done: usize,
    /// Of how many.
    pub total: usize,
}

/// Why a file cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DownloadError {
    /// The network does not answer.
    NoNetwork,
    /// The host lacks something, or has it damaged or of another build.
    NotLoaded,
}
