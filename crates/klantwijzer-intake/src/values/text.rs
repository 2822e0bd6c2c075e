//! Text in cells: blanks, marks for "unknown", length and control characters.

use std::borrow::Cow;

use klantwijzer_core::records::Rejection;
use smol_str::SmolStr;

/// The longest text in a cell that is kept, in bytes.
pub(crate) const LONGEST: usize = 1_000;
/// The longest outside id, document number, category and the like, in bytes.
pub(crate) const LONGEST_WORD: usize = 200;
/// A cell in a report is cut to this many characters.
const SHOWN: usize = 80;

/// The cell without the blanks around it.
pub(crate) fn trim(cell: &str) -> &str {
    let bytes = cell.as_bytes();
    match (bytes.first(), bytes.last()) {
        (Some(b'!'..=b'~'), Some(b'!'..=b'~')) | (None, None) => cell,
        _ => cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}'),
    }
}

/// Whether a trimmed cell says that nothing is known.
pub(crate) fn is_unknown(cell: &str) -> bool {
    match cell.len() {
        0 => true,
        1 => matches!(cell, "-" | "?" | "."),
        // None of the marks starts with a digit.
        2..=6 if !cell.as_bytes()[0].is_ascii_digit() => {
            let marks = [
                "NA", "N/A", "n/a", "n.a.", "null", "none", "n.v.t.", "nvt", "#N/A", "--",
                "(null)", "\\N", "nil",
            ];
            marks.iter().any(|mark| mark.eq_ignore_ascii_case(cell))
        }
        _ => false,
    }
}

/// A trimmed cell as text: runs of blanks and line ends become one blank; no
/// other control characters, and no longer than `longest` bytes.
pub(crate) fn clean(cell: &str, longest: usize) -> Result<Cow<'_, str>, Rejection> {
    if cell.len() <= longest && is_simple(cell.as_bytes()) {
        return Ok(Cow::Borrowed(unwrap_formula_text(cell)));
    }
    let text = single_spaced(unwrap_formula_text(cell));
    if text.len() > longest || text.chars().any(char::is_control) {
        return Err(Rejection::BadText { value: shown(cell) });
    }
    Ok(text)
}

/// Whether there are only printable ASCII characters and single blanks.
fn is_simple(bytes: &[u8]) -> bool {
    let mut before = 0;
    bytes.iter().all(|byte| {
        let single = *byte != b' ' || before != b' ';
        before = *byte;
        single && (b' '..=b'~').contains(byte)
    })
}

/// `="00123"` is how programs keep Excel from eating leading zeros.
fn unwrap_formula_text(cell: &str) -> &str {
    if !cell.starts_with('=') {
        return cell;
    }
    cell.strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .filter(|inner| inner.bytes().all(|b| b.is_ascii_alphanumeric()))
        .unwrap_or(cell)
}

fn single_spaced(text: &str) -> Cow<'_, str> {
    let blank = |c: char| c.is_whitespace();
    let tidy = !text.contains("  ") && text.chars().all(|c| c == ' ' || !blank(c));
    if tidy {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split(blank).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    Cow::Owned(out)
}

/// The start of a cell, for a report.
pub(crate) fn shown(cell: &str) -> String {
    cell.chars().map(|c| if c.is_control() { ' ' } else { c }).take(SHOWN).collect()
}

/// Shares the storage of long words that come back row after row, such as
/// product names. Short words are stored in place anyway.
pub(crate) struct Interner {
    slots: Vec<SmolStr>,
}

impl Interner {
    const SLOTS: usize = 4_096;

    pub(crate) fn new() -> Self {
        Self { slots: vec![SmolStr::default(); Self::SLOTS] }
    }

    pub(crate) fn word(&mut self, text: &str) -> SmolStr {
        let word_in_place = 23;
        if text.len() <= word_in_place {
            return SmolStr::new(text);
        }
        let slot = xxhash_rust::xxh3::xxh3_64(text.as_bytes()) as usize % Self::SLOTS;
        let slot = &mut self.slots[slot];
        if slot.as_str() != text {
            *slot = SmolStr::new(text);
        }
        slot.clone()
    }
}
