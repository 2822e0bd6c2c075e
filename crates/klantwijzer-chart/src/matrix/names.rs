//! Whose name matters: the largest, the strategic, and those who may soon change type.

use klantwijzer_core::types::CustomerType;

use super::crowd::Spot;
use super::field::Field;
use super::{Bubble, PortfolioMatrix};
use crate::labels::Anchor;
use crate::palette::TEXT;

/// So many names can be read in one picture.
const NAMES: usize = 14;
const LARGEST: usize = 6;
const STRATEGIC: usize = 4;
const NEAR: usize = 3;
/// How much of other bubbles a name may hide, in pixels: those of the largest must be there, and
/// without the others the picture is still true.
const MUST: f32 = 2_600.0;
const MAY: f32 = 1_000.0;
/// This close to a border, in pixels, a type may soon change.
const CLOSE: f32 = 30.0;

/// The customers to name, the most important first. `customers` and `spots` go together and come
/// most valuable first.
pub(super) fn that_matter<'a>(
    field: &Field,
    customers: &[Bubble<'a>],
    spots: &[Spot],
) -> Vec<Anchor<'a>> {
    // Only who surely has a bubble is worth a name, however near a border others are.
    let worth = PortfolioMatrix::BUBBLES_OVER_CELLS;
    let worth: Vec<_> = customers.iter().zip(spots).take(worth).enumerate().collect();
    let strategic = worth
        .iter()
        .filter(|(_, (customer, _))| customer.kind == CustomerType::Strategic)
        .map(|(at, _)| *at);
    let mut near: Vec<_> = worth
        .iter()
        .filter(|(_, (customer, _))| customer.potential.is_some())
        .map(|(at, (_, spot))| (*at, to_border(field, spot)))
        .filter(|(_, distance)| *distance <= CLOSE)
        .collect();
    near.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    let near = near.into_iter().map(|(at, _)| at);

    let mut order: Vec<usize> = Vec::new();
    let mut add = |group: &mut dyn Iterator<Item = usize>, most: usize| {
        for at in group.take(most) {
            if order.len() < NAMES && !order.contains(&at) {
                order.push(at);
            }
        }
    };
    add(&mut (0..worth.len()), LARGEST);
    add(&mut strategic.into_iter(), LARGEST + STRATEGIC);
    add(&mut near.into_iter(), NEAR);
    add(&mut (0..worth.len()), NAMES);
    order
        .into_iter()
        .filter_map(|at| worth.get(at))
        .map(|(at, (customer, spot))| Anchor {
            name: customer.name,
            centre: spot.centre,
            radius: spot.radius,
            ink: TEXT,
            worth: if *at < LARGEST { MUST } else { MAY },
        })
        .collect()
}

fn to_border(field: &Field, spot: &Spot) -> f32 {
    (spot.centre.x - field.borders.x).abs().min((spot.centre.y - field.borders.y).abs())
}
