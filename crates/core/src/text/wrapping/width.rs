//! Width to which a text was wrapped.

use super::line::WrappedLine;

/// Largest width of wrapped text, in letters.
const WIDEST: usize = 160;

/// Width to which a text was wrapped, in letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WrapWidth {
    /// Fixed-width letters: every width from the first to the second explains nearly all broken lines.
    Exact(usize, usize),
    /// Letters of different widths: the broken lines have from the first to the second number of letters.
    Between(usize, usize),
}

impl WrapWidth {
    /// Finds the width that explains the breaks between these pairs of lines. `None` where there are no pairs.
    ///
    /// Wrapping to `w` letters breaks a line where it has at most `w` letters and the first word of the next line does
    /// not fit. So each pair allows a range of widths, and the width that most pairs allow is chosen.
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
        // At one width, ends are before starts.
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

    /// Returns whether letters have one width, so that a break where the next word would have fitted is not wrapping.
    pub fn is_exact(&self) -> bool {
        matches!(self, WrapWidth::Exact(..))
    }

    /// Returns whether the first word of the second line would not have fitted on the first line.
    pub fn is_full(&self, first: &WrappedLine<'_>, second: &WrappedLine<'_>) -> bool {
        match *self {
            WrapWidth::Exact(low, high) => first.width <= high && first.width + 1 + second.first_word() > low,
            WrapWidth::Between(low, high) => {
                (first.width + second.first_word()) * 100 >= low * 95 && first.width * 100 <= high * 105
            }
        }
    }
}
