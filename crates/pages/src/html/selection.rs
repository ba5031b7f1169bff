//! Which figures a page speaks of, and the charts that they allow: the page, its downloads and its frames ask here, so
//! that they cannot disagree.

use super::Ctx;
use super::parts::chart_panel::{DrawnCharts, MOST_SHOWN};
use crate::filters::{Choice, FigureFilter, Leaf};
use crate::route::{Base, Page, Route};
use thidua_chart::{Chart, charts_for, coverage, timeline};
use thidua_core::corpus::{FigureRef, PhaseRef};
use thidua_core::domain::Article;

/// More figures of a page than these are listed and not drawn, and more rounds and articles not placed in time: nobody reads a
/// thousand charts.
pub const MOST_DRAWN: usize = 600;

/// What an explorer's query asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explored {
    /// The choices.
    pub filter: FigureFilter,
    /// The figures that pass, and what other choices would show.
    pub choice: Choice,
    /// Those that are shown.
    pub leaf: Leaf,
}

/// A page as it is shown: with the choices in its address.
#[derive(Debug, Clone, Copy)]
pub struct Place<'p> {
    /// The page.
    pub page: &'p Page,
    /// The query without `?`; only the explorer has one that counts.
    pub query: &'p str,
}

impl<'p> Place<'p> {
    /// A page without choices.
    pub fn of(page: &'p Page) -> Place<'p> {
        Place { page, query: "" }
    }

    /// Whether its charts are built as frames; a view of the explorer exists in its address only.
    pub fn has_frames(self) -> bool {
        !matches!(self.page, Page::Figures | Page::Embed)
    }
}

impl<'a> Ctx<'a> {
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
    pub fn explored(self, query: &str) -> Explored {
        let table = &self.site.figures;
        let filter = self.figure_filter(query);
        let choice = filter.choose(table, self.catalogue());
        let leaf = Leaf::asked_for(query, &choice.figures, table);
        Explored { filter, choice, leaf }
    }

    /// The figures of these numbers; nothing while one of them is not here.
    pub fn figures_numbered(self, numbers: &[u32]) -> Option<Vec<FigureRef<'a>>> {
        let rows = self.site.figures.figures();
        numbers.iter().map(|number| self.catalogue().figure_at(rows.get(*number as usize)?.place)).collect()
    }

    /// The figures that a place speaks of: of the article, the campaign, the organisation, the whole and its parts,
    /// or what the explorer is asked for. None for other pages.
    pub fn figures_at(self, place: Place<'_>) -> Vec<FigureRef<'a>> {
        let catalogue = self.catalogue();
        match place.page {
            Page::Article(id) => catalogue.article(id).into_iter().flat_map(figures_of).collect(),
            Page::Campaign(id) => catalogue.figures_of_campaign(id),
            Page::Organisation(id) => catalogue.figures_of_organisation(id),
            Page::Figure(id) => catalogue.figure(id).map(|found| self.family(found)).unwrap_or_default(),
            Page::Figures | Page::Embed => {
                // Where some are not here yet, there is nothing to list or to draw: the rows say that they are coming.
                self.figures_numbered(&self.explored(place.query).choice.figures).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// The charts at a place.
    pub fn charts_at(self, place: Place<'_>) -> Vec<Chart> {
        if matches!(place.page, Page::Figures | Page::Embed) {
            return self.charts_explored(&self.explored(place.query));
        }
        let figures = self.figures_at(place);
        // The page of a figure that is no part of anything already says all that a chart of it could.
        let is_alone = matches!(place.page, Page::Figure(_)) && figures.len() < 2;
        let mut charts = if *place.page == Page::About { self.coverage() } else { Vec::new() };
        if !is_alone && figures.len() <= MOST_DRAWN {
            charts.extend(charts_for(&figures, self.catalogue(), self.lang));
        }
        charts.extend(self.timeline_at(place));
        charts
    }

    /// The charts of an explorer's view: what the corpus holds where nothing is chosen, and those of the chosen figures
    /// where one leaf has them all. None while one of these is not here.
    pub fn charts_explored(self, explored: &Explored) -> Vec<Chart> {
        let Explored { filter, leaf, .. } = explored;
        let is_plain = *filter == FigureFilter::default() && leaf.number == 1;
        let mut charts = if is_plain { self.coverage() } else { Vec::new() };
        if let Some(figures) = self.figures_numbered(&leaf.figures).filter(|_| leaf.is_all()) {
            charts.extend(charts_for(&figures, self.catalogue(), self.lang));
        }
        charts
    }

    /// The same, drawn.
    pub fn drawn_explored(self, explored: &Explored) -> DrawnCharts {
        self.drawn(self.charts_explored(explored), MOST_SHOWN)
    }

    /// What the whole corpus holds.
    fn coverage(self) -> Vec<Chart> {
        coverage(&self.site.figures, self.catalogue(), self.lang).into_iter().collect()
    }

    /// The rounds of a place in time; on the timeline the articles, too.
    fn timeline_at(self, place: Place<'_>) -> Option<Chart> {
        let catalogue = self.catalogue();
        let (phases, articles): (Vec<PhaseRef<'_>>, Vec<&Article>) = match place.page {
            Page::Timeline => (catalogue.phases().collect(), catalogue.articles().iter().collect()),
            Page::Campaign(id) => (catalogue.phases_of(id), Vec::new()),
            Page::Organisation(id) => (catalogue.phases_of_organisation(id), Vec::new()),
            _ => return None,
        };
        let is_drawn = phases.len() + articles.len() <= MOST_DRAWN;
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
    pub fn place_href(self, place: Place<'_>) -> String {
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
    pub fn embed_href(self, place: Place<'_>, chart: &str) -> String {
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
        Some(match href.strip_prefix(Base::HASH).filter(|_| self.site.is_addressed) {
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
