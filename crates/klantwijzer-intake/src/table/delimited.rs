//! Text with delimiters, split into rows and cells.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memchr3};

use super::encoding::GARBLED;
use super::{Cell, MOST_COLUMNS, MOST_ROWS};

/// Text and where its rows stand in it.
///
/// A cell in double quotes may hold delimiters, doubled quotes and line ends.
/// A quote is an ordinary character where it is never closed, and where what
/// it would hold are whole rows (see [`Delimited::swallows_rows`]), so that one
/// stray quote cannot make the rows behind it disappear.
pub(crate) struct Delimited<'t> {
    text: &'t str,
    delimiter: u8,
    spans: Vec<Span>,
    /// Columns of the header; rows over several lines may not have more.
    width: usize,
    has_garbled: bool,
}

#[derive(Clone, Copy)]
struct Span {
    start: u32,
    end: u32,
    line: u32,
    /// Whether a quote in it opens a cell.
    quoted: bool,
}

/// More rows than a table may have.
pub(crate) struct TooManyRows;

impl<'t> Delimited<'t> {
    /// Splits `text` into rows. `width` is the number of columns in the header
    /// where that is known; `most` the number of rows to stop at.
    pub(crate) fn split(
        text: &'t str,
        delimiter: u8,
        width: Option<usize>,
        most: Option<usize>,
    ) -> Result<Self, TooManyRows> {
        let mut buffer = [0; 4];
        let garbled = GARBLED.encode_utf8(&mut buffer).as_bytes();
        let mut table = Self {
            text,
            delimiter,
            spans: Vec::with_capacity(if most.is_some() { 32 } else { text.len() / 64 }),
            width: width.unwrap_or(usize::MAX),
            has_garbled: most.is_none() && memchr::memmem::find(text.as_bytes(), garbled).is_some(),
        };
        table.find_rows(most.unwrap_or(MOST_ROWS + 1));
        if most.is_none() && table.spans.len() > MOST_ROWS {
            return Err(TooManyRows);
        }
        Ok(table)
    }

    pub(crate) fn rows(&self) -> usize {
        self.spans.len()
    }

    pub(crate) fn line(&self, row: usize) -> u32 {
        self.spans.get(row).map_or(0, |span| span.line)
    }

    pub(crate) fn is_garbled(&self, row: usize) -> bool {
        self.has_garbled
            && self.spans.get(row).is_some_and(|span| self.row(*span).contains(GARBLED))
    }

    pub(crate) fn cells(&self, row: usize, cells: &mut Vec<Cell<'t>>) {
        let Some(span) = self.spans.get(row) else {
            return;
        };
        let text = self.row(*span);
        if span.quoted {
            let mut at = Some(0);
            while let Some(start) = at.filter(|_| cells.len() <= MOST_COLUMNS) {
                let cell = self.quoted_cell(text, start);
                cells.push(Cell::written(cell.text));
                at = cell.next;
            }
        } else {
            let mut start = 0;
            for at in memchr_iter(self.delimiter, text.as_bytes()).take(MOST_COLUMNS) {
                cells.push(Cell::written(&text[start..at]));
                start = at + 1;
            }
            cells.push(Cell::written(&text[start..]));
        }
    }

