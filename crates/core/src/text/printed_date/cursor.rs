//! A position in a line that parsers move forward.

use crate::text::phrase::{is_word_char, next_char, phrase_end};

/// A position in a line. Each method returns the position after what it parsed, or `None` where the line continues
/// differently.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub line: &'a str,
    /// Position in bytes.
    pub pos: usize,
}

impl Cursor<'_> {
    fn to(self, pos: usize) -> Self {
        Self { pos, ..self }
    }

    /// Parses `words` (lower case), in any case.
    pub fn word(self, words: &str) -> Option<Self> {
        phrase_end(self.line, self.pos, words).map(|end| self.to(end))
    }

    /// Parses `words` with one space before and one after them.
    pub fn spaced(self, words: &str) -> Option<Self> {
        self.space()?.word(words)?.space()
    }

    /// Parses one space.
    pub fn space(self) -> Option<Self> {
        self.sign(&[' '])
    }

    /// Parses one of `signs`.
    pub fn sign(self, signs: &[char]) -> Option<Self> {
        let c = next_char(self.line, self.pos).filter(|c| signs.contains(c))?;
        Some(self.to(self.pos + c.len_utf8()))
    }

    /// Parses a whole run of digits, of at least `min` and at most `max` digits.
    pub fn number(self, min: usize, max: usize) -> Option<(u16, Self)> {
        let rest = self.line.get(self.pos..)?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let value = rest.get(..digits)?.parse().ok()?;
        (min..=max).contains(&digits).then(|| (value, self.to(self.pos + digits)))
    }

    /// Parses a run of one or two digits.
    pub fn small(self) -> Option<(u8, Self)> {
        let (value, after) = self.number(1, 2)?;
        Some((u8::try_from(value).ok()?, after))
    }

    /// Returns this position, unless it is inside a word or number.
    pub fn closed(self) -> Option<Self> {
        let mut after = self.line.get(self.pos..)?.chars();
        let cut = match after.next() {
            Some('.' | ',' | '/' | ':' | '-' | '–') => after.next().is_some_and(|c| c.is_ascii_digit()),
            Some(c) => is_word_char(c),
            None => false,
        };
        (!cut).then_some(self)
    }
}
