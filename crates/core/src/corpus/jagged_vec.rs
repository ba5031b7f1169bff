//! Rows of different lengths in one piece of memory.

use crate::collections::to_u32;

/// Lists, one a row. Ten thousand short vectors would cost more than what is in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JaggedVec<T> {
    items: Vec<T>,
    ends: Vec<u32>,
}

impl<T> Default for JaggedVec<T> {
    fn default() -> Self {
        JaggedVec { items: Vec::new(), ends: Vec::new() }
    }
}

impl<T> JaggedVec<T> {
    /// Adds a row.
    pub fn push(&mut self, row: impl IntoIterator<Item = T>) {
        self.items.extend(row);
        self.ends.push(to_u32(self.items.len()));
    }

    /// The row of that number; empty where there is none.
    pub fn row(&self, number: usize) -> &[T] {
        let end_of = |number: usize| self.ends.get(number).map(|end| *end as usize);
        let start = number.checked_sub(1).and_then(end_of).unwrap_or_default();
        end_of(number).and_then(|end| self.items.get(start..end)).unwrap_or_default()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back() {
        let mut rows = JaggedVec::default();
        rows.push([1, 2]);
        rows.push([]);
        rows.push([3]);
        assert_eq!([rows.row(0), rows.row(1), rows.row(2), rows.row(3)], [&[1, 2][..], &[], &[3], &[]]);
        assert_eq!(rows.len(), 3);
    }
}
