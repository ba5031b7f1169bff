//! Units: every printed noun states one unit.

use std::collections::BTreeMap;

use crate::corpus::folded;
use crate::corpus::problem::{Problem, quote};
use crate::domain::{Corpus, Dimension};
use crate::text::lowercase;
use crate::text::quantity::{builtin_dimension, is_scale_word};

pub(super) fn check(corpus: &Corpus, problems: &mut Vec<Problem>) {
    let mut claimed: BTreeMap<String, String> = BTreeMap::new();
    for (u, unit) in corpus.units.iter().enumerate() {
        let first = |dimension| corpus.units.iter().position(|other| other.dimension == dimension);
        if unit.dimension != Dimension::Count && first(unit.dimension) != Some(u) {
            let message = "a second unit of this dimension: percent and money have one each";
            problems.push(Problem::error(format!("units[{u}].dimension"), message));
        }
        for (n, noun) in unit.printed.iter().enumerate() {
            let path = format!("units[{u}].printed[{n}]");
            let noun = folded(noun);
            if noun != lowercase(&noun) {
                problems
                    .push(Problem::error(&path, "a printed noun is given in lower case").found(quote(&noun)));
            }
            if noun.starts_with(|c: char| c.is_ascii_digit())
                || noun.split(' ').next().is_some_and(is_scale_word)
            {
                let message = "a printed noun does not begin with a number or a scale word";
                let hint = "scale words are read with the number: “đồng” is enough for “3 triệu đồng”";
                problems.push(Problem::error(&path, message).found(quote(&noun)).hint(hint));
            }
            if builtin_dimension(&noun).is_some_and(|dimension| dimension != unit.dimension) {
                problems.push(Problem::error(&path, format!("{} states percent or money", quote(&noun))));
            }
            if let Some(other) = claimed.insert(lowercase(&noun), path.clone()) {
                problems.push(
                    Problem::error(&path, format!("the noun {} is claimed twice", quote(&noun)))
                        .hint(format!("it is claimed at {other} as well")),
                );
            }
        }
    }
}
