//! The spellings of an index, each as what it has more than the one before.

use crate::bytes::{Damage, Reader, push_number, push_text};
use crate::lexicon::Lexicon;

/// Writes the spellings: how many bytes each shares with the one before, then the rest of each.
pub(super) fn write(lexicon: &Lexicon) -> Vec<u8> {
    let mut out = Vec::new();
    push_number(&mut out, lexicon.len() as u32);
    let keys = || (0..lexicon.len() as u32).map(|word| lexicon.key(word));
    let mut rests = Vec::new();
    let mut before = "";
    for key in keys() {
        let shared = key.char_indices().zip(before.chars()).find(|((_, a), b)| a != b).map(|((at, _), _)| at);
        let shared = shared.unwrap_or(key.len().min(before.len()));
        push_number(&mut out, shared as u32);
        push_text(&mut rests, key.get(shared..).unwrap_or_default());
        before = key;
    }
    out.extend(rests);
    out
}

/// Reads them all.
pub(super) fn read(reader: &mut Reader<'_>) -> Result<Lexicon, Damage> {
    let count = reader.number()? as usize;
    if count > reader.rest().len() {
        return Err(Damage);
    }
    let mut shared: Vec<usize> = Vec::with_capacity(count);
    for _ in 0..count {
        shared.push(reader.number()? as usize);
    }
    let mut keys: Vec<String> = Vec::with_capacity(count);
    for shared in shared {
        let before = keys.last().map_or("", String::as_str).get(..shared).ok_or(Damage)?;
        keys.push(format!("{before}{}", reader.text()?));
    }
    Lexicon::sorted(keys).ok_or(Damage)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_come_back() {
        let keys =
            ["đồng", "động", "a", "an", "anh", "ă", "15%", "15", "dong", "đong", ""].map(str::to_owned);
        let (lexicon, _) = Lexicon::new(keys.to_vec());
        let read = read(&mut Reader::new(&write(&lexicon))).unwrap();
        let all = |lexicon: &Lexicon| -> Vec<String> {
            (0..lexicon.len() as u32).map(|word| lexicon.key(word).to_owned()).collect()
        };
        assert_eq!(all(&read), all(&lexicon));
    }
}
