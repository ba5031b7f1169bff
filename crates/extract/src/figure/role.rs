//! Role and levels of a figure.

use thidua_core::domain::{Dimension, Level, Role};
use thidua_core::text::quantity::Quantity;
use thidua_core::text::{lowercase, slice, stated_levels};

use crate::analyzed_line::AnalyzedLine;
use crate::context::Context;
use crate::phrase_table::PhraseHit;
use crate::vocabulary::RoleCue;

/// Most words between a word of participation and the number.
const NEAR: usize = 7;

/// Returns result, target, participation, input or plan, by the words around the figure in its sentence.
pub(super) fn role(view: &AnalyzedLine<'_>, context: &Context, quantity: &Quantity) -> Role {
    let vocabulary = &context.vocabulary;
    let (text, words) = (view.text(), view.words.as_slice());
    let sentence = view.sentence(quantity.range.start);
    let from = view.word_from(sentence.start);
    let pos = view.word_to(quantity.range.start);
    let after = view.word_to(quantity.range.end);
    // "hoàn thành 6/6 chỉ tiêu, tăng 7,8%": words of a quantity are not cues.
    let counted = |hit: &PhraseHit<RoleCue>| {
        let start = view.word_range(hit.from, hit.to).start;
        // Neither are words of a name: "vượt khó" in “… nỗ lực vượt khó …”.
        let in_name = view
            .quote_at(start)
            .is_some_and(|q| q.closed && q.inner.len() < 200 && !q.inner.contains(&quantity.range.start));
        in_name || view.quantities().iter().any(|q| q.range.contains(&start))
    };
    let mut before = vocabulary.cues.all(text, words, from, pos);
    before.retain(|hit| !counted(hit));
    let unit = quantity.unit.as_ref();
    let dimension = unit.and_then(|id| context.units.iter().find(|u| u.id == *id)).map(|u| u.dimension);
    let last = |cues: &[RoleCue]| {
        before.iter().rev().find(|hit| cues.contains(&hit.meaning)).map(|hit| (hit.to, hit.meaning))
    };
    let done = vocabulary
        .cues
        .first(text, words, after, after + 3)
        .is_some_and(|hit| hit.meaning == RoleCue::Result);
    let reached = last(&[RoleCue::Result]).is_some_and(|(to, _)| to == pos);
    if unit.is_some_and(|unit| vocabulary.plan_units.contains(unit.as_str())) {
        let is_ratio = view.get(&quantity.range).contains('/');
        return if reached || is_ratio { Role::Result } else { Role::Plan };
    }
    // "phấn đấu 90% … đạt": a target word directly before the number has priority over words after it.
    let aimed = last(&[RoleCue::Target]).is_some_and(|(to, _)| to == pos);
    if (aimed || !done)
        && last(&[RoleCue::Target, RoleCue::Result]).is_some_and(|(_, cue)| cue == RoleCue::Target)
    {
        return Role::Target;
    }
    if view.is_aim && !done && last(&[RoleCue::Result]).is_none() {
        return Role::Target;
    }
    let cues_after = vocabulary.cues.all(text, words, after, (after + NEAR).min(view.word_to(sentence.end)));
    if dimension == Some(Dimension::Money) {
        let gain = last(&[RoleCue::Gain, RoleCue::Input]).is_some_and(|(_, cue)| cue == RoleCue::Gain);
        let gain_after = cues_after.first().is_some_and(|hit| hit.meaning == RoleCue::Gain);
        return if gain || gain_after { Role::Result } else { Role::Input };
    }
    let is_gift = unit.is_some_and(|unit| ["gift", "scholarship", "house"].contains(&unit.as_str()));
    let near_before = last(&[RoleCue::Participation]).is_some_and(|(to, _)| pos.saturating_sub(to) <= NEAR);
    let near_after = cues_after.iter().find(|hit| hit.meaning == RoleCue::Participation);
    let is_loan = unit.is_some_and(|unit| unit.as_str() == "project")
        && vocabulary
            .cues
            .first(text, words, after, after + 3)
            .is_some_and(|hit| hit.meaning == RoleCue::Input);
    let is_goods = unit.is_some_and(|unit| unit.as_str() == "goods")
        && last(&[RoleCue::Input, RoleCue::Result])
            .is_some_and(|(to, cue)| cue == RoleCue::Input && pos - to <= NEAR);
    let same_project =
        unit.is_some_and(|unit| unit.as_str() == "project") && last(&[RoleCue::Input]).is_some();
    match (is_gift || is_goods || is_loan || same_project, near_before || near_after.is_some()) {
        (true, _) => Role::Input,
        (_, true) => Role::Participation,
        _ => Role::Result,
    }
}

/// Words of recognition. A level after a figure without one of them belongs to something else.
const RECOGNISING: [&str; 13] = [
    "cấp",
    "khen",
    "tặng",
    "công nhận",
    "gắn biển",
    "biểu dương",
    "giỏi",
    "giải",
    "danh hiệu",
    "xếp loại",
    "vinh danh",
    "tuyên dương",
    "khen thưởng",
];

/// Most words between two figures that share a level.
const SHARED_WORDS: usize = 7;

/// Returns the levels at which a figure was recognised: those printed after it, before a share or another statement
/// begins.
pub(super) fn levels(
    view: &AnalyzedLine<'_>,
    context: &Context,
    quantity: &Quantity,
    index: usize,
    role: Role,
) -> Vec<Level> {
    let unit = quantity.unit.as_ref().and_then(|id| context.units.iter().find(|u| u.id == *id));
    let money = unit.is_some_and(|unit| unit.dimension == Dimension::Money);
    if money || matches!(role, Role::Plan | Role::Participation | Role::Input) {
        return Vec::new();
    }
    let text = view.text();
    let (from, sentence) = (quantity.range.end, view.sentence(quantity.range.start));
    let next = view.quantities().get(index + 1).map_or(text.len(), |q| q.range.start);
    let between = slice(text, from..next);
    let mut end = text.len();
    let share = context.vocabulary.shares.first(text, &view.words, view.word_from(from), view.word_to(next));
    if let Some(hit) = share {
        end = view.word_range(hit.from, hit.to).start;
    }
    // "432 cá nhân, 185 tập thể … cấp quận": only figures that follow directly share the level.
    if between.split(' ').count() > SHARED_WORDS {
        end = end.min(next);
    }
    let own = text.get(..end).unwrap_or(text);
    let stated = stated_levels(own, view.quantities().get(..=index).unwrap_or_default(), index);
    let all = stated_levels(text, view.quantities(), index);
    let stated = if end < text.len() { stated } else { all.clone() };
    let after = text.get(from..sentence.end.min(end)).unwrap_or_default();
    let led = slice(text, 0..quantity.range.start).ends_with(' ')
        && lowercase(slice(text, sentence.start..quantity.range.start)).contains("cấp ");
    let recognised = RECOGNISING.iter().any(|word| after.contains(word)) || led;
    if recognised { stated.into_iter().filter(|level| all.contains(level)).collect() } else { Vec::new() }
}
