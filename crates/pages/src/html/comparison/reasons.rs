//! Other measures of a campaign, and why figures cannot be compared.

use maud::{Markup, html};

use thidua_core::collections::sort_by_key;
use thidua_core::corpus::{FigureRef, Measure, MeasureDifference, MeasureGroup, PeriodKind, Standing};
use thidua_i18n::{comparison as words, sentences, terms};

use super::names;
use crate::comparison::Comparison;
use crate::context::PageContext;
use crate::href;
use crate::url_state::ComparisonQuery;

/// Maximum number of reasons and of measures listed.
const MAX_LISTED: usize = 8;

/// Returns why organisations of the campaign stand in no row, one figure each; empty if there are none.
pub(super) fn unlike(ctx: &PageContext<'_>, one: &Comparison<'_>) -> Markup {
    let list = &one.unlike;
    html! {
        @if !list.is_empty() {
            section aria-labelledby="vi-sao" {
                h2 #vi-sao { (words::why_not_title(ctx.lang)) }
                ul.unlike {
                    @for (found, reason) in list.iter().take(MAX_LISTED) { li { (reason_line(ctx, one, *found, *reason)) } }
                }
                @if list.len() > MAX_LISTED { p.note { (sentences::more_items(list.len() - MAX_LISTED, ctx.lang)) } }
            }
        }
    }
}

/// `Bắc Từ Liêm: 3.090 lượt cá nhân – kết quả tính bằng lượt cá nhân, không phải cá nhân`.
fn reason_line(
    ctx: &PageContext<'_>,
    one: &Comparison<'_>,
    found: FigureRef<'_>,
    reason: MeasureDifference,
) -> Markup {
    html! {
        (names::organisation_name(ctx, found.organisation())) ": "
        a lang="vi" href=(href::figure_href(ctx, found.figure)) { (found.figure.as_written) }
        " – " (reason_words(ctx, one, found, reason))
    }
}

/// Why a figure is not of the compared measure.
fn reason_words(
    ctx: &PageContext<'_>,
    one: &Comparison<'_>,
    found: FigureRef<'_>,
    reason: MeasureDifference,
) -> String {
    let (figure, measure, lang) = (found.figure, &one.measure, ctx.lang);
    match reason {
        MeasureDifference::Unit => words::other_unit(
            terms::role(figure.role, lang),
            &names::unit_name(ctx, &figure.unit),
            &names::unit_name(ctx, &measure.unit),
            lang,
        ),
        MeasureDifference::Role => {
            words::is_not(terms::role(figure.role, lang), terms::role(measure.role, lang), lang)
        }
        MeasureDifference::Levels => words::other_level(
            &words::levels_or_none(&figure.levels, lang),
            &words::levels_or_none(&measure.levels, lang),
            lang,
        ),
        MeasureDifference::Standing => words::other_standing(Standing::of(figure), measure.standing, lang),
        MeasureDifference::Period => words::other_period(&PeriodKind::of(found), &one.period, lang),
        MeasureDifference::Campaign => {
            let campaigns = found.campaigns().filter_map(|id| ctx.catalogue().campaign(id));
            let campaigns: Vec<String> = campaigns.map(|campaign| campaign.name.clone()).collect();
            words::other_campaigns(&campaigns, lang)
        }
        MeasureDifference::Content => words::other_content(figure.label.get(lang), lang),
    }
}

/// Returns measures of a campaign as a table: name, organisations with their numbers, link. `than` is the measure of the page,
/// whose campaigns need not be named again.
pub(super) fn groups_table(
    ctx: &PageContext<'_>,
    query: &ComparisonQuery,
    than: Option<&Measure>,
    groups: &[MeasureGroup<'_>],
) -> Markup {
    let mut sorted: Vec<&MeasureGroup<'_>> = groups.iter().collect();
    sort_by_key(&mut sorted, |group| std::cmp::Reverse((group.comparable(), group.organisations().len())));
    let name = |group: &MeasureGroup<'_>| {
        let example = group.figures.first().copied();
        match than.filter(|than| than.campaigns == group.measure.campaigns) {
            Some(_) => example
                .filter(|_| group.measure.content.is_some())
                .map(|f| f.figure.label.get(ctx.lang).to_owned()),
            None => Some(names::measure_subject(ctx, &group.measure, example)),
        }
    };
    html! {
        @if !sorted.is_empty() {
            table.measures {
                thead {
                    tr {
                        th scope="col" { (words::measure(ctx.lang)) }
                        th scope="col" { (ctx.words.figures) }
                    }
                }
                tbody {
                    @for group in sorted.iter().take(MAX_LISTED) {
                        @let chosen = ComparisonQuery { organisations: query.organisations.clone(), ..ComparisonQuery::of(&group.measure) };
                        tr {
                            th scope="row" {
                                a href=(href::comparison_href(ctx, &chosen.in_year(query.year))) {
                                    @if let Some(name) = name(group) { (name) " " }
                                    span.measures__details { (names::measure_details(ctx, &group.measure)) }
                                }
                            }
                            td { (numbers(ctx, group)) }
                        }
                    }
                }
            }
            @if sorted.len() > MAX_LISTED { p.note { (sentences::more_items(sorted.len() - MAX_LISTED, ctx.lang)) } }
        }
    }
}

/// The first figures of a measure: `Hà Đông 352; Tây Hồ 120`, and how many more.
fn numbers(ctx: &PageContext<'_>, group: &MeasureGroup<'_>) -> Markup {
    const MAX_NUMBERS: usize = 3;
    html! {
        @for (at, found) in group.figures.iter().take(MAX_NUMBERS).enumerate() {
            @if at > 0 { "; " }
            (names::organisation_name(ctx, found.organisation())) " "
            a lang="vi" href=(href::figure_href(ctx, found.figure)) { (found.figure.as_written) }
        }
        @if group.figures.len() > MAX_NUMBERS { "; " (sentences::and_more(group.figures.len() - MAX_NUMBERS, ctx.lang)) }
    }
}
