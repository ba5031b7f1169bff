//! Coverage: organisations and years of which the corpus holds figures, with their numbers.
//!
//! # The rule
//! - A row is an organisation, a panel a year; figures that state no year have a panel of their own, the last. A figure counts
//!   for every year that its period touches, as in the figure explorer, to which each row leads.
//! - The solid bar counts the figures that were found in the source texts; if there are more, an outline counts all of them.
//!   They are counts of figures, not sums of what the figures state.
//! - All rows share one scale, because they count the same thing.

use std::collections::BTreeMap;

use thidua_core::corpus::{Catalogue, FigureTable};
use thidua_core::domain::{Lang, Organisation};
use thidua_core::text::{format_count, sorted_by_name};
use thidua_i18n::charts::common::uncapitalise;
use thidua_i18n::charts::coverage as wording;

use super::model::{Chart, ChartKind};
use super::names::{readings, short_name};
use super::panel::{Evidence, Mark, MarkEnd, MarkKind, Panel, PanelRow};
use super::scale::Scale;
use super::table::{ChartColumn, ChartRow, ChartTable};

/// With more rows than these there is no chart: nobody reads thousands of rows.
const MAX_ROWS: usize = 600;

/// Number of figures.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    all: u32,
    /// Those that were found in their source texts.
    verified: u32,
}

/// Counts by year (`NO_YEAR` for none) and the place of the organisation among all in alphabetical order.
type Counts = BTreeMap<(u16, usize), Count>;

/// Sorts after every year.
const NO_YEAR: u16 = u16::MAX;

/// Returns the chart of the corpus: `table` has all of its figures, `catalogue` its organisations. `None` if there is no figure,
/// or if there would be more than 600 rows.
pub fn coverage(table: &FigureTable, catalogue: &Catalogue, lang: Lang) -> Option<Chart> {
    let organisations = alphabetical(catalogue);
    let counts = counts(table, &organisations);
    if counts.len() > MAX_ROWS {
        return None;
    }
    let largest = counts.values().map(|count| count.all).max()?;
    let scale = Scale::Linear { max: f64::from(largest) };
    let mut panels: Vec<Panel> = Vec::new();
    let mut items: Vec<String> = Vec::new();
    let mut before = None;
    for ((year, place), count) in &counts {
        let Some((_, organisation)) = organisations.get(*place) else { continue };
        let title = wording::year(stated(*year), lang);
        let name = short_name(&organisation.name);
        items.push(format!("{name}, {}: {}", uncapitalise(&title), count_words(*count, lang)));
        if before != Some(year) {
            panels.push(Panel { ours: true, ..Panel::plain(Some(title), scale, Vec::new()) });
            before = Some(year);
        }
        if let Some(panel) = panels.last_mut() {
            panel.rows.push(panel_row(organisation, *year, *count, lang));
        }
    }
    let heading = heading(table, catalogue, &counts, lang);
    let partly = counts.values().any(|count| count.verified < count.all);
    let long = (0..table.len()).any(|number| table.years(number).len() > 1);
    let notes = [
        partly.then_some(wording::partly_verified_note(lang)),
        long.then_some(wording::several_years_note(lang)),
    ];
    let chart = Chart {
        id: ChartKind::Coverage.slug().to_owned(),
        kind: ChartKind::Coverage,
        more: None,
        lang,
        measure: wording::measure(lang).to_owned(),
        sentence: format!("{}.", readings(items.into_iter(), lang)),
        table: cells(&organisations, &counts, &heading, lang),
        notes: notes.into_iter().flatten().map(str::to_owned).collect(),
        panels,
        heading,
    };
    Some(chart.finished())
}

/// All organisations in alphabetical order, with their places in the corpus.
type Organisations<'c> = Vec<(usize, &'c Organisation)>;

fn alphabetical(catalogue: &Catalogue) -> Organisations<'_> {
    sorted_by_name(catalogue.organisations().iter().enumerate(), |(_, one)| short_name(&one.name))
}

