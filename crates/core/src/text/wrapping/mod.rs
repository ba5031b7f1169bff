//! Line breaks inside sentences, in text that was wrapped by a PDF, a mail program or a terminal.
//!
//! An article has one paragraph per line. Where a line ends in the middle of a sentence, words that belong to a number
//! may be on the next line ("gần⏎4.750", "12 công⏎trình"), and the line alone gives a wrong figure.
//!
//! [`broken_lines`] decides for each pair of neighbouring lines whether the second continues the first, from two kinds
//! of evidence:
//!
//! - The words of the two lines ([`mod@evidence`]). A line without a full stop before a line with a lower-case letter is
//!   strong evidence and is enough alone.
//! - The width ([`mod@width`]). Wrapping puts as many words on a line as fit. Weak evidence counts only where the first
//!   word of the next line would not have fitted.
//!
//! [`join_lines`] writes the text with one paragraph per line. A number that is cut in two ("1.⏎500") and a line that
//! interrupts a sentence (a running header) are not joined, because both readings are possible; they are reported as
//! unclear. All functions take linear time.

mod evidence;
mod line;
mod width;

use super::fold_space;

use evidence::{BreakEvidence, evidence};
use line::{LineGap, WrappedLine, lines_with_words};
use width::WrapWidth;

/// A line break inside a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenLine {
    /// Index of the line that ends in the middle of a sentence, from 0.
    pub line: usize,
    /// Index of the line that continues it. Only blank lines and page numbers stand between the two.
    pub next: usize,
    /// True if the two lines can be joined. False where it is not clear what the joined words would be.
    pub is_joined: bool,
}

/// A text with one paragraph per line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinedText {
    /// The text.
    pub text: String,
    /// Number of line breaks that were replaced by spaces.
    pub joined: usize,
    /// The first line of the original text that ends in the middle of a sentence, from 1.
    pub first: Option<u32>,
    /// Lines of the new text, from 1, that end in the middle of a sentence and were not joined.
    pub unclear: Vec<u32>,
}

/// The line breaks inside sentences, in the order of the lines.
///
/// ```
/// use thidua_core::text::broken_lines;
/// let lines = ["Năm nay toàn huyện có gần", "4.750 lượt cá nhân được khen thưởng."];
/// assert!(broken_lines(&lines)[0].is_joined);
/// ```
pub fn broken_lines(lines: &[&str]) -> Vec<BrokenLine> {
    let lines = lines_with_words(lines);
    let pairs: Vec<(&WrappedLine<'_>, &WrappedLine<'_>, BreakEvidence)> =
        lines.iter().zip(lines.iter().skip(1)).map(|(a, b)| (a, b, evidence(a, b))).collect();
    let strong = |(a, b, found): &&(&WrappedLine<'_>, &WrappedLine<'_>, BreakEvidence)| {
        *found == BreakEvidence::Strong && (b.gap != LineGap::Blank || a.width > 30)
    };
    let width = WrapWidth::of(pairs.iter().filter(strong).map(|(a, b, _)| (*a, *b)));
    let strong_gaps: Vec<LineGap> = pairs.iter().filter(strong).map(|(_, b, _)| b.gap).collect();
    let is_double_spaced = !strong_gaps.contains(&LineGap::None)
        && strong_gaps.iter().filter(|gap| **gap == LineGap::Blank).count() >= 2;
    let mut broken: Vec<BrokenLine> = Vec::new();
    for (a, b, found) in &pairs {
        let is_full = width.is_some_and(|width| width.is_full(a, b));
        let is_near = b.gap != LineGap::Blank || is_double_spaced;
        let is_joined = match found {
            BreakEvidence::Strong => b.gap != LineGap::Blank || a.width > 30,
            BreakEvidence::Medium => is_full && is_near,
            // A paragraph may end here. One paragraph read as two gives the same facts.
            BreakEvidence::Sentence | BreakEvidence::None => false,
            BreakEvidence::CutNumber => {
                broken.push(BrokenLine { line: a.index, next: b.index, is_joined: false });
                continue;
            }
        };
        if is_joined {
            broken.push(BrokenLine { line: a.index, next: b.index, is_joined: true });
        }
    }
    if let Some(width) = width.filter(WrapWidth::is_exact) {
        mark_interruptions(&lines, &width, &mut broken);
    }
    broken
}

/// Marks lines that interrupt a sentence, such as running headers: the sentence goes on after them.
fn mark_interruptions(lines: &[WrappedLine<'_>], width: &WrapWidth, broken: &mut Vec<BrokenLine>) {
    let mut unclear: Vec<(usize, usize)> = Vec::new();
    for ((a, between), c) in lines.iter().zip(lines.iter().skip(1)).zip(lines.iter().skip(2)) {
        let continues_after = evidence(a, c) == BreakEvidence::Strong && width.is_full(a, c);
        if continues_after && evidence(a, between) != BreakEvidence::Strong && !width.is_full(between, c) {
            unclear.push((a.index, between.index));
            unclear.push((between.index, c.index));
        }
    }
    if unclear.is_empty() {
        return;
    }
    broken.retain(|b| unclear.binary_search(&(b.line, b.next)).is_err());
    broken.extend(unclear.into_iter().map(|(line, next)| BrokenLine { line, next, is_joined: false }));
    broken.sort_by_key(|b| b.line);
    broken.dedup();
}

/// Joins lines that are broken inside a sentence. The text is unchanged where no line is broken.
pub fn join_lines(text: &str) -> JoinedText {
    let lines: Vec<&str> = text.split('\n').collect();
    let broken = broken_lines(&lines);
    let first = broken.first().and_then(|b| u32::try_from(b.line + 1).ok());
    let joined = broken.iter().filter(|b| b.is_joined).count();
    if joined == 0 {
        let unclear = broken.iter().filter_map(|b| u32::try_from(b.line + 1).ok()).collect();
        return JoinedText { text: text.to_owned(), joined, first, unclear };
    }
    let mut out = String::with_capacity(text.len());
    let mut unclear = Vec::new();
    let mut number: u32 = 1;
    let mut breaks = broken.iter().peekable();
    let mut continues_at: Option<usize> = None;
    for (index, line) in lines.iter().enumerate() {
        match continues_at {
            Some(next) if index < next => continue,
            Some(_) => line::append(&mut out, line),
            None => {
                if index > 0 {
                    out.push('\n');
                    number = number.saturating_add(1);
                }
                // In a mail that is replied to, every line has a reply mark.
                out.push_str(
                    if line.starts_with('>') { line::without_reply_marks(line) } else { line }.trim_end(),
                );
            }
        }
        continues_at = None;
        if let Some(b) = breaks.next_if(|b| b.line == index) {
            if b.is_joined {
                continues_at = Some(b.next);
            } else {
                unclear.push(number);
            }
        }
    }
    JoinedText { text: out, joined, first, unclear }
}

/// Most words of a sentence between a quantity and the end or start of its line for the quantity to be near it.
const NEAR_WORDS: usize = 6;

/// Returns whether `before`, the words between the start of a line and a quantity, are so few that words of the
/// quantity may be on the line above.
pub fn is_near_start(before: &str) -> bool {
    let words = fold_space(before);
    words.split(' ').count() <= NEAR_WORDS && !words.contains(". ") && !words.ends_with('.')
}

/// Returns whether `after`, the words between a quantity and the end of its line, are so few that words of the quantity
/// may be on the line below.
pub fn is_near_end(after: &str) -> bool {
    let words = fold_space(after);
    words.split(' ').count() <= NEAR_WORDS && !words.contains(". ")
}

#[cfg(test)]
mod tests;
