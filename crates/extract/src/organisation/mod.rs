//! Finder of organisations: the words that a name begins with, branches or enterprises, a word for the place, the
//! name of the place.
//!
//! A name may be *open*: "LĐLĐ tỉnh" lacks its place. Such a mention stands for the full name if the article prints
//! it; otherwise it is kept as printed, and a person completes it.

mod completion;
mod full_name;
mod name;
mod place;
mod same;
mod standing;

use std::ops::Range;

use thidua_core::domain::{Organisation, OrganisationKind};
use thidua_core::text::{capitalise, key};

use super::analyzed_line::AnalyzedLine;
use super::context::Context;

pub(super) use completion::PrintedPlaces;
pub(super) use full_name::of_words;
use full_name::{from_capitals, in_full, kind_of};
use name::{NameExtent, employer_at, name_at};
pub(super) use name::{has_office_before, is_joined};
pub(super) use place::{place_length, run};
pub(super) use same::full_names;

/// An organisation printed on a line.
#[derive(Debug, Clone)]
pub(super) struct LineOrganisation {
    pub range: Range<usize>,
    pub kind: OrganisationKind,
    /// Full name, with abbreviations written out.
    pub name: String,
    /// Key that is the same for all printed forms.
    pub key: String,
    /// What the name lacks.
    pub gap: NameGap,
    /// True if the name has a word of its own, such as that of a place or an enterprise.
    pub has_proper_noun: bool,
    /// Key of its last proper noun, mostly a place.
    pub place: Option<String>,
    /// Weight of the mention when the main organisation is chosen.
    pub weight: usize,
}

/// What a name lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameGap {
    /// Nothing: the name is complete.
    None,
    /// The place: "Liên đoàn Lao động tỉnh".
    Place,
    /// The name of the enterprise: "Công đoàn Công ty".
    Enterprise,
}

/// Returns the organisations that a line names, from left to right.
pub(super) fn organisations(view: &AnalyzedLine<'_>, context: &Context) -> Vec<LineOrganisation> {
    named_by(view, context, name_at)
}

/// Returns the enterprises and offices that a line names, from left to right.
pub(super) fn employers(view: &AnalyzedLine<'_>, context: &Context) -> Vec<LineOrganisation> {
    named_by(view, context, employer_at)
}

fn named_by(
    view: &AnalyzedLine<'_>,
    context: &Context,
    read: fn(&AnalyzedLine<'_>, &Context, usize) -> Option<NameExtent>,
) -> Vec<LineOrganisation> {
    let mut found = Vec::new();
    let mut pos = 0;
    while pos < view.words.len() {
        let Some(named) = read(view, context, pos) else {
            pos += 1;
            continue;
        };
        let range = view.word_range(pos, named.end);
        if named.is_name && !is_part_of_title(view, &range) {
            let capitals = view.get(&range);
            let printed = &*if named.is_upper { from_capitals(capitals) } else { capitals.to_owned() };
            let printed = &capitalise(printed);
            // A person completes an open name, and decides then about its form.
            let name = if named.gap == NameGap::Place { printed.to_owned() } else { in_full(printed) };
            let kind = kind_of(&in_full(printed), named.kind);
            found.push(LineOrganisation {
                kind,
                key: key(&in_full(&name)),
                name,
                gap: named.gap,
                has_proper_noun: named.has_proper_noun,
                place: named.proper.map(|(from, to)| key(view.get(&view.word_range(from, to)))),
                weight: standing::weight(view, context, pos, named.end),
                range,
            });
        }
        pos = named.end;
    }
    found
}

/// Name of an organisation with its abbreviations written out.
///
/// ```
/// use thidua_extract::full_organisation_name;
/// assert_eq!(full_organisation_name("LĐLĐ Q.7"), "Liên đoàn Lao động quận 7");
/// ```
pub fn full_organisation_name(printed: &str) -> String {
    in_full(printed)
}

/// Words of every organisation's name on a line, as indexes: also of names that name no single organisation.
pub(super) fn name_words(view: &AnalyzedLine<'_>, context: &Context) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut pos = 0;
    while pos < view.words.len() {
        match name_at(view, context, pos) {
            Some(named) => {
                found.push(pos..named.end);
                pos = named.end;
            }
            None => pos += 1,
        }
    }
    found
}

/// Returns whether a range is in quotation marks with other words of a title: “Phiên chợ Công đoàn - Xuân 2031”.
/// Quoted speech is longer or a sentence.
fn is_part_of_title(view: &AnalyzedLine<'_>, range: &Range<usize>) -> bool {
    view.quote_at(range.start).is_some_and(|quote| {
        let inner = view.get(&quote.inner);
        let words = inner.split(' ').count();
        inner != view.get(range) && words <= 14 && !inner.trim_end().ends_with(['.', '!', '?'])
    })
}

/// Returns the organisation of the corpus with this name.
pub(super) fn find_by_name<'a>(context: &'a Context, name_key: &str) -> Option<&'a Organisation> {
    context.organisations.iter().find(|organisation| {
        std::iter::once(&organisation.name).chain(&organisation.aliases).any(|name| key(name) == name_key)
    })
}
