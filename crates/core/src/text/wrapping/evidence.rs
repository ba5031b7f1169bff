//! What the words of two neighbouring lines say of the break between them.

use super::line::{Begin, End, Line};

/// What the words of two lines say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Evidence {
    /// The second line begins something new.
    None,
    /// The first line ends a sentence: the second may be the next one of the same paragraph.
    Sentence,
    /// The second line can continue the first.
    Medium,
    /// The second line continues the first.
    Strong,
    /// A number seems to be cut in two: "1.⏎500".
    CutNumber,
}

/// A line that has fewer letters is no wrapped line: a button, a name, a mark of a menu.
const LEAST_WIDTH: usize = 20;

/// What the words of two neighbouring lines say of the break between them.
pub(super) fn evidence(first: &Line<'_>, second: &Line<'_>) -> Evidence {
    if first.is_markup || second.is_markup || first.is_reply != second.is_reply || second.begin == Begin::Item
    {
        return Evidence::None;
    }
    if second.is_date && !matches!(first.end, End::Comma | End::Unfinished | End::Bound | End::Function) {
        return Evidence::None;
    }
    let is_long = first.width >= LEAST_WIDTH;
    let strong_if_long = if is_long { Evidence::Strong } else { Evidence::Medium };
    match (first.end, second.begin) {
        (End::Digits, Begin::Digit) if is_group_of_three(second.text) => Evidence::CutNumber,
        (End::Sentence | End::Digits | End::Pause, Begin::Lower) => Evidence::Medium,
        (End::Sentence | End::Digits, Begin::Closing | Begin::Dash) => Evidence::None,
        (End::Sentence | End::Digits, _) => Evidence::Sentence,
        (End::Pause, Begin::Digit | Begin::Upper) => Evidence::Medium,
        (End::Pause, _) | (_, Begin::Other) => Evidence::None,
        (End::Unfinished, _) => strong_if_long,
        (End::Comma | End::Function, Begin::Lower | Begin::Digit) => strong_if_long,
        (End::Function, Begin::Upper) => strong_if_long,
        (End::Bound, Begin::Digit) => strong_if_long,
        (End::Word | End::Bound, Begin::Lower) => strong_if_long,
        (_, Begin::Closing) => strong_if_long,
        (_, _) => Evidence::Medium,
    }
}

/// Whether a line begins with exactly three digits: the second half of "1.500".
fn is_group_of_three(text: &str) -> bool {
    text.bytes().take_while(u8::is_ascii_digit).count() == 3
}
