//! Targets, their results, and the verdict on each.
//!
//! # The rule
//! - A row is one printed figure with the role `target`, and one result that is compared with it. Where several articles state
//!   results, each has a row of its own, side by side.
//! - A result belongs to a target by the same `measure`, organisation and unit, and a period that overlaps. It is looked up in
//!   the whole corpus, whatever figures were asked for. What was only proposed or registered is no result of a target.
//! - Nothing says who set a target: the organisation is the one whose target it is.
//! - The verdict of [`judge`] stands if both are of the same period. If the result's period is only a part of the target's, a
//!   count that has already reached a floor is met; nothing else can be said before the period is over.
//! - Where no article states a result, the row says so in words. There is no empty bar.
//! - A chart holds the targets of one organisation, article and period, with a panel and a scale for each unit. Percent always
//!   run from 0 to 100. A single count without a result is stated without a bar.

use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Comparator, Dimension, Figure, Lang, Role, Unit};
use thidua_core::text::capitalise;
use thidua_i18n::charts::acts::{common_act, with_act};
use thidua_i18n::charts::quantities::unit_name;
use thidua_i18n::charts::{common, notes as note_words, numbers, targets as wording};

use super::figure_entry::standing;
use super::grouping::group_by;
use super::model::{Chart, ChartKind, chart_id};
use super::names::organisation_of;
use super::panel::{CaptionLine, Mark, MarkKind, Panel, PanelRow};
use super::period::Period;
use super::quantity::{Quantity, number_words, quantity_words};
use super::scale::{Scale, is_steep};
use super::table::{ChartColumn, ChartRow, ChartTable};
use super::verdict::{IncomparableReason, Verdict, judge};
use super::{notes, target_heading, ticks};

/// A target with one of its results.
#[derive(Debug, Clone)]
pub(super) struct TargetPair<'a> {
    pub target: FigureRef<'a>,
    pub unit: &'a Unit,
    pub result: Option<FigureRef<'a>>,
    pub verdict: Verdict,
}

/// Returns the charts of targets that `figures` allow.
pub(super) fn charts(figures: &[FigureRef<'_>], catalogue: &Catalogue, lang: Lang) -> Vec<Chart> {
    let pairs = figures.iter().filter(|f| f.figure.role == Role::Target).flat_map(|f| pairs(*f, catalogue));
    let key = |p: &TargetPair<'_>| {
        let (organisation, article) = (p.target.organisation().clone(), p.target.article.id.clone());
        (organisation, article, Period::of(p.target).key(), standing(p.target.figure))
    };
    group_by(pairs, key).into_iter().filter_map(|pairs| chart(pairs, catalogue, lang)).collect()
}

fn pairs<'a>(target: FigureRef<'a>, catalogue: &'a Catalogue) -> Vec<TargetPair<'a>> {
    let Some(unit) = catalogue.unit(&target.figure.unit) else { return Vec::new() };
    let pair = |result, verdict| TargetPair { target, unit, result, verdict };
    let same_measure: Vec<FigureRef<'a>> = catalogue
        .figures_of_measures(&target.figure.measure)
        .into_iter()
        .filter(|f| f.figure.role == Role::Result && f.organisation() == target.organisation())
        .filter(|f| standing(f.figure).is_empty())
        .collect();
    let same_unit: Vec<FigureRef<'a>> =
        same_measure.iter().copied().filter(|f| f.figure.unit == target.figure.unit).collect();
    let results: Vec<TargetPair<'a>> = same_unit
        .iter()
        .filter(|result| Period::of(target).overlaps(&Period::of(**result)))
        .map(|result| pair(Some(*result), verdict(target, *result, unit)))
        .collect();
    if !results.is_empty() {
        return results;
    }
    let reason = match (same_measure.is_empty(), same_unit.is_empty()) {
        (true, _) => IncomparableReason::NoResult,
        (false, true) => IncomparableReason::OtherUnit,
        (false, false) => IncomparableReason::OtherPeriod,
    };
    vec![pair(None, Verdict::CannotCompare(reason))]
}

