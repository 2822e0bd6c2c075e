//! The ground of the matrix: axes, borders and the names of the quarters.

use klantwijzer_core::types::CustomerType;

use super::{Bubble, PortfolioMatrix};
use crate::card::{MARGIN, SMALL, STRONG};
use crate::font::{Style, fonts};
use crate::geometry::{Point, Rect};
use crate::palette::{CARD, GRID, Ink, MUTED, RULE, TEXT, fill, ink};
use crate::scale::{Linear, Value};
use crate::scene::{Align, Scene, Words};

/// Where the numbers lie in the picture.
pub(super) struct Field {
    /// The plot, edges included.
    pub(super) frame: Rect,
    /// The strip under the plot for customers of unknown potential, if there are any.
    pub(super) unknown: Option<Rect>,
    /// The borders between low and high.
    pub(super) borders: Point,
    value: Value,
    potential: Linear,
}

/// The room inside the plot's edges, so that a bubble at the end of a scale stays in sight.
const INSIDE: f32 = 40.0;
/// The same above and below, where the names of the quarters lie.
const HEADROOM: f32 = 64.0;
const QUARTER: Style = Style::semibold(32.0);
/// The height of the strip for unknown potential: its name, and bubbles under it.
pub(super) const STRIP: f32 = 92.0;

