//! Names of campaigns and organisations that a query means: for results grouped by kind, and for suggestions while typing.
//!
//! A name is found if it has every word of the query that names something (see [`super::relaxation`]), the last one
//! perhaps unfinished. If no name has all of them, as in "lao dong gioi ha dong", those are found that have the longest
//! part of the query, of two words at least, unless most names have it too.

use std::cmp::Reverse;

use thidua_core::collections::{Lookup, SortedSet, sort_by_key};
use thidua_core::corpus::Catalogue;
use thidua_core::text::{Token, tokens};

use super::index::Index;
use super::query::{Query, QueryWord};
use super::relaxation::content_clauses;
use super::spelling::carries_marks;

/// Names of the campaigns and of the reporting organisations of a catalogue.
#[derive(Debug, Clone, Default)]
pub struct NameIndex {
    campaigns: NameList,
    organisations: NameList,
}

/// Campaigns and organisations that a query names, best first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NameMatches {
    /// Campaigns.
    pub campaigns: Vec<NameMatch>,
    /// Organisations.
    pub organisations: Vec<NameMatch>,
    /// Number of words of the query that may name something.
    pub words: usize,
}

/// A campaign or organisation that a query names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameMatch {
    /// Its index in the catalogue.
    pub number: usize,
    /// Number of its articles.
    pub articles: usize,
    /// True if a name has every word of the query that names something.
    pub is_whole: bool,
}

impl NameIndex {
    /// Collects the names of a catalogue: of its campaigns, and of the organisations that articles of its index report on.
    /// `articles` has the number of articles for each campaign of the catalogue.
    pub fn new(catalogue: &Catalogue, index: &Index, articles: &[usize]) -> NameIndex {
        let (mut campaigns, mut organisations) = (NameList::default(), NameList::default());
        for ((campaign, number), articles) in catalogue.campaigns().iter().zip(0..).zip(articles) {
            let names = std::iter::once(&campaign.name).chain(&campaign.name_en).chain(&campaign.aliases);
            campaigns.add(number, *articles, names);
        }
        let mut reports = vec![0; index.organisations.len()];
        for values in &index.doc_values {
            if let Some(reports) = reports.get_mut(usize::from(values.organisation)) {
                *reports += 1;
            }
        }
        for (known, articles) in index.organisations.iter().zip(reports) {
            let Some(number) = catalogue.organisation_index(known.id.as_str()) else { continue };
            let Some(organisation) = catalogue.organisations().get(number) else { continue };
            let names =
                std::iter::once(&organisation.name).chain(&organisation.name_en).chain(&organisation.aliases);
            organisations.add(number, articles, names);
        }
        NameIndex { campaigns, organisations }
    }

    /// Returns the names that a typed text means; none for a text without words that name something.
    pub fn search(&self, text: &str) -> NameMatches {
        let query = Query::parse(text);
        let words: Vec<&QueryWord> =
            content_clauses(&query).into_iter().flat_map(|clause| &clause.words).collect();
        NameMatches {
            campaigns: self.campaigns.search(&words),
            organisations: self.organisations.search(&words),
            words: words.len(),
        }
    }
}

/// Names of one kind.
#[derive(Debug, Clone, Default)]
struct NameList {
    names: Vec<Name>,
    /// Number of things.
    len: usize,
    /// For each folded word, the number of things with it in a name.
    frequencies: Lookup<String, usize>,
}

#[derive(Debug, Clone)]
struct Name {
    /// Index of the thing.
    thing: usize,
    /// Number of its articles.
    articles: usize,
    words: Vec<Token>,
}

/// How well a name fits; less is better: words of the query that it lacks, whether they stand apart in it, whether it has
/// other words, its articles (most first), place of the first word, number of other words.
type Rank = (usize, bool, bool, Reverse<usize>, usize, usize);

impl NameList {
    fn add<'n>(&mut self, thing: usize, articles: usize, names: impl Iterator<Item = &'n String>) {
        let mut folds = SortedSet::default();
        for name in names {
            let words = tokens(name);
            folds.extend(words.iter().map(|word| word.fold.clone()));
            self.names.push(Name { thing, articles, words });
        }
        for fold in folds {
            match self.frequencies.get_mut(&fold) {
                Some(frequency) => *frequency += 1,
                None => self.frequencies.insert(fold, 1),
            }
        }
        self.len += 1;
    }

    fn search(&self, words: &[&QueryWord]) -> Vec<NameMatch> {
        if words.is_empty() {
            return Vec::new();
        }
        let found = self.names.iter().filter_map(|name| {
            let rank = self.rank(name, words)?;
            Some((rank, NameMatch { number: name.thing, articles: name.articles, is_whole: rank.0 == 0 }))
        });
        let mut found: Vec<(Rank, NameMatch)> = found.collect();
        // Names that lack words count only if no name has all.
        let lacking = found.iter().map(|((lacking, ..), _)| *lacking).min().unwrap_or_default();
        found.retain(|(rank, _)| rank.0 == lacking);
        sort_by_key(&mut found, |found| *found);
        let mut seen = SortedSet::default();
        found.into_iter().map(|(_, found)| found).filter(|found| seen.insert(found.number)).collect()
    }

    /// Rank of a name; `None` if it does not fit.
    fn rank(&self, name: &Name, words: &[&QueryWord]) -> Option<Rank> {
        let present =
            words.iter().filter(|word| name.words.iter().any(|token| is_meant(token, word))).count();
        let (length, start, at) = longest_run(&name.words, words);
        let is_whole = present == words.len();
        if !is_whole && (length < 2 || !self.is_distinctive(words.get(start..start + length)?)) {
            return None;
        }
        let lacking = words.len() - if is_whole { present } else { length };
        let other = name.words.len() - length.min(name.words.len());
        Some((lacking, length + lacking < words.len(), other > 0, Reverse(name.articles), at, other))
    }

    /// Returns whether at most a quarter of the names have one of the words.
    fn is_distinctive(&self, words: &[&QueryWord]) -> bool {
        let frequency = |word: &QueryWord| self.frequencies.get(&word.fold).copied().unwrap_or_default();
        words.iter().any(|word| frequency(word) * 4 <= self.len)
    }
}

/// Returns whether a word of a name is the typed one, or may become it.
fn is_meant(token: &Token, word: &QueryWord) -> bool {
    let is_begun = || !word.prefixes.is_empty() && token.fold.starts_with(&word.fold);
    (token.fold == word.fold || is_begun()) && carries_marks(&token.key, &word.key)
}

/// Longest part of the query that stands in a name word by word: its length, its start in the query and in the name.
fn longest_run(name: &[Token], words: &[&QueryWord]) -> (usize, usize, usize) {
    let mut best = (0, 0, 0);
    for start in 0..words.len() {
        for at in 0..name.len() {
            let pairs = name.iter().skip(at).zip(words.iter().skip(start));
            let length = pairs.take_while(|(token, word)| is_meant(token, word)).count();
            if length > best.0 {
                best = (length, start, at);
            }
        }
    }
    best
}
