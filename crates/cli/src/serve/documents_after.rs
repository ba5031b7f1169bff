//! The documents of a folder after a change of the corpus that they make together.
//!
//! Every document keeps the ids that it has, in its order, with their new content; an object that was renamed stays where it
//! was, and one that is gone is removed from every document. Each new article goes into a new document named after it. What
//! else is new goes into the document of the first new article, or into the first document if there is no new article.

use std::collections::{BTreeMap, BTreeSet};

use thidua_core::domain::Corpus;

/// Documents after a change.
#[derive(Debug, PartialEq)]
pub struct DocumentsAfter {
    /// The documents that there were, in their order.
    pub documents: Vec<Corpus>,
    /// New documents, each with the id of its article.
    pub new: Vec<(String, Corpus)>,
}

impl DocumentsAfter {
    /// Distributes the changed corpus `after` to the documents.
    pub fn new(documents: &[Corpus], after: &Corpus) -> DocumentsAfter {
        let mut result = DocumentsAfter { documents: documents.to_vec(), new: Vec::new() };
        for document in &mut result.documents {
            take_over_head(document, after);
        }
        if let Some(first) = result.documents.first_mut() {
            if documents.iter().all(|document| document.licence.is_none()) {
                first.licence.clone_from(&after.licence);
            }
            if documents.iter().all(|document| document.languages.is_default()) {
                first.languages.clone_from(&after.languages);
            }
        }
        let known: BTreeSet<&str> =
            documents.iter().flat_map(|d| &d.articles).map(|a| a.id.as_str()).collect();
        let renamed = |id: &str| after.redirects.get(id).cloned();
        for article in &after.articles {
            let is_renamed = documents
                .iter()
                .flat_map(|d| &d.articles)
                .any(|old| renamed(&old.id).as_deref() == Some(article.id.as_str()));
            if !known.contains(article.id.as_str()) && !is_renamed {
                result.new.push((article.id.to_string(), new_document(after)));
            }
        }
        macro_rules! distribute {
            ($($list:ident by $id:ident),*) => { $(
                let lists: Vec<&Vec<_>> = documents.iter().map(|document| &document.$list).collect();
                let (kept, fresh) = distributed(&lists, &after.$list, |item| item.$id.as_str(), &renamed);
                for (document, items) in result.documents.iter_mut().zip(kept) {
                    document.$list = items;
                }
                if let Some(document) = result.first_for_new() {
                    document.$list.extend(fresh);
                }
            )* };
        }
        distribute!(
            sources by id, organisations by id, units by id, campaigns by id, glossary by abbreviation, articles by id
        );
        result.spread_new_articles();
        result.distribute_redirects(documents, &after.redirects);
        result
    }

    /// Returns the document for new objects.
    fn first_for_new(&mut self) -> Option<&mut Corpus> {
        self.new.first_mut().map(|(_, document)| document).or_else(|| self.documents.first_mut())
    }

    /// Moves each new article but the first from the first new document into its own.
    fn spread_new_articles(&mut self) {
        let Some(((first_id, first), others)) = self.new.split_first_mut() else { return };
        for article in std::mem::take(&mut first.articles) {
            let own = others.iter_mut().find(|(id, _)| *id == article.id.as_str() && id != first_id);
            own.map_or(&mut *first, |(_, document)| document).articles.push(article);
        }
    }

    fn distribute_redirects(&mut self, before: &[Corpus], after: &BTreeMap<String, String>) {
        for document in &mut self.documents {
            document.redirects.retain(|old, _| after.contains_key(old));
            for (old, new) in &mut document.redirects {
                if let Some(now) = after.get(old) {
                    new.clone_from(now);
                }
            }
        }
        let known: BTreeSet<&String> = before.iter().flat_map(|document| document.redirects.keys()).collect();
        let fresh = after.iter().filter(|(old, _)| !known.contains(old)).map(|(a, b)| (a.clone(), b.clone()));
        if let Some(first) = self.documents.first_mut() {
            first.redirects.extend(fresh);
        }
    }

    /// Returns whether the documents make the corpus `after`, up to the order of its objects.
    pub fn makes(&self, after: &Corpus) -> bool {
        use thidua_core::corpus::{CorpusFile, merge};
        let all = self.documents.iter().chain(self.new.iter().map(|(_, document)| document));
        let mut files =
            all.enumerate().map(|(i, corpus)| CorpusFile { file: i.to_string(), corpus: corpus.clone() });
        let Some(first) = files.next() else { return false };
        merge(first, files).is_ok_and(|merged| in_order(merged.corpus) == in_order(after.clone()))
    }
}

/// Sorts the objects of a corpus by id, and removes the note for editors.
fn in_order(mut corpus: Corpus) -> Corpus {
    corpus.schema = None;
    corpus.sources.sort_by(|a, b| a.id.cmp(&b.id));
    corpus.organisations.sort_by(|a, b| a.id.cmp(&b.id));
    corpus.units.sort_by(|a, b| a.id.cmp(&b.id));
    corpus.campaigns.sort_by(|a, b| a.id.cmp(&b.id));
    corpus.glossary.sort_by(|a, b| a.abbreviation.cmp(&b.abbreviation));
    corpus.articles.sort_by(|a, b| a.id.cmp(&b.id));
    corpus
}

