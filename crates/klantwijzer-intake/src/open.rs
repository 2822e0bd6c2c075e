//! From the bytes of a file to tables with a header.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::error::{OtherFile, Problem, SizeUnit};
use crate::headers::Headers;
use crate::options::{Options, Source};
use crate::report::Encoding;
use crate::table::{self, Cell, Delimited, MOST_COLUMNS, MOST_ROWS, Sheet, Table, WorkbookFault};
use crate::values::text::shown;

/// The largest CSV file that is read, in MiB.
pub const MOST_TEXT_MIB: u64 = 512;
/// The largest workbook that is read, in MiB.
pub const MOST_WORKBOOK_MIB: u64 = 64;
/// The header stands within this many rows.
const HEADER_WITHIN: usize = 20;
/// The delimiter and the header are looked for in this many bytes.
const SNIFFED: usize = 1 << 20;
const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// A table and its header.
pub(crate) struct Opened<'a> {
    pub(crate) table: Table<'a>,
    pub(crate) headers: Headers,
    /// The row of the header among the rows of the table.
    pub(crate) header_row: usize,
    pub(crate) sheet: Option<String>,
    pub(crate) encoding: Encoding,
    pub(crate) delimiter: Option<char>,
}

/// Opens a text file or every sheet of a workbook. `text` keeps the text of the
/// file where it had to be decoded.
pub(crate) fn open<'a>(
    source: &Source<'a>,
    text: &'a OnceLock<Cow<'a, str>>,
    options: &Options<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Vec<Opened<'a>>, Problem> {
    let bytes = source.bytes;
    if bytes.iter().all(|b| b.is_ascii_whitespace() || *b == 0) {
        return Err(Problem::Empty);
    }
    if table::is_workbook(bytes) {
        check_size(bytes, MOST_WORKBOOK_MIB)?;
        return open_workbook(bytes, options, progress);
    }
    if let Some(looks_like) = other_kind(bytes) {
        return Err(Problem::NotATable { looks_like });
    }
    check_size(bytes, MOST_TEXT_MIB)?;
    let (decoded, encoding) = table::decode(bytes);
    let text = text.get_or_init(|| decoded);
    if text.trim().is_empty() {
        return Err(Problem::Empty);
    }
    open_text(text, encoding, options).map(|opened| vec![opened])
}

fn check_size(bytes: &[u8], most_mib: u64) -> Result<(), Problem> {
    if bytes.len() as u64 > most_mib << 20 {
        return Err(Problem::TooLarge { limit: most_mib, unit: SizeUnit::Mib });
    }
    Ok(())
}

/// What a file that is no table looks like by its first bytes.
fn other_kind(bytes: &[u8]) -> Option<OtherFile> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let known: [(&[u8], OtherFile); 8] = [
        (b"\xD0\xCF\x11\xE0", OtherFile::OldExcel),
        (b"%PDF", OtherFile::Pdf),
        (b"\x89PNG", OtherFile::Picture),
        (b"\xFF\xD8\xFF", OtherFile::Picture),
        (b"GIF8", OtherFile::Picture),
        (b"\x1F\x8B", OtherFile::Packed),
        (b"7z\xBC\xAF", OtherFile::Packed),
        (b"Rar!", OtherFile::Packed),
    ];
    if let Some((_, other)) = known.iter().find(|(magic, _)| starts(magic)) {
        return Some(*other);
    }
    let utf16 = starts(b"\xFF\xFE") || starts(b"\xFE\xFF");
    let head = &bytes[..bytes.len().min(8_192)];
    if !utf16 && head.contains(&0) {
        return Some(OtherFile::NoText);
    }
    match head.trim_ascii_start() {
        [b'<', ..] => Some(OtherFile::WebPage),
        [b'{', ..] => Some(OtherFile::Json),
        _ => None,
    }
}

