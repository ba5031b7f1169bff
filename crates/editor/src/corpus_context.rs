//! The corpus that the drafts are for, with what is read from it once.

use thidua_core::domain::Corpus;
use thidua_extract::Context;

/// A corpus and what extraction knows by it.
#[derive(Debug, Clone)]
pub struct CorpusContext {
    corpus: Corpus,
    context: Context,
}

impl CorpusContext {
    /// Takes a corpus that hangs together.
    pub fn new(corpus: Corpus) -> CorpusContext {
        CorpusContext { context: Context::of(&corpus), corpus }
    }

    /// The corpus.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// What extraction knows.
    pub fn extraction(&self) -> &Context {
        &self.context
    }
}
