//! Numbers and texts as bytes, and back with every doubt.

/// The bytes are not what they should be: cut off, or changed on their way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damage;

/// Appends a number: seven bits a byte, the lowest first, the highest bit where more follow.
pub(super) fn push_number(out: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Appends a text behind its length.
pub(super) fn push_text(out: &mut Vec<u8>, text: &str) {
    push_number(out, text.len() as u32);
    out.extend(text.as_bytes());
}

/// Reads from the start of some bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// A reader of all of them.
    pub(super) const fn new(rest: &'a [u8]) -> Reader<'a> {
        Reader { rest }
    }

    /// What has not been read.
    pub(super) const fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// A number as [`push_number`] writes it.
    ///
    /// # Errors
    /// Where the bytes end, or the number is too large.
    pub(super) fn number(&mut self) -> Result<u32, Damage> {
        let mut number = 0_u32;
        for shift in (0..32).step_by(7) {
            let (byte, rest) = self.rest.split_first().ok_or(Damage)?;
            self.rest = rest;
            let bits = u32::from(byte & 0x7f);
            number |= bits << shift;
            if byte & 0x80 == 0 {
                return if bits << shift >> shift == bits { Ok(number) } else { Err(Damage) };
            }
        }
        Err(Damage)
    }

    /// Passes over so many numbers.
    pub(super) fn skip(&mut self, numbers: u32) {
        for _ in 0..numbers {
            let length =
                self.rest.iter().position(|byte| byte & 0x80 == 0).map_or(self.rest.len(), |at| at + 1);
            self.rest = self.rest.get(length..).unwrap_or_default();
        }
    }

    /// So many bytes.
    ///
    /// # Errors
    /// Where there are fewer.
    pub(super) fn take(&mut self, length: usize) -> Result<&'a [u8], Damage> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(Damage)?;
        self.rest = rest;
        Ok(taken)
    }

    /// A text as [`push_text`] writes it.
    ///
    /// # Errors
    /// Where the bytes end, or are no text.
    pub(super) fn text(&mut self) -> Result<&'a str, Damage> {
        let length = self.number()? as usize;
        std::str::from_utf8(self.take(length)?).map_err(|_| Damage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_texts_come_back() {
        let numbers = [0, 1, 127, 128, 16_383, 16_384, u32::MAX];
        let mut bytes = Vec::new();
        numbers.iter().for_each(|number| push_number(&mut bytes, *number));
        push_text(&mut bytes, "lao động");
        let mut reader = Reader::new(&bytes);
        reader.skip(1);
        for number in numbers.iter().skip(1) {
            assert_eq!(reader.number(), Ok(*number));
        }
        assert_eq!(reader.text(), Ok("lao động"));
        assert_eq!(reader.number(), Err(Damage));
    }

    #[test]
    fn a_number_that_does_not_end_is_damage() {
        assert_eq!(Reader::new(&[0xff; 9]).number(), Err(Damage));
        assert_eq!(Reader::new(&[0xff, 0xff, 0xff, 0xff, 0x7f]).number(), Err(Damage));
    }
}
