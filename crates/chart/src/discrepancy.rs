//! Discrepancies: different numbers that several articles state for the same thing.
//!
//! # The rule
//! - The figures are of one measure, organisation, unit, role, levels, standing (given, proposed, registered) and stated period, in at least two articles, and do not
//!   all print the same quantity. Where no period is stated, each may be of another time. They are looked up in the whole
//!   corpus: a choice of figures must not hide that another article states something else.
//! - They stand side by side, each with its article and date. None is chosen, none is averaged, nothing is added.

use thidua_core::collections::collect_set;
use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::Lang;
use thidua_i18n::charts::acts::{common_act, with_act};
use thidua_i18n::charts::common::{self, article_label, uncapitalise};
use thidua_i18n::charts::discrepancies as wording;
use thidua_i18n::charts::quantities::unit_name;
use thidua_i18n::sentences;

use super::figure_entry::{FigureEntry, groups, key, quantities, standing, table};
use super::grouping::distinct;
use super::model::{Chart, ChartKind, chart_id};
use super::names::{organisation_of, readings};
use super::number_summary::{MAX_LISTED, names_unit};
use super::panel::{MarkKind, Panel, PanelRow};
use super::period::Period;
use super::scale::Scale;
use super::{notes, ticks};

/// Returns the charts of discrepancies that involve one of `figures`.
pub(super) fn charts(figures: &[FigureRef<'_>], catalogue: &Catalogue, lang: Lang) -> Vec<Chart> {
    let all =
        catalogue.figures_of_measures(collect_set(figures.iter().filter_map(|f| f.figure.measure.as_ref())));
    let all = all.into_iter().filter_map(|f| FigureEntry::of(f, catalogue));
    let asked_for = collect_set(figures.iter().map(|f| &f.figure.id));
    groups(all, &same_thing_and_period)
        .iter()
        .filter(|entries| differ(entries, lang))
        .filter(|entries| entries.iter().any(|e| asked_for.contains(&e.source.figure.id)))
        .filter_map(|entries| chart(entries, catalogue, lang))
        .collect()
}

/// Key that is equal for figures of the same thing in the same period; `None` without a stated period or a measure.
pub(super) fn same_thing_and_period(entry: &FigureEntry<'_>) -> Option<String> {
    let period = entry.period();
    period.is_stated().then(|| Some(format!("{}{}", same_thing(entry)?, period.key())))?
}

/// Key that is equal for figures of the same thing, whatever the period; `None` without a measure.
pub(super) fn same_thing(entry: &FigureEntry<'_>) -> Option<String> {
    let figure = entry.source.figure;
    let levels: Vec<&str> = figure.levels.iter().map(|level| level.slug()).collect();
    let (measure, organisation) = (figure.measure.as_ref()?, entry.source.organisation());
    Some(key(&[
        measure,
        organisation,
        &figure.unit,
        figure.role.slug(),
        &levels.join(" "),
        standing(figure),
        "",
    ]))
}

/// True if they come from several articles and differ in quantity and in words.
fn differ(entries: &[FigureEntry<'_>], lang: Lang) -> bool {
    let [first, rest @ ..] = entries else { return false };
    rest.iter().any(|e| e.quantity() != first.quantity() && e.words(lang) != first.words(lang))
        && rest.iter().any(|e| e.source.article.id != first.source.article.id)
}

/// The different numbers, with the unit after the last that is listed: `300 và 320 sáng kiến`.
fn numbers(entries: &[FigureEntry<'_>], unit: bool, lang: Lang) -> String {
    let different = distinct(entries.iter().map(|e| (e.number(lang), e.words(lang))));
    let more = different.len().saturating_sub(MAX_LISTED);
    let last = different.len().min(MAX_LISTED).saturating_sub(1);
    let listed = different.into_iter().take(MAX_LISTED).enumerate();
    let mut listed: Vec<String> =
        listed.map(|(i, (number, words))| if unit && i == last { words } else { number }).collect();
    if more > 0 {
        listed.push(wording::other_numbers(more, lang));
    }
    sentences::list(&listed, lang)
}

fn chart(entries: &[FigureEntry<'_>], catalogue: &Catalogue, lang: Lang) -> Option<Chart> {
    let first = entries.first()?;
    let organisation = organisation_of(first.source, catalogue);
    let label = uncapitalise(first.label(lang));
    let numbers = numbers(entries, !names_unit(&label, first.unit, lang), lang);
    let acts = entries.iter().map(|e| &e.source.figure.act);
    let label = with_act(&label, common_act(acts, lang).as_deref());
    let heading = wording::heading(&organisation, &label, &numbers, lang);
    let quantities = quantities(entries);
    let dimension = first.unit.dimension;
    let scale = Scale::of(&quantities, dimension);
    let rows = entries.iter().map(|entry| PanelRow {
        group: None,
        label: article_label(entry.source.article, lang),
        aside: None,
        marks: vec![entry.mark(MarkKind::Result, entry.label(lang).to_owned())],
        words: entry.printed(),
        after: Vec::new(),
    });
    let rows = Panel::plain(None, scale, rows.collect());
    let items =
        entries.iter().map(|e| format!("{}: {}", article_label(e.source.article, lang), e.reading(lang)));
    let period = Period::of_all(entries.iter().map(|e| e.source));
    let mut notes = notes::bounds(&quantities, lang);
    notes.push(wording::note(lang).to_owned());
    Some(Chart {
        id: chart_id(ChartKind::Discrepancies, &first.source.figure.id),
        kind: ChartKind::Discrepancies,
        more: None,
        lang,
        measure: format!("{} · {}", unit_name(first.unit, lang), period.words(lang)),
        sentence: format!("{}: {}.", common::as_printed(lang), readings(items, lang)),
        table: table(entries, &heading, lang),
        notes,
        panels: vec![Panel { ticks: ticks::from_zero(scale, dimension, lang), ..rows }],
        heading,
    })
}
