//! Errors of files that give no text, with English messages. The page has its own wording.

use thiserror::Error;

use super::kind::FileKind;
use crate::broken_lines::BrokenLines;
use crate::prepare::{MAX_TEXT_BYTES, WrongEncoding};

/// Reason why a file gives no text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum InputError {
    /// The file has this many bytes, more than [`MAX_TEXT_BYTES`].
    #[error("{} MB: an article has some kilobytes, at most {} MB are read; one file an article", .0 / 1024 / 1024, MAX_TEXT_BYTES / 1024 / 1024)]
    TooLarge(usize),
    /// The file is blank.
    #[error("the file is empty")]
    Empty,
    /// The file is not text but of this kind.
    #[error("{}", binary_message(*.0))]
    Binary(FileKind),
    /// The text was decoded with a wrong encoding; this is the right one.
    #[error("{}", wrong_encoding_message(*.0))]
    WrongEncoding(WrongEncoding),
    /// The text is in a known encoding and damaged.
    #[error(transparent)]
    Damaged(TextDamage),
    /// The encoding is neither UTF-8 nor a known older one, or the text is damaged.
    #[error(
        "the text is in an unknown encoding, or damaged: convert it to Unicode (UTF-8), with UniKey's tools for example"
    )]
    UnknownEncoding,
    /// Lines are broken inside sentences.
    #[error("lines are broken inside sentences (“dòng bị ngắt giữa câu”), {} of them, first line {}: each paragraph must be one line; add --broken-lines join to join them in the copy that is kept, or --broken-lines keep if they are right as they are", .0.count, .0.first)]
    BrokenLines(BrokenLines),
    /// A page has no article.
    #[error(
        "no article in this page: open it in a browser, copy the text of the article and save it as a text file"
    )]
    NoArticle,
}

/// First damage of a text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", damage_message(self))]
pub struct TextDamage {
    /// Encoding of the text.
    pub encoding: &'static str,
    /// Line, from 1.
    pub line: u32,
    /// Kind of damage.
    pub kind: TextDamageKind,
}

/// Kind of damage in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextDamageKind {
    /// This byte, at this position of the file from 1, is not part of a letter.
    Byte(u8, usize),
    /// The file ends inside a letter.
    Cut,
    /// Another program replaced a letter by U+FFFD.
    Replaced,
}

impl TextDamage {
    /// Returns the first letter that another program replaced.
    pub(super) fn replaced(text: &str) -> Option<TextDamage> {
        let line = text.split('\n').zip(1..).find(|(line, _)| line.contains('\u{FFFD}'))?.1;
        Some(TextDamage { encoding: "Unicode", line, kind: TextDamageKind::Replaced })
    }
}

fn binary_message(kind: FileKind) -> String {
    let [name, way_out] = kind.message();
    format!("{name}, not text: {way_out}")
}

fn wrong_encoding_message(encoding: WrongEncoding) -> String {
    match encoding {
        WrongEncoding::Utf8 => {
            "letters of UTF-8 were read as Windows-1252 when the text was saved (“Ä‘oÃ n”): open \
             the original file as UTF-8 and copy the text again"
                .to_owned()
        }
        encoding => format!(
            "the text is in {}: convert it to Unicode (UTF-8), with UniKey's tools for example",
            encoding.name()
        ),
    }
}

fn damage_message(TextDamage { encoding, line, kind }: &TextDamage) -> String {
    match kind {
        TextDamageKind::Byte(byte, place) => format!(
            "{encoding}, damaged in line {line}: the byte {byte:02X} at place {place} of the file is part of no letter; \
             get the file again, or correct the word there"
        ),
        TextDamageKind::Cut => format!(
            "{encoding}, damaged in line {line}: the file ends in the middle of a letter; get the whole file again"
        ),
        TextDamageKind::Replaced => format!(
            "a letter is damaged in line {line} (“\u{FFFD}”); copy the text again from its source, or correct the word \
             there"
        ),
    }
}
