//! Every spelling that stands in the collection, in the order of its letters without marks.
//!
//! Sorted by folded form, the spellings of one folded word are neighbours, and so are the words with one beginning:
//! the side table from folded words to spellings, and the prefix search, are ranges of one list.

use std::ops::Range;

use super::query::Word;
use super::spelling::{Fit, carries, is_one_edit, tone};
use thidua_core::collections::{sort_by, sort_by_key};
use thidua_core::text::letter::plain;

/// The shortest folded word in which a typing error is mended, in letters.
const MENDED_LETTERS: usize = 4;

/// A spelling.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Term {
    fold: String,
    key: String,
}

/// The spellings of a collection; a term's id is its place.
#[derive(Debug, Clone, Default)]
pub(super) struct Lexicon {
    terms: Vec<Term>,
}

impl Lexicon {
    /// The lexicon of the given canonical keys, and for each of them its id.
    pub(super) fn new(keys: Vec<String>) -> (Lexicon, Vec<u32>) {
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
                *id = terms.len().saturating_sub(1) as u32;
            }
        }
        (Lexicon { terms }, ids)
    }

    /// The lexicon of keys that are in the order of one; nothing where they are not.
    pub(super) fn sorted(keys: Vec<String>) -> Option<Lexicon> {
        let term = |key: String| Term { fold: key.chars().map(plain).collect(), key };
        let terms: Vec<Term> = keys.into_iter().map(term).collect();
        terms.is_sorted_by(|a, b| a < b).then_some(Lexicon { terms })
    }

    /// How many spellings there are.
    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    /// The canonical key of a term.
    pub(super) fn key(&self, id: u32) -> &str {
        self.terms.get(id as usize).map_or("", |term| &term.key)
    }

    /// A term without its marks.
    pub(super) fn fold(&self, id: u32) -> &str {
        self.terms.get(id as usize).map_or("", |term| &term.fold)
    }

    /// The term of a canonical key.
    pub(super) fn get(&self, key: &str) -> Option<u32> {
        let fold: String = key.chars().map(plain).collect();
        self.with_fold(&fold).find(|id| self.key(*id) == key)
    }

    /// Every spelling of a folded word.
    fn with_fold(&self, fold: &str) -> Range<u32> {
        let start = self.terms.partition_point(|term| term.fold.as_str() < fold);
        let end = self.terms.partition_point(|term| term.fold.as_str() <= fold);
        start as u32..end as u32
    }

    /// Every word with a beginning.
    fn with_prefix(&self, prefix: &str) -> Range<u32> {
        let start = self.terms.partition_point(|term| term.fold.as_str() < prefix);
        let rest = self.terms.get(start..).unwrap_or_default();
        start as u32..(start + rest.partition_point(|term| term.fold.starts_with(prefix))) as u32
    }

    /// The terms that fit a word, in order and once: those that carry its marks, and at will those that do not.
    pub(super) fn matches(&self, word: &Word, with_other_marks: bool) -> Vec<(u32, Fit)> {
        let fit_of = |id: u32, typed: &str, fit: Fit| {
            let key = self.key(id);
            match (key == word.key, carries(key, typed)) {
                (true, _) => Fit::Same,
                (false, true) => fit,
                (false, false) => Fit::OtherMarks,
            }
        };
        let whole = self.with_fold(&word.fold).map(|id| (id, fit_of(id, &word.key, Fit::AtLeast)));
        let mut found: Vec<(u32, Fit)> =
            whole.filter(|(_, fit)| with_other_marks || *fit != Fit::OtherMarks).collect();
        if word.is_number() {
            // Who looks for 15 finds 15%.
            found.extend(self.get(&format!("{}%", word.key)).map(|id| (id, Fit::AtLeast)));
        }
        for beginning in &word.beginnings {
            let fold: String = beginning.chars().map(plain).collect();
            // Beginnings with other marks would be half the lexicon.
            let begun = self.with_prefix(&fold).map(|id| (id, fit_of(id, beginning, Fit::Prefix)));
            found.extend(begun.filter(|(_, fit)| *fit != Fit::OtherMarks));
        }
        sort_by_key(&mut found, |(id, fit)| (*id, std::cmp::Reverse(*fit)));
        found.dedup_by_key(|(id, _)| *id);
        found
    }

    /// The spellings of the one folded word that differs from a word by one letter, with the tone typed if there is
    /// one: of several words the one for which `weight` is greatest, then the first.
    pub(super) fn mended(&self, word: &Word, weight: impl Fn(u32) -> usize) -> Vec<(u32, Fit)> {
        if word.fold.len() < MENDED_LETTERS || !word.fold.bytes().all(|b| b.is_ascii_alphabetic()) {
            return Vec::new();
        }
        let has_tone = |key: &str| tone(&word.key).is_none_or(|typed| tone(key) == Some(typed));
        let is_near = |term: &Term| is_one_edit(&term.fold, &word.fold) && has_tone(&term.key);
        let near = self.terms.iter().zip(0..).filter(|(term, _)| is_near(term));
        let best = near.max_by_key(|(_, id)| (weight(*id), std::cmp::Reverse(*id)));
        let spellings = best.map(|(term, _)| self.with_fold(&term.fold)).unwrap_or_default();
        spellings.filter(|id| has_tone(self.key(*id))).map(|id| (id, Fit::Typo)).collect()
    }
}
