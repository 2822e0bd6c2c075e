//! Type movement: how many customers (or how much value) each type has at every review, and which
//! customers went from which type to which in between.

use klantwijzer_core::types::CustomerType;

use crate::card::{Caption, SMALL, STRONG, frame};
use crate::dates;
use crate::error::{ChartError, size};
use crate::font::fonts;
use crate::geometry::{Point, Rect};
use crate::paint;
use crate::palette::{ON_COLOUR, TEXT, fill, ink};
use crate::scene::{Align, HEIGHT, Mark, Scene, WIDTH, Words};

/// The types over time: a column for each review, bands between them for who stayed and who moved.
#[derive(Debug, Clone, Copy)]
pub struct TypeMovement<'a> {
    /// The words around the picture.
    pub caption: Caption<'a>,
    /// The names of the types, in the order of [`CustomerType::ALL`].
    pub types: [&'a str; 4],
    /// The reviews, oldest first; 2 to 36 of them.
    pub reviews: &'a [ReviewColumn<'a>],
    /// For each step from a review to the next, how much went from which type (outer) to which
    /// (inner), in the order of [`CustomerType::ALL`] and the unit of the amounts. What no flow
    /// accounts for left the book, or is new to it. Empty to draw no bands at all. From about 14
    /// reviews on the smallest flows are left out.
    pub flows: &'a [[[f64; 4]; 4]],
}

/// The types at one review.
#[derive(Debug, Clone, Copy)]
pub struct ReviewColumn<'a> {
    /// When it was: "6 mei 2026". As short as the reader understands.
    pub date: &'a str,
    /// How many customers, or how much value, each type has, in the order of
    /// [`CustomerType::ALL`]. Not negative.
    pub amounts: [f64; 4],
    /// The same for a person to read.
    pub figures: [&'a str; 4],
}

const MOST: usize = 36;
/// Dates may reach into the margin under the outer columns.
const EDGE: f32 = 18.0;
/// Between the types of a column.
const GAP: f32 = 6.0;
/// Customers who stay in their type are a quiet ground for those who move.
const STAYS: f32 = 0.16;
const MOVES: f32 = 0.62;
/// The thinnest band that is seen.
const THINNEST: f32 = 2.0;

/// Where columns stand this close, threads thinner than `FOLLOWED` cannot be followed with the eye
/// and only hide the others.
const CLOSE: f32 = 44.0;
const FOLLOWED: f32 = 4.0;

/// The top and bottom of each type in a column; the same where it has none.
type Stack = [(f32, f32); 4];

/// A review's place in the picture.
struct Column {
    left: f32,
    stack: Stack,
}

struct Columns {
    all: Vec<Column>,
    width: f32,
    /// Pixels per unit of amount.
    scale: f64,
}

