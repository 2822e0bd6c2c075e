//! Answers that the book cannot give on one day: made of answers that it gives.

use jiff::civil::date;
use klantwijzer_answer::body::{
    Answer, Body, Breakdown, DefinitionCount, FactName, Gaps, Help, Lack, MissingData, Note,
    Obstacle, Programme,
};
use klantwijzer_answer::query::Measure;
use klantwijzer_core::acquisition::LadderStep;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::profile::Criterion;
use klantwijzer_core::review::{Doubt, Outage, Provisional, Unscored};
use klantwijzer_core::types::CustomerType::{Development, Large, Strategic, Transactional};

use super::advice;
use super::notes::{every_note, fact, kept_score};
use super::{Sample, ask};

/// Every one.
pub(super) fn samples() -> Vec<Sample> {
    let mut samples = lists();
    samples.extend(whys());
    samples.extend(towards());
    samples.extend(models());
    samples.extend(counts());
    samples.extend(advice::samples());
    samples.extend(costs());
    samples.extend(rankings());
    samples.extend(times());
    samples
}

fn with_notes(question: &str, notes: Vec<Note>) -> Answer {
    Answer { notes, ..ask(question) }
}

fn lists() -> Vec<Sample> {
    let kept = changed!("list_strategic", Customers, |list| {
        list.customers[0].kept = Some(kept_score(Outage::Missing));
    });
    let doubtful = changed!("list_strategic", Customers, |list| {
        for card in &mut list.customers {
            card.model_type = None;
            card.provisional = Provisional::NO.with(Doubt::LowConfidence);
        }
    });
    let provisional = |customers| Note::Provisional { customers, fill_in: vec![fact("employees")] };
    let one = changed!("list_strategic", Customers, |list| {
        list.customers.truncate(1);
        list.total = 1;
    });
    let total = |answer: &Answer| answer.body.customers().total.unwrap_or_default();
    let all = with_notes("list", vec![provisional(total(&ask("list")))]);
    let of_type = with_notes("list_strategic", vec![provisional(total(&ask("list_strategic")))]);
    vec![
        ("list_kept", kept),
        ("list_doubtful", doubtful),
        ("list_one_provisional", Answer { notes: vec![provisional(1)], ..one }),
        ("list_all_provisional", all),
        ("list_type_provisional", of_type),
        ("list_untyped", changed!("list", Customers, |list| list.total = 0)),
        ("help_without_customers", changed!("help", Help, |help| *help = Help::default())),
        ("empty_book", Answer { body: Body::EmptyBook, notes: vec![], ..ask("help") }),
        ("notes", with_notes("list_strategic", every_note())),
    ]
}

fn whys() -> Vec<Sample> {
    let unscored = |why, failure: Option<&str>, fill_in: Vec<FactName>| {
        changed!("why_unscored", WhyType, |breakdown| {
            breakdown.unscored = why;
            breakdown.failure = failure.map(str::to_owned);
            breakdown.fill_in = fill_in;
        })
    };
    let lacks = [
        Lack::Wish { criterion: Criterion::Sector },
        Lack::Review,
        Lack::EarlierYear,
        Lack::Unsaid,
    ];
    let lack = |breakdown: &mut Breakdown| {
        for (factor, lack) in breakdown.potential_factors.iter_mut().zip(lacks) {
            (factor.points, factor.lack) = (None, Some(lack));
            factor.unknown.clear();
        }
    };
    let no_plugin = changed!("why_unscored", WhyType, |breakdown| {
        breakdown.unscored = Some(Unscored::NoPlugin);
        breakdown.card.plugin = None;
    });
    let doubtful = changed!("why_provisional", WhyType, |breakdown| {
        let every = Doubt::ALL.into_iter().fold(Provisional::NO, Provisional::with);
        (breakdown.card.provisional, breakdown.card.potential) = (every, None);
    });
    let kept = changed!("why_donor", WhyType, |breakdown| {
        breakdown.card.kept = Some(kept_score(Outage::Missing));
    });
    vec![
        (
            "why_claimed_provisional",
            changed!("why_provisional", WhyType, |b| b.wrongly_claimed = Some(Large)),
        ),
        (
            "why_claimed_decided",
            changed!("why_decided", WhyType, |b| b.wrongly_claimed = Some(Large)),
        ),
        (
            "why_claimed_development",
            changed!("why", WhyType, |b| b.wrongly_claimed = Some(Development)),
        ),
        ("why_doubtful", doubtful),
        ("why_lacking", changed!("why", WhyType, |breakdown| lack(breakdown))),
        ("why_only_one", changed!("why_donor", WhyType, |b| (b.rank, b.ranked) = (Some(1), 1))),
        ("why_of_many", changed!("why", WhyType, |b| (b.ranked, b.groups) = (89, 1))),
        ("why_no_bar", changed!("why", WhyType, |b| b.high_value_from = None)),
        ("why_kept", kept),
        ("why_plugin_missing", unscored(Some(Unscored::NoPlugin), None, vec![])),
        ("why_no_plugin", no_plugin),
        ("why_failed", unscored(Some(Unscored::PluginFailed), Some("division by zero"), vec![])),
        ("why_facts", unscored(Some(Unscored::FactUnknown(0)), None, vec![])),
        ("why_not_finite", unscored(Some(Unscored::NotFinite), None, vec![])),
        ("why_unreviewed", unscored(None, None, vec![])),
    ]
}

