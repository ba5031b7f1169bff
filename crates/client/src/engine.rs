//! The engine: answers page and download requests from a loaded corpus.

use std::collections::BTreeMap;

use thidua_core::corpus::{self, Catalogue, Problem, Severity};
use thidua_core::domain::Lang;
use thidua_i18n::sentences;
use thidua_pages::PageContext;
use thidua_pages::chart_drawings::DrawnCharts;
use thidua_pages::html::comparison::{ComparisonPage, comparison_page};
use thidua_pages::html::components::spaced;
use thidua_pages::html::home_lead::home_lead;
use thidua_pages::html::{self, embed, explorer, filter_controls, home, not_found, result_groups};
use thidua_pages::route::{BasePath, Page, Route};
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state::{ComparisonQuery, FacetGroup, facet_groups, resolved_search};
use thidua_pages::view_content::{self, ExplorerState};
use thidua_search::{NameIndex, SearchRequest, search};

use super::home_view::home_view;
use super::result_groups::groups;
use super::suggestion::suggestions;
use super::{
    ClientSettings, ExplorerView, FilterControl, PageRequest, PageResponse, Parsed, SuggestRequest,
    Suggestion, View,
};

/// Error of loading a corpus; its text is for the console.
#[derive(Debug, thiserror::Error)]
pub enum InvalidCorpus {
    /// The bytes are not a corpus of this version.
    #[error("corpus.json: {0}")]
    Unreadable(#[from] corpus::LoadError),
    /// A fact refers to something that the corpus does not have.
    #[error("corpus.json: {first} (+{others})")]
    BrokenReference {
        /// First error.
        first: Box<Problem>,
        /// Number of further errors.
        others: usize,
    },
}

/// A loaded site that answers requests.
#[derive(Debug)]
pub struct Engine {
    site: SiteData,
    /// Every value of every facet by language: the rows of the home page.
    all_facets: [[FacetGroup; 6]; 2],
    names: NameIndex,
    built_pages: BuiltPages,
}

/// Markup of pages that only the site builder makes ([`Page::is_built`]), by path.
pub type BuiltPages = BTreeMap<String, String>;

impl Engine {
    /// Creates the engine of a site.
    pub fn new(site: SiteData) -> Engine {
        let campaigns = site.catalogue.campaigns().iter();
        let articles =
            campaigns.map(|campaign| site.catalogue.articles_of_campaign(&campaign.id).len()).collect();
        Engine::with_campaign_articles(site, articles)
    }

    /// Creates the engine of a site, given the number of articles for each campaign.
    pub(super) fn with_campaign_articles(site: SiteData, articles: Vec<usize>) -> Engine {
        let names = NameIndex::new(&site.catalogue, &site.index, &articles);
        let groups = facet_groups(&search(&site.index, &SearchRequest::default()).facets);
        let all_facets = Lang::ALL.map(|lang| home::sorted_facets(&site.page_context(lang), groups.clone()));
        Engine { site, all_facets, names, built_pages: BuiltPages::new() }
    }

    /// Adds the markup of pages that only the site builder makes.
    pub fn add_built_pages(&mut self, pages: BuiltPages) {
        self.built_pages.extend(pages);
    }

    /// Markup of the pages that only the site builder makes, as far as it was added.
    pub fn built_pages(&self) -> &BuiltPages {
        &self.built_pages
    }

    /// Loads a corpus and validates its references.
    ///
    /// # Errors
    /// The corpus is not valid.
    pub fn load(corpus: &[u8], settings: &ClientSettings) -> Result<Engine, InvalidCorpus> {
        let ClientSettings { base, origin, is_addressed, edition } = settings;
        let verified_articles = VerifiedArticles::parse(&edition.verified_articles);
        let data =
            SiteData::new(load_catalogue(corpus)?, verified_articles, BasePath::new(base), origin.clone());
        Ok(Engine::new(SiteData { is_addressed: *is_addressed, ..data }))
    }

    /// Data of the site.
    pub fn site(&self) -> &SiteData {
        &self.site
    }

    /// Returns the response to a request. An unknown address gets a not-found page.
    pub fn respond(&self, request: &PageRequest) -> PageResponse {
        let request = Parsed::from(request.clone());
        let route = request.route.clone().resolve(&self.site.catalogue);
        self.respond_in(&self.site.page_context(route.lang), &route, &request)
    }

    /// Returns the page of a route, with charts that were drawn before.
    pub fn page(&self, route: &Route, charts: &DrawnCharts) -> PageResponse {
        let request = Parsed::from(PageRequest::page(&route.path()));
        self.respond_in(&self.site.page_context(route.lang).with_charts(charts), route, &request)
    }

