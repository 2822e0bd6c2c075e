//! What a sentence may be asking: rules over concepts.
//!
//! A rule names what must stand in a sentence for an intent to be meant; the
//! intent names what else it can make use of. The more of the sentence an
//! intent explains, the likelier it is meant.

use std::sync::LazyLock;

use klantwijzer_answer::query::{About, Intent};

use crate::concept::{Concept, ConceptSet, set};
use crate::grammar::grammar;
use crate::reading::{Item, Reading};

/// What a sentence asks, without details.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// A question about the book or the model.
    Question(Intent),
    /// Something that another part of the program does.
    Elsewhere(Elsewhere),
}

impl Asked {
    /// Whether an odd word can hardly turn it into another question; see
    /// [`is_tolerant`].
    fn is_tolerant(self) -> bool {
        match self {
            Self::Question(intent) => is_tolerant(intent),
            Self::Elsewhere(_) => true,
        }
    }
}

/// Whether an odd word can hardly turn the question into another one: it is
/// about one customer or about the model, and nobody is selected.
pub(crate) const fn is_tolerant(intent: Intent) -> bool {
    match intent {
        Intent::WhyType
        | Intent::WhyNotType
        | Intent::WhatIf
        | Intent::ScoreHistory
        | Intent::ExplainModel
        | Intent::Help => true,
        Intent::ListByType
        | Intent::CountByDefinition
        | Intent::CompareDefinitions
        | Intent::ExplainDefinition
        | Intent::SayNoList
        | Intent::SayNoCheck
        | Intent::TopN
        | Intent::Concentration
        | Intent::Compare
        | Intent::AcquisitionCost
        | Intent::AcquisitionCostList
        | Intent::CostToServe
        | Intent::OverdueInvoices
        | Intent::LapsedList
        | Intent::IdealProfile
        | Intent::DataGaps
        | Intent::MovedType
        | Intent::ContactProgramme
        | Intent::ContactDue => false,
    }
}

/// Whether it asks about customers that it names.
pub(crate) const fn is_about_one(intent: Intent) -> bool {
    match intent.about() {
        About::Named | About::Party => true,
        About::Book | About::Model => false,
    }
}

/// What is asked in words that are known, but is not a question to the
/// portfolio: another part of the program does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "teaching", derive(serde::Serialize))]
#[cfg_attr(feature = "teaching", serde(rename_all = "snake_case"))]
pub enum Elsewhere {
    /// Whom to contact, and when.
    ContactDue,
    /// Whom we did not contact for too long.
    ContactOverdue,
    /// When we last had contact.
    LastContact,
    /// Whom to invite to an event.
    EventInvitees,
    /// Plan a contact, or remind of one.
    ScheduleContact,
    /// Note a contact that took place.
    LogContact,
    /// Put a reminder off.
    SnoozeReminder,
    /// Give a customer another type by hand.
    OverrideType,
    /// Read a file in.
    ImportFile,
}

/// What may be asked, with how well it explains the sentence, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Candidate {
    pub asked: Asked,
    pub confidence: f64,
    /// Confidence with, among equals, the more specific rule before the other.
    pub rank: f64,
}

/// How much each need of a rule adds to its rank. Strengths differ in steps of a
/// few hundredths and rules have at most four needs: enough to settle a tie, too
/// little to turn a clear difference round.
const PER_NEED: f64 = 0.01;

/// What the sentence may be asking, the likeliest first.
pub(crate) fn candidates(reading: &Reading<'_>) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.fits(reading)) {
        let confidence = rule.strength * explained(reading, rule);
        let rank = confidence + PER_NEED * rule.needs.len() as f64;
        match found.iter_mut().find(|known| known.asked == rule.asked) {
            Some(known) if known.rank >= rank => {}
            Some(known) => *known = Candidate { asked: rule.asked, confidence, rank },
            None => found.push(Candidate { asked: rule.asked, confidence, rank }),
        }
    }
    found.sort_by(|a, b| b.rank.total_cmp(&a.rank));
    found
}

/// Everything that the rules of an intent make use of.
pub(crate) fn used_by(intent: Intent) -> ConceptSet {
    let rules = RULES.iter().filter(|rule| rule.asked == Asked::Question(intent));
    rules.fold(ConceptSet::EMPTY, |used, rule| used.union(rule.uses))
}

/// What a rule has explained by being recognised at all, so that a sentence of
/// one word and a filler is not all filler.
const RECOGNISED: f64 = 0.2;

/// The most that a word counts which can also be left out: ten of them are less
/// than two words that tell something.
const FILLER: f64 = 0.15;

