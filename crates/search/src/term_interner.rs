//! Interning of printed words: provisional ids in order of appearance, later replaced by term ids.

use thidua_core::collections::{Lookup, to_u32};
use thidua_core::text::token::key_of;

use super::term_dict::TermDict;
use super::tokenized::SEPARATOR;

/// Assigns provisional ids to printed words.
#[derive(Debug, Default)]
pub(super) struct TermInterner {
    ids: Lookup<String, u32>,
    keys: Vec<String>,
}

impl TermInterner {
    /// Returns the provisional id of a printed word. Its key is computed once.
    pub(super) fn intern(&mut self, printed: &str) -> u32 {
        if let Some(id) = self.ids.get(printed) {
            return *id;
        }
        let id = to_u32(self.keys.len());
        self.keys.push(key_of(printed));
        self.ids.insert(printed.to_owned(), id);
        id
    }

    /// Appends another interner, and shifts the ids in its `tokens` accordingly.
    pub(super) fn append(&mut self, other: TermInterner, tokens: &mut [u32]) {
        let offset = to_u32(self.keys.len());
        // A word known to both keeps two provisional ids until the dictionary merges them.
        self.keys.extend(other.keys);
        for token in tokens.iter_mut().filter(|token| **token != SEPARATOR) {
            *token += offset;
        }
    }

    /// Builds the dictionary, and replaces the provisional ids in `tokens` by term ids.
    pub(super) fn finish(self, tokens: &mut [u32]) -> TermDict {
        let (term_dict, ids) = TermDict::new(self.keys);
        for token in tokens {
            *token = ids.get(*token as usize).copied().unwrap_or(SEPARATOR);
        }
        term_dict
    }
}
