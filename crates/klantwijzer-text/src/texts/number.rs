//! Numbers the way a language writes them.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

/// The marks that a language writes numbers with.
#[derive(Debug, Clone)]
pub(super) struct NumberFormat {
    decimal: String,
    group: String,
    pub(super) minus: String,
    pub(super) unknown: String,
}

impl NumberFormat {
    pub(super) fn of(bundle: &FluentBundle<FluentResource>) -> Self {
        let mark = |id: &str| {
            let pattern = bundle.get_message(id).and_then(|message| message.value());
            pattern.map_or_else(String::new, |pattern| {
                let none = FluentArgs::new();
                bundle.format_pattern(pattern, Some(&none), &mut Vec::new()).into_owned()
            })
        };
        Self {
            decimal: mark("number-decimal"),
            group: mark("number-group"),
            minus: mark("number-minus"),
            unknown: mark("unknown"),
        }
    }

    /// The number with exactly so many decimals; the mark for unknown when it
    /// is not finite. What rounds to zero has no sign.
    pub(super) fn fixed(&self, number: f64, decimals: usize) -> String {
        if !number.is_finite() {
            return self.unknown.clone();
        }
        let digits = format!("{:.decimals$}", rounded(number.abs(), decimals));
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 2);
        if number < 0.0 && is_something(&digits) {
            text.push_str(&self.minus);
        }
        for (place, digit) in whole.char_indices() {
            if place > 0 && (whole.len() - place) % 3 == 0 {
                text.push_str(&self.group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push_str(&self.decimal);
            text.push_str(fraction);
        }
        text
    }
}

/// Rounded as people do it: a half goes up.
fn rounded(number: f64, decimals: usize) -> f64 {
    let scale = 10_f64.powi(i32::try_from(decimals).unwrap_or_default());
    let scaled = (number * scale).round() / scale;
    // Numbers that large have no decimals left.
    if scaled.is_finite() { scaled } else { number }
}

/// Whether what is written is not zero.
pub(super) fn is_something(number: &str) -> bool {
    number.bytes().any(|digit| (b'1'..=b'9').contains(&digit))
}

/// How many decimals a number is shown with: none from 100 on or when it is
/// whole, rounded to `most`.
pub(super) fn decimals(number: f64, most: usize) -> usize {
    let scale = if most == 2 { 100.0 } else { 10.0 };
    let rounded = (number * scale).round() / scale;
    if rounded.abs() >= 100.0 || rounded.fract() == 0.0 { 0 } else { most }
}
