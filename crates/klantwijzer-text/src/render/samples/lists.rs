//! Lists of customers, and every note.

use jiff::civil::date;
use klantwijzer_answer::body::{
    Body, CustomerList, Gap, GapLine, Gaps, Help, KeptScore, LedgerSign, MissingData, Move, Moved,
    Note,
};
use klantwijzer_answer::query::{Filter, Measure};
use klantwijzer_core::bounds::Bounds;
use klantwijzer_core::period::Period;
use klantwijzer_core::review::{Doubt, Outage, Pending, Provisional, Unscored};
use klantwijzer_core::types::CustomerType::{self, Development, Large, Strategic};

use super::{Sample, answer, card, donor, fact};

pub(super) fn samples() -> Vec<Sample> {
    let mut samples = by_type();
    let help = Help {
        best: Some((1, Strategic)),
        next: Some(2),
        sector: Some("Zorg".into()),
        year: Some(1998),
    };
    samples.push(("help_without_customers", answer(Body::Help(Help::default()), vec![])));
    samples.push(("help", answer(Body::Help(help), vec![])));
    samples.push(("empty_book", answer(Body::EmptyBook, vec![])));
    samples
        .push(("notes", answer(Body::Customers(list(&[Strategic], [7, 0, 0, 0])), every_note())));
    samples
}

fn list(types: &[CustomerType], counts: [u32; 4]) -> CustomerList {
    let mut one = card("Save-a-lot Markets", Strategic, 41_210.5, 71.3);
    one.provisional = Provisional::NO.with(Doubt::LowConfidence).with(Doubt::Young);
    let mut two = card("Ernst Handel", Strategic, 48_096.257, 66.0);
    two.model_type = Some(Large);
    let mut three = card("QUICK-Stop", Strategic, 37_217.0, 60.2);
    three.pending = Some(Pending { to: Large, since: date(1998, 4, 6) });
    three.owner = None;
    three.kept = Some(kept_score(Outage::Missing));
    CustomerList {
        types: types.to_vec(),
        filter: Filter::default(),
        sort: Measure::Value,
        total: counts.iter().sum(),
        counts,
        customers: vec![one, two, three],
    }
}

/// A score of before, while a plugin is out.
pub(super) fn kept_score(outage: Outage) -> KeptScore {
    KeptScore { scored_on: date(1998, 3, 2), plugin: "nonprofit".into(), outage }
}

fn by_type() -> Vec<Sample> {
    let provisional = Note::Provisional {
        customers: 3,
        fill_in: vec![fact("employees"), fact("share_of_wallet")],
    };
    let strategic = list(&[Strategic], [7, 0, 0, 0]);
    let mut all = list(&[], [7, 11, 20, 51]);
    all.sort = Measure::Potential;
    let filtered = CustomerList {
        filter: Filter {
            country: Some("Germany".into()),
            owner: Some("Nancy Davolio".into()),
            employees: Bounds::at_least(100.0),
            ..Filter::default()
        },
        ..list(&[Strategic, Development], [2, 0, 1, 0])
    };
    let of_all = |customers| Note::Provisional { customers, fill_in: vec![fact("employees")] };
    let mut doubtful = list(&[Strategic], [2, 0, 0, 0]);
    doubtful.customers.truncate(2);
    doubtful.customers[1].model_type = None;
    doubtful.customers[1].provisional = Provisional::NO.with(Doubt::LowConfidence);
    let mut one_doubtful = list(&[Strategic], [1, 0, 0, 0]);
    one_doubtful.customers.truncate(1);
    let none = CustomerList {
        customers: vec![],
        filter: Filter { sector: Some("Zorg".into()), ..Filter::default() },
        ..list(&[Development], [0; 4])
    };
    let donors = CustomerList {
        customers: vec![donor("Stichting Vrienden", Development, 1_250.0)],
        ..list(&[Development], [0, 0, 1, 0])
    };
    vec![
        ("list_strategic", answer(Body::Customers(strategic), vec![provisional.clone()])),
        ("list_all_provisional", answer(Body::Customers(doubtful), vec![of_all(2)])),
        ("list_one_provisional", answer(Body::Customers(one_doubtful), vec![of_all(1)])),
        ("list_types_provisional", answer(Body::Customers(all.clone()), vec![of_all(89)])),
        ("list_some_provisional", answer(Body::Customers(all.clone()), vec![provisional])),
        ("list_all", answer(Body::Customers(all), vec![])),
        ("list_filtered", answer(Body::Customers(filtered), vec![])),
        ("list_none", answer(Body::Customers(none), vec![])),
        ("list_donors", answer(Body::Customers(donors), vec![])),
    ]
}

