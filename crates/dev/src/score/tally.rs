//! Precision, recall and F1 of one kind of fact, with all misses.

use serde::Serialize;

/// A labelled fact that was not found, or a found one that is not labelled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Miss {
    /// Id of the article.
    pub article: String,
    /// Line of the source text, from 1.
    pub line: u32,
    /// Description of the fact.
    pub words: String,
}

/// Comparison of one kind of fact.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Tally {
    /// Number of labelled facts.
    pub labelled: usize,
    /// Number of found facts, including wrong ones.
    pub found: usize,
    /// Number of found facts that are labelled.
    pub right: usize,
    /// Labelled facts that were not found.
    pub missed: Vec<Miss>,
    /// Found facts that are not labelled.
    pub extra: Vec<Miss>,
}

impl Tally {
    /// Share of the found facts that are right; 1 if none was found.
    pub fn precision(&self) -> f64 {
        share(self.right, self.found)
    }

    /// Share of the labelled facts that were found; 1 if none is labelled.
    pub fn recall(&self) -> f64 {
        share(self.right, self.labelled)
    }

    /// Harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }

    /// Adds the comparison of another article.
    pub fn add(&mut self, other: Tally) {
        self.labelled += other.labelled;
        self.found += other.found;
        self.right += other.right;
        self.missed.extend(other.missed);
        self.extra.extend(other.extra);
    }

    /// Compares two lists of items by their keys. A duplicate label counts once.
    pub(super) fn compare(article: &str, labelled: Vec<LabelledItem>, found: Vec<LabelledItem>) -> Self {
        let (labelled, found) = (unique(labelled), unique(found));
        let miss = |item: &LabelledItem| Miss {
            article: article.to_owned(),
            line: item.line,
            words: item.words.clone(),
        };
        let is_in = |items: &[LabelledItem], item: &LabelledItem| items.iter().any(|other| other.same(item));
        let missed: Vec<Miss> = labelled.iter().filter(|item| !is_in(&found, item)).map(miss).collect();
        let extra: Vec<Miss> = found.iter().filter(|item| !is_in(&labelled, item)).map(miss).collect();
        Tally {
            labelled: labelled.len(),
            found: found.len(),
            right: found.len() - extra.len(),
            missed,
            extra,
        }
    }
}

/// An item to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LabelledItem {
    pub line: u32,
    /// Identity: two items of one line with the same key are the same.
    pub key: String,
    /// Description, shown to users.
    pub words: String,
}

impl LabelledItem {
    pub fn new(line: u32, key: String, words: &str) -> Self {
        Self { line, key, words: words.to_owned() }
    }

    fn same(&self, other: &LabelledItem) -> bool {
        self.line == other.line && self.key == other.key
    }
}

fn unique(items: Vec<LabelledItem>) -> Vec<LabelledItem> {
    let mut unique: Vec<LabelledItem> = Vec::with_capacity(items.len());
    for item in items {
        if !unique.iter().any(|other| other.same(&item)) {
            unique.push(item);
        }
    }
    unique
}

fn share(part: usize, whole: usize) -> f64 {
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if whole == 0 { 1.0 } else { count(part) / count(whole) }
}
