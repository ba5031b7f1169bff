//! The files that are wanted: what each needs, and what it gives.

use std::collections::BTreeSet;

use super::{Action, Clerk, Source};
use crate::making::{Made, Making};
use crate::{FromEngine, Lost, Wanted};
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::LoadFailure;
use thidua_search::wire::{Piece, Places};

/// A file that is wanted.
#[derive(Debug)]
pub(super) struct Job {
    number: u32,
    wanted: Wanted,
    /// Where the article stands that its page speaks of, once that is known.
    at: Option<BTreeSet<u32>>,
    making: Option<Making>,
    /// What it waits for.
    needs: Vec<Source>,
    has_given: bool,
    is_spoilt: bool,
}

impl Job {
    pub(super) fn new(number: u32, wanted: Wanted) -> Job {
        Job { number, wanted, at: None, making: None, needs: Vec::new(), has_given: false, is_spoilt: false }
    }

    /// Whether it waits for that.
    pub(super) fn needs(&self, source: &Source) -> bool {
        self.needs.contains(source)
    }

    /// The site is another: a file of which a part is given already would be of both.
    pub(super) fn begin_anew(&mut self) {
        (self.at, self.making, self.is_spoilt) = (None, None, self.has_given);
    }

    /// The id of the article or figure that the page of its chart speaks of.
    fn id(&self) -> Option<String> {
        match Route::parse(&self.wanted.path).page {
            Page::Article(id) => Some(id.to_string()),
            Page::Figure(id) => Some(id.to_string()),
            _ => None,
        }
    }

    /// Whether it lists what a search has found.
    fn is_search(&self) -> bool {
        Route::parse(&self.wanted.path).page == Page::Home
    }
}

impl<const WHOLE: bool> Clerk<WHOLE> {
    /// Gives a piece that nobody keeps to the jobs that wait for it.
    pub(super) fn hand_on(&mut self, piece: Piece, bytes: &[u8]) -> Result<(), LoadFailure> {
        let explorer = self.explorer.as_ref().ok_or(LoadFailure::Corrupt)?;
        let source = Source::Piece(piece);
        let waiting = self.jobs.iter_mut().filter(|job| job.needs(&source));
        if let Piece::Places(_) = piece {
            let content = explorer.content(piece, bytes).map_err(|_| LoadFailure::Corrupt)?;
            let places = Places::read(content).map_err(|_| LoadFailure::Corrupt)?;
            waiting.for_each(|job| job.at = job.id().map(|id| places.of(&id)));
            return Ok(());
        }
        let facts = explorer.open(piece, bytes).map_err(|_| LoadFailure::Corrupt)?;
        for making in waiting.filter_map(|job| job.making.as_mut()) {
            making.hear(piece, &facts, explorer);
        }
        Ok(())
    }

    /// Goes on with the files that are wanted, and gives back what they need now.
    pub(super) fn give_files(&mut self, actions: &mut Vec<Action>) -> Vec<Source> {
        let mut waiting = Vec::new();
        for mut job in std::mem::take(&mut self.jobs) {
            if let Some(said) = self.go_on_with(&mut job) {
                actions.push(Action::Say(Box::new(said)));
            }
            if !job.needs.is_empty() {
                waiting.push(job);
            }
        }
        self.jobs = waiting;
        self.jobs.iter().flat_map(|job| job.needs.iter().cloned()).collect()
    }

    /// Goes on with a file, and gives back what is to be said. It is at its end where it needs nothing more.
    fn go_on_with(&self, job: &mut Job) -> Option<FromEngine> {
        job.needs = self.needed_to_plan(job);
        let mut said = None;
        if let (Some(explorer), true) = (&self.explorer, job.needs.is_empty()) {
            let plan = || {
                let at = job.at.clone().unwrap_or_default();
                Making::plan(&job.wanted, explorer, self.staged.as_ref(), &at)
            };
            let mut making = job.making.take().unwrap_or_else(plan);
            making.hear_what_is_here(explorer);
            match making.give(explorer) {
                Some(Made::All(file)) => {
                    return Some(FromEngine::Taken(job.number, file.map(Box::new)));
                }
                Some(Made::Part(part)) => {
                    job.has_given = true;
                    said = Some(FromEngine::Part(job.number, part));
                }
                None => {}
            }
            job.needs = making.wants().iter().copied().map(Source::Piece).collect();
            job.making = Some(making);
        }
        let trouble = job.needs.iter().find_map(|source| self.resources.trouble(source));
        let lost = match trouble {
            Some(LoadFailure::Offline) => Lost::NoNetwork,
            Some(_) => Lost::NotLoaded,
            None if job.is_spoilt => Lost::NotLoaded,
            None => return said,
        };
        job.needs.clear();
        Some(FromEngine::Lost(job.number, lost))
    }

    /// What must be here before it is known what a file is made of.
    fn needed_to_plan(&self, job: &Job) -> Vec<Source> {
        if job.making.is_some() {
            return Vec::new();
        }
        let Some(explorer) = &self.explorer else { return vec![Source::Piece(Piece::Figures)] };
        if let (Some(id), None) = (job.id(), &job.at) {
            return vec![Source::Piece(Piece::Places(Places::number(&id, &explorer.site().figures)))];
        }
        match &self.staged {
            _ if !job.is_search() => Vec::new(),
            None => vec![Source::Piece(Piece::Start)],
            Some(staged) => staged.wants(&job.wanted.query).into_iter().map(Source::Piece).collect(),
        }
    }
}
