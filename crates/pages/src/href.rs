//! Addresses of pages, parts of pages, charts and evidence.
//!
//! ```
//! use thidua_core::corpus::Catalogue;
//! use thidua_core::domain::Lang;
//! use thidua_pages::href;
//! use thidua_pages::route::{BasePath, Page};
//! use thidua_pages::site_model::{SiteData, VerifiedArticles};
//! use thidua_pages::url_state::PageView;
//! use thidua_sample::fixture::corpus;
//! let site = SiteData::new(Catalogue::new(corpus()), VerifiedArticles::All, BasePath::new("/kho/"), String::new());
//! let view = PageView { page: &Page::Figures, query: "cap=city&nam=2022&fbclid=x" };
//! assert_eq!(href::view_href(&site.page_context(Lang::Vi), view), "/kho/so-lieu/?cap=city&nam=2022");
//! ```

use thidua_chart::Evidence;
use thidua_core::domain::{Article, Campaign, Figure, Organisation};
use thidua_search::SearchRequest;

use crate::context::PageContext;
use crate::route::{Page, Route};
use crate::url_state::{
    ComparisonQuery, ExplorerQuery, ExplorerTab, FigureFilter, PageView, YearFilter, search_query,
};
use crate::view_content::figure_filter;

/// Query parameter of a frame that names one chart of its view.
pub const CHART_PARAMETER: &str = "bieu-do";

/// Id of the form in which readers open their own copy of an article. The id of a paragraph in it is followed by its line.
pub const OWN_COPY: &str = "ban-cua-toi";

/// Stands before an address in a text that is put into a page, if the host is not known. The name is reserved: no real address
/// begins so (RFC 2606).
pub(crate) const UNKNOWN_HOST: &str = "https://may-chu-cua-trang.invalid";

/// Address of the evidence of a mark.
pub fn evidence_href(ctx: &PageContext<'_>, evidence: &Evidence) -> String {
    match evidence {
        Evidence::Figure(id) => ctx.href(Page::Figure(id.clone())),
        Evidence::Article(id, line) => {
            let page = ctx.href(Page::Article(id.clone()));
            line.map_or_else(|| page.clone(), |line| format!("{page}#dong-{line}"))
        }
        Evidence::Figures(organisation, year) => {
            let year = Some(year.map_or(YearFilter::NotStated, YearFilter::In));
            let organisation = Some(organisation.clone());
            let filter = FigureFilter { organisation, year, ..FigureFilter::default() };
            view_href(ctx, PageView { page: &Page::Figures, query: &filter.query() })
        }
    }
}

/// Absolute address of a page, for citations; `None` if the origin of the site is not known.
pub fn citable_address(ctx: &PageContext<'_>, page: Page) -> Option<String> {
    ctx.absolute(&ctx.href(page))
}

/// Absolute address of a page for its markup. If the builder does not know the origin, [`UNKNOWN_HOST`] stands in its place,
/// which the browser replaces.
pub(crate) fn displayed_address(ctx: &PageContext<'_>, page: Page) -> Option<String> {
    let href = ctx.href(page);
    let to_be_completed = || (!ctx.site.base.is_single_file()).then(|| format!("{UNKNOWN_HOST}{href}"));
    ctx.absolute(&href).or_else(to_be_completed)
}

/// Address of an article.
pub fn article_href(ctx: &PageContext<'_>, article: &Article) -> String {
    ctx.href(Page::Article(article.id.clone()))
}

/// Address of a paragraph of an article.
pub fn line_href(ctx: &PageContext<'_>, article: &Article, line: u32) -> String {
    format!("{}#dong-{line}", article_href(ctx, article))
}

/// Address of the form in which readers open their own copy of an article, at one of its paragraphs.
pub fn own_copy_href(ctx: &PageContext<'_>, article: &Article, line: u32) -> String {
    format!("{}#{OWN_COPY}-{line}", article_href(ctx, article))
}

/// Address of a figure.
pub fn figure_href(ctx: &PageContext<'_>, figure: &Figure) -> String {
    ctx.href(Page::Figure(figure.id.clone()))
}

/// Address of the figures of an organisation in a campaign, of one year or of all.
pub(crate) fn campaign_figures_href(
    ctx: &PageContext<'_>,
    campaign: &Campaign,
    organisation: &Organisation,
    year: Option<YearFilter>,
) -> String {
    let filter = FigureFilter {
        organisation: Some(organisation.id.clone()),
        campaign: Some(campaign.id.clone()),
        year,
        ..FigureFilter::default()
    };
    format!("{}?{}", ctx.href(Page::Figures), filter.query())
}

