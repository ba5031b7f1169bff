//! Precision, recall and F1 of one kind of fact, with all misses; shares.

use serde::ser::{Serialize, SerializeStruct, Serializer};

/// A labelled fact that was not found, or a found one that is not labelled.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Miss {
    /// Id of the article.
    pub article: String,
    /// Line of the source text, from 1.
    pub line: u32,
    /// Code point at which it starts, for figures; 0 for other facts.
    pub start: u32,
    /// Description of the fact.
    pub words: String,
}

/// Comparison of one kind of fact.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
            start: item.start,
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

/// Serialised with precision, recall and F1.
impl Serialize for Tally {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Tally", 8)?;
        fields.serialize_field("labelled", &self.labelled)?;
        fields.serialize_field("found", &self.found)?;
        fields.serialize_field("right", &self.right)?;
        fields.serialize_field("precision", &self.precision())?;
        fields.serialize_field("recall", &self.recall())?;
        fields.serialize_field("f1", &self.f1())?;
        fields.serialize_field("missed", &self.missed)?;
        fields.serialize_field("extra", &self.extra)?;
        fields.end()
    }
}

/// A part of a number of things.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Share {
    /// Number of right ones.
    pub right: usize,
    /// Number of all.
    pub of: usize,
    /// The others.
    pub wrong: Vec<Miss>,
}

impl Share {
    /// Right ones as a share of all; 1 if there is none.
    pub fn ratio(&self) -> f64 {
        share(self.right, self.of)
    }

    /// Adds another share.
    pub fn add(&mut self, other: Share) {
        self.right += other.right;
        self.of += other.of;
        self.wrong.extend(other.wrong);
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Share", 4)?;
        fields.serialize_field("right", &self.right)?;
        fields.serialize_field("of", &self.of)?;
        fields.serialize_field("share", &self.ratio())?;
        fields.serialize_field("wrong", &self.wrong)?;
        fields.end()
    }
}

/// An item to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LabelledItem {
    pub line: u32,
    /// Code point at which it starts, where that is compared.
    pub start: u32,
    /// Identity: two items of one line with the same key are the same.
    pub key: String,
    /// Description, shown to users.
    pub words: String,
}

impl LabelledItem {
    pub fn new(line: u32, key: String, words: &str) -> Self {
        Self { line, start: 0, key, words: words.to_owned() }
    }

    /// The item at a position of its line.
    pub fn at(self, start: u32) -> Self {
        Self { start, ..self }
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

/// A number as a floating-point number.
pub(super) fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { count(part) / count(whole) }
}
