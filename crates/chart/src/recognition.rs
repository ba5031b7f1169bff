//! Recognitions by level, from the school up to the nation, under the act that is printed or under none.
//!
//! # The rule
//! - A row is one printed figure with the role `result`, at least one level and a counted unit. A figure printed for several
//!   levels at once is one row that names all of them, placed by the lowest: nothing says how it divides.
//! - A panel holds the figures of one organisation, period, unit and subject, in legal order. The subject is the figure's
//!   `measure`; else its campaign within one article; else the line of the article on which it stands. Individuals, collectives
//!   and times awarded are different units, so they have panels and scales of their own.
//! - What was proposed or registered is not given: it has panels and charts of its own, whose headings say so.
//! - A heading names an act only if every figure that stands under it prints a verb of that one kind; otherwise it is neutral,
//!   and rows name their acts.
//! - A chart holds the panels of one organisation, period, article and campaign; without a campaign, those of one line and the
//!   same levels, none of which counts a part of another figure (517 individuals and 687 collectives, say).
//! - A chart is shown if a panel has two rows: numbers of different units are not compared. A panel of one row beside it is stated
//!   without a bar.

use thidua_core::collections::{collect_set, sort_by};
use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Dimension, Figure, Lang, Level, Organisation, Role, Unit};
use thidua_core::text::{capitalise, lowercase};
use thidua_i18n::charts::acts::common_act;
use thidua_i18n::charts::common::{self, article_label, level_label, level_phrase, uncapitalise};
use thidua_i18n::charts::quantities::unit_name;
use thidua_i18n::charts::{notes as note_words, recognitions as wording};
use thidua_i18n::sentences;

use super::figure_entry::standing;
use super::grouping::{distinct, group_by};
use super::model::{Chart, ChartKind, chart_id};
use super::names::{organisation_of, readings};
use super::number_summary::{Counted, MAX_LISTED, count_suffix, distinct_count, extremes, number_list};
use super::panel::{Mark, MarkKind, Panel, PanelRow};
use super::period::Period;
use super::quantity::{Quantity, number_words, quantity_words};
use super::scale::{Scale, is_steep};
use super::table::{ChartColumn, ChartRow, ChartTable};

/// A recognition with its unit and its levels in legal order.
#[derive(Debug, Clone)]
struct RecognitionEntry<'a> {
    source: FigureRef<'a>,
    unit: &'a Unit,
    levels: Vec<Level>,
}

/// Data that all entries of one chart share.
struct RecognitionContext<'a> {
    catalogue: &'a Catalogue,
    organisation: Option<&'a Organisation>,
    lang: Lang,
}

/// Returns the charts of recognitions that `figures` allow.
pub(super) fn charts(figures: &[FigureRef<'_>], catalogue: &Catalogue, lang: Lang) -> Vec<Chart> {
    let entries = figures.iter().filter_map(|f| entry(*f, catalogue));
    let panels = group_by(entries, panel_key).into_iter().map(|mut panel| {
        sort_by(&mut panel, |a, b| a.levels.cmp(&b.levels));
        panel
    });
    group_by(panels, |panel| panel.first().map(|first| chart_key(first, panel)))
        .iter()
        .filter(|panels| panels.iter().any(|p| p.len() > 1))
        .filter_map(|panels| chart(panels, catalogue, lang))
        .collect()
}

fn entry<'a>(source: FigureRef<'a>, catalogue: &'a Catalogue) -> Option<RecognitionEntry<'a>> {
    let figure = source.figure;
    let unit = catalogue.unit(&figure.unit)?;
    let counted = figure.role == Role::Result && unit.dimension == Dimension::Count;
    let levels: Vec<Level> = collect_set(figure.levels.iter().copied()).into_iter().collect();
    (counted && !levels.is_empty()).then_some(RecognitionEntry { source, unit, levels })
}

fn panel_key(entry: &RecognitionEntry<'_>) -> [String; 7] {
    let (figure, article) = (entry.source.figure, entry.source.article);
    let [scope, kind, subject] = match (&figure.measure, &figure.campaign) {
        (Some(measure), _) => [String::new(), "measure".into(), measure.to_string()],
        (None, Some(campaign)) => [article.id.to_string(), "campaign".into(), campaign.to_string()],
        (None, None) => [article.id.to_string(), "line".into(), figure.line.to_string()],
    };
    let period = Period::of(entry.source).key();
    let standing = standing(figure).to_owned();
    [entry.source.organisation().to_string(), period, scope, kind, subject, figure.unit.to_string(), standing]
}

fn chart_key(first: &RecognitionEntry<'_>, panel: &[RecognitionEntry<'_>]) -> [String; 5] {
    let (figure, article) = (first.source.figure, first.source.article);
    let subject = match &figure.campaign {
        Some(campaign) => format!("campaign {campaign}"),
        None if panel.iter().any(|e| e.source.figure.part_of.is_some()) => format!("part {}", figure.id),
        None => format!("line {} {:?}", figure.line, panel.iter().map(|e| &e.levels).collect::<Vec<_>>()),
    };
    let period = Period::of(first.source).key();
    let standing = standing(figure).to_owned();
    [first.source.organisation().to_string(), period, article.id.to_string(), subject, standing]
}

