//! Dates under a picture: as many as fit, always the last.

use crate::card::SMALL;
use crate::font::fonts;
use crate::geometry::{Point, Rect};
use crate::palette::MUTED;
use crate::scene::{Align, Scene, Words};

/// No date is wider; it is cut instead.
const WIDEST: f32 = 260.0;
/// Between two dates.
const GAP: f32 = 16.0;

/// Writes dates, given with the x of their middle from left to right, in a row that begins at `top`
/// and stays within `sides`. From the last one back it leaves out as many between two as it must.
pub(crate) fn write(scene: &mut Scene, dates: &[(&str, f32)], (top, sides): (f32, (f32, f32))) {
    let words: Vec<Words> = dates.iter().map(|date| set(*date, top, sides)).collect();
    let fits = |every: usize| {
        let kept: Vec<Rect> = words.iter().rev().step_by(every).map(|words| words.bounds).collect();
        kept.iter().zip(kept.iter().skip(1)).all(|(right, left)| left.right + GAP <= right.left)
    };
    let every = (1..=words.len()).find(|every| fits(*every)).unwrap_or(words.len().max(1));
    for words in words.into_iter().rev().step_by(every) {
        scene.words(words);
    }
}

fn set((date, x): (&str, f32), top: f32, (left, right): (f32, f32)) -> Words {
    let width = fonts().fit(date, SMALL, WIDEST).1;
    let x = x.min(right - width / 2.0).max(left + width / 2.0);
    let at = (Point::new(x, SMALL.base_below(top)), Align::Middle);
    Words::set(date, SMALL, MUTED, at, WIDEST)
}
