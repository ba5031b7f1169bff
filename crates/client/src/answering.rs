//! The engine itself.

use super::home::home;
use super::{Answer, Ask, ExplorerView, FilterControl, FilterOption, Settings, View};
use thidua_core::corpus::{self, Catalogue, Severity};
use thidua_core::domain::Lang;
use thidua_i18n::sentences;
use thidua_pages::html::{self, DrawnCharts, ExplorerState, PageContext};
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{BasePath, Page, Route};
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state::{self, FacetOption, facet_options};
use thidua_search::{Request, search};

/// The facts of a site, ready to be asked for.
#[derive(Debug)]
pub struct Engine {
    site: SiteData,
    /// Every value of every facet: the rows of the home page, in each language.
    universe: [Vec<FacetOption>; 2],
}

impl Engine {
    /// Takes the data of a site.
    pub fn new(site: SiteData) -> Engine {
        let options = facet_options(&search(&site.index, &Request::default()).facets);
        let universe = Lang::ALL.map(|lang| site.ctx(lang).facet_rows(options.clone()));
        Engine { site, universe }
    }

    /// Reads a corpus and checks that it hangs together.
    ///
    /// # Errors
    /// In words, naming `corpus.json`, the place in it and the reason.
    pub fn load(corpus: &[u8], settings: &Settings) -> Result<Engine, String> {
        let Settings { base, origin, is_addressed, edition } = settings;
        let attested = VerifiedArticles::parse(&edition.attested);
        let data = SiteData::new(checked(corpus)?, attested, BasePath::new(base), origin.clone());
        Ok(Engine::new(SiteData { is_addressed: *is_addressed, ..data }))
    }

    /// The data behind the answers.
    pub fn site(&self) -> &SiteData {
        &self.site
    }

    /// What stands at an address. Any address has an answer: where there is no such page, it says so.
    pub fn answer(&self, ask: &Ask) -> Answer {
        let route = Route::parse(&ask.path).resolve(&self.site.catalogue);
        self.answer_in(self.site.ctx(route.lang), &route, ask)
    }

    /// A page of which these are the charts.
    pub fn page(&self, route: &Route, charts: &DrawnCharts) -> Answer {
        self.answer_in(self.site.ctx(route.lang).with_charts(charts), route, &Ask::page(&route.path()))
    }

    fn answer_in(&self, ctx: PageContext<'_>, route: &Route, ask: &Ask) -> Answer {
        let PageMeta { title, description, .. } = PageMeta::of(route, &self.site.catalogue);
        let view = match (&route.page, ctx.page(&route.page)) {
            (Page::Embed, _) if !ask.query.is_empty() => View::Told(ctx.embed_view(&ask.query).into_string()),
            (_, Some(markup)) => View::Told(markup.into_string()),
            (Page::Figures, None) => View::Explorer(explorer(ctx, &ctx.explored(&ask.query), ask)),
            (_, None) => {
                let results = search(&self.site.index, &url_state::parse_search(&ask.query));
                View::Home(home(ctx, self.universe(route.lang), ask, &results, |hit| ctx.card(hit)))
            }
        };
        Answer { path: route.path(), title, description, view }
    }

    /// Every value of every facet.
    pub(super) fn universe(&self, lang: Lang) -> &[FacetOption] {
        let [vi, en] = &self.universe;
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
pub(super) fn explorer(ctx: PageContext<'_>, explored: &ExplorerState, ask: &Ask) -> ExplorerView {
    let sought = ask.sought.as_ref().map(|(parameter, typed)| (parameter.as_str(), typed.as_str()));
    let filter_controls = ctx.filter_controls(explored, sought).into_iter().map(|filter_control| {
        let html::FilterControl { property, label, options, is_long, more } = filter_control;
        let offers = options.into_iter().map(|html::FilterOption { value, name, chosen }| FilterOption {
            value,
            name,
            chosen,
        });
        FilterControl {
            parameter: property.parameter().to_owned(),
            label: label.to_owned(),
            now: ctx.selected_name(property, explored),
            offers: offers.collect(),
            is_long,
            more: if more > 0 { sentences::more_offers(more, ctx.lang) } else { String::new() },
        }
    });
    ExplorerView {
        head: ctx.explorer_head().into_string(),
        filter_controls: filter_controls.collect(),
        count: ctx.explored_count(explored).into_string(),
        rows: ctx.explored_rows(explored, &ask.query).into_string(),
    }
}
