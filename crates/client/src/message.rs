//! What page and worker say to each other, as JSON.

use serde::{Deserialize, Serialize};

use super::{Answer, Ask, DownloadFile, Settings, Wanted};
use thidua_pages::site_model::LoadFailure;

/// From the page to its engine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToEngine {
    /// The first message; the edition comes as the host gave it, and stands in the settings from then on.
    Start(Settings, String),
    /// A question, numbered by whoever asks, so that an answer that comes too late can be told.
    Ask(u32, Ask),
    /// Wants a file, numbered likewise.
    Take(u32, Wanted),
}

/// From the engine to its page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FromEngine {
    /// The answer to the question of that number, and the name of the edition that it was drawn from.
    Answer(u32, Box<Answer>, String),
    /// A part of the file of that number; the next one follows it.
    Part(u32, Part),
    /// The file of that number, or the last part of it; nothing where there is none.
    Taken(u32, Option<Box<DownloadFile>>),
    /// The file of that number cannot be made, because something could not be had.
    Lost(u32, Lost),
    /// What was asked or wanted last is more than this engine can do: the whole one is to be asked instead.
    Beyond,
    /// The engine cannot go on. Details are in the console.
    Failed(LoadFailure),
}

/// A part of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What goes on where the part before it ended.
    pub text: String,
    /// How many steps are done.
    pub done: usize,
    /// Of how many.
    pub of: usize,
}

/// Why a file cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lost {
    /// The network does not answer.
    NoNetwork,
    /// The host lacks something, or has it damaged or of another build.
    NotLoaded,
}
