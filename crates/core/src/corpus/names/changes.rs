//! Summary of what an operation on names changed.

use std::collections::BTreeSet;

use crate::corpus::problem_code::IdKind;
use crate::domain::{Bilingual, Corpus};

/// A changed corpus and the summary of its changes.
#[derive(Debug, Clone, PartialEq)]
pub struct NameEdit {
    /// The corpus after the operation.
    pub corpus: Corpus,
    /// What was changed.
    pub changes: NameChanges,
}

/// Something that a person should know about a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameNote {
    /// The joined campaign had this summary, which is not kept.
    SummaryDropped(Bilingual),
    /// The joined campaign was launched by this organisation, which is not kept.
    LauncherDropped(String),
    /// The old name is printed nowhere and is not kept as an alias.
    NameDropped(String),
    /// This printed form stays with both campaigns, because mentions of both are printed so.
    FormShared(String),
}

/// What an operation changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameChanges {
    /// Kind of the object.
    pub kind: IdKind,
    /// Its id before. For a split, the id of the old campaign.
    pub from: String,
    /// Its id afterwards. For a join, the id that stays; for a split, the id of the new campaign.
    pub to: String,
    /// Its name afterwards.
    pub name: String,
    /// Ids of the articles whose facts changed, in the order of the corpus.
    pub articles: Vec<String>,
    /// Number of changed mentions of campaigns.
    pub mentions: usize,
    /// Number of changed figures.
    pub figures: usize,
    /// Number of changed phases.
    pub phases: usize,
    /// Number of changed people: those with a role in the organisation.
    pub people: usize,
    /// Number of other campaigns and organisations that referred to it.
    pub others: usize,
    /// Names that became aliases.
    pub new_aliases: Vec<String>,
    /// Ids that redirect to `to` now, sorted.
    pub redirected: Vec<String>,
    /// What else a person should know.
    pub notes: Vec<NameNote>,
}

impl NameChanges {
    pub(super) fn new(kind: IdKind, from: &str, to: &str, name: &str) -> NameChanges {
        NameChanges {
            kind,
            from: from.to_owned(),
            to: to.to_owned(),
            name: name.to_owned(),
            articles: Vec::new(),
            mentions: 0,
            figures: 0,
            phases: 0,
            people: 0,
            others: 0,
            new_aliases: Vec::new(),
            redirected: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Records the articles that differ between two corpora with the same articles in the same order.
    pub(super) fn record_articles(&mut self, before: &Corpus, after: &Corpus) {
        let pairs = before.articles.iter().zip(&after.articles);
        self.articles = pairs.filter(|(a, b)| a != b).map(|(a, _)| a.id.to_string()).collect();
        let old: BTreeSet<_> = before.redirects.iter().collect();
        let new = after.redirects.iter().filter(|pair| !old.contains(pair) && *pair.1 == self.to);
        self.redirected = new.map(|(from, _)| from.clone()).collect();
    }
}
