//! Organisations: first words, a word for the place, the place's name; and which of them the article is about.

use std::ops::Range;

use super::analyzed_line::AnalyzedLine;
use super::context::Context;
use super::segmentation::LineRole;
use thidua_core::domain::{Organisation, OrganisationKind};
use thidua_core::text::key;

/// An organisation as it is printed on a line.
#[derive(Debug, Clone)]
pub(super) struct LineOrganisation {
    pub range: Range<usize>,
    pub kind: OrganisationKind,
    /// In full: abbreviations written out.
    pub name: String,
    /// By which all printed forms are one.
    pub key: String,
}

/// Abbreviations at the beginning of names, written out.
const EXPANSIONS: [(&str, &str); 7] = [
    ("Tổng LĐLĐ", "Tổng Liên đoàn Lao động"),
    ("LĐLĐ", "Liên đoàn Lao động"),
    ("UBND", "Ủy ban nhân dân"),
    ("HĐND", "Hội đồng nhân dân"),
    ("CĐCS", "Công đoàn cơ sở"),
    ("TP. ", "thành phố "),
    ("TP ", "thành phố "),
];

/// The organisations that a line names, from left to right.
pub(super) fn organisations(view: &AnalyzedLine<'_>, context: &Context) -> Vec<LineOrganisation> {
    let (text, words) = (view.text(), view.words.as_slice());
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let hit =
            context.vocabulary.organisations.at(text, words, at).filter(|hit| view.is_capital(hit.from));
        let Some(hit) = hit else {
            at += 1;
            continue;
        };
        let end = name_end(view, context, hit.to);
        if end > hit.to {
            let range = view.word_range(hit.from, end);
            let name = in_full(view.get(&range));
            found.push(LineOrganisation { range, kind: kind_of(&name, hit.meaning), key: key(&name), name });
        }
        at = end.max(hit.to);
    }
    found
}

/// Index behind the last word of a name that goes on at word `from`: branches, place words and capitals.
fn name_end(view: &AnalyzedLine<'_>, context: &Context, from: usize) -> usize {
    let (text, words) = (view.text(), view.words.as_slice());
    let vocabulary = &context.vocabulary;
    let mut end = from;
    let mut at = from;
    while at < words.len() && at < from + 14 && matches!(view.gap(at - 1), " " | " - " | "-" | ". " | "/") {
        let abbreviated = view.gap(at - 1) == ". " && view.key(at - 1) != "tp";
        // "CÔNG ĐOÀN CÁC CẤP" in capitals names none.
        if view.key(at) == "các" || abbreviated || (view.gap(at - 1) == " - " && is_office(view, context, at))
        {
            break;
        }
        if let Some(branch) = vocabulary.branches.at(text, words, at) {
            at = branch.to;
            end = at;
        } else if let Some(place) = vocabulary.place_words.at(text, words, at) {
            at = place.to;
        } else if view.is_capital(at) && !is_office(view, context, at) {
            let run = run(view, at);
            let length = place_length(view, context, at, run);
            at += length;
            end = at;
            if length < run {
                break;
            }
        } else {
            break;
        }
    }
    end
}

/// How many words with capitals follow each other from word `from` on.
pub(super) fn run(view: &AnalyzedLine<'_>, from: usize) -> usize {
    let mut length = 1;
    while view.gap(from + length - 1) == " "
        // "Thủ đô" is a name whose second word is written small.
        && (view.is_capital(from + length) || is_capital_city(view, from + length))
    {
        length += 1;
    }
    length
}

/// Whether word `at` is the "đô" of "Thủ đô".
fn is_capital_city(view: &AnalyzedLine<'_>, at: usize) -> bool {
    view.key(at) == "đô" && at > 0 && view.is_capital(at - 1) && view.key(at - 1) == "thủ"
}

/// How many of `run` capital words at word `from` name a span: a person's name may follow it without a sign, as in
/// "Chủ tịch LĐLĐ quận Sơn Tây Nguyễn Quang Hán". Places have two or three syllables, and a family name begins a person's.
pub(super) fn place_length(view: &AnalyzedLine<'_>, context: &Context, from: usize, run: usize) -> usize {
    let is_surname = |at: usize| context.vocabulary.surnames.at(view.text(), &view.words, at).is_some();
    let name = (from + 2..from + run).find(|at| is_surname(*at) && (2..=4).contains(&(from + run - at)));
    match name {
        Some(at) if run >= 5 => at - from,
        _ => run,
    }
}

fn is_office(view: &AnalyzedLine<'_>, context: &Context, at: usize) -> bool {
    context.vocabulary.organisations.at(view.text(), &view.words, at).is_some_and(|hit| hit.to > at + 1)
        || is_honorific(view, context, at)
}

fn is_honorific(view: &AnalyzedLine<'_>, context: &Context, at: usize) -> bool {
    context.vocabulary.honorifics.at(view.text(), &view.words, at).is_some()
        || context.vocabulary.roles.at(view.text(), &view.words, at).is_some()
}

/// A printed name with its abbreviations written out.
fn in_full(printed: &str) -> String {
    let mut name = printed.to_owned();
    for (short, long) in EXPANSIONS {
        if let Some(rest) = name.strip_prefix(short) {
            name = format!("{long}{rest}");
            break;
        }
    }
    // "Công đoàn huyện …" is how people call the federation of a district.
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
    // One way of capitals: "Liên đoàn lao động" is printed too.
    name.replacen("Liên đoàn lao động", "Liên đoàn Lao động", 1)
}

/// The name in full, and the kind, of words that a person says are an organisation.
pub(super) fn of_words(words: &str) -> (String, OrganisationKind) {
    let name = in_full(words);
    let kind = kind_of(&name, OrganisationKind::Other);
    (name, kind)
}

fn kind_of(name: &str, kind: OrganisationKind) -> OrganisationKind {
    if name.starts_with("Liên đoàn Lao động") { OrganisationKind::Federation } else { kind }
}

/// The organisation of the corpus that bears a name.
pub(super) fn known<'a>(context: &'a Context, name_key: &str) -> Option<&'a Organisation> {
    context.organisations.iter().find(|organisation| {
        std::iter::once(&organisation.name).chain(&organisation.aliases).any(|name| key(name) == name_key)
    })
}

/// How much a mention in such a line says that the article is about the organisation.
pub(super) const fn weight(part: LineRole) -> usize {
    match part {
        LineRole::Headline => 6,
        LineRole::Kicker => 8,
        LineRole::Caption => 1,
        _ => 2,
    }
}
