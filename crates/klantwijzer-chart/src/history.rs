//! A customer's value over time, with the changes of its type.

use klantwijzer_core::types::CustomerType;

use crate::card::{Caption, MARGIN, SMALL, STRONG, frame};
use crate::dates;
use crate::error::{ChartError, finite};
use crate::font::fonts;
use crate::geometry::{Point, Rect};
use crate::paint;
use crate::palette::{CARD, GRID, Ink, MUTED, RULE, TEXT, fill, ink};
use crate::scale::{Linear, ticks};
use crate::scene::{Align, HEIGHT, Mark, Scene, WIDTH, Words};

/// The value of one customer at every review; its line has the colour of its type at the time.
#[derive(Clone, Copy)]
pub struct ValueHistory<'a> {
    /// The words around the picture.
    pub caption: Caption<'a>,
    /// The name of the vertical axis, with its unit: "Klantwaarde per jaar".
    pub value_axis: &'a str,
    /// The names of the types, in the order of [`CustomerType::ALL`].
    pub types: [&'a str; 4],
    /// A value in few characters: "€ 20.000".
    pub money: &'a dyn Fn(f64) -> String,
    /// The reviews of this customer, in any order; at most 400.
    pub moments: &'a [Moment<'a>],
}

/// A customer at one review.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    /// The day as a number of days since any fixed day.
    pub day: i32,
    /// The day for a person to read: "6 mei 2026".
    pub date: &'a str,
    /// Money per year, or `None` when the customer was not scored: the line is broken there.
    pub value: Option<f64>,
    /// Its type then, or `None` when it had none.
    pub kind: Option<CustomerType>,
}

const MOST: usize = 400;
/// Rows of type names over the plot; a change that finds no room in them is marked without a name.
const ROWS: usize = 3;
/// Between two names in a row.
const GAP: f32 = 20.0;
/// The band along the bottom that shows the type at each time.
const BAND: f32 = 16.0;
/// Between the names and the plot: room for the last value, if it is the highest.
const OVERHEAD: f32 = 52.0;
/// Up to so many moments each have a dot.
const MOST_DOTS: usize = 40;

/// A moment with its place.
#[derive(Debug, Clone, Copy)]
struct Stop {
    at: Point,
    known: bool,
    kind: Option<CustomerType>,
    /// Whether the type is another than the last one known; true for the first.
    changes: bool,
}