impl Field {
    pub(super) fn lay(matrix: &PortfolioMatrix<'_>, body: Rect, customers: &[Bubble<'_>]) -> Self {
        let tick_room = [0.0, matrix.potential_border, 100.0]
            .map(|tick| fonts().width(&(matrix.points)(tick), STRONG))
            .into_iter()
            .fold(0.0, f32::max)
            .min(120.0);
        let unknown = customers.iter().any(|customer| customer.potential.is_none());
        let strip = if unknown { STRIP + 8.0 } else { 0.0 };
        let frame = Rect::new(
            body.left + tick_room + 14.0,
            body.top + SMALL.line() + 4.0,
            body.right,
            2.0f32.mul_add(-SMALL.line(), body.bottom) - 10.0 - strip,
        );
        let values = || customers.iter().map(|customer| customer.value);
        let lowest = values().fold(f64::INFINITY, f64::min);
        let highest = values().fold(f64::NEG_INFINITY, f64::max);
        let across = (frame.left + INSIDE, frame.right - 1.4 * INSIDE);
        let value = Value::new((lowest, highest), matrix.value_border, across);
        let up = (frame.bottom - HEADROOM, frame.top + HEADROOM);
        let potential = Linear::new((0.0, 100.0), up);
        let borders =
            Point::new(value.place(matrix.value_border), potential.place(matrix.potential_border));
        let below = frame.bottom + 8.0;
        let strip = Rect::new(frame.left, below, frame.right, below + STRIP);
        Self { frame, unknown: unknown.then_some(strip), borders, value, potential }
    }

    /// The plot and the strip under it.
    pub(super) fn whole(&self) -> Rect {
        let bottom = self.unknown.map_or(self.frame.bottom, |strip| strip.bottom);
        Rect { bottom, ..self.frame }
    }

    /// The middle of a customer's bubble.
    pub(super) fn place(&self, customer: &Bubble<'_>) -> Point {
        let y = match (customer.potential, self.unknown) {
            (None, Some(strip)) => f32::midpoint(strip.top + SMALL.line(), strip.bottom),
            (potential, _) => self.potential.place(potential.unwrap_or_default()),
        };
        Point::new(self.value.place(customer.value), y)
    }

    /// Draws the ground and returns the names of the quarters, which lie on top of everything.
    pub(super) fn ground(&self, matrix: &PortfolioMatrix<'_>, scene: &mut Scene) -> Vec<Words> {
        for kind in CustomerType::ALL {
            scene.bar(self.quarter(kind), 0.0, fill(kind).faint(0.07));
        }
        if let Some(strip) = self.unknown {
            scene.bar(strip, 0.0, GRID.faint(0.6));
        }
        self.value_axis(matrix, scene);
        self.potential_axis(matrix, scene);
        let Point { x, y } = self.borders;
        let Rect { left, top, right, bottom } = self.frame;
        scene.dashes(Point::new(x, top), Point::new(x, bottom), 3.0, RULE);
        scene.dashes(Point::new(left, y), Point::new(right, y), 3.0, RULE);
        self.names(matrix)
    }

    fn quarter(&self, kind: CustomerType) -> Rect {
        let Rect { left, top, right, bottom } = self.frame;
        let (left, right) =
            if kind.high_value() { (self.borders.x, right) } else { (left, self.borders.x) };
        let (top, bottom) =
            if kind.high_potential() { (top, self.borders.y) } else { (self.borders.y, bottom) };
        Rect::new(left, top, right, bottom)
    }

    /// The name and note of each quarter in its outer corner, side by side.
    fn names(&self, matrix: &PortfolioMatrix<'_>) -> Vec<Words> {
        let mut names = Vec::new();
        for (kind, words) in CustomerType::ALL.into_iter().zip(matrix.quarters) {
            let quarter = self.quarter(kind);
            let room = quarter.width() - 32.0;
            let (edge, align, inwards) = if kind.high_value() {
                (quarter.right - 16.0, Align::Right, -1.0)
            } else {
                (quarter.left + 16.0, Align::Left, 1.0)
            };
            let top = if kind.high_potential() {
                quarter.top + 10.0
            } else {
                quarter.bottom - 10.0 - QUARTER.line()
            };
            let base = QUARTER.base_below(top);
            let at = (Point::new(edge, base), align);
            let name = Words::set(words.name, QUARTER, ink(kind), at, room);
            let beside = name.bounds.width() + 14.0;
            let at = (Point::new(beside.mul_add(inwards, edge), base), align);
            names.push(name);
            names.push(Words::set(words.note, SMALL, MUTED, at, room - beside));
        }
        if let Some(strip) = self.unknown {
            let at =
                (Point::new(strip.left + 16.0, SMALL.base_below(strip.top + 4.0)), Align::Left);
            let room = strip.width() - 32.0;
            names.push(Words::set(matrix.unknown_potential, SMALL, MUTED, at, room));
        }
        names.retain(|words| !words.text.is_empty());
        names.into_iter().map(|words| words.with_halo(CARD.faint(0.85))).collect()
    }

    fn value_axis(&self, matrix: &PortfolioMatrix<'_>, scene: &mut Scene) {
        let bottom = self.whole().bottom;
        let base = SMALL.base_below(bottom + 8.0);
        let Rect { left, top, right, .. } = self.frame;
        let set = |tick: f64, style, colour| {
            let x = self.value.place(tick);
            let at = (Point::new(x, base), Align::Middle);
            let words = Words::set(&(matrix.money)(tick), style, colour, at, 240.0);
            let inside = words.bounds.left >= left - 20.0 && words.bounds.right <= right;
            inside.then_some((words, (Point::new(x, top), Point::new(x, bottom + 6.0))))
        };
        ticks(scene, matrix.value_border, &self.value.ticks(), 14.0, set);
        let at = Point::new(right, base + SMALL.line());
        let name = format!("{} \u{2192}", matrix.value_axis);
        let room = self.frame.width();
        scene.words(Words::set(&name, SMALL, TEXT, (at, Align::Right), room));
    }

    fn potential_axis(&self, matrix: &PortfolioMatrix<'_>, scene: &mut Scene) {
        let Rect { left, top, right, .. } = self.frame;
        let set = |tick: f64, style: Style, colour| {
            let y = self.potential.place(tick);
            let at = (Point::new(left - 12.0, style.base_around(y)), Align::Right);
            let room = left - 12.0 - MARGIN;
            let words = Words::set(&(matrix.points)(tick), style, colour, at, room);
            Some((words, (Point::new(left, y), Point::new(right, y))))
        };
        let tens = [0.0, 100.0, 50.0, 20.0, 40.0, 80.0];
        ticks(scene, matrix.potential_border, &tens, 18.0, set);
        let at = Point::new(MARGIN, top - 14.0);
        let name = format!("\u{2191} {}", matrix.potential_axis);
        let room = right - MARGIN;
        scene.words(Words::set(&name, SMALL, TEXT, (at, Align::Left), room));
    }
}

/// Writes the border and then the ticks, each with its line, but for those that
/// would come nearer than `apart` to words before them. The border has a line already.
fn ticks(
    scene: &mut Scene,
    border: f64,
    ticks: &[f64],
    apart: f32,
    set: impl Fn(f64, Style, Ink) -> Option<(Words, (Point, Point))>,
) {
    let mut taken: Vec<Rect> = Vec::new();
    let border = set(border, STRONG, TEXT).map(|(words, _)| (words, None));
    let ticks = ticks.iter().filter_map(|tick| set(*tick, SMALL, MUTED));
    for (words, line) in border.into_iter().chain(ticks.map(|(words, line)| (words, Some(line)))) {
        if taken.iter().any(|other| other.overlaps(words.bounds.grown(apart))) {
            continue;
        }
        if let Some((from, to)) = line {
            scene.line(from, to, 2.0, GRID);
        }
        taken.push(scene.words(words));
    }
}
