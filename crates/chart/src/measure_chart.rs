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
use std::collections::{BTreeMap, BTreeSet};

use thidua_core::collections::{collect_set, sort_by, sort_by_key};
use thidua_core::corpus::{Catalogue, FigureRef, Measure, MeasureGroup, measures};
use thidua_core::domain::{Figure, FigureId, Lang, Level, OrganisationId, Role};
use thidua_core::text::{capitalise, slug};
use thidua_i18n::charts::common::{self, article_label, level_label};
use thidua_i18n::charts::quantities::unit_name;
use thidua_i18n::charts::{discrepancies, measures as wording, notes as note_words};
use thidua_i18n::terms::role_heading;

use super::figure_entry::{FigureEntry, quantities};
use super::grouping::{distinct, group_by};
use super::measure_heading;
use super::model::{Chart, ChartKind, MoreRows, chart_id};
use super::names::{organisation_of, readings, short_name};
use super::number_summary::size;
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

/// What an organisation states for one period: usually one figure, several if articles differ.
pub(super) type Place<'a> = Vec<FigureEntry<'a>>;

/// The places of one level, sorted.
pub(super) struct LevelGroup<'a> {
    /// The levels that every figure names, in legal order; often none.
    pub levels: Vec<Level>,
    pub places: Vec<Place<'a>>,
}

/// A measure with its levels, ready to be drawn.
pub(super) struct Comparison<'a> {
    pub groups: Vec<LevelGroup<'a>>,
    pub catalogue: &'a Catalogue,
    pub lang: Lang,
    measure: Measure,
    /// Short names that several of the organisations have.
    ambiguous: BTreeSet<String>,
    /// True if all figures are of one organisation.
    pub one_organisation: bool,
    /// True if all figures are of one period.
    pub one_period: bool,
    /// True if all periods are those of the articles: then the chart says so once.
    pub of_articles: bool,
}

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

/// Groups figures that stand on one axis.
fn comparable<'a>(figures: &[FigureRef<'a>], catalogue: &'a Catalogue) -> Vec<Vec<FigureRef<'a>>> {
    let free = figures.iter().copied().filter(|f| f.figure.part_of.is_none() && f.figure.role != Role::Plan);
    let by_level = measures(free, catalogue).into_iter().flat_map(|group| split_by_content(group));
    let of_one_axis = by_level.flat_map(|(content, group)| {
        let measure = group.measure.clone();
        group.by_period_kind().into_iter().map(move |(period, figures)| {
            let measure = Measure { levels: Vec::new(), ..measure.clone() };
            ((measure, content.clone(), period), figures)
        })
    });
    let grouped = group_by(of_one_axis, |(key, _)| key.clone());
    grouped.into_iter().map(|group| group.into_iter().flat_map(|(_, figures)| figures).collect()).collect()
}

/// The group as it is, or by content if one article states several numbers for one organisation and period.
fn split_by_content(group: MeasureGroup<'_>) -> Vec<(Option<String>, MeasureGroup<'_>)> {
    let place = |f: &FigureRef<'_>| (f.article.id.clone(), f.organisation().clone(), Period::of(*f).key());
    if collect_set(group.figures.iter().map(place)).len() == group.figures.len() {
        return vec![(None, group)];
    }
    let content = |figure: &Figure| {
        figure.measure.as_deref().map_or_else(|| slug(figure.label.get(Lang::Vi)), str::to_owned)
    };
    let MeasureGroup { measure, figures } = group;
    let split = group_by(figures, |f| content(f.figure)).into_iter().filter_map(|figures| {
        Some((Some(content(figures.first()?.figure)), MeasureGroup { measure: measure.clone(), figures }))
    });
    split.collect()
}

