//! The piece that every search needs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::cut::Cut;
use super::{Fault, Head, Mark, Piece, TEXTS, columns, heads, lexicon};
use crate::bytes::{Damage, Reader, push_number};
use crate::facets::Facets;
use crate::index::{Index, Names, Shard};
use crate::kept::Kept;
use crate::synonyms::Synonyms;
use thidua_core::corpus::{Catalogue, Totals};
use thidua_core::domain::{Article, Bilingual, Corpus, GlossaryEntry, Organisation, OrganisationId};

/// What the start of an index gives.
#[derive(Debug, Clone)]
pub struct Start {
    /// The index without its lists and texts.
    pub index: Index,
    /// The names that facets and cards show, and how much the collection holds; no articles.
    pub names: Catalogue,
    /// What heads the card of each article; nothing where the collection is too large for that.
    pub heads: Vec<Head>,
}

/// The part that is small and of many shapes.
#[derive(Debug, Serialize, Deserialize)]
struct Shared {
    title: Bilingual,
    organisations: Vec<Organisation>,
    glossary: Vec<GlossaryEntry>,
    totals: Totals,
}

/// The parts of a start that has what heads the cards of these articles, by what is in them.
pub(super) fn sections(
    catalogue: &Catalogue,
    index: &Index,
    cut: &Cut,
    headed: &[Article],
    marks: &[(Piece, Mark)],
) -> serde_json::Result<[(&'static str, Vec<u8>); 7]> {
    let shared = Shared {
        title: catalogue.corpus().title.clone(),
        organisations: catalogue.reporting_organisations().into_iter().cloned().collect(),
        glossary: catalogue.corpus().glossary.clone(),
        totals: catalogue.totals(),
    };
    let mut frequencies = Vec::new();
    index.frequencies.iter().for_each(|frequency| push_number(&mut frequencies, *frequency));
    Ok([
        ("shared", serde_json::to_vec(&shared)?),
        ("columns", columns::write(&index.documents)),
        ("lexicon", lexicon::write(&index.lexicon)),
        ("frequencies", frequencies),
        ("shards", cut.write()),
        ("heads", heads::write(headed)),
        ("marks", write_marks(marks)),
    ])
}

/// The parts one after the other, each behind its length.
pub(super) fn join(sections: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut out = Vec::new();
    for (_, section) in sections {
        push_number(&mut out, section.len() as u32);
        out.extend(section);
    }
    out
}

impl Start {
    /// Reads the content of [`super::Piece::Start`].
    ///
    /// # Errors
    /// Where it is damaged.
    pub fn read(content: &[u8]) -> Result<Start, Fault> {
        let mut reader = Reader::new(content);
        let shared = section(&mut reader)?;
        let shared: Shared = serde_json::from_slice(shared.rest()).map_err(|_| Fault::Damaged)?;
        let Shared { title, organisations, glossary, totals } = shared;
        let documents = whole(section(&mut reader)?, |reader| columns::read(reader, organisations.len()))?;
        let lexicon = whole(section(&mut reader)?, lexicon::read)?;
        let frequencies = whole(section(&mut reader)?, |reader| {
            let mut frequencies: Vec<u32> = Vec::with_capacity(lexicon.len());
            for _ in 0..lexicon.len() {
                frequencies.push(reader.number()?);
            }
            Ok(frequencies)
        })?;
        let shard_of = whole(section(&mut reader)?, |reader| Cut::read(reader, lexicon.len()))?;
        let headed =
            documents.iter().filter_map(|document| organisations.get(usize::from(document.organisation)));
        let heads = whole(section(&mut reader)?, |reader| heads::read(reader, headed.map(|o| &o.id)))?;
        if !heads.is_empty() && heads.len() != documents.len() {
            return Err(Fault::Damaged);
        }
        let marks = whole(section(&mut reader)?, read_marks)?;
        if !reader.rest().is_empty() {
            return Err(Fault::Damaged);
        }
        let names: Vec<Names> = organisations.iter().map(Names::of).collect();
        let order: Vec<OrganisationId> = names.iter().map(|names| names.id.clone()).collect();
        let index = Index {
            synonyms: Synonyms::new(&glossary),
            facets: Facets::new(&documents, order),
            organisations: names,
            block: TEXTS,
            texts: BTreeMap::new(),
            kept: Kept::default(),
            shards: shards(&shard_of),
            shard_of,
            lexicon,
            frequencies,
            documents,
            marks,
        };
        let names = Corpus { organisations, glossary, ..Corpus::empty(title) };
        Ok(Start { index, names: Catalogue::new(names).with_totals(totals), heads })
    }
}

/// The next part.
fn section<'c>(reader: &mut Reader<'c>) -> Result<Reader<'c>, Damage> {
    let length = reader.number()? as usize;
    Ok(Reader::new(reader.take(length)?))
}

/// Reads a part to its end.
fn whole<'c, T>(
    mut section: Reader<'c>,
    read: impl FnOnce(&mut Reader<'c>) -> Result<T, Damage>,
) -> Result<T, Damage> {
    let read = read(&mut section)?;
    if section.rest().is_empty() { Ok(read) } else { Err(Damage) }
}

/// The shards, by the number of the shard of each word.
fn shards(shard_of: &[u32]) -> Vec<Shard> {
    let mut shards: Vec<Shard> = Vec::new();
    for (shard, word) in shard_of.iter().zip(0..) {
        let shard = *shard as usize;
        if shards.len() <= shard {
            shards.resize(shard + 1, Shard::default());
        }
        if let Some(shard) = shards.get_mut(shard) {
            shard.words.push(word);
        }
    }
    shards
}

/// The marks of pieces in their order, kind by kind, each numbered from 0 on.
pub(super) fn write_marks(marks: &[(Piece, Mark)]) -> Vec<u8> {
    let mut out = Vec::new();
    for kind in marks.chunk_by(|(a, _), (b, _)| a.kind().0 == b.kind().0) {
        let (first, _) = kind.first().map_or((0, 0), |(piece, _)| piece.kind());
        push_number(&mut out, u32::from(first));
        push_number(&mut out, kind.len() as u32);
        kind.iter().for_each(|(_, mark)| out.extend(mark.to_bytes()));
    }
    out
}

/// Reads them to the end.
pub(super) fn read_marks(reader: &mut Reader<'_>) -> Result<Vec<(Piece, Mark)>, Damage> {
    let mut marks = Vec::new();
    while !reader.rest().is_empty() {
        let kind = reader.number()?;
        for number in 0..reader.number()? {
            let piece = Piece::of_kind(kind, number).ok_or(Damage)?;
            marks.push((piece, Mark::from_bytes(reader.take(3)?)));
        }
    }
    // They are looked up by piece.
    if marks.is_sorted_by(|a, b| a.0 < b.0) { Ok(marks) } else { Err(Damage) }
}
