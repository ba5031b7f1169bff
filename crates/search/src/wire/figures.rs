//! The piece of the explorer: of every figure what it can be chosen by, column by column, and the names of what it can be
//! chosen by. All counts come from it alone; the words of a figure are in the pieces of facts.

use serde::{Deserialize, Serialize};

use super::start::{read_marks, write_marks};
use super::{Fault, Mark, Piece};
use crate::bytes::{Damage, Reader, push_number, push_text};
use thidua_core::collections::collect_set;
use thidua_core::corpus::{Catalogue, FigureRow, FigureTable, JaggedVec, Totals};
use thidua_core::domain::{Corpus, Level, Role};

/// All lists of a kind together have no more items: what was changed on its way cannot ask for all memory.
const MOST_ITEMS: usize = 1 << 24;

/// What the piece of the explorer gives.
#[derive(Debug, Clone)]
pub struct Figures {
    /// Units, sources, organisations and campaigns by their names, and no article.
    pub names: Catalogue,
    /// Every figure.
    pub table: FigureTable,
    /// Of every article the places of the others that charts of its figures look at.
    pub companions: JaggedVec<u32>,
    /// Of every article the places of the campaigns that it runs in phases, themes among them.
    pub phased: JaggedVec<u32>,
    /// What the pieces of facts and places are named by.
    marks: Vec<(Piece, Mark)>,
}

/// The part that is small and of many shapes.
#[derive(Debug, Serialize, Deserialize)]
struct Shared {
    names: Corpus,
    totals: Totals,
}

impl Figures {
    /// The piece of a whole catalogue.
    pub(super) fn of(
        catalogue: &Catalogue,
        table: &FigureTable,
        companions: JaggedVec<u32>,
        marks: Vec<(Piece, Mark)>,
    ) -> Figures {
        let mut phased = JaggedVec::default();
        for article in catalogue.articles() {
            let run = article.phases.iter().flat_map(|p| std::iter::once(&p.campaign).chain(&p.theme));
            let places = collect_set(run.filter_map(|id| catalogue.campaign_index(id)));
            phased.push(places.into_iter().map(|place| place as u32));
        }
        let names = Catalogue::new(catalogue.without_articles()).with_totals(catalogue.totals());
        Figures { names, table: table.clone(), companions, phased, marks }
    }

    /// What a piece of facts or places is named by.
    pub fn mark(&self, piece: Piece) -> Option<Mark> {
        let at = self.marks.binary_search_by_key(&piece, |(piece, _)| *piece).ok()?;
        self.marks.get(at).map(|(_, mark)| *mark)
    }

    /// Writes the content of [`Piece::Figures`].
    ///
    /// # Errors
    /// Where the names cannot be written.
    pub(super) fn write(&self) -> serde_json::Result<Vec<u8>> {
        let Figures { names, table, companions, phased, marks } = self;
        let shared = Shared { names: names.corpus().clone(), totals: names.totals() };
        let mut out = Vec::new();
        push_text(&mut out, &serde_json::to_string(&shared)?);
        let articles = || 0..table.articles() as u32;
        push_number(&mut out, table.articles() as u32);
        articles().for_each(|article| push_number(&mut out, table.of_article(article).len() as u32));
        articles().for_each(|article| push_number(&mut out, table.is_verified(article).into()));
        articles()
            .for_each(|article| push_number(&mut out, table.organisation_of(article).unwrap_or_default()));
        push_lists(&mut out, table, |_, row| {
            // A role by its place in [`Role::ALL`], which is that of the type.
            vec![row.unit, row.role as u32, row.levels]
        });
        push_lists(&mut out, table, |_, row| {
            let is_own = table.organisation_of(row.place.article) != Some(row.organisation);
            if is_own { vec![row.organisation] } else { Vec::new() }
        });
        push_lists(&mut out, table, |number, _| table.campaigns(number).to_vec());
        push_lists(&mut out, table, |number, _| table.years(number).iter().copied().map(u32::from).collect());
        for rows in [companions, phased] {
            let rows: Vec<&[u32]> = (0..table.articles()).map(|article| rows.row(article)).collect();
            push_rows(&mut out, &rows);
        }
        out.extend(write_marks(marks));
        Ok(out)
    }

