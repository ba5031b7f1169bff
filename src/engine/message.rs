//! What page and worker say to each other, as JSON.

use serde::{Deserialize, Serialize};

use super::{Answer, Ask, File, Settings, Wanted};

/// From the page to its engine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToEngine {
    /// The first message.
    Start(Settings),
    /// A question, numbered by whoever asks, so that an answer that comes too late can be told.
    Ask(u32, Ask),
    /// Wants a file, numbered likewise.
    Take(u32, Wanted),
}

/// From the engine to its page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FromEngine {
    /// The answer to the question of that number.
    Answer(u32, Box<Answer>),
    /// The file of that number; nothing where there is none.
    Taken(u32, Option<Box<File>>),
    /// The engine cannot go on; in words, with the file or place that is at fault.
    Failed(String),
}
