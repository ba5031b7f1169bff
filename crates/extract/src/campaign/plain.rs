//! Names without quotation marks: known names, yearly emulation, rounds, contests and titles.

use std::ops::Range;

use thidua_core::domain::{CampaignKind, Edtf, Relation};
use thidua_core::text::printed_date::PrintedDate;

use super::{CampaignDirectory, LineMention, LineMentions, governor};
use crate::analyzed_line::AnalyzedLine;
use crate::context::Context;
use crate::draft::FactReason;
use crate::phrase_table::PhraseHit;

/// Rule of the emulation of a year: "thi đua năm 2022".
pub(crate) const YEARLY_RULE: &str = "emulation-of-a-year";
/// Most words between a kind word and a known name.
const REACH: usize = 16;

/// Most words of one part of a name with a capital.
const LONGEST_PART: usize = 9;
/// Words that make something else of "thi đua" after them: danh hiệu, cờ, chiến sĩ, hội đồng, cụm, khối, luật, tiêu chuẩn.
const NOT_EMULATION: [&str; 9] = ["hiệu", "cờ", "sĩ", "đồng", "cụm", "khối", "luật", "chuẩn", "bảng"];

/// Words that end a name without quotation marks.
const STOPS: [&str; 64] = [
    "là", "đã", "được", "do", "của", "tại", "với", "trong", "để", "nhằm", "có", "từ", "sẽ", "cho", "theo",
    "thu", "gắn", "góp", "tới", "đến", "diễn", "mà", "như", "bằng", "đang", "cũng", "vào", "ở", "nên", "khi",
    "thì", "qua", "tiếp", "tổ", "triển", "phát", "nhân", "cấp", "các", "năm", "lần", "ngày", "tháng", "sáng",
    "chiều", "trên", "đạt", "vừa", "không", "luôn", "phải", "theo", "hơn", "gồm", "bao", "trở", "mang",
    "thật", "rất", "một", "hai", "vv", "chia", "kéo",
];

pub(super) fn find(
    view: &AnalyzedLine<'_>,
    context: &Context,
    directory: &CampaignDirectory,
    out: &mut LineMentions,
) {
    let mut add = |range: Range<usize>, kind, round, reason| {
        let overlaps = |m: &LineMention| m.range.start < range.end && range.start < m.range.end;
        let in_name = view.quote_at(range.start).is_some_and(|q| {
            q.closed && view.word_to(q.inner.end).saturating_sub(view.word_from(q.inner.start)) <= 20
        });
        if !range.is_empty() && !out.found.iter().any(overlaps) && !in_name {
            out.found.push(LineMention {
                range,
                kind,
                relation: Relation::Named,
                sector: None,
                quoted: false,
                round,
                reason,
            });
        }
    };
    for (range, kind) in formed(view, context, true) {
        add(range, kind, false, FactReason::new("kind-and-name", ""));
    }
    for (range, kind) in known_names(view, context, directory) {
        add(range, kind, false, FactReason::new("known-name", ""));
    }
    for range in year_emulation(view) {
        add(range, CampaignKind::Movement, false, FactReason::new(YEARLY_RULE, ""));
    }
    for range in rounds_of_days(view, context) {
        add(range, CampaignKind::Round, false, FactReason::new("round", ""));
    }
    for range in rounds(view, context) {
        add(range, CampaignKind::Round, true, FactReason::new("round", ""));
    }
    for (range, kind) in formed(view, context, false).into_iter().chain(themes(view, context)) {
        add(range, kind, false, FactReason::new("kind-and-name", ""));
    }
}

