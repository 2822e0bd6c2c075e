//! What holds of every book.

use jiff::civil::date;
use klantwijzer_answer::body::Body;
use klantwijzer_answer::fixture::{Somebody, buyer, reviewed};
use klantwijzer_answer::query::{Entity, Filter, Measure, Query};
use klantwijzer_core::customer::{Role, Roles};
use klantwijzer_core::money::Money;
use klantwijzer_core::review::{Override, Standing};
use klantwijzer_core::settings::Settings;
use klantwijzer_core::types::CustomerType;
use proptest::prelude::*;
use smol_str::SmolStr;

use crate::answers::ask;

fn any_party() -> impl Strategy<Value = Somebody> {
    let wallet = prop::option::of(0.0_f64..1.0);
    let roles = prop::sample::select(vec![Roles::NONE, Role::Buyer.into(), Role::Recipient.into()]);
    (wallet, prop::collection::vec(1_i64..5000, 0..5), roles).prop_map(
        |(wallet, amounts, roles)| {
            let mut party = buyer("x", wallet, &amounts);
            party.profile.name = None;
            party.profile.roles = roles;
            if amounts.is_empty() {
                party.entries.clear();
            }
            party
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn everybody_who_can_bring_money_has_exactly_one_type(book in prop::collection::vec(any_party(), 1..60)) {
        let (portfolio, done) = reviewed(&book, &Settings::default());
        let knows_revenue = book.iter().any(|party| !party.entries.is_empty());
        for row in portfolio.rows() {
            match row.standing() {
                Standing::Typed(_) => prop_assert!(row.roles().can_bring_money() && knows_revenue),
                Standing::NoMoney => prop_assert!(!row.roles().can_bring_money()),
                Standing::Unscored(_) => prop_assert!(!knows_revenue),
                Standing::Absent | Standing::Kept(_) => {
                    prop_assert!(false, "everybody is there and scored");
                }
            }
        }
        let typed = portfolio.rows().filter(|row| row.record().is_some()).count() as u32;
        prop_assert_eq!(done.header.counts.iter().sum::<u32>(), typed);
    }

    #[test]
    fn scaling_all_money_changes_no_type(
        book in prop::collection::vec(any_party(), 1..60),
        factor in 2_i64..50,
    ) {
        let mut scaled = book.clone();
        for entry in scaled.iter_mut().flat_map(|party| party.entries.iter_mut()) {
            entry.amount = Money::from_ten_thousandths(entry.amount.ten_thousandths() * factor);
        }
        let (one, _) = reviewed(&book, &Settings::default());
        let (other, _) = reviewed(&scaled, &Settings::default());
        for (a, b) in one.rows().zip(other.rows()) {
            prop_assert_eq!(a.standing(), b.standing());
        }
    }

    #[test]
    fn knowing_more_never_lowers_confidence(book in prop::collection::vec(any_party(), 1..30)) {
        let mut richer = book.clone();
        for party in &mut richer {
            party.profile.facts.push((SmolStr::new_static("manager_judgement"), 7.0));
        }
        let (one, _) = reviewed(&book, &Settings::default());
        let (other, _) = reviewed(&richer, &Settings::default());
        for (a, b) in one.rows().zip(other.rows()) {
            prop_assert!(b.confidence() >= a.confidence());
        }
    }

    #[test]
    fn the_order_of_customers_changes_nobodys_type(book in prop::collection::vec(any_party(), 1..60)) {
        let (one, _) = reviewed(&book, &Settings::default());
        let backwards: Vec<Somebody> = book.iter().rev().cloned().collect();
        let (other, _) = reviewed(&backwards, &Settings::default());
        let last = book.len() as u32 - 1;
        for row in one.rows() {
            let same = other.row(last - row.no()).expect("the same customer");
            prop_assert_eq!(row.standing(), same.standing());
        }
    }

    #[test]
    fn whole_columns_list_and_rank_as_customers_one_by_one_do(
        book in prop::collection::vec(any_party(), 1..60),
    ) {
        let (portfolio, _) = reviewed(&book, &Settings::default());
        // An override that has expired decides nothing and has to be looked at.
        let looked_at = portfolio.with_overrides([Override {
            customer: 0,
            customer_type: CustomerType::Strategic,
            reason: "reference".into(),
            by: "boss".into(),
            given_on: date(2026, 1, 1),
            until: date(2026, 1, 2),
        }]);
        let of_plugin = Filter { plugin: Some("general".into()), ..Filter::default() };
        let sorts = [Measure::Value, Measure::Potential, Measure::Revenue, Measure::Growth];
        for (sort, types) in sorts.into_iter().zip([&[][..], &CustomerType::ALL[..1], &[], &[]]) {
            let list = |portfolio| {
                let (types, filter) = (types.to_vec(), Filter::default());
                ask(portfolio, &Query::ListByType { types, filter, sort })
            };
            prop_assert_eq!(list(&portfolio), list(&looked_at));
            let ranking = |filter: &Filter, lowest| {
                let (n, measure, entity) = (7, sort, Entity::Customer);
                let filter = filter.clone();
                let top = Query::TopN { n, measure, lowest, entity, filter, period: None };
                let Body::Ranking(found) = ask(&portfolio, &top).body else { panic!("a ranking") };
                (found.ranked, found.total, found.rows)
            };
            for lowest in [false, true] {
                prop_assert_eq!(
                    ranking(&Filter::default(), lowest),
                    ranking(&of_plugin, lowest)
                );
            }
        }
    }
}
