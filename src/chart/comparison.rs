//! Money, and other numbers of one unit: what no other kind shows.
//!
//! # The rule
//! - A row is one printed figure that is no target and no part of another.
//! - A chart holds the figures of one organisation, article, period, role and unit, in the order of the document: money
//!   put in never stands on one scale with money gained. It needs two rows.
//! - Rows count different things in the same unit. They are compared, never added up.
//! - Money has an axis in round amounts (`tỷ`, `triệu`); beside each bar stands what was printed.

use super::entry::{Entry, groups, key, quantities, role_words, table};
use super::model::{Chart, ChartKind, chart_id};
use super::names::{organisation_of, pick, readings, uncapitalised};
use super::notes;
use super::panel::{MarkKind, Panel, PanelRow};
use super::quantity::unit_name;
use super::scale::{Scale, is_steep};
use super::ticks;
use crate::corpus::{Catalogue, FigureRef};
use crate::domain::{Dimension, Lang, Role};

/// Up to so many rows are spelled out in a heading.
const SPELLED_OUT: usize = 2;

/// The charts of money and of other numbers that `figures` allow.
pub(super) fn charts(figures: &[FigureRef<'_>], catalogue: &Catalogue, lang: Lang) -> Vec<Chart> {
    let free = figures.iter().filter(|f| f.figure.role != Role::Target && f.figure.part_of.is_none());
    let entries = free.filter_map(|f| Entry::of(*f, catalogue));
    groups(entries, &|entry| {
        let FigureRef { figure, article } = entry.source;
        let organisation = entry.source.organisation();
        Some(key(&[organisation, &article.id, &entry.period().key(), figure.role.slug(), &figure.unit]))
    })
    .iter()
    .filter(|entries| entries.len() > 1)
    .filter_map(|entries| chart(entries, catalogue, lang))
    .collect()
}

fn chart(entries: &[Entry<'_>], catalogue: &Catalogue, lang: Lang) -> Option<Chart> {
    let first = entries.first()?;
    let dimension = first.unit.dimension;
    let kind = if dimension == Dimension::Money { ChartKind::Money } else { ChartKind::Numbers };
    let heading = heading(entries, &organisation_of(first.source, catalogue), lang);
    let unit = unit_name(first.unit, lang);
    let role = role_words(first.source.figure.role, lang);
    let quantities = quantities(entries);
    let scale = Scale::of(&quantities, dimension);
    let rows = entries.iter().map(|entry| PanelRow {
        label: entry.label(lang).to_owned(),
        aside: None,
        marks: vec![entry.mark(MarkKind::Result, String::new())],
        words: entry.printed(),
        after: Vec::new(),
    });
    let rows = Panel::plain(None, scale, rows.collect());
    let items = entries.iter().map(|e| format!("{}: {}", uncapitalised(e.label(lang)), e.reading(lang)));
    Some(Chart {
        id: chart_id(kind, &first.source.figure.id),
        kind,
        lang,
        measure: format!("{role} · {unit} · {}", first.period().words(lang)),
        sentence: format!("{}: {}.", pick(lang, "Như báo in", "As printed"), readings(items, lang)),
        table: table(entries, &heading, lang),
        notes: notes(entries, dimension, lang),
        panels: vec![Panel { ticks: ticks::from_zero(scale, dimension, lang), ..rows }],
        heading,
    })
}

fn heading(entries: &[Entry<'_>], organisation: &str, lang: Lang) -> String {
    if entries.len() <= SPELLED_OUT {
        let item = |e: &Entry<'_>| format!("{} {}", uncapitalised(e.label(lang)), e.words(lang));
        let items: Vec<String> = entries.iter().map(item).collect();
        return format!("{organisation}: {}", items.join("; "));
    }
    let by_size = |e: &&Entry<'_>| e.quantity().greatest();
    let words = |entry: Option<&Entry<'_>>| entry.map(|e| e.words(lang)).unwrap_or_default();
    let (least, most) =
        (words(entries.iter().min_by_key(by_size)), words(entries.iter().max_by_key(by_size)));
    let number = entries.len();
    match lang {
        Lang::Vi => format!("{organisation}: {number} số liệu, ít nhất {least}, nhiều nhất {most}"),
        Lang::En => format!("{organisation}: {number} figures, the least {least}, the most {most}"),
    }
}

fn notes(entries: &[Entry<'_>], dimension: Dimension, lang: Lang) -> Vec<String> {
    let quantities = quantities(entries);
    let mut list = notes::bounds(&quantities, lang);
    list.push(
        match dimension {
            Dimension::Percent => pick(
                lang,
                "Mỗi tỉ lệ phần trăm tính trên một tổng riêng, nêu ở nhãn.",
                "Each percentage is of a whole of its own, named in its label.",
            ),
            Dimension::Money => pick(
                lang,
                "Mỗi dòng là một khoản riêng: không cộng với nhau.",
                "Each row is an amount of its own: they are not added up.",
            ),
            Dimension::Count => pick(
                lang,
                "Mỗi dòng đếm một điều riêng bằng cùng một đơn vị: không cộng với nhau.",
                "Each row counts something of its own in the same unit: they are not added up.",
            ),
        }
        .to_owned(),
    );
    if is_steep(&quantities) {
        list.push(notes::small_bars(lang));
    }
    if quantities.iter().any(|q| q.value.is_negative()) {
        list.push(notes::negative(lang));
    }
    list
}