/// Finds known names in running text. A title needs a word that marks it: "công nhân giỏi" also means just a good
/// worker.
fn known_names(
    view: &AnalyzedLine<'_>,
    context: &Context,
    directory: &CampaignDirectory,
) -> Vec<(Range<usize>, CampaignKind)> {
    let (text, words) = (view.text(), view.words.as_slice());
    let mut found = Vec::new();
    let mut pos = 0;
    while pos < words.len() {
        let hits: Vec<_> = directory.forms.all_at(text, words, pos).collect();
        let Some(longest) = hits.first().copied() else {
            pos += 1;
            continue;
        };
        let sentence = view.sentence(view.word_range(pos, pos + 1).start);
        let start = view.word_range(pos, pos + 1).start;
        let clause = view
            .text()
            .get(sentence.start..start)
            .and_then(|t| t.rfind(';'))
            .map_or(sentence.start, |i| sentence.start + i);
        let from = view.word_from(clause).max(pos.saturating_sub(REACH));
        let governor = governor(view, context, from, pos).map(|hit| hit.meaning);
        let awarded = context.vocabulary.awarding.before(text, words, pos, 4).is_some();
        let governor = if awarded { Some(CampaignKind::Title) } else { governor };
        let kinds = hits
            .iter()
            .filter(|hit| hit.to == longest.to)
            .filter_map(|hit| directory.get(hit.meaning))
            .map(|n| n.kind);
        let kinds: Vec<CampaignKind> = kinds.collect();
        let kind = governor.filter(|kind| kinds.contains(kind)).or_else(|| {
            kinds.iter().copied().find(|kind| match kind {
                CampaignKind::Title => governor == Some(CampaignKind::Movement),
                CampaignKind::Theme => false,
                _ => governor.is_some() || longest.to - longest.from >= 5,
            })
        });
        let kind = match (kind, governor) {
            (Some(CampaignKind::Title), Some(CampaignKind::Movement)) => Some(CampaignKind::Movement),
            (kind, _) => kind,
        };
        if let Some(kind) = kind {
            found.push((view.word_range(longest.from, longest.to), kind));
        }
        pos = longest.to;
    }
    found
}

/// Finds "phong trào thi đua (trong) năm 2022" and "thi đua năm 2022".
fn year_emulation(view: &AnalyzedLine<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for date in view.dates.iter().filter(|date| date.value.to_string().len() == 4) {
        let to = view.word_to(date.range.start);
        let to = if to > 0 && view.key(to - 1) == "trong" { to - 1 } else { to };
        let is = |back: usize, key: &str| to.checked_sub(back).is_some_and(|i| view.key(i) == key);
        // "các danh hiệu thi đua năm 2031", "cụm thi đua năm 2031" name no emulation.
        let of_another = to.checked_sub(3).is_some_and(|i| NOT_EMULATION.contains(&view.key(i)));
        if !(is(2, "thi") && is(1, "đua")) || of_another {
            continue;
        }
        let long = is(4, "phong") && is(3, "trào");
        let from = to - if long { 4 } else { 2 };
        let whole = view.word_range(from, to).start..date.range.end;
        if view.get(&whole).find([',', '.', ';', '(']).is_none() {
            found.push(whole);
        }
    }
    found
}

/// Finds "Đợt 1", "đợt II", and "đợt thi đua cao điểm chào mừng …".
fn rounds(view: &AnalyzedLine<'_>, context: &Context) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for pos in 0..view.words.len() {
        // "Giai đoạn 1" is a round if its dates follow; otherwise it may be a stage of anything.
        let is_stage = view.key(pos) == "giai" && view.key(pos + 1) == "đoạn";
        if view.key(pos) != "đợt" && !is_stage {
            continue;
        }
        let number_pos = if is_stage { pos + 2 } else { pos + 1 };
        let number = view.key(number_pos);
        let numbered = number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit()) && !number.is_empty()
            || matches!(number, "i" | "ii" | "iii" | "iv" | "một" | "hai");
        let start = view.words.get(pos).map_or(0, |word| word.range.start);
        let dated = || {
            let is_interval = |d: &PrintedDate| matches!(d.value, Edtf::Interval(..));
            view.dates.iter().any(|d| d.range.start > start && is_interval(d))
        };
        if numbered && view.gap(number_pos - 1) == " " && (!is_stage || dated()) {
            found.push(view.word_range(pos, number_pos + 1));
            continue;
        }
        if is_stage {
            continue;
        }
        let hit = context.vocabulary.kinds.longest_at(view.text(), &view.words, pos);
        let named =
            |hit: &PhraseHit<CampaignKind>| hit.meaning == CampaignKind::Round && view.gap(hit.to - 1) == " ";
        let Some(hit) = hit.filter(named) else { continue };
        let end = name_end(view, hit.to, 18, true);
        if end >= hit.to + 3 {
            found.push(view.word_range(pos, end));
        }
    }
    found
}

