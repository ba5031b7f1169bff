//! Finder of people: names with a role, or after a form of address.

use std::ops::Range;

use super::analyzed_line::AnalyzedLine;
use super::context::Context;
use super::draft::FactReason;
use super::organisation::{has_office_before, is_joined, name_words, place_length, run};

/// A person printed on a line.
#[derive(Debug, Clone)]
pub(super) struct LinePerson {
    pub name: Range<usize>,
    pub role: Option<Range<usize>>,
    pub reason: FactReason,
}

/// Most words of a role.
const LONGEST_ROLE: usize = 34;

/// Returns the people that a line names with a role or a form of address.
pub(super) fn people(view: &AnalyzedLine<'_>, context: &Context) -> Vec<LinePerson> {
    let (text, words) = (view.text(), view.words.as_slice());
    let vocabulary = &context.vocabulary;
    let mut found: Vec<LinePerson> = Vec::new();
    let mut names = name_words(view, context).into_iter().peekable();
    let mut pos = 0;
    while pos < words.len() {
        // The name of an organisation is no person's: "Trường Lê Văn Mạ".
        while names.next_if(|name| name.end <= pos).is_some() {}
        if let Some(name) = names.next_if(|name| name.contains(&pos) && name.end > pos) {
            pos = name.end;
            continue;
        }
        let begins = view.is_capital(pos) && vocabulary.surnames.longest_at(text, words, pos).is_some();
        let honorific = vocabulary
            .honorifics
            .before(text, words, pos, 4)
            .filter(|_| pos > 0 && view.gap(pos - 1).trim() != ",");
        let length = if begins || (honorific.is_some() && view.is_capital(pos)) {
            name_length(view, context, pos)
        } else {
            0
        };
        let role_before =
            if length >= 2 { role_before(view, context, pos, honorific.map(|hit| hit.from)) } else { None };
        // "… của công nhân lao động, Chủ tịch LĐLĐ huyện": the group is another clause.
        let role_before = role_before.map(|role| {
            let words = view.get(&role);
            let office = words.split_once(", ").filter(|(group, _)| is_group(group));
            role.end - office.map_or(words.len(), |(_, office)| office.len())..role.end
        });
        // "công nhân Hà Lâm" are the workers of a place.
        let is_office = role_before.as_ref().is_some_and(|role| !is_group(view.get(role)));
        let enough = (length >= 3 && begins) || (length >= 2 && (honorific.is_some() || is_office));
        // Names of places and organisations: "quận Hà Đông", "Trường Lê Quý Đôn", "đường Trần Hưng Đạo".
        let follows_place_word = pos > 0
            && is_place_word(view.key(pos - 1))
            && is_joined(view, pos - 1)
            && view.is_capital(pos)
            && honorific.is_none();
        if follows_place_word {
            let run = run(view, pos);
            // After "đường" a person's name is that of the street.
            let in_office = !is_named_after(view, pos - 1) && has_office_before(view, context, pos);
            let place = place_length(view, context, pos, run, in_office);
            if place > 0 {
                pos += place;
                continue;
            }
        }
        if !enough || view.key(pos) == "hồ" && view.key(pos + 1) == "chí" {
            pos += 1;
            continue;
        }
        let name = view.word_range(pos, pos + length);
        let after = role_after(view, context, pos + length);
        let (role, rule) = match (after, role_before) {
            (Some(role), _) => (Some(role), "name-and-role"),
            (None, Some(role)) => (Some(role), "role-and-name"),
            (None, None) => (None, "address-and-name"),
        };
        if role.is_some() || honorific.is_some() {
            let words = role.as_ref().map_or("", |role| view.get(role));
            found.push(LinePerson { name, reason: FactReason::new(rule, words), role });
        }
        pos += length;
    }
    found
}