/// An odd word where nobody is selected: two of them beside the name and the
/// question leave a reading certain, three do not.
const TOLERATED: f64 = 0.6;

/// A name, amount or period that the rule has no place for. It weighs as much as
/// two words of a question: "which customers in Zwolle" must not be answered with
/// all customers.
const LEFT_OVER_VALUE: f64 = 2.0;

/// The share of the sentence's meaning that the rule makes use of.
fn explained(reading: &Reading<'_>, rule: &Rule) -> f64 {
    let mut used = RECOGNISED;
    let mut unused = 0.0;
    let named = reading.has(Concept::CustomerName);
    for item in &reading.items {
        let weight = item.concepts.weight();
        let stray = named && item.concepts.has(Concept::Unknown);
        if item.concepts.meets(rule.uses) && !stray {
            used += weight;
        } else if item.concepts.has(Concept::Filler) {
            unused += weight.min(FILLER);
        } else if rule.asked.is_tolerant() && item.concepts.has(Concept::Unknown) {
            unused += TOLERATED;
        } else if item.concepts.meets(*VALUES) {
            unused += LEFT_OVER_VALUE;
        } else {
            unused += weight;
        }
    }
    let explained = used / (used + unused);
    let foreign = |item: &Item| {
        let placed = item.concepts.meets(rule.uses);
        !placed && (item.concepts.has(Concept::Other) || item.concepts.has(Concept::Unknown))
    };
    // However long the sentence, a word that nobody placed may select others.
    if !rule.asked.is_tolerant() && reading.items.iter().any(foreign) {
        return explained.min(DOUBTFUL);
    }
    explained
}

/// As much as is explained of a question to the book with a word left over: less
/// than is certain, more than is plausible ([`CERTAIN`], `PLAUSIBLE`), so that it
/// is asked back with what it lacks.
///
/// [`CERTAIN`]: crate::understanding::CERTAIN
const DOUBTFUL: f64 = 0.65;

struct Rule {
    asked: Asked,
    strength: f64,
    needs: Vec<ConceptSet>,
    /// What the first telling item must be.
    first: Option<ConceptSet>,
    forbids: ConceptSet,
    uses: ConceptSet,
}

impl Rule {
    /// Whether every need is met by an item of its own, and nothing forbids it.
    fn fits(&self, reading: &Reading<'_>) -> bool {
        let telling = |item: &&Item| !item.concepts.has(Concept::Filler);
        let first =
            reading.items.iter().find(telling).map_or(ConceptSet::EMPTY, |item| item.concepts);
        self.first.is_none_or(|needed| first.meets(needed))
            && !reading.items.iter().any(|item| item.concepts.meets(self.forbids))
            && assign(&self.needs, &reading.items, &mut vec![false; reading.items.len()])
    }
}

fn assign(needs: &[ConceptSet], items: &[Item], taken: &mut [bool]) -> bool {
    let Some((need, rest)) = needs.split_first() else {
        return true;
    };
    for (at, item) in items.iter().enumerate() {
        if !taken[at] && item.concepts.meets(*need) {
            taken[at] = true;
            if assign(rest, items, taken) {
                return true;
            }
            taken[at] = false;
        }
    }
    false
}

static VALUES: LazyLock<ConceptSet> =
    LazyLock::new(|| set("@naming unknown plugin_value number_value duration_value"));

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    grammar().flat_map(|(asked, uses, rules)| parse(asked, uses, rules)).collect()
});

/// One rule a line: its strength, then its needs; `a|b` is met by either,
/// `!a` forbids, `^a` must come first. `@name` is a group of concepts.
fn parse(asked: Asked, uses: &str, rules: &str) -> Vec<Rule> {
    let uses = set("@glue").union(set(uses));
    rules
        .lines()
        .filter_map(|line| {
            let (strength, needs) = line.trim().split_once(' ')?;
            let mut rule = Rule {
                asked,
                strength: strength.parse().ok()?,
                needs: Vec::new(),
                first: None,
                forbids: ConceptSet::EMPTY,
                uses,
            };
            for need in needs.split_whitespace() {
                if let Some(forbidden) = need.strip_prefix('!') {
                    rule.forbids = rule.forbids.union(set(forbidden));
                } else {
                    let (first, ids) =
                        need.strip_prefix('^').map_or((false, need), |ids| (true, ids));
                    rule.first = rule.first.or(first.then(|| set(ids)));
                    rule.needs.push(set(ids));
                    rule.uses = rule.uses.union(set(ids));
                }
            }
            Some(rule)
        })
        .collect()
}
