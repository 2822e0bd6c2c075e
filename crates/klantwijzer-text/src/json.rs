//! Answers for scripts: the stable part of the contract of `--json`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use klantwijzer_answer::body::{Answer, Body, Card, DefinitionCount};
use klantwijzer_core::definition::Definition;
use klantwijzer_core::review::{Doubt, Outage, ReviewHeader, SectorRecord};
use klantwijzer_core::types::CustomerType;
use serde::Serialize;
use serde_json::Value;

use crate::render::{Names, notes};
use crate::texts::Texts;

/// The object under `answer`. Keys are never left out: what is unknown is
/// `null`, and so is a number that is not finite.
#[derive(Debug, Serialize)]
pub struct AnswerJson<'a> {
    /// The day that the answer is about, `YYYY-MM-DD`.
    pub as_of: Date,
    /// How many customers the answer is about; more than `customers` holds where
    /// only the first are listed. `null` where the answer counts nobody.
    pub total: Option<u32>,
    /// The customers in the answer, in its order.
    pub customers: Vec<CustomerJson<'a>>,
    /// Numbers of customers: by type (`strategic`, `large`, ...) or by definition
    /// (`invoiced`, `paid`, ...), whichever the answer counts by; `null` for a
    /// definition that cannot be computed. Empty where it counts by neither.
    pub counts: BTreeMap<String, Option<u32>>,
    /// What the reader must know beside it, in the reader's language.
    pub notes: Vec<String>,
    /// All of the answer by its kind, under `kind`. It can gain keys between
    /// versions.
    pub detail: Value,
}

/// A customer in an answer.
#[derive(Debug, Serialize)]
pub struct CustomerJson<'a> {
    /// The outside id.
    pub id: &'a str,
    /// The name; the outside id where there is none.
    pub name: &'a str,
    /// `strategic`, `large`, `development` or `transactional`.
    #[serde(rename = "type")]
    pub customer_type: Option<CustomerType>,
    /// The model's own type, where a person's override replaces it.
    pub model_type: Option<CustomerType>,
    /// Whether the type is provisional.
    pub provisional: bool,
    /// Why it is: `potential_unknown`, `low_confidence`, `young`, `few_invoices`.
    pub doubts: Vec<Doubt>,
    /// The type that it changes to when the next review agrees.
    pub pending: Option<PendingJson>,
    /// Money per year, in `currency`.
    pub value: Option<f64>,
    /// ISO 4217 code.
    pub currency: &'a str,
    /// 0 to 100.
    pub potential: Option<f64>,
    /// Share of the potential's weight that is known, 0 to 1.
    pub confidence: Option<f64>,
    /// The account manager.
    pub owner: Option<&'a str>,
    /// Sector, as the book writes it.
    pub sector: Option<&'a str>,
    /// Country, as the book writes it.
    pub country: Option<&'a str>,
    /// The score of before that this is, while its plugin is out.
    pub kept: Option<KeptJson<'a>>,
}

/// A score of before that a customer keeps.
#[derive(Debug, Serialize)]
pub struct KeptJson<'a> {
    /// The day of the review that scored it, `YYYY-MM-DD`.
    pub scored_on: Date,
    /// The plugin that is out.
    pub plugin: &'a str,
    /// `missing` or `failed`.
    pub outage: &'static str,
}

/// A plugin that was out at a review.
#[derive(Debug, Serialize)]
pub struct OutageJson<'a> {
    /// Its id.
    pub plugin: &'a str,
    /// `missing` or `failed`.
    pub outage: &'static str,
    /// How it failed, in its own words.
    pub words: Option<&'a str>,
    /// How many customers keep a score of before.
    pub kept: u32,
    /// How many have none.
    pub unscored: u32,
}

/// The plugins that were out at a review.
pub fn outages(review: &ReviewHeader) -> Vec<OutageJson<'_>> {
    let mut outages = Vec::new();
    for SectorRecord { id, customers, unscored, outage, .. } in &review.sectors {
        let Some((outage, words)) = outage.as_ref().map(named) else { continue };
        let (kept, unscored) = (*customers, *unscored);
        outages.push(OutageJson { plugin: id, outage, words, kept, unscored });
    }
    outages
}

