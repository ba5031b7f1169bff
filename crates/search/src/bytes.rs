//! Numbers and texts as bytes, and back with every doubt.

/// Bytes that are not what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// The bytes are cut off or changed, or belong to another chunk.
    #[error("damaged")]
    Corrupt,
    /// Another version of the program wrote them.
    #[error("written by another version")]
    OtherVersion,
}

/// Appends a number: seven bits a byte, the lowest first, the highest bit where more follow.
pub(super) fn write_varint(out: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Appends a text behind its length.
pub(super) fn write_str(out: &mut Vec<u8>, text: &str) {
    write_varint(out, text.len() as u32);
    out.extend(text.as_bytes());
}

/// Reads from the start of some bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct ByteReader<'a> {
    remaining: &'a [u8],
}

impl<'a> ByteReader<'a> {
    /// A reader of all of them.
    pub(super) const fn new(bytes: &'a [u8]) -> ByteReader<'a> {
        ByteReader { remaining: bytes }
    }

    /// What has not been read.
    pub(super) const fn remaining(&self) -> &'a [u8] {
        self.remaining
    }

    /// A number as [`write_varint`] writes it.
    ///
    /// # Errors
    /// Where the bytes end, or the number is too large.
    pub(super) fn varint(&mut self) -> Result<u32, DecodeError> {
        let mut number = 0_u32;
        for shift in (0..32).step_by(7) {
            let (byte, rest) = self.remaining.split_first().ok_or(DecodeError::Corrupt)?;
            self.remaining = rest;
            let bits = u32::from(byte & 0x7f);
            number |= bits << shift;
            if byte & 0x80 == 0 {
                return if bits << shift >> shift == bits { Ok(number) } else { Err(DecodeError::Corrupt) };
            }
        }
        Err(DecodeError::Corrupt)
    }

    /// Passes over so many numbers.
    pub(super) fn skip_varints(&mut self, count: u32) {
        for _ in 0..count {
            let length = self
                .remaining
                .iter()
                .position(|byte| byte & 0x80 == 0)
                .map_or(self.remaining.len(), |at| at + 1);
            self.remaining = self.remaining.get(length..).unwrap_or_default();
        }
    }

    /// So many bytes.
    ///
    /// # Errors
    /// Where there are fewer.
    pub(super) fn bytes(&mut self, length: usize) -> Result<&'a [u8], DecodeError> {
        let (bytes, rest) = self.remaining.split_at_checked(length).ok_or(DecodeError::Corrupt)?;
        self.remaining = rest;
        Ok(bytes)
    }

    /// A text as [`write_str`] writes it.
    ///
    /// # Errors
    /// Where the bytes end, or are no text.
    pub(super) fn str(&mut self) -> Result<&'a str, DecodeError> {
        let length = self.varint()? as usize;
        std::str::from_utf8(self.bytes(length)?).map_err(|_| DecodeError::Corrupt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_texts_come_back() {
        let numbers = [0, 1, 127, 128, 16_383, 16_384, u32::MAX];
        let mut bytes = Vec::new();
        numbers.iter().for_each(|number| write_varint(&mut bytes, *number));
        write_str(&mut bytes, "lao động");
        let mut reader = ByteReader::new(&bytes);
        reader.skip_varints(1);
        for number in numbers.iter().skip(1) {
            assert_eq!(reader.varint(), Ok(*number));
        }
        assert_eq!(reader.str(), Ok("lao động"));
        assert_eq!(reader.varint(), Err(DecodeError::Corrupt));
    }

    #[test]
    fn a_number_that_does_not_end_is_damage() {
        assert_eq!(ByteReader::new(&[0xff; 9]).varint(), Err(DecodeError::Corrupt));
        assert_eq!(ByteReader::new(&[0xff, 0xff, 0xff, 0xff, 0x7f]).varint(), Err(DecodeError::Corrupt));
    }
}
