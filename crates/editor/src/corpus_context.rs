//! Corpus of the drafts, with the context of extraction that is derived from it.

use thidua_core::domain::Corpus;
use thidua_extract::Context;

/// Corpus and its context of extraction.
#[derive(Debug, Clone)]
pub struct CorpusContext {
    corpus: Corpus,
    context: Context,
}

impl CorpusContext {
    /// Creates the context of a valid corpus.
    pub fn new(corpus: Corpus) -> CorpusContext {
        CorpusContext { context: Context::of(&corpus), corpus }
    }

    /// Returns the corpus.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Returns the context of extraction.
    pub fn extraction(&self) -> &Context {
        &self.context
    }
}