/// Returns whether a role is that of many: a place may follow it.
fn is_group(role: &str) -> bool {
    let role = thidua_core::text::lowercase(role);
    let groups = [
        "công nhân",
        "cán bộ",
        "giáo viên",
        "nhân viên",
        "thợ",
        "đại diện",
        "thành viên",
        "chuyên viên",
        "kỹ sư",
        "giảng viên",
        "điều dưỡng",
        "lái xe",
        "thường trực",
    ];
    groups.iter().any(|group| role.starts_with(group))
}

/// Returns whether word `pos` is one of those that people's names are given to: streets, markets, awards.
fn is_named_after(view: &AnalyzedLine<'_>, pos: usize) -> bool {
    let street = view.key(pos) == "phố" && (pos == 0 || view.key(pos - 1) != "thành");
    let zone = view.key(pos) == "nghiệp" && pos > 0 && view.key(pos - 1) == "công";
    street
        || zone
        || matches!(
            view.key(pos),
            "đường"
                | "ngõ"
                | "cầu"
                | "sông"
                | "núi"
                | "chợ"
                | "đền"
                | "chùa"
                | "ga"
                | "kcn"
                | "tượng"
                | "quỹ"
                | "giải"
                | "thưởng"
                | "tên"
                | "mang"
                | "hiệu"
                | "làng"
                | "thôn"
                | "bến"
                | "bãi"
                | "đảo"
                | "hãng"
        )
}

fn is_place_word(key: &str) -> bool {
    matches!(
        key,
        "quận"
            | "huyện"
            | "xã"
            | "phường"
            | "tỉnh"
            | "phố"
            | "đường"
            | "trường"
            | "thpt"
            | "thcs"
            | "học"
            | "non"
            | "viện"
            | "ti"
            | "tp"
            | "tx"
            | "đảo"
            | "núi"
            | "sông"
            | "cầu"
            | "làng"
            | "thôn"
            | "đoàn"
            | "bản"
            | "hiệu"
            | "mang"
            | "tên"
            | "giải"
            | "thưởng"
            | "ngõ"
            | "ấp"
            | "bến"
            | "quỹ"
            | "thị"
            | "chợ"
            | "đền"
            | "chùa"
            | "ga"
            | "kcn"
            | "nghiệp"
            | "tượng"
            | "hãng"
            | "may"
            | "bãi"
            | "ủy"
            | "uỷ"
            | "lđlđ"
            | "ubnd"
            | "hđnd"
            | "mttq"
            | "sở"
            | "đài"
            | "báo"
    )
}

/// Number of words of the name at word `pos`: words with a capital joined by single spaces, at most five.
fn name_length(view: &AnalyzedLine<'_>, context: &Context, pos: usize) -> usize {
    let mut length = 0;
    // "Lê Văn Mạ Chủ tịch Công đoàn …": an office or organisation may follow without a sign.
    let is_next = |pos: usize| {
        let (text, words) = (view.text(), view.words.as_slice());
        context.vocabulary.roles.longest_at(text, words, pos).is_some_and(|hit| hit.to > pos + 1)
            || context
                .vocabulary
                .organisations
                .longest_at(text, words, pos)
                .is_some_and(|hit| hit.to > pos + 1)
    };
    while length < 5
        && view.is_capital(pos + length)
        && !(length >= 2 && is_next(pos + length))
        && !view.key(pos + length).bytes().any(|b| b.is_ascii_digit())
    {
        let word = view.words.get(pos + length).map_or("", |w| view.get(&w.range));
        let is_short_for = word.chars().count() > 3
            && word.chars().all(char::is_uppercase)
            && length > 0
            && view
                .words
                .get(pos)
                .is_some_and(|first| !view.get(&first.range).chars().all(char::is_uppercase));
        if is_short_for {
            break;
        }
        length += 1;
        if view.gap(pos + length - 1) != " " {
            break;
        }
    }
    length
}

