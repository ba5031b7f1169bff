//! The documents of a folder after an operation on the corpus that they make together.

use std::collections::BTreeMap;

use super::NameEdit;
use crate::collections::collect_map;
use crate::domain::{Article, Campaign, Corpus, Organisation};

/// Returns each of `documents` as it is after an edit of the corpus that [`merge`](super::super::merge()) makes of them.
/// Merging the results gives the edited corpus, up to the order of its objects. A document that held a joined object holds
/// the one that stays; one that held a split object holds both.
pub fn edit_documents(documents: &[Corpus], edit: &NameEdit) -> Vec<Corpus> {
    let after = &edit.corpus;
    let index = Index {
        campaigns: collect_map(after.campaigns.iter().map(|c| (c.id.as_str(), c))),
        organisations: collect_map(after.organisations.iter().map(|o| (o.id.as_str(), o))),
        articles: collect_map(after.articles.iter().map(|a| (a.id.as_str(), a))),
    };
    documents.iter().map(|document| index.edit(document, edit)).collect()
}

/// Objects of the edited corpus by id.
struct Index<'a> {
    campaigns: BTreeMap<&'a str, &'a Campaign>,
    organisations: BTreeMap<&'a str, &'a Organisation>,
    articles: BTreeMap<&'a str, &'a Article>,
}

impl Index<'_> {
    fn edit(&self, document: &Corpus, edit: &NameEdit) -> Corpus {
        let changes = &edit.changes;
        let (from, to) = (changes.from.as_str(), changes.to.as_str());
        let mut after = Corpus { campaigns: Vec::new(), organisations: Vec::new(), ..document.clone() };
        let mut holds_it = false;
        for campaign in &document.campaigns {
            let id = campaign.id.as_str();
            holds_it |= id == from;
            // An id that is gone was renamed or joined; one that is still there with a new one next to it was split.
            let ids = [Some(id), (id == from).then_some(to)];
            for id in ids.into_iter().flatten() {
                let is_here = after.campaigns.iter().any(|here| here.id.as_str() == id);
                if let Some(new) = self.campaigns.get(id).filter(|_| !is_here) {
                    after.campaigns.push(Campaign::clone(new));
                }
            }
        }
        for organisation in &document.organisations {
            let id = organisation.id.as_str();
            holds_it |= id == from;
            let ids = [Some(id), (id == from).then_some(to)];
            for id in ids.into_iter().flatten() {
                let is_here = after.organisations.iter().any(|here| here.id.as_str() == id);
                if let Some(new) = self.organisations.get(id).filter(|_| !is_here) {
                    after.organisations.push(Organisation::clone(new));
                }
            }
        }
        for article in &mut after.articles {
            if let Some(new) = self.articles.get(article.id.as_str()) {
                article.clone_from(new);
            }
        }
        let redirects = &edit.corpus.redirects;
        after.redirects = redirects
            .iter()
            .filter(|(old, _)| document.redirects.contains_key(*old) || (holds_it && old.as_str() == from))
            .map(|(old, new)| (old.clone(), new.clone()))
            .collect();
        after
    }
}
