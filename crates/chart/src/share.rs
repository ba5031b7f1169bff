//! Shares: how much of a whole its printed parts are.
//!
//! # The rule
//! - A chart holds one whole and the figures that are `part_of` it, in the order of the document. Part and whole are counts of
//!   one unit, the whole is above zero and no part is larger; anything else gives no chart.
//! - Parts are never added up: they may overlap.
//! - The percentage is the one number of a chart that no article prints. It is derived from the two printed numbers, the chart
//!   says so, and it keeps their bounds: "trên 89" of 248 is more than 35,8 %, rounded so that it stays true. Where the bounds
//!   leave nothing worth saying ("khoảng", or at most 100 %), no percentage is given.

use std::ops::Bound;

use thidua_core::corpus::{Catalogue, FigureRef};
use thidua_core::domain::{Comparator, Decimal, Dimension, Lang, Unit};
use thidua_core::text::{capitalise, format_number};
use thidua_i18n::charts::acts::common_act;
use thidua_i18n::charts::common::uncapitalise;
use thidua_i18n::charts::quantities::{bound_word, unit_name, unit_name_after};
use thidua_i18n::charts::shares as wording;
use thidua_i18n::sentences;

use super::figure_entry::standing;
use super::grouping::{distinct, group_by};
use super::model::{Chart, ChartKind, chart_id};
use super::names::organisation_of;
use super::notes;
use super::panel::{CaptionLine, Mark, MarkKind, Panel, PanelRow};
use super::period::Period;
use super::quantity::{Quantity, number_words};
use super::scale::Scale;
use super::table::{ChartColumn, ChartRow, ChartTable};

/// A part and its whole.
#[derive(Debug, Clone, Copy)]
struct PartOfWhole<'a> {
    part: FigureRef<'a>,
    whole: FigureRef<'a>,
    unit: &'a Unit,
}

