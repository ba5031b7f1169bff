//! Responses that say what could not be loaded.

use thidua_core::domain::Lang;
use thidua_i18n::words;
use thidua_pages::html::{failure_notice, not_found};
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::LoadFailure;

use super::{Resource, Scheduler};
use crate::{ExplorerView, HomeView, PageRequest, PageResponse, Parsed, View};

impl<const FULL: bool> Scheduler<FULL> {
    /// The explorer with a message in place of its rows.
    pub(super) fn with_rows_error(
        &self,
        response: PageResponse,
        lang: Lang,
        failure: LoadFailure,
    ) -> PageResponse {
        match response.view {
            View::Explorer(view) => {
                let rows = self.error_markup(lang, failure);
                PageResponse { view: View::Explorer(ExplorerView { rows, ..view }), ..response }
            }
            _ => response,
        }
    }

    /// The cards with a message above them about missing passages.
    pub(super) fn with_passages_error(&self, response: PageResponse, failure: LoadFailure) -> PageResponse {
        let lang = response.route().lang;
        match response.view {
            View::Home(mut view) => {
                view.cards.insert_str(
                    0,
                    &failure_notice::passages_missing(&self.empty_site.page_context(lang), failure)
                        .into_string(),
                );
                PageResponse { view: View::Home(view), ..response }
            }
            _ => response,
        }
    }

    /// Markup of an error message with a retry button.
    fn error_markup(&self, lang: Lang, failure: LoadFailure) -> String {
        failure_notice::failure_notice(&self.empty_site.page_context(lang), failure).into_string()
    }

    pub(super) fn not_found(&self, route: &Route) -> PageResponse {
        let view =
            View::Static(not_found::not_found_page(&self.empty_site.page_context(route.lang)).into_string());
        PageResponse::with_meta(route, PageMeta::of_not_found(route.lang), view)
    }

    /// Title and description of a page that could not be loaded, from loaded data if possible.
    fn error_meta(&self, route: &Route, failure: LoadFailure) -> (String, String) {
        let known = match (&route.page, &self.partial_index, &self.figures) {
            (Page::Home, Some(partial_index), _) => {
                Some(PageMeta::of_home(&partial_index.engine().site().catalogue, route.lang))
            }
            (Page::Figures, _, Some(figures)) if FULL => Some(PageMeta::of(route, &figures.site().catalogue)),
            _ => None,
        };
        if let Some(PageMeta { title, description, .. }) = known {
            return (title, description);
        }
        let message = failure.message(route.lang);
        (format!("{} · {}", message.trim_end_matches('.'), words(route.lang).site_name), message)
    }

    /// Response for a failed resource. `None` before the first reply: the static page is still shown then, and is
    /// better.
    pub(super) fn error_response(
        &self,
        request: &Parsed<PageRequest>,
        resource: &Resource,
        failure: LoadFailure,
    ) -> Option<PageResponse> {
        let route = &request.route;
        if matches!((resource, failure), (Resource::Page(_), LoadFailure::NotFound)) {
            return Some(self.not_found(route));
        }
        if !self.has_replied {
            return None;
        }
        let markup = self.error_markup(route.lang, failure);
        let view = match route.page {
            Page::Home => {
                View::Home(HomeView { cards: markup, ..self.last_home.clone().unwrap_or_default() })
            }
            Page::Figures if self.last_explorer.is_some() => View::Explorer(ExplorerView {
                rows: markup,
                count: String::new(),
                ..self.last_explorer.clone().unwrap_or_default()
            }),
            _ => View::Static(markup),
        };
        let (title, description) = self.error_meta(route, failure);
        Some(PageResponse { path: route.path(), title, description, view })
    }
}
