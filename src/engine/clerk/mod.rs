//! What is to be fetched, said and waited for, where the index comes in pieces.
//!
//! A machine without hands: it is told what has happened and says what to do, so that everything that a network can do
//! to a search is tried without one. A worker of the browser does what it says.
//!
//! Only the last question counts. What was being fetched for an earlier one and is not wanted any more is dropped, and
//! nothing is fetched for a word while it is still being typed.

mod events;
mod jobs;
mod needs;
mod question;
mod typing;

use std::collections::{BTreeMap, BTreeSet};

pub use events::{Action, Event, Source, Trouble, answered};

use self::jobs::Job;
use self::needs::{Awaited, Need};
use self::question::{Pause, Question};
use super::built::{Built, built};
use super::staged::{Staged, blank};
use super::{Answer, Explorer, ExplorerView, FromEngine, HomeView, Settings, View};
use crate::pages::{Edition, MANIFEST, SiteData};
use crate::route::{Base, Page, Route};
use crate::search::wire::{self, IndexName, Mark, Piece};

/// While words are typed, pieces are fetched after so many milliseconds.
const TYPING: u32 = 50;
/// Cards are shown without their passages if these are not here so many milliseconds after the first piece was asked for.
const EARLY: u32 = 120;
/// After so many milliseconds in which nothing happened, a piece is fetched that may be wanted.
const IDLE: u32 = 700;

/// The machine. `Clerk<false>` searches and shows pages that were built, and for anything else asks for the whole one: a
/// program that is made of it alone is lighter by all that the explorer and files need.
#[derive(Debug)]
pub struct Clerk<const WHOLE: bool = true> {
    settings: Settings,
    /// The index; another once the host has another build. Nothing where the page named none.
    index: Option<IndexName>,
    /// For pages that there are not.
    blank: SiteData,
    staged: Option<Staged>,
    explorer: Option<Explorer>,
    /// Answers that were built, by their numbers.
    answers: BTreeMap<u32, Answer>,
    page: Option<(String, Answer)>,
    question: Option<Question>,
    jobs: Vec<Job>,
    under_way: BTreeSet<Source>,
    troubles: BTreeMap<Source, Trouble>,
    has_looked_again: bool,
    has_answered: bool,
    last_home: Option<HomeView>,
    last_explorer: Option<ExplorerView>,
    pause: (u32, Option<Pause>),
}

impl<const WHOLE: bool> Clerk<WHOLE> {
    /// A machine for a site with the index that `settings` name.
    pub fn new(settings: Settings) -> Clerk<WHOLE> {
        Clerk {
            index: settings.edition.index.parse().ok(),
            blank: blank(&settings),
            settings,
            staged: None,
            explorer: None,
            answers: BTreeMap::new(),
            page: None,
            question: None,
            jobs: Vec::new(),
            under_way: BTreeSet::new(),
            troubles: BTreeMap::new(),
            has_looked_again: false,
            has_answered: false,
            last_home: None,
            last_explorer: None,
            pause: (0, None),
        }
    }

    /// Where on the host something is.
    pub fn address(&self, source: &Source) -> String {
        let base = Base::new(&self.settings.base);
        match source {
            Source::Manifest => base.file(MANIFEST),
            Source::Piece(piece) => base.file(&piece.path(self.mark(*piece).unwrap_or_default())),
            Source::Page(path) => base.file(path),
        }
    }

    fn mark(&self, piece: Piece) -> Option<Mark> {
        let named = self.index.as_ref().and_then(|index| index.mark(piece));
        match piece {
            Piece::Facts(_) | Piece::ManyFacts(_) | Piece::Places(_) => self.explorer.as_ref()?.mark(piece),
            _ => named.or_else(|| self.staged.as_ref()?.engine().site().index.mark(piece)),
        }
    }

    /// Hears what has happened, and says what to do now.
    pub fn hear(&mut self, event: Event) -> Vec<Action> {
        let mut actions = Vec::new();
        match event {
            Event::Asked(number, ask) => {
                self.troubles.clear();
                self.pause.1 = None;
                if WHOLE {
                    self.explorer.iter_mut().for_each(Explorer::tidy);
                }
                let before = self.question.as_ref().map(|question| &question.ask);
                self.question = Some(Question::new(number, ask, before));
            }
            Event::Wanted(number, wanted) if WHOLE => {
                self.troubles.clear();
                self.jobs.push(Job::new(number, wanted));
            }
            Event::Wanted(..) => actions.push(Action::Say(Box::new(FromEngine::Beyond))),
            Event::Came(source, bytes) => {
                if self.under_way.remove(&source)
                    && let Err(trouble) = self.receive(&source, &bytes, &mut actions)
                {
                    self.fail(source, trouble);
                }
            }
            Event::Failed(source, trouble) => {
                if self.under_way.remove(&source) {
                    self.fail(source, trouble);
                }
            }
            Event::Waited(number) => {
                if self.pause.0 == number
                    && let (Some(pause), Some(question)) = (self.pause.1.take(), &mut self.question)
                {
                    question.passed = Some(pause);
                }
            }
        }
        self.go_on(&mut actions);
        actions
    }

