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
mod receive;
mod resources;
mod typing;

use std::collections::BTreeMap;

pub use events::{Action, Event, Freshness, Source, answered};

use self::jobs::Job;
use self::needs::{Awaited, Need};
use self::question::{Pause, Question};
use self::resources::Resources;
use super::staged::{Staged, blank};
use super::{Answer, Explorer, ExplorerView, FromEngine, HomeView, Settings, View};
use thidua_pages::route::{BasePath, Page, Route};
use thidua_pages::site_model::{EDITION_FILE, LoadFailure, SiteData};
use thidua_search::wire::{IndexName, Mark, Piece};

/// While words are typed, pieces are fetched after so many milliseconds.
const TYPING: u32 = 50;
/// Cards are shown without their passages if these are not here so many milliseconds after the first piece was asked for.
const EARLY: u32 = 120;
/// The manifest is fetched at most so often for a question: a host that keeps naming other editions has none.
const MOST_EDITIONS: u8 = 4;
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
    resources: Resources,
    /// How often the manifest was fetched since somebody asked, and how often it named another edition.
    looks: u8,
    editions: u8,
    /// Whether the host has had another edition since the page was opened: caches may hold pages of an older one.
    has_changed: bool,
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
            resources: Resources::default(),
            looks: 0,
            editions: 0,
            has_changed: false,
            has_answered: false,
            last_home: None,
            last_explorer: None,
            pause: (0, None),
        }
    }

    /// The path on the host of something that can be fetched. `None` for a piece whose hash is not known: no file has its
    /// name.
    pub fn address(&self, source: &Source) -> Option<String> {
        let base = BasePath::new(&self.settings.base);
        Some(match source {
            Source::Manifest => base.file(EDITION_FILE),
            Source::Piece(piece) => base.file(&piece.path(self.mark(*piece)?)),
            Source::Page(path) => base.file(path),
        })
    }

    /// Which caches a request for it may be answered from.
    pub fn freshness(&self, source: &Source) -> Freshness {
        match source {
            Source::Manifest => Freshness::Past,
            _ if self.resources.is_past_caches(source) => Freshness::Past,
            Source::Page(_) if self.has_changed => Freshness::Checked,
            _ => Freshness::Any,
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
                self.forgive();
                self.pause.1 = None;
                if WHOLE {
                    self.explorer.iter_mut().for_each(Explorer::tidy);
                }
                let before = self.question.as_ref().map(|question| &question.ask);
                // A page that was left is fetched again: the host may have another by now.
                if before.is_none_or(|before| before.path != ask.path) {
                    self.page = None;
                }
                self.question = Some(Question::new(number, ask, before));
            }
            Event::Wanted(number, wanted) if WHOLE => {
                self.forgive();
                self.jobs.push(Job::new(number, wanted));
            }
            Event::Wanted(..) => actions.push(Action::Say(Box::new(FromEngine::Beyond))),
            Event::Came(source, bytes) => {
                if self.resources.end(&source) {
                    match self.receive(&source, &bytes, &mut actions) {
                        Ok(()) => self.resources.succeed(&source),
                        Err(trouble) => self.fail(source, trouble, &mut actions),
                    }
                }
            }
            Event::Failed(source, trouble) => {
                if self.resources.end(&source) {
                    self.fail(source, trouble, &mut actions);
                }
            }
            Event::Waited(number) => {
                if !self.resources.waited(number, &mut actions)
                    && self.pause.0 == number
                    && let (Some(pause), Some(question)) = (self.pause.1.take(), &mut self.question)
                {
                    question.passed = Some(pause);
                }
            }
        }
        self.go_on(&mut actions);
        actions
    }

    /// Somebody asks: whatever failed before may be tried again.
    fn forgive(&mut self) {
        self.resources.forgive();
        (self.looks, self.editions) = (0, 0);
    }

    /// Notes a failure. Where the host lacks a piece, or has another in its place, the manifest is fetched: the site may have
    /// been built anew meanwhile. That is done once for each edition that it names, and [`MOST_EDITIONS`] times at most.
    fn fail(&mut self, source: Source, trouble: LoadFailure, actions: &mut Vec<Action>) {
        let may_be_stale = matches!(source, Source::Piece(_))
            && matches!(trouble, LoadFailure::NotFound | LoadFailure::Corrupt);
        let is_looking = self.resources.is_pending(&Source::Manifest);
        let may_look = self.looks <= self.editions && self.looks < MOST_EDITIONS;
        if may_be_stale && (is_looking || may_look) {
            self.resources.suspect(source, trouble);
            if !is_looking {
                self.looks += 1;
                self.resources.fetch(Source::Manifest, actions);
            }
            return;
        }
        let is_wanted = self.is_wanted(&source);
        self.resources.fail(source, trouble, is_wanted, actions);
        if self.resources.trouble(&Source::Manifest).is_some() {
            self.resources.judge(false, actions);
        }
    }

    /// Whether the question, a wanted file or a look at the edition depends on it.
    fn is_wanted(&self, source: &Source) -> bool {
        let is_asked =
            |question: &Question| !question.is_settled && question.awaited.sources.contains(source);
        *source == Source::Manifest
            || self.question.as_ref().is_some_and(is_asked)
            || self.jobs.iter().any(|job| job.needs(source))
    }

    fn go_on(&mut self, actions: &mut Vec<Action>) {
        if self.resources.is_pending(&Source::Manifest) {
            return;
        }
        let mut needed = self.answer(actions);
        if WHOLE {
            needed.extend(self.give_files(actions));
        }
        for source in needed {
            self.resources.fetch(source, actions);
        }
        self.be_ready(actions);
    }

    /// Goes on with the question: says what can be said, and gives back what it still needs.
    fn answer(&mut self, actions: &mut Vec<Action>) -> Vec<Source> {
        let Some(question) = self.question.as_ref().filter(|question| !question.is_settled) else {
            return Vec::new();
        };
        let waits_for = question.waits_for(&self.resources);
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
        let trouble = sources.iter().find_map(|source| Some((source, self.resources.trouble(source)?)));
        let said = match trouble {
            // Passages that do not come leave the cards as they are, with the reason above them, once no other is on its way.
            Some((Source::Piece(Piece::Texts(_) | Piece::Words(_)), trouble)) if answer.is_some() => {
                let is_last = !sources.iter().any(|source| self.resources.is_pending(source));
                let told = |answer: Box<Answer>| Box::new(self.without_passages(*answer, trouble));
                is_last.then(|| (answer.map(told), true))
            }
            // Rows that do not come leave counts and choices, and the reason in their place.
            Some((Source::Piece(Piece::Facts(_)), trouble)) if WHOLE && answer.is_some() => {
                let told =
                    answer.map(|answer| Box::new(self.rows_in_trouble(*answer, ask.path.as_str(), trouble)));
                Some((told, true))
            }
            Some((source, trouble)) => {
                let told = self.told_of_trouble(&ask, source, trouble);
                match told {
                    Some(answer) => Some((Some(Box::new(answer)), true)),
                    None => {
                        actions.push(Action::Say(Box::new(FromEngine::Failed(trouble))));
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
        let is_settled = said.as_ref().is_some_and(|(_, is_last)| *is_last);
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
        if has_trouble && is_settled { Vec::new() } else { sources }
    }

    /// In quiet times, fetches what will be wanted: where a search may begin, its start; of those who search, the words, if
    /// they are few. Whoever reads an article is sent nothing else.
    fn be_ready(&mut self, actions: &mut Vec<Action>) {
        let is_quiet = self.resources.is_quiet() && self.jobs.is_empty();
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
            Some(piece) if question.passed == Some(Pause::Idle) => {
                self.resources.fetch(Source::Piece(piece), actions);
            }
            Some(_) => self.wait(Pause::Idle, IDLE, actions),
            None => {}
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
        let jobs = &self.jobs;
        let is_wanted = |source: &Source| {
            needed.contains(source)
                || matches!(source, Source::Manifest | Source::Piece(Piece::Start))
                || jobs.iter().any(|job| job.needs(source))
        };
        self.resources.drop_all_but(is_wanted, actions);
    }
}
