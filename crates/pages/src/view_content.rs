//! Figures and charts of a page: its markup, its downloads and its frames all ask here, so that they cannot disagree.
//!
//! ```
//! use thidua_core::corpus::Catalogue;
//! use thidua_core::domain::Lang;
//! use thidua_pages::route::{BasePath, Page};
//! use thidua_pages::view_content;
//! use thidua_pages::site_model::{SiteData, VerifiedArticles};
//! use thidua_pages::url_state::PageView;
//! use thidua_sample::fixture::corpus;
//! let site = SiteData::new(Catalogue::new(corpus()), VerifiedArticles::All, BasePath::new("/kho/"), String::new());
//! let ctx = site.page_context(Lang::Vi);
//! let targets = PageView { page: &Page::Figures, query: "vai-tro=target" };
//! let figures = view_content::figures_of_view(&ctx, targets);
//! assert!(figures.iter().all(|found| found.figure.role == thidua_core::domain::Role::Target));
//! ```

use thidua_chart::{Chart, Evidence, charts_for, comparisons_for, coverage, measure_chart, timeline};
use thidua_cite::article_line;
use thidua_core::collections::collect_set;
use thidua_core::corpus::{FigureRef, PhaseRef};
use thidua_core::domain::{Article, OrganisationId};
use thidua_search::search;

use crate::comparison::{Comparison, ComparisonContent, comparison};
use crate::context::PageContext;
use crate::figure_order::sorted_figures;
use crate::route::Page;
use crate::url_state::{
    self, ComparisonQuery, ExplorerQuery, ExplorerTab, FigureFilter, FigureOrder, FilteredFigures, PageView,
    TablePage,
};

/// Maximum number of figures of a page that are charted, and of rounds and articles on a timeline: nobody reads a thousand
/// charts.
pub const MAX_CHARTED_FIGURES: usize = 600;
/// Maximum number of figures of which the explorer draws charts.
pub const MAX_EXPLORED_FIGURES: usize = 500;
/// Maximum number of articles whose figures the explorer charts: each may have to be fetched separately.
const MAX_EXPLORED_ARTICLES: usize = 40;

/// Maximum number of rows of the chart of the comparison.
const MAX_COMPARISON_ROWS: usize = 8;
/// Maximum number of rounds and articles on the page of the timeline that are drawn: more do not fit on a few screens.
pub const MAX_LANES: usize = 24;

/// State of the figure explorer, as its query requests it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplorerState {
    /// The filter.
    pub filter: FigureFilter,
    /// The figures that pass, with the counts of other choices.
    pub matches: FilteredFigures,
    /// The tab that is shown.
    pub tab: ExplorerTab,
    /// Order of the table.
    pub order: FigureOrder,
    /// The page of the table that is shown.
    pub page: TablePage,
    /// True if charts of the figures that pass are drawn: they are few enough, and so are their articles.
    pub is_charted: bool,
}

impl ExplorerState {
    /// Returns the state as it stands in the address.
    pub fn asked(&self) -> ExplorerQuery {
        let ExplorerState { filter, tab, order, page, .. } = self;
        ExplorerQuery { filter: filter.clone(), tab: *tab, order: *order, page: page.number }
    }
}

/// Articles that the home page lists for a query, all of them, in its order.
pub fn articles_found<'a>(ctx: &PageContext<'a>, query: &str) -> Vec<&'a Article> {
    let request = url_state::resolved_search(url_state::parse_search(query), ctx.catalogue());
    let hits = search(&ctx.site.index, &request).hits;
    hits.iter().filter_map(|hit| ctx.catalogue().articles().get(hit.article as usize)).collect()
}

/// Figures that a chart shows, in the order of its marks.
pub fn chart_figures<'a>(ctx: &PageContext<'a>, chart: &Chart) -> Vec<FigureRef<'a>> {
    chart.figures().into_iter().filter_map(|id| ctx.catalogue().figure(id)).collect()
}

