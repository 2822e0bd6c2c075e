//! Names, amounts, days and facts of an answer, as its reader writes them.

use fluent_bundle::FluentArgs;
use klantwijzer_answer::body::{DefinitionCount, FactName};
use klantwijzer_answer::query::Measure;
use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::bounds::Bounds;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::facts::Unit;
use klantwijzer_core::manifest::Words;
use klantwijzer_core::money::{Currency, Money};
use klantwijzer_core::period::Period;
use klantwijzer_core::review::{Doubt, Provisional};
use klantwijzer_core::types::CustomerType;

use crate::say;
use crate::texts::terms::definition_id;
use crate::texts::{Texts, clean, cut};

/// The longest that a name from data becomes, in columns of a screen.
const NAME_WIDTH: usize = 40;

/// The longest that other words from data become, such as a reason.
const WORDS_WIDTH: usize = 300;

/// What the book and the plugins call things.
pub trait Names {
    /// The name of the customer with this number.
    fn customer(&self, no: CustomerNo) -> Option<&str>;
    /// What tells the customer from others of the same name, its outside id; `None`
    /// where nobody else has the name.
    fn tells_apart(&self, no: CustomerNo) -> Option<&str>;
    /// A sector plugin's word for a customer.
    fn words(&self, plugin: &str) -> Option<&Words>;
    /// What the sector of a plugin is called.
    fn sector(&self, plugin: &str) -> Option<&Bilingual>;
}

/// Formats what stands in one answer: by the texts of the reader's language, with
/// the names and the currency of the book.
#[derive(Clone, Copy)]
pub(super) struct Formatter<'a> {
    pub(super) texts: &'a Texts,
    pub(super) names: &'a dyn Names,
    /// `None` where amounts stand alone, as in a question.
    pub(super) currency: Option<&'a Currency>,
}

