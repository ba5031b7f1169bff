//! Controls of the figure explorer: six properties, each with its values and the number of figures that each would show.

use borsh::{BorshDeserialize, BorshSerialize};

use thidua_core::collections::sort_by_key;
use thidua_core::domain::{Level, Role};
use thidua_core::text::{capitalise, fold, sorted_by_name};
use thidua_i18n::{phrases, sentences, terms};

use crate::context::PageContext;
use crate::html::components::{links, sorting};
use crate::page_meta::campaign_name;
use crate::url_state::{FigureProperty, YearFilter};
use crate::view_content::ExplorerState;

/// Maximum number of characters shown of a value that the corpus does not have.
const MAX_VALUE_CHARS: usize = 60;
/// Maximum number of values offered at once; of more, readers search for them by name.
const MAX_OPTIONS: usize = 60;

/// A property with the values that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PropertyFilter {
    /// The property.
    pub property: FigureProperty,
    /// Label of the property.
    pub label: &'static str,
    /// Values to choose; the first lets every figure pass.
    pub options: Vec<FilterOption>,
    /// True if it has so many values that readers search for them by name.
    pub is_long: bool,
    /// Number of matching values that are not offered.
    pub more: usize,
}

/// A value to choose.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct FilterOption {
    /// Text in the address; empty to let every value pass.
    pub value: String,
    /// Label, with the number of figures that it would show.
    pub name: String,
    /// True if it is selected.
    pub chosen: bool,
}

/// Returns every property with the values that figures of the corpus have, each with the number of figures that it would show.
/// Values are in alphabetical, legal or chronological order. A selected value that no figure has is offered last. If a property
/// has very many values, those with the most figures are offered; for the parameter of `sought`, those whose names contain all
/// typed words.
pub fn filter_controls(
    ctx: &PageContext<'_>,
    explored: &ExplorerState,
    sought: Option<(&str, &str)>,
) -> Vec<PropertyFilter> {
    let typed = |property: FigureProperty| match sought {
        Some((parameter, typed)) if parameter == property.parameter() => typed,
        _ => "",
    };
    FigureProperty::ALL
        .into_iter()
        .map(|property| filter_control(ctx, property, explored, typed(property)))
        .collect()
}

fn filter_control(
    ctx: &PageContext<'_>,
    property: FigureProperty,
    explored: &ExplorerState,
    typed: &str,
) -> PropertyFilter {
    let now = explored.filter.value_of(property).unwrap_or_default();
    let mut values = explored.matches.options(property, ctx.catalogue());
    let is_missing = !now.is_empty() && !values.iter().any(|(value, _)| *value == now);
    if is_missing {
        values.push((now.clone(), 0));
    }
    let is_long = values.len() > MAX_OPTIONS;
    let mut more = 0;
    if is_long {
        let words = fold(typed);
        let fits = |value: &str| {
            let name = fold(&value_name(ctx, property, value));
            words.split_whitespace().all(|word| name.contains(word))
        };
        values.retain(|(value, _)| fits(value));
        more = values.len().saturating_sub(MAX_OPTIONS);
        values = with_most_figures(values);
    }
    if matches!(property, FigureProperty::Unit | FigureProperty::Organisation | FigureProperty::Campaign) {
        let missing = values.pop_if(|(value, _)| is_missing && *value == now);
        values = sorted_by_name(values, |(value, _)| value_sort_key(ctx, property, value));
        values.extend(missing);
    }
    let offered = values.into_iter().map(|(value, count)| FilterOption {
        name: option_name(ctx, property, &value, count),
        chosen: value == now,
        value,
    });
    let all = FilterOption { value: String::new(), name: ctx.words.all.to_owned(), chosen: now.is_empty() };
    let options = std::iter::once(all).chain(offered).collect();
    PropertyFilter { property, label: property_name(ctx, property), options, is_long, more }
}

fn option_name(ctx: &PageContext<'_>, property: FigureProperty, value: &str, count: usize) -> String {
    format!("{} ({})", capitalise(&value_name(ctx, property, value)), sentences::count(count, ctx.lang))
}

/// Sort key of a value.
fn value_sort_key(ctx: &PageContext<'_>, property: FigureProperty, value: &str) -> String {
    let organisation =
        (property == FigureProperty::Organisation).then(|| ctx.catalogue().organisation(value));
    match organisation.flatten() {
        Some(organisation) => sorting::organisation_sort_key(ctx, organisation),
        None => value_name(ctx, property, value),
    }
}

/// Name of the selected value of a property.
pub fn selected_name(ctx: &PageContext<'_>, property: FigureProperty, explored: &ExplorerState) -> String {
    let now = explored.filter.value_of(property);
    now.map_or_else(|| ctx.words.all.to_owned(), |value| capitalise(&value_name(ctx, property, &value)))
}

/// Label of a property.
pub fn property_name(ctx: &PageContext<'_>, property: FigureProperty) -> &'static str {
    match property {
        FigureProperty::Unit => ctx.words.facet_unit,
        FigureProperty::Role => ctx.words.facet_role,
        FigureProperty::Level => ctx.words.facet_level,
        FigureProperty::Organisation => ctx.words.facet_organisation,
        FigureProperty::Campaign => ctx.words.facet_campaign,
        FigureProperty::Year => ctx.words.facet_year,
    }
}

/// Name of a value; a value that the corpus does not have is quoted and marked as missing.
pub(super) fn value_name(ctx: &PageContext<'_>, property: FigureProperty, value: &str) -> String {
    let catalogue = ctx.catalogue();
    let name = match property {
        FigureProperty::Unit => catalogue.unit(value).map(|u| links::unit_name(ctx, u).to_owned()),
        FigureProperty::Role => {
            Role::ALL.into_iter().find(|r| r.slug() == value).map(|r| terms::role(r, ctx.lang).to_owned())
        }
        FigureProperty::Level => {
            Level::ALL.into_iter().find(|l| l.slug() == value).map(|l| sentences::levels(&[l], ctx.lang))
        }
        FigureProperty::Organisation => {
            catalogue.organisation(value).map(|o| links::abbreviated(links::organisation_name(ctx, o)))
        }
        FigureProperty::Campaign => catalogue.campaign(value).map(|c| campaign_name(c, ctx.lang)),
        FigureProperty::Year if value == YearFilter::NotStated.slug() => {
            Some(ctx.words.not_stated.to_owned())
        }
        FigureProperty::Year => Some(value.to_owned()),
    };
    name.unwrap_or_else(|| {
        let shown: String = value.chars().take(MAX_VALUE_CHARS).collect();
        format!("“{shown}”: {}", phrases::not_in_corpus(ctx.lang))
    })
}

/// Returns the values with the most figures, in their original order.
fn with_most_figures(values: Vec<(String, usize)>) -> Vec<(String, usize)> {
    let mut placed: Vec<(usize, (String, usize))> = values.into_iter().enumerate().collect();
    sort_by_key(&mut placed, |(_, (_, count))| std::cmp::Reverse(*count));
    placed.truncate(MAX_OPTIONS);
    sort_by_key(&mut placed, |(at, _)| *at);
    placed.into_iter().map(|(_, value)| value).collect()
}
