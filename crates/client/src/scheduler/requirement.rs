//! What a question needs before it can be answered, and what is said where that cannot be had.

use super::{PendingPage, Resource, Scheduler, Timer, prebuilt_routes};
use crate::{ExplorerView, HomeView, PageRequest, PageResponse, View};
use thidua_i18n::words;
use thidua_pages::html::failure_notice;
use thidua_pages::html::not_found;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::LoadFailure;
use thidua_pages::url_state;
use thidua_search::index_format::Chunk;

/// What is needed next for a question.
pub(super) enum Requirement {
    /// Nothing: this is the answer.
    Ready(Box<PageResponse>),
    /// All of these.
    All(Vec<Resource>),
    /// These, but not while they are being typed for.
    AfterPause(Vec<Resource>),
    /// This will do for the moment; with these it would be better. Nothing where it is not the moment to say it.
    Partial(Option<Box<PageResponse>>, Awaited),
    /// More than this clerk can do.
    NeedsFullEngine,
}

/// What a question waits for while something could be said already.
#[derive(Debug, Default)]
pub(super) struct Awaited {
    pub resources: Vec<Resource>,
    /// Before so many of them have come, nothing can be said.
    pub required: usize,
}

impl<const FULL: bool> Scheduler<FULL> {
    /// What is needed next for a question.
    pub(super) fn requirement(&self, pending: &PendingPage) -> Requirement {
        let request = &pending.request;
        let route = Route::parse(&request.path);
        let one = |resource| Requirement::All(vec![resource]);
        let is_plain = match route.page {
            Page::Figures => {
                url_state::is_default_explorer_view(&request.query) && request.value_search.is_none()
            }
            _ => *request == PageRequest::page(&route.path()),
        };
        if is_plain && let Some(number) = prebuilt_routes().iter().position(|built| *built == route) {
            let number = number as u32;
            return match self.prebuilt.get(&number) {
                Some(answer) => Requirement::Ready(Box::new(answer.clone())),
                None => one(Resource::Chunk(Chunk::PageResponse(number))),
            };
        }
        match route.page {
            Page::Home => self.requirement_for_home(pending),
            Page::Figures if FULL => self.requirement_for_figures(pending),
            Page::Embed if FULL && !request.query.is_empty() => self.requirement_for_figures(pending),
            Page::Figures => Requirement::NeedsFullEngine,
            Page::Embed if !request.query.is_empty() => Requirement::NeedsFullEngine,
            Page::NotFound(_) => Requirement::Ready(Box::new(self.not_found(&route))),
            _ => match &self.static_page {
                Some((path, answer)) if *path == request.path => Requirement::Ready(Box::new(answer.clone())),
                _ => one(Resource::Page(request.path.clone())),
            },
        }
    }

    fn requirement_for_home(&self, pending: &PendingPage) -> Requirement {
        let PendingPage { request, elapsed, is_typed, .. } = pending;
        let Some(partial_index) = &self.partial_index else {
            return Requirement::All(vec![Resource::Chunk(Chunk::Meta)]);
        };
        let words: Vec<Resource> =
            partial_index.missing_chunks(&request.query).into_iter().map(Resource::Chunk).collect();
        if !words.is_empty() {
            let is_new = words.iter().any(|resource| !self.resources.is_pending(resource));
            let is_typing = *is_typed && self.has_replied && elapsed.is_none() && is_new;
            return if is_typing { Requirement::AfterPause(words) } else { Requirement::All(words) };
        }
        let found = partial_index.search(request);
        let mut resources: Vec<Resource> =
            found.missing.chunks.iter().copied().map(Resource::Chunk).collect();
        if resources.is_empty() {
            return Requirement::Ready(Box::new(partial_index.home_page(request, &found)));
        }
        // What is seen first has the line for itself.
        if found.missing.required > 0 {
            resources.truncate(found.missing.required);
        }
        let is_due = found.missing.required == 0 && self.is_due(pending, &resources);
        let answer = is_due.then(|| Box::new(partial_index.home_page(request, &found)));
        Requirement::Partial(answer, Awaited { resources, required: found.missing.required })
    }