    fn respond_in(
        &self,
        ctx: &PageContext<'_>,
        route: &Route,
        request: &Parsed<PageRequest>,
    ) -> PageResponse {
        let query = request.raw.query.as_str();
        if route.page == Page::Comparison {
            return comparison_response(ctx, route, query);
        }
        let view = match (&route.page, html::page(ctx, &route.page)) {
            (page, _) if page.is_built() => View::Static(match self.built_pages.get(&route.path()) {
                Some(markup) => markup.clone(),
                None => not_found::not_found_page(ctx).into_string(),
            }),
            (Page::Embed, _) if !query.is_empty() => {
                View::Static(embed::explorer_frame(ctx, query).into_string())
            }
            (_, Some(markup)) => View::Static(markup.into_string()),
            (Page::Figures, None) => {
                View::Explorer(explorer_view(ctx, &view_content::explorer_state(ctx, query), &request.raw))
            }
            (_, None) => {
                let asked = resolved_search(request.search.clone(), &self.site.catalogue);
                let results = search(&self.site.index, &asked);
                let groups = groups(ctx, &self.names, &asked, &results, |hit, id| {
                    result_groups::figure_row(ctx, ctx.catalogue().articles().get(hit.article as usize)?, id)
                });
                let lead = Some(home_lead(ctx).into_string());
                let all_facets = self.all_facets(route.lang);
                View::Home(home_view(ctx, all_facets, request, &results, groups, lead, |hit| {
                    home::result_card(ctx, hit)
                }))
            }
        };
        PageResponse::new(route, &self.site.catalogue, view)
    }

    /// Every value of every facet.
    pub(super) fn all_facets(&self, lang: Lang) -> &[FacetGroup] {
        let [vi, en] = &self.all_facets;
        match lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }

    /// Returns suggestions for a typed text.
    pub fn suggest(&self, request: &SuggestRequest) -> Vec<Suggestion> {
        let lang = Route::parse(&request.path).lang;
        suggestions(&self.site.page_context(lang), &self.names, self.all_facets(lang), request)
    }

    /// Names of campaigns and organisations.
    pub(super) fn names(&self) -> &NameIndex {
        &self.names
    }

    /// Data of the site, to be completed by chunks.
    pub(super) fn site_mut(&mut self) -> &mut SiteData {
        &mut self.site
    }
}

/// Loads a corpus and validates its references.
fn load_catalogue(corpus: &[u8]) -> Result<Catalogue, InvalidCorpus> {
    let corpus = corpus::load(corpus)?;
    let problems = corpus::validate_links(&corpus);
    let mut errors = problems.into_iter().filter(|p| p.severity == Severity::Error);
    match errors.next() {
        Some(first) => Err(InvalidCorpus::BrokenReference { first: Box::new(first), others: errors.count() }),
        None => Ok(Catalogue::new(corpus)),
    }
}

/// The comparison for a query.
pub(super) fn comparison_response(ctx: &PageContext<'_>, route: &Route, query: &str) -> PageResponse {
    let ComparisonPage { heading, markup } = comparison_page(ctx, query);
    let response = PageResponse::new(route, ctx.catalogue(), View::Static(spaced(markup).into_string()));
    // The page without a query has the title that the builder wrote.
    let title = match ComparisonQuery::parse(query) == ComparisonQuery::default() {
        true => response.title.clone(),
        false => format!("{heading} · {}", ctx.words.site_name),
    };
    PageResponse { title, ..response }
}

/// The explorer for a request.
pub(super) fn explorer_view(
    ctx: &PageContext<'_>,
    explored: &ExplorerState,
    request: &PageRequest,
) -> ExplorerView {
    let value_search =
        request.value_search.as_ref().map(|(parameter, typed)| (parameter.as_str(), typed.as_str()));
    let filter_controls =
        filter_controls::filter_controls(ctx, explored, value_search).into_iter().map(|filter_control| {
            let html::PropertyFilter { property, label, options, is_long, more } = filter_control;
            FilterControl {
                parameter: property.parameter().to_owned(),
                label: label.to_owned(),
                selected: filter_controls::selected_name(ctx, property, explored),
                options,
                is_long,
                more: if more > 0 { sentences::more_options(more, ctx.lang) } else { String::new() },
            }
        });
    ExplorerView {
        head: explorer::header(ctx).into_string(),
        filter_controls: filter_controls.collect(),
        see: sentences::see_figures(explored.matches.figures.len(), ctx.lang),
        count: explorer::result_count(ctx, explored).into_string(),
        rows: explorer::result_rows(ctx, explored, &request.query).into_string(),
    }
}
