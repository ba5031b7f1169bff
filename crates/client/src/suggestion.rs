//! Suggestions while a search is typed: campaigns, organisations, years and levels that begin with it.
//!
//! On the home page the results below the box name campaigns and organisations already, so that only years and levels are
//! suggested there, as filters. Elsewhere a suggestion leads to a page.

use borsh::{BorshDeserialize, BorshSerialize};

use thidua_core::domain::{Lang, Level};
use thidua_core::text::{fold, tokens};
use thidua_i18n::search_groups::{articles, filter_kind, year_page};
use thidua_i18n::terms;
use thidua_pages::PageContext;
use thidua_pages::html::components::links;
use thidua_pages::html::home;
use thidua_pages::route::{Page, Route};
use thidua_pages::url_state::{FacetGroup, parse_search, search_query, set_facet};
use thidua_search::{NameIndex, NameMatch, SearchRequest};

/// Request for suggestions.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SuggestRequest {
    /// Path of the page, relative to the base.
    pub path: String,
    /// Query of its address, without `?`.
    pub query: String,
    /// Text of the search box.
    pub text: String,
}

/// One suggestion.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Suggestion {
    /// Name of what is suggested.
    pub name: String,
    /// What it is, with the number of its articles.
    pub about: String,
    /// Link to its page, or to the search with the filter.
    pub href: String,
}

/// Maximum number of suggestions of one kind.
const MAX_OF_A_KIND: usize = 3;

/// Returns the suggestions for a typed text. `facets` has every value of every facet.
pub(super) fn suggestions(
    ctx: &PageContext<'_>,
    names: &NameIndex,
    facets: &[FacetGroup],
    request: &SuggestRequest,
) -> Vec<Suggestion> {
    let is_home = Route::parse(&request.path).page == Page::Home;
    let mut suggestions = Vec::new();
    if !is_home {
        let named = names.search(&request.text);
        let whole =
            |found: Vec<NameMatch>| found.into_iter().filter(|found| found.is_whole).take(MAX_OF_A_KIND);
        suggestions.extend(whole(named.campaigns).filter_map(|found| {
            let campaign = ctx.catalogue().campaigns().get(found.number)?;
            Some(Suggestion {
                name: campaign.name.clone(),
                about: format!(
                    "{} · {}",
                    terms::kind(campaign.kind, ctx.lang),
                    articles(found.articles, ctx.lang)
                ),
                href: ctx.href(Page::Campaign(campaign.id.clone())),
            })
        }));
        suggestions.extend(whole(named.organisations).filter_map(|found| {
            let organisation = ctx.catalogue().organisations().get(found.number)?;
            Some(Suggestion {
                name: links::organisation_name(ctx, organisation).to_owned(),
                about: articles(found.articles, ctx.lang),
                href: ctx.href(Page::Organisation(organisation.id.clone())),
            })
        }));
    }
    let named = suggestions.len();
    let mut is_filter_alone = false;
    let query = if is_home { request.query.as_str() } else { "" };
    for (parameter, value, rest) in filters(facets, &request.text) {
        is_filter_alone |= rest.is_empty();
        // A year alone has a page of its own.
        if let ("nam", false, "", Ok(year)) = (parameter, is_home, rest.as_str(), value.parse()) {
            let about = year_page(ctx.lang).to_owned();
            suggestions.push(Suggestion { name: value, about, href: ctx.href(Page::Year(year)) });
            continue;
        }
        let search = SearchRequest { query: rest, ..parse_search(query) };
        let query = set_facet(&search_query(&search), parameter, &value, true);
        suggestions.push(Suggestion {
            name: home::facet_value_name(ctx, parameter, &value),
            about: filter_kind(parameter, ctx.lang).to_owned(),
            href: format!("{}?{query}", ctx.href(Page::Home)),
        });
    }
    // A year or level alone is meant before names that have it too.
    if is_filter_alone {
        suggestions.rotate_left(named);
    }
    suggestions
}

/// Years and levels that the end of a text may mean, each with its parameter and the text before it.
fn filters(facets: &[FacetGroup], text: &str) -> Vec<(&'static str, String, String)> {
    let words = tokens(text);
    let before = |count: usize| {
        let start =
            words.len().checked_sub(count).and_then(|at| words.get(at)).map_or(0, |word| word.range.start);
        text.get(..start).unwrap_or_default().trim().to_owned()
    };
    let values = |parameter: &'static str| {
        facets.iter().filter(move |group| group.parameter == parameter).flat_map(|group| &group.values)
    };
    let mut filters = Vec::new();
    let Some(last) = words.last() else { return filters };
    let is_year = (3..=4).contains(&last.fold.len()) && last.fold.bytes().all(|byte| byte.is_ascii_digit());
    if is_year {
        let has_word =
            words.iter().rev().nth(1).is_some_and(|word| word.fold == "nam" || word.fold == "year");
        let years = values("nam").filter(|year| year.value.starts_with(&last.fold)).take(MAX_OF_A_KIND);
        filters.extend(years.map(|year| ("nam", year.value.clone(), before(1 + usize::from(has_word)))));
    }
    // "cấp quận": the word and the beginning of a level behind it.
    let level = words.iter().rposition(|word| word.fold == "cap" || word.fold == "level");
    if let Some(at) = level.filter(|at| at + 1 < words.len()) {
        let typed = words.iter().skip(at + 1).map(|word| word.fold.as_str()).collect::<Vec<_>>().join(" ");
        let levels = values("cap").filter(|level| {
            Level::ALL.into_iter().filter(|known| known.slug() == level.value).any(|known| {
                let names = Lang::ALL.map(|lang| format!(" {}", fold(known.name(lang))));
                names.iter().any(|name| name.contains(&format!(" {typed}")))
            })
        });
        let length = words.len() - at;
        filters.extend(levels.take(MAX_OF_A_KIND).map(|level| ("cap", level.value.clone(), before(length))));
    }
    filters
}
