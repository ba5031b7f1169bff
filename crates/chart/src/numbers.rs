//! Money, and other numbers of one unit: the figures that no other kind of chart shows.
//!
//! # The rule
//! - A row is one printed figure that is no target, no part of another, no recognition at a level and no count of
//!   contents (role `plan`).
//! - A chart holds the figures of one organisation, article, period, role and unit, in the order of the document: money put in
//!   never stands on one scale with money gained, nor what was proposed or registered with what was given. It needs two rows.
//! - Rows count different things in the same unit. They are compared, never added up.
//! - Money has an axis in round amounts (`tỷ`, `triệu`); beside each bar stand the printed words.

use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Dimension, Lang, Role};
use thidua_i18n::charts::acts::{common_act, with_act};
use thidua_i18n::charts::common::{self, uncapitalise};
use thidua_i18n::charts::quantities::unit_name;
use thidua_i18n::charts::{notes as note_words, numbers as wording};
use thidua_i18n::terms::role_heading;

use super::figure_entry::{FigureEntry, groups, key, quantities, standing, table};
use super::model::{Chart, ChartKind, chart_id};
use super::names::{organisation_of, readings};
use super::number_summary::{
    Counted, MAX_LISTED, count_suffix, distinct_count, extremes, names_unit, number_list,
};
use super::panel::{MarkKind, Panel, PanelRow};
use super::period::Period;
use super::scale::{Scale, is_steep};
use super::{notes, ticks};

/// Returns the charts of money and of other numbers that `figures` allow.
pub(super) fn charts(figures: &[FigureRef<'_>], catalogue: &Catalogue, lang: Lang) -> Vec<Chart> {
    let is_other = |f: &&FigureRef<'_>| matches!(f.figure.role, Role::Target | Role::Plan);
    let free =
        figures.iter().filter(|f| !is_other(f) && f.figure.levels.is_empty() && f.figure.part_of.is_none());
    let entries = free.filter_map(|f| FigureEntry::of(*f, catalogue));
    groups(entries, &|entry| {
        let FigureRef { figure, article } = entry.source;
        let organisation = entry.source.organisation();
        let (period, role) = (entry.period().key(), figure.role.slug());
        Some(key(&[organisation, &article.id, &period, role, &figure.unit, standing(figure)]))
    })
    .iter()
    .filter(|entries| entries.len() > 1)
    .filter_map(|entries| chart(entries, catalogue, lang))
    .collect()
}

fn chart(entries: &[FigureEntry<'_>], catalogue: &Catalogue, lang: Lang) -> Option<Chart> {
    let first = entries.first()?;
    let dimension = first.unit.dimension;
    let kind = if dimension == Dimension::Money { ChartKind::Money } else { ChartKind::Numbers };
    let heading = heading(entries, &organisation_of(first.source, catalogue), lang);
    let unit = unit_name(first.unit, lang);
    let role = role_heading(first.source.figure.role, lang);
    let quantities = quantities(entries);
    let scale = Scale::of(&quantities, dimension);
    let rows = entries.iter().map(|entry| PanelRow {
        group: None,
        label: entry.label(lang).to_owned(),
        aside: None,
        marks: vec![entry.mark(MarkKind::Result, String::new())],
        words: entry.printed(),
        after: Vec::new(),
    });
    let rows = Panel::plain(None, scale, rows.collect());
    let items = entries.iter().map(|e| format!("{}: {}", uncapitalise(e.label(lang)), e.reading(lang)));
    Some(Chart {
        id: chart_id(kind, &first.source.figure.id),
        kind,
        more: None,
        lang,
        measure: format!(
            "{role} · {unit} · {}",
            Period::of_all(entries.iter().map(|e| e.source)).words(lang)
        ),
        sentence: format!("{}: {}.", common::as_printed(lang), readings(items, lang)),
        table: table(entries, &heading, lang),
        notes: notes(entries, dimension, lang),
        panels: vec![Panel { ticks: ticks::from_zero(scale, dimension, lang), ..rows }],
        heading,
    })
}

fn heading(entries: &[FigureEntry<'_>], organisation: &str, lang: Lang) -> String {
    let subject = common_subject(entries, lang).map_or_else(String::new, |subject| format!(", {subject}"));
    let counted: Vec<Counted<'_>> = entries.iter().map(|e| (e.source.figure, e.unit)).collect();
    let with_unit = !entries.iter().any(|e| names_unit(&subject, e.unit, lang));
    let counts = if distinct_count(&counted, lang) <= MAX_LISTED {
        format!("{}{}", number_list(&counted, with_unit, lang), count_suffix(&counted, lang))
    } else {
        extremes(&counted, "", with_unit, lang)
    };
    let act = common_act(entries.iter().map(|e| &e.source.figure.act), lang);
    format!("{}: {counts}", with_act(&format!("{organisation}{subject}"), act.as_deref()))
}

/// Words that announce a complement: a phrase cannot end in one, nor in the complement that one begins.
const JOINERS: [&str; 23] = [
    "từ", "của", "cho", "theo", "tại", "ở", "về", "với", "do", "trong", "được", "mà", "và", "from", "of",
    "for", "by", "in", "and", "with", "that", "which", "who",
];

/// Words with which all labels begin, if they make a phrase of at least two words: `vốn vay` for "vốn vay từ Quỹ quốc gia" and
/// "vốn vay từ Quỹ trợ vốn". If a label goes on, the words from the last joining word on are left out.
fn common_subject(entries: &[FigureEntry<'_>], lang: Lang) -> Option<String> {
    let (first, rest) = entries.split_first()?;
    let first: Vec<&str> = first.label(lang).split_whitespace().collect();
    let shared = rest.iter().fold(first.len(), |shared, entry| {
        let words = entry.label(lang).split_whitespace();
        words.zip(first.iter().take(shared)).take_while(|(a, b)| a == *b).count()
    });
    let goes_on =
        shared < first.len() || rest.iter().any(|e| e.label(lang).split_whitespace().count() > shared);
    let shared = first.get(..shared).filter(|words| words.len() > 1)?;
    let joiner = shared.iter().rposition(|word| JOINERS.contains(word)).filter(|_| goes_on);
    let words = joiner.and_then(|at| shared.get(..at)).unwrap_or(shared);
    let words = Some(words).filter(|words| !words.is_empty())?.join(" ");
    Some(uncapitalise(words.trim_end_matches([',', ';', ':'])))
}

fn notes(entries: &[FigureEntry<'_>], dimension: Dimension, lang: Lang) -> Vec<String> {
    let quantities = quantities(entries);
    let mut list = notes::bounds(&quantities, lang);
    list.push(wording::note(dimension, lang).to_owned());
    if is_steep(&quantities) {
        list.push(note_words::small_bars(lang).to_owned());
    }
    if quantities.iter().any(|q| q.value.is_negative()) {
        list.push(note_words::negative(lang).to_owned());
    }
    list
}
