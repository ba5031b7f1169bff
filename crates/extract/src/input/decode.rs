//! Decoding of bytes to text.

use super::error::{InputError, TextDamage, TextDamageKind};
use super::kind::{FileKind, kind_of};
use crate::prepare::{MAX_TEXT_BYTES, prepare};

/// Decodes bytes in the encoding with this label, as browsers know it ("windows-1258"). `None` where the label is
/// unknown.
pub type LegacyDecoder<'a> = &'a dyn Fn(&str, &[u8]) -> Option<String>;

/// Decoded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodedText {
    /// The text.
    pub text: String,
    /// Label of the encoding, if it was not UTF-8.
    pub encoding: Option<String>,
}

/// Decodes UTF-8, UTF-16 with or without a byte order mark, the encoding that a page declares, or Windows-1258.
///
/// # Errors
/// An [`InputError`] that says what the file is instead.
pub fn decode(bytes: &[u8], old: LegacyDecoder<'_>) -> Result<DecodedText, InputError> {
    if bytes.len() > MAX_TEXT_BYTES {
        return Err(InputError::TooLarge(bytes.len()));
    }
    if let Some(kind) = kind_of(bytes) {
        return Err(InputError::Binary(kind));
    }
    if let Some(label) = utf16(bytes)
        && let Some(text) = old(label, bytes)
    {
        return of_utf16(text, bytes, label);
    }
    if bytes.contains(&0) {
        return Err(InputError::Binary(FileKind::Binary));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(DecodedText { text: text.to_owned(), encoding: None });
    }
    if let Some(damage) = damaged_utf8(bytes) {
        return Err(InputError::Damaged(damage));
    }
    if let Some(label) = declared(bytes)
        && let Some(text) = old(&label, bytes)
    {
        return Ok(DecodedText { text, encoding: Some(label) });
    }
    if let Some(encoding) = old("windows-1252", bytes).and_then(|latin| prepare(&latin).wrong_encoding) {
        return Err(InputError::WrongEncoding(encoding));
    }
    let Some(text) = old("windows-1258", bytes).map(|text| prepare(&text).text) else {
        return Err(InputError::UnknownEncoding);
    };
    let vietnamese = text.chars().filter(|c| matches!(c, '\u{1EA0}'..='\u{1EF9}' | 'đ' | 'ơ' | 'ư')).count();
    if text.is_empty() || vietnamese * 50 < text.chars().count() {
        return Err(InputError::UnknownEncoding);
    }
    Ok(DecodedText { text, encoding: Some("windows-1258".to_owned()) })
}

/// Label of the UTF-16 encoding of bytes: by their byte order mark, else by the positions of their zero bytes. Letters
/// of Latin-1 have one zero byte each, and three of four letters of a Vietnamese text are in Latin-1.
fn utf16(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\xFF\xFE\0\0") {
        return None;
    }
    if bytes.starts_with(b"\xFF\xFE") {
        return Some("utf-16le");
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return Some("utf-16be");
    }
    let start = bytes.get(..bytes.len().min(4096))?;
    let pairs = start.len() / 2;
    let zeros = |first: usize| start.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match (even, odd) {
        _ if pairs < 4 => None,
        (few, many) if few * 20 <= pairs && many * 5 >= pairs * 2 => Some("utf-16le"),
        (many, few) if few * 20 <= pairs && many * 5 >= pairs * 2 => Some("utf-16be"),
        _ => None,
    }
}

fn of_utf16(text: String, bytes: &[u8], label: &str) -> Result<DecodedText, InputError> {
    let is_cut = bytes.len() % 2 == 1;
    if let Some(damage) = TextDamage::replaced(&text) {
        let kind = if is_cut && text.trim_end_matches('\u{FFFD}').chars().all(|c| c != '\u{FFFD}') {
            TextDamageKind::Cut
        } else {
            TextDamageKind::Replaced
        };
        return Err(InputError::Damaged(TextDamage { encoding: "UTF-16", kind, ..damage }));
    }
    Ok(DecodedText { text, encoding: Some(label.to_owned()) })
}

/// First damage of bytes that are nearly all UTF-8: they have many more valid letters of several bytes than invalid
/// bytes. In texts of older encodings nearly every letter with a mark is invalid.
fn damaged_utf8(bytes: &[u8]) -> Option<TextDamage> {
    let (mut right, mut wrong) = (0_usize, 0_usize);
    let mut first: Option<(usize, &[u8])> = None;
    let mut pos = 0;
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        pos += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            wrong += 1;
            first = first.or(Some((pos, chunk.invalid())));
        }
        pos += chunk.invalid().len();
    }
    let (offset, invalid) = first?;
    if wrong * 4 > right {
        return None;
    }
    let before = bytes.get(..offset)?;
    let line = u32::try_from(before.iter().filter(|byte| **byte == b'\n').count()).ok()?.checked_add(1)?;
    let is_cut = offset + invalid.len() == bytes.len()
        && invalid.first().is_some_and(|byte| *byte >= 0xC2 && *byte < 0xF5);
    let kind = if is_cut { TextDamageKind::Cut } else { TextDamageKind::Byte(*invalid.first()?, offset + 1) };
    Some(TextDamage { encoding: "UTF-8", line, kind })
}

/// Encoding that a page declares in its first kilobyte, unless it is UTF-8.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024))?).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let label: String = rest
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    (!label.is_empty() && label != "utf-8" && label != "utf8").then_some(label)
}
