//! Precision, recall and F1 of one kind of fact, with every miss.

use serde::Serialize;

/// A fact that was missed, or one that was found and is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Miss {
    /// The article.
    pub article: String,
    /// Line of its text, from 1.
    pub line: u32,
    /// What it is about.
    pub words: String,
}

/// The comparison of one kind of fact.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Tally {
    /// How many there are.
    pub labelled: usize,
    /// How many were found, wrong ones included.
    pub found: usize,
    /// How many of them are right.
    pub right: usize,
    /// There, and not found.
    pub missed: Vec<Miss>,
    /// Found, and not there.
    pub extra: Vec<Miss>,
}

impl Tally {
    /// The share of what was found that is right; 1 where nothing was found.
    pub fn precision(&self) -> f64 {
        share(self.right, self.found)
    }

    /// The share of what is there that was found; 1 where nothing is there.
    pub fn recall(&self) -> f64 {
        share(self.right, self.labelled)
    }

    /// The harmonic mean of both.
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

    /// Compares two lists whose items are the same where their keys are; what is labelled twice counts once.
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

/// Something to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LabelledItem {
    pub line: u32,
    /// Two items of one line with one key are the same.
    pub key: String,
    /// For people.
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
    let mut kept: Vec<LabelledItem> = Vec::with_capacity(items.len());
    for item in items {
        if !kept.iter().any(|other| other.same(&item)) {
            kept.push(item);
        }
    }
    kept
}

fn share(part: usize, whole: usize) -> f64 {
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if whole == 0 { 1.0 } else { count(part) / count(whole) }
}
