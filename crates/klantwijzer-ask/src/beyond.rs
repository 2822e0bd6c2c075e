//! What a query has no place for: a sentence that asks more than one can say is
//! asked back, never answered in part.

use klantwijzer_answer::query::{Entity, Intent};

use crate::concept::{Concept, ConceptSet};
use crate::filters::entity;
use crate::reading::{Item, Reading, Value};

/// Whether the sentence says something that the query of an intent about many
/// customers would leave out.
pub(crate) fn asks_more(intent: Intent, reading: &Reading<'_>) -> bool {
    let denied = reading.has(Concept::Not);
    match intent {
        Intent::ListByType => denied || about_new_ones(reading) || counted_per_group(reading),
        Intent::CountByDefinition => denied || about_new_ones(reading) || in_two_periods(reading),
        Intent::TopN => {
            denied || about_new_ones(reading) || in_two_periods(reading) || is_a_ratio(reading)
        }
        Intent::MovedType => denied && !reading.has_any(&MOVING),
        Intent::SayNoList => of_a_colleague(reading),
        Intent::WhyType
        | Intent::WhyNotType
        | Intent::WhatIf
        | Intent::CompareDefinitions
        | Intent::ExplainDefinition
        | Intent::ExplainModel
        | Intent::SayNoCheck
        | Intent::Concentration
        | Intent::Compare
        | Intent::AcquisitionCost
        | Intent::AcquisitionCostList
        | Intent::CostToServe
        | Intent::OverdueInvoices
        | Intent::LapsedList
        | Intent::IdealProfile
        | Intent::DataGaps
        | Intent::ScoreHistory
        | Intent::ContactProgramme
        | Intent::ContactDue
        | Intent::Help => false,
    }
}

/// Whether what the sentence names is to be left out: "outside Germany", "not
/// in care". No query can say so.
pub(crate) fn leaves_out(reading: &Reading<'_>) -> bool {
    const WITHOUT: [&str; 6] = ["buiten", "outside", "without", "zonder", "excluding", "behalve"];
    let telling = reading.items.iter().filter(|item| item.concepts.weight() > 0.0);
    let telling: Vec<&Item> = telling.collect();
    telling.windows(2).any(|pair| {
        let denied = pair[0].concepts.has(Concept::Not)
            || WITHOUT.contains(&reading.forms[pair[0].range.start].as_str());
        denied && pair[1].concepts.meets(NARROWING)
    })
}

/// What tells some customers from others.
const NARROWING: ConceptSet =
    ConceptSet::of(&[Concept::SectorValue, Concept::OwnerValue, Concept::CountryValue]);

fn in_two_periods(reading: &Reading<'_>) -> bool {
    reading.whens().count() > 1
}

/// What a change of type is told by.
const MOVING: [Concept; 8] = {
    use Concept::{Become, Down, Lapsed, Leave, Move, Still, Stop, Up};
    [Still, Move, Leave, Stop, Lapsed, Become, Up, Down]
};

/// "Fire Nancy" is not about customers.
fn of_a_colleague(reading: &Reading<'_>) -> bool {
    !reading.has(Concept::Customer)
        && reading.telling().windows(2).any(|pair| {
            pair[0].concepts.has(Concept::SayNo) && pair[1].concepts.has(Concept::OwnerValue)
        })
}

/// "Revenue per employee" is a ratio, and none that is kept.
fn is_a_ratio(reading: &Reading<'_>) -> bool {
    const WHOLE: [Concept; 8] = {
        use Concept::{Advertiser, Country, Customer, Donor, Group, Owner, Sector, Type};
        [Customer, Sector, Owner, Country, Group, Type, Donor, Advertiser]
    };
    reading.telling().windows(2).any(|pair| {
        let per = reading.forms[pair[0].range.start] == "per" && pair[0].range.len() == 1;
        per && !WHOLE.iter().any(|concept| pair[1].concepts.has(*concept))
    })
}

/// Who is new among the customers is not kept.
fn about_new_ones(reading: &Reading<'_>) -> bool {
    const NEW: [&str; 5] = ["new", "newest", "nieuw", "nieuwe", "nieuwste"];
    let plain = |item: &&Item| matches!(item.value, Value::None | Value::Unknown);
    let mut words = reading.items.iter().filter(plain).flat_map(|item| item.range.clone());
    words.any(|at| NEW.contains(&reading.forms[at].as_str()))
}

/// "How many strategic customers does each account manager have?"
fn counted_per_group(reading: &Reading<'_>) -> bool {
    reading.has(Concept::HowMany)
        && reading.has_any(&[Concept::Every, Concept::Per])
        && matches!(entity(reading), Entity::Sector | Entity::Owner | Entity::Country)
}