/// Finds rounds that are named by their days: "chiến dịch 60 ngày cao điểm", "phong trào thi đua 90 ngày đêm".
fn rounds_of_days(view: &AnalyzedLine<'_>, context: &Context) -> Vec<Range<usize>> {
    let hits = context.vocabulary.kinds.all(view.text(), &view.words, 0, view.words.len());
    let of_days = hits.into_iter().filter(|hit| {
        let days = view.key(hit.to);
        matches!(hit.meaning, CampaignKind::Round | CampaignKind::Movement)
            && days.len() <= 3
            && !days.is_empty()
            && days.bytes().all(|byte| byte.is_ascii_digit())
            && view.key(hit.to + 1) == "ngày"
            && view.gap(hit.to.saturating_sub(1)) == " "
    });
    of_days.map(|hit| view.word_range(hit.from, name_end(view, hit.to, 18, true))).collect()
}

/// Finds contests and titles: the name follows the kind word, up to a sign or a word that cannot be part of it. A
/// contest may be printed as a name, with capitals; others follow it in a list: "hội thi thợ giỏi, lái xe giỏi".
fn formed(view: &AnalyzedLine<'_>, context: &Context, capital: bool) -> Vec<(Range<usize>, CampaignKind)> {
    let (text, words) = (view.text(), view.words.as_slice());
    let mut found = Vec::new();
    for hit in context.vocabulary.kinds.all(text, words, 0, words.len()) {
        let adjacent = view.gap(hit.to - 1) == " ";
        let general = context.vocabulary.general.longest_at(text, words, hit.from).is_some();
        if !adjacent || general || view.is_capital(hit.from) != capital {
            continue;
        }
        let end = name_end(view, hit.to, 9, false);
        match hit.meaning {
            CampaignKind::Contest => {
                let good = |from: usize, to: usize| (from..to).any(|i| view.key(i) == "giỏi");
                if end >= hit.to + 2 && (good(hit.to, end) || view.is_capital(hit.to)) {
                    // "dự thi thợ giỏi" names "thi thợ giỏi".
                    let from = hit.from + usize::from(view.key(hit.from) == "dự");
                    found.push((view.word_range(from, with_level(view, end)), hit.meaning));
                    let mut pos = end;
                    while good(hit.to, end) && view.gap(pos - 1) == ", " {
                        let next = name_end(view, pos, 6, false);
                        if next < pos + 2 || view.key(next - 1) != "giỏi" {
                            break;
                        }
                        found.push((view.word_range(pos, next), hit.meaning));
                        pos = next;
                    }
                }
            }
            CampaignKind::Title if end >= hit.to + 2 && view.is_capital(hit.to) => {
                found.push((view.word_range(hit.to, end), hit.meaning));
            }
            CampaignKind::Programme
                if end >= hit.to + 3 && view.key(end - 1) == "gia" && view.key(end - 2) == "quốc" =>
            {
                found.push((view.word_range(hit.from, end), hit.meaning));
            }
            CampaignKind::Movement | CampaignKind::Programme | CampaignKind::Drive
                if view.is_capital(hit.to) && !view.is_capital(hit.from + 1) =>
            {
                found.extend(capital_name(view, context, hit.to).map(|range| (range, hit.meaning)));
            }
            CampaignKind::Movement if view.key(hit.to) == "chào" && view.key(hit.to + 1) == "mừng" => {
                // "400 công trình, sản phẩm thi đua chào mừng …" describes what is counted.
                let before = hit.from.checked_sub(1).map_or("", |pos| view.key(pos));
                if ["phẩm", "trình", "việc"].contains(&before) {
                    continue;
                }
                let from = if hit.to - hit.from > 2 { hit.to - 2 } else { hit.from };
                found.push((view.word_range(from, name_end(view, hit.to, 18, true)), hit.meaning));
            }
            _ => {}
        }
    }
    found
}

