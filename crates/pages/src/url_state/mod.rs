//! State of a page in its address: parsed from the query and written back, with defaults left out.
//!
//! Each view has one address: parameters stand in a fixed order, values are sorted. Values that cannot be parsed (a year that
//! is no number, a kind that does not exist) are ignored, so that an old or mistyped link still opens.

mod comparison;
mod explorer_query;
mod figure_counts;
mod figure_filter;
mod page_view;
mod pagination;

pub use comparison::{ComparisonQuery, MAX_CHOSEN, period_slug};
pub use explorer_query::{ExplorerQuery, ExplorerTab, FigureColumn, FigureOrder};
pub use figure_counts::FilteredFigures;
pub use figure_filter::{FigureFilter, FigureProperty, YearFilter};
pub use page_view::PageView;
pub use pagination::{MAX_UNDIVIDED_ROWS, ROWS_PER_PAGE, TablePage};

use std::borrow::Cow;

use form_urlencoded::{Serializer, parse};

use thidua_core::corpus::Catalogue;
use thidua_core::domain::{CampaignKind, Level, OrganisationId, Role, Sector};
use thidua_search::{FacetCounts, FacetValue, SearchRequest, Sort};

use crate::route::Page;

/// Names of all query parameters of the site. Everything else in a query was added by others (`fbclid`, `utm_source`).
pub const PARAMETERS: [&str; 16] = [
    "q",
    "don-vi",
    "nam",
    "loai",
    "khoi",
    "cap",
    "vai-tro",
    "xep",
    "dem",
    "phong-trao",
    "trang",
    "xem",
    "noi-dung",
    "tinh-trang",
    "ky",
    "tim",
];

/// Returns a query (without `?`) with the parameters of the site only.
///
/// ```
/// use thidua_pages::url_state::site_parameters;
/// assert_eq!(site_parameters("fbclid=x&q=thi+dua&utm_source=zalo&cap=city"), "q=thi+dua&cap=city");
/// ```
pub fn site_parameters(query: &str) -> String {
    let name = |pair: &str| pair.split('=').next().is_some_and(|name| PARAMETERS.contains(&name));
    query.split('&').filter(|pair| name(pair)).collect::<Vec<_>>().join("&")
}

/// True if a query (without `?`) shows the same content of `page` as the built page. False also for a query that only spells
/// out a default, since no program is to read every query for that.
pub fn is_default_view(page: &Page, query: &str) -> bool {
    match page {
        Page::Home | Page::Figures | Page::Comparison => site_parameters(query).is_empty(),
        Page::Embed => query.is_empty(),
        _ => true,
    }
}

/// Parses a search from the query of the home page (without `?`).
///
/// ```
/// use thidua_pages::url_state::{parse_search, search_query};
/// let asked = parse_search("q=lao+dong&nam=2022&nam=abc");
/// assert_eq!(asked.query, "lao dong");
/// assert_eq!(search_query(&asked), "q=lao+dong&nam=2022");
/// ```
pub fn parse_search(query: &str) -> SearchRequest {
    let mut request = SearchRequest::default();
    for (name, value) in parse(query.as_bytes()) {
        let chosen = &mut request.selection;
        match name.as_ref() {
            "q" => request.query = value.into_owned(),
            "don-vi" => {
                chosen.organisations.insert(OrganisationId::new(value));
            }
            "nam" => chosen.years.extend(value.parse::<u16>().ok()),
            "loai" => chosen.kinds.extend(CampaignKind::ALL.into_iter().find(|k| k.slug() == value)),
            "khoi" => chosen.sectors.extend(Sector::ALL.into_iter().find(|s| s.slug() == value)),
            "cap" => chosen.levels.extend(level(&value)),
            "vai-tro" => chosen.roles.extend(role(&value)),
            "xep" => request.sort = Sort::from_slug(&value).unwrap_or_default(),
            _ => {}
        }
    }
    request
}

/// Returns a search with redirected ids of organisations replaced by their targets, so that old links to a choice lead on.
pub fn resolved_search(mut request: SearchRequest, catalogue: &Catalogue) -> SearchRequest {
    let current = |id: OrganisationId| match catalogue.redirect(&id) {
        Some(to) if catalogue.organisation(&id).is_none() => OrganisationId::new(to),
        _ => id,
    };
    let organisations = std::mem::take(&mut request.selection.organisations);
    request.selection.organisations = organisations.into_iter().map(current).collect();
    request
}

/// Formats a search as a query, without `?`; empty for the plain home page.
pub fn search_query(request: &SearchRequest) -> String {
    let SearchRequest { query, selection, sort } = request;
    let mut out = Serializer::new(String::new());
    if !query.is_empty() {
        out.append_pair("q", query);
    }
    out.extend_pairs(selection.organisations.iter().map(|id| ("don-vi", id.as_str())));
    out.extend_pairs(selection.years.iter().map(|year| ("nam", year.to_string())));
    out.extend_pairs(selection.kinds.iter().map(|kind| ("loai", kind.slug())));
    out.extend_pairs(selection.sectors.iter().map(|sector| ("khoi", sector.slug())));
    out.extend_pairs(selection.levels.iter().map(|level| ("cap", level.slug())));
    out.extend_pairs(selection.roles.iter().map(|role| ("vai-tro", role.slug())));
    if *sort != Sort::default() {
        out.append_pair("xep", sort.slug());
    }
    out.finish()
}

