//! Figure index: the filterable properties of every figure in column format, and the names of the values. All counts
//! of the explorer come from it alone; the words of a figure are in the facts chunks.

use std::io;

use borsh::{BorshDeserialize, BorshSerialize};

use thidua_core::collections::{collect_set, to_u32};
use thidua_core::corpus::{Catalogue, FigureRow, FigureTable, JaggedVec, Totals};
use thidua_core::domain::{Corpus, Level, Role};

use super::index_meta::{read_hashes, write_hashes};
use super::{Chunk, ContentHash};
use crate::bytes::{ByteReader, DecodeError, write_varint};

/// Limit on the items of all lists of one kind, so that a corrupted length cannot request huge memory.
const MAX_ITEMS: usize = 1 << 24;

/// Decoded figure index.
#[derive(Debug, Clone)]
pub struct FigureIndex {
    /// Units, sources, organisations and campaigns by name; no articles.
    pub names: Catalogue,
    /// Properties of every figure.
    pub table: FigureTable,
    /// For each article the numbers of other articles that the charts of its figures read.
    pub companions: JaggedVec<u32>,
    /// For each article the indexes of the campaigns that it runs in phases, themes included.
    pub phase_campaigns: JaggedVec<u32>,
    /// Hashes of the facts and id lookup chunks.
    hashes: Vec<(Chunk, ContentHash)>,
}

/// The small part, stored in the encoding of `borsh`.
#[derive(Debug, BorshSerialize, BorshDeserialize)]
struct Shared {
    names: Corpus,
    totals: Totals,
}

impl FigureIndex {
    /// Builds the figure index of a whole catalogue.
    pub(super) fn of(
        catalogue: &Catalogue,
        table: &FigureTable,
        companions: JaggedVec<u32>,
        hashes: Vec<(Chunk, ContentHash)>,
    ) -> FigureIndex {
        let mut phase_campaigns = JaggedVec::default();
        for article in catalogue.articles() {
            let run = article.phases.iter().flat_map(|p| std::iter::once(&p.campaign).chain(&p.theme));
            let places = collect_set(run.filter_map(|id| catalogue.campaign_index(id)));
            phase_campaigns.push(places.into_iter().map(to_u32));
        }
        let names = Catalogue::new(catalogue.without_articles()).with_totals(catalogue.totals());
        FigureIndex { names, table: table.clone(), companions, phase_campaigns, hashes }
    }

    /// Returns the hash of a facts or id lookup chunk.
    pub fn hash_of(&self, chunk: Chunk) -> Option<ContentHash> {
        let at = self.hashes.binary_search_by_key(&chunk, |(chunk, _)| *chunk).ok()?;
        self.hashes.get(at).map(|(_, hash)| *hash)
    }

    /// Encodes the content of [`Chunk::Figures`].
    ///
    /// # Errors
    /// The names cannot be serialized.
    pub(super) fn write(&self) -> io::Result<Vec<u8>> {
        let FigureIndex { names, table, companions, phase_campaigns, hashes } = self;
        let shared = Shared { names: names.corpus().clone(), totals: names.totals() };
        let mut out = Vec::new();
        let shared = borsh::to_vec(&shared)?;
        write_varint(&mut out, to_u32(shared.len()));
        out.extend(shared);
        let articles = || 0..to_u32(table.articles());
        write_varint(&mut out, to_u32(table.articles()));
        articles().for_each(|article| write_varint(&mut out, to_u32(table.of_article(article).len())));
        articles().for_each(|article| write_varint(&mut out, table.is_verified(article).into()));
        articles()
            .for_each(|article| write_varint(&mut out, table.organisation_of(article).unwrap_or_default()));
        push_lists(&mut out, table, |_, row| {
            // The enum order of roles is that of [`Role::ALL`].
            vec![row.unit, row.role as u32, row.levels]
        });
        push_lists(&mut out, table, |_, row| {
            let is_own = table.organisation_of(row.position.article) != Some(row.organisation);
            if is_own { vec![row.organisation] } else { Vec::new() }
        });
        table.figures().iter().for_each(|row| write_varint(&mut out, row.value_rank));
        push_lists(&mut out, table, |number, _| table.campaigns(number).to_vec());
        push_lists(&mut out, table, |number, _| table.years(number).iter().copied().map(u32::from).collect());
        for rows in [companions, phase_campaigns] {
            let rows: Vec<&[u32]> = (0..table.articles()).map(|article| rows.row(article)).collect();
            push_rows(&mut out, &rows);
        }
        out.extend(write_hashes(hashes));
        Ok(out)
    }

