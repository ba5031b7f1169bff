//! The index format: the chunks of a small collection, byte by byte.
//!
//! If this snapshot changes, the format has changed: raise `FORMAT_VERSION`, so that no page reads the chunks of
//! another version. `INSTA_UPDATE=always cargo test --test native index_format` then writes the new snapshot.

use std::fmt::Write as _;

use insta::assert_snapshot;

use thidua_core::corpus::Catalogue;
use thidua_sample::fixture::corpus;
use thidua_search::Index;
use thidua_search::index_format::{Chunk, ContentHash, FORMAT_VERSION, IndexChunks};

#[test]
fn chunk_encoding_is_unchanged() {
    let catalogue = Catalogue::new(corpus());
    let index = Index::build(&catalogue);
    let chunks = IndexChunks::new(&catalogue, &index).unwrap().with_embedding(false);
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
    for (name, section) in chunks.sections(&[], &hashes).unwrap() {
        writeln!(text, "\nmetadata, {name}: {} bytes", section.len()).unwrap();
        dump(&section, &mut text);
    }
    assert_snapshot!(text);
}

/// Hex dump with the printable characters beside it.
fn dump(bytes: &[u8], text: &mut String) {
    for line in bytes.chunks(32) {
        let hex: Vec<String> =
            line.chunks(4).map(|four| four.iter().map(|b| format!("{b:02x}")).collect()).collect();
        let letters: String =
            line.iter().map(|byte| if byte.is_ascii_graphic() { char::from(*byte) } else { '.' }).collect();
        writeln!(text, "  {:<72} {letters}", hex.join(" ")).unwrap();
    }
}
