//! What each part of a site was made of, and which files came of it: noted while they are made, kept for the next build.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Mutex;

use super::SiteError;
use crate::corpus::reading::{Key, What};

/// Notes of a build, from several threads at once.
#[derive(Debug, Default)]
pub struct Ledger {
    notes: Mutex<Notes>,
}

#[derive(Debug, Default)]
struct Notes {
    numbers: HashMap<Key, usize>,
    keys: Vec<Key>,
    lines: Vec<String>,
    /// A name cannot stand in a line: nothing of this is kept.
    is_odd: bool,
}

impl Ledger {
    /// Notes that use the numbers of these keys, and go on behind them.
    pub fn from_keys<'k>(keys: impl Iterator<Item = (What, &'k str)>) -> Ledger {
        let ledger = Ledger::default();
        if let Ok(mut notes) = ledger.notes.lock() {
            for (what, id) in keys {
                notes.number(Key { what, id: id.to_owned() });
            }
        }
        ledger
    }

    /// Notes a part of the site by its name: what was looked up for it, and its files.
    ///
    /// # Errors
    /// Where a thread has died.
    pub fn note(&self, name: &str, keys: Vec<Key>, files: &[String]) -> Result<(), SiteError> {
        let mut notes = self.notes.lock().map_err(|_| SiteError::Thread)?;
        let mut line = format!("{name}\t");
        for key in keys {
            let number = notes.number(key);
            // Writing to a string cannot fail.
            let _ = write!(line, "{number} ");
        }
        for file in files {
            notes.is_odd |= file.contains(['\t', '\n', '\r']);
            line.push('\t');
            line.push_str(file);
        }
        notes.lines.push(line);
        Ok(())
    }

    /// The keys in the order of their numbers, and a line for each part in the order of their names. `None` where that
    /// cannot be written down.
    pub fn finish(self) -> Option<(Vec<Key>, Vec<String>)> {
        let mut notes = self.notes.into_inner().ok().filter(|notes| !notes.is_odd)?;
        notes.lines.sort_unstable();
        Some((notes.keys, notes.lines))
    }
}

impl Notes {
    fn number(&mut self, key: Key) -> usize {
        if let Some(number) = self.numbers.get(&key) {
            return *number;
        }
        let number = self.keys.len();
        self.keys.push(key.clone());
        self.numbers.insert(key, number);
        number
    }
}
