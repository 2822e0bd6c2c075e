//! Anything that may come: whatever the numbers and names, a picture is tidy or a clear error.

use klantwijzer_core::types::CustomerType;
use proptest::prelude::*;

use super::samples::{
    CUSTOMERS, FLOWS, MOMENTS, REVIEWS, STEPS, funnel, history, matrix, money, movement,
};
use super::untidy;
use crate::{
    Bubble, Caption, ChartError, FunnelStep, Moment, PortfolioMatrix, Quarter, ReviewColumn,
    ValueHistory,
};

fn finite() -> impl Strategy<Value = f64> {
    let any = any::<f64>().prop_filter("finite", |number| number.is_finite());
    prop_oneof![4 => -5e3..1e5f64, 1 => any, 1 => Just(0.0)]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[A-Z][a-z]{2,12} [A-Z][a-z]{2,12}", 1 => ".{0,80}", 1 => "W{50,300}"]
}

fn kind() -> impl Strategy<Value = CustomerType> {
    prop::sample::select(CustomerType::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn matrix_is_tidy(
        book in prop::collection::vec((name(), finite(), prop::option::of(-50.0..150.0f64), kind()), 1..60),
        borders in (finite(), -20.0..120.0f64),
        words in prop::array::uniform5(name()),
    ) {
        let customers: Vec<_> = book
            .iter()
            .map(|(name, value, potential, kind)| Bubble {
                name, value: *value, potential: *potential, kind: *kind,
            })
            .collect();
        let [title, one, two, three, four] = &words;
        let picture = PortfolioMatrix {
            caption: Caption { title, subtitle: one, note: two },
            value_axis: three,
            potential_axis: four,
            quarters: [one, two, three, four].map(|name| Quarter { name, note: title }),
            value_border: borders.0,
            potential_border: borders.1,
            ..matrix(&customers)
        };
        let scene = picture.scene().unwrap();
        prop_assert_eq!(untidy(&scene), Vec::<String>::new());
    }

    #[test]
    fn funnel_is_tidy(steps in prop::collection::vec((name(), any::<u32>(), name(), any::<bool>()), 1..=24)) {
        let steps: Vec<_> = steps
            .iter()
            .map(|(name, count, figure, chosen)| FunnelStep {
                name, count: *count, figure, chosen: *chosen,
            })
            .collect();
        let scene = funnel(&steps).scene().unwrap();
        prop_assert_eq!(untidy(&scene), Vec::<String>::new());
    }

    #[test]
    fn movement_is_tidy(
        columns in prop::collection::vec((name(), prop::array::uniform4(0.0..500.0f64), name()), 2..=36),
        flows in prop::collection::vec(prop::array::uniform4(prop::array::uniform4(0.0..300.0f64)), 35),
        huge in any::<bool>(),
    ) {
        let times = if huge { 1e305 } else { 1.0 };
        let reviews: Vec<_> = columns
            .iter()
            .map(|(date, amounts, figure)| ReviewColumn {
                date, amounts: amounts.map(|amount| amount * times), figures: [figure; 4],
            })
            .collect();
        let flows = &flows[..reviews.len() - 1];
        let scene = movement(&reviews, flows).scene().unwrap();
        prop_assert_eq!(untidy(&scene), Vec::<String>::new());
    }

    #[test]
    fn history_is_tidy(
        past in prop::collection::vec(
            (any::<i32>(), name(), prop::option::of(finite()), prop::option::of(kind())), 1..60,
        ),
        words in prop::array::uniform4(name()),
    ) {
        let moments: Vec<_> = past
            .iter()
            .map(|(day, date, value, kind)| Moment { day: *day, date, value: *value, kind: *kind })
            .collect();
        let picture = ValueHistory {
            types: [0, 1, 2, 3].map(|at| words[at].as_str()),
            ..history(&moments)
        };
        match picture.scene() {
            Ok(scene) => prop_assert_eq!(untidy(&scene), Vec::<String>::new()),
            Err(error) => {
                prop_assert_eq!(error, ChartError::Empty);
                prop_assert!(past.iter().all(|(_, _, value, _)| value.is_none()));
            }
        }
    }
}

#[test]
fn a_hundred_thousand_customers_are_tidy_and_few_marks() {
    let names: Vec<_> = (0..100_000).map(|at| format!("Klant {at}")).collect();
    let customers: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(at, name)| Bubble {
            name,
            value: 1e6 / (at as f64 + 1.0) - 150.0,
            potential: (at % 9 != 0).then_some((at * 37 % 101) as f64),
            kind: CustomerType::ALL[at % 4],
        })
        .collect();
    let scene = matrix(&customers).scene().unwrap();
    assert_eq!(untidy(&scene), Vec::<String>::new());
    let labels =
        super::words(&scene).iter().filter(|words| words.text.starts_with("Klant ")).count();
    assert!(labels >= 8, "only {labels} customers are named");
    assert!(scene.marks.len() < 3_000, "{} marks", scene.marks.len());
}

