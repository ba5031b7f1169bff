//! Numbers for printed words: first in the order in which they come, then as a lexicon sorts them.

use super::term_dict::TermDict;
use super::tokenized::SEPARATOR;
use thidua_core::collections::Lookup;
use thidua_core::text::token::key_of;

/// Numbers printed words as they come.
#[derive(Debug, Default)]
pub(super) struct TermInterner {
    ids: Lookup<String, u32>,
    keys: Vec<String>,
}

impl TermInterner {
    /// The number of a printed word. Each is brought to its key once.
    pub(super) fn intern(&mut self, printed: &str) -> u32 {
        if let Some(id) = self.ids.get(printed) {
            return *id;
        }
        let id = self.keys.len() as u32;
        self.keys.push(key_of(printed));
        self.ids.insert(printed.to_owned(), id);
        id
    }

    /// Puts the words of another behind these, and gives the words of its `tokens` their new numbers.
    pub(super) fn append(&mut self, other: TermInterner, tokens: &mut [u32]) {
        let offset = self.keys.len() as u32;
        // A word that both know has two numbers until the lexicon brings them together.
        self.keys.extend(other.keys);
        for token in tokens.iter_mut().filter(|token| **token != SEPARATOR) {
            *token += offset;
        }
    }

    /// The lexicon of the words, in whose numbers the words of `tokens` are written from now on.
    pub(super) fn finish(self, tokens: &mut [u32]) -> TermDict {
        let (term_dict, ids) = TermDict::new(self.keys);
        for token in tokens {
            *token = ids.get(*token as usize).copied().unwrap_or(SEPARATOR);
        }
        term_dict
    }
}
