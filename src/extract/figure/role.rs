//! What a figure is for, at which levels, and to which campaigns it belongs.

use std::ops::Range;

use super::super::campaign::Mention;
use super::super::context::Context;
use super::super::view::View;
use super::super::vocabulary::Cue;
use crate::domain::{CampaignKind, Dimension, Level, Role};
use crate::text::quantity::Quantity;

/// Words of taking part count so many words away from the number.
const NEAR: usize = 7;

/// Result, target, participation, input or plan, by the words around the figure in its sentence.
pub(super) fn role(view: &View<'_>, context: &Context, quantity: &Quantity) -> Role {
    let vocabulary = &context.vocabulary;
    let (text, words) = (view.text(), view.words.as_slice());
    let sentence = view.sentence(quantity.range.start);
    let from = view.word_from(sentence.start);
    let at = view.word_to(quantity.range.start);
    let behind = view.word_to(quantity.range.end);
    let before = vocabulary.cues.all(text, words, from, at);
    let unit = quantity.unit.as_ref();
    let dimension = unit.and_then(|id| context.units.iter().find(|u| u.id == *id)).map(|u| u.dimension);
    let last = |cues: &[Cue]| {
        before.iter().rev().find(|hit| cues.contains(&hit.means)).map(|hit| (hit.to, hit.means))
    };
    let is_target = last(&[Cue::Target, Cue::Result]).is_some_and(|(_, cue)| cue == Cue::Target);
    if unit.is_some_and(|unit| vocabulary.plan_units.contains(unit.as_str())) {
        return Role::Plan;
    }
    if is_target {
        return Role::Target;
    }
    let cues_behind =
        vocabulary.cues.all(text, words, behind, (behind + NEAR).min(view.word_to(sentence.end)));
    if dimension == Some(Dimension::Money) {
        let gain = last(&[Cue::Gain, Cue::Input]).is_some_and(|(_, cue)| cue == Cue::Gain);
        let gain_behind = cues_behind.first().is_some_and(|hit| hit.means == Cue::Gain);
        return if gain || gain_behind { Role::Result } else { Role::Input };
    }
    let is_gift = unit.is_some_and(|unit| ["gift", "scholarship", "house", "goods"].contains(&unit.as_str()));
    let near_before = last(&[Cue::Participation]).is_some_and(|(to, _)| at.saturating_sub(to) <= NEAR);
    let near_behind = cues_behind.iter().find(|hit| hit.means == Cue::Participation);
    let is_loan = unit.is_some_and(|unit| unit.as_str() == "project")
        && vocabulary.cues.first(text, words, behind, behind + 3).is_some_and(|hit| hit.means == Cue::Input);
    let same_project = unit.is_some_and(|unit| unit.as_str() == "project") && last(&[Cue::Input]).is_some();
    match (is_gift || is_loan || same_project, near_before || near_behind.is_some()) {
        (true, _) => Role::Input,
        (_, true) => Role::Participation,
        _ => Role::Result,
    }
}

/// The levels that state who recognised a figure: those of money and of who takes part are said of something else.
pub(super) fn own_levels(
    view: &View<'_>,
    context: &Context,
    quantity: &Quantity,
    levels: Vec<Level>,
) -> Vec<Level> {
    let unit = quantity.unit.as_ref();
    let money = unit
        .and_then(|id| context.units.iter().find(|u| u.id == *id))
        .is_some_and(|u| u.dimension == Dimension::Money);
    let plan = unit.is_some_and(|unit| context.vocabulary.plan_units.contains(unit.as_str()));
    let sentence = view.sentence(quantity.range.start);
    let stated = view.get(&sentence).contains("cấp")
        || levels.iter().any(|l| matches!(l, Level::National | Level::City | Level::Grassroots));
    if money || plan || !stated { Vec::new() } else { levels }
}

/// The campaigns of a figure, as indexes of mentions: those inside its words; else the title that follows it in its
/// sentence; else the nearest before it.
pub(super) fn campaigns(
    view: &View<'_>,
    quantity: &Quantity,
    range: &Range<usize>,
    mentions: &[Mention],
) -> Vec<usize> {
    let inside: Vec<usize> = indexes(mentions, |m| range.start <= m.range.start && m.range.end <= range.end);
    if !inside.is_empty() {
        return inside;
    }
    let sentence = view.sentence(quantity.range.start);
    let title = indexes(mentions, |m| {
        m.kind == CampaignKind::Title && m.range.start >= range.end && m.range.start < sentence.end
    });
    let before = indexes(mentions, |m| {
        m.range.start >= sentence.start && m.range.end <= range.start && m.kind != CampaignKind::Theme
    });
    title.first().or(before.last()).copied().into_iter().collect()
}

fn indexes(mentions: &[Mention], is: impl Fn(&Mention) -> bool) -> Vec<usize> {
    mentions.iter().enumerate().filter(|(_, m)| is(m)).map(|(index, _)| index).collect()
}
