//! `layout.txt`: lines that surround an article on its page.

use super::parse::{VocabularyFile, split_entry};
use thidua_core::domain::SourceId;
use thidua_core::text::{key, lowercase};

/// Lines known by their words.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct LineSet {
    whole: Vec<String>,
    beginnings: Vec<String>,
    /// Of phrases without a word ("©", "-->").
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

    /// Whether a line, given with its key, is one of the set.
    pub(in super::super) fn holds(&self, line: &str, line_key: &str) -> bool {
        let begins = |words: &String| {
            line_key.strip_prefix(words.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        self.whole.iter().any(|words| words == line_key)
            || self.beginnings.iter().any(begins)
            || self.signs.iter().any(|sign| line.starts_with(sign.as_str()))
    }
}

/// A newspaper by its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Newspaper {
    /// The initials before a lead.
    pub initials: String,
    /// Its host.
    pub site: String,
    /// Its name.
    pub name: String,
    /// Its slug.
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
