//! Which words share a shard.
//!
//! Neighbours do, so that the spellings of a word without marks come together, and most words with one beginning; but a
//! word whose lists are long has a shard of its own, since it would be fetched with every one of its neighbours. Where a
//! shard ends is told by the words at its end, not by how much came before: a list that grows moves one border, not all.

use crate::bytes::{Damage, Reader, push_number};
use crate::index::Index;
use crate::postings::Postings;

/// A word with more bytes of lists has a shard of its own: about two thirds of them when compressed.
const ALONE: usize = 6 * 1024;
/// A shard has at least so many bytes before it ends where it may.
const LEAST: usize = 2 * 1024;
/// With more it ends at the next word.
const MOST: usize = 8 * 1024;
/// Of so many words one is a border.
const BORDERS: u32 = 8;

/// The words of every shard.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Cut {
    /// By number, each in order.
    pub shards: Vec<Vec<u32>>,
}

impl Cut {
    /// Cuts a whole index, whose lists are these.
    pub(super) fn new(index: &Index, lists: &Postings) -> Cut {
        let mut cut = Cut::default();
        let (mut open, mut bytes) = (Vec::new(), 0);
        let words: Vec<u32> = (0..index.lexicon.len() as u32).collect();
        for spellings in words.chunk_by(|a, b| index.lexicon.fold(*a) == index.lexicon.fold(*b)) {
            for word in spellings {
                let size: usize = lists.bytes_of(*word as usize).iter().sum();
                if size > ALONE {
                    cut.shards.push(vec![*word]);
                } else {
                    open.push(*word);
                    bytes += size;
                }
            }
            let fold = spellings.first().map_or("", |word| index.lexicon.fold(*word));
            if bytes > MOST || bytes > LEAST && is_border(fold) {
                cut.shards.push(std::mem::take(&mut open));
                bytes = 0;
            }
        }
        if !open.is_empty() {
            cut.shards.push(open);
        }
        cut
    }

    /// Writes for each word its shard: runs of words of one shard, as how many, and how far its number is from the last.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for (words, shard) in self.shards.iter().zip(0..) {
            pairs.extend(words.iter().map(|word| (*word, shard)));
        }
        pairs.sort_unstable();
        let (mut out, mut before) = (Vec::new(), 0_u32);
        for run in pairs.chunk_by(|a, b| a.1 == b.1) {
            let shard = run.first().map_or(0, |(_, shard)| *shard);
            push_number(&mut out, run.len() as u32);
            push_number(&mut out, shard.wrapping_sub(before));
            before = shard;
        }
        out
    }

    /// For each of so many words its shard.
    pub(super) fn read(reader: &mut Reader<'_>, words: usize) -> Result<Vec<u32>, Damage> {
        let (mut shard_of, mut shard) = (Vec::with_capacity(words), 0_u32);
        while shard_of.len() < words {
            let run = reader.number()? as usize;
            shard = shard.wrapping_add(reader.number()?);
            // There are no more shards than words, and runs are not empty.
            if run == 0 || run > words - shard_of.len() || shard as usize >= words {
                return Err(Damage);
            }
            shard_of.resize(shard_of.len() + run, shard);
        }
        Ok(shard_of)
    }
}

/// Whether a shard may end behind a word: by its letters alone.
fn is_border(fold: &str) -> bool {
    let sum = fold.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
    (sum.wrapping_mul(0x9e37_79b9) >> 16).is_multiple_of(BORDERS)
}
