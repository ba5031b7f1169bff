//! The width to which a text was wrapped.

use super::line::WrappedLine;

/// No text is wrapped to more letters.
const WIDEST: usize = 160;

/// The width to which a text was wrapped, in letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WrapWidth {
    /// Every width from the first to the second explains nearly all broken lines: letters of one width.
    Exact(usize, usize),
    /// The broken lines have from so many to so many letters: letters of different widths.
    Between(usize, usize),
}

impl WrapWidth {
    /// The width that explains the breaks between these pairs of lines. `None` where there are none.
    ///
    /// Wrapping to `w` letters puts the break where the line has at most `w` letters and the first word of the next
    /// line does not fit: each pair allows a range of widths, and the width that most pairs allow is taken.
    pub fn of<'a>(
        pairs: impl Iterator<Item = (&'a WrappedLine<'a>, &'a WrappedLine<'a>)>,
    ) -> Option<WrapWidth> {
        let mut steps: Vec<(usize, bool)> = Vec::new();
        let mut widths: Vec<usize> = Vec::new();
        for (a, b) in pairs.filter(|(a, _)| a.width <= WIDEST) {
            steps.push((a.width, true));
            steps.push((a.width + b.first_word() + 1, false));
            widths.push(a.width);
        }
        // At one width, ends before beginnings.
        steps.sort_unstable();
        widths.sort_unstable();
        let (mut open, mut most) = (0_usize, 0_usize);
        let mut best = (0, 0);
        for (pos, begins) in &steps {
            if *begins {
                open += 1;
                if open > most {
                    most = open;
                    best = (*pos, usize::MAX);
                }
            } else {
                if open == most && best.1 == usize::MAX {
                    best.1 = pos.saturating_sub(1);
                }
                open = open.saturating_sub(1);
            }
        }
        let count = widths.len();
        if most * 10 >= count * 8 && count > 0 {
            return Some(WrapWidth::Exact(best.0, best.1));
        }
        let low = widths.get(count / 10)?;
        Some(WrapWidth::Between(*low, *widths.last()?))
    }

    /// Whether letters have one width, so that a break where the next word would have fitted is no wrapping.
    pub fn is_exact(&self) -> bool {
        matches!(self, WrapWidth::Exact(..))
    }

    /// Whether the first word of the second line would not have fitted on the first.
    pub fn is_full(&self, first: &WrappedLine<'_>, second: &WrappedLine<'_>) -> bool {
        match *self {
            WrapWidth::Exact(low, high) => first.width <= high && first.width + 1 + second.first_word() > low,
            WrapWidth::Between(low, high) => {
                (first.width + second.first_word()) * 100 >= low * 95 && first.width * 100 <= high * 105
            }
        }
    }
}
