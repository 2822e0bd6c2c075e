//! Reads customers, invoices and the like from CSV and XLSX files of any make.
//!
//! A file is recognised by its headers, in Dutch or English, and read by one
//! notation that the whole file decides: delimiter, encoding, decimal sign and
//! order of dates. What can be read in two ways is a question to the caller or a
//! rejected row, never a guess. [`read()`] is the one way in; it returns the good
//! rows, the rejected ones with file, line, column and reason, and a report of
//! how each file was understood.
//!
//! Pure: no IO and no clock. Nothing depends on the order of the rows.

mod check;
mod error;
mod field;
mod headers;
mod kind;
mod mapping;
mod open;
mod options;
mod read;
mod recognise;
mod report;
mod rows;
mod settle;
mod table;
mod values;

pub use error::{IntakeError, NearestKind, OtherFile, Problem, SizeUnit};
pub use field::{Field, UnknownField};
pub use kind::FileKind;
pub use open::{MOST_TEXT_MIB, MOST_WORKBOOK_MIB};
pub use options::{DateOrder, DecimalSign, Options, Source};
pub use read::read;
pub use report::{ColumnMapping, Encoding, FileReport, Intake, Note};
