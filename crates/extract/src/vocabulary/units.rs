//! `units.txt`: units of counting.

use thidua_core::domain::{Dimension, Unit, is_slug};

use super::parse::{MalformedEntry, VocabularyFile, split_entry};

/// Parses the table of units. Malformed lines are left out and reported.
pub(super) fn units(file: VocabularyFile) -> (Vec<Unit>, Vec<MalformedEntry>) {
    let mut units: Vec<Unit> = Vec::new();
    let mut wrong = Vec::new();
    for (_, line, entry) in file.entries() {
        match unit(entry) {
            Ok(unit) if units.iter().any(|existing| existing.id == unit.id) => {
                wrong.push(MalformedEntry {
                    file: file.name,
                    line,
                    reason: format!("the unit {} stands twice", unit.id),
                });
            }
            Ok(unit) => units.push(unit),
            Err(reason) => wrong.push(MalformedEntry { file: file.name, line, reason }),
        }
    }
    (units, wrong)
}

fn unit(entry: &str) -> Result<Unit, String> {
    let columns: Vec<&str> = entry.split('|').map(str::trim).collect();
    let [id, dimension, vi, en, printed] = columns.as_slice() else {
        return Err(format!("five columns are needed, {} are there", columns.len()));
    };
    let Some(dimension) = Dimension::ALL.into_iter().find(|existing| existing.slug() == *dimension) else {
        return Err(format!("{dimension:?} is neither count nor money nor percent"));
    };
    if !is_slug(id) {
        return Err(format!("{id:?} is not a slug"));
    }
    let printed: Vec<String> = split_entry(printed).map(str::to_owned).collect();
    if printed.is_empty() {
        return Err("no printed words".to_owned());
    }
    Ok(Unit { id: (*id).into(), vi: (*vi).to_owned(), en: (*en).to_owned(), dimension, printed })
}
