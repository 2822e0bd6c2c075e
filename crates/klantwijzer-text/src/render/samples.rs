//! Answers of every shape, made by hand, for the tests of texts.

pub(super) mod common;
mod compare;
mod costs;
mod counts;
pub(super) mod imports;
mod lists;
mod no;
mod times;
pub(super) mod unclear;
mod why;

use jiff::civil::{Date, date};
use klantwijzer_answer::body::{Answer, Body, Card, FactName, Note};
use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::manifest::Words;
use klantwijzer_core::money::Currency;
use klantwijzer_core::review::Provisional;
use klantwijzer_core::types::CustomerType;

use super::pen::Names;

/// The day of every sample.
pub(super) const TODAY: Date = date(1998, 5, 6);

/// A named answer.
pub(super) type Sample = (&'static str, Answer);

/// Every sample by family.
pub(super) fn families() -> [(&'static str, Vec<Sample>); 7] {
    [
        ("lists", lists::samples()),
        ("times", times::samples()),
        ("why", why::samples()),
        ("counts", counts::samples()),
        ("no", no::samples()),
        ("costs", costs::samples()),
        ("compare", compare::samples()),
    ]
}

/// An answer about wholesale customers.
pub(super) fn answer(body: Body, notes: Vec<Note>) -> Answer {
    let currency = Currency::new("USD").unwrap();
    Answer { as_of: TODAY, currency, body, notes }
}

/// A customer of the general plugin.
pub(super) fn card(name: &str, customer_type: CustomerType, value: f64, potential: f64) -> Card {
    Card {
        no: 1,
        id: name.chars().take(5).collect::<String>().to_uppercase().into(),
        name: name.to_owned(),
        sector: Some("Grocery".into()),
        owner: Some("Nancy Davolio".into()),
        country: Some("USA".into()),
        plugin: Some("general".into()),
        customer_type: Some(customer_type),
        model_type: None,
        provisional: Provisional::NO,
        pending: None,
        value: Some(value),
        potential: Some(potential),
        confidence: Some(0.8),
        kept: None,
    }
}

/// A donor of a charity.
pub(super) fn donor(name: &str, customer_type: CustomerType, value: f64) -> Card {
    Card { plugin: Some("nonprofit".into()), ..card(name, customer_type, value, 48.0) }
}

pub(super) fn fact(id: &str) -> FactName {
    FactName { id: id.into(), label: None }
}

pub(super) fn both(en: &str, nl: &str) -> Bilingual {
    Bilingual { en: en.to_owned(), nl: nl.to_owned() }
}

/// What the samples' book and plugins call things.
pub(super) struct Book {
    donors: Words,
    general: Words,
    sectors: [(&'static str, Bilingual); 2],
}

impl Book {
    pub(super) fn new() -> Self {
        Self {
            donors: Words { one: both("donor", "donateur"), many: both("donors", "donateurs") },
            general: Words { one: both("customer", "klant"), many: both("customers", "klanten") },
            sectors: [
                ("general", both("trade and services", "handel en diensten")),
                ("nonprofit", both("charities", "goede doelen")),
            ],
        }
    }
}

impl Names for Book {
    fn tells_apart(&self, no: u32) -> Option<String> {
        Some(format!("{}", 1000 + no))
    }

    fn customer(&self, no: u32) -> Option<&str> {
        match no {
            1 => Some("Save-a-lot Markets"),
            2 => Some("Ernst Handel"),
            _ => None,
        }
    }

    fn words(&self, plugin: &str) -> Option<&Words> {
        match plugin {
            "nonprofit" => Some(&self.donors),
            "general" => Some(&self.general),
            _ => None,
        }
    }

    fn sector(&self, plugin: &str) -> Option<&Bilingual> {
        self.sectors.iter().find(|(id, _)| *id == plugin).map(|(_, name)| name)
    }
}

/// Samples of most shapes in which a number and a name are anything at all.
pub(super) fn hostile(number: f64, name: &str) -> Vec<Sample> {
    let mut samples = lists::hostile(number, name);
    samples.extend(why::hostile(number, name));
    samples.extend(costs::hostile(number, name));
    samples.extend(no::hostile(number, name));
    samples
}