/// The verdict of [`judge`], with the periods taken into account.
fn verdict(target: FigureRef<'_>, result: FigureRef<'_>, unit: &Unit) -> Verdict {
    let verdict = judge(Quantity::of(target.figure), Quantity::of(result.figure));
    let (of_target, of_result) = (Period::of(target), Period::of(result));
    if of_target.key() == of_result.key() || of_target.days().is_some_and(|d| of_result.days() == Some(d)) {
        return verdict;
    }
    let part = match (of_target.days(), of_result.days()) {
        (Some((from, to)), Some((first, last))) => from <= first && last <= to,
        _ => false,
    };
    let adds_up = unit.dimension != Dimension::Percent;
    let floor = !matches!(target.figure.comparator, Comparator::Lt | Comparator::Le | Comparator::Range);
    match verdict {
        Verdict::Met if part && adds_up && floor => Verdict::Met,
        _ => Verdict::CannotCompare(IncomparableReason::OtherPeriod),
    }
}

fn chart(pairs: Vec<TargetPair<'_>>, catalogue: &Catalogue, lang: Lang) -> Option<Chart> {
    let first = pairs.first()?;
    let organisation = organisation_of(first.target, catalogue);
    let period = Period::of_all(pairs.iter().map(|p| p.target));
    let act = Some(first.target.figure).filter(|figure| !standing(figure).is_empty());
    let act = act.and_then(|figure| common_act([&figure.act], lang));
    let organisation = with_act(&organisation, act.as_deref());
    let heading = target_heading::heading(&pairs, &organisation, &period, lang);
    let panels = group_by(&pairs, |p| p.target.figure.unit.clone());
    Some(Chart {
        id: chart_id(ChartKind::Targets, &first.target.figure.id),
        kind: ChartKind::Targets,
        more: None,
        lang,
        measure: measure(&panels, &period, lang),
        sentence: sentence(&pairs, lang),
        table: table(&pairs, &heading, lang),
        notes: notes(&pairs, &panels, lang),
        panels: panels.iter().map(|p| panel(p, panels.len() > 1, lang)).collect(),
        heading,
    })
}