/// Address of the search for a campaign by its name, about one organisation or all, in one year or all.
pub fn campaign_search_href(
    ctx: &PageContext<'_>,
    campaign: &Campaign,
    organisation: Option<&Organisation>,
    year: Option<u16>,
) -> String {
    let mut search = campaign_search(campaign);
    search.selection.organisations.extend(organisation.map(|organisation| organisation.id.clone()));
    search.selection.years.extend(year);
    format!("{}?{}", ctx.href(Page::Home), search_query(&search))
}

/// Search for a campaign by its name as a phrase.
pub(crate) fn campaign_search(campaign: &Campaign) -> SearchRequest {
    SearchRequest { query: format!("\"{}\"", campaign.name.replace('"', " ")), ..SearchRequest::default() }
}

/// Address of a comparison.
pub fn comparison_href(ctx: &PageContext<'_>, query: &ComparisonQuery) -> String {
    let query = query.query();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}{mark}{query}", ctx.href(Page::Comparison))
}

/// Address of a case on the page of differences: different accounts of one thing, or its change over the years. `chart` is the
/// id of the chart that shows it on the page of a campaign or an organisation.
pub fn difference_href(ctx: &PageContext<'_>, chart: &str) -> String {
    format!("{}#{chart}", ctx.href(Page::Differences))
}

/// Address for a link out of a frame. Without the origin of the site it is relative to the host of the frame, which is the
/// same.
pub fn outside_href(ctx: &PageContext<'_>, href: &str) -> String {
    ctx.absolute(href).unwrap_or_else(|| href.to_owned())
}

/// Address of the explorer with the figures of a campaign or an organisation; `None` for other pages.
pub fn explorer_href_of(ctx: &PageContext<'_>, page: &Page) -> Option<String> {
    Some(format!("{}?{}", ctx.href(Page::Figures), explorer_query_of(page)?))
}

/// Query of the explorer that chooses the figures of a campaign or an organisation; `None` for other pages.
pub fn explorer_query_of(page: &Page) -> Option<String> {
    let all = FigureFilter::default();
    let filter = match page {
        Page::Campaign(id) => FigureFilter { campaign: Some(id.clone()), ..all },
        Page::Organisation(id) => FigureFilter { organisation: Some(id.clone()), ..all },
        _ => return None,
    };
    Some(filter.query())
}

/// Address of a state of the explorer.
pub fn explorer_href(ctx: &PageContext<'_>, asked: &ExplorerQuery) -> String {
    let query = asked.query();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}{mark}{query}", ctx.href(Page::Figures))
}

/// Address of the view that has a chart of the given one, without the chart's id; for a frame, that of its page.
pub fn charts_href(ctx: &PageContext<'_>, view: PageView<'_>) -> String {
    match view.page {
        Page::Figures | Page::Embed => {
            let filter = figure_filter(ctx, view.query);
            explorer_href(ctx, &ExplorerQuery::default().with_filter(filter).with_tab(ExplorerTab::Charts))
        }
        _ => view_href(ctx, view),
    }
}

/// Address of a view from the root of the host; for a frame, that of its page.
pub fn view_href(ctx: &PageContext<'_>, view: PageView<'_>) -> String {
    match view.page {
        Page::Figures | Page::Embed => {
            explorer_href(ctx, &ExplorerQuery::default().with_filter(figure_filter(ctx, view.query)))
        }
        Page::Comparison => {
            let query = ComparisonQuery::parse(view.query).resolved(ctx.catalogue());
            comparison_href(ctx, &query)
        }
        page => ctx.href(page.clone()),
    }
}

/// Address of a chart alone, for a frame in somebody else's page.
pub fn embed_href(ctx: &PageContext<'_>, view: PageView<'_>, chart: &str) -> String {
    let base = &ctx.site.base;
    match view.page {
        Page::Figures | Page::Embed => {
            let query = figure_filter(ctx, view.query).query();
            let and = if query.is_empty() { "" } else { "&" };
            format!("{}?{query}{and}{CHART_PARAMETER}={chart}", ctx.href(Page::Embed))
        }
        page => base.file(&Route { lang: ctx.lang, page: page.clone() }.embed_path(chart)),
    }
}
