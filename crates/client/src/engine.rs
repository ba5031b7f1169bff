//! The engine itself.

use super::home_view::home_view;
use super::{ClientSettings, ExplorerView, FilterControl, FilterOption, PageRequest, PageResponse, View};
use thidua_core::corpus::{self, Catalogue, Severity};
use thidua_core::domain::Lang;
use thidua_i18n::sentences;
use thidua_pages::PageContext;
use thidua_pages::chart_drawings::DrawnCharts;
use thidua_pages::html;
use thidua_pages::html::embed;
use thidua_pages::html::explorer;
use thidua_pages::html::filter_controls;
use thidua_pages::html::home;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{BasePath, Page, Route};
use thidua_pages::selection;
use thidua_pages::selection::ExplorerState;
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state::{self, FacetOption, facet_options};
use thidua_search::{SearchRequest, search};

/// The facts of a site, ready to be asked for.
#[derive(Debug)]
pub struct Engine {
    site: SiteData,
    /// Every value of every facet: the rows of the home page, in each language.
    all_facets: [Vec<FacetOption>; 2],
}

impl Engine {
    /// Takes the data of a site.
    pub fn new(site: SiteData) -> Engine {
        let options = facet_options(&search(&site.index, &SearchRequest::default()).facets);
        let all_facets =
            Lang::ALL.map(|lang| home::sorted_facet_options(&site.page_context(lang), options.clone()));
        Engine { site, all_facets }
    }

    /// Reads a corpus and checks that it hangs together.
    ///
    /// # Errors
    /// In words, naming `corpus.json`, the place in it and the reason.
    pub fn load(corpus: &[u8], settings: &ClientSettings) -> Result<Engine, String> {
        let ClientSettings { base, origin, is_addressed, edition } = settings;
        let attested = VerifiedArticles::parse(&edition.attested);
        let data = SiteData::new(checked(corpus)?, attested, BasePath::new(base), origin.clone());
        Ok(Engine::new(SiteData { is_addressed: *is_addressed, ..data }))
    }

    /// The data behind the answers.
    pub fn site(&self) -> &SiteData {
        &self.site
    }

    /// What stands at an address. Any address has an answer: where there is no such page, it says so.
    pub fn respond(&self, request: &PageRequest) -> PageResponse {
        let route = Route::parse(&request.path).resolve(&self.site.catalogue);
        self.respond_in(&self.site.page_context(route.lang), &route, request)
    }

    /// A page of which these are the charts.
    pub fn page(&self, route: &Route, charts: &DrawnCharts) -> PageResponse {
        self.respond_in(
            &self.site.page_context(route.lang).with_charts(charts),
            route,
            &PageRequest::page(&route.path()),
        )
    }

    fn respond_in(&self, ctx: &PageContext<'_>, route: &Route, request: &PageRequest) -> PageResponse {
        let PageMeta { title, description, .. } = PageMeta::of(route, &self.site.catalogue);
        let view = match (&route.page, html::page(ctx, &route.page)) {
            (Page::Embed, _) if !request.query.is_empty() => {
                View::Static(embed::explorer_frame(ctx, &request.query).into_string())
            }
            (_, Some(markup)) => View::Static(markup.into_string()),
            (Page::Figures, None) => {
                View::Explorer(explorer_view(ctx, &selection::explorer_state(ctx, &request.query), request))
            }
            (_, None) => {
                let results = search(&self.site.index, &url_state::parse_search(&request.query));
                View::Home(home_view(ctx, self.all_facets(route.lang), request, &results, |hit| {
                    home::result_card(ctx, hit)
                }))
            }
        };
        PageResponse { path: route.path(), title, description, view }
    }

    /// Every value of every facet.
    pub(super) fn all_facets(&self, lang: Lang) -> &[FacetOption] {
        let [vi, en] = &self.all_facets;
        match lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }

    /// The data, to be added to.
    pub(super) fn site_mut(&mut self) -> &mut SiteData {
        &mut self.site
    }
}

/// Reads a corpus and checks that it hangs together.
pub(super) fn checked(corpus: &[u8]) -> Result<Catalogue, String> {
    let corpus = corpus::load(corpus).map_err(|e| format!("corpus.json: {e}"))?;
    let problems = corpus::validate_links(&corpus);
    let mut errors = problems.iter().filter(|p| p.severity == Severity::Error);
    match errors.next() {
        Some(first) => Err(format!("corpus.json: {first} (+{})", errors.count())),
        None => Ok(Catalogue::new(corpus)),
    }
}

/// The explorer as a question wants it.
pub(super) fn explorer_view(
    ctx: &PageContext<'_>,
    explored: &ExplorerState,
    request: &PageRequest,
) -> ExplorerView {
    let value_search =
        request.value_search.as_ref().map(|(parameter, typed)| (parameter.as_str(), typed.as_str()));
    let filter_controls =
        filter_controls::filter_controls(ctx, explored, value_search).into_iter().map(|filter_control| {
            let html::FilterControl { property, label, options, is_long, more } = filter_control;
            let offers = options.into_iter().map(|html::FilterOption { value, name, chosen }| FilterOption {
                value,
                name,
                chosen,
            });
            FilterControl {
                parameter: property.parameter().to_owned(),
                label: label.to_owned(),
                selected: filter_controls::selected_name(ctx, property, explored),
                offers: offers.collect(),
                is_long,
                more: if more > 0 { sentences::more_offers(more, ctx.lang) } else { String::new() },
            }
        });
    ExplorerView {
        head: explorer::header(ctx).into_string(),
        filter_controls: filter_controls.collect(),
        count: explorer::result_count(ctx, explored).into_string(),
        rows: explorer::result_rows(ctx, explored, &request.query).into_string(),
    }
}
