//! From bytes to text.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::report::Encoding;

/// Stands in the text where bytes could not be decoded; a row that holds it is
/// rejected. A private-use character, so that no ordinary text holds it.
pub(crate) const GARBLED: char = '\u{f8ff}';

/// The text of a file and its encoding.
///
/// Text that is valid UTF-8 is UTF-8. Otherwise a file with a byte-order mark,
/// or with more letters that are valid UTF-8 than not, is UTF-8 with garbled
/// rows; any other is Windows-1252, in which every byte is a character.
pub(crate) fn decode(bytes: &[u8]) -> (Cow<'_, str>, Encoding) {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (utf8(rest), Encoding::Utf8Bom),
        [0xFF, 0xFE, rest @ ..] => (UTF_16LE.decode_without_bom_handling(rest).0, Encoding::Utf16),
        [0xFE, 0xFF, rest @ ..] => (UTF_16BE.decode_without_bom_handling(rest).0, Encoding::Utf16),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => (Cow::Borrowed(text), Encoding::Utf8),
            Err(_) if mostly_utf8(bytes) => (utf8(bytes), Encoding::Utf8),
            Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0, Encoding::Windows1252),
        },
    }
}

fn utf8(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(bytes.len() + 16);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push(GARBLED);
        }
    }
    Cow::Owned(text)
}

fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut invalid) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    valid > invalid
}
