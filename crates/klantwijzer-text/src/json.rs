//! Answers for scripts: the stable part of the contract of `--json`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use klantwijzer_answer::body::{Answer, Body, Card, DefinitionCount};
use klantwijzer_core::definition::Definition;
use klantwijzer_core::review::{Doubt, Outage, ReviewHeader, SectorRecord};
use klantwijzer_core::types::CustomerType;
use serde::Serialize;
use serde_json::Value;
use smol_str::SmolStr;

use crate::render::{Names, notes};
use crate::texts::Texts;

/// The object under `answer`. Keys are never left out: what is unknown is
/// `null`. Every number is finite.
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
    pub customer_type: Option<&'static str>,
    /// The model's own type, where a person's override replaces it.
    pub model_type: Option<&'static str>,
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
    pub customer_type: &'static str,
    /// The day of the review that said so first, `YYYY-MM-DD`.
    pub since: Date,
}

/// The answer for a script.
pub fn answer<'a>(answer: &'a Answer, texts: &Texts, names: &dyn Names) -> AnswerJson<'a> {
    let (total, cards) = listed(&answer.body);
    let currency = answer.currency.code();
    AnswerJson {
        as_of: answer.as_of,
        total,
        customers: cards.into_iter().map(|card| customer(card, currency)).collect(),
        counts: counts(&answer.body),
        notes: notes(answer, texts, names),
        // Numbers that are not finite become null here.
        detail: serde_json::to_value(&answer.body).unwrap_or(Value::Null),
    }
}

fn customer<'a>(card: &'a Card, currency: &'a str) -> CustomerJson<'a> {
    let finite = |number: Option<f64>| number.filter(|number| number.is_finite());
    CustomerJson {
        id: &card.id,
        name: &card.name,
        customer_type: card.customer_type.map(CustomerType::id),
        model_type: card.model_type.map(CustomerType::id),
        provisional: card.provisional.any(),
        doubts: card.provisional.doubts().collect(),
        pending: card
            .pending
            .map(|pending| PendingJson { customer_type: pending.to.id(), since: pending.since }),
        value: finite(card.value),
        currency,
        potential: finite(card.potential),
        confidence: finite(card.confidence),
        owner: card.owner.as_ref().map(SmolStr::as_str),
        sector: card.sector.as_ref().map(SmolStr::as_str),
        country: card.country.as_ref().map(SmolStr::as_str),
        kept: card.kept.as_ref().map(|kept| KeptJson {
            scored_on: kept.scored_on,
            plugin: &kept.plugin,
            outage: named(&kept.outage).0,
        }),
    }
}

/// How many customers an answer is about, and those that it lists.
fn listed(body: &Body) -> (Option<u32>, Vec<&Card>) {
    match body {
        Body::Customers(list) => (Some(list.total), list.customers.iter().collect()),
        Body::WhyType(breakdown) => (Some(1), vec![&breakdown.card]),
        Body::WhyNotType(why_not) => (Some(1), vec![&why_not.breakdown.card]),
        Body::WhatIf(what_if) => (Some(1), vec![&what_if.breakdown.card]),
        Body::Count(count) => (count.first.count, Vec::new()),
        Body::Definition(explanation) => {
            (explanation.asked.as_ref().unwrap_or(&explanation.default).count, Vec::new())
        }
        Body::SayNo(list) => {
            (Some(list.say_no + list.lower_cost), list.cases.iter().map(|c| &c.card).collect())
        }
        Body::SayNoCheck(check) => {
            (Some(u32::from(check.card.is_some())), check.card.iter().collect())
        }
        Body::Ranking(ranking) => {
            let cards = ranking.rows.iter().filter_map(|row| row.card.as_ref()).collect();
            (Some(ranking.ranked), cards)
        }
        Body::Concentration(concentration) => {
            (Some(concentration.customers), concentration.largest.iter().map(|(c, _)| c).collect())
        }
        Body::Comparison(comparison) => {
            let customers = comparison.sides.iter().map(|side| side.customers).sum();
            (Some(customers), comparison.sides.iter().filter_map(|s| s.card.as_ref()).collect())
        }
        Body::AcquisitionCost(cost) => match &cost.customer {
            Some(line) => (Some(1), vec![&line.card]),
            None => (Some(cost.all.customers), Vec::new()),
        },
        Body::AcquisitionCostList(list) => {
            (Some(list.total), list.rows.iter().map(|row| &row.card).collect())
        }
        Body::CostToServe(cost) => {
            (Some(cost.total), cost.rows.iter().map(|row| &row.card).collect())
        }
        Body::Overdue(overdue) => {
            (Some(overdue.total), overdue.rows.iter().map(|row| &row.card).collect())
        }
        Body::Lapsed(lapsed) => {
            (Some(lapsed.total), lapsed.rows.iter().map(|(card, _)| card).collect())
        }
        Body::Ideal(ideal) => (Some(ideal.matches), ideal.examples.iter().collect()),
        Body::Gaps(gaps) => (Some(gaps.customers), gaps.rows.iter().map(|r| &r.card).collect()),
        Body::Moved(moved) => (Some(moved.total), moved.rows.iter().map(|r| &r.card).collect()),
        Body::History(history) => (Some(1), vec![&history.card]),
        Body::EmptyBook => (Some(0), Vec::new()),
        Body::Definitions(_) | Body::Model(_) | Body::Programme(_) | Body::Help(_) => {
            (None, Vec::new())
        }
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
