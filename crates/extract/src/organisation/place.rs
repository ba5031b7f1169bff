//! Names of places within a name, and where the name of a person follows them without a sign.

use super::AnalyzedLine;
use super::Context;

/// Middle names of people; the second syllable of a person's name is often one of them, that of a place seldom.
const MIDDLE_NAMES: [&str; 24] = [
    "văn", "thị", "đình", "hữu", "đức", "xuân", "quang", "thanh", "ngọc", "minh", "trọng", "duy", "hồng",
    "kim", "bá", "gia", "quốc", "mạnh", "thế", "viết", "tiến", "anh", "thúy", "tuấn",
];

/// Family names that are rarely a syllable of a place.
const COMMON_SURNAMES: [&str; 14] = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "ngô",
    "trương",
];

/// Number of consecutive words with a capital from word `from` on.
pub(crate) fn run(view: &AnalyzedLine<'_>, from: usize) -> usize {
    let mut length = 1;
    while view.gap(from + length - 1) == " "
        // "Thủ đô" is a name whose second word has no capital.
        && (view.is_capital(from + length) || is_capital_city(view, from + length))
    {
        length += 1;
    }
    length
}

/// Returns whether word `pos` is the "đô" of "Thủ đô".
fn is_capital_city(view: &AnalyzedLine<'_>, pos: usize) -> bool {
    view.key(pos) == "đô" && pos > 0 && view.is_capital(pos - 1) && view.key(pos - 1) == "thủ"
}

/// Number of the `run` words with a capital at word `from` that name a place. A person's name may follow without a
/// sign, as in "Chủ tịch LĐLĐ quận Sơn Tây Nguyễn Quang Hán". Names of places have mostly two or three syllables, and a
/// person's name begins with a family name. `in_office` is true where an office stands before the organisation: then a
/// name is expected, and the place may be missing ("Chủ tịch LĐLĐ tỉnh Lê Văn Mạ").
pub(crate) fn place_length(
    view: &AnalyzedLine<'_>,
    context: &Context,
    from: usize,
    run: usize,
    in_office: bool,
) -> usize {
    let is_surname =
        |pos: usize| context.vocabulary.surnames.longest_at(view.text(), &view.words, pos).is_some();
    let left = |pos: usize| (from + run).saturating_sub(pos);
    let is_name = |pos: usize| is_surname(pos) && (2..=4).contains(&left(pos));
    if view.key(from) == "việt" && view.key(from + 1) == "nam" && run > 3 && is_name(from + 2) {
        return 2;
    }
    if !in_office {
        return (from + 2..from + run).find(|pos| run >= 5 && is_name(*pos)).map_or(run, |pos| pos - from);
    }
    if run < 3 {
        return run;
    }
    let has_middle = |pos: usize| MIDDLE_NAMES.contains(&view.key(pos));
    let is_common = |pos: usize| COMMON_SURNAMES.contains(&view.key(pos));
    // No place at all: the whole run is a person.
    let is_person = is_name(from)
        && (has_middle(from + 1) || (is_common(from) && run == 3))
        && !(run >= 4 && is_common(from + 2));
    if is_person {
        return 0;
    }
    // Places of one syllable are few.
    let is_abbreviation = view.words.get(from).is_some_and(|word| {
        let printed = view.get(&word.range);
        printed.chars().count() > 1 && printed.chars().all(char::is_uppercase)
    });
    let is_short_place = matches!(view.key(from), "huế" | "vinh") || is_abbreviation;
    let name = [from + 2, from + 3, from + 1, from + 4].into_iter().find(|pos| {
        is_name(*pos)
            && (left(*pos) >= 3 || is_common(*pos) || run >= 5)
            && (*pos > from + 1 || (is_common(*pos) && is_short_place))
    });
    if name.is_none() && run <= 4 && is_name(from) && is_common(from) {
        return 0;
    }
    name.map_or(run, |pos| pos - from)
}