fn towards() -> Vec<Sample> {
    let odd = vec![
        Obstacle::ValueTooLow { value: 7_100.0, needed: None },
        Obstacle::ValueTooHigh { value: 41_210.0, below: None },
        Obstacle::PotentialTooLow { potential: None, needed: 60.0 },
        // Rounded, it would read as enough.
        Obstacle::PotentialTooLow { potential: Some(59.7), needed: 60.0 },
        Obstacle::Overridden,
        Obstacle::Waiting { since: date(2026, 10, 26) },
        Obstacle::Unscored,
    ];
    let down = vec![
        Obstacle::ValueTooHigh { value: 41_210.0, below: Some(17_889.0) },
        Obstacle::PotentialTooHigh { potential: 71.3, below: 55.0 },
    ];
    let waiting = odd[5..6].to_vec();
    vec![
        ("why_not_odd", changed!("why_not_up", WhyNotType, |not| not.obstacles = odd)),
        (
            "why_not_untyped",
            changed!("why_not_up", WhyNotType, |not| {
                not.breakdown.card.customer_type = None;
                not.obstacles = vec![Obstacle::Unscored];
            }),
        ),
        (
            "what_if_down",
            changed!("what_if_type", WhatIf, |what_if| {
                (what_if.target, what_if.obstacles) = (Transactional, down);
            }),
        ),
        (
            "what_if_waiting",
            changed!("what_if_type", WhatIf, |what_if| what_if.obstacles = waiting),
        ),
    ]
}

fn models() -> Vec<Sample> {
    let open = changed!("model_value", Model, |model| {
        for sector in &mut model.sectors {
            sector.high_value_from = None;
        }
    });
    let margin = changed!("model_say_no", Model, |model| model.signs.margin_after_service = 250.0);
    vec![("model_value_open", open), ("model_say_no_margin", margin)]
}

fn counts() -> Vec<Sample> {
    let unknown =
        |definition| DefinitionCount { definition, label: None, count: None, period: None };
    let Body::Count(own) = ask("count_own").body else { panic!("a count") };
    vec![
        (
            "count_unknown",
            changed!("count", Count, |count| count.first = unknown(Definition::ProfileMatch)),
        ),
        (
            "definitions_unknown",
            changed!("definitions", Definitions, |both| {
                both.counts = vec![unknown(Definition::ProfileMatch)];
            }),
        ),
        (
            "definition_customer_own",
            changed!("definition", Definition, |explained| {
                explained.default = own.first;
            }),
        ),
        (
            "definition_nobody",
            changed!("definition_own", Definition, |explained| {
                explained.asked =
                    explained.asked.take().map(|own| DefinitionCount { count: Some(0), ..own });
            }),
        ),
        (
            "definition_no_count",
            changed!("definition_own", Definition, |explained| {
                explained.asked =
                    explained.asked.take().map(|own| DefinitionCount { count: None, ..own });
            }),
        ),
    ]
}

