//! Format of vocabulary files: comments, sections, phrases.

/// A malformed line of a vocabulary file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MalformedEntry {
    /// Name of the file.
    pub file: &'static str,
    /// Line, from 1.
    pub line: usize,
    /// English description of the error.
    pub reason: String,
}

/// A vocabulary file: `#` begins a comment, `[name]` a section; every other line is an entry.
#[derive(Debug, Clone, Copy)]
pub(super) struct VocabularyFile {
    pub name: &'static str,
    pub text: &'static str,
}

impl VocabularyFile {
    /// Entries with their section (empty before the first) and line number.
    pub fn entries(self) -> impl Iterator<Item = (&'static str, usize, &'static str)> {
        let mut section = "";
        self.text.lines().zip(1..).filter_map(move |(line, number)| {
            let line = line.trim();
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                section = name;
                return None;
            }
            (!line.is_empty() && !line.starts_with('#')).then_some((section, number, line))
        })
    }

    /// Entries of one section.
    pub fn section(self, name: &'static str) -> impl Iterator<Item = &'static str> {
        self.entries().filter(move |(section, ..)| *section == name).map(|(_, _, entry)| entry)
    }
}

/// Splits an entry at semicolons.
pub(super) fn split_entry(entry: &str) -> impl Iterator<Item = &str> {
    entry.split(';').map(str::trim).filter(|part| !part.is_empty())
}
