//! The form of a vocabulary file: comments, sections, phrases.

/// A line of a vocabulary file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MalformedEntry {
    /// The file.
    pub file: &'static str,
    /// Its line, from 1.
    pub line: usize,
    /// What is wrong.
    pub reason: String,
}

/// A vocabulary file: `#` opens a comment, `[name]` a section, every other line is an entry.
#[derive(Debug, Clone, Copy)]
pub(super) struct VocabularyFile {
    pub name: &'static str,
    pub text: &'static str,
}

impl VocabularyFile {
    /// The entries with their section (empty before the first) and line number.
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

    /// The entries of one section.
    pub fn section(self, name: &'static str) -> impl Iterator<Item = &'static str> {
        self.entries().filter(move |(section, ..)| *section == name).map(|(_, _, entry)| entry)
    }
}

/// The parts of an entry between semicolons.
pub(super) fn split_entry(entry: &str) -> impl Iterator<Item = &str> {
    entry.split(';').map(str::trim).filter(|part| !part.is_empty())
}
