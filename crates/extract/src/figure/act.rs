//! Act of a figure: the printed verb of recognition that governs it, and nothing where none does.
//!
//! The verb after those who are counted governs them ("12 thợ được xét công nhận"), also after further figures of a list
//! ("12 tập thể và 43 cá nhân được khen"). Otherwise the verb before them does ("khen thưởng 12 tập thể, 43 cá nhân").
//! "Đề nghị" before another verb wins: what is proposed is not given.

use std::ops::Range;

use thidua_core::domain::{Act, ActKind, Role};
use thidua_core::text::act::{PrintedAct, acts};
use thidua_core::text::slice;

use super::role_cues::FigureSite;
use crate::analyzed_line::AnalyzedLine;
use crate::vocabulary::RoleCue;

/// Most words between a verb and a figure that it governs.
const NEAR: usize = 12;
/// Most words between two figures of a list.
const LISTED: usize = 4;

/// Verbs of recognition of a line.
#[derive(Debug)]
pub(super) struct LineActs(Vec<PrintedAct>);

impl LineActs {
    /// Finds them, except in names of which the line is not only a part.
    pub fn of(view: &AnalyzedLine<'_>) -> Self {
        let mut found = acts(view.text());
        found.retain(|act| {
            view.quote_at(act.range.start).is_none_or(|q| !q.closed || q.inner.len() >= 200)
                && !is_reached_share(view, act)
        });
        Self(found)
    }

    fn before(&self, pos: usize) -> &[PrintedAct] {
        self.0.get(..self.0.partition_point(|act| act.range.end <= pos)).unwrap_or_default()
    }

    fn after(&self, pos: usize) -> &[PrintedAct] {
        self.0.get(self.0.partition_point(|act| act.range.start < pos)..).unwrap_or_default()
    }
}

/// Act of the figure before another one on its line.
#[derive(Debug, Clone)]
pub(super) struct ActBefore {
    /// Byte where its recorded words end.
    pub end: usize,
    /// Act whose verb is before that figure.
    pub act: Option<PrintedAct>,
}

/// Act of a figure.
#[derive(Debug, Clone, Default)]
pub(crate) struct GoverningAct {
    pub act: Option<Act>,
    /// Act whose verb is before the figure: it governs the rest of a list, too.
    pub before: Option<PrintedAct>,
}

/// Returns the act that governs a figure with this role. `previous` is the figure before it on its line.
pub(super) fn act(
    site: &FigureSite<'_>,
    acts: &LineActs,
    role: Role,
    previous: Option<ActBefore>,
) -> GoverningAct {
    let view = site.view;
    if !matches!(role, Role::Result | Role::Target) {
        return GoverningAct::default();
    }
    let written = |act: &PrintedAct| Act { kind: act.kind, as_written: view.get(&act.range).to_owned() };
    if let Some(found) = act_after(site, acts) {
        return GoverningAct { act: Some(written(found)), before: None };
    }
    let before = act_before(site, acts).or_else(|| inherited(site, previous.as_ref()));
    GoverningAct { act: before.as_ref().map(written), before }
}

/// First verb in the clause after the figure.
fn act_after<'a>(site: &FigureSite<'_>, acts: &'a LineActs) -> Option<&'a PrintedAct> {
    let view = site.view;
    let words = site.passive_clause();
    let window = view.word_range(words.start, words.end);
    let first = acts.after(window.start).first().filter(|act| act.range.end <= window.end)?;
    // Another verb of the sentence comes first: "120 thợ tham gia, được khen".
    let verb = view.word_from(first.range.start);
    let other = site.after().next().filter(|hit| {
        hit.to <= verb && matches!(hit.meaning, RoleCue::Participation | RoleCue::Gain | RoleCue::Size)
    });
    (other.is_none() || first.kind == ActKind::Registered).then_some(first)
}

/// Nearest verb before the figure, or the one that proposes it.
fn act_before(site: &FigureSite<'_>, acts: &LineActs) -> Option<PrintedAct> {
    let view = site.view;
    let start = view.words.get(site.sentence.start)?.range.start;
    let number = view.words.get(site.words.start)?.range.start;
    let mut before = acts.before(number).iter().rev().take_while(|act| act.range.start >= start);
    let nearest = before.next()?;
    if !governs(site, &nearest.range) {
        return None;
    }
    let mut found = nearest;
    for earlier in before {
        let gap = slice(view.text(), earlier.range.end..found.range.start);
        let proposes = earlier.kind == ActKind::Proposed
            && gap.split_whitespace().count() <= NEAR
            && !gap.contains([';', ':']);
        // "biểu dương, khen thưởng 12 tập thể": the first of verbs in a row.
        let in_row = matches!(gap, " " | ", " | " và ") && earlier.kind != ActKind::Registered;
        if proposes {
            return Some(earlier.clone());
        }
        if !in_row {
            break;
        }
        found = earlier;
    }
    // "đề nghị các đơn vị hưởng ứng" proposes nobody.
    (found.kind != ActKind::Proposed).then(|| found.clone())
}

/// Returns whether a verb before the figure governs it: nothing that is counted, done or separated is in between.
fn governs(site: &FigureSite<'_>, verb: &Range<usize>) -> bool {
    let view = site.view;
    let from = view.word_to(verb.end);
    let between = slice(view.text(), verb.end..view.word_range(site.words.start, site.words.end).start);
    let counted = view
        .quantities()
        .iter()
        .any(|q| q.range.start >= verb.end && q.range.end <= site.quantity.range.start && q.unit.is_some());
    let acted = site.before().any(|hit| {
        hit.from >= from
            && matches!(
                hit.meaning,
                RoleCue::Participation | RoleCue::Done | RoleCue::Gain | RoleCue::Size | RoleCue::Given
            )
    });
    site.words.start.saturating_sub(from) <= NEAR
        && !between.contains([';', ':', ',', '('])
        && !between.contains("trong đó")
        && !counted
        && !acted
}

/// Verb before the previous figure, if the two are in a list: "khen thưởng 12 tập thể, 43 cá nhân".
fn inherited(site: &FigureSite<'_>, previous: Option<&ActBefore>) -> Option<PrintedAct> {
    let before = previous?;
    let start = site.view.words.get(site.words.start)?.range.start;
    // The numerals of one figure may overlap the verb of another.
    let between = site.view.text().get(before.end..start)?;
    let is_list = between.split_whitespace().count() <= LISTED
        && [",", "và", "cùng"].iter().any(|joint| {
            between.split_whitespace().next().is_some_and(|word| word == *joint) || between.starts_with(joint)
        })
        && !between.contains([';', ':', '.'])
        && !site.before().any(|hit| site.view.word_range(hit.from, hit.to).start >= before.end);
    before.act.clone().filter(|_| is_list)
}

/// Returns whether "đạt" is before a number: "đạt 95%", "đạt 1.200 sáng kiến" recognise nobody.
fn is_reached_share(view: &AnalyzedLine<'_>, act: &PrintedAct) -> bool {
    let bare = thidua_core::text::lowercase(view.get(&act.range)) == "đạt";
    let next = view.key(view.word_to(act.range.end));
    let titles = [
        "danh", "giải", "loại", "chuẩn", "tiêu", "chiến", "học", "huy", "thành", "bằng", "lao", "thợ", "giáo",
    ];
    let quoted = slice(view.text(), act.range.end..view.text().len())
        .trim_start()
        .starts_with(['“', '"', '‘', '\'', '«']);
    bare && !quoted && !titles.contains(&next)
}