    /// Decodes the content of [`Chunk::Figures`].
    ///
    /// # Errors
    /// The content is corrupt.
    pub fn read(content: &[u8]) -> Result<FigureIndex, DecodeError> {
        let mut reader = ByteReader::new(content);
        let Shared { names, totals } =
            borsh::from_slice(reader.sized_bytes()?).map_err(|_| DecodeError::Corrupt)?;
        let sizes = [names.units.len(), names.organisations.len(), names.campaigns.len()];
        let [units, organisations, campaigns] = sizes.map(to_u32);
        let articles = read_count(&mut reader)?;
        let counts = read_numbers(&mut reader, articles)?;
        let verified = read_numbers(&mut reader, articles)?;
        let about = read_numbers(&mut reader, articles)?;
        let kinds = read_lists(&mut reader, &counts)?;
        let of = read_lists(&mut reader, &counts)?;
        let figures = counts.iter().try_fold(0_u32, |sum, count| sum.checked_add(*count));
        let value_ranks = read_numbers(&mut reader, figures.ok_or(DecodeError::Corrupt)?)?;
        let counted = read_lists(&mut reader, &counts)?;
        let years = read_lists(&mut reader, &counts)?;
        let mut table = FigureTable::default();
        let mut number = 0;
        for (count, (verified, about)) in counts.iter().zip(verified.iter().zip(&about)) {
            table.begin_article(*about, *verified == 1);
            for nth in 0..*count {
                let [unit, role, levels] = kinds.row(number) else { return Err(DecodeError::Corrupt) };
                let organisation = of.row(number).first().unwrap_or(about);
                let role = Role::ALL.get(*role as usize).ok_or(DecodeError::Corrupt)?;
                let counted = counted.row(number);
                let is_known = *unit < units
                    && *organisation < organisations
                    && levels >> Level::ALL.len() == 0
                    && counted.iter().all(|campaign| *campaign < campaigns);
                if !is_known {
                    return Err(DecodeError::Corrupt);
                }
                let years: Result<Vec<u16>, _> =
                    years.row(number).iter().map(|y| u16::try_from(*y)).collect();
                let years = years.map_err(|_| DecodeError::Corrupt)?;
                let row = FigureRow {
                    position: table.next_position(nth),
                    unit: *unit,
                    role: *role,
                    levels: *levels,
                    organisation: *organisation,
                    value_rank: value_ranks.get(number).copied().unwrap_or(u32::MAX),
                };
                table.push(row, counted.iter().copied(), years);
                number += 1;
            }
        }
        let (companions, phase_campaigns) = (read_rows(&mut reader)?, read_rows(&mut reader)?);
        let is_of_all = [&companions, &phase_campaigns].iter().all(|rows| rows.len() == articles as usize);
        if !is_of_all {
            return Err(DecodeError::Corrupt);
        }
        let hashes = read_hashes(&mut reader)?;
        Ok(FigureIndex {
            names: Catalogue::new(names).with_totals(totals),
            table,
            companions,
            phase_campaigns,
            hashes,
        })
    }
}

/// Writes one list for every figure: the distinct lists first, then for each figure the index of its list plus one,
/// or 0 to repeat that of the figure before it in the same article.
fn push_lists(out: &mut Vec<u8>, table: &FigureTable, list: impl Fn(usize, &FigureRow) -> Vec<u32>) {
    let lists: Vec<Vec<u32>> = table.figures().iter().enumerate().map(|(n, row)| list(n, row)).collect();
    let different: Vec<&Vec<u32>> = collect_set(&lists).into_iter().collect();
    push_rows(out, &different);
    let mut before = None;
    for (row, list) in table.figures().iter().zip(&lists) {
        let now = Some((row.position.article, list));
        let code = different.binary_search(&list).map_or(0, |index| to_u32(index) + 1);
        write_varint(out, if now == before { 0 } else { code });
        before = now;
    }
}

/// Reads the lists of figures; `counts` has the number of figures of each article.
fn read_lists(reader: &mut ByteReader<'_>, counts: &[u32]) -> Result<JaggedVec<u32>, DecodeError> {
    let different = read_rows(reader)?;
    let mut lists = JaggedVec::default();
    let mut room = MAX_ITEMS;
    for count in counts {
        let mut before = None;
        for _ in 0..*count {
            let at = reader.varint()?.checked_sub(1).or(before).ok_or(DecodeError::Corrupt)?;
            if at as usize >= different.len() {
                return Err(DecodeError::Corrupt);
            }
            let list = different.row(at as usize);
            room = room.checked_sub(list.len()).ok_or(DecodeError::Corrupt)?;
            lists.push(list.iter().copied());
            before = Some(at);
        }
    }
    Ok(lists)
}

/// Writes lists: their number, their lengths, then all items.
fn push_rows<L: AsRef<[u32]>>(out: &mut Vec<u8>, rows: &[L]) {
    write_varint(out, to_u32(rows.len()));
    rows.iter().for_each(|row| write_varint(out, to_u32(row.as_ref().len())));
    rows.iter().flat_map(|row| row.as_ref()).for_each(|number| write_varint(out, *number));
}

fn read_rows(reader: &mut ByteReader<'_>) -> Result<JaggedVec<u32>, DecodeError> {
    let count = read_count(reader)?;
    let lengths = read_numbers(reader, count)?;
    let mut rows = JaggedVec::default();
    for length in lengths {
        rows.push(read_numbers(reader, length)?);
    }
    Ok(rows)
}

/// Reads the number of things that take at least a byte each, so that a corrupted count cannot request huge memory.
fn read_count(reader: &mut ByteReader<'_>) -> Result<u32, DecodeError> {
    let count = reader.varint()?;
    if count as usize > reader.remaining().len() { Err(DecodeError::Corrupt) } else { Ok(count) }
}

fn read_numbers(reader: &mut ByteReader<'_>, count: u32) -> Result<Vec<u32>, DecodeError> {
    if count as usize > reader.remaining().len() {
        return Err(DecodeError::Corrupt);
    }
    let mut numbers = Vec::with_capacity(count as usize);
    for _ in 0..count {
        numbers.push(reader.varint()?);
    }
    Ok(numbers)
}
