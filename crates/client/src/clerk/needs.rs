//! What a question needs before it can be answered, and what is said where that cannot be had.

use super::{Clerk, Pause, Question, Source, answered};
use crate::{Answer, Ask, ExplorerView, HomeView, View};
use thidua_i18n::words;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::LoadFailure;
use thidua_pages::url_state;
use thidua_search::wire::Piece;

/// What is needed next for a question.
pub(super) enum Need {
    /// Nothing: this is the answer.
    Nothing(Box<Answer>),
    /// All of these.
    All(Vec<Source>),
    /// These, but not while they are being typed for.
    Pause(Vec<Source>),
    /// This will do for the moment; with these it would be better. Nothing where it is not the moment to say it.
    Early(Option<Box<Answer>>, Awaited),
    /// More than this clerk can do.
    Beyond,
}

/// What a question waits for while something could be said already.
#[derive(Debug, Default)]
pub(super) struct Awaited {
    pub sources: Vec<Source>,
    /// Before so many of them have come, nothing can be said.
    pub first: usize,
}

impl<const WHOLE: bool> Clerk<WHOLE> {
    /// What is needed next for a question.
    pub(super) fn need(&self, question: &Question) -> Need {
        let ask = &question.ask;
        let route = Route::parse(&ask.path);
        let one = |source| Need::All(vec![source]);
        let is_plain = match route.page {
            Page::Figures => url_state::is_default_explorer_view(&ask.query) && ask.sought.is_none(),
            _ => *ask == Ask::page(&route.path()),
        };
        if is_plain && let Some(number) = answered().iter().position(|built| *built == route) {
            let number = number as u32;
            return match self.answers.get(&number) {
                Some(answer) => Need::Nothing(Box::new(answer.clone())),
                None => one(Source::Piece(Piece::Answer(number))),
            };
        }
        match route.page {
            Page::Home => self.need_for_home(question),
            Page::Figures if WHOLE => self.need_for_figures(question),
            Page::Embed if WHOLE && !ask.query.is_empty() => self.need_for_figures(question),
            Page::Figures => Need::Beyond,
            Page::Embed if !ask.query.is_empty() => Need::Beyond,
            Page::NotFound(_) => Need::Nothing(Box::new(self.not_found(&route))),
            _ => match &self.page {
                Some((path, answer)) if *path == ask.path => Need::Nothing(Box::new(answer.clone())),
                _ => one(Source::Page(ask.path.clone())),
            },
        }
    }

    fn need_for_home(&self, question: &Question) -> Need {
        let Question { ask, passed, is_typed, .. } = question;
        let Some(staged) = &self.staged else { return Need::All(vec![Source::Piece(Piece::Start)]) };
        let words: Vec<Source> = staged.wants(&ask.query).into_iter().map(Source::Piece).collect();
        if !words.is_empty() {
            let is_new = words.iter().any(|source| !self.resources.is_pending(source));
            let is_typing = *is_typed && self.has_answered && passed.is_none() && is_new;
            return if is_typing { Need::Pause(words) } else { Need::All(words) };
        }
        let found = staged.look(ask);
        let mut sources: Vec<Source> = found.lacking.pieces.iter().copied().map(Source::Piece).collect();
        if sources.is_empty() {
            return Need::Nothing(Box::new(staged.home(ask, &found)));
        }
        // What is seen first has the line for itself.
        if found.lacking.first > 0 {
            sources.truncate(found.lacking.first);
        }
        let is_due = found.lacking.first == 0 && self.is_due(question, &sources);
        let answer = is_due.then(|| Box::new(staged.home(ask, &found)));
        Need::Early(answer, Awaited { sources, first: found.lacking.first })
    }