fn counts(table: &FigureTable, organisations: &Organisations<'_>) -> Counts {
    let mut places: Vec<usize> = vec![0; organisations.len()];
    for (place, (in_corpus, _)) in organisations.iter().enumerate() {
        if let Some(slot) = places.get_mut(*in_corpus) {
            *slot = place;
        }
    }
    let mut counts = Counts::new();
    for (number, row) in table.figures().iter().enumerate() {
        let years = match table.years(number) {
            [] => &[NO_YEAR],
            years => years,
        };
        for year in years {
            let Some(place) = places.get(row.organisation as usize) else { continue };
            let count = counts.entry((*year, *place)).or_default();
            count.all += 1;
            count.verified += u32::from(table.is_verified(row.position.article));
        }
    }
    counts
}

/// The year; `None` for [`NO_YEAR`].
fn stated(year: u16) -> Option<u16> {
    Some(year).filter(|year| *year != NO_YEAR)
}

fn count_words(count: Count, lang: Lang) -> String {
    wording::count(count.all, count.verified, lang)
}

fn figures_of(organisation: &Organisation, year: u16) -> Evidence {
    Evidence::Figures(organisation.id.clone(), stated(year))
}

fn panel_row(organisation: &Organisation, year: u16, count: Count, lang: Lang) -> PanelRow {
    let evidence = figures_of(organisation, year);
    let mark = |kind, number: u32| Mark {
        evidence: evidence.clone(),
        more: if kind == MarkKind::Whole {
            count_words(count, lang)
        } else {
            wording::year(stated(year), lang)
        },
        kind,
        from: 0.0,
        to: f64::from(number),
        end: MarkEnd::Exact,
    };
    // The outline is drawn only if not every figure was found. It comes last and has no words of its own.
    let whole = (count.verified < count.all).then(|| mark(MarkKind::Whole, count.all));
    PanelRow {
        group: None,
        label: short_name(&organisation.name),
        aside: None,
        marks: std::iter::once(mark(MarkKind::Result, count.verified)).chain(whole).collect(),
        words: count_words(count, lang),
        after: Vec::new(),
    }
}

fn heading(figures: &FigureTable, catalogue: &Catalogue, counts: &Counts, lang: Lang) -> String {
    let years = years_of(counts);
    let dated: Vec<u16> = years.into_iter().filter(|year| *year != NO_YEAR).collect();
    let all = 0..catalogue.organisations().len();
    let organisations = all.filter(|place| counts.keys().any(|(_, other)| other == place)).count();
    let span = match (dated.first(), dated.last()) {
        (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
        (Some(first), _) => first.to_string(),
        _ => String::new(),
    };
    wording::heading(figures.len(), organisations, &span, lang)
}

/// Years with a count, in order.
fn years_of(counts: &Counts) -> Vec<u16> {
    let mut years: Vec<u16> = counts.keys().map(|(year, _)| *year).collect();
    years.dedup();
    years
}

/// Table with organisations down and years across.
fn cells(organisations: &Organisations<'_>, counts: &Counts, heading: &str, lang: Lang) -> ChartTable {
    let mut columns = vec![ChartColumn::words(wording::organisation_column(lang))];
    let years = years_of(counts);
    columns.extend(years.iter().map(|year| ChartColumn::number(&wording::year(stated(*year), lang))));
    let rows = organisations.iter().enumerate().filter_map(|(i, (_, organisation))| {
        let row: Vec<(u16, Option<&Count>)> =
            years.iter().map(|year| (*year, counts.get(&(*year, i)))).collect();
        let name = short_name(&organisation.name);
        let cells = row
            .iter()
            .map(|(_, count)| count.map_or_else(|| "—".into(), |c| format_count(c.all as usize, lang)));
        let leads = row.iter().map(|(year, count)| count.map(|_| figures_of(organisation, *year)));
        row.iter().any(|(_, count)| count.is_some()).then(|| ChartRow {
            cells: std::iter::once(name).chain(cells).collect(),
            figure: None,
            links: std::iter::once(None).chain(leads).collect(),
        })
    });
    ChartTable { caption: heading.to_owned(), columns, rows: rows.collect() }
}
