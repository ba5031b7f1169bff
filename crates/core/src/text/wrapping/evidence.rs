//! Evidence from the words of two neighbouring lines about the break between them.

use super::line::{LineEnd, LineStart, WrappedLine};

/// Strength of the evidence that the second line continues the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BreakEvidence {
    /// The second line begins something new.
    None,
    /// The first line ends a sentence. The second may be the next sentence of the same paragraph.
    Sentence,
    /// The second line can continue the first.
    Medium,
    /// The second line continues the first.
    Strong,
    /// A number may be cut in two: "1.⏎500".
    CutNumber,
}

/// Shortest wrapped line, in letters. Shorter lines are buttons, names or menu entries.
const LEAST_WIDTH: usize = 20;

/// Judges the break between two neighbouring lines.
pub(super) fn evidence(first: &WrappedLine<'_>, second: &WrappedLine<'_>) -> BreakEvidence {
    if first.is_markup
        || second.is_markup
        || first.is_reply != second.is_reply
        || second.begin == LineStart::Item
    {
        return BreakEvidence::None;
    }
    if second.is_date
        && !matches!(first.end, LineEnd::Comma | LineEnd::Unfinished | LineEnd::Bound | LineEnd::Function)
    {
        return BreakEvidence::None;
    }
    let is_long = first.width >= LEAST_WIDTH;
    let strong_if_long = if is_long { BreakEvidence::Strong } else { BreakEvidence::Medium };
    match (first.end, second.begin) {
        (LineEnd::Digits, LineStart::Digit) if is_group_of_three(second.text) => BreakEvidence::CutNumber,
        (LineEnd::Sentence | LineEnd::Digits | LineEnd::Pause, LineStart::Lower) => BreakEvidence::Medium,
        (LineEnd::Sentence | LineEnd::Digits, LineStart::Closing | LineStart::Dash) => BreakEvidence::None,
        (LineEnd::Sentence | LineEnd::Digits, _) => BreakEvidence::Sentence,
        (LineEnd::Pause, LineStart::Digit | LineStart::Upper) => BreakEvidence::Medium,
        (LineEnd::Pause, _) | (_, LineStart::Other) => BreakEvidence::None,
        (LineEnd::Unfinished, _) => strong_if_long,
        (LineEnd::Comma | LineEnd::Function, LineStart::Lower | LineStart::Digit) => strong_if_long,
        (LineEnd::Function, LineStart::Upper) => strong_if_long,
        (LineEnd::Bound, LineStart::Digit) => strong_if_long,
        (LineEnd::Word | LineEnd::Bound, LineStart::Lower) => strong_if_long,
        (_, LineStart::Closing) => strong_if_long,
        (_, _) => BreakEvidence::Medium,
    }
}

/// Returns whether a line begins with exactly three digits: the second half of "1.500".
fn is_group_of_three(text: &str) -> bool {
    text.bytes().take_while(u8::is_ascii_digit).count() == 3
}