    fn need_for_figures(&self, question: &Question) -> Need {
        let ask = &question.ask;
        let Some(explorer) = &self.explorer else { return Need::All(vec![Source::Piece(Piece::Figures)]) };
        let missing: Vec<Source> = explorer.missing(&ask.query).into_iter().map(Source::Piece).collect();
        if missing.is_empty() {
            return Need::Nothing(Box::new(explorer.answer(ask)));
        }
        if Route::parse(&ask.path).page == Page::Embed {
            // A frame has nothing to say before its charts are here.
            return Need::All(missing);
        }
        let answer = self.is_due(question, &missing).then(|| Box::new(explorer.answer(ask)));
        Need::Early(answer, Awaited { sources: missing, first: 0 })
    }

    /// Whether it is the moment to say what is known while these are missing: once, after a pause, or where one of them does
    /// not come.
    fn is_due(&self, question: &Question, missing: &[Source]) -> bool {
        let is_time = question.passed == Some(Pause::Early) && !question.was_said_early;
        is_time || missing.iter().any(|source| self.resources.trouble(source).is_some())
    }

    /// The explorer at a path with the reason why its rows are not there.
    pub(super) fn rows_in_trouble(&self, answer: Answer, path: &str, trouble: LoadFailure) -> Answer {
        match answer.view {
            View::Explorer(view) => {
                let rows = self.trouble(path, trouble);
                Answer { view: View::Explorer(ExplorerView { rows, ..view }), ..answer }
            }
            _ => answer,
        }
    }

    /// The cards with the reason above them why they have no passages.
    pub(super) fn without_passages(&self, answer: Answer, trouble: LoadFailure) -> Answer {
        let lang = Route::parse(&answer.path).lang;
        match answer.view {
            View::Home(mut view) => {
                view.cards.insert_str(0, &self.blank.ctx(lang).passages_missing(trouble).into_string());
                Answer { view: View::Home(view), ..answer }
            }
            _ => answer,
        }
    }

    /// What is wrong, with the way to ask again.
    fn trouble(&self, path: &str, trouble: LoadFailure) -> String {
        self.blank.ctx(Route::parse(path).lang).trouble(trouble).into_string()
    }

    fn not_found(&self, route: &Route) -> Answer {
        let PageMeta { title, description, .. } = PageMeta::of(route, &self.blank.catalogue);
        let view = View::Told(self.blank.ctx(route.lang).not_found_page().into_string());
        Answer { path: route.path(), title, description, view }
    }

    /// Title and description of a page of which nothing could be loaded: what is known of it, else that it was not loaded.
    fn told_meta(&self, route: &Route, trouble: LoadFailure) -> (String, String) {
        let known = match route.page {
            Page::Home => self.staged.as_ref().map(|staged| &staged.engine().site().catalogue),
            Page::Figures => self.explorer.as_ref().map(|explorer| &explorer.site().catalogue),
            _ => None,
        };
        if let Some(catalogue) = known {
            let PageMeta { title, description, .. } = PageMeta::of(route, catalogue);
            return (title, description);
        }
        let told = trouble.message(route.lang);
        (format!("{} · {}", told.trim_end_matches('.'), words(route.lang).site_name), told)
    }

    /// What to show where something cannot be had. Nothing before the first answer: then the page that was built is
    /// still there, and better.
    pub(super) fn told_of_trouble(&self, ask: &Ask, source: &Source, trouble: LoadFailure) -> Option<Answer> {
        let route = Route::parse(&ask.path);
        if matches!((source, trouble), (Source::Page(_), LoadFailure::NotFound)) {
            return Some(self.not_found(&route));
        }
        if !self.has_answered {
            return None;
        }
        let markup = self.trouble(&ask.path, trouble);
        let view = match route.page {
            Page::Home => View::Home(HomeView {
                cards: markup,
                count: String::new(),
                notes: String::new(),
                has_more: false,
                is_plain: false,
                ..self.last_home.clone().unwrap_or_default()
            }),
            Page::Figures if self.last_explorer.is_some() => View::Explorer(ExplorerView {
                rows: markup,
                count: String::new(),
                ..self.last_explorer.clone().unwrap_or_default()
            }),
            _ => View::Told(markup),
        };
        let (title, description) = self.told_meta(&route, trouble);
        Some(Answer { path: route.path(), title, description, view })
    }
}