impl<'a> Comparison<'a> {
    fn of(figures: Vec<FigureRef<'a>>, catalogue: &'a Catalogue, lang: Lang) -> Option<Self> {
        let measure = Measure::of(*figures.first()?, catalogue);
        let entries: Vec<FigureEntry<'a>> =
            figures.into_iter().filter_map(|f| FigureEntry::of(f, catalogue)).collect();
        let organisations: BTreeMap<&OrganisationId, String> =
            entries.iter().map(|e| (e.source.organisation(), organisation_of(e.source, catalogue))).collect();
        let one_organisation = organisations.len() == 1;
        let mut seen = BTreeSet::new();
        let ambiguous = organisations.into_values().filter(|name| !seen.insert(name.clone())).collect();
        let one_period = collect_set(entries.iter().map(|e| e.period().key())).len() == 1;
        let of_articles = entries.iter().all(|e| e.period().is_of_article());
        let mut groups: Vec<LevelGroup<'a>> = group_by(entries, levels)
            .into_iter()
            .map(|entries| LevelGroup {
                levels: entries.first().map(levels).unwrap_or_default(),
                places: places(entries, one_organisation, catalogue),
            })
            .collect();
        sort_by(&mut groups, |a, b| a.levels.cmp(&b.levels));
        let compares = groups.iter().any(|group| group.places.len() > 1);
        compares.then_some(Comparison {
            groups,
            catalogue,
            lang,
            measure,
            ambiguous,
            one_organisation,
            one_period,
            of_articles,
        })
    }

    /// Number of organisations, and of places of the fullest level.
    fn extent(&self) -> (usize, usize) {
        let organisations = collect_set(self.entries().map(|e| e.source.organisation())).len();
        (organisations, self.leading().map_or(0, |group| group.places.len()))
    }

    /// All figures, in the order of the rows.
    pub fn entries(&self) -> impl Iterator<Item = &FigureEntry<'a>> {
        self.groups.iter().flat_map(|group| group.places.iter().flatten())
    }

    /// The level with the most places; of several the lowest.
    pub fn leading(&self) -> Option<&LevelGroup<'a>> {
        let most = self.groups.iter().map(|group| group.places.len()).max()?;
        self.groups.iter().find(|group| group.places.len() == most)
    }

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

    /// The figure with the first id: it names the chart, whatever numbers change.
    fn first_id(&self) -> Option<&FigureId> {
        self.entries().map(|e| &e.source.figure.id).min()
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

    /// Short name of an organisation; its full name if another one of the rows has the same short name.
    pub fn organisation(&self, entry: &FigureEntry<'_>) -> String {
        let short = organisation_of(entry.source, self.catalogue);
        let id = entry.source.organisation();
        let full = self.catalogue.organisation(id).filter(|_| self.ambiguous.contains(&short));
        full.map_or(short, |organisation| organisation.name.clone())
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

/// Levels of a figure in legal order.
fn levels(entry: &FigureEntry<'_>) -> Vec<Level> {
    collect_set(entry.source.figure.levels.iter().copied()).into_iter().collect()
}

/// Figures by organisation and period: the greatest printed number first, or, of one organisation, the earliest period.
fn places<'a>(entries: Vec<FigureEntry<'a>>, in_time: bool, catalogue: &Catalogue) -> Vec<Place<'a>> {
    let mut places: Vec<Place<'a>> =
        group_by(entries, |e| (e.source.organisation().clone(), e.period().key()))
            .into_iter()
            .map(|entries| {
                let mut kept: Place<'a> = Vec::new();
                for entry in entries {
                    let is_said = |other: &FigureEntry<'_>| other.quantity() == entry.quantity();
                    if !kept.iter().any(is_said) {
                        kept.push(entry);
                    }
                }
                sort_by_key(&mut kept, |e| Reverse(size(&(e.source.figure, e.unit))));
                kept
            })
            .collect();
    sort_by_key(&mut places, |place| {
        let first = place.first();
        let time = first.and_then(|e| e.period().days()).filter(|_| in_time);
        let number = first.filter(|_| !in_time).map(|e| size(&(e.source.figure, e.unit)));
        let name = first.map(|e| organisation_of(e.source, catalogue));
        (time, Reverse(number), name)
    });
    places
}
