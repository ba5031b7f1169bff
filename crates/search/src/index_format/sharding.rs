//! Distribution of terms over shards.
//!
//! Neighbouring terms share a shard, so that the spellings of a folded word come together, and most words with a
//! common prefix. A term with long postings has a shard of its own, since it would otherwise be fetched with every
//! neighbour. A shard ends after a word that is a boundary by its letters, not after a fixed size: postings that grow
//! move one boundary, not all.

use thidua_core::collections::to_u32;

use crate::bytes::{ByteReader, DecodeError, write_varint};
use crate::index::Index;
use crate::postings::Postings;

/// Bytes of postings above which a term has a shard of its own; compressed, about two thirds of it.
const OWN_SHARD_BYTES: usize = 6 * 1024;
/// Minimum size of a shard before it may end at a boundary.
const MIN_SHARD_BYTES: usize = 2 * 1024;
/// Size above which a shard ends after the current word.
const MAX_SHARD_BYTES: usize = 8 * 1024;
/// One word in this many is a boundary.
const BOUNDARY_RATE: u32 = 8;

/// Terms of every shard.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sharding {
    /// Term ids by shard number, ascending.
    pub shards: Vec<Vec<u32>>,
}

impl Sharding {
    /// Distributes the terms of a whole index with these postings.
    pub(super) fn new(index: &Index, lists: &Postings) -> Sharding {
        let mut sharding = Sharding::default();
        let (mut open, mut bytes) = (Vec::new(), 0);
        let terms: Vec<u32> = (0..to_u32(index.term_dict.len())).collect();
        for spellings in terms.chunk_by(|a, b| index.term_dict.fold(*a) == index.term_dict.fold(*b)) {
            for term in spellings {
                let size: usize = lists.encoded_len(*term as usize).iter().sum();
                if size > OWN_SHARD_BYTES {
                    sharding.shards.push(vec![*term]);
                } else {
                    open.push(*term);
                    bytes += size;
                }
            }
            let fold = spellings.first().map_or("", |term| index.term_dict.fold(*term));
            if bytes > MAX_SHARD_BYTES || bytes > MIN_SHARD_BYTES && is_boundary(fold) {
                sharding.shards.push(std::mem::take(&mut open));
                bytes = 0;
            }
        }
        if !open.is_empty() {
            sharding.shards.push(open);
        }
        sharding
    }

    /// Writes the shard of each term as runs: length, and difference to the last shard number.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for (terms, shard) in self.shards.iter().zip(0..) {
            pairs.extend(terms.iter().map(|term| (*term, shard)));
        }
        pairs.sort_unstable();
        let (mut out, mut before) = (Vec::new(), 0_u32);
        for run in pairs.chunk_by(|a, b| a.1 == b.1) {
            let shard = run.first().map_or(0, |(_, shard)| *shard);
            write_varint(&mut out, to_u32(run.len()));
            write_varint(&mut out, shard.wrapping_sub(before));
            before = shard;
        }
        out
    }

    /// Reads the shard of each of `terms` terms.
    pub(super) fn read(reader: &mut ByteReader<'_>, terms: usize) -> Result<Vec<u32>, DecodeError> {
        let (mut shard_of, mut shard) = (Vec::with_capacity(terms), 0_u32);
        while shard_of.len() < terms {
            let run = reader.varint()? as usize;
            shard = shard.wrapping_add(reader.varint()?);
            // There are no more shards than terms, and no empty runs.
            if run == 0 || run > terms - shard_of.len() || shard as usize >= terms {
                return Err(DecodeError::Corrupt);
            }
            shard_of.resize(shard_of.len() + run, shard);
        }
        Ok(shard_of)
    }
}

/// Returns whether a shard may end after a word; depends on its letters only.
fn is_boundary(fold: &str) -> bool {
    let sum = fold.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
    (sum.wrapping_mul(0x9e37_79b9) >> 16).is_multiple_of(BOUNDARY_RATE)
}