    fn receive(&mut self, source: &Source, bytes: &[u8], actions: &mut Vec<Action>) -> Result<(), Trouble> {
        match source {
            Source::Manifest => {
                let manifest = std::str::from_utf8(bytes).map_err(|_| Trouble::Broken)?;
                let edition = Edition::read(manifest).map_err(|_| Trouble::Broken)?;
                if edition != self.settings.edition {
                    self.index = Some(edition.index.parse().map_err(|_| Trouble::Broken)?);
                    self.settings.edition = edition;
                    (self.staged, self.explorer, self.answers) = (None, None, BTreeMap::new());
                    self.jobs.iter_mut().for_each(Job::begin_anew);
                    self.troubles.clear();
                    // What is under way is of the other build, under the same numbers.
                    actions.extend(std::mem::take(&mut self.under_way).into_iter().map(Action::Drop));
                    self.question.iter_mut().for_each(|question| question.awaited = Awaited::default());
                }
                Ok(())
            }
            Source::Piece(Piece::Start) => {
                let mark = self.mark(Piece::Start).ok_or(Trouble::Broken)?;
                let staged = Staged::read(bytes, mark, &self.settings).map_err(|_| Trouble::Broken)?;
                self.staged = Some(staged);
                Ok(())
            }
            Source::Piece(piece @ Piece::Answer(number)) => {
                let mark = self.mark(*piece).ok_or(Trouble::Broken)?;
                let content = wire::open(*piece, mark, bytes).map_err(|_| Trouble::Broken)?;
                let answer = serde_json::from_slice(content).map_err(|_| Trouble::Broken)?;
                self.answers.insert(*number, answer);
                Ok(())
            }
            Source::Piece(Piece::Figures) if WHOLE => {
                let mark = self.mark(Piece::Figures).ok_or(Trouble::Broken)?;
                let explorer = Explorer::read(bytes, mark, &self.settings).map_err(|_| Trouble::Broken)?;
                self.explorer = Some(explorer);
                Ok(())
            }
            Source::Piece(Piece::Facts(number)) if WHOLE => {
                let explorer = self.explorer.as_mut().ok_or(Trouble::Broken)?;
                explorer.take(*number, bytes).map_err(|_| Trouble::Broken)
            }
            Source::Piece(piece @ (Piece::ManyFacts(_) | Piece::Places(_))) if WHOLE => {
                self.hand_on(*piece, bytes)
            }
            Source::Piece(piece) => {
                let staged = self.staged.as_mut().ok_or(Trouble::Broken)?;
                staged.take(*piece, bytes).map_err(|_| Trouble::Broken)
            }
            Source::Page(path) => {
                let html = std::str::from_utf8(bytes).map_err(|_| Trouble::Broken)?;
                let answer = match built(html).ok_or(Trouble::Broken)? {
                    Built::Here(answer) => answer,
                    Built::Moved(href) => {
                        let base = Base::new(&self.settings.base);
                        let path = href.strip_prefix(base.as_str()).ok_or(Trouble::Broken)?.to_owned();
                        if let Some(question) = &mut self.question {
                            question.ask.path = path;
                        }
                        return Ok(());
                    }
                };
                self.page = Some((path.clone(), answer));
                Ok(())
            }
        }
    }

    /// A piece that the host does not have, or has of another build: the site may have been built anew meanwhile.
    fn fail(&mut self, source: Source, trouble: Trouble) {
        let may_be_stale = matches!(source, Source::Piece(_)) && trouble != Trouble::NoNetwork;
        self.troubles.insert(source, trouble);
        if may_be_stale && !self.has_looked_again {
            self.has_looked_again = true;
            self.troubles.insert(Source::Manifest, Trouble::Missing);
        }
    }

    fn go_on(&mut self, actions: &mut Vec<Action>) {
        if self.troubles.remove(&Source::Manifest).is_some() && !self.under_way.contains(&Source::Manifest) {
            self.fetch(Source::Manifest, actions);
        }
        if self.under_way.contains(&Source::Manifest) {
            return;
        }
        let mut needed = self.answer(actions);
        if WHOLE {
            needed.extend(self.give_files(actions));
        }
        for source in &needed {
            self.fetch(source.clone(), actions);
        }
        self.be_ready(actions);
    }