impl TypeMovement<'_> {
    /// The picture.
    pub fn png(&self) -> Result<Vec<u8>, ChartError> {
        paint::png(&self.scene()?)
    }

    pub(crate) fn scene(&self) -> Result<Scene, ChartError> {
        self.check()?;
        let mut scene = Scene::new(HEIGHT);
        let body = frame(&mut scene, self.caption);
        let gutter = self.gutter();
        let foot = SMALL.line() + 12.0;
        let plot =
            Rect::new(body.left, body.top + 4.0, body.right - gutter - 18.0, body.bottom - foot);
        let columns = self.columns(plot);
        let steps = columns.all.iter().zip(columns.all.iter().skip(1));
        for (step, flows) in steps.zip(self.flows) {
            bands(&mut scene, &columns, step, flows);
        }
        for (place, review) in columns.all.iter().zip(self.reviews) {
            column(&mut scene, columns.width, place, review);
        }
        self.legend(&mut scene, &columns, plot, gutter);
        let places = columns.all.iter().map(|column| column.left + columns.width / 2.0);
        let dates: Vec<_> = self.reviews.iter().map(|review| review.date).zip(places).collect();
        let row = (plot.bottom + 12.0, (EDGE, WIDTH - EDGE));
        dates::write(&mut scene, &dates, row);
        Ok(scene)
    }

    fn check(&self) -> Result<(), ChartError> {
        let given = self.reviews.len();
        if given < 2 {
            return Err(ChartError::Empty);
        }
        if given > MOST {
            return Err(ChartError::TooMany { what: "reviews", given, most: MOST });
        }
        if !self.flows.is_empty() && self.flows.len() != given - 1 {
            let (reviews, expected) = (given, given - 1);
            let given = self.flows.len();
            return Err(ChartError::FlowsDoNotMatch { reviews, expected, given });
        }
        for review in self.reviews {
            for amount in review.amounts {
                size(amount, "the amount", review.date)?;
            }
        }
        for (flows, review) in self.flows.iter().zip(self.reviews) {
            for flow in flows.as_flattened() {
                size(*flow, "the flow", review.date)?;
            }
        }
        let all = self.reviews.iter().flat_map(|review| review.amounts);
        if all.fold(0.0, f64::max) <= 0.0 { Err(ChartError::Empty) } else { Ok(()) }
    }

    fn gutter(&self) -> f32 {
        let names = self.types.iter().map(|name| (*name, STRONG));
        let figures = self.reviews.last().into_iter().flat_map(|review| review.figures);
        names
            .chain(figures.map(|figure| (figure, SMALL)))
            .map(|(text, style)| fonts().fit(text, style, 280.0).1)
            .fold(0.0, f32::max)
    }

    fn columns(&self, plot: Rect) -> Columns {
        let count = self.reviews.len() as f32;
        let step = plot.width() / count;
        let width = (step * 0.4).clamp(8.0, 92.0);
        let between = (plot.width() - width) / (count - 1.0);
        let room = f64::from(3.0f32.mul_add(-GAP, plot.height()));
        // Halved before they are summed, so that no total overflows.
        let total = |amounts: [f64; 4]| amounts.iter().map(|amount| amount / 8.0).sum::<f64>();
        let most = self.reviews.iter().map(|review| total(review.amounts)).fold(0.0, f64::max);
        let scale = room / most / 8.0;
        let column = |(at, review): (usize, &ReviewColumn<'_>)| Column {
            left: between.mul_add(at as f32, plot.left),
            stack: stack(review.amounts, scale, plot.bottom),
        };
        Columns { all: self.reviews.iter().enumerate().map(column).collect(), width, scale }
    }

    /// The names of the types, with the last figures, beside the last column.
    fn legend(&self, scene: &mut Scene, columns: &Columns, plot: Rect, gutter: f32) {
        let (Some(last), Some(review)) = (columns.all.last(), self.reviews.last()) else {
            return;
        };
        let x = plot.right + 18.0;
        let parts = last.stack.map(|(top, bottom)| Rect::new(x, top, x + columns.width, bottom));
        let beside = |figure: &str, part: Rect| inside(figure, part).is_none();
        let needed = review.figures.iter().zip(parts).any(|(figure, part)| beside(figure, part));
        let height = if needed { STRONG.line() + SMALL.line() } else { STRONG.line() };
        let wanted = parts.map(|part| part.centre().y - height / 2.0);
        let tops = spread(wanted, height + 6.0, plot.top, plot.bottom + 10.0);
        let words = self.types.iter().zip(review.figures);
        for (((kind, (name, figure)), part), top) in
            CustomerType::ALL.into_iter().zip(words).zip(parts).zip(tops)
        {
            let middle = part.centre().y;
            let elbow = Point::new(x - 6.0, top + height / 2.0);
            scene.line(Point::new(plot.right + 2.0, middle), elbow, 2.5, fill(kind));
            let base = Point::new(x, STRONG.base_below(top));
            let below = Point::new(x, SMALL.base_below(top + STRONG.line()));
            scene.words(Words::set(name, STRONG, ink(kind), (base, Align::Left), gutter));
            if needed {
                scene.words(Words::set(figure, SMALL, TEXT, (below, Align::Left), gutter));
            }
        }
    }
}

/// Types from the top down, standing on the bottom of the plot.
fn stack(amounts: [f64; 4], scale: f64, bottom: f32) -> Stack {
    let heights = amounts.map(|amount| (amount * scale) as f32);
    let mut top = bottom - heights.iter().sum::<f32>() - 3.0 * GAP;
    heights.map(|height| {
        let part = (top, top + height);
        top += height + GAP;
        part
    })
}

