//! Comparison: one measure, organisations and periods as rows on one shared axis.
//!
//! # The rule
//! - The figures count the same campaigns, or the same thing, in one unit and role, with one standing, for periods of one kind (see
//!   [`Measure`]). They may be of several levels: these stand below each other in legal order, on the same axis.
//! - A row is one printed figure. Rows are sorted by the printed number, those of a single organisation by time. What several
//!   articles state for the same organisation and period stands together, each with its article; equal statements stand once.
//! - Two organisations or periods make a chart. A part of another figure, and a count of contents (role `plan`), have none.
//! - Where one article states several numbers of a measure for one organisation and period, it counts different things: there the
//!   content is compared, too.
//! - The picture has the first rows of each level, and says how many there are; nothing is added up.

use std::cmp::Reverse;

use thidua_core::collections::{collect_set, sort_by_key};
use thidua_core::corpus::{Catalogue, FigureRef, Measure};
use thidua_core::domain::{Lang, Level, OrganisationId};
use thidua_core::text::capitalise;
use thidua_i18n::charts::common::{self, article_label, level_label};
use thidua_i18n::charts::quantities::unit_name;
use thidua_i18n::charts::{discrepancies, measures as wording, notes as note_words};
use thidua_i18n::terms::role_heading;

use super::figure_entry::{FigureEntry, quantities};
use super::grouping::distinct;
use super::measure_groups::{Comparison, LevelGroup, Place, comparable, levels};
use super::measure_heading;
use super::model::{Chart, ChartKind, MoreRows, chart_id};
use super::names::{readings, short_name};
use super::panel::{MarkKind, Panel, PanelRow};
use super::period::Period;
use super::scale::{Scale, is_steep};
use super::table::{ChartColumn, ChartRow, ChartTable};
use super::{notes, ticks};

/// Number of rows that a picture of one level has.
pub const MAX_COMPARED_ROWS: usize = 8;
/// Number of rows of each of several levels.
const MAX_ROWS_PER_LEVEL: usize = 4;
/// Number of rows beyond the most that are drawn rather than left to a link.
const SPARE_ROWS: usize = 2;
/// Number of letters of printed words that stand beside a bar; where one has more, numbers stand there.
const MAX_PRINTED_CHARS: usize = 26;

