//! Rounds, themes and articles in time.
//!
//! # The rule
//! - A lane is one phase of an article, or one article with the period on which it reports. It is as long as the printed dates
//!   say: a printed day is a firm end, a printed month or year a soft one, an open end an arrow.
//! - A period without dates ("5 năm") is stated below the axis and not placed on it. Nothing is guessed.
//! - Lanes stand in the order of their first day. The axis runs over whole years.
//! - There is a chart if at least two lanes have a date.

use thidua_core::collections::sort_by_key;
use thidua_core::corpus::{Catalogue, PhaseRef};
use thidua_core::domain::{Article, Date, Edtf, Endpoint, Lang, Precision};
use thidua_core::text::{capitalise, format_period};
use thidua_i18n::charts::{common, timeline as wording};

use super::day_number::day_number;
use super::model::{Chart, ChartKind, chart_id};
use super::names::{readings, short_name};
use super::panel::{CaptionLine, Evidence, Mark, MarkEnd, MarkKind, Panel, PanelRow, SpanEdge, Tick};
use super::scale::Scale;
use super::table::{ChartColumn, ChartRow, ChartTable};

/// Number of ticks that fit on a phone.
const MAX_TICKS: u16 = 8;

/// One row of the timeline.
struct TimelineLane {
    when: Option<Edtf>,
    kind: MarkKind,
    /// Organisation and round.
    label: String,
    /// Theme, or headline of the article.
    more: Option<String>,
    /// The printed words of its period.
    printed: Option<String>,
    evidence: Evidence,
}

