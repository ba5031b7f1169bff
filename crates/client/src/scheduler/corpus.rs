//! The whole corpus of a small site, from which the full program answers everything.

use thidua_core::text::sha256;
use thidua_pages::route::Page;
use thidua_pages::site_model::LoadFailure;

use super::requirement::Requirement;
use super::{Resource, Scheduler};
use crate::{ClientSettings, Engine, PageRequest, Parsed};

impl<const FULL: bool> Scheduler<FULL> {
    /// Returns whether the figures come with the corpus. They do so in a site whose index names no figure chunks, and in one
    /// without an index (a site in one file).
    pub(super) fn is_in_corpus(&self) -> bool {
        match &self.index {
            Some(index) => index.figures.is_none(),
            None => self.settings.edition.index.is_empty(),
        }
    }

    /// Returns what a page needs next, if the corpus of the site decides. `None` if its chunks and built pages do.
    pub(super) fn requirement_for_corpus(&self, request: &Parsed<PageRequest>) -> Option<Requirement> {
        if !FULL {
            // Without an index, this program has nothing to search in.
            let has_nothing = self.index.is_none() && self.is_in_corpus();
            return has_nothing.then_some(Requirement::NeedsFullEngine);
        }
        if !self.is_in_corpus() || matches!(request.route.page, Page::NotFound(_)) {
            return None;
        }
        Some(match &self.engine {
            _ if request.route.page.is_built() => self.requirement_for_static_page(request),
            Some(engine) => Requirement::Ready(Box::new(engine.respond(&request.raw))),
            None => Requirement::All(vec![Resource::Corpus]),
        })
    }

    /// Loads the corpus. If the edition's list of verified articles is of another corpus, it is dropped.
    ///
    /// # Errors
    /// The corpus is not the one that the edition names, or is none of this version; nothing has changed.
    pub(super) fn receive_corpus(&mut self, bytes: &[u8]) -> Result<(), LoadFailure> {
        let sha256 = sha256(bytes);
        if !self.settings.edition.is_corpus(&sha256) {
            return Err(LoadFailure::Corrupt);
        }
        let mut edition = self.settings.edition.clone();
        edition.keep_verified_only(&sha256);
        let settings = ClientSettings { edition, ..self.settings.clone() };
        let engine = Engine::load(bytes, &settings).map_err(|_| LoadFailure::Corrupt)?;
        self.engine = Some(Box::new(engine));
        Ok(())
    }
}
