//! Numbers to places along an axis, and the numbers that are worth a tick.

/// A straight scale from numbers to pixels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Linear {
    low: f64,
    high: f64,
    start: f32,
    end: f32,
}

impl Linear {
    /// `low` lies at pixel `start` and `high` at `end`; a range without extent is widened.
    pub(crate) fn new((low, high): (f64, f64), (start, end): (f32, f32)) -> Self {
        // A range that overflows is halved before it is measured, so nothing becomes infinite.
        let high = if high / 2.0 - low / 2.0 > 0.0 { high } else { low + low.abs().max(1.0) };
        Self { low, high, start, end }
    }

    pub(crate) fn place(self, number: f64) -> f32 {
        let share = (number / 2.0 - self.low / 2.0) / (self.high / 2.0 - self.low / 2.0);
        (self.end - self.start).mul_add(share.clamp(0.0, 1.0) as f32, self.start)
    }
}

/// Round numbers that cover `low` to `high` in about `wanted` steps, the outer ones included.
pub(crate) fn ticks(low: f64, high: f64, wanted: u8) -> Vec<f64> {
    let span = (high / 2.0 - low / 2.0) / f64::from(wanted.max(1)) * 2.0;
    if !span.is_finite() || span <= 0.0 {
        return vec![low];
    }
    let power = 10f64.powf(span.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= span * 0.999)
        .unwrap_or(span);
    let first = (low / step).floor();
    let count = (high / step).ceil() - first;
    (0..=u8::MAX)
        .map(f64::from)
        .take_while(|at| *at <= count)
        .map(|at| (first + at) * step)
        .filter(|tick| tick.is_finite())
        .collect()
}

/// The scale of customer value: money spreads over many powers of ten and may be negative, so it
/// grows ever slower, like a logarithm, but runs on through zero. It is bent so far that the border
/// between low and high value lies in the middle, which gives the four quarters the same width.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Value {
    bend: f64,
    highest: f64,
    lowest: f64,
    start: f32,
    zero: f32,
    end: f32,
}

/// The share of the axis for values below zero, when there are any.
const BELOW_ZERO: f32 = 0.14;

impl Value {
    /// A scale for finite values from `lowest` to `highest` with the given border.
    pub(crate) fn new(
        (lowest, highest): (f64, f64),
        border: f64,
        (start, end): (f32, f32),
    ) -> Self {
        let border = border.max(0.0);
        let highest = highest.max(border * 1.6).max(1.0);
        let zero = if lowest < 0.0 { (end - start).mul_add(BELOW_ZERO, start) } else { start };
        // The border belongs in the middle of the whole axis, the part below zero included.
        let middle = f64::from((f32::midpoint(start, end) - zero) / (end - zero));
        let bend = bend(border / highest, middle) * highest;
        Self { bend, highest, lowest: lowest.min(0.0), start, zero, end }
    }

    pub(crate) fn place(self, value: f64) -> f32 {
        let reach = if value < 0.0 { self.lowest } else { self.highest };
        let share = (value.abs() / self.bend).asinh() / (reach.abs() / self.bend).asinh();
        let share = if share.is_finite() { share.clamp(0.0, 1.0) as f32 } else { 1.0 };
        let end = if value < 0.0 { self.start } else { self.end };
        (end - self.zero).mul_add(share, self.zero)
    }

    /// Round values within the scale, those that say most about it first.
    pub(crate) fn ticks(self) -> Vec<f64> {
        let mut ticks = vec![0.0];
        let power = self.highest.log10().floor() as i32;
        for factors in [&[1.0][..], &[5.0], &[2.0]] {
            for exponent in (power - 6..=power).rev() {
                for factor in factors {
                    let tick = factor * 10f64.powi(exponent);
                    ticks.extend([tick, -tick]);
                }
            }
        }
        ticks.retain(|tick| (self.lowest..=self.highest).contains(tick));
        ticks
    }
}

/// How strongly to bend a scale of 0 to 1 so that `border` lies at `middle`: found by halving,
/// because the smaller the bend, the further the border moves to the right.
fn bend(border: f64, middle: f64) -> f64 {
    let (mut low, mut high) = (1e-12_f64, 1e3_f64);
    for _ in 0..80 {
        let bend = (low * high).sqrt();
        if (border / bend).asinh() / (1.0 / bend).asinh() > middle {
            low = bend;
        } else {
            high = bend;
        }
    }
    high
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Linear, Value, ticks};

    #[test]
    fn ticks_are_round_and_cover_the_range() {
        assert_eq!(ticks(0.0, 100.0, 5), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(ticks(-30.0, 45_000.0, 4), [-20_000.0, 0.0, 20_000.0, 40_000.0, 60_000.0]);
        assert_eq!(ticks(7.0, 7.0, 4), [7.0]);
    }

    proptest! {
        #[test]
        fn the_border_lies_in_the_middle(border in 1.0..1e6f64, times in 2.5..1e5f64) {
            let scale = Value::new((0.0, border * times), border, (100.0, 1100.0));
            prop_assert!((scale.place(border) - 600.0).abs() < 1.0, "{}", scale.place(border));
        }

        #[test]
        fn places_keep_the_order_and_stay_inside(
            values in prop::array::uniform2(any::<f64>().prop_filter("finite", |v| v.is_finite())),
            bounds in prop::array::uniform2(any::<f64>().prop_filter("finite", |v| v.is_finite())),
            border in any::<f64>().prop_filter("finite", |v| v.is_finite()),
        ) {
            let [low, high] = bounds;
            let (low, high) = (low.min(high), low.max(high));
            let value = Value::new((low, high), border, (100.0, 1100.0));
            let linear = Linear::new((low, high), (100.0, 1100.0));
            let [one, other] = values;
            let (less, more) = (one.min(other), one.max(other));
            for place in [value.place(less), value.place(more), linear.place(less)] {
                prop_assert!((99.9..=1100.1).contains(&place), "{place}");
            }
            prop_assert!(value.place(less) <= value.place(more) + 0.01);
            prop_assert!(linear.place(less) <= linear.place(more) + 0.01);
            prop_assert!(ticks(low, high, 5).len() < 300);
        }
    }
}
