//! A picture before it is drawn: marks with places and colours, and the words measured. Tests look
//! at this, because places can be compared where pixels cannot.

use crate::font::{Style, fonts};
use crate::geometry::{Point, Rect};
use crate::palette::Ink;

/// The width of every picture: three times the 400 points at which a phone shows it.
pub(crate) const WIDTH: f32 = 1200.0;
/// The height of a picture that needs no more: Discord shows 4:3 as large as it can.
pub(crate) const HEIGHT: f32 = 900.0;

/// What is to be drawn, from back to front.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scene {
    pub(crate) height: f32,
    pub(crate) marks: Vec<Mark>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Mark {
    /// A filled polygon.
    Area { outline: Vec<Point>, fill: Ink },
    /// A band from one upright edge to another, with soft bends: x, top and bottom of each.
    Ribbon { from: [f32; 3], to: [f32; 3], fill: Ink },
    /// A filled rectangle with round corners.
    Bar { rect: Rect, radius: f32, fill: Ink },
    /// A filled circle, with a rim in the card's colour that parts it from its neighbours.
    Disc { centre: Point, radius: f32, fill: Ink, rim: Option<Ink> },
    /// A line through points; `dash` is the length of its dashes, if it has any.
    Line { points: Vec<Point>, width: f32, ink: Ink, dash: Option<f32> },
    /// Words on one line.
    Words(Words),
}

/// Words on one line, already cleaned and cut to fit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Words {
    pub(crate) text: String,
    /// Where the first glyph begins, on the line that letters stand on.
    pub(crate) start: Point,
    pub(crate) style: Style,
    pub(crate) ink: Ink,
    /// A glow in this colour, so that words can be read on top of marks.
    pub(crate) halo: Option<Ink>,
    /// What the words cover.
    pub(crate) bounds: Rect,
}

/// Which side of a place the words lie on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Middle,
    Right,
}

impl Scene {
    pub(crate) const fn new(height: f32) -> Self {
        Self { height, marks: Vec::new() }
    }

    pub(crate) fn push(&mut self, mark: Mark) {
        self.marks.push(mark);
    }

    pub(crate) fn bar(&mut self, rect: Rect, radius: f32, fill: Ink) {
        self.push(Mark::Bar { rect, radius, fill });
    }

    pub(crate) fn line(&mut self, from: Point, to: Point, width: f32, ink: Ink) {
        self.push(Mark::Line { points: vec![from, to], width, ink, dash: None });
    }

    pub(crate) fn dashes(&mut self, from: Point, to: Point, width: f32, ink: Ink) {
        self.push(Mark::Line { points: vec![from, to], width, ink, dash: Some(width * 3.5) });
    }

    /// Adds words and returns what they cover.
    pub(crate) fn words(&mut self, words: Words) -> Rect {
        let bounds = words.bounds;
        if !words.text.is_empty() {
            self.push(Mark::Words(words));
        }
        bounds
    }
}

impl Words {
    /// Words cut to `room` pixels that stand at, end at or lie around `at` on its base line.
    pub(crate) fn set(
        text: &str,
        style: Style,
        ink: Ink,
        (at, align): (Point, Align),
        room: f32,
    ) -> Self {
        let (text, width) = fonts().fit(text, style, room);
        let left = match align {
            Align::Left => at.x,
            Align::Middle => at.x - width / 2.0,
            Align::Right => at.x - width,
        };
        let start = Point::new(left, at.y);
        Self { text, start, style, ink, halo: None, bounds: style.bounds(start, width) }
    }

    /// The same words elsewhere.
    pub(crate) fn moved_to(&self, start: Point) -> Self {
        let bounds = self.style.bounds(start, self.bounds.width());
        Self { start, bounds, ..self.clone() }
    }

    /// The same words with a glow behind them.
    pub(crate) fn with_halo(self, halo: Ink) -> Self {
        Self { halo: Some(halo), ..self }
    }
}
