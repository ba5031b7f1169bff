//! Everything in one ZIP file, the same bytes for the same facts: files in their order, no clock.

use std::io::{Cursor, Error, Write as _};

use flate2::Crc;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::site::deflate::LEVEL;

/// A file of an archive.
#[derive(Debug)]
pub struct Member<'a> {
    /// Its path.
    pub path: String,
    /// What is in it.
    pub content: Content<'a>,
}

/// What is in a file of an archive.
#[derive(Debug)]
pub enum Content<'a> {
    /// Bytes, to be compressed.
    Bytes(&'a [u8]),
    /// What is compressed already.
    Deflated(Deflated),
}

/// Bytes that were [`deflated`].
#[derive(Debug)]
pub struct Deflated {
    /// All pieces behind one another.
    pub pieces: Vec<u8>,
    /// The checksum of what is in them.
    pub crc: u32,
    /// How much is in them.
    pub length: usize,
}

impl Deflated {
    /// Pieces that amount to `bytes`.
    pub fn of(bytes: &[u8], pieces: Vec<u8>) -> Deflated {
        Deflated { pieces, crc: crc(bytes), length: bytes.len() }
    }
}

/// The checksum of bytes in an archive.
pub fn crc(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

/// An archive of files in their order.
///
/// # Errors
/// Where the writer of archives refuses, as it does for files past four gigabytes.
pub fn archive(files: &[Member<'_>]) -> Result<Vec<u8>, Error> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL.into()))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let room = files.iter().map(|file| match &file.content {
        Content::Bytes(bytes) => bytes.len() / 4,
        Content::Deflated(deflated) => deflated.pieces.len(),
    });
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(room.sum::<usize>() + 1024 * files.len())));
    for Member { path, content } in files {
        match content {
            Content::Bytes(bytes) => {
                zip.start_file(path.as_str(), options)?;
                zip.write_all(bytes)?;
            }
            Content::Deflated(deflated) => {
                let mut alone = ZipArchive::new(Cursor::new(alone(path, deflated)?))?;
                zip.raw_copy_file(alone.by_index_raw(0)?)?;
            }
        }
    }
    Ok(zip.finish()?.into_inner())
}

/// An archive of one file that is compressed already: the writer of archives takes such files from archives alone. APPNOTE.TXT
/// of PKWARE, 4.3.7, 4.3.12 and 4.3.16.
fn alone(path: &str, Deflated { pieces, crc, length }: &Deflated) -> Result<Vec<u8>, Error> {
    let short = |number: usize| u32::try_from(number).map_err(Error::other);
    let name = u16::try_from(path.len()).map_err(Error::other)?.to_le_bytes();
    // Version 2.0, name in UTF-8 where it is not ASCII, deflated, the first of January 1980, checksum and sizes.
    let is_utf8 = if path.is_ascii() { 0 } else { 8 };
    let mut about = vec![20, 0, 0, is_utf8, 8, 0, 0, 0, 0x21, 0];
    for number in [*crc, short(pieces.len())?, short(*length)?] {
        about.extend(number.to_le_bytes());
    }
    about.extend(name);
    let mut zip = [b"PK\x03\x04", about.as_slice(), &[0; 2], path.as_bytes(), pieces].concat();
    let directory = zip.len();
    // Made on Unix; an ordinary file that its owner may change and everybody read.
    let mode = (0o100_644_u32 << 16).to_le_bytes();
    let entry: [&[u8]; 7] = [
        b"PK\x01\x02\x14\x03",
        about.as_slice(),
        &[0; 8],
        &mode,
        &[0; 4],
        path.as_bytes(),
        b"PK\x05\x06\0\0\0\0\x01\0\x01\0",
    ];
    zip.extend(entry.concat());
    let size = zip.len() - directory - 12;
    for number in [short(size)?, short(directory)?] {
        zip.extend(number.to_le_bytes());
    }
    zip.extend([0; 2]);
    Ok(zip)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;
    use crate::site::deflate::deflated;

    #[test]
    fn pieces_behind_one_another_are_one_file() {
        let noise: Vec<u8> =
            (0..200_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()).collect();
        let words = "một ".repeat(9999);
        let texts: [&[u8]; 5] = [words.as_bytes(), b"", &noise, b"x", b""];
        for last in 0..texts.len() {
            let pieces = texts[..=last].iter().enumerate();
            let pieces = pieces.flat_map(|(at, piece)| deflated(piece, at == last).unwrap()).collect();
            let bytes = texts[..=last].concat();
            let member = |path: &str, content| Member { path: path.to_owned(), content };
            let of = [
                member("a.csv", Content::Deflated(Deflated::of(&bytes, pieces))),
                member("b/đ.csv", Content::Bytes(&bytes)),
                member("b/đê.csv", Content::Deflated(Deflated::of(&bytes, deflated(&bytes, true).unwrap()))),
            ];
            let archive = archive(&of).unwrap();
            let mut archive = ZipArchive::new(Cursor::new(archive)).unwrap();
            assert_eq!(archive.len(), 3);
            for (place, member) in of.iter().enumerate() {
                let mut file = archive.by_index(place).unwrap();
                assert_eq!(file.name().unwrap(), member.path);
                assert_eq!(file.unix_mode(), Some(0o100_644));
                let mut read = Vec::new();
                file.read_to_end(&mut read).unwrap();
                assert!(read == bytes, "{last} {place}");
            }
        }
    }
}
