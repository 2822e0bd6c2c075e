//! Digits and the separators among them.

use rust_decimal::Decimal;

use super::exact;
use crate::options::DecimalSign;

/// The most digits kept behind the decimal sign; what follows only tells on
/// which side of a half the number lies.
const DECIMALS: u32 = 20;
/// Numbers with more digits before the decimal sign are out of range.
const WHOLE_DIGITS: u32 = 15;

/// Why a text is no usable number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberFault {
    /// It is not a number.
    NotANumber,
    /// It can be read in two ways.
    Ambiguous,
    /// It is not finite or too large.
    OutOfRange,
}

/// What the separators in a number say of its notation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notation {
    /// No separator that matters.
    Plain,
    /// Only this decimal sign explains it.
    Sign(DecimalSign),
    /// One separator with three digits behind it, such as `1.234`: it is this
    /// decimal sign or it separates thousands.
    Either(DecimalSign),
}

/// What is known of the separators while digits are read.
#[derive(Default)]
struct Separators {
    points: u32,
    commas: u32,
    /// Blanks and apostrophes, which only ever separate thousands.
    blanks: u32,
    last_mark: u8,
    /// Digits since the last separator of any kind.
    group: u32,
    /// Digits before the first separator.
    head: u32,
    /// Groups between separators of thousands that are not three digits long.
    odd_groups: u32,
    /// A number that starts with 0 has no separators of thousands.
    zero_first: bool,
}

/// Reads digits with separators and nothing else: the number, and what its notation
/// is.
pub(super) fn read(bytes: &[u8]) -> Result<(Decimal, Notation), NumberFault> {
    let mut units: i128 = 0;
    let mut digits = 0u32;
    let mut dropped = 0u32;
    let mut seen = Separators::default();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'0'..=b'9' => {
                seen.zero_first |= at == 1 && byte == b'0';
                seen.group += 1;
                if units == 0 && byte == b'0' {
                    continue;
                }
                if digits < WHOLE_DIGITS + DECIMALS {
                    digits += 1;
                    units = units * 10 + i128::from(byte - b'0');
                } else {
                    dropped += 1;
                    // The rest only tells a half from more than a half.
                    if byte != b'0' && units % 10 == 0 {
                        units += 1;
                    }
                }
            }
            b'.' | b',' => seen.separator(byte),
            b'\'' | b' ' | b'_' => seen.separator(b' '),
            // No-break and narrow blanks and the typographic apostrophe.
            0xC2 if bytes.get(at) == Some(&0xA0) => {
                at += 1;
                seen.separator(b' ');
            }
            0xE2 if matches!(bytes.get(at..at + 2), Some([0x80, 0xAF | 0x89 | 0x99])) => {
                at += 2;
                seen.separator(b' ');
            }
            _ => return Err(NumberFault::NotANumber),
        }
    }
    let (decimals, notation) = seen.judge()?;
    let scale = decimals.checked_sub(dropped).ok_or(NumberFault::OutOfRange)?;
    if digits > scale + WHOLE_DIGITS {
        return Err(NumberFault::OutOfRange);
    }
    let exact = exact::decimal(units, scale).ok_or(NumberFault::OutOfRange)?;
    Ok((exact, notation))
}

impl Separators {
    fn separator(&mut self, mark: u8) {
        if self.points + self.commas + self.blanks == 0 {
            self.head = self.group;
        } else if self.group != 3 {
            self.odd_groups += 1;
        }
        match mark {
            b'.' => self.points += 1,
            b',' => self.commas += 1,
            _ => self.blanks += 1,
        }
        self.last_mark = mark;
        self.group = 0;
    }

    /// The digits behind the decimal sign, and what that says of the notation.
    fn judge(&self) -> Result<(u32, Notation), NumberFault> {
        let marks = self.points + self.commas + self.blanks;
        if marks == 0 {
            return if self.group == 0 {
                Err(NumberFault::NotANumber)
            } else {
                Ok((0, Notation::Plain))
            };
        }
        let tail = self.group;
        let thousands_fit =
            self.odd_groups == 0 && (1..=3).contains(&self.head) && !self.zero_first;
        let Some(sign) = DecimalSign::of(self.last_mark) else {
            // A blank comes last: all separate thousands.
            let one_kind = self.points == 0 && self.commas == 0;
            let fits = one_kind && thousands_fit && tail == 3;
            return if fits { Ok((0, Notation::Plain)) } else { Err(NumberFault::NotANumber) };
        };
        let same = if sign == DecimalSign::Point { self.points } else { self.commas };
        let others = marks - same;
        match (same, others) {
            (1, 0) if self.head == 0 && tail == 0 => Err(NumberFault::NotANumber),
            (1, 0) if tail == 3 && thousands_fit => Ok((3, Notation::Either(sign))),
            (1, 0) => Ok((tail, Notation::Sign(sign))),
            // One mark at the end, others before it that separate thousands.
            (1, _) if thousands_fit && !(self.blanks > 0 && others > self.blanks) => {
                Ok((tail, Notation::Sign(sign)))
            }
            (_, 0) if thousands_fit && tail == 3 => Ok((0, Notation::Sign(sign.other()))),
            _ => Err(NumberFault::NotANumber),
        }
    }
}