/// Returns the comparisons that `figures` allow, those of most organisations first. `absent` are organisations that are named as
/// stating nothing if they are in none of the rows; a picture has at most `rows` rows of a single level.
pub fn measure_charts(
    figures: &[FigureRef<'_>],
    absent: &[OrganisationId],
    rows: usize,
    catalogue: &Catalogue,
    lang: Lang,
) -> Vec<Chart> {
    let mut comparisons: Vec<Comparison<'_>> = comparable(figures, catalogue)
        .into_iter()
        .filter_map(|f| Comparison::of(f, catalogue, lang))
        .collect();
    sort_by_key(&mut comparisons, |comparison| {
        let (organisations, places) = comparison.extent();
        Reverse((organisations, places))
    });
    comparisons.iter().filter_map(|comparison| comparison.chart(absent, rows)).collect()
}

/// Returns the comparison of `figures`, which are of one measure; `None` if they do not make one. See [`measure_charts`].
pub fn measure_chart(
    figures: &[FigureRef<'_>],
    absent: &[OrganisationId],
    rows: usize,
    catalogue: &Catalogue,
    lang: Lang,
) -> Option<Chart> {
    let chart = measure_charts(figures, absent, rows, catalogue, lang).into_iter().next()?;
    Some(chart.with_open_guesses(catalogue).finished())
}

impl<'a> Comparison<'a> {
    /// Number of places that the picture has of `group`.
    fn drawn(&self, group: &LevelGroup<'_>, rows: usize) -> usize {
        let most = if self.groups.len() > 1 { MAX_ROWS_PER_LEVEL.min(rows) } else { rows };
        let all = group.places.len();
        if all <= most.saturating_add(SPARE_ROWS) { all } else { most }
    }

    fn chart(&self, absent: &[OrganisationId], rows: usize) -> Option<Chart> {
        let (lang, first) = (self.lang, self.entries().next()?);
        let shown: Vec<(&LevelGroup<'a>, &Place<'a>)> = self
            .groups
            .iter()
            .flat_map(|group| {
                group.places.iter().take(self.drawn(group, rows)).map(move |place| (group, place))
            })
            .collect();
        let drawn: Vec<FigureEntry<'a>> = shown.iter().flat_map(|(_, place)| place.iter().copied()).collect();
        let quantities = quantities(&drawn);
        let scale = Scale::of(&quantities, first.unit.dimension);
        let is_short = |e: &FigureEntry<'_>| e.source.figure.as_written.chars().count() <= MAX_PRINTED_CHARS;
        let printed = drawn.iter().all(is_short);
        let heading = measure_heading::heading(self);
        let panel_rows = self.rows(&shown, printed);
        let panel = Panel { beside: true, ..Panel::plain(None, scale, panel_rows) };
        let items = drawn.iter().map(|e| format!("{}: {}", self.name(e), e.reading(lang)));
        let (organisations, _) = self.extent();
        let places: usize = self.groups.iter().map(|group| group.places.len()).sum();
        let measure =
            self.leading().map(|group| Measure { levels: group.levels.clone(), ..self.measure.clone() });
        Some(Chart {
            id: chart_id(ChartKind::Comparison, self.first_id().unwrap_or(&first.source.figure.id)),
            kind: ChartKind::Comparison,
            lang,
            measure: self.measure_line(first),
            sentence: format!("{}: {}.", common::as_printed(lang), readings(items, lang)),
            table: self.table(&drawn, &heading),
            notes: self.notes(&shown, absent),
            panels: vec![Panel { ticks: ticks::from_zero(scale, first.unit.dimension, lang), ..panel }],
            more: measure.filter(|_| shown.len() < places).map(|measure| MoreRows {
                measure,
                organisations,
                places,
            }),
            heading,
        })
    }

    fn rows(&self, shown: &[(&LevelGroup<'a>, &Place<'a>)], printed: bool) -> Vec<PanelRow> {
        let mut rows: Vec<PanelRow> = Vec::new();
        let mut before: Option<&[Level]> = None;
        for (group, place) in shown {
            for entry in *place {
                let is_first = before != Some(&group.levels) && self.groups.len() > 1;
                before = Some(&group.levels);
                rows.push(PanelRow {
                    group: is_first.then(|| self.level_label(group)),
                    label: self.name(entry),
                    aside: (place.len() > 1).then(|| article_label(entry.source.article, self.lang)),
                    marks: vec![entry.mark(MarkKind::Result, entry.label(self.lang).to_owned())],
                    words: if printed { entry.printed() } else { entry.number(self.lang) },
                    after: Vec::new(),
                });
            }
        }
        rows
    }

    /// Levels of a group; figures without a level are said to state none.
    fn level_label(&self, group: &LevelGroup<'_>) -> String {
        if group.levels.is_empty() {
            return wording::no_level(self.lang).to_owned();
        }
        // Without an organisation the level keeps its general name: the rows are of several kinds of places.
        let first = group.places.iter().flatten().next().filter(|_| self.one_organisation);
        let organisation = first.and_then(|e| self.catalogue.organisation(e.source.organisation()));
        level_label(&group.levels, organisation, self.lang)
    }

    /// What distinguishes the row of a figure: its organisation, its period, or both.
    fn name(&self, entry: &FigureEntry<'_>) -> String {
        let period = self.period_name(&entry.period());
        let organisation = self.organisation(entry);
        match (self.one_organisation, self.one_period) {
            (true, false) => capitalise(&period),
            (_, true) => organisation,
            (false, false) => format!("{organisation}, {period}"),
        }
    }

    fn period_name(&self, period: &Period) -> String {
        let dates =
            if self.of_articles { period.dates_words(self.lang) } else { period.marked_dates(self.lang) };
        dates.unwrap_or_else(|| period.words(self.lang))
    }

    fn measure_line(&self, first: &FigureEntry<'_>) -> String {
        let lang = self.lang;
        let level = match self.groups.as_slice() {
            [group] if group.levels.is_empty() => None,
            [group] => Some(common::uncapitalise(&self.level_label(group))),
            _ => Some(wording::by_level(lang).to_owned()),
        };
        let period = match self.one_period {
            true => Period::of_all(self.entries().map(|e| e.source)).words(lang),
            false if self.of_articles => common::of_article(common::over_the_years(lang), lang),
            false => common::over_the_years(lang).to_owned(),
        };
        let parts = [
            Some(role_heading(first.source.figure.role, lang).to_owned()),
            Some(unit_name(first.unit, lang).to_owned()),
            level,
            Some(period),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn notes(&self, shown: &[(&LevelGroup<'a>, &Place<'a>)], absent: &[OrganisationId]) -> Vec<String> {
        let drawn: Vec<FigureEntry<'a>> = shown.iter().flat_map(|(_, place)| place.iter().copied()).collect();
        let quantities = quantities(&drawn);
        let mut list = notes::bounds(&quantities, self.lang);
        if is_steep(&quantities) {
            list.push(note_words::small_bars(self.lang).to_owned());
        }
        if quantities.iter().any(|q| q.value.is_negative()) {
            list.push(note_words::negative(self.lang).to_owned());
        }
        if shown.iter().any(|(_, place)| place.len() > 1) {
            list.push(discrepancies::note(self.lang).to_owned());
        }
        let stating = collect_set(self.entries().map(|e| e.source.organisation()));
        let absent = absent.iter().filter(|id| !stating.contains(id));
        let names: Vec<String> = absent
            .filter_map(|id| self.catalogue.organisation(id))
            .map(|organisation| short_name(&organisation.name))
            .collect();
        list.extend(wording::absent(&distinct(names), self.lang));
        list
    }

    fn table(&self, drawn: &[FigureEntry<'_>], heading: &str) -> ChartTable {
        let lang = self.lang;
        let [organisation, level, when, what, printed, number, article] = wording::columns(lang);
        let has_levels = self.entries().any(|e| !e.source.figure.levels.is_empty());
        let rows = drawn.iter().map(|entry| {
            let level =
                level_label(&levels(entry), self.catalogue.organisation(entry.source.organisation()), lang);
            let level = if entry.source.figure.levels.is_empty() {
                common::not_stated(lang).to_owned()
            } else {
                level
            };
            let cells = [
                Some(self.organisation(entry)),
                has_levels.then_some(level),
                Some(entry.period().words(lang)),
                Some(entry.label(lang).to_owned()),
                Some(entry.printed()),
                Some(entry.number(lang)),
                Some(article_label(entry.source.article, lang)),
            ];
            ChartRow {
                cells: cells.into_iter().flatten().collect(),
                figure: Some(entry.source.figure.id.clone()),
                links: Vec::new(),
            }
        });
        let columns = [
            Some(ChartColumn::words(organisation)),
            has_levels.then(|| ChartColumn::words(level)),
            Some(ChartColumn::words(when)),
            Some(ChartColumn::words(what)),
            Some(ChartColumn::words(printed)),
            Some(ChartColumn::number(number)),
            Some(ChartColumn::words(article)),
        ];
        ChartTable {
            caption: heading.to_owned(),
            columns: columns.into_iter().flatten().collect(),
            rows: rows.collect(),
        }
    }
}
