//! What has come: read, checked against its name, and taken in.

use std::collections::BTreeMap;

use super::jobs::Job;
use super::question::Question;
use super::{Action, Clerk, Source};
use crate::built::{Built, built};
use crate::{Explorer, Staged};
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{Edition, LoadFailure};
use thidua_search::wire::{self, Piece};

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
    ) -> Result<(), LoadFailure> {
        match source {
            Source::Manifest => {
                let manifest = std::str::from_utf8(bytes).map_err(|_| LoadFailure::Corrupt)?;
                let edition = Edition::read(manifest).map_err(|_| LoadFailure::Corrupt)?;
                if edition == self.settings.edition {
                    self.resources.judge(true, actions);
                    return Ok(());
                }
                self.index = Some(edition.index.parse().map_err(|_| LoadFailure::Corrupt)?);
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
            Source::Piece(Piece::Start) => {
                let mark = self.mark(Piece::Start).ok_or(LoadFailure::Corrupt)?;
                let staged = Staged::read(bytes, mark, &self.settings).map_err(|_| LoadFailure::Corrupt)?;
                self.staged = Some(staged);
                Ok(())
            }
            Source::Piece(piece @ Piece::Answer(number)) => {
                let mark = self.mark(*piece).ok_or(LoadFailure::Corrupt)?;
                let content = wire::open(*piece, mark, bytes).map_err(|_| LoadFailure::Corrupt)?;
                let answer = serde_json::from_slice(content).map_err(|_| LoadFailure::Corrupt)?;
                self.answers.insert(*number, answer);
                Ok(())
            }
            Source::Piece(Piece::Figures) if WHOLE => {
                let mark = self.mark(Piece::Figures).ok_or(LoadFailure::Corrupt)?;
                let explorer =
                    Explorer::read(bytes, mark, &self.settings).map_err(|_| LoadFailure::Corrupt)?;
                self.explorer = Some(explorer);
                Ok(())
            }
            Source::Piece(Piece::Facts(number)) if WHOLE => {
                let explorer = self.explorer.as_mut().ok_or(LoadFailure::Corrupt)?;
                explorer.take(*number, bytes).map_err(|_| LoadFailure::Corrupt)
            }
            Source::Piece(piece @ (Piece::ManyFacts(_) | Piece::Places(_))) if WHOLE => {
                self.hand_on(*piece, bytes)
            }
            Source::Piece(piece) => {
                let staged = self.staged.as_mut().ok_or(LoadFailure::Corrupt)?;
                staged.take(*piece, bytes).map_err(|_| LoadFailure::Corrupt)
            }
            Source::Page(path) => {
                let html = std::str::from_utf8(bytes).map_err(|_| LoadFailure::Corrupt)?;
                let answer = match built(html).ok_or(LoadFailure::Corrupt)? {
                    // A host may fold the case of a path; another page is not what was asked for.
                    Built::Here(answer) if answer.path.eq_ignore_ascii_case(path) => answer,
                    Built::Here(_) => return Err(LoadFailure::Corrupt),
                    Built::Moved(href) => {
                        let base = BasePath::new(&self.settings.base);
                        let path = href.strip_prefix(base.as_str()).ok_or(LoadFailure::Corrupt)?.to_owned();
                        let Some(question) = &mut self.question else { return Ok(()) };
                        return question.follow(path).then_some(()).ok_or(LoadFailure::Corrupt);
                    }
                };
                self.page = Some((path.clone(), answer));
                Ok(())
            }
        }
    }
}