fn chart(panels: &[Vec<RecognitionEntry<'_>>], catalogue: &Catalogue, lang: Lang) -> Option<Chart> {
    let first = panels.first()?.first()?;
    let organisation = catalogue.organisation(first.source.organisation());
    let context = RecognitionContext { catalogue, organisation, lang };
    let heading = context.heading(panels, first);
    Some(Chart {
        id: chart_id(ChartKind::Recognitions, &first.source.figure.id),
        kind: ChartKind::Recognitions,
        more: None,
        lang,
        measure: context.measure(panels, first),
        sentence: context.sentence(panels),
        table: context.table(panels, &heading),
        notes: context.notes(panels),
        panels: panels.iter().map(|p| context.panel(p, panels.len() > 1)).collect(),
        heading,
    })
}

impl RecognitionContext<'_> {
    fn panel(&self, entries: &[RecognitionEntry<'_>], among_others: bool) -> Panel {
        let quantities: Vec<Quantity> = entries.iter().map(|e| Quantity::of(e.source.figure)).collect();
        let unit = entries.first().map(|e| e.unit);
        let stated = entries.len() < 2;
        let title = unit.filter(|_| among_others && !stated).map(|u| capitalise(unit_name(u, self.lang)));
        let scale = if stated { Scale::Stated } else { Scale::of(&quantities, Dimension::Count) };
        Panel::plain(title, scale, entries.iter().map(|e| self.row(e, entries)).collect())
    }

    fn row(&self, entry: &RecognitionEntry<'_>, all: &[RecognitionEntry<'_>]) -> PanelRow {
        let figure = entry.source.figure;
        let label = level_label(&entry.levels, self.organisation, self.lang);
        let what = figure.label.get(self.lang);
        let aside = self.aside(entry, all);
        let more = if aside.as_deref() == Some(what) { "" } else { what };
        let acts = all.iter().map(|e| &e.source.figure.act);
        let own_act = match common_act(acts, self.lang) {
            Some(_) => None,
            None => common_act([&figure.act], self.lang),
        };
        let aside = match (aside, own_act) {
            (Some(aside), Some(act)) => Some(format!("{aside} · {act}")),
            (aside, act) => aside.or(act),
        };
        PanelRow {
            group: None,
            label,
            marks: vec![Mark::new(&figure.id, more.to_owned(), MarkKind::Result, Quantity::of(figure))],
            aside,
            words: figure.as_written.clone(),
            after: Vec::new(),
        }
    }

    /// Second label of a row, which distinguishes it from others: the article if other articles have the same level, else the
    /// label of the figure, else its titles. `None` if the level is enough.
    fn aside(&self, entry: &RecognitionEntry<'_>, all: &[RecognitionEntry<'_>]) -> Option<String> {
        let figure = entry.source.figure;
        let titles = |e: &RecognitionEntry<'_>| e.source.campaigns().cloned().collect::<Vec<_>>();
        let own = titles(entry);
        let same_level = all.iter().filter(|e| e.levels == entry.levels).count() > 1;
        let no_subject = figure.measure.is_none() && figure.campaign.is_none();
        if all.iter().any(|e| e.levels == entry.levels && e.source.article.id != entry.source.article.id) {
            Some(article_label(entry.source.article, self.lang))
        } else if same_level || no_subject {
            Some(figure.label.get(self.lang).to_owned())
        } else if all.iter().any(|e| titles(e) != own) && !self.prints_its_titles(entry) {
            Some(self.campaign_names(entry))
        } else {
            None
        }
    }

    /// True if the printed words themselves name the titles (`2 “Công nhân giỏi”`).
    fn prints_its_titles(&self, entry: &RecognitionEntry<'_>) -> bool {
        let printed = lowercase(&entry.source.figure.as_written);
        let mut campaigns = entry.source.campaigns().filter_map(|id| self.catalogue.campaign(id));
        campaigns.all(|c| printed.contains(&lowercase(&c.name)))
    }

    fn campaign_names(&self, entry: &RecognitionEntry<'_>) -> String {
        let names: Vec<&str> = entry
            .source
            .campaigns()
            .filter_map(|id| self.catalogue.campaign(id))
            .map(|c| match self.lang {
                Lang::Vi => c.name.as_str(),
                Lang::En => c.name_en.as_deref().unwrap_or(&c.name),
            })
            .collect();
        sentences::list(&names, self.lang)
    }

    fn heading(&self, panels: &[Vec<RecognitionEntry<'_>>], first: &RecognitionEntry<'_>) -> String {
        let organisation = organisation_of(first.source, self.catalogue);
        let all = || panels.iter().flatten();
        let acts = |p: &[RecognitionEntry<'_>]| common_act(p.iter().map(|e| &e.source.figure.act), self.lang);
        let by_act = group_by(panels, |p| acts(p));
        let one_each = panels.iter().all(|p| p.len() == 1) && all().all(|e| e.levels == first.levels);
        if one_each && by_act.len() == 1 {
            let counts = distinct(all().map(|e| quantity_words(e.source.figure, e.unit, self.lang)));
            let level = level_phrase(&first.levels, self.organisation, self.lang);
            let counts = format!("{} {level}", sentences::list(&counts, self.lang));
            return wording::heading(
                &organisation,
                &[(acts(panels.first().map_or(&[], Vec::as_slice)), counts)],
            );
        }
        let counts: Vec<(Option<String>, String)> = by_act
            .iter()
            .map(|of_act| {
                let counts = of_act.iter().map(|panel| self.counts(panel)).collect::<Vec<_>>().join("; ");
                (of_act.first().and_then(|panel| acts(panel)), counts)
            })
            .collect();
        wording::heading(&organisation, &counts)
    }

    /// Counts of a panel: all of them if there are few, else the lowest and the highest level, or, within a single level, the
    /// lowest and the highest number.
    fn counts(&self, entries: &[RecognitionEntry<'_>]) -> String {
        let lang = self.lang;
        let levels = group_by(entries, |e| e.levels.clone());
        let (Some(lowest), Some(highest)) = (levels.first(), levels.last()) else { return String::new() };
        let phrase = |level: &[&RecognitionEntry<'_>]| {
            level.first().map_or_else(String::new, |e| level_phrase(&e.levels, self.organisation, lang))
        };
        if !self.is_long(entries) {
            let said = levels.iter().enumerate().map(|(i, level)| {
                let counted = counted(level);
                // The unit stands once.
                let numbers = number_list(&counted, i == 0, lang);
                format!("{numbers} {}{}", phrase(level), count_suffix(&counted, lang))
            });
            return said.collect::<Vec<_>>().join(", ");
        }
        if levels.len() == 1 {
            return extremes(&counted(lowest), &phrase(lowest), true, lang);
        }
        let named = |level: &[&RecognitionEntry<'_>], words: fn(&Figure, &Unit, Lang) -> String| {
            let name = level
                .first()
                .map_or_else(String::new, |e| uncapitalise(&level_label(&e.levels, self.organisation, lang)));
            // Of several numbers none stands for its level.
            match level {
                [only] => format!("{name} ({})", words(only.source.figure, only.unit, lang)),
                _ => name,
            }
        };
        let number = collect_set(entries.iter().flat_map(|e| e.levels.iter().copied())).len();
        let (from, to) = (named(lowest, quantity_words), named(highest, number_words));
        wording::level_range(number, &from, &to, lang)
    }

    /// True if a panel has more numbers than a heading lists.
    fn is_long(&self, entries: &[RecognitionEntry<'_>]) -> bool {
        let levels = group_by(entries, |e| e.levels.clone());
        levels.iter().map(|level| distinct_count(&counted(level), self.lang)).sum::<usize>() > MAX_LISTED
    }

    fn measure(&self, panels: &[Vec<RecognitionEntry<'_>>], first: &RecognitionEntry<'_>) -> String {
        let units: Vec<&str> =
            panels.iter().filter_map(|p| p.first()).map(|e| unit_name(e.unit, self.lang)).collect();
        let count = wording::measure(&units.join(", "), self.lang);
        let period = Period::of_all(panels.iter().flatten().map(|e| e.source)).words(self.lang);
        let names = self.campaign_names(first);
        let parts = [count, names, period];
        parts.iter().filter(|p| !p.is_empty()).cloned().collect::<Vec<_>>().join(" · ")
    }

    fn sentence(&self, panels: &[Vec<RecognitionEntry<'_>>]) -> String {
        let items = readings(panels.iter().flatten().map(|e| self.reading(e)), self.lang);
        let one_level = group_by(panels.iter().flatten(), |e| e.levels.clone()).len() == 1;
        wording::sentence(&items, one_level, self.lang)
    }

    fn reading(&self, entry: &RecognitionEntry<'_>) -> String {
        let figure = entry.source.figure;
        let level = uncapitalise(&level_label(&entry.levels, self.organisation, self.lang));
        let count = quantity_words(figure, entry.unit, self.lang);
        format!("{level}: {}", common::reading(&count, &figure.as_written, self.lang))
    }

    fn table(&self, panels: &[Vec<RecognitionEntry<'_>>], heading: &str) -> ChartTable {
        let [level, what, act, printed, number, unit] = wording::columns(self.lang);
        ChartTable {
            caption: heading.to_owned(),
            columns: vec![
                ChartColumn::words(level),
                ChartColumn::words(what),
                ChartColumn::words(act),
                ChartColumn::words(printed),
                ChartColumn::number(number),
                ChartColumn::words(unit),
            ],
            rows: panels.iter().flatten().map(|e| self.table_row(e)).collect(),
        }
    }

    fn table_row(&self, entry: &RecognitionEntry<'_>) -> ChartRow {
        let figure = entry.source.figure;
        ChartRow {
            cells: vec![
                level_label(&entry.levels, self.organisation, self.lang),
                figure.label.get(self.lang).to_owned(),
                common_act([&figure.act], self.lang)
                    .unwrap_or_else(|| common::not_stated(self.lang).to_owned()),
                figure.as_written.clone(),
                number_words(figure, entry.unit, self.lang),
                unit_name(entry.unit, self.lang).to_owned(),
            ],
            figure: Some(figure.id.clone()),
            links: Vec::new(),
        }
    }

    fn notes(&self, panels: &[Vec<RecognitionEntry<'_>>]) -> Vec<String> {
        let quantities =
            |p: &[RecognitionEntry<'_>]| p.iter().map(|e| Quantity::of(e.source.figure)).collect::<Vec<_>>();
        let all: Vec<Quantity> = panels.iter().flat_map(|p| quantities(p)).collect();
        let mut notes = super::notes::bounds(&all, self.lang);
        if panels.iter().any(|p| is_steep(&quantities(p))) {
            notes.push(note_words::small_bars(self.lang).to_owned());
        }
        if panels.iter().flatten().any(|e| e.levels.len() > 1) {
            notes.push(wording::several_levels_note(self.lang).to_owned());
        }
        let acts = panels.iter().flatten().map(|e| e.source.figure.act.as_ref().map(|act| act.kind));
        if distinct(acts).len() > 1 {
            notes.push(wording::different_acts_note(self.lang).to_owned());
        }
        if panels.len() > 1 {
            notes.push(wording::separate_units_note(self.lang).to_owned());
        }
        notes
    }
}

fn counted<'a>(entries: &[&RecognitionEntry<'a>]) -> Vec<Counted<'a>> {
    entries.iter().map(|e| (e.source.figure, e.unit)).collect()
}
