//! What a question needs before it can be answered, and what is said where that cannot be had.

use super::{Clerk, Pause, Source, Trouble, answered};
use crate::engine::{Answer, Ask, HomeView, View};
use crate::page_meta::PageMeta;
use crate::route::{Page, Route};
use crate::search::wire::Piece;

/// What is needed next for a question.
pub(super) enum Need {
    /// Nothing: this is the answer.
    Nothing(Box<Answer>),
    /// All of these.
    All(Vec<Source>),
    /// These, but not while they are being typed for.
    Pause(Vec<Source>),
    /// This will do for the moment; with these it would be better.
    Early(Box<Answer>, Vec<Source>),
}

impl Clerk {
    /// What is needed next for a question, of which that pause is over.
    pub(super) fn need(&self, ask: &Ask, passed: Option<Pause>) -> Need {
        let route = Route::parse(&ask.path);
        let one = |source| Need::All(vec![source]);
        if *ask == Ask::page(&route.path())
            && let Some(number) = answered().iter().position(|built| *built == route)
        {
            let number = number as u32;
            return match self.answers.get(&number) {
                Some(answer) => Need::Nothing(Box::new(answer.clone())),
                None => one(Source::Piece(Piece::Answer(number))),
            };
        }
        match route.page {
            Page::Home => self.need_for_home(ask, passed),
            Page::Figures | Page::Embed => match &self.staged {
                Some(staged) if staged.is_whole() => Need::Nothing(Box::new(staged.engine().answer(ask))),
                Some(_) => one(Source::Corpus),
                None => Need::All(vec![Source::Piece(Piece::Start)]),
            },
            Page::NotFound(_) => Need::Nothing(Box::new(self.not_found(&route))),
            _ => match &self.page {
                Some((path, answer)) if *path == ask.path => Need::Nothing(Box::new(answer.clone())),
                _ => one(Source::Page(ask.path.clone())),
            },
        }
    }

    fn need_for_home(&self, ask: &Ask, passed: Option<Pause>) -> Need {
        let Some(staged) = &self.staged else { return Need::All(vec![Source::Piece(Piece::Start)]) };
        let words: Vec<Source> = staged.wants(&ask.query).into_iter().map(Source::Piece).collect();
        if !words.is_empty() {
            let is_new = words.iter().any(|source| !self.under_way.contains(source));
            let is_typing = self.has_answered && passed.is_none() && is_new;
            return if is_typing { Need::Pause(words) } else { Need::All(words) };
        }
        let (answer, missing) = staged.home(ask);
        if missing.is_empty() {
            return Need::Nothing(Box::new(answer));
        }
        Need::Early(Box::new(answer), missing.into_iter().map(Source::Piece).collect())
    }

    fn not_found(&self, route: &Route) -> Answer {
        let PageMeta { title, description, .. } = PageMeta::of(route, &self.blank.catalogue);
        let markup = self.blank.ctx(route.lang).page(&Page::NotFound(String::new()));
        let view = View::Told(markup.map(maud::Markup::into_string).unwrap_or_default());
        Answer { path: route.path(), title, description, view }
    }

    /// What to show where something cannot be had. Nothing before the first answer: then the page that was built is
    /// still there, and better.
    pub(super) fn told_of_trouble(&self, ask: &Ask, source: &Source, trouble: Trouble) -> Option<Answer> {
        let route = Route::parse(&ask.path);
        if matches!((source, trouble), (Source::Page(_), Trouble::Missing)) {
            return Some(self.not_found(&route));
        }
        if !self.has_answered {
            return None;
        }
        let PageMeta { title, description, .. } = PageMeta::of(&route, &self.blank.catalogue);
        let address = self.address(source);
        let href = format!("{}?{}", self.blank.base.href(&route), ask.query);
        let markup =
            self.blank.ctx(route.lang).trouble(trouble == Trouble::NoNetwork, &address, &href).into_string();
        let view = match route.page {
            Page::Home => View::Home(HomeView {
                cards: markup,
                count: String::new(),
                notes: String::new(),
                has_more: false,
                is_plain: false,
                ..self.last_home.clone().unwrap_or_default()
            }),
            _ => View::Told(markup),
        };
        Some(Answer { path: route.path(), title, description, view })
    }
}
