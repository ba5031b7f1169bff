//! Which figures a page speaks of, and the charts that they allow: the page, its downloads and its frames ask here, so
//! that they cannot disagree.

use super::PageContext;
use super::components::chart_panel::{DrawnCharts, MOST_SHOWN};
use crate::route::{BasePath, Page, Route};
use crate::url_state::PageView;
use crate::url_state::{FigureFilter, FilteredFigures, TablePage};
use thidua_chart::{Chart, charts_for, coverage, timeline};
use thidua_core::corpus::{FigureRef, PhaseRef};
use thidua_core::domain::Article;

/// More figures of a page than these are listed and not drawn, and more rounds and articles not placed in time: nobody reads a
/// thousand charts.
pub const MAX_CHARTED_FIGURES: usize = 600;

/// What an explorer's query asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplorerState {
    /// The choices.
    pub filter: FigureFilter,
    /// The figures that pass, and what other choices would show.
    pub matches: FilteredFigures,
    /// Those that are shown.
    pub page: TablePage,
}

impl<'a> PageContext<'a> {
    /// The choices of an explorer's query, old ids replaced.
    pub fn figure_filter(self, query: &str) -> FigureFilter {
        FigureFilter::parse(query).resolved(self.catalogue())
    }

    /// The address of the explorer with the figures of a campaign or an organisation; nothing for other pages.
    pub fn explored_href(self, page: &Page) -> Option<String> {
        let all = FigureFilter::default();
        let filter = match page {
            Page::Campaign(id) => FigureFilter { campaign: Some(id.clone()), ..all },
            Page::Organisation(id) => FigureFilter { organisation: Some(id.clone()), ..all },
            _ => return None,
        };
        Some(format!("{}?{}", self.href(Page::Figures), filter.query()))
    }

    /// What an explorer's query asks for.
    pub fn explored(self, query: &str) -> ExplorerState {
        let table = &self.site.figures;
        let filter = self.figure_filter(query);
        let matches = filter.apply(table, self.catalogue());
        let page = TablePage::requested(query, &matches.figures, table);
        ExplorerState { filter, matches, page }
    }

