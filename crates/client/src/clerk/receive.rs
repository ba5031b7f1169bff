//! What has come: read, checked against its name, and taken in.

use std::collections::BTreeMap;

use super::jobs::Job;
use super::question::Question;
use super::{Action, Clerk, Source};
use crate::built::{Built, built};
use crate::{Explorer, Staged};
use thidua_pages::html::{Edition, Trouble};
use thidua_pages::route::Base;
use thidua_search::index_format::{Chunk, chunk_content};

impl<const WHOLE: bool> Clerk<WHOLE> {
    /// Takes in what has come.
    ///
    /// # Errors
    /// Where it is not what it should be; then nothing has changed.
    pub(super) fn receive(
        &mut self,
        source: &Source,
        bytes: &[u8],
        actions: &mut Vec<Action>,
    ) -> Result<(), Trouble> {
        match source {
            Source::Manifest => {
                let manifest = std::str::from_utf8(bytes).map_err(|_| Trouble::Broken)?;
                let edition = Edition::read(manifest).map_err(|_| Trouble::Broken)?;
                if edition == self.settings.edition {
                    self.resources.judge(true, actions);
                    return Ok(());
                }
                self.index = Some(edition.index.parse().map_err(|_| Trouble::Broken)?);
                self.settings.edition = edition;
                (self.staged, self.explorer, self.answers) = (None, None, BTreeMap::new());
                (self.page, self.last_home, self.last_explorer) = (None, None, None);
                (self.editions, self.has_changed) = (self.editions.saturating_add(1), true);
                self.jobs.iter_mut().for_each(Job::begin_anew);
                // What is under way is of the other build, under the same numbers.
                self.resources.clear(actions);
                self.question.iter_mut().for_each(Question::begin_anew);
                Ok(())
            }
            Source::Piece(Chunk::Meta) => {
                let mark = self.mark(Chunk::Meta).ok_or(Trouble::Broken)?;
                let staged = Staged::read(bytes, mark, &self.settings).map_err(|_| Trouble::Broken)?;
                self.staged = Some(staged);
                Ok(())
            }
            Source::Piece(piece @ Chunk::PageResponse(number)) => {
                let mark = self.mark(*piece).ok_or(Trouble::Broken)?;
                let content = chunk_content(*piece, mark, bytes).map_err(|_| Trouble::Broken)?;
                let answer = serde_json::from_slice(content).map_err(|_| Trouble::Broken)?;
                self.answers.insert(*number, answer);
                Ok(())
            }
            Source::Piece(Chunk::Figures) if WHOLE => {
                let mark = self.mark(Chunk::Figures).ok_or(Trouble::Broken)?;
                let explorer = Explorer::read(bytes, mark, &self.settings).map_err(|_| Trouble::Broken)?;
                self.explorer = Some(explorer);
                Ok(())
            }
            Source::Piece(Chunk::Facts(number)) if WHOLE => {
                let explorer = self.explorer.as_mut().ok_or(Trouble::Broken)?;
                explorer.take(*number, bytes).map_err(|_| Trouble::Broken)
            }
            Source::Piece(piece @ (Chunk::BulkFacts(_) | Chunk::IdLookup(_))) if WHOLE => {
                self.hand_on(*piece, bytes)
            }
            Source::Piece(piece) => {
                let staged = self.staged.as_mut().ok_or(Trouble::Broken)?;
                staged.take(*piece, bytes).map_err(|_| Trouble::Broken)
            }
            Source::Page(path) => {
                let html = std::str::from_utf8(bytes).map_err(|_| Trouble::Broken)?;
                let answer = match built(html).ok_or(Trouble::Broken)? {
                    // A host may fold the case of a path; another page is not what was asked for.
                    Built::Here(answer) if answer.path.eq_ignore_ascii_case(path) => answer,
                    Built::Here(_) => return Err(Trouble::Broken),
                    Built::Moved(href) => {
                        let base = Base::new(&self.settings.base);
                        let path = href.strip_prefix(base.as_str()).ok_or(Trouble::Broken)?.to_owned();
                        let Some(question) = &mut self.question else { return Ok(()) };
                        return question.follow(path).then_some(()).ok_or(Trouble::Broken);
                    }
                };
                self.page = Some((path.clone(), answer));
                Ok(())
            }
        }
    }
}
