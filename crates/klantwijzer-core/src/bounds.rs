//! From and up to: the bounds of a number.

use serde::{Deserialize, Serialize};

/// From and up to, where given; both are included unless it says otherwise.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bounds {
    /// At least, or more than.
    pub min: Option<f64>,
    /// At most, or less than.
    pub max: Option<f64>,
    /// Strictly above `min`: "more than 100".
    #[serde(skip_serializing_if = "is_false")]
    pub exclude_min: bool,
    /// Strictly below `max`: "fewer than 100".
    #[serde(skip_serializing_if = "is_false")]
    pub exclude_max: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

impl Bounds {
    /// This number and those above it.
    pub const fn at_least(min: f64) -> Self {
        Self { min: Some(min), max: None, exclude_min: false, exclude_max: false }
    }

    /// The numbers above this one.
    pub const fn above(min: f64) -> Self {
        Self { exclude_min: true, ..Self::at_least(min) }
    }

    /// This number and those below it.
    pub const fn at_most(max: f64) -> Self {
        Self { min: None, max: Some(max), exclude_min: false, exclude_max: false }
    }

    /// The numbers below this one.
    pub const fn below(max: f64) -> Self {
        Self { exclude_max: true, ..Self::at_most(max) }
    }

    /// From one number up to the other, both included.
    pub const fn between(min: f64, max: f64) -> Self {
        Self { max: Some(max), ..Self::at_least(min) }
    }

    /// Whether the number lies within; an unknown number lies only within open
    /// bounds.
    pub fn contain(&self, number: f64) -> bool {
        let from = |min: f64| if self.exclude_min { number > min } else { number >= min };
        let up_to = |max: f64| if self.exclude_max { number < max } else { number <= max };
        (self.min.is_none() && self.max.is_none())
            || (self.min.is_none_or(from) && self.max.is_none_or(up_to) && !number.is_nan())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_include_their_ends_unless_told_otherwise() {
        for (bounds, below, on, above) in [
            (Bounds::at_least(100.0), false, true, true),
            (Bounds::above(100.0), false, false, true),
            (Bounds::at_most(100.0), true, true, false),
            (Bounds::below(100.0), true, false, false),
            (Bounds::between(100.0, 100.0), false, true, false),
            (Bounds::default(), true, true, true),
        ] {
            let found = [99.5, 100.0, 100.5].map(|number| bounds.contain(number));
            assert_eq!(found, [below, on, above], "{bounds:?}");
        }
        assert!(!Bounds::above(100.0).contain(f64::NAN));
        assert!(Bounds::default().contain(f64::NAN));
    }

    #[test]
    fn a_bound_written_without_more_is_included() {
        let read: Bounds = serde_json::from_str(r#"{"min":100}"#).unwrap_or_default();
        assert_eq!(read, Bounds::at_least(100.0));
        let written = serde_json::to_string(&Bounds::above(100.0)).unwrap_or_default();
        assert_eq!(written, r#"{"min":100.0,"max":null,"exclude_min":true}"#);
    }
}
