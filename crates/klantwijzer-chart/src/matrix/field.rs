//! The ground of the matrix: axes, borders and the names of the quarters.

use klantwijzer_core::types::CustomerType;

use super::{Bubble, PortfolioMatrix};
use crate::card::{SMALL, STRONG};
use crate::font::{Fonts, Style};
use crate::geometry::{Point, Rect};
use crate::palette::{CARD, GRID, MUTED, RULE, TEXT, fill, ink};
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
    pub(super) fn lay(
        matrix: &PortfolioMatrix<'_>,
        fonts: &Fonts<'_>,
        body: Rect,
        customers: &[Bubble<'_>],
    ) -> Self {
        let tick_room = [0.0, matrix.potential_border, 100.0]
            .map(|tick| fonts.width(&(matrix.points)(tick), STRONG))
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
    pub(super) fn ground(
        &self,
        matrix: &PortfolioMatrix<'_>,
        fonts: &Fonts<'_>,
        scene: &mut Scene,
    ) -> Vec<Words> {
        for kind in CustomerType::ALL {
            scene.bar(self.quarter(kind), 0.0, fill(kind).faint(0.07));
        }
        if let Some(strip) = self.unknown {
            scene.bar(strip, 0.0, GRID.faint(0.6));
        }
        self.value_axis(matrix, fonts, scene);
        self.potential_axis(matrix, fonts, scene);
        let Point { x, y } = self.borders;
        let Rect { left, top, right, bottom } = self.frame;
        scene.dashes(Point::new(x, top), Point::new(x, bottom), 3.0, RULE);
        scene.dashes(Point::new(left, y), Point::new(right, y), 3.0, RULE);
        self.names(matrix, fonts)
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
    fn names(&self, matrix: &PortfolioMatrix<'_>, fonts: &Fonts<'_>) -> Vec<Words> {
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
            let name = Words::set(fonts, words.name, QUARTER, ink(kind), at, room);
            let beside = name.bounds.width() + 14.0;
            let at = (Point::new(beside.mul_add(inwards, edge), base), align);
            names.push(name);
            names.push(Words::set(fonts, words.note, SMALL, MUTED, at, room - beside));
        }
        if let Some(strip) = self.unknown {
            let at =
                (Point::new(strip.left + 16.0, SMALL.base_below(strip.top + 4.0)), Align::Left);
            let room = strip.width() - 32.0;
            names.push(Words::set(fonts, matrix.unknown_potential, SMALL, MUTED, at, room));
        }
        names.retain(|words| !words.text.is_empty());
        names.into_iter().map(|words| words.with_halo(CARD.faint(0.85))).collect()
    }

    fn value_axis(&self, matrix: &PortfolioMatrix<'_>, fonts: &Fonts<'_>, scene: &mut Scene) {
        let bottom = self.whole().bottom;
        let base = SMALL.base_below(bottom + 8.0);
        let mut taken: Vec<Rect> = Vec::new();
        let border = (matrix.value_border, STRONG, TEXT);
        let ticks = self.value.ticks().into_iter().map(|tick| (tick, SMALL, MUTED));
        for (tick, style, colour) in std::iter::once(border).chain(ticks) {
            let x = self.value.place(tick);
            let at = (Point::new(x, base), Align::Middle);
            let words = Words::set(fonts, &(matrix.money)(tick), style, colour, at, 240.0);
            let inside = words.bounds.left >= self.frame.left - 20.0
                && words.bounds.right <= self.frame.right;
            if inside && !taken.iter().any(|other| other.overlaps(words.bounds.grown(14.0))) {
                taken.push(words.bounds);
                if style == SMALL {
                    let (top, foot) = (self.frame.top, bottom + 6.0);
                    scene.line(Point::new(x, top), Point::new(x, foot), 2.0, GRID);
                }
                scene.words(words);
            }
        }
        let at = Point::new(self.frame.right, base + SMALL.line());
        let name = format!("{} \u{2192}", matrix.value_axis);
        let room = self.frame.width();
        scene.words(Words::set(fonts, &name, SMALL, TEXT, (at, Align::Right), room));
    }

    fn potential_axis(&self, matrix: &PortfolioMatrix<'_>, fonts: &Fonts<'_>, scene: &mut Scene) {
        let Rect { left, top, right, .. } = self.frame;
        let mut taken: Vec<Rect> = Vec::new();
        let border = (matrix.potential_border, STRONG, TEXT);
        let ticks = [0.0, 100.0, 50.0, 20.0, 40.0, 80.0].map(|tick| (tick, SMALL, MUTED));
        for (tick, style, colour) in std::iter::once(border).chain(ticks) {
            let y = self.potential.place(tick);
            let at = (Point::new(left - 12.0, style.base_around(y)), Align::Right);
            let room = left - 12.0 - crate::card::MARGIN;
            let words = Words::set(fonts, &(matrix.points)(tick), style, colour, at, room);
            if !taken.iter().any(|other| other.overlaps(words.bounds.grown(18.0))) {
                taken.push(words.bounds);
                if style == SMALL {
                    scene.line(Point::new(left, y), Point::new(right, y), 2.0, GRID);
                }
                scene.words(words);
            }
        }
        let at = Point::new(crate::card::MARGIN, top - 14.0);
        let name = format!("\u{2191} {}", matrix.potential_axis);
        let room = right - crate::card::MARGIN;
        scene.words(Words::set(fonts, &name, SMALL, TEXT, (at, Align::Left), room));
    }
}