fn open_text<'a>(
    text: &'a str,
    encoding: Encoding,
    options: &Options<'_>,
) -> Result<Opened<'a>, Problem> {
    // A file can name its delimiter in a first line such as "sep=;".
    let stated = text.strip_prefix("sep=").and_then(|rest| rest.bytes().next());
    let stated = stated.filter(|byte| DELIMITERS.contains(byte));
    let top = &text[..text.floor_char_boundary(SNIFFED)];
    let mut best: Option<(Found, u8)> = None;
    for delimiter in DELIMITERS.into_iter().filter(|d| stated.is_none_or(|stated| stated == *d)) {
        let Ok(top) = Delimited::split(top, delimiter, None, Some(HEADER_WITHIN)) else {
            continue;
        };
        let Some(found) = find_header(&Table::Delimited(top), options) else {
            continue;
        };
        if best.as_ref().is_none_or(|(known, _)| found.better_than(known)) {
            best = Some((found, delimiter));
        }
    }
    let (found, delimiter) = best.ok_or(Problem::Empty)?;
    let width = found.headers.texts.len();
    if width > MOST_COLUMNS {
        return Err(Problem::TooLarge { limit: MOST_COLUMNS as u64, unit: SizeUnit::Columns });
    }
    let table =
        Delimited::split(text, delimiter, Some(width), None).map_err(|_| too_many_rows())?;
    let opened = under_header(Table::Delimited(table), found);
    Ok(Opened { encoding, delimiter: Some(delimiter.into()), ..opened })
}

fn too_many_rows() -> Problem {
    Problem::TooLarge { limit: MOST_ROWS as u64, unit: SizeUnit::Rows }
}

fn open_workbook<'a>(
    bytes: &[u8],
    options: &Options<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Vec<Opened<'a>>, Problem> {
    let sheets = table::read_workbook(bytes, progress).map_err(|fault| match fault {
        WorkbookFault::Broken(why) => Problem::BrokenWorkbook { why: shown(&why) },
        WorkbookFault::TooLarge => {
            Problem::TooLarge { limit: table::MOST_UNPACKED >> 20, unit: SizeUnit::MibUnpacked }
        }
        WorkbookFault::Locked => Problem::LockedWorkbook,
    })?;
    let opened = sheets.into_iter().filter_map(|sheet| open_sheet(sheet, options)).collect();
    Ok(opened)
}

fn open_sheet<'a>(sheet: Sheet, options: &Options<'_>) -> Option<Opened<'a>> {
    let name = sheet.name.clone();
    let table = Table::Sheet(sheet);
    let found = find_header(&table, options)?;
    Some(Opened { sheet: Some(name), ..under_header(table, found) })
}

/// A table, and the header that was found in it.
fn under_header(table: Table<'_>, Found { headers, line, .. }: Found) -> Opened<'_> {
    let header_row = (0..table.rows()).find(|row| table.line(*row) >= line).unwrap_or_default();
    let encoding = Encoding::Workbook;
    Opened { table, headers, header_row, sheet: None, encoding, delimiter: None }
}

/// A row that may be the header.
struct Found {
    headers: Headers,
    line: u32,
    recognised: usize,
}

impl Found {
    /// More recognised headers are better; with none recognised, more columns.
    fn better_than(&self, other: &Self) -> bool {
        let score = |found: &Self| {
            let columns = if found.recognised == 0 { found.headers.texts.len() } else { 0 };
            (found.recognised, columns)
        };
        score(self) > score(other)
    }
}

/// The row among the first ones with most headers that are recognised. Titles
/// may stand above it.
fn find_header(table: &Table<'_>, options: &Options<'_>) -> Option<Found> {
    let mut best: Option<Found> = None;
    let mut cells: Vec<Cell<'_>> = Vec::new();
    for row in 0..table.rows().min(HEADER_WITHIN) {
        table.cells(row, &mut cells);
        let headers = Headers::read(cells.iter().map(|cell| cell.text.as_ref()), options);
        let recognised = headers.recognised();
        let found = Found { headers, line: table.line(row), recognised };
        if best.as_ref().is_none_or(|known| found.recognised > known.recognised) {
            best = Some(found);
        }
    }
    best
}
