//! Files as rows of cells, before anyone knows what the columns mean.

mod delimited;
mod encoding;
mod workbook;

use std::borrow::Cow;

pub(crate) use delimited::Delimited;
pub(crate) use encoding::decode;
pub(crate) use workbook::{MOST_UNPACKED, Sheet, WorkbookFault, is_workbook, read_workbook};

/// The most columns that a table may have. Cells further to the right are not
/// told apart, so that a row of nothing but delimiters takes no room.
pub(crate) const MOST_COLUMNS: usize = 1_000;
/// The most rows that one table may have.
pub(crate) const MOST_ROWS: usize = 10_000_000;

/// How the content of a cell is to be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// As a person or program wrote it.
    Written,
    /// A stored number: digits and a decimal point.
    Number,
    /// A stored date: `yyyy-mm-dd`.
    Date,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) form: Form,
}

impl<'t> Cell<'t> {
    pub(crate) fn written(text: impl Into<Cow<'t, str>>) -> Self {
        Self { text: text.into(), form: Form::Written }
    }
}

/// A file of text or a sheet of a workbook.
pub(crate) enum Table<'t> {
    /// Text with delimiters.
    Delimited(Delimited<'t>),
    /// A sheet.
    Sheet(Sheet),
}

impl Table<'_> {
    /// The number of rows that are not blank.
    pub(crate) fn rows(&self) -> usize {
        match self {
            Self::Delimited(table) => table.rows(),
            Self::Sheet(sheet) => sheet.rows(),
        }
    }

    /// The line or row number, from 1, at which a row starts.
    pub(crate) fn line(&self, row: usize) -> u32 {
        match self {
            Self::Delimited(table) => table.line(row),
            Self::Sheet(sheet) => sheet.line(row),
        }
    }

    /// The cells of a row, into `cells`.
    pub(crate) fn cells<'a>(&'a self, row: usize, cells: &mut Vec<Cell<'a>>) {
        cells.clear();
        match self {
            Self::Delimited(table) => table.cells(row, cells),
            Self::Sheet(sheet) => sheet.cells(row, cells),
        }
    }

    /// Whether the text of a row could not be decoded.
    pub(crate) fn is_garbled(&self, row: usize) -> bool {
        match self {
            Self::Delimited(table) => table.is_garbled(row),
            Self::Sheet(_) => false,
        }
    }

    /// Whether the workbook counts days from 1904.
    pub(crate) fn since_1904(&self) -> bool {
        matches!(self, Self::Sheet(sheet) if sheet.since_1904)
    }
}
