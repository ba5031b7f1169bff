//! Printed numbers in words: bounds, units, large amounts.

use thidua_core::domain::{Comparator, Decimal, Dimension, Lang, Unit};
use thidua_core::text::format_number;

use crate::pick;

/// Name of a unit as it follows a number.
pub fn unit_name(unit: &Unit, lang: Lang) -> &str {
    pick(lang, &unit.vi, &unit.en)
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