    /// Goes on with the question: says what can be said, and gives back what it still needs.
    fn answer(&mut self, actions: &mut Vec<Action>) -> Vec<Source> {
        let Some(question) = self.question.as_ref().filter(|question| !question.is_settled) else {
            return Vec::new();
        };
        let waits_for = question.waits_for(&self.under_way, &self.troubles);
        if !waits_for.is_empty() {
            return waits_for;
        }
        let (number, ask, passed) = (question.number, question.ask.clone(), question.passed);
        let need = self.need(question);
        let (awaited, answer) = match need {
            Need::Nothing(answer) => (Awaited::default(), Some(answer)),
            Need::All(sources) => (Awaited { first: sources.len(), sources }, None),
            Need::Early(answer, awaited) => (awaited, answer),
            Need::Beyond => {
                self.question = None;
                actions.push(Action::Say(Box::new(FromEngine::Beyond)));
                return Vec::new();
            }
            Need::Pause(sources) => {
                self.drop_all_but(&sources, actions);
                self.wait(Pause::Typing, TYPING, actions);
                return Vec::new();
            }
        };
        let sources = awaited.sources.clone();
        let is_last = sources.is_empty();
        // From the first piece on: where lists took long, passages will.
        if !is_last && passed != Some(Pause::Early) {
            self.wait(Pause::Early, EARLY, actions);
        }
        self.drop_all_but(&sources, actions);
        let trouble = sources.iter().find_map(|source| Some((source, *self.troubles.get(source)?)));
        let said = match trouble {
            // Passages that do not come leave the cards as they are.
            Some((Source::Piece(Piece::Texts(_) | Piece::Words(_)), _)) if answer.is_some() => {
                Some((answer, true))
            }
            // Rows that do not come leave counts and choices, and the reason in their place.
            Some((source @ Source::Piece(Piece::Facts(_)), trouble)) if WHOLE && answer.is_some() => {
                let told =
                    answer.map(|answer| Box::new(self.rows_in_trouble(*answer, &ask, source, trouble)));
                Some((told, true))
            }
            Some((source, trouble)) => {
                let told = self.told_of_trouble(&ask, source, trouble);
                match told {
                    Some(answer) => Some((Some(Box::new(answer)), true)),
                    None => {
                        let reason = format!("{}: {trouble:?}", self.address(source));
                        actions.push(Action::Say(Box::new(FromEngine::Failed(reason))));
                        Some((None, true))
                    }
                }
            }
            None => answer.is_some().then_some((answer, is_last)),
        };
        let has_trouble = trouble.is_some();
        if let Some(question) = &mut self.question {
            question.awaited = awaited;
        }
        if let Some((answer, is_last)) = said {
            if let Some(question) = &mut self.question {
                question.is_settled = is_last;
                question.was_said_early |= answer.is_some();
            }
            if let Some(answer) = answer {
                match &answer.view {
                    View::Home(home) if !has_trouble => self.last_home = Some(home.clone()),
                    View::Explorer(explorer) => self.last_explorer = Some(explorer.clone()),
                    _ => {}
                }
                self.has_answered = true;
                let edition = self.settings.edition.name.clone();
                actions.push(Action::Say(Box::new(FromEngine::Answer(number, answer, edition))));
            }
        }
        if has_trouble { Vec::new() } else { sources }
    }

    /// In quiet times, fetches what will be wanted: where a search may begin, its start; of those who search, the words, if
    /// they are few. Whoever reads an article is sent nothing else.
    fn be_ready(&mut self, actions: &mut Vec<Action>) {
        let is_quiet = self.under_way.is_empty() && self.troubles.is_empty() && self.jobs.is_empty();
        let Some(question) = self.question.as_ref().filter(|question| question.is_settled && is_quiet) else {
            return;
        };
        let next = match &self.staged {
            _ if Route::parse(&question.ask.path).page != Page::Home => None,
            None => Some(Piece::Start),
            Some(_) if question.ask.query.is_empty() => None,
            Some(staged) => staged.spare(),
        };
        match next {
            Some(piece) if question.passed == Some(Pause::Idle) => self.fetch(Source::Piece(piece), actions),
            Some(_) => self.wait(Pause::Idle, IDLE, actions),
            None => {}
        }
    }

    fn fetch(&mut self, source: Source, actions: &mut Vec<Action>) {
        if self.under_way.insert(source.clone()) {
            actions.push(Action::Fetch(source));
        }
    }

    fn wait(&mut self, pause: Pause, millis: u32, actions: &mut Vec<Action>) {
        if self.pause.1 != Some(pause) {
            self.pause = (self.pause.0.wrapping_add(1), Some(pause));
            actions.push(Action::Wait(self.pause.0, millis));
        }
    }

    /// What is under way for a question that does not count any more, or for no question, makes room.
    fn drop_all_but(&mut self, needed: &[Source], actions: &mut Vec<Action>) {
        let is_wanted = |source: &Source| {
            needed.contains(source)
                || matches!(source, Source::Manifest | Source::Piece(Piece::Start))
                || self.jobs.iter().any(|job| job.needs(source))
        };
        let dropped: Vec<Source> =
            self.under_way.iter().filter(|source| !is_wanted(source)).cloned().collect();
        for source in dropped {
            self.under_way.remove(&source);
            actions.push(Action::Drop(source));
        }
    }
}
