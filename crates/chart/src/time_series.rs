//! Time series: one measure over the years.
//!
//! # The rule
//! - A series is the figures of one measure, organisation, campaign, unit, role, levels and standing whose periods are dated and equally
//!   long: a year is never joined to half a year or to five. It needs two periods.
//! - Two periods are two dots on one row (the earlier hollow); three or more are points of a line. Both start at zero.
//! - Where articles state different numbers for one period, all its dots are drawn and none is joined. Time between two points
//!   of which no article speaks is bridged by a dotted line.
//! - A chart holds the series of one organisation, campaign, unit and role.
//! - A change is read off two printed numbers. No difference and no rate is computed.

use thidua_core::collections::sort_by_key;
use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Lang, Organisation};
use thidua_core::text::capitalise;
use thidua_i18n::charts::acts::{common_act, with_act};
use thidua_i18n::charts::common::{self, uncapitalise};
use thidua_i18n::charts::quantities::unit_name;
use thidua_i18n::charts::{notes as note_words, time_series as wording};
use thidua_i18n::terms::role_heading;

use super::day_number::day_number;
use super::discrepancy::same_thing;
use super::figure_entry::{FigureEntry, groups, key, quantities, standing, table};
use super::grouping::{distinct, group_by};
use super::model::{Chart, ChartKind, chart_id};
use super::names::{organisation_of, readings};
use super::number_summary::names_unit;
use super::panel::{CaptionLine, Connection, LinePoint, Mark, MarkKind, Panel, PanelRow, Tick};
use super::period::{Day, Period};
use super::scale::{Scale, is_steep};
use super::{notes, ticks};

/// Figures of one measure, period by period.
type Series<'a> = Vec<Vec<FigureEntry<'a>>>;

/// Returns the time series that `figures` allow.
pub(super) fn charts(figures: &[FigureRef<'_>], catalogue: &Catalogue, lang: Lang) -> Vec<Chart> {
    let entries = figures.iter().filter_map(|f| FigureEntry::of(*f, catalogue));
    let all_series = groups(entries, &|entry| {
        let (first, last) = span(entry)?;
        let campaign = campaign_key(entry);
        let months = (last - first + 15) / 30;
        Some(key(&[&same_thing(entry)?, campaign, &months.to_string()]))
    });
    let all_series = all_series.into_iter().map(by_period).filter(|series| series.len() > 1);
    group_by(all_series, |series| {
        series.iter().flatten().next().map(|entry| {
            let figure = entry.source.figure;
            let campaign = campaign_key(entry);
            key(&[entry.source.organisation(), campaign, &figure.unit, figure.role.slug(), standing(figure)])
        })
    })
    .iter()
    .filter_map(|all| chart(all, catalogue, lang))
    .collect()
}

/// Id of the campaign of a figure; empty, as no id is, if it has none.
fn campaign_key<'a>(entry: &FigureEntry<'a>) -> &'a str {
    entry.source.figure.campaign.as_deref().unwrap_or("")
}

/// First and last day as day numbers; `None` unless both are known.
fn span(entry: &FigureEntry<'_>) -> Option<(i64, i64)> {
    let (first, last) = entry.period().days()?;
    Some((day_number(first), day_number(last)))
}

