//! Handling of loaded resources: verify, decode, store.

use thidua_core::collections::SortedMap;
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{Edition, LoadFailure};
use thidua_search::index_format::{Chunk, chunk_content};

use super::downloads::PendingDownload;
use super::pending_page::PendingPage;
use super::{Action, Resource, Scheduler};
use crate::static_page::{StaticPage, parse_static_page};
use crate::{PartialFigures, PartialIndex};

impl<const FULL: bool> Scheduler<FULL> {
    /// Follows the edition that the host names.
    ///
    /// # Errors
    /// It names no index of this program; nothing has changed.
    pub(super) fn receive_edition(
        &mut self,
        edition: Edition,
        actions: &mut Vec<Action>,
    ) -> Result<(), LoadFailure> {
        if edition == self.settings.edition {
            self.resources.resolve_suspects(true, actions);
            return Ok(());
        }
        self.index = match edition.index.as_str() {
            "" => None,
            name => Some(name.parse().map_err(|_| LoadFailure::Corrupt)?),
        };
        self.settings.edition = edition;
        (self.partial_index, self.engine, self.figures, self.prebuilt) =
            (None, None, None, SortedMap::default());
        (self.static_page, self.last_home, self.last_explorer) = (None, None, None);
        self.edition_has_changed = true;
        self.downloads.iter_mut().for_each(PendingDownload::restart);
        // Pending fetches are of the old build, under the same numbers.
        self.resources.begin_edition(actions);
        self.pending.iter_mut().for_each(PendingPage::restart);
        Ok(())
    }

    /// Stores a loaded resource.
    ///
    /// # Errors
    /// The content is corrupt; nothing has changed.
    pub(super) fn receive(&mut self, resource: &Resource, bytes: &[u8]) -> Result<(), LoadFailure> {
        match resource {
            // It comes as an event of its own.
            Resource::Edition => Err(LoadFailure::Corrupt),
            Resource::Corpus if FULL => self.receive_corpus(bytes),
            Resource::Corpus => Err(LoadFailure::Corrupt),
            Resource::Chunk(Chunk::Meta) => {
                let hash = self.hash_of(Chunk::Meta).ok_or(LoadFailure::Corrupt)?;
                let partial_index =
                    PartialIndex::read(bytes, hash, &self.settings).map_err(|_| LoadFailure::Corrupt)?;
                self.partial_index = Some(partial_index);
                Ok(())
            }
            Resource::Chunk(chunk @ Chunk::PageResponse(number)) => {
                let hash = self.hash_of(*chunk).ok_or(LoadFailure::Corrupt)?;
                let content = chunk_content(*chunk, hash, bytes).map_err(|_| LoadFailure::Corrupt)?;
                let response = borsh::from_slice(content).map_err(|_| LoadFailure::Corrupt)?;
                self.prebuilt.insert(*number, response);
                Ok(())
            }
            Resource::Chunk(Chunk::Figures) if FULL => {
                let hash = self.hash_of(Chunk::Figures).ok_or(LoadFailure::Corrupt)?;
                let figures =
                    PartialFigures::read(bytes, hash, &self.settings).map_err(|_| LoadFailure::Corrupt)?;
                self.figures = Some(figures);
                Ok(())
            }
            Resource::Chunk(Chunk::Facts(number)) if FULL => {
                let figures = self.figures.as_mut().ok_or(LoadFailure::Corrupt)?;
                figures.insert(*number, bytes).map_err(|_| LoadFailure::Corrupt)
            }
            Resource::Chunk(chunk @ (Chunk::BulkFacts(_) | Chunk::IdLookup(_))) if FULL => {
                self.deliver(*chunk, bytes)
            }
            Resource::Chunk(chunk) => {
                let partial_index = self.partial_index.as_mut().ok_or(LoadFailure::Corrupt)?;
                partial_index.insert(*chunk, bytes).map_err(|_| LoadFailure::Corrupt)
            }
            Resource::Page(path) => {
                let html = std::str::from_utf8(bytes).map_err(|_| LoadFailure::Corrupt)?;
                let response = match parse_static_page(html).ok_or(LoadFailure::Corrupt)? {
                    // Some hosts ignore the case of a path; any other page is not the requested one.
                    StaticPage::Page(response) if response.path.eq_ignore_ascii_case(path) => *response,
                    StaticPage::Page(_) => return Err(LoadFailure::Corrupt),
                    StaticPage::Redirect(href) => {
                        let base = BasePath::new(&self.settings.base);
                        let path = href.strip_prefix(base.as_str()).ok_or(LoadFailure::Corrupt)?.to_owned();
                        let Some(pending) = &mut self.pending else { return Ok(()) };
                        return pending.redirect(path).then_some(()).ok_or(LoadFailure::Corrupt);
                    }
                };
                self.static_page = Some((path.clone(), response));
                Ok(())
            }
        }
    }
}