fn column(
    scene: &mut Scene,
    width: f32,
    Column { left, stack }: &Column,
    review: &ReviewColumn<'_>,
) {
    let parts = CustomerType::ALL.into_iter().zip(stack).zip(review.amounts).zip(review.figures);
    for (((kind, (top, bottom)), amount), figure) in parts {
        if amount <= 0.0 {
            continue;
        }
        let rect = Rect::new(*left, *top, left + width, bottom.max(top + THINNEST));
        scene.bar(rect, 4.0, fill(kind));
        if let Some(words) = inside(figure, rect) {
            scene.words(words);
        }
    }
}

/// A figure in its part of a column, if the whole of it fits: it is never cut.
fn inside(figure: &str, rect: Rect) -> Option<Words> {
    let centre = rect.centre();
    let at = (Point::new(centre.x, STRONG.base_around(centre.y)), Align::Middle);
    let words = Words::set(figure, STRONG, ON_COLOUR, at, f32::INFINITY);
    // The line box may reach half into the gap on each side, and so never into another figure.
    let fits = rect.height() >= STRONG.line() - GAP && words.bounds.width() < rect.width() - 4.0;
    fits.then_some(words)
}

/// The bands of one step, those who stay behind those who move.
fn bands(
    scene: &mut Scene,
    columns: &Columns,
    (from, to): (&Column, &Column),
    flows: &[[f64; 4]; 4],
) {
    let close = to.left - from.left - columns.width < CLOSE;
    let mut starts = from.stack.map(|(top, _)| top);
    let mut ends = to.stack.map(|(top, _)| top);
    let mut ribbons = Vec::new();
    for (source, row) in flows.iter().enumerate() {
        for (target, flow) in row.iter().copied().enumerate() {
            if flow <= 0.0 {
                continue;
            }
            let sent = row.iter().sum();
            let got = flows.iter().map(|row| row[target]).sum();
            // Flows that say more than the column has are drawn within the column all the same.
            let begin = part(flow, sent, from.stack[source], columns.scale);
            let finish = part(flow, got, to.stack[target], columns.scale);
            let (start, end) = (starts[source], ends[target]);
            let ribbon = (
                [from.left + columns.width, start, start + begin.max(THINNEST)],
                [to.left, end, end + finish.max(THINNEST)],
            );
            starts[source] += begin;
            ends[target] += finish;
            if close && source != target && begin.max(finish) < FOLLOWED {
                continue;
            }
            ribbons.push((source, source == target, ribbon));
        }
    }
    ribbons.sort_by_key(|(_, stays, _)| !stays);
    for (source, stays, (from, to)) in ribbons {
        let fill = fill(CustomerType::ALL[source]).faint(if stays { STAYS } else { MOVES });
        scene.push(Mark::Ribbon { from, to, fill });
    }
}

/// The height of a flow at one of its ends.
fn part(flow: f64, all: f64, (top, bottom): (f32, f32), scale: f64) -> f32 {
    let room = bottom - top;
    let share = if all > 0.0 { (flow / all) as f32 } else { 0.0 };
    ((flow * scale) as f32).min(room * share)
}

/// Moves blocks of one height apart, keeping their order, within `top` and `bottom`.
fn spread(wanted: [f32; 4], height: f32, top: f32, bottom: f32) -> [f32; 4] {
    let mut next = top;
    let mut tops = wanted.map(|want| {
        let place = want.max(next);
        next = place + height;
        place
    });
    let mut last = bottom;
    for place in tops.iter_mut().rev() {
        *place = place.min(last - height);
        last = *place;
    }
    tops
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn blocks_move_apart_and_stay_inside() {
        for (wanted, tops) in [
            ([10.0, 12.0, 300.0, 640.0], [10.0, 80.0, 300.0, 630.0]),
            ([690.0, 690.0, 690.0, 690.0], [420.0, 490.0, 560.0, 630.0]),
        ] {
            let placed = spread(wanted, 70.0, 0.0, 700.0);
            let apart = placed.iter().zip(tops).all(|(one, other)| (one - other).abs() < 0.01);
            assert!(apart, "{wanted:?} went to {placed:?}");
        }
    }
}
