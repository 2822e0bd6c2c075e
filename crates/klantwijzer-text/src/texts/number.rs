//! Numbers, shares and money the way a language writes them.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use klantwijzer_core::money::Currency;

use super::Texts;
use crate::say;

/// The marks that a language writes numbers with.
#[derive(Debug, Clone)]
pub(super) struct Numbers {
    decimal: String,
    group: String,
    minus: String,
    pub(super) unknown: String,
}

impl Numbers {
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
        let digits = format!("{:.decimals$}", number.abs());
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 2);
        if number < 0.0 && digits.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
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

impl Texts {
    /// The mark for what is unknown.
    pub fn unknown(&self) -> String {
        self.numbers.unknown.clone()
    }

    /// A number of things, or a measurement: whole from 100 on, else with one
    /// decimal where it has one.
    pub fn number(&self, number: f64) -> String {
        self.numbers.fixed(number, decimals(number, 1))
    }

    /// A whole number.
    pub fn count(&self, number: u32) -> String {
        self.numbers.fixed(f64::from(number), 0)
    }

    /// A share, 0 to 1, in per cent with at most one decimal.
    pub fn percent(&self, share: f64) -> String {
        if !share.is_finite() {
            return self.unknown();
        }
        say!(self, "format-percent", number = self.number(share * 100.0))
    }

    /// An amount: whole from 100 on, else with cents where it has those.
    pub fn money(&self, amount: f64, currency: &Currency) -> String {
        self.money_with(amount, currency, decimals(amount, 2))
    }

    /// An amount as short as it can be told, such as beside an axis: millions in
    /// millions.
    pub fn money_short(&self, amount: f64, currency: &Currency) -> String {
        const MILLION: f64 = 1e6;
        if amount.abs() < MILLION {
            return self.money_with(amount, currency, decimals(amount, 2));
        }
        let millions = amount / MILLION;
        let number = self.money_with(millions, currency, decimals(millions, 1));
        say!(self, "format-millions", amount = number)
    }

    /// An amount to the cent.
    pub fn money_exact(&self, amount: f64, currency: &Currency) -> String {
        self.money_with(amount, currency, 2)
    }

    fn money_with(&self, amount: f64, currency: &Currency, decimals: usize) -> String {
        if !amount.is_finite() {
            return self.unknown();
        }
        let number = self.numbers.fixed(amount.abs(), decimals);
        let symbol = format!("currency-{}", currency.code());
        let text = if self.has(&symbol) {
            say!(self, "format-money", symbol = say!(self, &symbol), number = number.as_str())
        } else {
            say!(self, "format-money-code", code = currency.code(), number = number.as_str())
        };
        let is_zero = !number.bytes().any(|digit| (b'1'..=b'9').contains(&digit));
        if amount < 0.0 && !is_zero { format!("{}{text}", self.numbers.minus) } else { text }
    }

    /// An amount as a part of a sum, with its sign.
    pub fn money_signed(&self, amount: f64, currency: &Currency) -> String {
        let text = self.money(amount, currency);
        if amount > 0.0 && text.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
            format!("+{text}")
        } else {
            text
        }
    }
}

/// How many decimals a number is shown with: none from 100 on or when it is
/// whole, rounded to `most`.
fn decimals(number: f64, most: usize) -> usize {
    let scale = if most == 2 { 100.0 } else { 10.0 };
    let rounded = (number * scale).round() / scale;
    if rounded.abs() >= 100.0 || rounded.fract() == 0.0 { 0 } else { most }
}
