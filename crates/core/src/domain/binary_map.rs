//! Binary form of maps of texts, read without the sort that `borsh` compiles for a B-tree.

use std::collections::BTreeMap;

use borsh::BorshDeserialize;
use borsh::io::{ErrorKind, Read, Result};

use crate::collections::collect_map;

/// Reads a map.
///
/// # Errors
/// The bytes are cut off, or the keys are not in ascending order, each once.
pub fn read<R: Read>(reader: &mut R) -> Result<BTreeMap<String, String>> {
    let pairs = Vec::<(String, String)>::deserialize_reader(reader)?;
    match pairs.is_sorted_by(|(a, _), (b, _)| a < b) {
        true => Ok(collect_map(pairs)),
        false => Err(ErrorKind::InvalidData.into()),
    }
}