    /// Reads it.
    ///
    /// # Errors
    /// Where it is damaged.
    pub fn read(content: &[u8]) -> Result<Figures, Fault> {
        let mut reader = Reader::new(content);
        let Shared { names, totals } = serde_json::from_str(reader.text()?).map_err(|_| Fault::Damaged)?;
        let sizes = [names.units.len(), names.organisations.len(), names.campaigns.len()];
        let [units, organisations, campaigns] = sizes.map(|size| size as u32);
        let articles = read_count(&mut reader)?;
        let counts = read_numbers(&mut reader, articles)?;
        let verified = read_numbers(&mut reader, articles)?;
        let about = read_numbers(&mut reader, articles)?;
        let kinds = read_lists(&mut reader, &counts)?;
        let of = read_lists(&mut reader, &counts)?;
        let counted = read_lists(&mut reader, &counts)?;
        let years = read_lists(&mut reader, &counts)?;
        let mut table = FigureTable::default();
        let mut number = 0;
        for (count, (verified, about)) in counts.iter().zip(verified.iter().zip(&about)) {
            table.begin_article(*about, *verified == 1);
            for nth in 0..*count {
                let [unit, role, levels] = kinds.row(number) else { return Err(Fault::Damaged) };
                let organisation = of.row(number).first().unwrap_or(about);
                let role = Role::ALL.get(*role as usize).ok_or(Damage)?;
                let counted = counted.row(number);
                let is_known = *unit < units
                    && *organisation < organisations
                    && levels >> Level::ALL.len() == 0
                    && counted.iter().all(|campaign| *campaign < campaigns);
                if !is_known {
                    return Err(Fault::Damaged);
                }
                let years: Result<Vec<u16>, _> =
                    years.row(number).iter().map(|y| u16::try_from(*y)).collect();
                let years = years.map_err(|_| Fault::Damaged)?;
                table.push(nth, [*unit, *organisation], *role, *levels, counted.iter().copied(), years);
                number += 1;
            }
        }
        let (companions, phased) = (read_rows(&mut reader)?, read_rows(&mut reader)?);
        let is_of_all = [&companions, &phased].iter().all(|rows| rows.len() == articles as usize);
        if !is_of_all {
            return Err(Fault::Damaged);
        }
        let marks = read_marks(&mut reader)?;
        Ok(Figures { names: Catalogue::new(names).with_totals(totals), table, companions, phased, marks })
    }
}

/// Writes a list of every figure: each that differs once, then for each figure its place among these, and nothing but a
/// zero where the figure before it in the same article has the same.
fn push_lists(out: &mut Vec<u8>, table: &FigureTable, list: impl Fn(usize, &FigureRow) -> Vec<u32>) {
    let lists: Vec<Vec<u32>> = table.figures().iter().enumerate().map(|(n, row)| list(n, row)).collect();
    let different: Vec<&Vec<u32>> = collect_set(&lists).into_iter().collect();
    push_rows(out, &different);
    let mut before = None;
    for (row, list) in table.figures().iter().zip(&lists) {
        let now = Some((row.place.article, list));
        let at = different.binary_search(&list).map_or(0, |at| at as u32 + 1);
        push_number(out, if now == before { 0 } else { at });
        before = now;
    }
}

/// Reads them, of the figures of articles that have so many each.
fn read_lists(reader: &mut Reader<'_>, counts: &[u32]) -> Result<JaggedVec<u32>, Damage> {
    let different = read_rows(reader)?;
    let mut lists = JaggedVec::default();
    let mut room = MOST_ITEMS;
    for count in counts {
        let mut before = None;
        for _ in 0..*count {
            let at = reader.number()?.checked_sub(1).or(before).ok_or(Damage)?;
            if at as usize >= different.len() {
                return Err(Damage);
            }
            let list = different.row(at as usize);
            room = room.checked_sub(list.len()).ok_or(Damage)?;
            lists.push(list.iter().copied());
            before = Some(at);
        }
    }
    Ok(lists)
}

/// Writes lists: how many there are, their lengths, then all that is in them.
fn push_rows<L: AsRef<[u32]>>(out: &mut Vec<u8>, rows: &[L]) {
    push_number(out, rows.len() as u32);
    rows.iter().for_each(|row| push_number(out, row.as_ref().len() as u32));
    rows.iter().flat_map(|row| row.as_ref()).for_each(|number| push_number(out, *number));
}

fn read_rows(reader: &mut Reader<'_>) -> Result<JaggedVec<u32>, Damage> {
    let count = read_count(reader)?;
    let lengths = read_numbers(reader, count)?;
    let mut rows = JaggedVec::default();
    for length in lengths {
        rows.push(read_numbers(reader, length)?);
    }
    Ok(rows)
}

/// A number of things that each have a byte at least: one that was changed cannot ask for all memory.
fn read_count(reader: &mut Reader<'_>) -> Result<u32, Damage> {
    let count = reader.number()?;
    if count as usize > reader.rest().len() { Err(Damage) } else { Ok(count) }
}

fn read_numbers(reader: &mut Reader<'_>, count: u32) -> Result<Vec<u32>, Damage> {
    if count as usize > reader.rest().len() {
        return Err(Damage);
    }
    let mut numbers = Vec::with_capacity(count as usize);
    for _ in 0..count {
        numbers.push(reader.number()?);
    }
    Ok(numbers)
}