/// Role after a name: after a dash, comma or opening bracket.
fn role_after(view: &AnalyzedLine<'_>, context: &Context, from: usize) -> Option<Range<usize>> {
    let gap = view.gap(from.checked_sub(1)?);
    let joined = matches!(gap.trim(), "-" | "–" | "," | "(" | "—" | "−") || gap.trim() == "là";
    let from = if view.key(from) == "là" { from + 1 } else { from };
    // "Nguyễn Thị Lan (35 tuổi, công nhân …)"
    let aged = view.key(from + 1) == "tuổi" || view.key(from) == "sinh" && view.key(from + 1) == "năm";
    let from = match aged {
        true if view.key(from + 1) == "tuổi" => from + 2,
        true => from + 3,
        false => from,
    };
    if !joined && view.key(from.saturating_sub(1)) != "là" {
        return None;
    }
    context.vocabulary.roles.longest_at(view.text(), &view.words, from)?;
    let end = role_end(view, context, from);
    (end > from).then(|| view.word_range(from, end))
}

/// Index after the last word of a role that begins at word `from`.
fn role_end(view: &AnalyzedLine<'_>, context: &Context, from: usize) -> usize {
    let (text, words) = (view.text(), view.words.as_slice());
    let vocabulary = &context.vocabulary;
    let mut pos = from;
    while pos < words.len() && pos < from + LONGEST_ROLE {
        let ends = vocabulary.role_ends.longest_at(text, words, pos).is_some()
            && vocabulary.roles.longest_at(text, words, pos).is_none()
            && !(view.key(pos) == "và"
                && (view.is_capital(pos + 1) || view.key(pos + 1) == "đào")
                && pos > from);
        let address =
            vocabulary.honorifics.longest_at(text, words, pos).is_some_and(|hit| view.is_capital(hit.to))
                && vocabulary.roles.longest_at(text, words, pos).is_none();
        if ends || address {
            break;
        }
        pos += 1;
        let gap = view.gap(pos - 1);
        let next_role = vocabulary.roles.longest_at(text, words, pos).is_some();
        let goes_on = gap == " " || (matches!(gap, ", " | " - " | " – ") && next_role)
            // "Phòng GD&ĐT", "Sở LĐ-TB&XH"
            || (matches!(gap, "&" | "-") && view.is_capital(pos - 1) && view.is_capital(pos));
        if !goes_on {
            break;
        }
    }
    pos
}

/// Role before a name: it begins with a word of office and holds no verb.
fn role_before(
    view: &AnalyzedLine<'_>,
    context: &Context,
    name: usize,
    honorific: Option<usize>,
) -> Option<Range<usize>> {
    let (text, words) = (view.text(), view.words.as_slice());
    let vocabulary = &context.vocabulary;
    let to = honorific.unwrap_or(name);
    let sentence = view.sentence(words.get(name)?.range.start);
    let first = view.word_from(sentence.start).max(to.saturating_sub(LONGEST_ROLE));
    let gap = if to == name { view.gap(name.checked_sub(1)?) } else { view.gap(to.checked_sub(1)?) };
    if !matches!(gap, " " | ", " | ": " | " - " | " – ") || (to == name && gap != " ") {
        return None;
    }
    let mut from = None;
    let mut pos = to;
    while pos > first {
        pos -= 1;
        let gap = view.gap(pos);
        let here = vocabulary.roles.longest_at(text, words, pos).is_some_and(|hit| hit.to <= to);
        let boundary = pos + 1 < to
            && !is_joined(view, pos)
            && !(matches!(gap, ", " | " - " | " – ") && from == Some(pos + 1));
        if boundary {
            break;
        }
        if here {
            from = Some(pos);
        }
        if vocabulary.role_ends.longest_at(text, words, pos).is_some_and(|hit| hit.to <= to)
            && !here
            && view.key(pos) != "và"
        {
            break;
        }
    }
    let mut from = from?;
    // "nguyên Phó Chủ tịch": the role begins with the longest word of office that reaches here.
    while from > first
        && view.gap(from - 1) == " "
        && vocabulary.roles.longest_at(text, words, from - 1).is_some_and(|hit| hit.to > from)
    {
        from -= 1;
    }
    Some(view.word_range(from, to))
}