fn by_period(mut entries: Vec<FigureEntry<'_>>) -> Series<'_> {
    sort_by_key(&mut entries, span);
    group_by(entries, span)
}

fn chart(all: &[Series<'_>], catalogue: &Catalogue, lang: Lang) -> Option<Chart> {
    let flat: Vec<FigureEntry<'_>> = all.iter().flatten().flatten().copied().collect();
    let first = flat.first()?;
    let organisation = catalogue.organisation(first.source.organisation());
    let labels = Labels { all: &flat, organisation, lang };
    let (pairs, lines): (Vec<&Series<'_>>, Vec<&Series<'_>>) = all.iter().partition(|s| s.len() == 2);
    let dimension = first.unit.dimension;
    // If one measure is much larger than another, its scale would hide the changes of the other.
    let each_its_own = is_steep(&quantities(&flat));
    let chunk = if each_its_own { 1 } else { pairs.len().max(1) };
    let mut panels: Vec<Panel> = pairs
        .chunks(chunk)
        .map(|pairs| {
            let shown: Vec<FigureEntry<'_>> = pairs.iter().copied().flatten().flatten().copied().collect();
            let scale = Scale::of(&quantities(&shown), dimension);
            let rows = pairs.iter().map(|series| dumbbell(series, &labels, lang)).collect();
            let ticks = ticks::from_zero(scale, dimension, lang);
            Panel { ticks, ..Panel::plain(None, scale, rows) }
        })
        .collect();
    panels.extend(lines.iter().filter_map(|series| line(series, &labels, all.len() > 1, lang)));
    let heading = heading(all, &organisation_of(first.source, catalogue), lang);
    let role = role_heading(first.source.figure.role, lang);
    let items = flat
        .iter()
        .map(|e| format!("{}, {}: {}", uncapitalise(&labels.of(e)), e.period().words(lang), e.reading(lang)));
    Some(Chart {
        id: chart_id(ChartKind::TimeSeries, &first.source.figure.id),
        kind: ChartKind::TimeSeries,
        more: None,
        lang,
        measure: format!("{role} · {} · {}", unit_name(first.unit, lang), years(&flat, lang)),
        sentence: format!("{}: {}.", common::as_printed(lang), readings(items, lang)),
        table: table(&flat, &heading, lang),
        notes: notes(all, &flat, lang),
        panels,
        heading,
    })
}

/// First and last period in words.
fn years(entries: &[FigureEntry<'_>], lang: Lang) -> String {
    let first = entries.iter().min_by_key(|e| span(e)).and_then(|e| e.period().marked_dates(lang));
    let last = entries.iter().max_by_key(|e| span(e)).and_then(|e| e.period().marked_dates(lang));
    // Entries without days belong to no series.
    distinct(first.into_iter().chain(last)).join(" → ")
}

fn heading(all: &[Series<'_>], organisation: &str, lang: Lang) -> String {
    let flat: Vec<FigureEntry<'_>> = all.iter().flatten().flatten().copied().collect();
    let act = common_act(flat.iter().map(|e| &e.source.figure.act), lang);
    let [series] = all else {
        let organisation = &with_act(organisation, act.as_deref());
        return wording::heading(organisation, all.len(), &years(&flat, lang), lang);
    };
    let what = newest(series).map_or_else(String::new, |e| format!(", {}", uncapitalise(e.label(lang))));
    let with_unit = !flat.first().is_some_and(|e| names_unit(&what, e.unit, lang));
    let end = |period: &Vec<FigureEntry<'_>>| {
        // The unit stands once, after the last number.
        let numbers = distinct(period.iter().map(|e| (e.number(lang), e.words(lang))));
        let is_last = series.last().is_some_and(|last| std::ptr::eq(last, period));
        let last = numbers.len().saturating_sub(1);
        let words: Vec<String> = numbers
            .into_iter()
            .enumerate()
            .map(|(i, (number, words))| if with_unit && is_last && i == last { words } else { number })
            .collect();
        let when = Period::of_all(period.iter().map(|e| e.source)).dates_in_brackets(lang)?;
        Some(format!("{} ({when})", words.join(common::or_word(lang))))
    };
    let ends: Vec<String> = series.first().into_iter().chain(series.last()).filter_map(end).collect();
    let subject = with_act(&format!("{organisation}{what}"), act.as_deref());
    format!("{subject}: {}", ends.join(" → "))
}

/// The figure whose label names a series: the first of its last period.
fn newest<'a, 'b>(series: &'b Series<'a>) -> Option<&'b FigureEntry<'a>> {
    series.last()?.first()
}

/// Labels of the figures of a chart, which are of one organisation.
struct Labels<'a> {
    all: &'a [FigureEntry<'a>],
    organisation: Option<&'a Organisation>,
    lang: Lang,
}

impl Labels<'_> {
    /// Label of a figure, with its levels where another figure of the chart has the same label and other levels.
    fn of(&self, entry: &FigureEntry<'_>) -> String {
        let levels = &entry.source.figure.levels;
        let label = entry.label(self.lang);
        let differs = |other: &FigureEntry<'_>| {
            other.label(self.lang) == label && other.source.figure.levels != *levels
        };
        match !levels.is_empty() && self.all.iter().any(differs) {
            true => {
                let levels = common::level_label(levels, self.organisation, self.lang);
                format!("{label}, {}", uncapitalise(&levels))
            }
            false => label.to_owned(),
        }
    }
}

fn mark(entry: &FigureEntry<'_>, labels: &Labels<'_>, kind: MarkKind) -> Mark {
    entry.mark(kind, labels.of(entry))
}