/// Citation lines of the articles that print the figures of a chart, each once.
pub fn chart_sources(ctx: &PageContext<'_>, chart: &Chart) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let articles = chart.evidence().into_iter().filter_map(|evidence| match evidence {
        Evidence::Figure(id) => ctx.catalogue().figure(id).map(|found| found.article),
        Evidence::Article(id, _) => ctx.catalogue().article(id),
        Evidence::Figures(..) => None,
    });
    for article in articles {
        let line = article_line(article, ctx.catalogue(), ctx.lang);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// Filter of the explorer, with redirected ids replaced.
pub fn figure_filter(ctx: &PageContext<'_>, query: &str) -> FigureFilter {
    FigureFilter::parse(query).resolved(ctx.catalogue())
}

/// Returns the state of the explorer that `query` requests. Names are sorted as the language of the page writes them.
pub fn explorer_state(ctx: &PageContext<'_>, query: &str) -> ExplorerState {
    let ExplorerQuery { filter, tab, order, page } = ExplorerQuery::parse(query);
    let filter = filter.resolved(ctx.catalogue());
    let matches = filter.apply(&ctx.site.figures, ctx.catalogue());
    let page = TablePage::of(&sorted_figures(ctx, &matches.figures, order), page);
    let is_charted = is_charted(ctx, &matches.figures);
    ExplorerState { filter, matches, tab, order, page, is_charted }
}

/// Returns whether the explorer draws charts of these figures, which stand in the order of the corpus.
pub fn is_charted(ctx: &PageContext<'_>, figures: &[u32]) -> bool {
    let rows = ctx.site.figures.figures();
    let articles = figures.iter().filter_map(|number| Some(rows.get(*number as usize)?.position.article));
    let (count, _) = articles.fold((0, None), |(count, last), article| match last == Some(article) {
        true => (count, last),
        false => (count + 1, Some(article)),
    });
    figures.len() <= MAX_EXPLORED_FIGURES && count <= MAX_EXPLORED_ARTICLES
}

/// Figures with these numbers; `None` if one of them is not loaded.
pub fn figures_by_number<'a>(ctx: &PageContext<'a>, numbers: &[u32]) -> Option<Vec<FigureRef<'a>>> {
    let rows = ctx.site.figures.figures();
    numbers.iter().map(|number| ctx.catalogue().figure_at(rows.get(*number as usize)?.position)).collect()
}

/// Figures of a view: of the article, the campaign, the organisation, the whole and its parts, or those that pass the filter of
/// the explorer. Empty for other pages.
pub fn figures_of_view<'a>(ctx: &PageContext<'a>, view: PageView<'_>) -> Vec<FigureRef<'a>> {
    let catalogue = ctx.catalogue();
    match view.page {
        Page::Article(id) => catalogue.article(id).into_iter().flat_map(figures_of).collect(),
        Page::Campaign(id) => catalogue.figures_of_campaign(id),
        Page::Organisation(id) => catalogue.figures_of_organisation(id),
        Page::Figure(id) => catalogue.figure(id).map(|found| whole_and_parts(ctx, found)).unwrap_or_default(),
        Page::Figures | Page::Embed => {
            // If some are not loaded yet, there is nothing to list or to draw; the table says that they are loading.
            figures_by_number(ctx, &explorer_state(ctx, view.query).matches.figures).unwrap_or_default()
        }
        Page::Comparison => compared_figures(ctx, view.query),
        _ => Vec::new(),
    }
}

/// The measure that a query of the comparison chooses; `None` while none is chosen.
fn compared_measure<'a>(ctx: &PageContext<'a>, query: &str) -> Option<Comparison<'a>> {
    let query = ComparisonQuery::parse(query).resolved(ctx.catalogue());
    match comparison(ctx, &query) {
        ComparisonContent::One(one, _) if !query.is_open() => Some(*one),
        _ => None,
    }
}

/// Figures that the comparison shows, in the order of its table; empty while no measure is chosen.
pub fn compared_figures<'a>(ctx: &PageContext<'a>, query: &str) -> Vec<FigureRef<'a>> {
    let one = compared_measure(ctx, query);
    one.map(|one| one.rows.iter().map(|row| row.found).collect()).unwrap_or_default()
}

/// Chart of a comparison; `None` if its figures allow none.
pub fn comparison_chart(ctx: &PageContext<'_>, one: &Comparison<'_>) -> Option<Chart> {
    let figures: Vec<FigureRef<'_>> = one.rows.iter().map(|row| row.found).collect();
    let absent: Vec<OrganisationId> = one.silent.iter().map(|organisation| organisation.id.clone()).collect();
    measure_chart(&figures, &absent, MAX_COMPARISON_ROWS, ctx.catalogue(), ctx.lang)
}

