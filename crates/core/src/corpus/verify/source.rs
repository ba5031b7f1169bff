//! Source texts. They are given as strings, so that the same code runs on files and on text that a reader pastes into the
//! page.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::folded;
use crate::corpus::problem_code::ProblemCode;
use crate::text::broken_lines;

/// Source texts by their `file_stem`.
#[derive(Debug, Clone, Default)]
pub struct SourceTexts {
    /// A text, or the reason why it cannot be read.
    texts: BTreeMap<String, Result<SourceText, String>>,
}

/// Lines of one source text, folded once.
#[derive(Debug, Clone)]
pub(super) struct SourceText {
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// True if the file starts with a byte order mark.
    pub has_bom: bool,
    lines: Vec<String>,
    /// Numbers of the lines, from 1, that begin in the middle of a sentence.
    begin_inside: BTreeSet<u32>,
    /// Numbers of the lines, from 1, that end in the middle of a sentence.
    end_inside: BTreeSet<u32>,
}

impl SourceTexts {
    /// Adds a text. `sha256` is the digest of the file's bytes, in lower-case hexadecimal.
    pub fn insert(&mut self, file_stem: &str, text: &str, sha256: &str) {
        let unmarked = text.strip_prefix('\u{FEFF}');
        let printed: Vec<&str> = unmarked.unwrap_or(text).split('\n').collect();
        let broken = broken_lines(&printed);
        let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1);
        let text = SourceText {
            sha256: sha256.to_owned(),
            has_bom: unmarked.is_some(),
            lines: printed.into_iter().map(folded).collect(),
            begin_inside: broken.iter().map(|b| number(b.next)).collect(),
            end_inside: broken.iter().map(|b| number(b.line)).collect(),
        };
        self.texts.insert(file_stem.to_owned(), Ok(text));
    }

    /// Records that a text exists and cannot be read. Its articles are not verified.
    pub fn insert_unreadable(&mut self, file_stem: &str, reason: &str) {
        self.texts.insert(file_stem.to_owned(), Err(reason.to_owned()));
    }

    pub(super) fn get(&self, file_stem: &str) -> Result<&SourceText, ProblemCode> {
        match self.texts.get(file_stem) {
            Some(Ok(text)) => Ok(text),
            Some(Err(reason)) => Err(ProblemCode::SourceTextUnreadable(reason.clone())),
            None => Err(ProblemCode::SourceTextMissing),
        }
    }
}

impl SourceText {
    /// Line `number`, from 1, folded.
    pub fn line(&self, number: u32) -> Option<&str> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        self.lines.get(index).map(String::as_str)
    }

    /// Returns whether line `number` begins in the middle of a sentence, and whether it ends in one.
    pub fn is_broken(&self, number: u32) -> [bool; 2] {
        [self.begin_inside.contains(&number), self.end_inside.contains(&number)]
    }

    /// Number of lines. A line end at the very end of the file ends its last line.
    pub fn line_count(&self) -> usize {
        match self.lines.split_last() {
            Some((last, rest)) if last.is_empty() => rest.len(),
            _ => self.lines.len(),
        }
    }
}
