//! Term dictionary with front coding: each key without the prefix that it shares with the one before.

use thidua_core::collections::to_u32;

use crate::bytes::{ByteReader, DecodeError, write_str, write_varint};
use crate::term_dict::TermDict;

/// Writes the shared prefix length of each key, then the rest of each.
pub(super) fn write(term_dict: &TermDict) -> Vec<u8> {
    let mut out = Vec::new();
    write_varint(&mut out, to_u32(term_dict.len()));
    let keys = || (0..to_u32(term_dict.len())).map(|word| term_dict.key(word));
    let mut rests = Vec::new();
    let mut before = "";
    for key in keys() {
        let shared = key.char_indices().zip(before.chars()).find(|((_, a), b)| a != b).map(|((at, _), _)| at);
        let shared = shared.unwrap_or(key.len().min(before.len()));
        write_varint(&mut out, to_u32(shared));
        write_str(&mut rests, key.get(shared..).unwrap_or_default());
        before = key;
    }
    out.extend(rests);
    out
}

/// Reads the dictionary.
pub(super) fn read(reader: &mut ByteReader<'_>) -> Result<TermDict, DecodeError> {
    let count = reader.varint()? as usize;
    if count > reader.remaining().len() {
        return Err(DecodeError::Corrupt);
    }
    let mut shared: Vec<usize> = Vec::with_capacity(count);
    for _ in 0..count {
        shared.push(reader.varint()? as usize);
    }
    let mut keys: Vec<String> = Vec::with_capacity(count);
    for shared in shared {
        let before = keys.last().map_or("", String::as_str).get(..shared).ok_or(DecodeError::Corrupt)?;
        keys.push(format!("{before}{}", reader.str()?));
    }
    TermDict::from_sorted(keys).ok_or(DecodeError::Corrupt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn term_dictionary_round_trips() {
        let keys =
            ["đồng", "động", "a", "an", "anh", "ă", "15%", "15", "dong", "đong", ""].map(str::to_owned);
        let (term_dict, _) = TermDict::new(keys.to_vec());
        let read = read(&mut ByteReader::new(&write(&term_dict))).unwrap();
        let all = |term_dict: &TermDict| -> Vec<String> {
            (0..to_u32(term_dict.len())).map(|word| term_dict.key(word).to_owned()).collect()
        };
        assert_eq!(all(&read), all(&term_dict));
    }
}