/// Charts of a view.
pub fn charts_of_view(ctx: &PageContext<'_>, view: PageView<'_>) -> Vec<Chart> {
    if matches!(view.page, Page::Figures | Page::Embed) {
        let explored = explorer_state(ctx, view.query);
        let mut charts = charts_of_explorer(ctx, &explored);
        // Frames of other sites may still show the coverage as the explorer once did.
        if *view.page == Page::Embed && explored.filter == FigureFilter::default() {
            charts.splice(..0, coverage_chart(ctx));
        }
        return charts;
    }
    let figures = figures_of_view(ctx, view);
    // The page of a figure that is no part of anything already says all that a chart of it could.
    let is_alone = matches!(view.page, Page::Figure(_)) && figures.len() < 2;
    let mut charts = if *view.page == Page::About { coverage_chart(ctx) } else { Vec::new() };
    if *view.page == Page::Comparison {
        charts.extend(compared_measure(ctx, view.query).and_then(|one| comparison_chart(ctx, &one)));
    } else if matches!(view.page, Page::Campaign(_) | Page::Organisation(_)) {
        charts.extend(compared(ctx, view, &figures));
    } else if !is_alone && figures.len() <= MAX_CHARTED_FIGURES {
        charts.extend(charts_for(&figures, ctx.catalogue(), ctx.lang));
    }
    charts.extend(timeline_chart(ctx, view));
    charts
}

/// Comparisons of a page. A campaign names the organisations that report on it and state no number.
fn compared(ctx: &PageContext<'_>, view: PageView<'_>, figures: &[FigureRef<'_>]) -> Vec<Chart> {
    let articles = match view.page {
        Page::Campaign(id) => ctx.catalogue().articles_of_campaign(id),
        _ => Vec::new(),
    };
    let reporting = collect_set(articles.into_iter().map(|article| article.organisation.clone()));
    let reporting: Vec<OrganisationId> = reporting.into_iter().collect();
    comparisons_for(figures, &reporting, MAX_CHARTED_FIGURES, ctx.catalogue(), ctx.lang)
}

/// Charts of the chosen figures of the explorer, if they are few enough and loaded: comparisons, or those of their only article.
pub fn charts_of_explorer(ctx: &PageContext<'_>, explored: &ExplorerState) -> Vec<Chart> {
    if !explored.is_charted {
        return Vec::new();
    }
    let figures = figures_by_number(ctx, &explored.matches.figures).unwrap_or_default();
    match collect_set(figures.iter().map(|found| &found.article.id)).len() {
        0 | 1 => charts_for(&figures, ctx.catalogue(), ctx.lang),
        _ => comparisons_for(&figures, &[], MAX_CHARTED_FIGURES, ctx.catalogue(), ctx.lang),
    }
}

/// Chart of the coverage of the corpus.
pub(crate) fn coverage_chart(ctx: &PageContext<'_>) -> Vec<Chart> {
    coverage(&ctx.site.figures, ctx.catalogue(), ctx.lang).into_iter().collect()
}

/// Timeline of the rounds of a page; on the page of the timeline with the articles.
pub(crate) fn timeline_chart(ctx: &PageContext<'_>, view: PageView<'_>) -> Option<Chart> {
    let catalogue = ctx.catalogue();
    let (phases, articles): (Vec<PhaseRef<'_>>, Vec<&Article>) = match view.page {
        Page::Timeline => (catalogue.phases().collect(), catalogue.articles().iter().collect()),
        Page::Campaign(id) => (catalogue.phases_of(id), Vec::new()),
        Page::Organisation(id) => (catalogue.phases_of_organisation(id), Vec::new()),
        _ => return None,
    };
    let most = if *view.page == Page::Timeline { MAX_LANES } else { MAX_CHARTED_FIGURES };
    let is_drawn = phases.len() + articles.len() <= most;
    is_drawn.then(|| timeline(&phases, &articles, catalogue, ctx.lang))?
}

/// The whole with its parts if the figure is one or the other; else the figure alone.
pub(crate) fn whole_and_parts<'a>(ctx: &PageContext<'a>, found: FigureRef<'a>) -> Vec<FigureRef<'a>> {
    let catalogue = ctx.catalogue();
    let whole = found.figure.part_of.as_deref().and_then(|id| catalogue.figure(id)).unwrap_or(found);
    let mut family = catalogue.shares_of(&whole.figure.id);
    family.insert(0, whole);
    family
}

/// Returns the figures of an article.
pub(crate) fn figures_of(article: &Article) -> impl Iterator<Item = FigureRef<'_>> {
    article.figures.iter().map(move |figure| FigureRef { article, figure })
}
