//! Workbooks (XLSX), read cell by cell so that a small file cannot claim a
//! huge grid.

use std::fmt::{Display, Write};
use std::io::{Cursor, Read};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetType, Xlsx};

use super::{Cell, Form, MOST_COLUMNS};
use crate::values::date::serial_date;

/// The most bytes that a workbook may unpack to.
pub(crate) const MOST_UNPACKED: u64 = 1 << 30;
/// The most bytes that one part other than a sheet may unpack to.
const MOST_UNPACKED_PART: u64 = 128 << 20;
/// The most filled cells in one sheet.
const MOST_CELLS: usize = 32_000_000;
/// The most bytes of text in one sheet: many cells can share one long text.
const MOST_TEXT: usize = 512 << 20;

/// A sheet: its filled cells, row by row.
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(super) since_1904: bool,
    text: String,
    cells: Vec<Stored>,
    rows: Vec<SheetRow>,
}

struct Stored {
    column: u16,
    form: Form,
    end: u32,
}

struct SheetRow {
    line: u32,
    first: u32,
}

/// Why a workbook cannot be read.
#[derive(Debug)]
pub(crate) enum WorkbookFault {
    /// It is damaged or no workbook at all.
    Broken(String),
    /// It unpacks to more than is accepted.
    TooLarge,
    /// It is protected by a password.
    Locked,
}

/// Whether the bytes are those of a zip file, as every XLSX is.
pub(crate) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Every worksheet with something in it. `progress` gets rows done and the
/// rows that the sheet says it has.
pub(crate) fn read_workbook(
    bytes: &[u8],
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Vec<Sheet>, WorkbookFault> {
    // The libraries below are not meant to panic on damaged files, but they
    // parse bytes from outside; a panic there must not end the program.
    let result = catch_unwind(AssertUnwindSafe(|| {
        check_unpacked_size(bytes)?;
        read_sheets(bytes, progress)
    }));
    result.unwrap_or_else(|_| Err(WorkbookFault::Broken("it is damaged".to_owned())))
}

impl<E: std::error::Error> From<E> for WorkbookFault {
    fn from(error: E) -> Self {
        Self::Broken(error.to_string())
    }
}

/// Unpacks every part once without keeping it: sizes that a zip file states of
/// itself can be false.
fn check_unpacked_size(bytes: &[u8]) -> Result<(), WorkbookFault> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
    let mut total = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index)?;
        let is_sheet = part.name().is_ok_and(|name| name.contains("worksheets/"));
        let most = if is_sheet { MOST_UNPACKED } else { MOST_UNPACKED_PART };
        let most = most.min(MOST_UNPACKED - total);
        let unpacked = std::io::copy(&mut part.take(most + 1), &mut std::io::sink())?;
        if unpacked > most {
            return Err(WorkbookFault::TooLarge);
        }
        total += unpacked;
    }
    Ok(())
}

fn read_sheets(
    bytes: &[u8],
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Vec<Sheet>, WorkbookFault> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsxError::Password => WorkbookFault::Locked,
        other => other.into(),
    })?;
    let since_1904 = workbook.has_1904_epoch();
    let names: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut sheets = Vec::new();
    for name in names {
        let mut reader = workbook.worksheet_cells_reader(&name)?;
        let total = u64::from(reader.dimensions().end.0) + 1;
        let mut sheet = Sheet::new(name, since_1904);
        while let Some(cell) = reader.next_cell()? {
            let (row, column) = cell.get_position();
            if sheet.push(row, column, cell.get_value()).is_break() {
                return Err(WorkbookFault::TooLarge);
            }
            if sheet.rows.len().is_multiple_of(4_096) {
                progress(sheet.rows.len() as u64, total.max(sheet.rows.len() as u64));
            }
        }
        if !sheet.rows.is_empty() {
            sheets.push(sheet);
        }
    }
    Ok(sheets)
}

impl Sheet {
    fn new(name: String, since_1904: bool) -> Self {
        Self { name, since_1904, text: String::new(), cells: Vec::new(), rows: Vec::new() }
    }

    pub(crate) fn rows(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn line(&self, row: usize) -> u32 {
        self.rows.get(row).map_or(0, |row| row.line)
    }

    pub(crate) fn cells<'a>(&'a self, row: usize, cells: &mut Vec<Cell<'a>>) {
        let Some(start) = self.rows.get(row).map(|row| row.first as usize) else {
            return;
        };
        let end = self.rows.get(row + 1).map_or(self.cells.len(), |next| next.first as usize);
        let mut from = start.checked_sub(1).map_or(0, |before| self.cells[before].end as usize);
        for stored in &self.cells[start..end] {
            let column = usize::from(stored.column);
            if cells.len() <= column {
                cells.resize(column + 1, Cell::written(""));
            }
            let to = stored.end as usize;
            cells[column] = Cell { text: self.text[from..to].into(), form: stored.form };
            from = to;
        }
    }

    fn push(&mut self, row: u32, column: u32, value: &DataRef<'_>) -> ControlFlow<()> {
        let before = self.text.len();
        let form = match value {
            DataRef::Empty => return ControlFlow::Continue(()),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                self.add_text(text)
            }
            DataRef::SharedString(text) => self.add_text(text),
            DataRef::Bool(value) => self.add_text(if *value { "true" } else { "false" }),
            DataRef::Error(error) => self.add(error, Form::Written),
            DataRef::Int(number) => self.add(number, Form::Number),
            DataRef::Float(number) => self.add(number, Form::Number),
            DataRef::DateTime(moment) => {
                let number = moment.as_f64();
                let day = moment.is_datetime().then(|| serial_date(number, self.since_1904));
                match day.flatten() {
                    Some(day) => self.add(day, Form::Date),
                    None => self.add(number, Form::Number),
                }
            }
        };
        if self.text[before..].trim().is_empty() {
            self.text.truncate(before);
            return ControlFlow::Continue(());
        }
        if self.cells.len() >= MOST_CELLS || self.text.len() > MOST_TEXT {
            return ControlFlow::Break(());
        }
        let (column, end) = (column.min(MOST_COLUMNS as u32) as u16, self.text.len() as u32);
        let line = row.saturating_add(1);
        if self.rows.last().is_none_or(|last| last.line != line) {
            self.rows.push(SheetRow { line, first: self.cells.len() as u32 });
        }
        self.cells.push(Stored { column, form, end });
        ControlFlow::Continue(())
    }
    fn add_text(&mut self, text: &str) -> Form {
        self.text.push_str(text);
        Form::Written
    }

    fn add(&mut self, value: impl Display, form: Form) -> Form {
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{value}");
        form
    }
}
