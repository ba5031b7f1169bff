//! What search knows of every article besides its words, property by property: alike things lie together and compress well.

use crate::bytes::{Damage, Reader, push_number};
use crate::document::Document;
use thidua_core::domain::{CampaignKind, Level, Role, Sector};

/// The years of this one and of earlier articles are written as what they are more.
const FIRST_YEAR: u32 = 1900;

/// Sets of values as bits: which, and how many values there are.
type Set = (fn(&mut Document) -> &mut u32, usize);

const SETS: [Set; 4] = [
    (|document| &mut document.kinds, CampaignKind::ALL.len()),
    (|document| &mut document.sectors, Sector::ALL.len()),
    (|document| &mut document.levels, Level::ALL.len()),
    (|document| &mut document.roles, Role::ALL.len()),
];

/// Writes what is known of documents, in their order.
pub(super) fn write(documents: &[Document]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut put = |number: u32| push_number(&mut out, number);
    put(documents.len() as u32);
    documents.iter().for_each(|document| put(u32::from(document.organisation)));
    documents.iter().for_each(|document| put(document.years.len() as u32));
    for document in documents {
        let mut before = FIRST_YEAR;
        for year in &document.years {
            put(zigzag(i64::from(*year) - i64::from(before)));
            before = u32::from(*year);
        }
    }
    for (set, _) in SETS {
        documents.iter().for_each(|document| put(*set(&mut document.clone())));
    }
    // An article is mostly printed in the year that it covers, or in the next one.
    for document in documents {
        let year = i64::from(document.day >> 9) - i64::from(last_year(document));
        put(if document.day == 0 { 0 } else { zigzag(year) + 1 });
    }
    let dated = || documents.iter().filter(|document| document.day != 0);
    dated().for_each(|document| put(document.day >> 5 & 0xf));
    dated().for_each(|document| put(document.day & 0x1f));
    documents.iter().for_each(|document| put(document.figures));
    out
}

/// Reads them all, of so many organisations.
pub(super) fn read(reader: &mut Reader<'_>, organisations: usize) -> Result<Vec<Document>, Damage> {
    let count = reader.number()? as usize;
    // Each has at least a byte in every column, so a count that was changed cannot ask for all memory.
    if count > reader.rest().len() {
        return Err(Damage);
    }
    let mut documents = vec![Document::default(); count];
    for document in &mut documents {
        let place = reader.number()?;
        document.organisation = u16::try_from(place).map_err(|_| Damage)?;
        if place as usize >= organisations {
            return Err(Damage);
        }
    }
    let mut years: Vec<u32> = Vec::with_capacity(count);
    for _ in 0..count {
        years.push(reader.number()?);
    }
    for (document, years) in documents.iter_mut().zip(years) {
        let mut before = i64::from(FIRST_YEAR);
        for _ in 0..years {
            before += unzigzag(reader.number()?);
            document.years.push(u16::try_from(before).map_err(|_| Damage)?);
        }
    }
    for (set, values) in SETS {
        for document in &mut documents {
            let bits = reader.number()?;
            if bits >> values != 0 {
                return Err(Damage);
            }
            *set(document) = bits;
        }
    }
    for document in &mut documents {
        if let Some(year) = reader.number()?.checked_sub(1) {
            let year = i64::from(last_year(document)) + unzigzag(year);
            document.day = u32::from(u16::try_from(year).map_err(|_| Damage)?) << 9;
        }
    }
    for shift in [5, 0] {
        for document in documents.iter_mut().filter(|document| document.day != 0) {
            document.day |= (reader.number()? & 0x1f) << shift;
        }
    }
    for document in &mut documents {
        document.figures = reader.number()?;
    }
    Ok(documents)
}

fn last_year(document: &Document) -> u32 {
    document.years.last().map_or(FIRST_YEAR, |year| u32::from(*year))
}

/// A difference as a number: small ones of either sign are small.
const fn zigzag(difference: i64) -> u32 {
    (difference << 1 ^ difference >> 63) as u32
}

const fn unzigzag(number: u32) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_back() {
        let one = Document {
            organisation: 3,
            years: vec![1899, 2022, 2023],
            kinds: 5,
            sectors: 1,
            levels: 2,
            roles: 3,
            day: 2024 << 9 | 12 << 5 | 31,
            figures: 400,
        };
        let other = Document { years: Vec::new(), day: 1 << 9 | 1 << 5 | 1, ..one.clone() };
        let documents = vec![one, other, Document::default()];
        let written = write(&documents);
        assert_eq!(read(&mut Reader::new(&written), 4), Ok(documents));
        assert_eq!(
            read(&mut Reader::new(&written), 3),
            Err(Damage),
            "names an organisation that is not there"
        );
    }
}
