//! Columns of numbers: exact, and short where the numbers are counts, days or
//! amounts of money.

use serde::{Deserialize, Serialize};

use super::columns::Bytes;
use super::damaged;
use crate::Result;

/// Number of decimals that are tried, as factors.
const SCALES: [f64; 3] = [1.0, 100.0, 10_000.0];

/// Integers up to here are exact in an `f64`.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A column of numbers, every one of which comes back bit by bit; any NaN
/// comes back as a NaN.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Numbers {
    /// The place in [`SCALES`] from 1, or 0 when the cells are plain `f64`.
    scale: u8,
    /// The least scaled number.
    base: i64,
    /// Bytes in a cell: 1 to 6 for scaled numbers, 8 for plain ones.
    width: u8,
    /// The cells, little-endian: how much a scaled number is above the base, or
    /// all ones for NaN.
    cells: Bytes,
}

impl Numbers {
    /// The numbers as a column.
    pub(super) fn of(values: &[f64]) -> Self {
        let scaled = || (1..).zip(SCALES).find_map(|(number, scale)| scaled(values, number, scale));
        scaled().unwrap_or_else(|| {
            let cells = values.iter().flat_map(|value| value.to_le_bytes()).collect();
            Self { scale: 0, base: 0, width: 8, cells: Bytes(cells) }
        })
    }

    /// The numbers.
    pub(super) fn read(&self) -> Result<Vec<f64>> {
        let scale = match self.scale.checked_sub(1) {
            None if self.width == 8 => {
                let cells = self.cells.0.as_chunks().0.iter();
                return Ok(cells.map(|cell| f64::from_le_bytes(*cell)).collect());
            }
            None => None,
            Some(place) => SCALES.get(usize::from(place)).copied(),
        };
        let scale = scale.ok_or_else(|| damaged("a column of numbers is of an unknown kind"))?;
        match self.width {
            1 => self.unpack::<1>(scale),
            2 => self.unpack::<2>(scale),
            3 => self.unpack::<3>(scale),
            4 => self.unpack::<4>(scale),
            5 => self.unpack::<5>(scale),
            6 => self.unpack::<6>(scale),
            _ => Err(damaged("a column of numbers has an unknown width")),
        }
    }

    fn unpack<const WIDTH: usize>(&self, scale: f64) -> Result<Vec<f64>> {
        let unknown = unknown_cell(WIDTH as u8);
        let (cells, []) = self.cells.0.as_chunks::<WIDTH>() else {
            return Err(damaged("a column of numbers is cut off"));
        };
        let number = |cell: &[u8; WIDTH]| {
            let mut wide = [0; 8];
            wide[..WIDTH].copy_from_slice(cell);
            let above = u64::from_le_bytes(wide);
            let whole = self.base.wrapping_add_unsigned(above);
            if above == unknown { f64::NAN } else { whole as f64 / scale }
        };
        Ok(cells.iter().map(number).collect())
    }
}

/// The column as integers over `scale`, unless a number is not exactly one or
/// they lie too far apart.
fn scaled(values: &[f64], number: u8, scale: f64) -> Option<Numbers> {
    let (mut least, mut most) = (i64::MAX, i64::MIN);
    for value in values.iter().filter(|value| !value.is_nan()) {
        let whole = whole(*value, scale)?;
        (least, most) = (least.min(whole), most.max(whole));
    }
    // Nothing is known: any base does.
    let (base, span) = if least > most { (0, 0) } else { (least, most.abs_diff(least)) };
    let width = (1..=6).find(|width| span < unknown_cell(*width))?;
    let mut cells = Vec::with_capacity(values.len() * usize::from(width));
    for value in values {
        let above =
            if value.is_nan() { unknown_cell(width) } else { whole(*value, scale)?.abs_diff(base) };
        cells.extend_from_slice(&above.to_le_bytes()[..usize::from(width)]);
    }
    Some(Numbers { scale: number, base, width, cells: Bytes(cells) })
}

/// The integer that gives back exactly this number when divided by `scale`.
fn whole(value: f64, scale: f64) -> Option<i64> {
    let whole = (value * scale).round();
    let exact = whole.abs() < EXACT && (whole / scale).to_bits() == value.to_bits();
    // Minus zero has no integer of its own.
    (exact && (whole != 0.0 || whole.is_sign_positive())).then_some(whole as i64)
}

/// The cell of a NaN: all ones.
const fn unknown_cell(width: u8) -> u64 {
    u64::MAX >> (64 - 8 * width as u32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn comes_back(values: &[f64]) -> Numbers {
        let column = Numbers::of(values);
        let back = column.read().expect("written here");
        assert_eq!(back.len(), values.len());
        for (value, back) in values.iter().zip(&back) {
            let same = value.to_bits() == back.to_bits() || value.is_nan() && back.is_nan();
            assert!(same, "{value} came back as {back}");
        }
        column
    }

    proptest! {
        #[test]
        fn any_number_comes_back(values in prop::collection::vec(any::<f64>(), 0..50)) {
            comes_back(&values);
        }

        #[test]
        fn money_comes_back_short(
            units in prop::collection::vec(-1_000_000_000..1_000_000_000_i64, 1..50),
        ) {
            let values: Vec<f64> = units.iter().map(|unit| *unit as f64 / 10_000.0).collect();
            prop_assert!(comes_back(&values).width <= 4);
        }

        #[test]
        fn counts_come_back_in_a_byte(values in prop::collection::vec(0..255_u8, 1..50)) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            prop_assert_eq!(comes_back(&values).width, 1);
        }
    }

    #[test]
    fn special_numbers_come_back() {
        comes_back(&[]);
        comes_back(&[f64::NAN, f64::NAN]);
        comes_back(&[0.0, -0.0]);
        comes_back(&[254.0, 0.0, f64::NAN]);
        comes_back(&[255.0, 0.0, f64::NAN]);
        comes_back(&[f64::INFINITY, f64::MIN_POSITIVE, f64::MAX]);
        comes_back(&[EXACT - 1.0, EXACT, -EXACT]);
    }

    #[test]
    fn a_column_of_an_unknown_kind_is_refused() {
        let column = |scale, width, cells| Numbers { scale, base: 0, width, cells: Bytes(cells) };
        assert!(column(9, 1, vec![1]).read().is_err());
        assert!(column(1, 7, vec![1; 7]).read().is_err());
        assert!(column(0, 4, vec![1; 4]).read().is_err());
        assert!(column(1, 2, vec![1; 3]).read().is_err());
    }
}
