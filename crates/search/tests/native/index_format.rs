//! The index format: the chunks of a small collection, byte by byte.
//!
//! Where this snapshot changes, what is written has changed: `FORMAT_VERSION` must be another, too, so that no page reads
//! pieces of another program. `INSTA_UPDATE=always cargo test --test native wire` then writes the new one.

use std::fmt::Write as _;

use insta::assert_snapshot;
use thidua_core::corpus::Catalogue;
use thidua_search::Index;
use thidua_search::index_format::{Chunk, ContentHash, FORMAT_VERSION, IndexChunks};

use thidua_sample::fixture::corpus;

#[test]
fn chunk_encoding_is_unchanged() {
    let catalogue = Catalogue::new(corpus());
    let index = Index::build(&catalogue);
    let chunks = IndexChunks::new(&catalogue, &index).unwrap();
    let mut text = format!("version {FORMAT_VERSION}\n");
    let mut hashes: Vec<(Chunk, ContentHash)> = Vec::new();
    for encoded in chunks.encode().unwrap() {
        writeln!(text, "\n{}: {} bytes", encoded.path(), encoded.bytes.len()).unwrap();
        if encoded.chunk == Chunk::Meta {
            continue;
        }
        hashes.push((encoded.chunk, encoded.hash));
        dump(&encoded.bytes, &mut text);
    }
    for (name, section) in chunks.sections(&hashes).unwrap() {
        writeln!(text, "\nstart, {name}: {} bytes", section.len()).unwrap();
        dump(&section, &mut text);
    }
    assert_snapshot!(text);
}

/// Bytes as they are, and beside them what of them can be read.
fn dump(bytes: &[u8], text: &mut String) {
    for line in bytes.chunks(32) {
        let hex: Vec<String> =
            line.chunks(4).map(|four| four.iter().map(|b| format!("{b:02x}")).collect()).collect();
        let letters: String =
            line.iter().map(|byte| if byte.is_ascii_graphic() { char::from(*byte) } else { '.' }).collect();
        writeln!(text, "  {:<72} {letters}", hex.join(" ")).unwrap();
    }
}
