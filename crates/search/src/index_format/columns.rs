//! Doc values in column format: equal properties are stored together, which compresses well.

use thidua_core::collections::to_u32;
use thidua_core::domain::{CampaignKind, Level, Relation, Role, Sector};

use crate::bytes::{ByteReader, DecodeError, write_varint};
use crate::doc_values::DocValues;

/// Base of the delta encoding of years.
const BASE_YEAR: u32 = 1900;

/// Column of a bit mask: access to it, and the number of values of the enum.
type Set = (fn(&mut DocValues) -> &mut u32, usize);

const SETS: [Set; 5] = [
    (|values| &mut values.kinds, CampaignKind::ALL.len()),
    (|values| &mut values.sectors, Sector::ALL.len()),
    (|values| &mut values.levels, Level::ALL.len()),
    (|values| &mut values.roles, Role::ALL.len()),
    (|values| &mut values.relations, Relation::BY_STRENGTH.len()),
];

/// Writes the columns of all articles in order.
pub(super) fn write(doc_values: &[DocValues]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut put = |number: u32| write_varint(&mut out, number);
    put(to_u32(doc_values.len()));
    doc_values.iter().for_each(|values| put(u32::from(values.organisation)));
    doc_values.iter().for_each(|values| put(to_u32(values.years.len())));
    for values in doc_values {
        let mut before = BASE_YEAR;
        for year in &values.years {
            put(zigzag(i64::from(*year) - i64::from(before)));
            before = u32::from(*year);
        }
    }
    for (set, _) in SETS {
        doc_values.iter().for_each(|values| put(*set(&mut values.clone())));
    }
    // The year of publication is usually the last covered year or the next one.
    for values in doc_values {
        let year = i64::from(values.day >> 9) - i64::from(last_year(values));
        put(if values.day == 0 { 0 } else { zigzag(year) + 1 });
    }
    let dated = || doc_values.iter().filter(|values| values.day != 0);
    dated().for_each(|values| put(values.day >> 5 & 0xf));
    dated().for_each(|values| put(values.day & 0x1f));
    doc_values.iter().for_each(|values| put(values.figures));
    out
}

/// Reads all columns. `organisations` is the number of organisations.
pub(super) fn read(reader: &mut ByteReader<'_>, organisations: usize) -> Result<Vec<DocValues>, DecodeError> {
    let count = reader.varint()? as usize;
    // Every article takes at least a byte in each column, so that a corrupted count cannot request huge memory.
    if count > reader.remaining().len() {
        return Err(DecodeError::Corrupt);
    }
    let mut doc_values = vec![DocValues::default(); count];
    for values in &mut doc_values {
        let place = reader.varint()?;
        values.organisation = u16::try_from(place).map_err(|_| DecodeError::Corrupt)?;
        if place as usize >= organisations {
            return Err(DecodeError::Corrupt);
        }
    }
    let mut years: Vec<u32> = Vec::with_capacity(count);
    for _ in 0..count {
        years.push(reader.varint()?);
    }
    for (values, years) in doc_values.iter_mut().zip(years) {
        let mut before = i64::from(BASE_YEAR);
        for _ in 0..years {
            before += unzigzag(reader.varint()?);
            values.years.push(u16::try_from(before).map_err(|_| DecodeError::Corrupt)?);
        }
    }
    for (set, size) in SETS {
        for values in &mut doc_values {
            let bits = reader.varint()?;
            if bits >> size != 0 {
                return Err(DecodeError::Corrupt);
            }
            *set(values) = bits;
        }
    }
    for values in &mut doc_values {
        if let Some(year) = reader.varint()?.checked_sub(1) {
            let year = i64::from(last_year(values)) + unzigzag(year);
            values.day = u32::from(u16::try_from(year).map_err(|_| DecodeError::Corrupt)?) << 9;
        }
    }
    for shift in [5, 0] {
        for values in doc_values.iter_mut().filter(|values| values.day != 0) {
            values.day |= (reader.varint()? & 0x1f) << shift;
        }
    }
    for values in &mut doc_values {
        values.figures = reader.varint()?;
    }
    Ok(doc_values)
}

fn last_year(values: &DocValues) -> u32 {
    values.years.last().map_or(BASE_YEAR, |year| u32::from(*year))
}

/// Zigzag encoding: small differences of either sign become small numbers.
fn zigzag(difference: i64) -> u32 {
    u32::try_from(difference << 1 ^ difference >> 63).unwrap_or(u32::MAX)
}

const fn unzigzag(number: u32) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doc_value_columns_round_trip() {
        let one = DocValues {
            organisation: 3,
            years: vec![1899, 2022, 2023],
            kinds: 5,
            sectors: 1,
            levels: 2,
            roles: 3,
            relations: 6,
            day: 2024 << 9 | 12 << 5 | 31,
            figures: 400,
        };
        let other = DocValues { years: Vec::new(), day: 1 << 9 | 1 << 5 | 1, ..one.clone() };
        let doc_values = vec![one, other, DocValues::default()];
        let written = write(&doc_values);
        assert_eq!(read(&mut ByteReader::new(&written), 4), Ok(doc_values));
        assert_eq!(
            read(&mut ByteReader::new(&written), 3),
            Err(DecodeError::Corrupt),
            "names an organisation that is not there"
        );
    }
}