fn every_note() -> Vec<Note> {
    let unscored = |why, failure: Option<&str>, id: Option<&str>, plugin: &str| Note::Unscored {
        customers: 4,
        plugin: plugin.into(),
        why,
        failure: failure.map(str::to_owned),
        fact: id.map(fact),
    };
    let mut notes = vec![
        Note::Provisional { customers: 1, fill_in: vec![] },
        Note::TooEarlyForNo { customers: 3, fill_in: vec![fact("employees")] },
        Note::TooEarlyForNo { customers: 1, fill_in: vec![] },
        Note::NotLookedFor {
            signs: vec![LedgerSign::AcquisitionCost, LedgerSign::SupportCost, LedgerSign::Payments],
        },
        Note::Pending { customers: 2 },
        Note::Overridden { customers: 1 },
        Note::Kept { customers: 12, kept: kept_score(Outage::Missing) },
        Note::Kept { customers: 1, kept: kept_score(Outage::Failed("out of memory".to_owned())) },
        unscored(Unscored::NoPlugin, None, None, ""),
        unscored(Unscored::NoPlugin, None, None, "nonprofit"),
        unscored(Unscored::PluginFailed, None, None, "general"),
        unscored(Unscored::PluginFailed, Some("division by zero"), None, "general"),
        unscored(Unscored::FactUnknown(0), None, Some("last_gift"), "nonprofit"),
        unscored(Unscored::FactUnknown(0), None, None, "nonprofit"),
        unscored(Unscored::NotFinite, None, None, "general"),
        Note::TooManyStrategic { customers: 42, limit: 30, managers: 2 },
        Note::Dependence { name: "Save-a-lot Markets".to_owned(), share: 0.314 },
        Note::Shown { shown: 1000, total: 2357 },
        Note::StaleReview { days: 45 },
        Note::WorkedOut,
        Note::PeriodLeftOut,
        Note::InPeriod { period: Period::new(date(1997, 1, 1), date(1997, 12, 31)) },
        Note::OnlyAbout { filter: Filter { sector: Some("Zorg".into()), ..Filter::default() } },
        Note::NobodyFits,
    ];
    let missing = [
        MissingData::AcquisitionCost,
        MissingData::SupportCost,
        MissingData::Payments,
        MissingData::Margin,
        MissingData::Size,
        MissingData::Sectors,
        MissingData::EarlierReview,
        MissingData::Gifts,
        MissingData::Leads,
    ];
    notes.extend(missing.map(|missing| Note::NoData { missing }));
    notes
}

/// Lists with a number and a name that are anything at all.
pub(super) fn hostile(number: f64, name: &str) -> Vec<Sample> {
    let odd = card(name, Strategic, number, number);
    let mut all = list(&[], [1, 0, 0, 0]);
    all.customers = vec![odd.clone()];
    all.filter.owner = Some(name.into());
    all.filter.value = Bounds::between(number, number);
    let moved = Moved {
        from_review: Some(date(1998, 2, 1)),
        to_review: date(1998, 5, 6),
        from: None,
        to: None,
        total: 1,
        rows: vec![Move { card: odd.clone(), from: None, to: None, value_before: Some(number) }],
    };
    let gaps = Gaps {
        field: None,
        customers: 1,
        fields: vec![Gap { field: fact(name), unknown: 1, weight: number }],
        rows: vec![GapLine { card: odd, unknown: vec![fact(name)] }],
    };
    let dependence = Note::Dependence { name: name.to_owned(), share: number };
    vec![
        ("list", answer(Body::Customers(all), vec![dependence])),
        ("moved", answer(Body::Moved(moved), vec![])),
        ("gaps", answer(Body::Gaps(gaps), vec![])),
    ]
}
