//! Variable-length integers and strings as bytes, with checked decoding.

use thidua_core::collections::to_u32;

/// Error of decoding a chunk or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// The bytes are cut off or changed, or belong to another chunk.
    #[error("damaged")]
    Corrupt,
    /// Another version of the program wrote the bytes.
    #[error("written by another version")]
    OtherVersion,
}

/// Appends an integer as LEB128: seven bits a byte, lowest first; the highest bit says that more bytes follow.
pub(super) fn write_varint(out: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push((number & 0x7f) as u8);
}

/// Appends a string with its length in bytes before it.
pub(super) fn write_str(out: &mut Vec<u8>, text: &str) {
    write_varint(out, to_u32(text.len()));
    out.extend(text.as_bytes());
}

/// Cursor over a byte slice.
#[derive(Debug, Clone, Copy)]
pub(super) struct ByteReader<'a> {
    remaining: &'a [u8],
}

impl<'a> ByteReader<'a> {
    /// Creates a reader at the start of `bytes`.
    pub(super) const fn new(bytes: &'a [u8]) -> ByteReader<'a> {
        ByteReader { remaining: bytes }
    }

    /// Bytes that have not been read yet.
    pub(super) const fn remaining(&self) -> &'a [u8] {
        self.remaining
    }

    /// Reads an integer that [`write_varint`] wrote.
    ///
    /// # Errors
    /// The bytes end early, or the integer does not fit 32 bits.
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

    /// Skips `count` integers.
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

    /// Reads `length` bytes.
    ///
    /// # Errors
    /// Fewer bytes are left.
    pub(super) fn bytes(&mut self, length: usize) -> Result<&'a [u8], DecodeError> {
        let (bytes, rest) = self.remaining.split_at_checked(length).ok_or(DecodeError::Corrupt)?;
        self.remaining = rest;
        Ok(bytes)
    }

    /// Reads a string that [`write_str`] wrote.
    ///
    /// # Errors
    /// The bytes end early, or are not UTF-8.
    pub(super) fn str(&mut self) -> Result<&'a str, DecodeError> {
        std::str::from_utf8(self.sized_bytes()?).map_err(|_| DecodeError::Corrupt)
    }

    /// Reads bytes with their length before them.
    ///
    /// # Errors
    /// The bytes end early.
    pub(super) fn sized_bytes(&mut self) -> Result<&'a [u8], DecodeError> {
        let length = self.varint()? as usize;
        self.bytes(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn varints_and_strings_round_trip() {
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
    fn unterminated_or_oversized_varint_is_corrupt() {
        assert_eq!(ByteReader::new(&[0xff; 9]).varint(), Err(DecodeError::Corrupt));
        assert_eq!(ByteReader::new(&[0xff, 0xff, 0xff, 0xff, 0x7f]).varint(), Err(DecodeError::Corrupt));
    }
}
