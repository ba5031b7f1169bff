//! Numbers for printed words: first in the order in which they come, then as a lexicon sorts them.

use super::lexicon::Lexicon;
use super::texts::SEPARATOR;
use thidua_core::collections::Lookup;
use thidua_core::text::token::key_of;

/// Numbers printed words as they come.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    known: Lookup<String, u32>,
    keys: Vec<String>,
}

impl Numbering {
    /// The number of a printed word. Each is brought to its key once.
    pub(super) fn number(&mut self, printed: &str) -> u32 {
        if let Some(number) = self.known.get(printed) {
            return *number;
        }
        let number = self.keys.len() as u32;
        self.keys.push(key_of(printed));
        self.known.insert(printed.to_owned(), number);
        number
    }

    /// Puts the words of another behind these, and gives the words of its `stream` their new numbers.
    pub(super) fn append(&mut self, other: Numbering, stream: &mut [u32]) {
        let behind = self.keys.len() as u32;
        // A word that both know has two numbers until the lexicon brings them together.
        self.keys.extend(other.keys);
        for word in stream.iter_mut().filter(|word| **word != SEPARATOR) {
            *word += behind;
        }
    }

    /// The lexicon of the words, in whose numbers the words of `stream` are written from now on.
    pub(super) fn finish(self, stream: &mut [u32]) -> Lexicon {
        let (lexicon, ids) = Lexicon::new(self.keys);
        for word in stream {
            *word = ids.get(*word as usize).copied().unwrap_or(SEPARATOR);
        }
        lexicon
    }
}
