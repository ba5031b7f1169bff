//! Rules about labels: a level or a unit that a label names is that of the figure.
//!
//! A label need not name either. In brackets, and behind "của" of a sum of money, stands what the figure is measured
//! against, which may have other levels.

use std::collections::BTreeSet;

use crate::corpus::fact_path::FactPath;
use crate::corpus::folded;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, quote};
use crate::domain::{Dimension, Figure, Lang, Level, Unit};
use crate::text::label_levels;
use crate::text::{lowercase, match_ranges};

/// Names of the units of a corpus, prepared once for all labels.
pub(super) struct UnitNames<'a> {
    units: &'a [Unit],
    /// Printed nouns and Vietnamese names of counted units in lower case, with the index of the unit, the longest first.
    nouns: Vec<(String, usize)>,
    /// English names of counted units in lower case, in the plural and the singular, with the index of the unit.
    english: Vec<(String, usize)>,
}

/// Nouns of people in general: a label may call the people of any unit so.
const PEOPLE: [&str; 3] = ["người", "people", "person"];

/// English names of units that count people. The label of a unit of people in general may call them by any of these, so that
/// a label stays right when another article adds the unit of workers to the corpus.
const UNITS_OF_PEOPLE: [&str; 16] = [
    "individuals",
    "people",
    "persons",
    "workers",
    "employees",
    "union members",
    "members",
    "officials",
    "officers",
    "teachers",
    "pupils",
    "students",
    "children",
    "role models",
    "delegates",
    "contestants",
];

/// Printed nouns of units that count people in general.
const NOUNS_OF_ANYBODY: [&str; 2] = ["cá nhân", "người"];

/// Words before the noun of a label.
const COUNTERS: [&str; 7] = ["tổng số ", "số lượng ", "số ", "các ", "những ", "tỷ lệ ", "tỉ lệ "];

impl<'a> UnitNames<'a> {
    pub fn new(units: &'a [Unit]) -> Self {
        let counted = || units.iter().enumerate().filter(|(_, unit)| unit.dimension == Dimension::Count);
        let is_noun = |noun: &String| noun.chars().any(char::is_alphabetic);
        let mut nouns: Vec<(String, usize)> = counted()
            .flat_map(|(u, unit)| {
                unit.printed.iter().chain([&unit.vi]).map(move |noun| (lowercase(&folded(noun)), u))
            })
            .filter(|(noun, _)| is_noun(noun))
            .collect();
        nouns.sort_by_key(|(noun, _)| std::cmp::Reverse(noun.len()));
        let english = counted().flat_map(|(u, unit)| {
            let plural = lowercase(&folded(&unit.en));
            let singular = plural.strip_suffix('s').map(|singular| (singular.to_owned(), u));
            std::iter::once((plural, u)).chain(singular)
        });
        Self { units, nouns, english: english.filter(|(noun, _)| is_noun(noun)).collect() }
    }

    /// Returns the unit whose noun a Vietnamese label begins with.
    fn head(&self, label: &str) -> Option<(&str, &Unit)> {
        let counter = COUNTERS.iter().find_map(|counter| label.strip_prefix(counter));
        let label = counter.unwrap_or(label);
        let (noun, unit) = self.nouns.iter().find(|(noun, _)| {
            label.strip_prefix(noun.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })?;
        Some((noun, self.units.get(*unit)?))
    }

    /// Returns the unit whose English name stands first in a label.
    fn first_english(&self, label: &str) -> Option<(&str, &Unit)> {
        let places = self.english.iter().filter_map(|(noun, unit)| {
            let range = match_ranges(label, noun).into_iter().next()?;
            Some((range.start, std::cmp::Reverse(noun.len()), noun, *unit))
        });
        let (_, _, noun, unit) = places.min()?;
        Some((noun, self.units.get(unit)?))
    }
}

/// Checks the label of a figure, which is at `path`.
pub(super) fn check(units: &UnitNames<'_>, figure: &Figure, path: FactPath, problems: &mut Vec<Problem>) {
    let unit = units.units.iter().find(|unit| unit.id == figure.unit);
    for lang in Lang::ALL.into_iter().filter(|lang| figure.label.lang(*lang) == *lang) {
        let label = folded(figure.label.get(lang));
        let is_money = unit.is_some_and(|unit| unit.dimension == Dimension::Money);
        let named = label_levels(&label, lang, is_money);
        let path = || path.clone().field("label").field(lang.tag());
        if named.iter().any(|level| !figure.levels.contains(level)) {
            problems.push(
                Problem::error(path(), ProblemCode::LabelNamesOtherLevel)
                    .expected(slugs(&figure.levels.iter().copied().collect()))
                    .found(slugs(&named)),
            );
        }
        let Some(unit) = unit.filter(|unit| unit.dimension == Dimension::Count) else { continue };
        if let Some(noun) = other_noun(units, unit, &lowercase(&label), lang) {
            problems.push(
                Problem::error(path(), ProblemCode::LabelNamesOtherUnit)
                    .expected(&unit.id)
                    .found(quote(&noun)),
            );
        }
    }
}

/// Returns the noun of another unit than `unit` that a label counts.
fn other_noun(units: &UnitNames<'_>, unit: &Unit, label: &str, lang: Lang) -> Option<String> {
    let (noun, named) = match lang {
        Lang::Vi => units.head(label)?,
        Lang::En => units.first_english(label)?,
    };
    let counts_people = |unit: &Unit| UNITS_OF_PEOPLE.contains(&lowercase(&folded(&unit.en)).as_str());
    let counts_anybody =
        |unit: &Unit| unit.printed.iter().any(|noun| NOUNS_OF_ANYBODY.contains(&noun.as_str()));
    let is_own = named.id == unit.id
        || PEOPLE.contains(&noun)
        || (counts_anybody(unit) && counts_people(named))
        // "Times that an individual …" counts awards to individuals; "lượt" may not be left out in Vietnamese.
        || (lang == Lang::En && (names_own_noun(label, unit) || is_inside(&lowercase(&unit.en), noun)));
    (!is_own).then(|| noun.to_owned())
}

/// Returns whether an English label has the head noun of a unit, its last word or its first.
fn names_own_noun(label: &str, unit: &Unit) -> bool {
    let name = lowercase(&unit.en);
    let words: Vec<&str> = name.split(' ').collect();
    let ends = [words.first(), words.last()];
    ends.into_iter().flatten().any(|word| {
        !match_ranges(label, word).is_empty()
            || word.strip_suffix('s').is_some_and(|singular| !match_ranges(label, singular).is_empty())
    })
}

fn is_inside(name: &str, noun: &str) -> bool {
    !match_ranges(name, noun).is_empty() || !match_ranges(name, &format!("{noun}s")).is_empty()
}

fn slugs(levels: &BTreeSet<Level>) -> String {
    if levels.is_empty() {
        return "no level".to_owned();
    }
    levels.iter().map(|level| level.slug()).collect::<Vec<_>>().join(", ")
}