    fn requirement_for_figures(&self, pending: &PendingPage) -> Requirement {
        let request = &pending.request;
        let Some(figures) = &self.figures else {
            return Requirement::All(vec![Resource::Chunk(Chunk::Figures)]);
        };
        let missing: Vec<Resource> =
            figures.missing_chunks(&request.query).into_iter().map(Resource::Chunk).collect();
        if missing.is_empty() {
            return Requirement::Ready(Box::new(figures.respond(request)));
        }
        if Route::parse(&request.path).page == Page::Embed {
            // A frame has nothing to say before its charts are here.
            return Requirement::All(missing);
        }
        let answer = self.is_due(pending, &missing).then(|| Box::new(figures.respond(request)));
        Requirement::Partial(answer, Awaited { resources: missing, required: 0 })
    }

    /// Whether it is the moment to say what is known while these are missing: once, after a pause, or where one of them does
    /// not come.
    fn is_due(&self, pending: &PendingPage, missing: &[Resource]) -> bool {
        let is_time = pending.elapsed == Some(Timer::EarlyReply) && !pending.was_replied_early;
        is_time || missing.iter().any(|resource| self.resources.failure(resource).is_some())
    }

    /// The explorer at a path with the reason why its rows are not there.
    pub(super) fn with_rows_error(
        &self,
        answer: PageResponse,
        path: &str,
        trouble: LoadFailure,
    ) -> PageResponse {
        match answer.view {
            View::Explorer(view) => {
                let rows = self.error_markup(path, trouble);
                PageResponse { view: View::Explorer(ExplorerView { rows, ..view }), ..answer }
            }
            _ => answer,
        }
    }

    /// The cards with the reason above them why they have no passages.
    pub(super) fn with_passages_error(&self, answer: PageResponse, trouble: LoadFailure) -> PageResponse {
        let lang = Route::parse(&answer.path).lang;
        match answer.view {
            View::Home(mut view) => {
                view.cards.insert_str(
                    0,
                    &failure_notice::passages_missing(&self.empty_site.page_context(lang), trouble)
                        .into_string(),
                );
                PageResponse { view: View::Home(view), ..answer }
            }
            _ => answer,
        }
    }

    /// What is wrong, with the way to ask again.
    fn error_markup(&self, path: &str, trouble: LoadFailure) -> String {
        failure_notice::failure_notice(&self.empty_site.page_context(Route::parse(path).lang), trouble)
            .into_string()
    }

    fn not_found(&self, route: &Route) -> PageResponse {
        let PageMeta { title, description, .. } = PageMeta::of(route, &self.empty_site.catalogue);
        let view =
            View::Static(not_found::not_found_page(&self.empty_site.page_context(route.lang)).into_string());
        PageResponse { path: route.path(), title, description, view }
    }

    /// Title and description of a page of which nothing could be loaded: what is known of it, else that it was not loaded.
    fn error_meta(&self, route: &Route, trouble: LoadFailure) -> (String, String) {
        let known = match route.page {
            Page::Home => {
                self.partial_index.as_ref().map(|partial_index| &partial_index.engine().site().catalogue)
            }
            Page::Figures => self.figures.as_ref().map(|figures| &figures.site().catalogue),
            _ => None,
        };
        if let Some(catalogue) = known {
            let PageMeta { title, description, .. } = PageMeta::of(route, catalogue);
            return (title, description);
        }
        let response = trouble.message(route.lang);
        (format!("{} · {}", response.trim_end_matches('.'), words(route.lang).site_name), response)
    }

    /// What to show where something cannot be had. Nothing before the first answer: then the page that was built is
    /// still there, and better.
    pub(super) fn error_response(
        &self,
        request: &PageRequest,
        resource: &Resource,
        trouble: LoadFailure,
    ) -> Option<PageResponse> {
        let route = Route::parse(&request.path);
        if matches!((resource, trouble), (Resource::Page(_), LoadFailure::NotFound)) {
            return Some(self.not_found(&route));
        }
        if !self.has_replied {
            return None;
        }
        let markup = self.error_markup(&request.path, trouble);
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
            _ => View::Static(markup),
        };
        let (title, description) = self.error_meta(&route, trouble);
        Some(PageResponse { path: route.path(), title, description, view })
    }
}
