//! Levels of a figure.

use thidua_core::domain::{Dimension, Level, Role};
use thidua_core::text::quantity::Quantity;
use thidua_core::text::{lowercase, slice, stated_levels};

use crate::analyzed_line::AnalyzedLine;
use crate::context::Context;
use crate::vocabulary::RoleCue;

use super::role_cues::FigureSite;

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
pub(super) fn levels(site: &FigureSite<'_>, context: &Context, index: usize, role: Role) -> Vec<Level> {
    let (view, quantity) = (site.view, site.quantity);
    let unit = quantity.unit.as_ref().and_then(|id| context.units.iter().find(|u| u.id == *id));
    let money = unit.is_some_and(|unit| unit.dimension == Dimension::Money);
    if money || matches!(role, Role::Plan | Role::Participation | Role::Input) {
        return Vec::new();
    }
    // "10 thợ tham dự Hội thi cấp quốc gia": the level of the contest.
    if site.after().next().is_some_and(|hit| hit.meaning == RoleCue::Participation) {
        return Vec::new();
    }
    let text = view.text();
    let (from, sentence) = (quantity.range.end, view.sentence(quantity.range.start));
    let following = view.quantities().get(index + 1..).unwrap_or_default();
    let next =
        following.iter().find(|q| !is_span_of_time(view, context, q)).map_or(text.len(), |q| q.range.start);
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
    // Spans of time before the level belong to the figure: "3 năm cấp cơ sở".
    let last =
        view.quantities().partition_point(|q| q.range.start < end.min(next)).saturating_sub(1).max(index);
    let own = text.get(..end).unwrap_or(text);
    let stated = stated_levels(own, view.quantities().get(..=last).unwrap_or_default(), index);
    let all = stated_levels(text, view.quantities(), index);
    let stated = if end < text.len() { stated } else { all.clone() };
    // The noun may say it: "3 giáo viên giỏi quốc gia".
    let noun = quantity.number.end.min(from);
    let after = text.get(noun..sentence.end.min(end)).unwrap_or_default();
    let led = slice(text, 0..quantity.range.start).ends_with(' ')
        && lowercase(slice(text, sentence.start..quantity.range.start)).contains("cấp ");
    let recognised = RECOGNISING.iter().any(|word| after.contains(word)) || led;
    if recognised { stated.into_iter().filter(|level| all.contains(level)).collect() } else { Vec::new() }
}

/// Returns whether a quantity measures time: "3 năm".
fn is_span_of_time(view: &AnalyzedLine<'_>, context: &Context, quantity: &Quantity) -> bool {
    let after = view.word_to(quantity.range.end);
    quantity.unit.is_none()
        && context.vocabulary.measures.longest_at(view.text(), &view.words, after).is_some()
}