fn costs() -> Vec<Sample> {
    let no_costs = || vec![Note::NoData { missing: MissingData::AcquisitionCost }];
    let no_payments = vec![Note::NoData { missing: MissingData::Payments }];
    let step = |step| {
        changed!("acquisition_one", AcquisitionCost, |cost| {
            if let Some(line) = &mut cost.customer {
                line.step = step;
            }
        })
    };
    let open = changed!("acquisition_sectors", AcquisitionCost, |cost| {
        cost.all.ratio = None;
        (cost.groups[0].cost, cost.groups[0].ratio) = (4_000.0, None);
    });
    let no_revenue = changed!("acquisition_one", AcquisitionCost, |cost| {
        if let Some(line) = &mut cost.customer {
            line.ratio = None;
        }
    });
    let mut samples = vec![
        ("acquisition_one_no_revenue", no_revenue),
        ("acquisition_unknown", with_notes("acquisition", no_costs())),
        ("acquisition_list_unknown", with_notes("acquisition_list", no_costs())),
        ("acquisition_open", open),
        (
            "service_one_left",
            changed!("service_one", CostToServe, |cost| {
                (cost.rows[0].left, cost.rows[0].requests) = (Some(120.0), None);
            }),
        ),
        ("service_one_cost", changed!("service_one", CostToServe, |cost| cost.rows[0].left = None)),
        ("overdue_unknown", with_notes("overdue", no_payments)),
        (
            "overdue_one_no_amount",
            changed!("overdue_one", Overdue, |overdue| {
                (overdue.rows[0].amount, overdue.amount) = (None, 0.0);
            }),
        ),
    ];
    let steps = [LadderStep::Fine, LadderStep::Watch, LadderStep::LowerCost, LadderStep::ThenNo];
    samples.extend(steps.map(|one| ("acquisition_step", step(one))));
    samples
}

fn rankings() -> Vec<Sample> {
    let lately = changed!("top_nothing", Ranking, |ranking| ranking.period = None);
    let never = changed!("top_nothing", Ranking, |ranking| ranking.newest = None);
    let income = changed!("top_nothing", Ranking, |ranking| ranking.measure = Measure::Value);
    let unknown = changed!("compare_groups", Comparison, |both| both.sides[0].potential = None);
    let split = changed!("compare_groups", Comparison, |both| {
        for (side, (value, potential)) in
            both.sides.iter_mut().zip([(1_000.0, 70.0), (3_000.0, 20.0), (2_000.0, 30.0)])
        {
            (side.value, side.potential) = (Some(value), Some(potential));
        }
    });
    vec![
        ("top_nothing_lately", lately),
        ("top_nothing_ever", never),
        ("top_nothing_income", income),
        ("compare_side_by_side", unknown),
        ("compare_groups_split", split),
    ]
}

fn times() -> Vec<Sample> {
    let none = |from_review| {
        changed!("moved_since", Moved, |moved| {
            (moved.total, moved.to) = (0, None);
            moved.from_review = from_review;
            moved.rows.clear();
        })
    };
    let every_way = changed!("moved_since", Moved, |moved| {
        let row = moved.rows[0].clone();
        let ways = [
            (Some(Large), Some(Strategic)),
            (Some(Strategic), Some(Large)),
            (None, Some(Development)),
            (Some(Transactional), None),
        ];
        moved.rows.clear();
        for (from, to) in ways {
            let mut row = row.clone();
            (row.from, row.to) = (from, to);
            moved.rows.push(row);
        }
        (moved.total, moved.to) = (4, None);
    });
    let points = |points: usize| changed!("history", History, |h| h.points.truncate(points));
    let lapsed_some = changed!("lapsed", Lapsed, |lapsed| {
        lapsed.rows.push(lapsed.rows[0].clone());
        lapsed.total += 1;
    });
    let lapsed_none = changed!("lapsed", Lapsed, |lapsed| {
        lapsed.total = 0;
        lapsed.rows.clear();
    });
    let without_moments = changed!("programme_large", Programme, |programme| {
        for one in &mut programme.programmes {
            one.moments.clear();
        }
    });
    let free = changed!("programme_edited", Programme, |programme| {
        for moment in programme.programmes.iter_mut().flat_map(|one| &mut one.moments) {
            (moment.minutes, moment.lead_days, moment.ideal_days) = (0, 0, None);
        }
    });
    let clear = |gaps: &mut Gaps| {
        gaps.fields.clear();
        gaps.rows.clear();
    };
    vec![
        ("moved_none", none(Some(date(2026, 10, 26)))),
        ("moved_first", none(None)),
        ("moved_every_way", every_way),
        ("lapsed_some", lapsed_some),
        ("lapsed_none", lapsed_none),
        ("ideal_least_nobody", changed!("ideal_least", Ideal, |ideal| ideal.matches = 0)),
        ("history_none", points(0)),
        ("history_one", points(1)),
        ("programme_without_moments", without_moments),
        ("programme_free", free),
        (
            "programme_none",
            changed!("programme", Programme, |all| *all = Programme { programmes: vec![] }),
        ),
        ("gaps_none", changed!("gaps", Gaps, |gaps| clear(gaps))),
        ("gaps_field_none", changed!("gaps_field", Gaps, |gaps| clear(gaps))),
        (
            "ideal_regulated",
            changed!("ideal", Ideal, |ideal| ideal.profile.regulatory_pressure = Some(7.0)),
        ),
    ]
}