/// Takes over what all documents of a folder have in common, and the licence and languages where the document has them.
fn take_over_head(document: &mut Corpus, after: &Corpus) {
    let licence = document.licence.as_ref().and(after.licence.clone());
    let mut head = Corpus { licence, schema: document.schema.clone(), ..new_document(after) };
    if !document.languages.is_default() {
        head.languages.clone_from(&after.languages);
    }
    let old = std::mem::replace(document, head);
    *document = Corpus {
        sources: old.sources,
        organisations: old.organisations,
        units: old.units,
        campaigns: old.campaigns,
        glossary: old.glossary,
        redirects: old.redirects,
        articles: old.articles,
        ..document.clone()
    };
}

/// Returns a document without objects.
fn new_document(after: &Corpus) -> Corpus {
    Corpus { licence: None, ..Corpus::empty(after.title.clone()) }
}

/// Returns the new content of each list, and the items of `after` that are in none of them.
fn distributed<T: Clone>(
    lists: &[&Vec<T>],
    after: &[T],
    id: impl Fn(&T) -> &str,
    renamed: &impl Fn(&str) -> Option<String>,
) -> (Vec<Vec<T>>, Vec<T>) {
    let now: BTreeMap<&str, &T> = after.iter().map(|item| (id(item), item)).collect();
    let mut placed: BTreeSet<&str> = BTreeSet::new();
    let mut kept = Vec::new();
    for list in lists {
        let (mut items, mut here): (Vec<T>, BTreeSet<&str>) = (Vec::new(), BTreeSet::new());
        for old in *list {
            let new = now.get_key_value(id(old)).or_else(|| now.get_key_value(renamed(id(old))?.as_str()));
            if let Some((id, item)) = new.filter(|(id, _)| here.insert(id)) {
                placed.insert(id);
                items.push(T::clone(item));
            }
        }
        kept.push(items);
    }
    let fresh = after.iter().filter(|item| !placed.contains(id(item))).cloned().collect();
    (kept, fresh)
}

#[cfg(test)]
mod tests {
    use super::*;
    use thidua_core::domain::{Corpus, SiteLanguages};
    use thidua_sample::{Recipe, sample};

    fn corpus() -> Corpus {
        sample(&Recipe { articles: 6, seed: 5, bodies: false }, &[]).corpus
    }

    /// Splits a corpus into two documents: the first half of the articles with everything else, and the other articles.
    fn halves(corpus: &Corpus) -> Vec<Corpus> {
        let (first, second) = corpus.articles.split_at(corpus.articles.len() / 2);
        let one = Corpus { articles: first.to_vec(), ..corpus.clone() };
        let other = Corpus {
            licence: corpus.licence.clone(),
            articles: second.to_vec(),
            organisations: corpus.organisations.iter().take(1).cloned().collect(),
            ..new_document(corpus)
        };
        vec![one, other]
    }

    #[test]
    fn unchanged_corpus_leaves_every_document_as_it_is() {
        let documents = halves(&corpus());
        let after = DocumentsAfter::new(&documents, &corpus());
        assert_eq!(after, DocumentsAfter { documents, new: Vec::new() });
        assert!(after.makes(&corpus()));
    }

    #[test]
    fn new_articles_get_documents_of_their_own_and_nothing_is_lost() {
        let all = corpus();
        let mut before = all.clone();
        let new = before.articles.split_off(4);
        let documents = halves(&before);
        let mut after = all.clone();
        after.title.vi = "Tên mới".into();
        after.languages = SiteLanguages::Vietnamese;
        let mut campaign = after.campaigns[0].clone();
        campaign.id = "phong-trao-moi".into();
        after.campaigns.push(campaign);
        after.articles[0].headline = "Đầu đề đã sửa".into();
        let result = DocumentsAfter::new(&documents, &after);
        assert!(result.makes(&after));
        let names: Vec<&str> = result.new.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(names, [new[0].id.as_str(), new[1].id.as_str()]);
        assert_eq!(result.new[0].1.campaigns[0].id.as_str(), "phong-trao-moi");
        assert_eq!(result.new[1].1.articles.len(), 1);
        assert_eq!(result.documents[0].articles[0].headline.as_str(), "Đầu đề đã sửa");
        assert_eq!(result.documents[1].articles, documents[1].articles);
    }

    #[test]
    fn renamed_and_removed_objects_change_the_documents_that_have_them() {
        let before = corpus();
        let documents = halves(&before);
        let mut after = before.clone();
        let old = after.organisations[0].id.to_string();
        after.organisations[0].id = "don-vi-moi".into();
        after.redirects.insert(old, "don-vi-moi".into());
        let removed = after.articles.pop().unwrap();
        let result = DocumentsAfter::new(&documents, &after);
        assert!(result.makes(&after) && result.new.is_empty());
        for document in &result.documents {
            assert_eq!(document.organisations[0].id.as_str(), "don-vi-moi");
            assert!(document.articles.iter().all(|article| article.id != removed.id));
        }
    }
}
