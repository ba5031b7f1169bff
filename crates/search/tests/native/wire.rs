//! The format of the index: the pieces of a small collection, byte by byte.
//!
//! Where this snapshot changes, what is written has changed: `wire::VERSION` must be another, too, so that no page reads
//! pieces of another program. `INSTA_UPDATE=always cargo test --test native wire` then writes the new one.

use std::fmt::Write as _;

use insta::assert_snapshot;
use thidua_core::corpus::Catalogue;
use thidua_search::Index;
use thidua_search::wire::{Mark, Piece, Pieces, VERSION};

use thidua_sample::fixture::corpus;

#[test]
fn pieces_are_written_as_ever() {
    let catalogue = Catalogue::new(corpus());
    let index = Index::build(&catalogue);
    let pieces = Pieces::new(&catalogue, &index).unwrap();
    let mut text = format!("version {VERSION}\n");
    let mut marks: Vec<(Piece, Mark)> = Vec::new();
    for sealed in pieces.seal().unwrap() {
        writeln!(text, "\n{}: {} bytes", sealed.path(), sealed.bytes.len()).unwrap();
        if sealed.piece == Piece::Start {
            continue;
        }
        marks.push((sealed.piece, sealed.mark));
        dump(&sealed.bytes, &mut text);
    }
    for (name, section) in pieces.sections(&marks).unwrap() {
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