    /// The figures of these numbers; nothing while one of them is not here.
    pub fn figures_numbered(self, numbers: &[u32]) -> Option<Vec<FigureRef<'a>>> {
        let rows = self.site.figures.figures();
        numbers.iter().map(|number| self.catalogue().figure_at(rows.get(*number as usize)?.place)).collect()
    }

    /// The figures that a place speaks of: of the article, the campaign, the organisation, the whole and its parts,
    /// or what the explorer is asked for. None for other pages.
    pub fn figures_at(self, place: PageView<'_>) -> Vec<FigureRef<'a>> {
        let catalogue = self.catalogue();
        match place.page {
            Page::Article(id) => catalogue.article(id).into_iter().flat_map(figures_of).collect(),
            Page::Campaign(id) => catalogue.figures_of_campaign(id),
            Page::Organisation(id) => catalogue.figures_of_organisation(id),
            Page::Figure(id) => catalogue.figure(id).map(|found| self.family(found)).unwrap_or_default(),
            Page::Figures | Page::Embed => {
                // Where some are not here yet, there is nothing to list or to draw: the rows say that they are coming.
                self.figures_numbered(&self.explored(place.query).matches.figures).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// The charts at a place.
    pub fn charts_at(self, place: PageView<'_>) -> Vec<Chart> {
        if matches!(place.page, Page::Figures | Page::Embed) {
            return self.charts_explored(&self.explored(place.query));
        }
        let figures = self.figures_at(place);
        // The page of a figure that is no part of anything already says all that a chart of it could.
        let is_alone = matches!(place.page, Page::Figure(_)) && figures.len() < 2;
        let mut charts = if *place.page == Page::About { self.coverage() } else { Vec::new() };
        if !is_alone && figures.len() <= MAX_CHARTED_FIGURES {
            charts.extend(charts_for(&figures, self.catalogue(), self.lang));
        }
        charts.extend(self.timeline_at(place));
        charts
    }

    /// The charts of an explorer's view: what the corpus holds where nothing is chosen, and those of the chosen figures
    /// where one page has them all. None while one of these is not here.
    pub fn charts_explored(self, explored: &ExplorerState) -> Vec<Chart> {
        let ExplorerState { filter, page, .. } = explored;
        let is_plain = *filter == FigureFilter::default() && page.number == 1;
        let mut charts = if is_plain { self.coverage() } else { Vec::new() };
        if let Some(figures) = self.figures_numbered(&page.figures).filter(|_| page.is_only_page()) {
            charts.extend(charts_for(&figures, self.catalogue(), self.lang));
        }
        charts
    }

    /// The same, drawn.
    pub fn drawn_explored(self, explored: &ExplorerState) -> DrawnCharts {
        self.drawn(self.charts_explored(explored), MOST_SHOWN)
    }

    /// What the whole corpus holds.
    fn coverage(self) -> Vec<Chart> {
        coverage(&self.site.figures, self.catalogue(), self.lang).into_iter().collect()
    }

    /// The rounds of a place in time; on the timeline the articles, too.
    fn timeline_at(self, place: PageView<'_>) -> Option<Chart> {
        let catalogue = self.catalogue();
        let (phases, articles): (Vec<PhaseRef<'_>>, Vec<&Article>) = match place.page {
            Page::Timeline => (catalogue.phases().collect(), catalogue.articles().iter().collect()),
            Page::Campaign(id) => (catalogue.phases_of(id), Vec::new()),
            Page::Organisation(id) => (catalogue.phases_of_organisation(id), Vec::new()),
            _ => return None,
        };
        let is_drawn = phases.len() + articles.len() <= MAX_CHARTED_FIGURES;
        is_drawn.then(|| timeline(&phases, &articles, catalogue, self.lang))?
    }

    /// The whole with its parts, where the figure is one or the other; else the figure alone.
    fn family(self, found: FigureRef<'a>) -> Vec<FigureRef<'a>> {
        let catalogue = self.catalogue();
        let whole = found.figure.part_of.as_deref().and_then(|id| catalogue.figure(id)).unwrap_or(found);
        let mut family = catalogue.shares_of(&whole.figure.id);
        family.insert(0, whole);
        family
    }

    /// The address of a place from the host's root, the page's own and not the frame's.
    pub fn place_href(self, place: PageView<'_>) -> String {
        match place.page {
            Page::Figures | Page::Embed => {
                let query = self.figure_filter(place.query).query();
                let mark = if query.is_empty() { "" } else { "?" };
                format!("{}{mark}{query}", self.href(Page::Figures))
            }
            page => self.href(page.clone()),
        }
    }

    /// The address of a chart alone, for a frame in somebody else's page.
    pub fn embed_href(self, place: PageView<'_>, chart: &str) -> String {
        let base = &self.site.base;
        match place.page {
            Page::Figures | Page::Embed => {
                let query = self.figure_filter(place.query).query();
                let and = if query.is_empty() { "" } else { "&" };
                format!("{}?{query}{and}{CHART}={chart}", self.href(Page::Embed))
            }
            page => base.file(&Route { lang: self.lang, page: page.clone() }.embed_path(chart)),
        }
    }

    /// `href` as it stands outside of the site: with the host. `None` where that is not known.
    ///
    /// In a site that is one file, a link leads to the published site where its address is known, else to the place in
    /// that file.
    pub fn absolute(self, href: &str) -> Option<String> {
        let origin = Some(self.site.origin.as_str()).filter(|origin| !origin.is_empty())?;
        Some(match href.strip_prefix(BasePath::HASH).filter(|_| self.site.is_addressed) {
            Some(path) => format!("{origin}/{path}"),
            None => format!("{origin}{href}"),
        })
    }
}

/// The parameter of a frame that names one chart of its view.
pub const CHART: &str = "bieu-do";

/// The figures of an article.
pub(super) fn figures_of(article: &Article) -> impl Iterator<Item = FigureRef<'_>> {
    article.figures.iter().map(move |figure| FigureRef { article, figure })
}