    fn row(&self, span: Span) -> &'t str {
        &self.text[span.start as usize..span.end as usize]
    }

    fn find_rows(&mut self, most: usize) {
        let bytes = self.text.as_bytes();
        let has_quotes = memchr(b'"', bytes).is_some();
        let mut start = 0;
        let mut line = 1u32;
        while start < bytes.len() && self.spans.len() < most {
            let line_end = line_end(bytes, start);
            let quoted = has_quotes && memchr(b'"', &bytes[start..line_end]).is_some();
            let (end, quoted) = match quoted.then(|| self.quoted_row_end(start)).flatten() {
                Some(end) if end > line_end && self.swallows_rows(start, end) => (line_end, false),
                Some(end) => (end, true),
                None => (line_end, false),
            };
            let row = &bytes[start..end];
            let is_blank = |b: &u8| *b == self.delimiter || matches!(b, b' ' | b'"');
            if !row.iter().all(is_blank) {
                let (start, end) = (start as u32, end as u32);
                self.spans.push(Span { start, end, line, quoted });
            }
            line += 1 + if end == line_end { 0 } else { line_ends_within(row) };
            start = match bytes.get(end..) {
                Some([b'\r', b'\n', ..]) => end + 2,
                _ => end + 1,
            };
        }
    }

    /// Where the row that starts at `start` ends, by its quotes; `None` where
    /// a quote is never closed.
    fn quoted_row_end(&self, start: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = start;
        loop {
            // At the start of a cell.
            let content = skip_blanks(bytes, at);
            if bytes.get(content) == Some(&b'"') {
                at = closing_quote(bytes, content + 1)? + 1;
            }
            match memchr3(self.delimiter, b'\n', b'\r', &bytes[at..]).map(|found| at + found) {
                None => return Some(bytes.len()),
                Some(found) if bytes[found] == self.delimiter => at = found + 1,
                Some(found) => return Some(found),
            }
        }
    }

    /// Whether a row over several lines is rather several rows: it has more
    /// cells than the header, a line within one of its cells has as many cells
    /// as the header, or something follows the quote that closes such a cell.
    fn swallows_rows(&self, start: usize, end: usize) -> bool {
        let text = &self.text[start..end];
        let (mut cells, mut at) = (0, Some(0));
        while let Some(start) = at {
            let cell = self.quoted_cell(text, start);
            cells += 1;
            let mut lines = cell.text.split(['\n', '\r']).skip(1).peekable();
            if lines.peek().is_some() && cell.has_tail {
                return true;
            }
            let marks = |line: &str| memchr_iter(self.delimiter, line.as_bytes()).count();
            if lines.any(|line| marks(line) + 1 >= self.width) {
                return true;
            }
            at = cell.next;
        }
        cells > self.width
    }

    /// The cell that starts at `at` in a row with quotes.
    fn quoted_cell(&self, row: &'t str, at: usize) -> QuotedCell<'t> {
        let bytes = row.as_bytes();
        let cell_end = |from: usize| {
            memchr(self.delimiter, &bytes[from..]).map_or(bytes.len(), |found| from + found)
        };
        let next = |end: usize| (end < bytes.len()).then_some(end + 1);
        let content = skip_blanks(bytes, at);
        let closing = (bytes.get(content) == Some(&b'"'))
            .then(|| closing_quote(bytes, content + 1))
            .flatten();
        let Some(closing) = closing else {
            let end = cell_end(at);
            return QuotedCell { text: row[at..end].into(), next: next(end), has_tail: false };
        };
        let end = cell_end(closing + 1);
        let inner = &row[content + 1..closing];
        let tail = row[closing + 1..end].trim();
        let mut text = if memchr(b'"', inner.as_bytes()).is_some() {
            Cow::Owned(inner.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(inner)
        };
        if !tail.is_empty() {
            text.to_mut().push_str(tail);
        }
        QuotedCell { text, next: next(end), has_tail: !tail.is_empty() }
    }
}

struct QuotedCell<'t> {
    text: Cow<'t, str>,
    /// Where the next cell starts.
    next: Option<usize>,
    /// Whether something follows the closing quote.
    has_tail: bool,
}

fn line_end(bytes: &[u8], start: usize) -> usize {
    memchr::memchr2(b'\n', b'\r', &bytes[start..]).map_or(bytes.len(), |found| start + found)
}

fn skip_blanks(bytes: &[u8], at: usize) -> usize {
    at + bytes[at..].iter().take_while(|b| **b == b' ').count()
}

/// The quote that closes a cell: the first one that is not doubled.
fn closing_quote(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += memchr(b'"', bytes.get(at..)?)?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

fn line_ends_within(row: &[u8]) -> u32 {
    let feeds = memchr_iter(b'\n', row).count();
    let lone_returns = memchr_iter(b'\r', row).filter(|at| row.get(at + 1) != Some(&b'\n')).count();
    (feeds + lone_returns) as u32
}
