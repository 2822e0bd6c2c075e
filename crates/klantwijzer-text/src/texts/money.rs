//! Numbers, shares and money in the texts of a language.

use klantwijzer_core::money::Currency;

use super::load::Texts;
use super::number::{decimals, is_something};
use crate::say;

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
            return self.money(amount, currency);
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
        let minus = amount < 0.0 && is_something(&number);
        if minus { format!("{}{text}", self.numbers.minus) } else { text }
    }

    /// An amount as a part of a sum, with its sign.
    pub fn money_signed(&self, amount: f64, currency: &Currency) -> String {
        let text = self.money(amount, currency);
        if amount > 0.0 && is_something(&text) { format!("+{text}") } else { text }
    }
}
