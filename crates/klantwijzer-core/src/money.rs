//! Exact amounts of money.

use std::iter::Sum;
use std::ops::{Add, Neg, Sub, SubAssign};

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// How many units of [`Money`] make one unit of the currency.
const SCALE: i64 = 10_000;

/// An exact amount in ten-thousandths of the workspace's currency.
///
/// Four decimals hold every price and unit rate seen on invoices; the range is
/// about ±922 trillion. Sums saturate at that range instead of wrapping.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Money(i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest size of one amount that is accepted from outside: one
    /// trillion, so that a thousand rows of it still add up exactly.
    pub const LIMIT: Self = Self(1_000_000_000_000 * SCALE);

    /// An amount from its ten-thousandths.
    pub const fn from_ten_thousandths(units: i64) -> Self {
        Self(units)
    }

    /// An amount from whole units of the currency.
    pub const fn from_whole(units: i64) -> Self {
        Self(units.saturating_mul(SCALE))
    }

    /// The nearest amount to `value` in units of the currency, or `None` when
    /// it is not finite or larger than [`Money::LIMIT`].
    pub fn from_f64(value: f64) -> Option<Self> {
        let units = (value * SCALE as f64).round();
        (units.is_finite() && units.abs() <= Self::LIMIT.0 as f64).then_some(Self(units as i64))
    }

    /// The amount in ten-thousandths.
    pub const fn ten_thousandths(self) -> i64 {
        self.0
    }

    /// The amount as a number in units of the currency: a fact for scoring.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / SCALE as f64
    }

    /// Whether the amount is below zero.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The size of the amount without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// A currency by its ISO 4217 code, three capitals.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "SmolStr", into = "SmolStr")]
pub struct Currency(SmolStr);

impl Currency {
    /// The euro.
    pub const EUR: Self = Self(SmolStr::new_static("EUR"));

    /// The currency with this code in any case, or `None` when it is not three
    /// ASCII letters.
    pub fn new(code: &str) -> Option<Self> {
        (code.len() == 3 && code.bytes().all(|b| b.is_ascii_alphabetic()))
            .then(|| Self(SmolStr::new(code.to_ascii_uppercase())))
    }

    /// The code in capitals.
    pub fn code(&self) -> &str {
        &self.0
    }
}

impl TryFrom<SmolStr> for Currency {
    type Error = String;
    fn try_from(code: SmolStr) -> Result<Self, String> {
        Self::new(&code).ok_or_else(|| format!("{code:?} is not a currency code such as EUR"))
    }
}

impl From<Currency> for SmolStr {
    fn from(currency: Currency) -> Self {
        currency.0
    }
}
