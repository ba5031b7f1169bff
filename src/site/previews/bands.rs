//! Pictures compressed band by band: their foot, the bare paper between lines and much else is the same in picture after
//! picture, and compressed once.

use simd_adler32::Adler32;

use crate::site::deflate::deflated;

/// Bands that are kept: those of some six pictures.
const KEPT: usize = 64;
/// The beginning of a zlib stream (RFC 1950): deflate with its whole window, compressed fast.
const HEADER: [u8; 2] = [0x78, 0x01];

/// Compresses pictures, and keeps what it has seen of late.
#[derive(Debug, Default)]
pub struct Bands {
    /// Each as it is and compressed, the one that was asked for last at the end.
    kept: Vec<(Vec<u8>, Vec<u8>)>,
}

impl Bands {
    /// The rows of a picture as a zlib stream. Each has `length` bytes before which it says that nothing is filtered; bands
    /// are rows that follow one another and are alike in whether anything is on them.
    pub fn stream(&mut self, rows: &[u8], length: usize, is_inked: &[bool]) -> Option<Vec<u8>> {
        let mut checksum = Adler32::new();
        let mut stream = HEADER.to_vec();
        let mut rows = rows.chunks_exact(length);
        for band in is_inked.chunk_by(|one, next| one == next) {
            let rows = rows.by_ref().take(band.len());
            let bytes = rows.fold(Vec::with_capacity(band.len() * (length + 1)), |mut bytes, row| {
                bytes.push(0);
                bytes.extend_from_slice(row);
                bytes
            });
            checksum.write(&bytes);
            stream.extend_from_slice(self.piece(bytes)?);
        }
        stream.extend(deflated(&[], true).ok()?);
        stream.extend(checksum.finish().to_be_bytes());
        Some(stream)
    }

    fn piece(&mut self, band: Vec<u8>) -> Option<&[u8]> {
        let kept = match self.kept.iter().rposition(|(known, _)| *known == band) {
            Some(place) => self.kept.remove(place),
            None => {
                if self.kept.len() == KEPT {
                    self.kept.remove(0);
                }
                let piece = deflated(&band, false).ok()?;
                (band, piece)
            }
        };
        self.kept.push(kept);
        self.kept.last().map(|(_, piece)| piece.as_slice())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::ZlibDecoder;

    use super::*;

    #[test]
    fn a_stream_says_all_rows() {
        let mut bands = Bands::default();
        for picture in 0..200_u8 {
            let is_inked = [false, true, true, false, false, picture % 3 == 0];
            let rows: Vec<u8> =
                is_inked.iter().flat_map(|inked| [u8::from(*inked) * picture, 7, 7]).collect();
            let stream = bands.stream(&rows, 3, &is_inked).unwrap();
            let mut read = Vec::new();
            ZlibDecoder::new(stream.as_slice()).read_to_end(&mut read).unwrap();
            let filtered: Vec<u8> = rows.chunks(3).flat_map(|row| [&[0], row].concat()).collect();
            assert_eq!(read, filtered);
            assert_eq!(stream, Bands::default().stream(&rows, 3, &is_inked).unwrap(), "whatever came before");
        }
        assert!(bands.kept.len() <= KEPT);
    }
}
