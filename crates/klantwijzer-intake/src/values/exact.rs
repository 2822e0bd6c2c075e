//! Exact decimal numbers.

use klantwijzer_core::money::Money;

use super::number::WrittenNumber;

/// The most decimals that a number carries.
const CARRIED: u32 = 30;

/// An exact decimal number: `units / 10^scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Exact {
    units: i128,
    /// At most [`CARRIED`].
    scale: u8,
}

impl Exact {
    /// A whole number.
    pub(crate) const fn whole(units: i128) -> Self {
        Self { units, scale: 0 }
    }

    /// `units / 10^scale` with no more decimals than are carried; what is cut off
    /// still tells on which side of a half the number lies.
    pub(crate) fn new(mut units: i128, mut scale: u32) -> Self {
        const VISIBLE: u32 = CARRIED + 38;
        if scale > VISIBLE {
            return Self::whole(0);
        }
        while scale > CARRIED {
            let cut = units % 10;
            units /= 10;
            units += i128::from(cut != 0 && units % 10 == 0);
            scale -= 1;
        }
        Self { units, scale: scale as u8 }
    }

    /// The same digits as a whole number.
    pub(crate) const fn digits(self) -> Self {
        Self::whole(self.units)
    }

    pub(crate) fn is_whole(self) -> bool {
        self.trimmed().scale == 0
    }

    /// Whether it is 0 or 1.
    pub(crate) fn is_yes_or_no(self) -> bool {
        let Self { units, scale } = self.trimmed();
        scale == 0 && (units == 0 || units == 1)
    }

    pub(crate) const fn is_zero(self) -> bool {
        self.units == 0
    }

    /// `self * 10^exponent`, or `None` where it has too many digits.
    pub(crate) fn shifted(self, exponent: i32) -> Option<Self> {
        let scale = i32::from(self.scale).saturating_sub(exponent);
        if scale >= 0 {
            return Some(Self::new(self.units, scale.unsigned_abs()));
        }
        let factor = 10i128.checked_pow(scale.unsigned_abs())?;
        self.units.checked_mul(factor).map(Self::whole)
    }

    /// The shortest decimal number that reads back as `value`.
    pub(crate) fn from_f64(value: f64) -> Option<Self> {
        let text = value.is_finite().then(|| value.to_string())?;
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.as_str()),
        };
        let exact = WrittenNumber::read(digits).ok()?.exact();
        Some(if negative { exact.negated() } else { exact })
    }

    pub(crate) const fn negated(self) -> Self {
        Self { units: -self.units, scale: self.scale }
    }

    /// `self - other`.
    pub(crate) fn minus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let lift = |number: Self| {
            number.units.checked_mul(10i128.checked_pow((scale - number.scale).into())?)
        };
        Some(Self { units: lift(self)?.checked_sub(lift(other)?)?, scale })
    }

    /// A hundredth of it.
    #[must_use]
    pub(crate) const fn hundredth(self) -> Self {
        Self { units: self.units, scale: self.scale + 2 }
    }

    /// The exact product, or `None` where it has too many digits.
    pub(crate) fn times(self, other: Self) -> Option<Self> {
        let (a, b) = (self.trimmed(), other.trimmed());
        Some(Self { units: a.units.checked_mul(b.units)?, scale: a.scale + b.scale })
    }

    /// The amount of money, rounded half to even at four decimals; `None` when
    /// it is larger than [`Money::LIMIT`].
    pub(crate) fn money(self) -> Option<Money> {
        let units = if self.scale <= 4 {
            self.units.checked_mul(10i128.pow(u32::from(4 - self.scale)))?
        } else {
            divide_half_even(self.units, 10i128.checked_pow(u32::from(self.scale) - 4)?)
        };
        let units = i64::try_from(units).ok()?;
        (units.unsigned_abs() <= Money::LIMIT.ten_thousandths().unsigned_abs())
            .then(|| Money::from_ten_thousandths(units))
    }

    pub(crate) fn to_f64(self) -> f64 {
        let trimmed = self.trimmed();
        trimmed.units as f64 / 10f64.powi(trimmed.scale.into())
    }

    fn trimmed(mut self) -> Self {
        while self.scale > 0 && self.units % 10 == 0 {
            self.units /= 10;
            self.scale -= 1;
        }
        self
    }
}

fn divide_half_even(units: i128, divisor: i128) -> i128 {
    let (quotient, rest) = (units / divisor, units % divisor);
    let twice = rest.unsigned_abs() * 2;
    let up = match twice.cmp(&divisor.unsigned_abs()) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => quotient % 2 != 0,
    };
    if up { quotient + units.signum() } else { quotient }
}
