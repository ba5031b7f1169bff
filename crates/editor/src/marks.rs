//! Marks of verified articles: those of the corpus in use, and those of the corpus that is exported.
//!
//! The marks of articles that the export leaves alone are carried over; their texts are not needed. The preview shows the
//! marks of the exported attestation and no others.

use serde::Deserialize;
use serde::de::IgnoredAny;

use thidua_core::collections::{collect_map, collect_set};
use thidua_core::corpus::{ArticleAttestation, Attestation, facts_sha256};
use thidua_core::domain::{ArticleId, Corpus};
use thidua_pages::site_model::VerifiedArticles;

/// Marks of the corpus in use.
#[derive(Debug, Clone)]
pub enum Marks {
    /// Those that the site lists for its own corpus.
    Site(VerifiedArticles),
    /// Those of an attestation that was opened, or carried over a change of the corpus.
    Attestation(Attestation),
}

impl Marks {
    /// Returns the marks of a corpus without an attestation.
    pub const fn none() -> Marks {
        Marks::Site(VerifiedArticles::Only(std::collections::BTreeSet::new()))
    }

    /// Returns the attestation of `corpus`, which is the corpus in use. Its entries may be of another state of the corpus.
    pub fn attestation(&self, corpus: &Corpus) -> Attestation {
        match self {
            Marks::Site(verified) => Attestation::of(corpus, |article| verified.contains(article)),
            Marks::Attestation(attestation) => attestation.clone(),
        }
    }

    /// Returns the attestation of `merged`, which is the corpus `before` with the articles `added`. These were verified when
    /// they were added. Marks of other articles stay where their facts are the same; marks that do not fit stay as they
    /// are, so that every program names them.
    pub fn merged(&self, before: &Corpus, merged: &Corpus, added: &[ArticleId]) -> Attestation {
        let mut attestation = self.attestation(before);
        let is_added = |id: &ArticleId| added.contains(id);
        let entries = collect_map(attestation.articles.iter().map(|entry| (entry.id.clone(), entry.clone())));
        let old_articles = collect_map(before.articles.iter().map(|article| (&article.id, article)));
        let in_corpus = merged.articles.iter().filter_map(|article| {
            if is_added(&article.id) {
                return Some(ArticleAttestation::of(merged, article));
            }
            let entry = entries.get(&article.id)?.clone();
            // The corpus may word a unit of its figures in another way now; what was checked has not changed.
            let old = old_articles.get(&article.id)?;
            let fits = entry.facts_sha256 == facts_sha256(before, old) && *old == article;
            let facts_sha256 = if fits { facts_sha256(merged, article) } else { entry.facts_sha256 };
            Some(ArticleAttestation { facts_sha256, ..entry })
        });
        let in_corpus: Vec<ArticleAttestation> = in_corpus.collect();
        let ids = collect_set(in_corpus.iter().map(|entry| entry.id.clone()));
        attestation.articles.retain(|entry| !ids.contains(&entry.id));
        let strays = std::mem::take(&mut attestation.articles);
        attestation.articles = in_corpus.into_iter().chain(strays).collect();
        attestation
    }
}

/// Returns whether a file is an attestation and no corpus. A file that was cut short is recognised by its name.
pub fn is_attestation(name: &str, json: &str) -> bool {
    #[derive(Deserialize)]
    struct Shape {
        articles: Option<IgnoredAny>,
        title: Option<IgnoredAny>,
    }
    match serde_json::from_str::<Shape>(json) {
        Ok(shape) => shape.articles.is_some() && shape.title.is_none(),
        Err(_) => name.contains("attestation"),
    }
}
