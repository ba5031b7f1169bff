//! `layout.txt`: lines around an article on its page.

use thidua_core::domain::SourceId;
use thidua_core::text::{key, lowercase};

use super::parse::{VocabularyFile, split_entry};

/// A set of lines, recognised by their words.
#[derive(Debug, Clone, Default)]
pub(crate) struct LineSet {
    whole: Vec<String>,
    beginnings: Vec<String>,
    /// Phrases without a word ("©", "-->").
    signs: Vec<String>,
}

impl LineSet {
    pub(super) fn new(phrases: impl Iterator<Item = &'static str>) -> Self {
        let mut set = LineSet::default();
        for phrase in phrases {
            let beginning = phrase.strip_suffix('*').map(str::trim);
            let words = key(beginning.unwrap_or(phrase));
            match beginning {
                _ if words.is_empty() => set.signs.push(lowercase(beginning.unwrap_or(phrase))),
                Some(_) => set.beginnings.push(words),
                None => set.whole.push(words),
            }
        }
        set
    }

    /// Returns whether a line, given with its key, is in the set.
    pub(crate) fn holds(&self, line: &str, line_key: &str) -> bool {
        let begins = |words: &String| {
            line_key.strip_prefix(words.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        self.whole.iter().any(|words| words == line_key)
            || self.beginnings.iter().any(begins)
            || self.signs.iter().any(|sign| line.starts_with(sign.as_str()))
    }
}

/// A newspaper and the marks by which it is recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Newspaper {
    /// Initials before a lead.
    pub initials: String,
    /// Host name.
    pub site: String,
    /// Name.
    pub name: String,
    /// Id.
    pub id: SourceId,
}

pub(super) fn newspapers(file: VocabularyFile) -> Vec<Newspaper> {
    let read = |entry: &str| {
        let mut columns = split_entry(entry).map(str::to_owned);
        Some(Newspaper {
            initials: columns.next()?,
            site: columns.next()?,
            name: columns.next()?,
            id: SourceId::new(columns.next()?),
        })
    };
    file.section("source").filter_map(read).collect()
}