fn quantities(pairs: &[&TargetPair<'_>]) -> Vec<Quantity> {
    let figures = pairs.iter().flat_map(|p| std::iter::once(p.target).chain(p.result));
    figures.map(|f| Quantity::of(f.figure)).collect()
}

fn panel(pairs: &[&TargetPair<'_>], among_others: bool, lang: Lang) -> Panel {
    let unit = pairs.first().map(|p| p.unit);
    let dimension = unit.map_or(Dimension::Count, |u| u.dimension);
    let alone = pairs.len() == 1 && pairs.iter().all(|p| p.result.is_none());
    let scale = if alone && dimension != Dimension::Percent {
        Scale::Stated
    } else {
        Scale::of(&quantities(pairs), dimension)
    };
    let title = unit.filter(|_| among_others && !alone).map(|u| capitalise(unit_name(u, lang)));
    Panel {
        ticks: ticks::from_zero(scale, dimension, lang),
        ..Panel::plain(title, scale, pairs.iter().map(|p| row(p, scale, lang)).collect())
    }
}

fn row(pair: &TargetPair<'_>, scale: Scale, lang: Lang) -> PanelRow {
    let target = pair.target.figure;
    let label = target.label.get(lang);
    let line = |word: &str, figure: &Figure, mark| CaptionLine {
        lead: format!("{word}: "),
        printed: figure.as_written.clone(),
        strong: false,
        mark: Some(mark),
    };
    let said = pair.verdict.words(lang);
    let mut marks = vec![Mark::new(&target.id, said.clone(), MarkKind::Target, Quantity::of(target))];
    // Under the track, because beside the end of a longer result they would be taken for its number.
    let mut after = vec![line(wording::target(lang), target, 0)];
    let mut words = String::new();
    if scale == Scale::Stated {
        words = target.as_written.clone();
        after.clear();
    }
    if let Some(result) = pair.result.map(|r| r.figure) {
        let what = result.label.get(lang).to_owned();
        marks.push(Mark::new(&result.id, what, MarkKind::Result, Quantity::of(result)));
        after.push(line(wording::result(lang), result, 1));
    }
    let strong = matches!(pair.verdict, Verdict::Met | Verdict::NotMet);
    after.push(CaptionLine { lead: said, strong, ..CaptionLine::default() });
    PanelRow { group: None, label: label.to_owned(), aside: None, marks, words, after }
}

fn measure(panels: &[Vec<&TargetPair<'_>>], period: &Period, lang: Lang) -> String {
    let units: Vec<&str> = panels.iter().filter_map(|p| p.first()).map(|p| unit_name(p.unit, lang)).collect();
    wording::measure(&units.join(", "), &period.words(lang), lang)
}

fn sentence(pairs: &[TargetPair<'_>], lang: Lang) -> String {
    let items = pairs.iter().map(|pair| {
        let reading = |f: FigureRef<'_>| {
            common::reading(&quantity_words(f.figure, pair.unit, lang), &f.figure.as_written, lang)
        };
        let (target, result) = (reading(pair.target), pair.result.map(reading));
        let label = pair.target.figure.label.get(lang);
        wording::sentence(label, &target, result.as_deref(), &pair.verdict.words(lang), lang)
    });
    items.collect::<Vec<_>>().join(" ")
}

fn table(pairs: &[TargetPair<'_>], heading: &str, lang: Lang) -> ChartTable {
    let [what, target, printed, result, verdict] = wording::columns(lang);
    let not_stated = common::not_stated(lang);
    let rows = pairs.iter().map(|pair| {
        let figure = pair.target.figure;
        let result = pair.result.map_or(not_stated, |r| r.figure.as_written.as_str());
        ChartRow {
            cells: vec![
                figure.label.get(lang).to_owned(),
                number_words(figure, pair.unit, lang),
                figure.as_written.clone(),
                result.to_owned(),
                pair.verdict.words(lang),
            ],
            figure: Some(figure.id.clone()),
            links: Vec::new(),
        }
    });
    ChartTable {
        caption: heading.to_owned(),
        columns: vec![
            ChartColumn::words(what),
            ChartColumn::number(target),
            ChartColumn::words(printed),
            ChartColumn::words(result),
            ChartColumn::words(verdict),
        ],
        rows: rows.collect(),
    }
}

fn notes(pairs: &[TargetPair<'_>], panels: &[Vec<&TargetPair<'_>>], lang: Lang) -> Vec<String> {
    let is_drawn = |p: &Vec<&TargetPair<'_>>| !matches!(panel(p, false, lang).scale, Scale::Stated);
    let (any_drawn, any_result) = (panels.iter().any(is_drawn), pairs.iter().any(|p| p.result.is_some()));
    let percents = pairs.iter().filter(|p| p.unit.dimension == Dimension::Percent).count();
    let targets = target_heading::verdicts(pairs).len();
    let candidates = [
        (any_drawn && any_result, wording::with_results_note(lang)),
        (any_drawn && !any_result, wording::without_results_note(lang)),
        (percents > 1, numbers::percentages_of_own_wholes(lang)),
        (targets < pairs.len(), wording::several_results_note(lang)),
    ];
    let needed = candidates.into_iter().filter(|(is_needed, _)| *is_needed);
    let mut list: Vec<String> = needed.map(|(_, note)| note.to_owned()).collect();
    let all: Vec<&TargetPair<'_>> = pairs.iter().collect();
    if any_drawn {
        let of = |f: FigureRef<'_>| Quantity::of(f.figure);
        list.extend(notes::target_bounds(&pairs.iter().map(|p| of(p.target)).collect::<Vec<_>>(), lang));
        list.extend(notes::bounds(&pairs.iter().filter_map(|p| p.result.map(of)).collect::<Vec<_>>(), lang));
    }
    if any_drawn && panels.iter().any(|p| is_steep(&quantities(p))) {
        list.push(note_words::small_bars(lang).to_owned());
    }
    if quantities(&all).iter().any(|q| q.value.is_negative()) {
        list.push(note_words::negative(lang).to_owned());
    }
    list
}
