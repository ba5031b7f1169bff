//! Weight of a mention when the main organisation of an article is chosen: where it stands, and whose acts are told.

use super::AnalyzedLine;
use super::Context;
use crate::segmentation::LineRole;

/// Words before a mention by which the organisation is one above, or gives an award: its acts are not the article's.
const SUPERIOR: [&str; 18] = [
    "bằng khen của",
    "giấy khen của",
    "cờ thi đua của",
    "khen của",
    "chương của",
    "danh hiệu của",
    "tặng của",
    "kế hoạch của",
    "chỉ đạo của",
    "hướng dẫn của",
    "quyết định của",
    "nghị quyết của",
    "phát động của",
    "theo",
    "thuộc",
    "trực thuộc",
    "đề nghị",
    "do",
];

/// Weight of a mention in the words `from..to`.
pub(super) fn weight(view: &AnalyzedLine<'_>, context: &Context, from: usize, to: usize) -> usize {
    let opens = from == 0;
    let base = match view.role {
        LineRole::Headline if opens => 14,
        LineRole::Headline => 10,
        LineRole::Kicker => 10,
        LineRole::Caption => 1,
        _ => 2,
    };
    if matches!(view.role, LineRole::Headline | LineRole::Kicker) {
        return if is_superior(view, from) { 3 } else { base };
    }
    if is_superior(view, from) || is_guide(view, from) || is_guest(view, context, from) {
        return 1;
    }
    let lead = if view.is_lead { 3 } else { 0 };
    // The Confederation is named as the source of campaigns and awards; its own news opens with it.
    if view.key(from) == "tổng" && !view.is_lead {
        return 1;
    }
    let acts = if acts(view, context, to) { 2 + lead } else { 0 };
    base + acts + lead
}

/// Returns whether the organisation is named as one above, or as the giver of an award.
fn is_superior(view: &AnalyzedLine<'_>, from: usize) -> bool {
    let Some(before) = from.checked_sub(1).filter(|before| view.gap(*before) == " ") else { return false };
    let words = view.word_range(from.saturating_sub(3), before + 1);
    let lead = thidua_core::text::lowercase(view.get(&words));
    SUPERIOR.iter().any(|phrase| {
        lead.strip_suffix(phrase).is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '“', '"', '(']))
    })
}

/// Returns whether the clause tells of the guidance of others: "được sự lãnh đạo của Huyện ủy và LĐLĐ tỉnh".
fn is_guide(view: &AnalyzedLine<'_>, from: usize) -> bool {
    let guides = ["lãnh đạo", "chỉ đạo", "quan tâm", "hướng dẫn", "ủng hộ", "giúp đỡ"];
    let clause = (from.saturating_sub(14)..from).rev().take_while(|pos| view.gap(*pos) == " ").last();
    clause.is_some_and(|first| {
        let words = thidua_core::text::lowercase(view.get(&view.word_range(first, from)));
        guides.iter().any(|guide| words.contains(&format!("sự {guide}")))
    })
}

/// Returns whether the organisation is only named for a person who attends or speaks: "có đồng chí …, Chủ tịch LĐLĐ
/// tỉnh", "đại diện LĐLĐ tỉnh".
fn is_guest(view: &AnalyzedLine<'_>, context: &Context, from: usize) -> bool {
    let (text, words) = (view.text(), view.words.as_slice());
    (from.saturating_sub(6)..from).rev().take_while(|pos| view.gap(*pos) == " ").any(|pos| {
        context.vocabulary.roles.longest_at(text, words, pos).is_some_and(|hit| hit.to <= from)
            || matches!(view.key(pos), "đạo" if pos > 0 && view.key(pos - 1) == "lãnh")
    })
}

/// Returns whether an act follows the mention: "LĐLĐ tỉnh tổ chức …", "Công đoàn ngành đã phát động …".
fn acts(view: &AnalyzedLine<'_>, context: &Context, to: usize) -> bool {
    let gap = to.checked_sub(1).map_or("", |last| view.gap(last));
    gap == " " && context.vocabulary.acts.longest_at(view.text(), &view.words, to).is_some()
}
