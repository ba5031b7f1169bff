//! A place in a line that reading moves forward.

use super::super::phrase::{is_word_char, next_char, phrase_end};

/// A place in a line. Each step gives the place behind what was read, or nothing where something else stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub line: &'a str,
    /// In bytes.
    pub pos: usize,
}

impl Cursor<'_> {
    fn to(self, pos: usize) -> Self {
        Self { pos, ..self }
    }

    /// Behind `words` (lower case), in whatever case they stand.
    pub fn word(self, words: &str) -> Option<Self> {
        phrase_end(self.line, self.pos, words).map(|end| self.to(end))
    }

    /// Behind ` words ` with the spaces around them.
    pub fn spaced(self, words: &str) -> Option<Self> {
        self.space()?.word(words)?.space()
    }

    /// Behind one space.
    pub fn space(self) -> Option<Self> {
        self.sign(&[' '])
    }

    /// Behind one of `signs`.
    pub fn sign(self, signs: &[char]) -> Option<Self> {
        let c = next_char(self.line, self.pos).filter(|c| signs.contains(c))?;
        Some(self.to(self.pos + c.len_utf8()))
    }

    /// A whole run of digits, between `min` and `max` of them.
    pub fn number(self, min: usize, max: usize) -> Option<(u16, Self)> {
        let rest = self.line.get(self.pos..)?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let value = rest.get(..digits)?.parse().ok()?;
        (min..=max).contains(&digits).then(|| (value, self.to(self.pos + digits)))
    }

    /// A run of one or two digits.
    pub fn small(self) -> Option<(u8, Self)> {
        let (value, behind) = self.number(1, 2)?;
        Some((u8::try_from(value).ok()?, behind))
    }

    /// This place, unless a word or number is cut in two here.
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
