//! Binary form of types whose wire format is a text that is checked: the same text, checked in the same way.

use std::fmt::Display;
use std::str::FromStr;

use borsh::io::{ErrorKind, Read, Result, Write};
use borsh::{BorshDeserialize, BorshSerialize};

/// Writes a value as its text.
pub(super) fn write<W: Write>(value: &impl Display, writer: &mut W) -> Result<()> {
    value.to_string().serialize(writer)
}

/// Reads a value from its text.
///
/// # Errors
/// The text is cut off, not UTF-8, or no such value.
pub(super) fn read<T: FromStr, R: Read>(reader: &mut R) -> Result<T> {
    let text = String::deserialize_reader(reader)?;
    text.parse().map_err(|_| ErrorKind::InvalidData.into())
}
