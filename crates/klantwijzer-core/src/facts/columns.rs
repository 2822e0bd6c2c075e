//! Facts of many customers, a column a fact.

use std::mem::size_of;

use serde::{Deserialize, Serialize};

use super::Fact;

/// Columns of facts; every known column is as long as there are rows. A column
/// in which nothing is known takes no room.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FactColumns {
    rows: usize,
    columns: Vec<Option<Box<[f64]>>>,
}

impl FactColumns {
    /// `columns` columns of `rows` rows in which nothing is known.
    pub fn unknown(rows: usize, columns: usize) -> Self {
        Self { rows, columns: vec![None; columns] }
    }

    /// Columns that were taken apart before. `None` when a known column has
    /// another length than `rows`, or holds an infinite number.
    pub fn from_columns(rows: usize, columns: Vec<Option<Box<[f64]>>>) -> Option<Self> {
        let fits = |column: &[f64]| {
            column.len() == rows && column.iter().all(|value| !value.is_infinite())
        };
        columns.iter().flatten().all(|column| fits(column)).then_some(Self { rows, columns })
    }

    /// The number of customers.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The number of columns, known or not.
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// A column, or `None` where nothing is known in it.
    pub fn column(&self, column: usize) -> Option<&[f64]> {
        self.columns.get(column)?.as_deref()
    }

    /// The value at a row of a column; NaN when unknown or out of reach.
    pub fn get(&self, column: usize, row: usize) -> f64 {
        self.column(column).and_then(|values| values.get(row)).copied().unwrap_or(f64::NAN)
    }

    /// The value of one of the host's facts at a row; NaN when unknown.
    pub fn fact(&self, fact: Fact, row: usize) -> f64 {
        self.get(fact.column(), row)
    }

    /// Sets a value. An infinite one is stored as unknown. A row or column out
    /// of reach is left alone.
    pub fn set(&mut self, column: usize, row: usize, value: f64) {
        let value = if value.is_finite() { value } else { f64::NAN };
        let Some(slot) = self.columns.get_mut(column) else {
            return;
        };
        if value.is_nan() && slot.is_none() {
            return;
        }
        let values = slot.get_or_insert_with(|| vec![f64::NAN; self.rows].into_boxed_slice());
        if let Some(cell) = values.get_mut(row) {
            *cell = value;
        }
    }

    /// Makes a whole column unknown.
    pub fn forget(&mut self, column: usize) {
        if let Some(slot) = self.columns.get_mut(column) {
            *slot = None;
        }
    }

    /// Makes everything at a row unknown.
    pub(crate) fn forget_row(&mut self, row: usize) {
        for column in 0..self.width() {
            self.set(column, row, f64::NAN);
        }
    }

    /// Bytes on the heap.
    pub fn heap_bytes(&self) -> usize {
        let cells: usize = self.columns.iter().flatten().map(|column| column.len()).sum();
        cells * size_of::<f64>() + self.columns.capacity() * size_of::<Option<Box<[f64]>>>()
    }
}