/// Returns the chart of `phases` and of the periods on which `articles` report; `None` if fewer than two have a date.
pub fn timeline(
    phases: &[PhaseRef<'_>],
    articles: &[&Article],
    catalogue: &Catalogue,
    lang: Lang,
) -> Option<Chart> {
    let mut rounds: Vec<TimelineLane> =
        phases.iter().map(|found| phase_lane(*found, catalogue, lang)).collect();
    let mut reports: Vec<TimelineLane> =
        articles.iter().map(|article| article_lane(article, catalogue, lang)).collect();
    for lanes in [&mut rounds, &mut reports] {
        sort_by_key(lanes, |lane| lane.when.and_then(span));
    }
    let dated: Vec<(Edtf, &TimelineLane)> =
        rounds.iter().chain(&reports).filter_map(|lane| Some((lane.when?, lane))).collect();
    if dated.len() < 2 {
        return None;
    }
    let first = dated.iter().filter_map(|(when, _)| first_year(*when)).min()?;
    let last = dated.iter().filter_map(|(when, _)| last_year(*when)).max()?.max(first);
    let axis = Axis { first, last };
    let undated: Vec<&TimelineLane> =
        rounds.iter().chain(&reports).filter(|lane| lane.when.is_none()).collect();

    let mut panels = Vec::new();
    for (lanes, name) in [(&rounds, wording::rounds(lang)), (&reports, wording::reports(lang))] {
        let rows: Vec<PanelRow> =
            lanes.iter().filter_map(|lane| Some(row(lane, axis.mark(lane.when?, lane), lang))).collect();
        if !rows.is_empty() {
            let name = (!rounds.is_empty() && !reports.is_empty()).then(|| name.to_owned());
            panels.push(Panel { ticks: axis.ticks(lang), ..Panel::plain(name, axis.scale(), rows) });
        }
    }
    if !undated.is_empty() {
        let rows = undated.iter().map(|lane| row(lane, mark(lane, 0.0, 0.0, MarkEnd::Exact), lang)).collect();
        let name = Some(wording::undated(lang).to_owned());
        panels.push(Panel::plain(name, Scale::Stated, rows));
    }
    let all: Vec<&TimelineLane> =
        dated.iter().map(|(_, lane)| *lane).chain(undated.iter().copied()).collect();
    let heading = heading(&rounds, &reports, &axis, lang);
    let items = all.iter().map(|lane| match &lane.more {
        Some(more) if lane.kind == MarkKind::Span => {
            format!("{} ({more}): {}", lane.label, words(lane, lang))
        }
        _ => format!("{}: {}", lane.label, words(lane, lang)),
    });
    let chart = Chart {
        id: chart_id(ChartKind::Timeline, &axis.words().as_str().into()),
        kind: ChartKind::Timeline,
        more: None,
        lang,
        measure: format!("{} · {}", wording::in_time(lang), axis.words()),
        sentence: format!("{}.", readings(items, lang)),
        table: table(&all, &heading, lang),
        notes: notes(&dated, lang),
        panels,
        heading,
    };
    Some(chart.finished())
}

fn phase_lane(found: PhaseRef<'_>, catalogue: &Catalogue, lang: Lang) -> TimelineLane {
    let PhaseRef { article, phase } = found;
    let theme = phase.theme.as_deref().and_then(|id| catalogue.campaign(id)).map(|theme| {
        let name = theme.name_en.as_ref().filter(|_| lang == Lang::En).unwrap_or(&theme.name);
        format!("{}: {name}", wording::theme(lang))
    });
    TimelineLane {
        when: phase.when,
        kind: MarkKind::Span,
        label: format!("{}: {}", organisation(article, catalogue), phase.name),
        more: theme,
        printed: phase.as_written.clone(),
        evidence: Evidence::Article(article.id.clone(), Some(phase.line)),
    }
}

fn article_lane(article: &Article, catalogue: &Catalogue, lang: Lang) -> TimelineLane {
    let headline = article.headline_en.as_ref().filter(|_| lang == Lang::En).unwrap_or(&article.headline);
    TimelineLane {
        when: article.covers,
        kind: MarkKind::Reported,
        label: organisation(article, catalogue),
        more: Some(headline.clone()),
        printed: article.covers_as_written.clone(),
        evidence: Evidence::Article(article.id.clone(), None),
    }
}

fn organisation(article: &Article, catalogue: &Catalogue) -> String {
    let id = &article.organisation;
    catalogue.organisation(id).map_or_else(|| id.to_string(), |o| short_name(&o.name))
}

/// The printed words of its period; else its dates; else that there are none.
fn words(lane: &TimelineLane, lang: Lang) -> String {
    let dates = lane.when.map(|when| format_period(when, lang));
    let not_stated = || wording::no_date(lang).to_owned();
    lane.printed.clone().or(dates).unwrap_or_else(not_stated)
}

fn row(lane: &TimelineLane, mark: Mark, lang: Lang) -> PanelRow {
    let (words, after) = match &lane.printed {
        Some(printed) => (printed.clone(), Vec::new()),
        None => (
            String::new(),
            vec![CaptionLine { lead: words(lane, lang), mark: Some(0), ..CaptionLine::default() }],
        ),
    };
    PanelRow {
        group: None,
        label: lane.label.clone(),
        aside: lane.more.clone(),
        marks: vec![mark],
        words,
        after,
    }
}

fn mark(lane: &TimelineLane, from: f64, to: f64, end: MarkEnd) -> Mark {
    Mark { evidence: lane.evidence.clone(), more: String::new(), kind: lane.kind, from, to, end }
}

/// First and last day as day numbers, for sorting; the other one where only one is known.
fn span(when: Edtf) -> Option<(i64, i64)> {
    let (first, last) = (when.earliest().map(day_number), when.latest().map(day_number));
    Some((first.or(last)?, last.or(first)?))
}

fn first_year(when: Edtf) -> Option<u16> {
    when.earliest().or(when.latest()).map(|day| day.0)
}

fn last_year(when: Edtf) -> Option<u16> {
    when.latest().or(when.earliest()).map(|day| day.0)
}

/// An axis of whole years.
struct Axis {
    first: u16,
    last: u16,
}

impl Axis {
    fn day(year: u16, month: u8) -> f64 {
        day_number((year, month, 1)) as f64
    }

    fn scale(&self) -> Scale {
        Scale::Time { from: Axis::day(self.first, 1), to: Axis::day(self.last.saturating_add(1), 1) }
    }

    fn words(&self) -> String {
        if self.first == self.last {
            self.first.to_string()
        } else {
            format!("{}–{}", self.first, self.last)
        }
    }

    /// Ticks: the quarters of a single year, else as many years as fit.
    fn ticks(&self, lang: Lang) -> Vec<Tick> {
        if self.first == self.last {
            let names = wording::quarter_prefixes(lang);
            let label = |name| format!("{name}{}", self.first);
            let quarters = [1, 4, 7, 10].into_iter().zip(names);
            let end = Tick { at: Axis::day(self.last.saturating_add(1), 1), label: String::new() };
            let quarters =
                quarters.map(|(m, name)| Tick { at: Axis::day(self.first, m), label: label(name) });
            return quarters.chain(std::iter::once(end)).collect();
        }
        let years = self.last - self.first + 1;
        let step = [1, 2, 5, 10, 20, 50, 100, 500, 2000].into_iter().find(|step| years / step <= MAX_TICKS);
        let step = step.unwrap_or(10_000);
        let ticks = (self.first..=self.last.saturating_add(1)).filter(|year| step == 1 || year % step == 0);
        // The line at the end closes the last year: it names no further one.
        let label = |year: u16| if year > self.last { String::new() } else { year.to_string() };
        ticks.map(|year| Tick { at: Axis::day(year, 1), label: label(year) }).collect()
    }

    fn mark(&self, when: Edtf, lane: &TimelineLane) -> Mark {
        let Scale::Time { from, to } = self.scale() else { return mark(lane, 0.0, 0.0, MarkEnd::Exact) };
        let (start, end) = match when {
            Edtf::Date(date) => (edge(date), edge(date)),
            Edtf::Interval(start, end) => (edge_of(start), edge_of(end)),
        };
        let from = when.earliest().map_or(from, |day| day_number(day) as f64);
        // A day lasts until the next one begins.
        let to = when.latest().map_or(to, |day| day_number(day) as f64 + 1.0);
        mark(lane, from, to, MarkEnd::Span(start, end))
    }
}

fn edge_of(end: Endpoint) -> SpanEdge {
    match end {
        Endpoint::Date(date) => edge(date),
        Endpoint::Open | Endpoint::Unknown => SpanEdge::Open,
    }
}

fn edge(date: Date) -> SpanEdge {
    let is_day = matches!(date.precision(), Precision::Day | Precision::Minute) && date.day().is_some();
    if is_day && !date.is_qualified() { SpanEdge::Day } else { SpanEdge::Soft }
}

fn heading(rounds: &[TimelineLane], reports: &[TimelineLane], axis: &Axis, lang: Lang) -> String {
    // The years of the heading are those of dated lanes.
    let number = |lanes: &[TimelineLane]| lanes.iter().filter(|lane| lane.when.is_some()).count();
    capitalise(&wording::heading(number(rounds), number(reports), &axis.words(), lang))
}

fn table(lanes: &[&TimelineLane], heading: &str, lang: Lang) -> ChartTable {
    let [what, more, when, printed] = wording::columns(lang);
    let not_stated = || common::not_stated(lang).to_owned();
    let rows = lanes.iter().map(|lane| ChartRow {
        cells: vec![
            lane.label.clone(),
            lane.more.clone().unwrap_or_else(|| "—".to_owned()),
            lane.when.map_or_else(not_stated, |when| format_period(when, lang)),
            lane.printed.clone().unwrap_or_else(not_stated),
        ],
        figure: None,
        links: vec![Some(lane.evidence.clone())],
    });
    let columns = [what, more, when, printed].map(ChartColumn::words).into_iter().collect();
    ChartTable { caption: heading.to_owned(), columns, rows: rows.collect() }
}

fn notes(dated: &[(Edtf, &TimelineLane)], lang: Lang) -> Vec<String> {
    let edges = |wanted: SpanEdge| {
        dated.iter().any(|(when, _)| match when {
            Edtf::Date(date) => edge(*date) == wanted,
            Edtf::Interval(from, to) => edge_of(*from) == wanted || edge_of(*to) == wanted,
        })
    };
    let candidates = [
        (SpanEdge::Day, wording::day_note(lang)),
        (SpanEdge::Soft, wording::month_or_year_note(lang)),
        (SpanEdge::Open, wording::open_end_note(lang)),
    ];
    let needed = candidates.into_iter().filter(|(edge, _)| edges(*edge));
    needed.map(|(_, note)| note.to_owned()).collect()
}
