//! A printed number with its bound, as a range of numbers to reason with and as words.

use std::ops::Bound;

use thidua_core::domain::{Comparator, Decimal, Dimension, Figure, Lang, Unit};
use thidua_core::text::lowercase;
use thidua_i18n::charts::quantities::{bound_word, bounded, unit_name_after};

use super::value_range::ValueRange;

/// A printed number and how it bounds the true one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// The number; the lower end of a range.
    pub value: Decimal,
    /// The upper end of a range.
    pub value_to: Option<Decimal>,
    /// Bound of the true number.
    pub comparator: Comparator,
}

impl Quantity {
    /// The quantity of a figure. The ends of a range are put in order; a range without an upper end becomes "at least".
    pub fn of(figure: &Figure) -> Self {
        let (value, comparator) = (figure.value, figure.comparator);
        match (comparator, figure.value_to) {
            (Comparator::Range, Some(to)) => {
                Self { value: value.min(to), value_to: Some(value.max(to)), comparator }
            }
            (Comparator::Range, None) => Self { value, value_to: None, comparator: Comparator::Ge },
            _ => Self { value, value_to: None, comparator },
        }
    }

    /// The greatest number that is printed.
    pub fn greatest(self) -> Decimal {
        self.value_to.unwrap_or(self.value)
    }

    /// All numbers that the true number may be. "About" is no bound, because no print says how far it reaches; "nearly" is
    /// below, by an amount that is not printed.
    pub(super) fn possible(self) -> ValueRange {
        let value = self.value;
        let low = match self.comparator {
            Comparator::Eq | Comparator::Ge | Comparator::Range => Bound::Included(value),
            Comparator::Gt => Bound::Excluded(value),
            Comparator::Lt | Comparator::Le | Comparator::Approx | Comparator::ApproxBelow => {
                Bound::Unbounded
            }
        };
        let high = match self.comparator {
            Comparator::Eq | Comparator::Le => Bound::Included(value),
            Comparator::Range => Bound::Included(self.greatest()),
            Comparator::Lt | Comparator::ApproxBelow => Bound::Excluded(value),
            Comparator::Gt | Comparator::Ge | Comparator::Approx => Bound::Unbounded,
        };
        ValueRange { low, high }
    }

    /// The number in `lang` with the usual word for its bound, without its unit: `trên 90%`, `gần 3,5 tỷ`.
    pub fn words(self, dimension: Dimension, lang: Lang) -> String {
        self.words_after(bound_word(self.comparator, lang), dimension, lang)
    }

    fn words_after(self, bound: &str, dimension: Dimension, lang: Lang) -> String {
        bounded(bound, self.value, self.value_to, dimension, lang)
    }

    /// True if the print leaves open how far the true number lies from the printed one.
    pub(super) fn is_vague(self) -> bool {
        matches!(self.comparator, Comparator::Approx | Comparator::ApproxBelow)
    }
}

/// The number in words, without its unit: `trên 90%`, `from 10 to 12`, money in `tỷ`. Vietnamese keeps the printed bound word
/// if it stands before the number.
pub fn number_words(figure: &Figure, unit: &Unit, lang: Lang) -> String {
    let quantity = Quantity::of(figure);
    let printed = figure
        .word
        .as_deref()
        .map(lowercase)
        .filter(|word| lang == Lang::Vi && lowercase(&figure.as_written).starts_with(word.as_str()));
    let word = printed.as_deref().unwrap_or(bound_word(quantity.comparator, lang));
    quantity.words_after(word, unit.dimension, lang)
}

/// The number in words with its unit: `trên 300 cá nhân`, `gần 3,5 tỷ đồng`.
pub fn quantity_words(figure: &Figure, unit: &Unit, lang: Lang) -> String {
    let number = number_words(figure, unit, lang);
    match unit.dimension {
        Dimension::Percent => number,
        Dimension::Count | Dimension::Money => {
            let greatest = Quantity::of(figure).greatest();
            format!("{number} {}", unit_name_after(unit, greatest, lang))
        }
    }
}
