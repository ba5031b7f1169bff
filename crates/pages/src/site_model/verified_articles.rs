//! Articles whose facts were verified.

use std::collections::BTreeSet;

use thidua_core::collections::collect_set;
use thidua_core::domain::{Article, ArticleId};

/// Which articles were verified. The builder checks the attestation against the corpus and writes this into the
/// manifest, so that the browser need not hash the corpus again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VerifiedArticles {
    /// Every article of the corpus.
    All,
    /// These only.
    Only(BTreeSet<ArticleId>),
}

impl VerifiedArticles {
    /// Reads what [`VerifiedArticles::to_attribute`] wrote; anything else attests nothing.
    pub fn parse(text: &str) -> VerifiedArticles {
        match text {
            "all" => VerifiedArticles::All,
            ids => VerifiedArticles::Only(collect_set(ids.split_whitespace().map(ArticleId::new))),
        }
    }

    /// Whether the facts of `article` were verified.
    pub fn contains(&self, article: &Article) -> bool {
        match self {
            VerifiedArticles::All => true,
            VerifiedArticles::Only(ids) => ids.contains(&article.id),
        }
    }

    /// As it stands in an [`Edition`](super::Edition).
    pub fn to_attribute(&self) -> String {
        match self {
            VerifiedArticles::All => "all".to_owned(),
            VerifiedArticles::Only(ids) => ids.iter().map(ArticleId::as_str).collect::<Vec<_>>().join(" "),
        }
    }
}
