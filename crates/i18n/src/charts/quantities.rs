//! Printed numbers in words: bounds, units, large amounts.

use std::borrow::Cow;

use thidua_core::domain::{Comparator, Decimal, Dimension, Lang, Unit};
use thidua_core::text::format_number;

use crate::pick;

/// Name of a unit as it follows a number.
pub fn unit_name(unit: &Unit, lang: Lang) -> &str {
    pick(lang, &unit.vi, &unit.en)
}

/// Name of a unit as it follows `value`: in English the singular for one.
///
/// ```
/// use thidua_core::domain::{Decimal, Dimension, Lang, Unit};
/// use thidua_i18n::charts::quantities::unit_name_after;
/// let unit = |en: &str| Unit {
///     id: "u".into(),
///     vi: "lượt".to_owned(),
///     en: en.to_owned(),
///     dimension: Dimension::Count,
///     printed: Vec::new(),
/// };
/// let [one, two] = [1, 2].map(Decimal::from);
/// assert_eq!(unit_name_after(&unit("awards to individuals"), one, Lang::En), "award to individuals");
/// assert_eq!(unit_name_after(&unit("works and products"), one, Lang::En), "work and product");
/// assert_eq!(unit_name_after(&unit("research topics"), two, Lang::En), "research topics");
/// assert_eq!(unit_name_after(&unit("people"), one, Lang::Vi), "lượt");
/// ```
pub fn unit_name_after(unit: &Unit, value: Decimal, lang: Lang) -> Cow<'_, str> {
    match lang {
        Lang::En if value == Decimal::from(1) => singular(&unit.en).into(),
        lang => unit_name(unit, lang).into(),
    }
}

/// Words before which the noun of an English unit stands.
const PREPOSITIONS: [&str; 7] = ["to", "of", "for", "by", "in", "with", "at"];

/// The singular of an English unit: its noun, or both nouns that `and` joins.
fn singular(plural: &str) -> String {
    let words: Vec<&str> = plural.split(' ').collect();
    let complement = words.iter().position(|word| PREPOSITIONS.contains(word)).unwrap_or(words.len());
    let is_noun = |at: usize| at + 1 == complement || (at < complement && words.get(at + 1) == Some(&"and"));
    let words = words
        .iter()
        .enumerate()
        .map(|(at, word)| if is_noun(at) { singular_noun(word) } else { (*word).to_owned() });
    words.collect::<Vec<_>>().join(" ")
}

fn singular_noun(plural: &str) -> String {
    if plural == "people" {
        return "person".to_owned();
    }
    if let Some(stem) = plural.strip_suffix("ies") {
        return format!("{stem}y");
    }
    let long = ["sses", "shes", "ches", "xes"].into_iter().find(|end| plural.ends_with(end));
    let stem = match long {
        Some(_) => plural.strip_suffix("es"),
        None => plural.strip_suffix('s').filter(|stem| !stem.ends_with('s') && !stem.is_empty()),
    };
    stem.unwrap_or(plural).to_owned()
}

/// A number, or a range up to `value_to`, after the word for its bound: `trên 90%`, `gần 3,5 tỷ`. An empty `bound` is left out.
/// Money is written with scale words; percent gets its sign; units are not named.
pub fn bounded(
    bound: &str,
    value: Decimal,
    value_to: Option<Decimal>,
    dimension: Dimension,
    lang: Lang,
) -> String {
    let form = if dimension == Dimension::Money { short_number } else { format_number };
    let sign = if dimension == Dimension::Percent { "%" } else { "" };
    let number = |value| form(value, lang) + sign;
    let between = pick(lang, " đến ", " to ");
    let ends = match value_to {
        Some(to) => format!("{}{between}{}", number(value), number(to)),
        None => number(value),
    };
    if bound.is_empty() { ends } else { format!("{bound} {ends}") }
}

/// A large number as it is said: `1,2 tỷ`, `300 triệu`. Never rounded: a number that needs more than three decimals is written
/// out.
pub fn short_number(value: Decimal, lang: Lang) -> String {
    let scales = match lang {
        Lang::Vi => [(1_000_000_000, " tỷ"), (1_000_000, " triệu")],
        Lang::En => [(1_000_000_000, " billion"), (1_000_000, " million")],
    };
    for (size, word) in scales {
        let scaled = value.checked_div(Decimal::from(size)).filter(|_| value >= Decimal::from(size));
        if let Some(scaled) = scaled.filter(|scaled| scaled.rounded(3) == *scaled) {
            return format_number(scaled, lang) + word;
        }
    }
    format_number(value, lang)
}

/// The word that states a bound; empty for an exact number.
pub const fn bound_word(comparator: Comparator, lang: Lang) -> &'static str {
    match comparator {
        Comparator::Eq => "",
        Comparator::Gt => pick(lang, "trên", "more than"),
        Comparator::Ge => pick(lang, "ít nhất", "at least"),
        Comparator::Lt => pick(lang, "dưới", "less than"),
        Comparator::Le => pick(lang, "không quá", "at most"),
        Comparator::Approx => pick(lang, "khoảng", "about"),
        Comparator::ApproxBelow => pick(lang, "gần", "nearly"),
        Comparator::Range => pick(lang, "từ", "from"),
    }
}