/// Returns the charts of shares that `figures` allow.
pub(super) fn charts(figures: &[FigureRef<'_>], catalogue: &Catalogue, lang: Lang) -> Vec<Chart> {
    let parts = figures.iter().filter_map(|f| part(*f, catalogue));
    group_by(parts, |p| p.whole.figure.id.clone())
        .iter()
        .filter_map(|parts| chart(parts, catalogue, lang))
        .collect()
}

fn part<'a>(part: FigureRef<'a>, catalogue: &'a Catalogue) -> Option<PartOfWhole<'a>> {
    let whole = catalogue.figure(part.figure.part_of.as_ref()?)?;
    let unit = catalogue.unit(&part.figure.unit)?;
    let (p, w) = (Quantity::of(part.figure), Quantity::of(whole.figure));
    let fits = unit.dimension == Dimension::Count
        && whole.figure.unit == part.figure.unit
        && w.value > Decimal::ZERO
        && !p.value.is_negative()
        && p.greatest() <= w.greatest()
        // "Trên 248" is no part of 248.
        && p.possible().reaches_below(w.possible())
        && part.figure.id != whole.figure.id;
    fits.then_some(PartOfWhole { part, whole, unit })
}

fn chart(parts: &[PartOfWhole<'_>], catalogue: &Catalogue, lang: Lang) -> Option<Chart> {
    let first = parts.first()?;
    let whole = first.whole.figure;
    let heading = heading(parts, &organisation_of(first.whole, catalogue), lang);
    let period = Period::of_all(parts.iter().map(|p| p.part)).words(lang);
    let quantities: Vec<Quantity> = parts
        .iter()
        .map(|p| Quantity::of(p.part.figure))
        .chain(std::iter::once(Quantity::of(whole)))
        .collect();
    let mut notes = notes::bounds(&quantities, lang);
    notes.insert(0, wording::outline_note(lang).to_owned());
    if parts.len() > 1 {
        notes.push(wording::overlap_note(lang).to_owned());
    }
    let scale = Scale::of(&quantities, Dimension::Count);
    Some(Chart {
        id: chart_id(ChartKind::Shares, &whole.id),
        kind: ChartKind::Shares,
        more: None,
        lang,
        measure: wording::measure(unit_name(first.unit, lang), &period, lang),
        sentence: sentence(parts, lang),
        table: table(parts, &heading, lang),
        notes,
        panels: vec![Panel::plain(None, scale, parts.iter().map(|p| row(p, lang)).collect())],
        heading,
    })
}

fn row(part: &PartOfWhole<'_>, lang: Lang) -> PanelRow {
    let (figure, whole) = (part.part.figure, part.whole.figure);
    let words =
        format!("{} / {}", number_words(figure, part.unit, lang), number_words(whole, part.unit, lang));
    PanelRow {
        group: None,
        label: figure.label.get(lang).to_owned(),
        aside: None,
        marks: vec![
            Mark::new(
                &figure.id,
                format!("{}. {}", figure.as_written, share_words(part, lang)),
                MarkKind::Result,
                Quantity::of(figure),
            ),
            Mark::new(&whole.id, whole.label.get(lang).to_owned(), MarkKind::Whole, Quantity::of(whole)),
        ],
        words,
        after: vec![
            CaptionLine {
                lead: wording::whole_lead(lang).into(),
                printed: whole.as_written.clone(),
                mark: Some(1),
                ..CaptionLine::default()
            },
            CaptionLine { lead: share_words(part, lang), ..CaptionLine::default() },
        ],
    }
}

fn heading(parts: &[PartOfWhole<'_>], organisation: &str, lang: Lang) -> String {
    let items = distinct(parts.iter().map(|p| finding(p, lang)));
    let how_many = match items.len() == parts.len() {
        true => String::new(),
        false => format!(" ({})", sentences::figures(parts.len(), lang)),
    };
    let kept_apart = distinct(parts.iter().flat_map(|p| not_given(p, lang)));
    let kept_apart = match kept_apart.is_empty() {
        true => String::new(),
        false => format!(" ({})", kept_apart.join("; ")),
    };
    format!("{organisation}: {}{how_many}{kept_apart}", items.join("; "))
}

/// `248: đăng ký`: part or whole, where it was proposed or registered and not given.
fn not_given(part: &PartOfWhole<'_>, lang: Lang) -> Vec<String> {
    let words = |found: FigureRef<'_>| {
        let act = Some(found.figure).filter(|figure| !standing(figure).is_empty())?;
        let act = common_act([&act.act], lang)?;
        Some(format!("{}: {act}", number_words(found.figure, part.unit, lang)))
    };
    [part.part, part.whole].into_iter().filter_map(words).collect()
}

/// `89 trong 248 sáng kiến đã ứng dụng`: the unit is said once where the part's label begins with it.
fn finding(part: &PartOfWhole<'_>, lang: Lang) -> String {
    let number = number_words(part.part.figure, part.unit, lang);
    let whole = number_words(part.whole.figure, part.unit, lang);
    let unit = unit_name(part.unit, lang);
    let counted = unit_name_after(part.unit, Quantity::of(part.whole.figure).greatest(), lang);
    let label = uncapitalise(part.part.figure.label.get(lang));
    let what = match label.strip_prefix(unit) {
        Some(rest) if rest.starts_with(' ') => format!("{counted}{rest}"),
        _ => format!("{counted}: {label}"),
    };
    wording::finding(&number, &whole, &what, lang)
}

fn sentence(parts: &[PartOfWhole<'_>], lang: Lang) -> String {
    let items = parts.iter().map(|p| {
        let (part, whole) = (p.part.figure, p.whole.figure);
        let [part_words, whole_words] = [part, whole].map(|figure| number_words(figure, p.unit, lang));
        let (numbers, printed) = ([&*part_words, &*whole_words], [&*part.as_written, &*whole.as_written]);
        wording::sentence(part.label.get(lang), numbers, printed, &share_words(p, lang), lang)
    });
    items.collect::<Vec<_>>().join(" ")
}

fn table(parts: &[PartOfWhole<'_>], heading: &str, lang: Lang) -> ChartTable {
    let [what, number, printed, whole, share] = wording::columns(lang);
    let rows = parts.iter().map(|p| {
        let figure = p.part.figure;
        let share = Share::of(Quantity::of(figure), Quantity::of(p.whole.figure));
        ChartRow {
            cells: vec![
                figure.label.get(lang).to_owned(),
                number_words(figure, p.unit, lang),
                figure.as_written.clone(),
                p.whole.figure.as_written.clone(),
                share.words(lang).unwrap_or_else(|| "—".to_owned()),
            ],
            figure: Some(figure.id.clone()),
            links: Vec::new(),
        }
    });
    ChartTable {
        caption: heading.to_owned(),
        columns: vec![
            ChartColumn::words(what),
            ChartColumn::number(number),
            ChartColumn::words(printed),
            ChartColumn::words(whole),
            ChartColumn::number(share),
        ],
        rows: rows.collect(),
    }
}

/// The share as a sentence without its full stop.
fn share_words(part: &PartOfWhole<'_>, lang: Lang) -> String {
    let share = Share::of(Quantity::of(part.part.figure), Quantity::of(part.whole.figure)).words(lang);
    match share {
        Some(share) => wording::computed(&capitalise(&share), lang),
        None => wording::withheld(lang).to_owned(),
    }
}

/// A share in percent, to one decimal, as far as the bounds of part and whole allow it to be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Share {
    Exactly(Decimal),
    About(Decimal),
    AtLeast(Decimal),
    MoreThan(Decimal),
    AtMost(Decimal),
    LessThan(Decimal),
    Between(Decimal, Decimal),
    Withheld,
}

impl Share {
    /// The share of two printed quantities.
    fn of(part: Quantity, whole: Quantity) -> Share {
        let (p, w) = (part.possible(), whole.possible());
        let low = quotient(p.low, w.high).filter(|(share, _)| *share > Decimal::ZERO);
        let high = quotient(p.high, w.low).filter(|(share, _)| *share < Decimal::HUNDRED);
        if let Some((share, true)) = quotient(p.low, w.high)
            && quotient(p.high, w.low) == Some((share, true))
        {
            let rounded = share.rounded(1);
            return if rounded == share { Share::Exactly(share) } else { Share::About(rounded) };
        }
        let low = low.map(|(share, closed)| (rounded_down(share), closed && rounded_down(share) == share));
        let high = high.map(|(share, closed)| (rounded_up(share), closed && rounded_up(share) == share));
        match (low, high) {
            (Some((low, _)), Some((high, _))) => Share::Between(low, high),
            (Some((low, _)), None) if low <= Decimal::ZERO => Share::Withheld,
            (Some((low, true)), None) => Share::AtLeast(low),
            (Some((low, false)), None) => Share::MoreThan(low),
            (None, Some((high, _))) if high >= Decimal::HUNDRED => Share::Withheld,
            (None, Some((high, true))) => Share::AtMost(high),
            (None, Some((high, false))) => Share::LessThan(high),
            (None, None) => Share::Withheld,
        }
    }

    /// The share in words; `None` if it is withheld.
    fn words(self, lang: Lang) -> Option<String> {
        let percent = |share| format!("{}%", format_number(share, lang));
        let bounded = |comparator, share| format!("{} {}", bound_word(comparator, lang), percent(share));
        let text = match self {
            Share::Exactly(share) => percent(share),
            Share::About(share) => bounded(Comparator::Approx, share),
            Share::AtLeast(share) => bounded(Comparator::Ge, share),
            Share::MoreThan(share) => bounded(Comparator::Gt, share),
            Share::AtMost(share) => bounded(Comparator::Le, share),
            Share::LessThan(share) => bounded(Comparator::Lt, share),
            Share::Between(low, high) => wording::between(&percent(low), &percent(high), lang),
            Share::Withheld => return None,
        };
        Some(text)
    }
}

/// `part / whole` in percent, and true if that end is included; `None` if an end is missing.
fn quotient(part: Bound<Decimal>, whole: Bound<Decimal>) -> Option<(Decimal, bool)> {
    let (part, part_closed) = end(part)?;
    let (whole, whole_closed) = end(whole)?;
    let share = part.checked_mul(Decimal::HUNDRED)?.checked_div(whole)?;
    Some((share, part_closed && whole_closed))
}

fn end(bound: Bound<Decimal>) -> Option<(Decimal, bool)> {
    match bound {
        Bound::Included(value) => Some((value, true)),
        Bound::Excluded(value) => Some((value, false)),
        Bound::Unbounded => None,
    }
}

fn tenth() -> Option<Decimal> {
    Decimal::from(1).checked_div(Decimal::from(10))
}

fn rounded_down(share: Decimal) -> Decimal {
    let rounded = share.rounded(1);
    let less = tenth().and_then(|t| t.checked_mul("-1".parse().ok()?)).and_then(|t| rounded.checked_add(t));
    if rounded > share { less.unwrap_or(rounded) } else { rounded }
}

fn rounded_up(share: Decimal) -> Decimal {
    let rounded = share.rounded(1);
    let more = tenth().and_then(|t| rounded.checked_add(t));
    if rounded < share { more.unwrap_or(rounded) } else { rounded }
}
