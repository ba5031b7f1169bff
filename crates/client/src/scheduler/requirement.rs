//! Requirements of the pending page.

use thidua_core::collections::to_u32;
use thidua_pages::route::{Page, Route};
use thidua_pages::url_state;
use thidua_search::index_format::Chunk;

use super::{PendingPage, Resource, Scheduler, Timer, prebuilt_routes};
use crate::{PageRequest, PageResponse, Parsed, View};

/// Next step for the pending page.
pub(super) enum Requirement {
    /// Nothing: the response is ready.
    Ready(Box<PageResponse>),
    /// All of these resources.
    All(Vec<Resource>),
    /// These resources, once the reader pauses typing.
    AfterPause(Vec<Resource>),
    /// A response that these resources would complete. `None` while it is too early to show it.
    Partial(Option<Box<PageResponse>>, Awaited),
    /// The full engine.
    NeedsFullEngine,
}

/// Resources that would complete a response.
#[derive(Debug, Default)]
pub(super) struct Awaited {
    pub resources: Vec<Resource>,
    /// Number of resources at the start of the list without which there is nothing to show.
    pub required: usize,
}

/// Number of the prebuilt response of a route. `None` if it has none.
fn prebuilt_number(route: &Route) -> Option<u32> {
    prebuilt_routes().iter().position(|built| built == route).map(to_u32)
}

impl<const FULL: bool> Scheduler<FULL> {
    /// Returns what the pending page needs next.
    pub(super) fn requirement(&self, pending: &PendingPage) -> Requirement {
        let request = &pending.request;
        let route = &request.route;
        let one = |resource| Requirement::All(vec![resource]);
        if let Some(requirement) = self.requirement_for_corpus(request) {
            return requirement;
        }
        let is_plain = match route.page {
            Page::Figures => {
                url_state::is_default_view(&route.page, &request.raw.query)
                    && request.raw.value_search.is_none()
            }
            _ => request.raw == PageRequest::page(&route.path()),
        };
        if is_plain && let Some(number) = prebuilt_number(route) {
            return match self.prebuilt.get(&number) {
                Some(response) => Requirement::Ready(Box::new(response.clone())),
                None => one(Resource::Chunk(Chunk::PageResponse(number))),
            };
        }
        match route.page {
            Page::Home => self.requirement_for_home(pending),
            Page::Figures if FULL => self.requirement_for_figures(pending),
            Page::Embed if FULL && !request.raw.query.is_empty() => self.requirement_for_figures(pending),
            Page::Comparison if !url_state::is_default_view(&route.page, &request.raw.query) => match FULL {
                true => self.requirement_for_comparison(pending),
                false => Requirement::NeedsFullEngine,
            },
            Page::Figures => Requirement::NeedsFullEngine,
            Page::Embed if !request.raw.query.is_empty() => Requirement::NeedsFullEngine,
            Page::NotFound(_) => Requirement::Ready(Box::new(self.not_found(route))),
            _ => self.requirement_for_static_page(request),
        }
    }

    /// What a page needs whose content is taken from its built page.
    pub(super) fn requirement_for_static_page(&self, request: &Parsed<PageRequest>) -> Requirement {
        match &self.static_page {
            Some((path, response)) if *path == request.raw.path => {
                Requirement::Ready(Box::new(response.clone()))
            }
            _ => Requirement::All(vec![Resource::Page(request.raw.path.clone())]),
        }
    }

    fn requirement_for_home(&self, pending: &PendingPage) -> Requirement {
        let PendingPage { request, fired, is_typed, .. } = pending;
        let meta = self.partial_index.is_none().then_some(Resource::Chunk(Chunk::Meta));
        let needed: Vec<Resource> = meta.into_iter().chain(self.missing_lead(pending)).collect();
        let Some(partial_index) = self.partial_index.as_ref().filter(|_| needed.is_empty()) else {
            return Requirement::All(needed);
        };
        let home_page = |found| Box::new(partial_index.home_page(request, found, self.lead(pending)));
        let postings: Vec<Resource> =
            partial_index.missing_chunks(&request.search).into_iter().map(Resource::Chunk).collect();
        if !postings.is_empty() {
            let is_new = postings.iter().any(|resource| !self.resources.is_pending(resource));
            let is_typing = *is_typed && self.has_replied && fired.is_none() && is_new;
            return if is_typing { Requirement::AfterPause(postings) } else { Requirement::All(postings) };
        }
        let found = partial_index.search(request);
        let mut resources: Vec<Resource> =
            found.missing.chunks.iter().copied().map(Resource::Chunk).collect();
        if resources.is_empty() {
            return Requirement::Ready(home_page(&found));
        }
        // Resources of the first cards get the whole bandwidth.
        if found.missing.required > 0 {
            resources.truncate(found.missing.required);
        }
        let is_due = found.missing.required == 0 && self.is_due(pending, &resources);
        let response = is_due.then(|| home_page(&found));
        Requirement::Partial(response, Awaited { resources, required: found.missing.required })
    }

    /// The prebuilt home page, if the lead must come from it and it is neither loaded nor lost.
    fn missing_lead(&self, pending: &PendingPage) -> Option<Resource> {
        let number = prebuilt_number(&pending.request.route).filter(|_| pending.is_entered)?;
        let resource = Resource::Chunk(Chunk::PageResponse(number));
        let is_missing = !self.prebuilt.contains_key(&number) && self.resources.failure(&resource).is_none();
        is_missing.then_some(resource)
    }

    /// Lead of the home page. `None` where it is shown already, or could not be loaded.
    fn lead(&self, pending: &PendingPage) -> Option<String> {
        let number = prebuilt_number(&pending.request.route).filter(|_| pending.is_entered)?;
        match &self.prebuilt.get(&number)?.view {
            View::Home(home) => home.lead.clone(),
            _ => None,
        }
    }

    fn requirement_for_figures(&self, pending: &PendingPage) -> Requirement {
        let request = &pending.request;
        let Some(figures) = &self.figures else {
            return Requirement::All(vec![Resource::Chunk(Chunk::Figures)]);
        };
        let missing: Vec<Resource> =
            figures.missing_chunks(request).into_iter().map(Resource::Chunk).collect();
        if missing.is_empty() {
            return Requirement::Ready(Box::new(figures.respond(request)));
        }
        if request.route.page == Page::Embed {
            // A frame shows nothing before its charts are complete.
            return Requirement::All(missing);
        }
        let response = self.is_due(pending, &missing).then(|| Box::new(figures.respond(request)));
        Requirement::Partial(response, Awaited { resources: missing, required: 0 })
    }

    fn requirement_for_comparison(&self, pending: &PendingPage) -> Requirement {
        let request = &pending.request;
        let Some(figures) = &self.figures else {
            return Requirement::All(vec![Resource::Chunk(Chunk::Figures)]);
        };
        let missing = figures.missing_chunks_of(&figures.compared_articles(&request.raw.query));
        match missing.is_empty() {
            true => Requirement::Ready(Box::new(figures.compare(request))),
            // Half of a comparison would be a wrong one.
            false => Requirement::All(missing.into_iter().map(Resource::Chunk).collect()),
        }
    }

    /// Returns whether to show an incomplete response: once after the early timer, or when a resource has failed.
    fn is_due(&self, pending: &PendingPage, missing: &[Resource]) -> bool {
        let is_time = pending.fired == Some(Timer::EarlyReply) && !pending.was_replied_early;
        is_time || missing.iter().any(|resource| self.resources.failure(resource).is_some())
    }
}