impl ValueHistory<'_> {
    /// The picture.
    pub fn png(&self) -> Result<Vec<u8>, ChartError> {
        paint::png(&self.scene()?)
    }

    pub(crate) fn scene(&self) -> Result<Scene, ChartError> {
        let moments = self.checked()?;
        let values = || moments.iter().filter_map(|moment| moment.value);
        let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
        let ticks = ticks(low, high, 6);
        let mut scene = Scene::new(HEIGHT);
        let body = frame(&mut scene, self.caption);
        let left = body.left + self.tick_room(&ticks) + 16.0;
        let across = Self::across(&moments, left + 26.0, body.right - 40.0);
        let names = self.names(&moments, across, (left, body.right));
        let rows = names.iter().map(|(row, _)| row + 1).max().unwrap_or_default();
        let head = body.top + SMALL.line() + 16.0;
        let plot = Rect::new(
            left,
            STRONG.line().mul_add(rows as f32, head) + OVERHEAD,
            body.right,
            body.bottom - SMALL.line() - 20.0 - BAND,
        );
        let range = (ticks.first().copied().unwrap_or(low), ticks.last().copied().unwrap_or(high));
        let up = Linear::new(range, (plot.bottom - 8.0, plot.top));
        self.axis(&mut scene, &ticks, (plot, up, body.top));
        let stops = stops(&moments, across, up, plot.bottom);
        line(&mut scene, &stops, up.place(0.0));
        let seat = |(row, words): (usize, Words)| {
            let base = STRONG.base_below(STRONG.line().mul_add((rows - 1 - row) as f32, head));
            words.moved_to(Point::new(words.start.x, base))
        };
        let names: Vec<Words> = names.into_iter().map(seat).collect();
        marks(&mut scene, &stops, plot, &names);
        self.last(&mut scene, (&moments, &stops), plot);
        for words in names {
            scene.words(words);
        }
        let row = (plot.bottom + BAND + 18.0, (MARGIN, WIDTH - MARGIN));
        let places = moments.iter().zip(&stops).map(|(moment, stop)| (moment.date, stop.at.x));
        dates::write(&mut scene, &places.collect::<Vec<_>>(), row);
        Ok(scene)
    }

    fn checked(&self) -> Result<Vec<Moment<'_>>, ChartError> {
        let given = self.moments.len();
        if given > MOST {
            return Err(ChartError::TooMany { what: "reviews", given, most: MOST });
        }
        for moment in self.moments {
            finite(moment.value.unwrap_or_default(), "the value", moment.date)?;
        }
        if self.moments.iter().all(|moment| moment.value.is_none()) {
            return Err(ChartError::Empty);
        }
        let mut moments = self.moments.to_vec();
        moments.sort_by(|one, other| {
            let value = |moment: &Moment<'_>| moment.value.unwrap_or(f64::NEG_INFINITY);
            one.day
                .cmp(&other.day)
                .then_with(|| value(one).total_cmp(&value(other)))
                .then_with(|| one.kind.cmp(&other.kind))
                .then_with(|| one.date.cmp(other.date))
        });
        Ok(moments)
    }

    fn tick_room(&self, ticks: &[f64]) -> f32 {
        let widths = ticks.iter().map(|tick| fonts().fit(&(self.money)(*tick), SMALL, 240.0).1);
        widths.fold(0.0, f32::max)
    }

    /// From days to pixels; a single day lies in the middle.
    fn across(moments: &[Moment<'_>], left: f32, right: f32) -> Linear {
        let day = |moment: Option<&Moment<'_>>| moment.map_or(0.0, |m| f64::from(m.day));
        let (first, last) = (day(moments.first()), day(moments.last()));
        let (first, last) = if first < last { (first, last) } else { (first - 1.0, last + 1.0) };
        Linear::new((first, last), (left, right))
    }

    /// The names of the types where they begin, each in the lowest row with room for it.
    fn names(
        &self,
        moments: &[Moment<'_>],
        across: Linear,
        (left, right): (f32, f32),
    ) -> Vec<(usize, Words)> {
        // From the last back: an earlier name climbs over a later one, so that the line from a
        // name down to its moment never runs through another name.
        let mut starts = [right + GAP; ROWS];
        let mut names = Vec::new();
        let begins = changes(moments).filter(|(_, changes)| *changes).collect::<Vec<_>>();
        for (moment, _) in begins.into_iter().rev() {
            let Some(kind) = moment.kind else { continue };
            let name = self.types[kind as usize];
            let x = across.place(f64::from(moment.day));
            let width = fonts().fit(name, STRONG, right - left).1;
            let start = x.min(right - width).max(left);
            let at = (Point::new(start, 0.0), Align::Left);
            let words = Words::set(name, STRONG, ink(kind), at, right - left);
            let free = |row: usize| {
                let next = starts.iter().skip(row).copied().fold(f32::INFINITY, f32::min);
                words.bounds.right + GAP <= next
            };
            let row = (0..ROWS).find(|row| free(*row));
            if let Some((row, taken)) = row.and_then(|row| Some((row, starts.get_mut(row)?))) {
                *taken = start;
                names.push((row, words));
            }
        }
        names
    }

    fn axis(&self, scene: &mut Scene, ticks: &[f64], (plot, up, top): (Rect, Linear, f32)) {
        for tick in ticks {
            let y = up.place(*tick);
            let (from, to) = (Point::new(plot.left, y), Point::new(plot.right, y));
            let (width, ink) = if *tick == 0.0 { (2.5, RULE) } else { (2.0, GRID) };
            scene.line(from, to, width, ink);
            let at = (Point::new(plot.left - 14.0, SMALL.base_around(y)), Align::Right);
            scene.words(Words::set(&(self.money)(*tick), SMALL, MUTED, at, 240.0));
        }
        let at = (Point::new(MARGIN, SMALL.base_below(top)), Align::Left);
        let name = format!("\u{2191} {}", self.value_axis);
        scene.words(Words::set(&name, SMALL, TEXT, at, plot.right - MARGIN));
    }

    /// The last known value, written over its place, or under it where that hides less
    /// of the line.
    fn last(&self, scene: &mut Scene, (moments, stops): (&[Moment<'_>], &[Stop]), plot: Rect) {
        let last = moments.iter().zip(stops).rev().find_map(|(m, stop)| m.value.zip(Some(stop)));
        let Some((value, stop)) = last else { return };
        let text = (self.money)(value);
        let half = fonts().fit(&text, STRONG, 300.0).1 / 2.0;
        let x = stop.at.x.min(plot.right - half).max(plot.left + half);
        let set = |base: f32| {
            let at = (Point::new(x, base), Align::Middle);
            Words::set(&text, STRONG, TEXT, at, 300.0).with_halo(CARD)
        };
        let (above, below) = (set(stop.at.y - 24.0), set(stop.at.y + 50.0));
        let hidden = |words: &Words| {
            let lines = stops.iter().zip(stops.iter().skip(1));
            let lines = lines.filter(|(a, b)| words.bounds.is_crossed_by(a.at, b.at)).count();
            let off = words.bounds.bottom > plot.bottom;
            lines + if off { MOST } else { 0 }
        };
        scene.words(if hidden(&below) < hidden(&above) { below } else { above });
    }
}

fn stops(moments: &[Moment<'_>], across: Linear, up: Linear, bottom: f32) -> Vec<Stop> {
    let stop = |(moment, changes): (&Moment<'_>, bool)| {
        let y = moment.value.map_or(bottom, |value| up.place(value));
        let at = Point::new(across.place(f64::from(moment.day)), y);
        Stop { at, known: moment.value.is_some(), kind: moment.kind, changes }
    };
    changes(moments).map(stop).collect()
}

/// Each moment with whether its type is another than the last one known.
fn changes<'a, 'b>(moments: &'a [Moment<'b>]) -> impl Iterator<Item = (&'a Moment<'b>, bool)> {
    let mut last = None;
    moments.iter().map(move |moment| {
        let changes = moment.kind.is_some() && moment.kind != last;
        last = moment.kind.or(last);
        (moment, changes)
    })
}

/// The line from stop to stop and the ground under it, each stretch in the colour of its type.
fn line(scene: &mut Scene, stops: &[Stop], zero: f32) {
    let pairs = || stops.iter().zip(stops.iter().skip(1)).filter(|(a, b)| a.known && b.known);
    for (from, to) in pairs() {
        let (start, end) = (Point::new(from.at.x, zero), Point::new(to.at.x, zero));
        let outline = vec![start, from.at, to.at, end];
        scene.push(Mark::Area { outline, fill: colour(from.kind).faint(0.12) });
    }
    for (from, to) in pairs() {
        scene.line(from.at, to.at, 6.0, colour(from.kind));
    }
}

/// Dots, the changes of type, and the band of types along the bottom.
fn marks(scene: &mut Scene, stops: &[Stop], plot: Rect, names: &[Words]) {
    for (at, stop) in stops.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| stops.get(at));
        if stop.kind.is_some() && before.is_none_or(|before| before.kind != stop.kind) {
            let later = stops.iter().skip(at).find(|later| later.kind != stop.kind);
            let end = later.map_or(plot.right, |later| later.at.x);
            let band = Rect::new(stop.at.x, plot.bottom, end, plot.bottom + BAND);
            scene.bar(band, 0.0, colour(stop.kind));
        }
        if stop.changes {
            let x = stop.at.x;
            // Only the name of this moment can lie over it, see `names`.
            let over = |name: &&Words| (name.bounds.left - 1.0..=name.bounds.right).contains(&x);
            let lowest = names.iter().filter(over).map(|name| name.bounds.bottom);
            let top = lowest.reduce(f32::max).unwrap_or(plot.top - 8.0);
            scene.dashes(Point::new(x, top), Point::new(x, plot.bottom), 2.5, colour(stop.kind));
        }
    }
    for stop in stops.iter().filter(|stop| stop.known) {
        let turns = stop.changes;
        if turns || stops.len() <= MOST_DOTS {
            let (radius, fill) = (if turns { 13.0 } else { 8.0 }, colour(stop.kind));
            scene.push(Mark::Disc { centre: stop.at, radius, fill, rim: Some(CARD) });
        }
    }
}

fn colour(kind: Option<CustomerType>) -> Ink {
    kind.map_or(RULE, fill)
}
