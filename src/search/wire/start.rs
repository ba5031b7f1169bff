//! The piece that every search needs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Fault, Mark, Piece, TEXTS, columns};
use crate::corpus::{Catalogue, Totals};
use crate::domain::{Bilingual, Corpus, GlossaryEntry, Organisation, OrganisationId};
use crate::search::bytes::{Damage, Reader, push_number, push_text};
use crate::search::facets::Values;
use crate::search::index::{Index, Names, Shard};
use crate::search::lexicon::Lexicon;
use crate::search::synonyms::Synonyms;

/// What the start of an index gives.
#[derive(Debug, Clone)]
pub struct Start {
    /// The index without its lists and texts.
    pub index: Index,
    /// The organisations that articles are about, and of every article what heads its card.
    pub heads: Catalogue,
}

/// The part that is small and of many shapes.
#[derive(Debug, Serialize, Deserialize)]
struct Shared {
    title: Bilingual,
    organisations: Vec<Organisation>,
    glossary: Vec<GlossaryEntry>,
    totals: Totals,
}

/// Writes the start of an index whose shards have so many words each, and whose pieces have these marks.
pub(super) fn write(
    catalogue: &Catalogue,
    index: &Index,
    shards: &[u32],
    marks: &[(Piece, Mark)],
) -> Vec<u8> {
    let shared = Shared {
        title: catalogue.corpus().title.clone(),
        organisations: catalogue.reporting_organisations().into_iter().cloned().collect(),
        glossary: catalogue.corpus().glossary.clone(),
        totals: catalogue.totals(),
    };
    let order = ids(&shared.organisations);
    let mut out = Vec::new();
    // Plain data in plain words: it cannot fail to be written.
    push_text(&mut out, &serde_json::to_string(&shared).unwrap_or_default());
    out.extend(columns::write(catalogue.articles(), &index.documents, &order));
    push_number(&mut out, index.lexicon.len() as u32);
    (0..index.lexicon.len() as u32).for_each(|word| push_text(&mut out, index.lexicon.key(word)));
    index.frequencies.iter().for_each(|frequency| push_number(&mut out, *frequency));
    push_number(&mut out, shards.len() as u32);
    shards.iter().for_each(|words| push_number(&mut out, *words));
    write_marks(marks, &mut out);
    out
}

impl Start {
    /// Reads the content of [`super::Piece::Start`].
    ///
    /// # Errors
    /// Where it is damaged.
    pub fn read(content: &[u8]) -> Result<Start, Fault> {
        let mut reader = Reader::new(content);
        let shared: Shared = serde_json::from_str(reader.text()?).map_err(|_| Fault::Damaged)?;
        let Shared { title, organisations, glossary, totals } = shared;
        let (articles, documents) = columns::read(&mut reader, &ids(&organisations))?;
        let words = reader.number()?;
        if words as usize > reader.rest().len() {
            return Err(Fault::Damaged);
        }
        let mut keys: Vec<String> = Vec::with_capacity(words as usize);
        for _ in 0..words {
            keys.push(reader.text()?.to_owned());
        }
        let lexicon = Lexicon::sorted(keys).ok_or(Damage)?;
        let mut frequencies: Vec<u32> = Vec::with_capacity(words as usize);
        for _ in 0..words {
            frequencies.push(reader.number()?);
        }
        let shards = shards(&mut reader, words)?;
        let marks = read_marks(&mut reader)?;
        let names: Vec<Names> = organisations.iter().map(Names::of).collect();
        let index = Index {
            synonyms: Synonyms::new(&glossary),
            values: Values::new(&documents, names.iter().map(|names| &names.id)),
            organisations: names,
            block: TEXTS,
            texts: BTreeMap::new(),
            lexicon,
            frequencies,
            shards,
            documents,
            marks,
        };
        let heads = Corpus { organisations, glossary, articles, ..Corpus::empty(title) };
        Ok(Start { index, heads: Catalogue::new(heads).part_of(totals) })
    }
}

fn ids(organisations: &[Organisation]) -> Vec<OrganisationId> {
    organisations.iter().map(|organisation| organisation.id.clone()).collect()
}

/// The shards by how many words each has: together all.
fn shards(reader: &mut Reader<'_>, words: u32) -> Result<Vec<Shard>, Damage> {
    let mut shards = Vec::new();
    let mut start = 0_u32;
    for _ in 0..reader.number()? {
        let end = start.checked_add(reader.number()?).ok_or(Damage)?;
        shards.push(Shard { words: start..end, postings: None });
        start = end;
    }
    if start == words { Ok(shards) } else { Err(Damage) }
}

/// The marks of pieces in their order, kind by kind, each numbered from 0 on.
pub(super) fn write_marks(marks: &[(Piece, Mark)], out: &mut Vec<u8>) {
    for kind in marks.chunk_by(|(a, _), (b, _)| a.kind().0 == b.kind().0) {
        let (first, _) = kind.first().map_or((0, 0), |(piece, _)| piece.kind());
        push_number(out, u32::from(first));
        push_number(out, kind.len() as u32);
        kind.iter().for_each(|(_, mark)| out.extend(mark.to_bytes()));
    }
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
