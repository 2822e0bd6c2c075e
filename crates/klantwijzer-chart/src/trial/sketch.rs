//! The layout of the samples, held still. Places are rounded to whole pixels, so that the last digit
//! of a logarithm, which differs between machines, does not matter.

use std::fmt::Write;

use super::samples::{
    CUSTOMERS, FLOWS, MOMENTS, REVIEWS, STEPS, funnel, history, matrix, movement,
};
use super::{corners, untidy};
use crate::scene::{Mark, Scene};

fn sketch(scene: &Scene) -> String {
    assert_eq!(untidy(scene), Vec::<String>::new());
    let mut text = format!("card 1200 x {:.0}\n", scene.height);
    for mark in &scene.marks {
        let places: Vec<_> =
            corners(mark).iter().map(|(x, y)| format!("{:.0},{:.0}", x + 0.0, y + 0.0)).collect();
        let what = match mark {
            Mark::Area { .. } => "area",
            Mark::Ribbon { .. } => "ribbon",
            Mark::Bar { .. } => "bar",
            Mark::Disc { .. } => "disc",
            Mark::Line { .. } => "line",
            Mark::Words(words) => &format!("{:?}", words.text),
        };
        writeln!(text, "{what} {}", places.join(" ")).unwrap();
    }
    text
}

#[test]
fn matrix_lies_still() {
    insta::assert_snapshot!(sketch(&matrix(&CUSTOMERS).scene().unwrap()));
}

#[test]
fn funnel_lies_still() {
    insta::assert_snapshot!(sketch(&funnel(&STEPS).scene().unwrap()));
}

#[test]
fn movement_lies_still() {
    insta::assert_snapshot!(sketch(&movement(&REVIEWS, &FLOWS).scene().unwrap()));
}

#[test]
fn history_lies_still() {
    insta::assert_snapshot!(sketch(&history(&MOMENTS).scene().unwrap()));
}