/// Finds a name with a capital and without quotation marks: "Nhà máy xanh, Công nhân khỏe". Names of bodies and
/// abbreviations are no names of campaigns.
fn capital_name(view: &AnalyzedLine<'_>, context: &Context, from: usize) -> Option<Range<usize>> {
    let (text, words) = (view.text(), view.words.as_slice());
    let first = view.get(&view.word_range(from, from + 1));
    let is_abbreviation = first.chars().count() > 1 && first.chars().all(char::is_uppercase);
    if is_abbreviation || context.vocabulary.organisations.longest_at(text, words, from).is_some() {
        return None;
    }
    let mut end = capital_name_end(view, from);
    // "Nhà máy xanh, Công nhân khỏe": a part with a capital after a comma or a dash.
    while matches!(view.gap(end.saturating_sub(1)), ", " | " - " | " – " | "-") && view.is_capital(end) {
        end = capital_name_end(view, end);
    }
    let has_word = context.vocabulary.campaign_words.first(text, words, from, end).is_some();
    (end >= from + 2 && has_word).then(|| view.word_range(from, end))
}

/// Index after the last word of one part of a name with a capital. Numerals belong to it ("Mỗi ngày một việc tốt").
fn capital_name_end(view: &AnalyzedLine<'_>, from: usize) -> usize {
    let mut pos = from;
    while pos < view.words.len() && pos < from + LONGEST_PART {
        let key = view.key(pos);
        if pos > from && ends_name(view, pos) && !matches!(key, "một" | "hai" | "ngày" | "tháng") {
            break;
        }
        pos += 1;
        if view.gap(pos - 1) != " " {
            break;
        }
    }
    pos
}

/// Returns whether a word ends a name: "thu hút" and "nhân dịp" do, "thu hoạch" and "công nhân" are parts of one.
fn ends_name(view: &AnalyzedLine<'_>, pos: usize) -> bool {
    let part = match view.key(pos) {
        "thu" => view.key(pos + 1) == "hoạch",
        "nhân" => pos.checked_sub(1).is_some_and(|before| view.key(before) == "công"),
        _ => false,
    };
    STOPS.contains(&view.key(pos)) && !part
}

/// Extends the name of a contest by the level directly after it.
fn with_level(view: &AnalyzedLine<'_>, end: usize) -> usize {
    let is_level = view.key(end) == "cấp" && view.gap(end.saturating_sub(1)) == " " && view.gap(end) == " ";
    let two = matches!(view.key(end + 1), "thành" | "quốc" | "cơ" | "công" | "thị" | "toàn");
    if is_level { (end + if two { 3 } else { 2 }).min(view.words.len()) } else { end }
}

/// Finds "chủ đề (công tác) năm 2022 của …": a theme that is named by its year and organisation.
fn themes(view: &AnalyzedLine<'_>, context: &Context) -> Vec<(Range<usize>, CampaignKind)> {
    let (text, words) = (view.text(), view.words.as_slice());
    let mut found = Vec::new();
    for date in view.dates.iter().filter(|date| date.value.to_string().len() == 4) {
        let to = view.word_to(date.range.start);
        let hit = context
            .vocabulary
            .kinds
            .before(text, words, to, 4)
            .filter(|hit| hit.meaning == CampaignKind::Theme);
        let Some(hit) = hit.filter(|_| view.key(view.word_from(date.range.end)) == "của") else { continue };
        let from = if view.key(hit.from) == "với" { hit.from + 1 } else { hit.from };
        let owner = view.word_from(date.range.end) + 1;
        let mut end = owner;
        while end < words.len()
            && end < owner + 8
            && (view.is_capital(end) || matches!(view.key(end), "thành" | "phố" | "tỉnh" | "quận" | "huyện"))
        {
            end += 1;
            if view.gap(end - 1) != " " {
                break;
            }
        }
        if end > owner {
            found.push((view.word_range(from, end), CampaignKind::Theme));
        }
    }
    found
}

/// Index after the last word of a name that begins at word `from`.
fn name_end(view: &AnalyzedLine<'_>, from: usize, longest: usize, is_round: bool) -> usize {
    let mut pos = from;
    while pos < view.words.len() && pos < from + longest {
        let key = view.key(pos);
        let digits = key.bytes().all(|b| b.is_ascii_digit());
        let stops = ends_name(view, pos)
            && !(is_round && matches!(key, "của" | "các" | "cấp" | "năm" | "ngày" | "tháng"));
        if stops || (digits && !is_round) {
            break;
        }
        pos += 1;
        let gap = view.gap(pos - 1);
        if gap != " " && !(is_round && matches!(gap, "/" | "-" | " - " | "–")) {
            break;
        }
    }
    pos
}