/// Values of one facet as they stand in addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetGroup {
    /// Parameter of the facet.
    pub parameter: &'static str,
    /// Values with their counts; may be empty.
    pub values: Vec<FacetValue<String>>,
}

/// Facet counts by parameter, organisations first.
pub fn facet_groups(facets: &FacetCounts) -> [FacetGroup; 6] {
    fn group<T>(
        parameter: &'static str,
        values: &[FacetValue<T>],
        slug: impl Fn(&T) -> String,
    ) -> FacetGroup {
        let values = values.iter().map(|FacetValue { value, count, selected }| FacetValue {
            value: slug(value),
            count: *count,
            selected: *selected,
        });
        FacetGroup { parameter, values: values.collect() }
    }
    [
        group("don-vi", &facets.organisations, ToString::to_string),
        group("nam", &facets.years, ToString::to_string),
        group("loai", &facets.kinds, |kind| kind.slug().to_owned()),
        group("khoi", &facets.sectors, |sector| sector.slug().to_owned()),
        group("cap", &facets.levels, |level| level.slug().to_owned()),
        group("vai-tro", &facets.roles, |role| role.slug().to_owned()),
    ]
}

/// Returns the query of the home page with a value of a facet selected, or without it. A value that is selected by another
/// name, an old id, is removed with all values of its facet.
///
/// ```
/// use thidua_pages::url_state::set_facet;
/// assert_eq!(set_facet("q=a&nam=2020", "nam", "2022", true), "q=a&nam=2020&nam=2022");
/// assert_eq!(set_facet("q=a&nam=2020&nam=2022", "nam", "2020", false), "q=a&nam=2022");
/// assert_eq!(set_facet("q=a&don-vi=old", "don-vi", "new", false), "q=a");
/// ```
pub fn set_facet(query: &str, parameter: &str, value: &str, is_selected: bool) -> String {
    let pairs = || parse(query.as_bytes());
    let is_it = |(name, other): &(Cow<'_, str>, Cow<'_, str>)| name == parameter && other == value;
    let is_named = pairs().any(|pair| is_it(&pair));
    let mut out = Serializer::new(String::new());
    out.extend_pairs(pairs().filter(|pair| match (is_selected, is_named) {
        (true, _) => true,
        (false, true) => !is_it(pair),
        (false, false) => pair.0 != parameter,
    }));
    if is_selected {
        out.append_pair(parameter, value);
    }
    search_query(&parse_search(&out.finish()))
}

fn level(slug: &str) -> Option<Level> {
    Level::ALL.into_iter().find(|level| level.slug() == slug)
}

fn role(slug: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role.slug() == slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn search_survives_formatting_and_parsing() {
        for text in [
            "",
            "q=%22c%C3%B4ng+nh%C3%A2n%22+-covid&don-vi=a&don-vi=b&nam=2020&loai=title&khoi=women&cap=city&vai-tro=target&xep=newest",
        ] {
            assert_eq!(search_query(&parse_search(text)), text);
        }
        assert_eq!(search_query(&parse_search("q=a%2525")), "q=a%2525", "nothing is decoded twice");
    }

    #[test]
    fn written_parameters_are_known_parameters() {
        let search = "q=a&don-vi=a&nam=2020&loai=title&khoi=women&cap=city&vai-tro=target&xep=newest";
        let figures =
            "dem=a&vai-tro=target&cap=city&don-vi=a&phong-trao=b&nam=2022&xem=bieu-do&xep=nam&trang=2";
        let written = [search_query(&parse_search(search)), ExplorerQuery::parse(figures).query()];
        assert_eq!(written[0].split('&').count(), 8);
        assert_eq!(written[1].split('&').count(), 9);
        for pair in written.iter().flat_map(|query| query.split('&')) {
            assert!(PARAMETERS.contains(&pair.split('=').next().unwrap()), "{pair}");
        }
    }

    #[test]
    fn foreign_parameters_do_not_change_a_view() {
        for page in [Page::Home, Page::Figures, Page::Campaigns] {
            assert!(is_default_view(&page, "fbclid=x&utm_source=zalo"), "{page:?}");
        }
        assert!(!is_default_view(&Page::Home, "q=thi"));
        assert!(!is_default_view(&Page::Figures, "cap=city"));
        assert!(!is_default_view(&Page::Embed, "cap=city"));
    }

    #[test]
    fn equal_searches_have_one_query() {
        assert_eq!(
            search_query(&parse_search("xep=relevance&nam=2022&nam=2021&nam=2022&x=1")),
            "nam=2021&nam=2022"
        );
    }
}