fn named(outage: &Outage) -> (&'static str, Option<&str>) {
    match outage {
        Outage::Missing => ("missing", None),
        Outage::Failed(words) => ("failed", Some(words)),
    }
}

/// A change of type that waits for a second review.
#[derive(Debug, Serialize)]
pub struct PendingJson {
    /// The type to come.
    #[serde(rename = "type")]
    pub customer_type: CustomerType,
    /// The day of the review that said so first, `YYYY-MM-DD`.
    pub since: Date,
}

/// The answer for a script.
pub fn answer<'a>(answer: &'a Answer, texts: &Texts, names: &dyn Names) -> AnswerJson<'a> {
    let customers = answer.body.customers();
    let currency = answer.currency.code();
    AnswerJson {
        as_of: answer.as_of,
        total: customers.total,
        customers: customers.shown.into_iter().map(|card| customer(card, currency)).collect(),
        counts: counts(&answer.body),
        notes: notes(answer, texts, names),
        // Numbers that are not finite become null here.
        detail: serde_json::to_value(&answer.body).unwrap_or(Value::Null),
    }
}

fn customer<'a>(card: &'a Card, currency: &'a str) -> CustomerJson<'a> {
    CustomerJson {
        id: &card.id,
        name: &card.name,
        customer_type: card.customer_type,
        model_type: card.model_type,
        provisional: card.provisional.any(),
        doubts: card.provisional.doubts().collect(),
        pending: card
            .pending
            .map(|pending| PendingJson { customer_type: pending.to, since: pending.since }),
        value: card.value,
        currency,
        potential: card.potential,
        confidence: card.confidence,
        owner: card.owner.as_deref(),
        sector: card.sector.as_deref(),
        country: card.country.as_deref(),
        kept: card.kept.as_ref().map(|kept| KeptJson {
            scored_on: kept.scored_on,
            plugin: &kept.plugin,
            outage: named(&kept.outage).0,
        }),
    }
}

/// Numbers of customers by type or by definition.
fn counts(body: &Body) -> BTreeMap<String, Option<u32>> {
    match body {
        Body::Customers(list) => by_type(&list.counts),
        Body::Model(model) => by_type(&model.counts),
        Body::Count(count) => by_definition(std::iter::once(&count.first).chain(&count.funnel)),
        Body::Definitions(comparison) => by_definition(&comparison.counts),
        Body::Definition(explanation) => {
            by_definition(explanation.asked.iter().chain(Some(&explanation.default)))
        }
        Body::SayNo(list) => BTreeMap::from([
            ("say_no".to_owned(), Some(list.say_no)),
            ("lower_cost".to_owned(), Some(list.lower_cost)),
        ]),
        Body::SayNoCheck(check) => {
            check.expected.as_ref().map(|like| by_type(&like.counts)).unwrap_or_default()
        }
        Body::WhyType(_)
        | Body::WhyNotType(_)
        | Body::WhatIf(_)
        | Body::Ranking(_)
        | Body::Concentration(_)
        | Body::Comparison(_)
        | Body::AcquisitionCost(_)
        | Body::AcquisitionCostList(_)
        | Body::CostToServe(_)
        | Body::Overdue(_)
        | Body::Lapsed(_)
        | Body::Ideal(_)
        | Body::Gaps(_)
        | Body::Moved(_)
        | Body::History(_)
        | Body::Programme(_)
        | Body::Agenda(_)
        | Body::Help(_)
        | Body::EmptyBook => BTreeMap::new(),
    }
}

fn by_type(counts: &[u32; 4]) -> BTreeMap<String, Option<u32>> {
    let pairs = CustomerType::ALL.into_iter().zip(counts);
    pairs.map(|(customer_type, count)| (customer_type.id().to_owned(), Some(*count))).collect()
}

fn by_definition<'a>(
    counts: impl IntoIterator<Item = &'a DefinitionCount>,
) -> BTreeMap<String, Option<u32>> {
    let id = |definition: &Definition| match definition {
        Definition::EarnedOver { margin: true, .. } => "earned_over_margin".to_owned(),
        definition => definition.id().to_owned(),
    };
    counts.into_iter().map(|count| (id(&count.definition), count.count)).collect()
}
