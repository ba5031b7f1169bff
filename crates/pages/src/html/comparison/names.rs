//! Names of measures, and the finding of a comparison.

use maud::{Markup, html};

use thidua_chart::{quantity_words, short_name};
use thidua_core::collections::collect_set;
use thidua_core::corpus::{FigureRef, Measure};
use thidua_core::domain::{CampaignId, Figure};
use thidua_core::text::format_period;
use thidua_i18n::charts::common::{of_article_in_brackets, uncapitalise};
use thidua_i18n::{comparison as words, sentences};

use crate::comparison::{ComparedFigure, Comparison};
use crate::context::PageContext;
use crate::html::components::links;
use crate::url_state::ComparisonQuery;

/// Maximum number of names in a sentence.
pub(super) const MAX_NAMED: usize = 6;
/// Maximum number of characters shown of an id that the corpus does not have.
pub(super) const MAX_ID_CHARS: usize = 60;
/// Number of figures that a heading lists one by one.
const MAX_LISTED: usize = 3;

/// Names of campaigns, as a list in words. Ids that the corpus does not have are left out.
pub(super) fn campaign_names(ctx: &PageContext<'_>, ids: &[CampaignId]) -> String {
    let names =
        ids.iter().filter_map(|id| ctx.catalogue().campaign(id)).map(|campaign| campaign.name.as_str());
    sentences::list(&names.take(MAX_NAMED).collect::<Vec<_>>(), ctx.lang)
}

/// Name of a unit; its id if the corpus does not have it.
pub(super) fn unit_name(ctx: &PageContext<'_>, id: &str) -> String {
    let unit = ctx.catalogue().unit(id).map(|unit| links::unit_name(ctx, unit).to_owned());
    unit.unwrap_or_else(|| id.chars().take(MAX_ID_CHARS).collect())
}

/// Short name of an organisation; its id if the corpus does not have it.
pub(super) fn organisation_name(ctx: &PageContext<'_>, id: &str) -> String {
    let organisation = ctx.catalogue().organisation(id);
    organisation.map_or_else(|| id.to_owned(), |one| short_name(links::organisation_name(ctx, one)))
}

/// What a query is about, in words; empty if it names nothing that the corpus has.
pub(super) fn query_subject(ctx: &PageContext<'_>, query: &ComparisonQuery) -> String {
    let campaigns = campaign_names(ctx, &query.campaigns);
    let unit =
        query.unit.as_ref().and_then(|id| ctx.catalogue().unit(id)).map(|unit| links::unit_name(ctx, unit));
    [campaigns.as_str(), unit.unwrap_or_default()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// What a measure counts, in words: its campaigns, and the label of a figure where the content matters.
pub fn measure_subject(ctx: &PageContext<'_>, measure: &Measure, example: Option<FigureRef<'_>>) -> String {
    let campaigns = campaign_names(ctx, &measure.campaigns);
    let label = example.filter(|_| measure.content.is_some()).map(|found| found.figure.label.get(ctx.lang));
    match label {
        Some(label) if campaigns.is_empty() => label.to_owned(),
        Some(label) => format!("{campaigns}, {}", uncapitalise(label)),
        None => campaigns,
    }
}

/// Unit, role, levels and standing of a measure.
pub(super) fn measure_details(ctx: &PageContext<'_>, measure: &Measure) -> String {
    let unit = unit_name(ctx, &measure.unit);
    words::measure_details(&unit, measure.role, &measure.levels, measure.standing, ctx.lang)
}

/// The line under the finding: what is compared.
pub(super) fn measure_line(ctx: &PageContext<'_>, one: &Comparison<'_>) -> Markup {
    let ids = one.measure.campaigns.iter();
    let campaigns: Vec<Markup> = ids.filter_map(|id| links::campaign_link_by_id(ctx, id)).collect();
    html! {
        @for campaign in campaigns { (campaign) " · " }
        (measure_details(ctx, &one.measure)) " · "
        (words::kind_of_period(ctx.lang)) " " (words::period_kind(&one.period, ctx.lang))
        @if let Some(year) = one.query.year { " · " (sentences::year(year, ctx.lang)) }
    }
}

/// The quantity of a figure with its bound and unit.
pub(super) fn quantity(ctx: &PageContext<'_>, figure: &Figure) -> String {
    let unit = ctx.catalogue().unit(&figure.unit);
    unit.map_or_else(|| figure.as_written.clone(), |unit| quantity_words(figure, unit, ctx.lang))
}

/// The heading: the figures themselves if they are few, else the range of many.
pub fn finding(ctx: &PageContext<'_>, one: &Comparison<'_>) -> String {
    let example = one.rows.first().map(|row| row.found);
    let subject = measure_subject(ctx, &one.measure, example);
    let subject = match (one.measure.levels.as_slice(), subject.is_empty()) {
        (_, true) => measure_details(ctx, &one.measure),
        ([], false) => subject,
        (levels, false) => format!("{subject}, {}", sentences::levels(levels, ctx.lang)),
    };
    let who = |row: &ComparedFigure<'_>| organisation_name(ctx, row.found.organisation());
    let what = |row: &ComparedFigure<'_>| quantity(ctx, row.found.figure);
    let when = |row: &ComparedFigure<'_>| match row.found.when() {
        Some(when) if row.found.has_period_of_article() => {
            Some(of_article_in_brackets(&format_period(when, ctx.lang), ctx.lang))
        }
        Some(when) => Some(format_period(when, ctx.lang)),
        None => links::figure_period(ctx, row.found),
    };
    let organisations = collect_set(one.rows.iter().map(|row| row.found.organisation())).len();
    let is_one = organisations == 1;
    match one.rows.as_slice() {
        [] => words::none_stated(&subject, ctx.lang),
        [only] => words::only_one(&subject, &who(only), &what(only), ctx.lang),
        few if few.len() <= MAX_LISTED => {
            let items = few.iter().map(|row| match (is_one, when(row)) {
                (true, Some(when)) => format!("{} ({when})", what(row)),
                _ => format!("{} {}", who(row), what(row)),
            });
            let place = if is_one { few.first().map(|row| format!("{}, ", who(row))) } else { None };
            let items = sentences::list(&items.collect::<Vec<_>>(), ctx.lang);
            format!("{}{subject}: {items}", place.unwrap_or_default())
        }
        many => {
            let by_value = |row: &&ComparedFigure<'_>| row.found.figure.value;
            let ends = [many.iter().min_by_key(by_value), many.iter().max_by_key(by_value)];
            let [from, to] = ends.map(|row| {
                row.map_or_else(String::new, |row| {
                    // Years of many organisations stand in the table.
                    let place = if is_one { when(row) } else { Some(who(row)) };
                    place.map_or_else(|| what(row), |place| format!("{} ({place})", what(row)))
                })
            });
            words::from_to(&subject, organisations, [&from, &to], ctx.lang)
        }
    }
}
