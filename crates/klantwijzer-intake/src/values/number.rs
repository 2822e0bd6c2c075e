//! Numbers in the notations that people write them in.

use rust_decimal::Decimal;

use super::digits::{self, Notation, NumberFault};
use super::exact;
use crate::options::DecimalSign;

/// A number as it stands in a cell, before the file's decimal sign is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WrittenNumber {
    /// Read as if a doubtful separator were a decimal sign.
    exact: Decimal,
    /// What its separators say.
    pub(crate) notation: Notation,
    /// Whether a percent sign stood behind it.
    pub(crate) percent: bool,
}

impl WrittenNumber {
    pub(crate) const fn new(exact: Decimal, notation: Notation) -> Self {
        Self { exact, notation, percent: false }
    }

    /// A number that was not written by a person but stored as one.
    pub(crate) const fn stored(exact: Decimal) -> Self {
        Self::new(exact, Notation::Plain)
    }

    /// Reads the digits of a cell from which [`super::currency::split`] took
    /// the currency; blanks around it are gone.
    pub(crate) fn read(text: &str) -> Result<Self, NumberFault> {
        Self::read_plain(text).map_or_else(|| read_dressed(text), Ok)
    }

    /// Reads the common case at once: digits with at most one separator and a
    /// minus sign in front. `None` for whatever needs a closer look.
    pub(crate) fn read_plain(text: &str) -> Option<Self> {
        const MOST_DIGITS: usize = 15;
        let (negative, digits) = match text.as_bytes() {
            [b'-', rest @ ..] => (true, rest),
            all => (false, all),
        };
        if digits.len() > MOST_DIGITS || !digits.first()?.is_ascii_digit() {
            return None;
        }
        let mut units = 0i64;
        let mut mark = None;
        for (at, byte) in digits.iter().enumerate() {
            if byte.is_ascii_digit() {
                units = units * 10 + i64::from(byte - b'0');
            } else if mark.is_none() {
                mark = Some((at, DecimalSign::of(*byte)?));
            } else {
                return None;
            }
        }
        let (scale, notation) = match mark {
            None => (0, Notation::Plain),
            Some((at, sign)) => {
                let decimals = digits.len() - at - 1;
                let either = decimals == 3 && at <= 3 && digits[0] != b'0';
                let notation = if either { Notation::Either(sign) } else { Notation::Sign(sign) };
                (decimals as u32, notation)
            }
        };
        let units = if negative { -units } else { units };
        Some(Self::new(Decimal::new(units, scale), notation))
    }

    /// Whether it is larger than one, as a share cannot be.
    pub(crate) fn over_one(&self) -> bool {
        self.exact > Decimal::ONE
    }

    /// The number by the file's decimal sign; `None` while nothing in the file
    /// settles it. `stated` means that a person stated the sign, so that
    /// numbers with another one do not fit.
    pub(crate) fn settle(
        &self,
        sign: Option<DecimalSign>,
        stated: bool,
    ) -> Result<Decimal, NumberFault> {
        match (self.notation, sign) {
            (Notation::Sign(own), Some(sign)) if stated && own != sign => {
                Err(NumberFault::NotANumber)
            }
            (Notation::Plain | Notation::Sign(_), _) => Ok(self.exact),
            (Notation::Either(_), None) => Err(NumberFault::Ambiguous),
            (Notation::Either(own), Some(sign)) if own == sign => Ok(self.exact),
            (Notation::Either(_), Some(_)) => digits_of(self.exact),
        }
    }
}

/// The same digits as a whole number.
fn digits_of(number: Decimal) -> Result<Decimal, NumberFault> {
    exact::decimal(number.mantissa(), 0).ok_or(NumberFault::OutOfRange)
}

/// Reads a number with signs, brackets, blanks, a percent sign or an exponent.
fn read_dressed(text: &str) -> Result<WrittenNumber, NumberFault> {
    let mut rest = text.trim();
    let mut negative = false;
    let mut percent = false;
    if let Some(inner) = rest.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        negative = true;
        rest = inner.trim();
    }
    if let Some(shorter) = rest.strip_suffix('%') {
        percent = true;
        rest = shorter.trim_end();
    }
    // "12,-" and "12.--" mean no cents.
    let whole = rest.trim_end_matches(['-', '\u{2013}', '\u{2014}']);
    let mark = whole.as_bytes().last().and_then(|byte| DecimalSign::of(*byte));
    if let Some(sign) = mark.filter(|_| whole.len() < rest.len()) {
        let written = read_signed(&whole[..whole.len() - 1], negative, percent)?;
        let exact = match written.notation {
            Notation::Plain => written.exact,
            Notation::Sign(own) if own != sign => return Err(NumberFault::NotANumber),
            Notation::Sign(_) if written.exact.is_integer() => written.exact,
            Notation::Either(own) if own != sign => digits_of(written.exact)?,
            _ => return Err(NumberFault::NotANumber),
        };
        return Ok(WrittenNumber { percent, ..WrittenNumber::new(exact, Notation::Sign(sign)) });
    }
    read_signed(rest, negative, percent)
}

fn read_signed(text: &str, bracketed: bool, percent: bool) -> Result<WrittenNumber, NumberFault> {
    let is_minus = |c: char| matches!(c, '-' | '\u{2212}' | '\u{2013}');
    let mut rest = text.trim();
    let mut signs = usize::from(bracketed);
    let mut negative = bracketed;
    if let Some(shorter) = rest.strip_prefix(is_minus) {
        (negative, signs, rest) = (true, signs + 1, shorter.trim_start());
    } else if let Some(shorter) = rest.strip_prefix('+') {
        rest = shorter.trim_start();
    } else if let Some(shorter) = rest.strip_suffix(is_minus) {
        (negative, signs, rest) = (true, signs + 1, shorter.trim_end());
    }
    if signs > 1 {
        return Err(NumberFault::NotANumber);
    }
    if ["nan", "inf", "infinity", "∞"].iter().any(|word| rest.eq_ignore_ascii_case(word)) {
        return Err(NumberFault::OutOfRange);
    }
    let written = match rest.find(['e', 'E']) {
        Some(at) => read_exponent(&rest[..at], &rest[at + 1..])?,
        None => read_digits(rest)?,
    };
    let exact = if negative { -written.exact } else { written.exact };
    Ok(WrittenNumber { exact, percent, ..written })
}

fn read_digits(text: &str) -> Result<WrittenNumber, NumberFault> {
    digits::read(text.as_bytes()).map(|(exact, notation)| WrittenNumber::new(exact, notation))
}

/// `1.5E+05`: one separator at most, and it is the decimal sign.
fn read_exponent(mantissa: &str, exponent: &str) -> Result<WrittenNumber, NumberFault> {
    let exponent: i32 = exponent.parse().map_err(|_| NumberFault::NotANumber)?;
    let written = read_digits(mantissa)?;
    let exponent = if written.exact.is_zero() { 0 } else { exponent };
    let exact = exact::shifted(written.exact, exponent).ok_or(NumberFault::OutOfRange)?;
    let notation = match written.notation {
        Notation::Either(sign) => Notation::Sign(sign),
        other => other,
    };
    Ok(WrittenNumber::new(exact, notation))
}
