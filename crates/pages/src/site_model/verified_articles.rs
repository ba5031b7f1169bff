//! Articles whose facts were verified.

use std::collections::BTreeSet;

use thidua_core::collections::collect_set;
use thidua_core::domain::{Article, ArticleId};

/// Articles whose facts were verified. The builder checks the attestation against the corpus and writes this into
/// `edition.json`, so that the browser need not hash the corpus again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VerifiedArticles {
    /// Every article of the corpus.
    All,
    /// Only these.
    Only(BTreeSet<ArticleId>),
}

impl VerifiedArticles {
    /// Parses the text of [`VerifiedArticles::to_attribute`]; anything else verifies nothing.
    pub fn parse(text: &str) -> VerifiedArticles {
        match text {
            "all" => VerifiedArticles::All,
            ids => VerifiedArticles::Only(collect_set(ids.split_whitespace().map(ArticleId::new))),
        }
    }

    /// True if the facts of `article` were verified.
    pub fn contains(&self, article: &Article) -> bool {
        match self {
            VerifiedArticles::All => true,
            VerifiedArticles::Only(ids) => ids.contains(&article.id),
        }
    }

    /// Text of this value in an [`Edition`](super::Edition): `all`, or ids separated by spaces.
    pub fn to_attribute(&self) -> String {
        match self {
            VerifiedArticles::All => "all".to_owned(),
            VerifiedArticles::Only(ids) => ids.iter().map(ArticleId::as_str).collect::<Vec<_>>().join(" "),
        }
    }
}
