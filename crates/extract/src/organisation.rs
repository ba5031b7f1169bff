//! Finder of organisations, by their first words, a word for the place and the name of the place.

use std::ops::Range;

use thidua_core::domain::{Organisation, OrganisationKind};
use thidua_core::text::key;

use super::analyzed_line::AnalyzedLine;
use super::context::Context;
use super::segmentation::LineRole;

/// An organisation printed on a line.
#[derive(Debug, Clone)]
pub(super) struct LineOrganisation {
    pub range: Range<usize>,
    pub kind: OrganisationKind,
    /// Full name, with abbreviations written out.
    pub name: String,
    /// Key that is the same for all printed forms.
    pub key: String,
}

/// Abbreviations at the beginning of names, and their full forms.
const EXPANSIONS: [(&str, &str); 7] = [
    ("Tổng LĐLĐ", "Tổng Liên đoàn Lao động"),
    ("LĐLĐ", "Liên đoàn Lao động"),
    ("UBND", "Ủy ban nhân dân"),
    ("HĐND", "Hội đồng nhân dân"),
    ("CĐCS", "Công đoàn cơ sở"),
    ("TP. ", "thành phố "),
    ("TP ", "thành phố "),
];

/// Returns the organisations that a line names, from left to right.
pub(super) fn organisations(view: &AnalyzedLine<'_>, context: &Context) -> Vec<LineOrganisation> {
    let (text, words) = (view.text(), view.words.as_slice());
    let mut found = Vec::new();
    let mut pos = 0;
    while pos < words.len() {
        let hit = context
            .vocabulary
            .organisations
            .longest_at(text, words, pos)
            .filter(|hit| view.is_capital(hit.from));
        let Some(hit) = hit else {
            pos += 1;
            continue;
        };
        let end = name_end(view, context, hit.to);
        if end > hit.to {
            let range = view.word_range(hit.from, end);
            let name = in_full(view.get(&range));
            found.push(LineOrganisation { range, kind: kind_of(&name, hit.meaning), key: key(&name), name });
        }
        pos = end.max(hit.to);
    }
    found
}

/// Index after the last word of a name that goes on at word `from`: branches, place words and words with a capital.
fn name_end(view: &AnalyzedLine<'_>, context: &Context, from: usize) -> usize {
    let (text, words) = (view.text(), view.words.as_slice());
    let vocabulary = &context.vocabulary;
    let mut end = from;
    let mut pos = from;
    while pos < words.len() && pos < from + 14 && matches!(view.gap(pos - 1), " " | " - " | "-" | ". " | "/")
    {
        let abbreviated = view.gap(pos - 1) == ". " && view.key(pos - 1) != "tp";
        // "CÔNG ĐOÀN CÁC CẤP" in capitals is not a name.
        if view.key(pos) == "các"
            || abbreviated
            || (view.gap(pos - 1) == " - " && is_office(view, context, pos))
        {
            break;
        }
        if let Some(branch) = vocabulary.branches.longest_at(text, words, pos) {
            pos = branch.to;
            end = pos;
        } else if let Some(place) = vocabulary.place_words.longest_at(text, words, pos) {
            pos = place.to;
        } else if view.is_capital(pos) && !is_office(view, context, pos) {
            let run = run(view, pos);
            let length = place_length(view, context, pos, run);
            pos += length;
            end = pos;
            if length < run {
                break;
            }
        } else {
            break;
        }
    }
    end
}

/// Number of consecutive words with a capital from word `from` on.
pub(super) fn run(view: &AnalyzedLine<'_>, from: usize) -> usize {
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
/// sign, as in "Chủ tịch LĐLĐ quận Sơn Tây Nguyễn Quang Hán". Names of places have two or three syllables, and a
/// person's name begins with a family name.
pub(super) fn place_length(view: &AnalyzedLine<'_>, context: &Context, from: usize, run: usize) -> usize {
    let is_surname =
        |pos: usize| context.vocabulary.surnames.longest_at(view.text(), &view.words, pos).is_some();
    let name = (from + 2..from + run).find(|pos| is_surname(*pos) && (2..=4).contains(&(from + run - pos)));
    match name {
        Some(pos) if run >= 5 => pos - from,
        _ => run,
    }
}

fn is_office(view: &AnalyzedLine<'_>, context: &Context, pos: usize) -> bool {
    context
        .vocabulary
        .organisations
        .longest_at(view.text(), &view.words, pos)
        .is_some_and(|hit| hit.to > pos + 1)
        || is_honorific(view, context, pos)
}

fn is_honorific(view: &AnalyzedLine<'_>, context: &Context, pos: usize) -> bool {
    context.vocabulary.honorifics.longest_at(view.text(), &view.words, pos).is_some()
        || context.vocabulary.roles.longest_at(view.text(), &view.words, pos).is_some()
}

/// Writes the abbreviations of a name out.
fn in_full(printed: &str) -> String {
    let mut name = printed.to_owned();
    for (short, long) in EXPANSIONS {
        if let Some(rest) = name.strip_prefix(short) {
            name = format!("{long}{rest}");
            break;
        }
    }
    // "Công đoàn huyện …" is a common name of the federation of a district.
    for level in ["tỉnh", "thành phố", "quận", "huyện", "thị xã"] {
        if let Some(place) =
            name.strip_prefix("Công đoàn ").filter(|rest| rest.starts_with(&format!("{level} ")))
        {
            name = format!("Liên đoàn Lao động {place}");
            break;
        }
    }
    for (short, long) in [(" TP. ", " thành phố "), (" TP.", " thành phố "), (" TP ", " thành phố ")]
    {
        name = name.replace(short, long);
    }
    // One form of capitals: "Liên đoàn lao động" is printed too.
    name.replacen("Liên đoàn lao động", "Liên đoàn Lao động", 1)
}

/// Full name and kind of words that a person declares to be an organisation.
pub(super) fn of_words(words: &str) -> (String, OrganisationKind) {
    let name = in_full(words);
    let kind = kind_of(&name, OrganisationKind::Other);
    (name, kind)
}

fn kind_of(name: &str, kind: OrganisationKind) -> OrganisationKind {
    if name.starts_with("Liên đoàn Lao động") { OrganisationKind::Federation } else { kind }
}

/// Returns the organisation of the corpus with this name.
pub(super) fn find_by_name<'a>(context: &'a Context, name_key: &str) -> Option<&'a Organisation> {
    context.organisations.iter().find(|organisation| {
        std::iter::once(&organisation.name).chain(&organisation.aliases).any(|name| key(name) == name_key)
    })
}

/// Weight of a mention, by the role of its line, when the main organisation is chosen.
pub(super) const fn weight(part: LineRole) -> usize {
    match part {
        LineRole::Headline => 6,
        LineRole::Kicker => 8,
        LineRole::Caption => 1,
        _ => 2,
    }
}
