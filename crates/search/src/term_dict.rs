//! Term dictionary: all spellings of the corpus, sorted by their letters without diacritics.
//!
//! Spellings of one folded word are neighbours, and so are words with a common prefix. Both the lookup by folded word
//! and the prefix search are therefore ranges of one list.

use std::ops::Range;

use thidua_core::collections::{sort_by, sort_by_key, to_u32};
use thidua_core::text::letter::plain;

use super::query::QueryWord;
use super::spelling::{MatchKind, carries_marks, is_one_edit, tone};

/// Shortest folded word in which a typing error is corrected, in letters.
const MIN_CORRECTED_LETTERS: usize = 4;

/// A spelling.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Term {
    fold: String,
    key: String,
}

/// Spellings of a corpus. The id of a term is its index.
#[derive(Debug, Clone, Default)]
pub(super) struct TermDict {
    terms: Vec<Term>,
}

impl TermDict {
    /// Builds the dictionary of canonical keys. Returns it with the id of each key.
    pub(super) fn new(keys: Vec<String>) -> (TermDict, Vec<u32>) {
        let fold = |key: String| Term { fold: key.chars().map(plain).collect(), key };
        let mut order: Vec<(Term, usize)> = keys.into_iter().map(fold).zip(0..).collect();
        sort_by(&mut order, Ord::cmp);
        let mut ids = vec![0; order.len()];
        let mut terms: Vec<Term> = Vec::with_capacity(order.len());
        for (term, at) in order {
            if terms.last() != Some(&term) {
                terms.push(term);
            }
            if let Some(id) = ids.get_mut(at) {
                *id = to_u32(terms.len().saturating_sub(1));
            }
        }
        (TermDict { terms }, ids)
    }

    /// Builds the dictionary of keys that are sorted already. `None` if they are not.
    pub(super) fn from_sorted(keys: Vec<String>) -> Option<TermDict> {
        let term = |key: String| Term { fold: key.chars().map(plain).collect(), key };
        let terms: Vec<Term> = keys.into_iter().map(term).collect();
        terms.is_sorted_by(|a, b| a < b).then_some(TermDict { terms })
    }

    /// Number of terms.
    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    /// Canonical key of a term; empty for an unknown id.
    pub(super) fn key(&self, id: u32) -> &str {
        self.terms.get(id as usize).map_or("", |term| &term.key)
    }

    /// Folded form of a term; empty for an unknown id.
    pub(super) fn fold(&self, id: u32) -> &str {
        self.terms.get(id as usize).map_or("", |term| &term.fold)
    }

    /// Id of a canonical key. `None` if the corpus does not have it.
    pub(super) fn get(&self, key: &str) -> Option<u32> {
        let fold: String = key.chars().map(plain).collect();
        self.with_fold(&fold).find(|id| self.key(*id) == key)
    }

    /// Ids of all spellings of a folded word.
    fn with_fold(&self, fold: &str) -> Range<u32> {
        let start = self.terms.partition_point(|term| term.fold.as_str() < fold);
        let end = self.terms.partition_point(|term| term.fold.as_str() <= fold);
        to_u32(start)..to_u32(end)
    }

    /// Ids of all terms whose folded form starts with `prefix`.
    fn with_prefix(&self, prefix: &str) -> Range<u32> {
        let start = self.terms.partition_point(|term| term.fold.as_str() < prefix);
        let rest = self.terms.get(start..).unwrap_or_default();
        to_u32(start)..to_u32(start + rest.partition_point(|term| term.fold.starts_with(prefix)))
    }

    /// Terms that match a word, ascending by id: those that carry its marks and, with `with_other_marks`, those that
    /// do not.
    pub(super) fn matches(&self, word: &QueryWord, with_other_marks: bool) -> Vec<(u32, MatchKind)> {
        let kind_of = |id: u32, typed: &str, kind: MatchKind| {
            let key = self.key(id);
            match (key == word.key, carries_marks(key, typed)) {
                (true, _) => MatchKind::Exact,
                (false, true) => kind,
                (false, false) => MatchKind::OtherMarks,
            }
        };
        let whole = self.with_fold(&word.fold).map(|id| (id, kind_of(id, &word.key, MatchKind::MoreMarks)));
        let mut found: Vec<(u32, MatchKind)> =
            whole.filter(|(_, kind)| with_other_marks || *kind != MatchKind::OtherMarks).collect();
        if word.is_number() {
            // A search for 15 finds 15%.
            found.extend(self.get(&format!("{}%", word.key)).map(|id| (id, MatchKind::MoreMarks)));
        }
        for prefix in &word.prefixes {
            let fold: String = prefix.chars().map(plain).collect();
            // Prefix matches with other marks would be half the dictionary.
            let prefixed = self.with_prefix(&fold).map(|id| (id, kind_of(id, prefix, MatchKind::Prefix)));
            found.extend(prefixed.filter(|(_, kind)| *kind != MatchKind::OtherMarks));
        }
        sort_by_key(&mut found, |(id, kind)| (*id, std::cmp::Reverse(*kind)));
        found.dedup_by_key(|(id, _)| *id);
        found
    }

    /// Spellings of the one folded word that differs from `word` by one letter, with the typed tone if there is one.
    /// Of several candidates the one with the greatest `weight` wins, then the first.
    pub(super) fn corrected(&self, word: &QueryWord, weight: impl Fn(u32) -> usize) -> Vec<(u32, MatchKind)> {
        if word.fold.len() < MIN_CORRECTED_LETTERS || !word.fold.bytes().all(|b| b.is_ascii_alphabetic()) {
            return Vec::new();
        }
        let has_tone = |key: &str| tone(&word.key).is_none_or(|typed| tone(key) == Some(typed));
        let is_near = |term: &Term| is_one_edit(&term.fold, &word.fold) && has_tone(&term.key);
        let near = self.terms.iter().zip(0..).filter(|(term, _)| is_near(term));
        let best = near.max_by_key(|(_, id)| (weight(*id), std::cmp::Reverse(*id)));
        let spellings = best.map(|(term, _)| self.with_fold(&term.fold)).unwrap_or_default();
        spellings.filter(|id| has_tone(self.key(*id))).map(|id| (id, MatchKind::Typo)).collect()
    }
}
