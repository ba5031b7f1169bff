//! Tables of phrases that are looked up in the words of a line.

use std::collections::BTreeMap;

use thidua_core::collections::sort_by_key;
use thidua_core::text::{Token, tokens};

/// Phrases with their meanings. Case, tone placement and punctuation between words do not matter.
#[derive(Debug, Clone)]
pub(super) struct PhraseTable<T> {
    /// By first word; the longest phrase first.
    phrases: BTreeMap<String, Vec<(Vec<String>, T)>>,
}

/// A phrase found in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PhraseHit<T> {
    /// Index of its first word.
    pub from: usize,
    /// Index after its last word.
    pub to: usize,
    /// Meaning.
    pub meaning: T,
}

impl<T> Default for PhraseTable<T> {
    fn default() -> Self {
        Self { phrases: BTreeMap::new() }
    }
}

impl<T: Copy> PhraseTable<T> {
    /// Adds a phrase. Of two meanings of one phrase the first has priority.
    pub fn add(&mut self, phrase: &str, meaning: T) {
        let mut words = tokens(phrase).into_iter().map(|token| token.key);
        let Some(first) = words.next() else { return };
        let phrases = self.phrases.entry(first).or_default();
        phrases.push((words.collect(), meaning));
        sort_by_key(phrases, |(rest, _)| std::cmp::Reverse(rest.len()));
    }

    /// Longest phrase that begins with word `from` of `line`.
    pub fn longest_at(&self, line: &str, words: &[Token], from: usize) -> Option<PhraseHit<T>> {
        self.all_at(line, words, from).next()
    }

    /// Every phrase that begins with word `from`, the longest first.
    pub fn all_at<'a>(
        &'a self,
        line: &'a str,
        words: &'a [Token],
        from: usize,
    ) -> impl Iterator<Item = PhraseHit<T>> + 'a {
        let phrases = words.get(from).and_then(|word| self.phrases.get(&word.key));
        phrases.into_iter().flatten().filter_map(move |(rest, meaning)| {
            let mut before = words.get(from)?;
            for (key, word) in rest.iter().zip(words.get(from + 1..)?) {
                let gap = line.get(before.range.end..word.range.start)?;
                let joined =
                    gap.len() <= 5 && gap.chars().all(|c| matches!(c, ' ' | ',' | '-' | '–' | '.' | '/'));
                if word.key != *key || !joined {
                    return None;
                }
                before = word;
            }
            let to = from + 1 + rest.len();
            (to <= words.len()).then_some(PhraseHit { from, to, meaning: *meaning })
        })
    }

    /// Longest phrase of at most `longest` words that ends before word `to`.
    pub fn before(&self, line: &str, words: &[Token], to: usize, longest: usize) -> Option<PhraseHit<T>> {
        (to.saturating_sub(longest)..to)
            .find_map(|from| self.all_at(line, words, from).find(|hit| hit.to == to))
    }

    /// Phrases in the words `from..to`, from left to right, the longest at each word, none inside another.
    pub fn all(&self, line: &str, words: &[Token], from: usize, to: usize) -> Vec<PhraseHit<T>> {
        let mut found = Vec::new();
        let mut pos = from;
        while pos < to.min(words.len()) {
            match self.all_at(line, words, pos).find(|hit| hit.to <= to) {
                Some(hit) => {
                    pos = hit.to;
                    found.push(hit);
                }
                None => pos += 1,
            }
        }
        found
    }

    /// First phrase in the words `from..to`.
    pub fn first(&self, line: &str, words: &[Token], from: usize, to: usize) -> Option<PhraseHit<T>> {
        (from..to.min(words.len())).find_map(|pos| self.all_at(line, words, pos).find(|hit| hit.to <= to))
    }

    /// Last phrase in the words `from..to`.
    pub fn last(&self, line: &str, words: &[Token], from: usize, to: usize) -> Option<PhraseHit<T>> {
        self.all(line, words, from, to).pop()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_phrase_is_found_regardless_of_tone_placement() {
        let mut table = PhraseTable::default();
        table.add("phong trào", 1);
        table.add("phong trào thi đua", 2);
        table.add("văn hóa", 3);
        let line = "Các PHONG TRÀO thi đua, văn hoá; phong. Trào";
        let words = tokens(line);
        let found: Vec<(usize, usize, i32)> = table
            .all(line, &words, 0, words.len())
            .into_iter()
            .map(|hit| (hit.from, hit.to, hit.meaning))
            .collect();
        assert_eq!(found, [(1, 5, 2), (5, 7, 3), (7, 9, 1)]);
        assert_eq!(table.before(line, &words, 5, 4).unwrap().meaning, 2);
        assert_eq!(table.before(line, &words, 6, 4), None);
    }
}
