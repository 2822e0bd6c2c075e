//! Exact decimal numbers, and what is made of them.

use klantwijzer_core::money::Money;
use rust_decimal::Decimal;

/// Beyond this many decimals no digit of a number is left that counts: the 38
/// digits of the widest whole number, all behind the 28 decimals of a [`Decimal`].
const NOTHING_LEFT: u32 = Decimal::MAX_SCALE + 38;

/// `units / 10^scale` with as many digits as a decimal carries; what is cut off
/// still tells on which side of a half the number lies. `None` where there are
/// too many digits before the decimal sign.
pub(crate) fn decimal(mut units: i128, mut scale: u32) -> Option<Decimal> {
    if scale > NOTHING_LEFT {
        return Some(Decimal::ZERO);
    }
    loop {
        if let Ok(number) = Decimal::try_from_i128_with_scale(units, scale) {
            return Some(number);
        }
        scale = scale.checked_sub(1)?;
        let cut = units % 10;
        units /= 10;
        if cut != 0 && units % 10 == 0 {
            units += cut.signum();
        }
    }
}

/// `number * 10^exponent`, or `None` where it has too many digits.
pub(crate) fn shifted(number: Decimal, exponent: i32) -> Option<Decimal> {
    let scale = number.scale().cast_signed().saturating_sub(exponent);
    if let Ok(scale) = u32::try_from(scale) {
        return decimal(number.mantissa(), scale);
    }
    let factor = 10i128.checked_pow(scale.unsigned_abs())?;
    decimal(number.mantissa().checked_mul(factor)?, 0)
}

/// The shortest decimal number that reads back as `value`.
pub(crate) fn from_f64(value: f64) -> Option<Decimal> {
    value.to_string().parse().ok()
}

/// A hundredth of it.
pub(crate) fn hundredth(number: Decimal) -> Decimal {
    number * Decimal::new(1, 2)
}

/// The amount of money, rounded half to even at four decimals; `None` when it is
/// larger than [`Money::LIMIT`].
pub(crate) fn money(number: Decimal) -> Option<Money> {
    let mut number = number.round_dp(4);
    number.rescale(4);
    let units = i64::try_from(number.mantissa()).ok().filter(|_| number.scale() == 4)?;
    (units.unsigned_abs() <= Money::LIMIT.ten_thousandths().unsigned_abs())
        .then(|| Money::from_ten_thousandths(units))
}

/// The nearest float, which [`Decimal`] itself misses by a bit now and then.
pub(crate) fn to_f64(number: Decimal) -> f64 {
    let number = number.normalize();
    number.mantissa() as f64 / 10f64.powi(number.scale().cast_signed())
}
