use std::fs::read_to_string;

use klantwijzer_plugin::{Sector, scoring};

use crate::Nonprofit;

const DONORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/kdd98_donors.csv");
const DAYS_PER_MONTH: f64 = 30.44;

/// A donor before the mailing, and what it gave in answer.
struct Donor {
    facts: Vec<(&'static str, f64)>,
    gave: f64,
}

fn donors() -> Option<Vec<Donor>> {
    let Ok(text) = read_to_string(DONORS) else {
        println!("skipped: there is no {DONORS}");
        return None;
    };
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next()?.split(',').collect();
    let column = |name: &str| header.iter().position(|known| *known == name).unwrap();
    let columns = [
        ("last_gift", "LAST_GIFT_AMT", 1.0),
        ("fact:average_gift", "LIFETIME_AVG_GIFT_AMT", 1.0),
        ("fact:response_rate", "RECENT_RESPONSE_PROP", 1.0),
        ("gifts_total", "LIFETIME_GIFT_AMOUNT", 1.0),
        ("gift_count_total", "LIFETIME_GIFT_COUNT", 1.0),
        ("days_since_last_gift", "MONTHS_SINCE_LAST_GIFT", DAYS_PER_MONTH),
        ("days_since_first_gift", "MONTHS_SINCE_FIRST_GIFT", DAYS_PER_MONTH),
    ]
    .map(|(fact, name, scale)| (fact, column(name), scale));
    let gave = column("Donation.Amount");
    let donor = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let number = |at: usize| cells[at].trim().parse::<f64>().ok();
        let fact = |(fact, at, scale)| Some((fact, number(at)? * scale));
        Donor {
            facts: columns.into_iter().filter_map(fact).collect(),
            gave: number(gave).unwrap_or(0.0),
        }
    };
    Some(lines.map(donor).collect())
}

/// The values of donors, by those of their facts that `known` lets through.
fn values(donors: &[Donor], known: impl Fn(&str) -> bool) -> Vec<f64> {
    let scoring = scoring::<Nonprofit>("").unwrap();
    let specs = &scoring.manifest().facts;
    let scores = scoring
        .score(donors.len(), &mut |columns| {
            for (column, spec) in columns.iter_mut().zip(specs) {
                for (cell, donor) in column.iter_mut().zip(donors) {
                    let fact = donor.facts.iter().find(|(id, _)| *id == spec.id);
                    let fact = fact.filter(|(id, _)| known(id));
                    *cell = fact.map_or(f64::NAN, |(_, value)| *value);
                }
            }
        })
        .unwrap();
    scores.value().to_vec()
}

fn fact(donors: &[Donor], id: &str) -> Vec<f64> {
    let value = |donor: &Donor| donor.facts.iter().find(|(fact, _)| *fact == id).unwrap().1;
    donors.iter().map(value).collect()
}

/// How much more often the first tenth by this rank answered than all did, and
/// which share of the gift money the first fifth gave.
fn lift_and_share(donors: &[Donor], rank: &[f64]) -> (f64, f64) {
    let mut order: Vec<usize> = (0..donors.len()).collect();
    order.sort_by(|a, b| rank[*b].total_cmp(&rank[*a]));
    let answered = |some: &[usize]| {
        let number = some.iter().filter(|at| donors[**at].gave > 0.0).count();
        number as f64 / some.len() as f64
    };
    let money = |some: &[usize]| some.iter().map(|at| donors[*at].gave).sum::<f64>();
    let (tenth, fifth) = (&order[..order.len() / 10], &order[..order.len() / 5]);
    (answered(tenth) / answered(&order), money(fifth) / money(&order))
}

#[test]
fn value_ranks_gift_money_better_than_any_single_fact() {
    let Some(donors) = donors() else { return };
    let told = |name: &str, rank: &[f64]| {
        let (lift, share) = lift_and_share(&donors, rank);
        println!("{name:32} response lift {lift:.2}, share of gift money {share:.3}");
        (lift, share)
    };
    let (last_lift, last_share) = told("last gift", &fact(&donors, "last_gift"));
    let (_, response_share) = told("response rate", &fact(&donors, "fact:response_rate"));
    let recent: Vec<f64> = fact(&donors, "days_since_last_gift").iter().map(|d| -d).collect();
    let (_, recency_share) = told("recency", &recent);
    let (_, average_share) = told("average gift", &fact(&donors, "fact:average_gift"));

    let (lift, share) = told("value", &values(&donors, |_| true));
    let single = [last_share, response_share, recency_share, average_share];
    assert!(single.iter().all(|other| share > *other), "{share} against {single:?}");
    assert!(lift > last_lift + 0.05, "{lift} against {last_lift}");

    let counts = values(&donors, |id| id != "fact:response_rate" && id != "fact:average_gift");
    let (lift, share) = told("value without the response rate", &counts);
    assert!(share > 0.29 && lift > last_lift, "{share}, {lift}");
}
