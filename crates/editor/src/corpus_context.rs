//! Corpus of the drafts, with the context of extraction that is derived from it.

use thidua_core::domain::{Campaign, Corpus, Organisation};
use thidua_extract::{Context, Draft};

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

    /// Returns the corpus.
    pub fn into_corpus(self) -> Corpus {
        self.corpus
    }

    /// Returns the campaign to which a draft is linked. An old id leads to the one that replaced it; `None` if the corpus has
    /// neither.
    pub fn current_campaign(&self, id: &str) -> Option<&Campaign> {
        let find = |id: &str| self.corpus.campaigns.iter().find(|campaign| campaign.id.as_str() == id);
        find(id).or_else(|| find(self.end_of_redirects(id)?))
    }

    /// Returns the organisation to which a draft is linked, like [`CorpusContext::current_campaign`].
    pub fn current_organisation(&self, id: &str) -> Option<&Organisation> {
        let find =
            |id: &str| self.corpus.organisations.iter().find(|organisation| organisation.id.as_str() == id);
        find(id).or_else(|| find(self.end_of_redirects(id)?))
    }

    fn end_of_redirects(&self, id: &str) -> Option<&str> {
        let redirects = &self.corpus.redirects;
        let mut end = redirects.get(id)?;
        for _ in 0..redirects.len() {
            match redirects.get(end) {
                Some(next) => end = next,
                None => break,
            }
        }
        Some(end)
    }

    /// Replaces old ids to which campaigns and organisations of a draft are linked; a link to nothing ends.
    pub fn update_links(&self, draft: &mut Draft) {
        for campaign in &mut draft.campaigns {
            let id = campaign.existing.take();
            campaign.existing = id.and_then(|id| Some(self.current_campaign(&id)?.id.clone()));
        }
        for organisation in &mut draft.organisations {
            let id = organisation.fact.existing.take();
            organisation.fact.existing = id.and_then(|id| Some(self.current_organisation(&id)?.id.clone()));
        }
    }

    /// Returns the context of extraction.
    pub fn extraction(&self) -> &Context {
        &self.context
    }
}
