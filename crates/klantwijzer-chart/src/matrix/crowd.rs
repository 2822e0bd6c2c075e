//! The customers in the field: a bubble each, or cells when they are too many to tell apart.

use std::collections::BTreeMap;

use klantwijzer_core::types::CustomerType;

use super::field::Field;
use super::{Bubble, PortfolioMatrix};
use crate::card::SMALL;
use crate::geometry::Point;
use crate::palette::{CARD, TEXT, fill};
use crate::scene::{Mark, Scene};

/// A customer's place in the picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) centre: Point,
    pub(super) radius: f32,
    pub(super) kind: CustomerType,
    /// Whether it lies in the quarter of another type.
    pub(super) astray: bool,
}

const LARGEST: f32 = 50.0;
const SMALLEST: f32 = 6.0;
/// The share of the field that all bubbles together may cover.
const COVER: f64 = 0.15;
/// From the middle of a cell to the middle of the next.
const CELL: f32 = 22.0;

/// Where the customers lie and how large they are: area is value, down to the smallest dot seen.
pub(super) fn spots(
    field: &Field,
    matrix: &PortfolioMatrix<'_>,
    customers: &[Bubble<'_>],
) -> Vec<Spot> {
    let value = |customer: &Bubble<'_>| customer.value.max(0.0);
    let most = customers.iter().map(value).fold(0.0, f64::max);
    // Values are measured against the largest before they are summed, so no sum overflows.
    let share = |customer: &Bubble<'_>| if most > 0.0 { value(customer) / most } else { 0.0 };
    let total: f64 = customers.iter().map(share).sum();
    let room = f64::from(field.frame.width() * field.frame.height()) * COVER;
    let fair = (room / (std::f64::consts::PI * total.max(1.0))).sqrt() as f32;
    let largest = fair.clamp(18.0, LARGEST);
    let strip = field.unknown.map_or(LARGEST, |strip| (strip.height() - SMALL.line()) / 2.0 - 4.0);
    let spot = |customer: &Bubble<'_>| {
        let radius = (largest * share(customer).sqrt() as f32).max(SMALLEST);
        let radius = if customer.potential.is_none() { radius.min(strip) } else { radius };
        let astray = matrix.is_astray(customer);
        Spot { centre: field.place(customer), radius, kind: customer.kind, astray }
    };
    customers.iter().map(spot).collect()
}

/// Draws the spots, which come most valuable first, and returns the circles that names should leave
/// in sight.
pub(super) fn draw(scene: &mut Scene, field: &Field, spots: &[Spot]) -> Vec<(Point, f32)> {
    let many = spots.len() > PortfolioMatrix::MOST_BUBBLES;
    let (bubbles, rest) =
        spots.split_at(if many { PortfolioMatrix::BUBBLES_OVER_CELLS } else { spots.len() });
    if many {
        cells(scene, field, rest);
    }
    for Spot { centre, radius, kind, astray } in bubbles.iter().copied() {
        let rim = if astray { TEXT } else { CARD };
        scene.push(Mark::Disc { centre, radius, fill: fill(kind).faint(0.86), rim: Some(rim) });
    }
    bubbles.iter().map(|spot| (spot.centre, spot.radius)).collect()
}

/// Counts customers in a honeycomb: the colour is the most common type of a cell, and the deeper it
/// is the more customers there are, by powers, because a book has few large and many small ones.
fn cells(scene: &mut Scene, field: &Field, spots: &[Spot]) {
    let mut cells: BTreeMap<(i32, i32), [u32; 4]> = BTreeMap::new();
    for spot in spots {
        let counts = cells.entry(cell(field, spot.centre)).or_default();
        for (kind, count) in CustomerType::ALL.into_iter().zip(counts) {
            *count += u32::from(kind == spot.kind);
        }
    }
    let total = |counts: &[u32; 4]| f64::from(counts.iter().sum::<u32>());
    let most = cells.values().map(total).fold(1.0, f64::max).ln_1p();
    for (at, counts) in &cells {
        let common = CustomerType::ALL.into_iter().zip(counts).max_by_key(|(_, count)| **count);
        let Some((kind, _)) = common else { continue };
        let depth = (total(counts).ln_1p() / most).powf(1.5) as f32;
        scene.push(Mark::Area {
            outline: hexagon(middle(field, *at)),
            fill: fill(kind).faint(0.75f32.mul_add(depth, 0.15)),
        });
    }
}

/// Rows are this far apart in a honeycomb.
const ROW: f32 = CELL * 0.866_025_4;

fn cell(field: &Field, point: Point) -> (i32, i32) {
    let row = ((point.y - field.frame.top) / ROW).round() as i32;
    let column = ((point.x - field.frame.left - shift(row)) / CELL).round() as i32;
    (row, column)
}

fn middle(field: &Field, (row, column): (i32, i32)) -> Point {
    let x = CELL.mul_add(column as f32, field.frame.left + shift(row));
    Point::new(x, ROW.mul_add(row as f32, field.frame.top))
}

fn shift(row: i32) -> f32 {
    if row.rem_euclid(2) == 0 { 0.0 } else { CELL / 2.0 }
}

fn hexagon(middle: Point) -> Vec<Point> {
    let radius = CELL / 3f32.sqrt() * 0.94;
    let corner = |corner: u8| {
        let (sine, cosine) = ((f32::from(corner) + 0.5) * std::f32::consts::FRAC_PI_3).sin_cos();
        Point::new(cosine.mul_add(radius, middle.x), sine.mul_add(radius, middle.y))
    };
    (0..6).map(corner).collect()
}
