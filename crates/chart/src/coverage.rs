//! Coverage: of which organisations and years the corpus holds figures, and how many.
//!
//! # The rule
//! - A row is an organisation, a panel a year; what states no year has a panel of its own, the last. A figure counts for
//!   every year that its period touches, as in the figure explorer, to which each row leads.
//! - The solid bar counts the figures that were found in the source texts; where there are more, an outline counts all.
//!   They are counts of figures, not sums of what the figures say.
//! - All rows share one scale, because they count the same thing.

use std::collections::BTreeMap;

use super::model::{Chart, ChartKind};
use super::names::{self, counted, pick, readings, short_name, uncapitalised};
use super::panel::{Evidence, Mark, MarkEnd, MarkKind, Panel, PanelRow};
use super::scale::Scale;
use super::table::{ChartColumn, ChartRow, ChartTable};
use thidua_core::corpus::{Catalogue, FigureTable};
use thidua_core::domain::{Lang, Organisation};
use thidua_core::text::{format_count, sorted_by_name};

/// With more rows than these there is no chart: nobody reads thousands, and each has words beside it.
const MOST_ROWS: usize = 600;

/// How many figures, and how many of them were found in their source texts.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    all: u32,
    found: u32,
}

/// Counts by year (`NO_YEAR` for none) and the place of the organisation among all in alphabetical order.
type Counts = BTreeMap<(u16, usize), Count>;

/// Sorts after every year.
const NO_YEAR: u16 = u16::MAX;

/// The chart of what the corpus holds: `table` has every figure of it, `catalogue` its organisations. Nothing where there
/// is no figure, or where there are too many rows.
pub fn coverage(table: &FigureTable, catalogue: &Catalogue, lang: Lang) -> Option<Chart> {
    let organisations = alphabetical(catalogue);
    let counts = counts(table, &organisations);
    if counts.len() > MOST_ROWS {
        return None;
    }
    let most = counts.values().map(|count| count.all).max()?;
    let scale = Scale::Linear { max: f64::from(most) };
    let mut panels: Vec<Panel> = Vec::new();
    let mut items: Vec<String> = Vec::new();
    let mut before = None;
    for ((year, place), count) in &counts {
        let Some((_, organisation)) = organisations.get(*place) else { continue };
        let title = year_words(*year, lang);
        let name = short_name(&organisation.name);
        items.push(format!("{name}, {}: {}", uncapitalised(&title), words(*count, lang)));
        if before != Some(year) {
            panels.push(Panel { ours: true, ..Panel::plain(Some(title), scale, Vec::new()) });
            before = Some(year);
        }
        if let Some(panel) = panels.last_mut() {
            panel.rows.push(panel_row(organisation, *year, *count, lang));
        }
    }
    let heading = heading(table, catalogue, &counts, lang);
    let partly = counts.values().any(|count| count.found < count.all);
    let long = (0..table.len()).any(|number| table.years(number).len() > 1);
    let notes = [
        partly.then_some(pick(
            lang,
            "Thanh đặc: số liệu đã tìm thấy trong văn bản gốc; khung viền: mọi số liệu.",
            "Solid bar: figures found in the source texts; outline: all figures.",
        )),
        long.then_some(pick(
            lang,
            "Số liệu của năm học hay của nhiều năm được đếm ở mỗi năm mà nó nói tới.",
            "A figure for a school year or for several years counts for each of them.",
        )),
    ];
    let chart = Chart {
        id: ChartKind::Coverage.slug().to_owned(),
        kind: ChartKind::Coverage,
        lang,
        measure: pick(
            lang,
            "Số lượng số liệu, theo năm và đơn vị",
            "Number of figures, by year and organisation",
        )
        .to_owned(),
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
            count.found += u32::from(table.is_verified(row.place.article));
        }
    }
    counts
}

