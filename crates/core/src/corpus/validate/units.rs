//! Rules about units: every printed noun states one unit.

use std::collections::BTreeMap;

use crate::corpus::fact_path::FactPath;
use crate::corpus::folded;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, quote};
use crate::domain::{Corpus, Dimension, Unit};
use crate::text::lowercase;
use crate::text::quantity::{builtin_dimension, is_scale_word};

pub(super) fn check(corpus: &Corpus, problems: &mut Vec<Problem>) {
    // Indexes of the unit and of the noun that claimed a word last.
    let mut claimed: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    let noun_path = |[unit, noun]: [usize; 2]| FactPath::item("units", unit).field("printed").index(noun);
    for (u, unit) in corpus.units.iter().enumerate() {
        let first = |dimension| corpus.units.iter().position(|other| other.dimension == dimension);
        if unit.dimension != Dimension::Count && first(unit.dimension) != Some(u) {
            let path = FactPath::item("units", u).field("dimension");
            problems.push(Problem::error(path, ProblemCode::SecondUnitOfDimension));
        }
        check_name(unit, u, problems);
        for (n, noun) in unit.printed.iter().enumerate() {
            let path = || noun_path([u, n]);
            let noun = folded(noun);
            if noun != lowercase(&noun) {
                problems.push(Problem::error(path(), ProblemCode::NounNotLowerCase).found(quote(&noun)));
            }
            if noun.starts_with(|c: char| c.is_ascii_digit())
                || noun.split(' ').next().is_some_and(is_scale_word)
            {
                let hint = "scale words are read with the number: “đồng” is enough for “3 triệu đồng”";
                problems.push(
                    Problem::error(path(), ProblemCode::NounBeginsWithNumber).found(quote(&noun)).hint(hint),
                );
            }
            if builtin_dimension(&noun).is_some_and(|dimension| dimension != unit.dimension) {
                problems.push(Problem::error(path(), ProblemCode::NounOfOtherDimension(noun.clone())));
            }
            if let Some(other) = claimed.insert(lowercase(&noun), [u, n]) {
                problems.push(
                    Problem::error(path(), ProblemCode::NounClaimedTwice(noun))
                        .hint(format!("it is claimed at {} as well", noun_path(other))),
                );
            }
        }
    }
}

/// Checks that the Vietnamese name, or a part of it between commas, is a printed noun. A unit that counts the holders of
/// quoted titles only has no noun.
fn check_name(unit: &Unit, index: usize, problems: &mut Vec<Problem>) {
    let name = lowercase(&folded(&unit.vi));
    let has_name = |noun: &String| {
        let noun = lowercase(&folded(noun));
        noun == name || name.split(", ").any(|part| part == noun)
    };
    let has_nouns = unit.printed.iter().any(|noun| noun.chars().any(char::is_alphanumeric) || noun == "%");
    if has_nouns && !unit.printed.iter().any(has_name) {
        problems.push(
            Problem::error(FactPath::item("units", index).field("vi"), ProblemCode::UnitNameNotPrinted)
                .found(quote(&unit.vi)),
        );
    }
}