impl Formatter<'_> {
    /// The message with this id; see [`say!`].
    pub(super) fn message(&self, id: &str, variables: &FluentArgs<'_>) -> String {
        self.texts.message(id, variables)
    }

    /// An amount.
    pub(super) fn money(&self, amount: f64) -> String {
        match self.currency {
            Some(currency) => self.texts.money(amount, currency),
            None => self.texts.number(amount),
        }
    }

    /// An amount, or the mark for unknown.
    pub(super) fn amount(&self, amount: Option<f64>) -> String {
        self.money(amount.unwrap_or(f64::NAN))
    }

    /// An exact amount.
    pub(super) fn exact(&self, amount: Money) -> String {
        self.money(amount.to_f64())
    }

    /// An amount as a part of a sum, with its sign.
    pub(super) fn signed(&self, amount: Option<f64>) -> String {
        match (amount, self.currency) {
            (Some(amount), Some(currency)) => self.texts.money_signed(amount, currency),
            _ => self.amount(amount),
        }
    }

    /// Two amounts that are compared: to the cent where rounding would make
    /// them look alike.
    pub(super) fn apart(&self, one: f64, other: f64) -> (String, String) {
        let rounded = (self.money(one), self.money(other));
        if rounded.0 == rounded.1 && (one - other).abs() >= 0.005 {
            let exact = |amount| match self.currency {
                Some(currency) => self.texts.money_exact(amount, currency),
                None => self.texts.number(amount),
            };
            (exact(one), exact(other))
        } else {
            rounded
        }
    }

    /// Points of potential, with one decimal where they have one. They are cut, not
    /// rounded: 59.97 never reads as the 60 that a bar asks for.
    pub(super) fn points(&self, points: f64) -> String {
        self.texts.number((points * 10.0).floor() / 10.0)
    }

    /// Points that are lacking or too many, so that with them the bar is reached.
    pub(super) fn points_more(&self, points: f64) -> String {
        self.texts.number((points * 10.0).ceil() / 10.0)
    }

    /// Potential in a table, whole and cut as well; the mark for unknown where it is.
    pub(super) fn potential(&self, potential: Option<f64>) -> String {
        self.number(potential.map(f64::floor))
    }

    /// A number, or the mark for unknown.
    pub(super) fn number(&self, number: Option<f64>) -> String {
        self.texts.number(number.unwrap_or(f64::NAN))
    }

    /// A share, or the mark for unknown.
    pub(super) fn share(&self, share: Option<f64>) -> String {
        self.texts.percent(share.unwrap_or(f64::NAN))
    }

    /// A name from data, fit for a sentence or a table.
    pub(super) fn name(&self, name: &str) -> String {
        self.fit(name, NAME_WIDTH)
    }

    /// Other words from data or a plugin, such as a reason or a label.
    pub(super) fn free(&self, words: &str) -> String {
        self.fit(words, WORDS_WIDTH)
    }

    fn fit(&self, words: &str, width: usize) -> String {
        let words = clean(words);
        let words = words.trim();
        if words.is_empty() { self.texts.unknown() } else { cut(words, width).into_owned() }
    }

    /// A plugin's label.
    pub(super) fn label(&self, label: &Bilingual) -> String {
        self.free(self.texts.words(label))
    }

    /// The name of a customer by its number, with its id where others have the name.
    pub(super) fn customer(&self, no: CustomerNo) -> String {
        match (self.names.customer(no), self.names.tells_apart(no)) {
            (None, _) => say!(self, "nameless", number = no.to_string()),
            (Some(name), None) => self.name(name),
            (Some(name), Some(id)) => format!("{} ({})", self.name(name), self.name(id)),
        }
    }

    /// Words from data, or the mark for unknown.
    pub(super) fn word(&self, word: Option<&str>) -> String {
        self.name(word.unwrap_or_default())
    }

    /// A fact's label.
    pub(super) fn fact(&self, fact: &FactName) -> String {
        self.free(&self.texts.fact(fact))
    }

    /// The labels of facts: "a, b and c".
    pub(super) fn facts(&self, facts: &[FactName]) -> String {
        let labels: Vec<_> = facts.iter().map(|fact| self.fact(fact)).collect();
        self.texts.and(&labels)
    }

    /// The name of a type, or that there is none.
    pub(super) fn type_name(&self, customer_type: Option<CustomerType>) -> String {
        if let Some(customer_type) = customer_type {
            self.texts.customer_type(customer_type)
        } else {
            say!(self, "no-type")
        }
    }

    /// The types of which there are any, each with how many: "7 strategic and 2
    /// large"; then those of `total` that have none.
    pub(super) fn by_type(&self, counts: &[u32; 4], total: u32) -> String {
        let mut parts: Vec<_> = CustomerType::ALL
            .into_iter()
            .zip(counts)
            .filter(|(_, count)| **count > 0)
            .map(|(customer_type, count)| {
                let name = self.texts.customer_type(customer_type);
                say!(self, "so-many", n = *count, what = name)
            })
            .collect();
        let untyped = total.saturating_sub(counts.iter().sum());
        if untyped > 0 {
            parts.push(say!(self, "so-many", n = untyped, what = say!(self, "without-type")));
        }
        self.texts.and(&parts)
    }

    /// Bounds in words: "100 to 250", "at least 100", "more than 100"; `None`
    /// when open.
    pub(super) fn range(&self, bounds: Bounds, write: impl Fn(f64) -> String) -> Option<String> {
        let Bounds { min, max, exclude_min, exclude_max } = bounds;
        let from = |min: String| {
            let id = if exclude_min { "range-above" } else { "range-from" };
            say!(self, id, min)
        };
        let up_to = |max: String| {
            let id = if exclude_max { "range-below" } else { "range-to" };
            say!(self, id, max)
        };
        Some(match (min.map(&write), max.map(&write)) {
            (None, None) => return None,
            (Some(min), Some(max)) if exclude_min || exclude_max => {
                say!(self, "range-both", from = from(min), to = up_to(max))
            }
            (Some(min), Some(max)) if min == max => min,
            (Some(min), Some(max)) => say!(self, "range-between", min, max),
            (Some(min), None) => from(min),
            (None, Some(max)) => up_to(max),
        })
    }

    /// The name of a definition.
    pub(super) fn definition(&self, count: &DefinitionCount) -> String {
        match (&count.definition, &count.label) {
            (_, Some(label)) => self.label(label),
            (definition, None) => self.definition_name(definition, count.period),
        }
    }

    /// The name of a definition that brings no label; without "ever" where it
    /// is about a period.
    pub(super) fn definition_name(
        &self,
        definition: &Definition,
        period: Option<Period>,
    ) -> String {
        match definition_id(definition) {
            Some(id) if period.is_some() && definition.has_days() => {
                self.definition_text(&format!("{id}.then"), definition, period)
            }
            Some(id) => self.definition_text(&id, definition, None),
            None => self.free(definition.id()),
        }
    }

    /// A message of a definition with its numbers and its period filled in.
    pub(super) fn definition_text(
        &self,
        id: &str,
        definition: &Definition,
        period: Option<Period>,
    ) -> String {
        let amount = if let Definition::EarnedOver { amount: Some(amount), .. } = definition {
            self.exact(*amount)
        } else {
            say!(self, "definition-set-amount")
        };
        let months = if let Definition::PotentialWithin { months: Some(months) } = definition {
            say!(self, "format-months", n = *months)
        } else {
            say!(self, "definition-set-time")
        };
        let period = period.map(|period| self.texts.period(period)).unwrap_or_default();
        say!(self, id, amount, months, period)
    }

    /// A fact's value in its unit.
    pub(super) fn fact_value(&self, value: f64, unit: Unit) -> String {
        let texts = self.texts;
        match unit {
            _ if !value.is_finite() => texts.unknown(),
            Unit::Money => self.money(value),
            Unit::Days => texts.age(value),
            Unit::Count => texts.number(value),
            Unit::Share => texts.percent(value),
            Unit::Grade => say!(texts, "format-grade", grade = texts.number(value)),
            Unit::YesNo => say!(texts, if value > 0.5 { "yes" } else { "no" }),
        }
    }

    /// A measure's amount in its own unit.
    pub(super) fn measured(&self, amount: f64, measure: Measure) -> String {
        match measure {
            Measure::Value
            | Measure::Revenue
            | Measure::Margin
            | Measure::Gifts
            | Measure::AdSpend
            | Measure::SupportCost
            | Measure::AcquisitionCost => self.money(amount),
            Measure::Growth => self.texts.percent(amount),
            Measure::Potential => self.potential(Some(amount)),
            Measure::Invoices
            | Measure::Leads
            | Measure::Employees
            | Measure::Customers
            | Measure::Name => self.texts.number(amount),
        }
    }
}

/// The doubts without those that another one says already.
pub(super) fn telling(provisional: Provisional) -> impl Iterator<Item = Doubt> {
    let nothing_known = provisional.doubts().any(|doubt| doubt == Doubt::PotentialUnknown);
    provisional.doubts().filter(move |doubt| !nothing_known || *doubt != Doubt::LowConfidence)
}