#[test]
fn what_cannot_be_drawn_is_a_clear_error() {
    let none = ChartError::Empty;
    assert_eq!(matrix(&[]).png().unwrap_err(), none);
    assert_eq!(funnel(&[]).png().unwrap_err(), none);
    assert_eq!(movement(&[], &[]).png().unwrap_err(), none);
    assert_eq!(movement(&REVIEWS[..1], &[]).png().unwrap_err(), none);
    assert_eq!(history(&[]).png().unwrap_err(), none);
    assert_eq!(history(&MOMENTS[2..3]).png().unwrap_err(), none);

    let naught = [ReviewColumn { amounts: [0.0; 4], ..REVIEWS[0] }; 2];
    assert_eq!(movement(&naught, &[]).png().unwrap_err(), none);
    assert_eq!(
        movement(&REVIEWS, &FLOWS[..1]).png().unwrap_err(),
        ChartError::FlowsDoNotMatch { reviews: 3, expected: 2, given: 1 }
    );
    assert!(matches!(
        funnel(&[STEPS[0]; 25]).png().unwrap_err(),
        ChartError::TooMany { given: 25, most: 24, .. }
    ));
    assert!(matches!(
        movement(&[REVIEWS[0]; 37], &[]).png().unwrap_err(),
        ChartError::TooMany { given: 37, .. }
    ));
    assert!(matches!(
        history(&[MOMENTS[0]; 401]).png().unwrap_err(),
        ChartError::TooMany { given: 401, .. }
    ));
}

#[test]
fn a_number_that_is_none_is_named() {
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let named = |error: ChartError, whose: &str| match error {
            ChartError::NotFinite { of, .. } => assert_eq!(of, whose),
            other => panic!("{other:?}"),
        };
        let mut customers = CUSTOMERS;
        customers[2].value = bad;
        named(matrix(&customers).png().unwrap_err(), "Schouten BV");
        let mut customers = CUSTOMERS;
        customers[2].potential = Some(bad);
        named(matrix(&customers).png().unwrap_err(), "Schouten BV");
        let border = PortfolioMatrix { value_border: bad, ..matrix(&CUSTOMERS) };
        named(border.png().unwrap_err(), "Klantwaarde per jaar");
        let border = PortfolioMatrix { potential_border: bad, ..matrix(&CUSTOMERS) };
        named(border.png().unwrap_err(), "Potentie");
        let mut reviews = REVIEWS;
        reviews[1].amounts[3] = bad;
        named(movement(&reviews, &FLOWS).png().unwrap_err(), "1 feb 2024");
        let mut flows = FLOWS;
        flows[0][1][2] = bad;
        named(movement(&REVIEWS, &flows).png().unwrap_err(), "1 jan 2024");
        let mut moments = MOMENTS;
        moments[0].value = Some(bad);
        named(history(&moments).png().unwrap_err(), "1 jan 2024");
    }
    let mut reviews = REVIEWS;
    reviews[1].amounts[3] = -1.0;
    assert!(matches!(
        movement(&reviews, &FLOWS).png().unwrap_err(),
        ChartError::Negative { of, .. } if of == "1 feb 2024"
    ));
}

#[test]
fn words_without_any_room_are_left_out() {
    let empty = Caption::default();
    let picture = PortfolioMatrix {
        caption: empty,
        value_axis: "",
        potential_axis: "",
        unknown_potential: "",
        quarters: [Quarter { name: "", note: "" }; 4],
        money: &|_| String::new(),
        points: &|_| String::new(),
        ..matrix(&CUSTOMERS)
    };
    assert_eq!(untidy(&picture.scene().unwrap()), Vec::<String>::new());
    let long = |amount: f64| money(amount).repeat(40);
    let picture = ValueHistory { money: &long, ..history(&MOMENTS) };
    assert_eq!(untidy(&picture.scene().unwrap()), Vec::<String>::new());
}
