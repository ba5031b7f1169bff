//! Rows of different lengths in one allocation.

use crate::collections::to_u32;

/// A list of rows of different lengths. Ten thousand short vectors would need more memory for themselves than for their
/// items.
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
    /// Appends a row.
    pub fn push(&mut self, row: impl IntoIterator<Item = T>) {
        self.items.extend(row);
        self.ends.push(to_u32(self.items.len()));
    }

    /// Row `number`. Empty where there is no such row.
    pub fn row(&self, number: usize) -> &[T] {
        let end_of = |number: usize| self.ends.get(number).map(|end| *end as usize);
        let start = number.checked_sub(1).and_then(end_of).unwrap_or_default();
        end_of(number).and_then(|end| self.items.get(start..end)).unwrap_or_default()
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// True if there is no row.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jagged_vec_returns_its_rows() {
        let mut rows = JaggedVec::default();
        rows.push([1, 2]);
        rows.push([]);
        rows.push([3]);
        assert_eq!([rows.row(0), rows.row(1), rows.row(2), rows.row(3)], [&[1, 2][..], &[], &[3], &[]]);
        assert_eq!(rows.len(), 3);
    }
}