fn dumbbell(series: &Series<'_>, labels: &Labels<'_>, lang: Lang) -> PanelRow {
    let (mut marks, mut after) = (Vec::new(), Vec::new());
    for (kind, entry) in [MarkKind::Earlier, MarkKind::Dot]
        .into_iter()
        .zip(series)
        .flat_map(|(k, p)| p.iter().map(move |e| (k, e)))
    {
        let reading = CaptionLine::reading(&capitalise(&entry.period().words(lang)), entry.printed());
        after.push(CaptionLine { mark: Some(marks.len()), ..reading });
        marks.push(mark(entry, labels, kind));
    }
    let label = newest(series).map(|e| labels.of(e)).unwrap_or_default();
    PanelRow { group: None, label, aside: None, marks, words: String::new(), after }
}

fn line(series: &Series<'_>, labels: &Labels<'_>, among_others: bool, lang: Lang) -> Option<Panel> {
    let flat: Vec<FigureEntry<'_>> = series.iter().flatten().copied().collect();
    let first = flat.first()?;
    let scale = Scale::of(&quantities(&flat), first.unit.dimension);
    let middle = |entry: &FigureEntry<'_>| span(entry).map(|(first, last)| (first + last) as f64 / 2.0);
    let start = middle(first)?;
    let length = (middle(flat.last()?)? - start).max(1.0);
    let (mut rows, mut steps, mut ticks) = (Vec::new(), Vec::new(), Vec::new());
    let mut before: Option<(&[FigureEntry<'_>], Day)> = None;
    for period in series {
        let dated = period.first().and_then(|e| Some((e, e.period().days()?, e.period().dates_words(lang)?)));
        let Some((entry, (first, last), dates)) = dated else { continue };
        let at = (middle(entry)? - start) / length;
        ticks.push(Tick { at, label: dates });
        let join = match before {
            Some((earlier, end)) if earlier.len() == 1 && period.len() == 1 => {
                if day_number(first) > day_number(end) + 1 { Connection::Dashed } else { Connection::Solid }
            }
            _ => Connection::No,
        };
        let silent = before.and_then(|(_, end)| silent_years(end, first, lang));
        for entry in period {
            let when = capitalise(&entry.period().words(lang));
            if scale == Scale::Stated {
                let marks = vec![mark(entry, labels, MarkKind::Dot)];
                rows.push(PanelRow {
                    group: None,
                    label: when,
                    aside: None,
                    marks,
                    words: entry.printed(),
                    after: Vec::new(),
                });
                continue;
            }
            steps.push(LinePoint { at, join });
            rows.push(PanelRow {
                group: None,
                label: String::new(),
                aside: silent.clone(),
                marks: vec![mark(entry, labels, MarkKind::Dot)],
                words: entry.number(lang),
                after: vec![CaptionLine::reading(&when, entry.printed())],
            });
        }
        before = Some((period, last));
    }
    let title = among_others.then(|| flat.last().map(|e| labels.of(e))).flatten();
    if steps.is_empty() {
        return Some(Panel::plain(title, scale, rows));
    }
    Some(Panel { ticks, steps, ..Panel::plain(title, scale, rows) })
}

/// Note on the whole years between two days, of which no article speaks; `None` if there are none.
fn silent_years(end: Day, start: Day, lang: Lang) -> Option<String> {
    let (from, to) = (end.0.saturating_add(1), start.0.saturating_sub(1));
    let years = if from == to { from.to_string() } else { format!("{from}–{to}") };
    (from <= to).then(|| wording::silent_years(&years, lang))
}

fn notes(all: &[Series<'_>], flat: &[FigureEntry<'_>], lang: Lang) -> Vec<String> {
    let mut list = notes::dot_bounds(&quantities(flat), lang);
    let candidates = [
        (all.iter().any(|s| s.len() == 2), wording::ring_and_dot_note(lang)),
        (all.iter().any(|s| s.len() > 2), wording::line_note(lang)),
        (all.iter().flatten().any(|period| period.len() > 1), wording::several_numbers_note(lang)),
        (
            all.len() > 1 && (is_steep(&quantities(flat)) || all.iter().any(|s| s.len() > 2)),
            wording::own_scales_note(lang),
        ),
    ];
    let needed = candidates.into_iter().filter(|(is_needed, _)| *is_needed);
    list.extend(needed.map(|(_, note)| note.to_owned()));
    if quantities(flat).iter().any(|q| q.value.is_negative()) {
        list.push(note_words::negative(lang).to_owned());
    }
    list
}