fn year_words(year: u16, lang: Lang) -> String {
    match (year, lang) {
        (NO_YEAR, Lang::Vi) => "Không nêu năm".to_owned(),
        (NO_YEAR, Lang::En) => "Year not stated".to_owned(),
        (_, Lang::Vi) => format!("Năm {year}"),
        (_, Lang::En) => year.to_string(),
    }
}

fn words(count: Count, lang: Lang) -> String {
    let [all, found] = [count.all, count.found].map(|number| format_count(number as usize, lang));
    match (lang, count.all == count.found) {
        (Lang::Vi, true) => format!("{all} số liệu đã đối chiếu"),
        (Lang::Vi, false) => format!("{found} trên {all} số liệu đã đối chiếu"),
        (Lang::En, true) if count.all == 1 => "1 verified figure".to_owned(),
        (Lang::En, true) => format!("{all} verified figures"),
        (Lang::En, false) if count.all == 1 => "1 figure, not verified".to_owned(),
        (Lang::En, false) => format!("{found} of {all} figures verified"),
    }
}

fn figures_of(organisation: &Organisation, year: u16) -> Evidence {
    Evidence::Figures(organisation.id.clone(), Some(year).filter(|year| *year != NO_YEAR))
}

fn panel_row(organisation: &Organisation, year: u16, count: Count, lang: Lang) -> PanelRow {
    let evidence = figures_of(organisation, year);
    let mark = |kind, number: u32| Mark {
        evidence: evidence.clone(),
        more: if kind == MarkKind::Whole { words(count, lang) } else { year_words(year, lang) },
        kind,
        from: 0.0,
        to: f64::from(number),
        end: MarkEnd::Exact,
    };
    // The outline comes last and has no words of its own: it is only there where not every figure was found.
    let whole = (count.found < count.all).then(|| mark(MarkKind::Whole, count.all));
    PanelRow {
        label: short_name(&organisation.name),
        aside: None,
        marks: std::iter::once(mark(MarkKind::Result, count.found)).chain(whole).collect(),
        words: words(count, lang),
        after: Vec::new(),
    }
}

fn heading(figures: &FigureTable, catalogue: &Catalogue, counts: &Counts, lang: Lang) -> String {
    let years = years_of(counts);
    let dated: Vec<u16> = years.into_iter().filter(|year| *year != NO_YEAR).collect();
    let all = 0..catalogue.organisations().len();
    let organisations = all.filter(|place| counts.keys().any(|(_, other)| other == place)).count();
    let figures = names::figures(figures.len(), lang);
    let organisations = counted(organisations, lang, ["đơn vị", "organisation", "organisations"]);
    let span = match (dated.first(), dated.last()) {
        (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
        (Some(first), _) => first.to_string(),
        _ => String::new(),
    };
    match (lang, span.is_empty()) {
        (Lang::Vi, false) => format!("Kho có {figures} của {organisations}, năm {span}"),
        (Lang::Vi, true) => format!("Kho có {figures} của {organisations}, không nêu năm"),
        (Lang::En, false) => {
            format!("The corpus has {figures} of {organisations}, {span}")
        }
        (Lang::En, true) => {
            format!("The corpus has {figures} of {organisations}, years not stated")
        }
    }
}

/// Every year that has a count, in order.
fn years_of(counts: &Counts) -> Vec<u16> {
    let mut years: Vec<u16> = counts.keys().map(|(year, _)| *year).collect();
    years.dedup();
    years
}

/// Organisations down, years across.
fn cells(organisations: &Organisations<'_>, counts: &Counts, heading: &str, lang: Lang) -> ChartTable {
    let mut columns = vec![ChartColumn::words(pick(lang, "Đơn vị", "Organisation"))];
    let years = years_of(counts);
    columns.extend(years.iter().map(|year| ChartColumn::number(&year_words(*year, lang))));
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
            leads: std::iter::once(None).chain(leads).collect(),
        })
    });
    ChartTable { caption: heading.to_owned(), columns, rows: rows.collect() }
}
