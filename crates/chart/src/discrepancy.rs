//! Accounts: what several articles say of the same thing, where they differ.
//!
//! # The rule
//! - Accounts are figures of one measure, organisation, unit, role, levels and stated period, in at least two articles,
//!   that do not all print the same quantity. Where no period is stated, each may speak of another time. They are looked up in the whole corpus: a choice of figures must not hide that
//!   another article says something else.
//! - They stand side by side, each with its article and date. None is chosen, none is averaged, nothing is added.

use super::figure_entry::{FigureEntry, groups, key, quantities, table};
use super::model::{Chart, ChartKind, chart_id};
use super::names::{article_words, counted, list, organisation_of, pick, readings, uncapitalised};
use super::notes;
use super::number_summary::{SPELLED_OUT, distinct};
use super::panel::{MarkKind, Panel, PanelRow};
use super::quantity::unit_name;
use super::scale::Scale;
use super::ticks;
use thidua_core::collections::collect_set;
use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::Lang;

/// The charts of accounts that touch one of `figures`.
pub(super) fn charts(figures: &[FigureRef<'_>], catalogue: &Catalogue, lang: Lang) -> Vec<Chart> {
    let all =
        catalogue.figures_of_measures(collect_set(figures.iter().filter_map(|f| f.figure.measure.as_ref())));
    let all = all.into_iter().filter_map(|f| FigureEntry::of(f, catalogue));
    let asked_for = collect_set(figures.iter().map(|f| &f.figure.id));
    groups(all, &same_account)
        .iter()
        .filter(|entries| differ(entries, lang))
        .filter(|entries| entries.iter().any(|e| asked_for.contains(&e.source.figure.id)))
        .filter_map(|entries| chart(entries, catalogue, lang))
        .collect()
}

/// Equal for figures of the same thing in the same period; nothing where none is stated, or no measure says so.
pub(super) fn same_account(entry: &FigureEntry<'_>) -> Option<String> {
    let period = entry.period();
    period.is_stated().then(|| Some(format!("{}{}", same_thing(entry)?, period.key())))?
}

/// Equal for figures of the same thing, whatever the period; nothing where no measure says so.
pub(super) fn same_thing(entry: &FigureEntry<'_>) -> Option<String> {
    let figure = entry.source.figure;
    let levels: Vec<&str> = figure.levels.iter().map(|level| level.slug()).collect();
    let (measure, organisation) = (figure.measure.as_ref()?, entry.source.organisation());
    Some(key(&[measure, organisation, &figure.unit, figure.role.slug(), &levels.join(" "), ""]))
}

/// Whether they come from several articles and do not all say the same, in what they count and in its words.
fn differ(entries: &[FigureEntry<'_>], lang: Lang) -> bool {
    let [first, rest @ ..] = entries else { return false };
    rest.iter().any(|e| e.quantity() != first.quantity() && e.words(lang) != first.words(lang))
        && rest.iter().any(|e| e.source.article.id != first.source.article.id)
}

fn chart(entries: &[FigureEntry<'_>], catalogue: &Catalogue, lang: Lang) -> Option<Chart> {
    let first = entries.first()?;
    let organisation = organisation_of(first.source, catalogue);
    let label = uncapitalised(first.label(lang));
    let different = distinct(entries.iter().map(|e| e.words(lang)));
    let more = different.len().saturating_sub(SPELLED_OUT);
    let mut different: Vec<String> = different.into_iter().take(SPELLED_OUT).collect();
    if more > 0 {
        different.push(counted(more, lang, ["số khác", "other number", "other numbers"]));
    }
    let numbers = list(&different, lang);
    let heading = match lang {
        Lang::Vi => format!("{organisation}, {label}: các bài nêu khác nhau, {numbers}"),
        Lang::En => format!("{organisation}, {label}: articles differ, {numbers}"),
    };
    let quantities = quantities(entries);
    let dimension = first.unit.dimension;
    let scale = Scale::of(&quantities, dimension);
    let rows = entries.iter().map(|entry| PanelRow {
        label: article_words(entry.source.article, lang),
        aside: None,
        marks: vec![entry.mark(MarkKind::Result, entry.label(lang).to_owned())],
        words: entry.printed(),
        after: Vec::new(),
    });
    let rows = Panel::plain(None, scale, rows.collect());
    let items =
        entries.iter().map(|e| format!("{}: {}", article_words(e.source.article, lang), e.reading(lang)));
    let mut notes = notes::bounds(&quantities, lang);
    notes.push(
        pick(
            lang,
            "Các bài viết về cùng một điều: đứng cạnh nhau, không bài nào được chọn thay bài khác.",
            "The articles speak of the same thing: they stand side by side, and none is chosen over another.",
        )
        .to_owned(),
    );
    Some(Chart {
        id: chart_id(ChartKind::Discrepancies, &first.source.figure.id),
        kind: ChartKind::Discrepancies,
        lang,
        measure: format!("{} · {}", unit_name(first.unit, lang), first.period().words(lang)),
        sentence: format!("{}: {}.", pick(lang, "Như báo in", "As printed"), readings(items, lang)),
        table: table(entries, &heading, lang),
        notes,
        panels: vec![Panel { ticks: ticks::from_zero(scale, dimension, lang), ..rows }],
        heading,
    })
}
