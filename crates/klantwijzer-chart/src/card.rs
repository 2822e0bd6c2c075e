//! What every picture has: a title, a line under it, room for a note, and a body between them.

use crate::font::Style;
use crate::geometry::{Point, Rect};
use crate::palette::{MUTED, TEXT};
use crate::scene::{Align, Scene, WIDTH, Words};

/// The words over and under a picture. Empty ones take no room.
#[derive(Debug, Clone, Copy, Default)]
pub struct Caption<'a> {
    /// What the picture shows, in a few words.
    pub title: &'a str,
    /// For whom and when: "Groothandel Noord, 6 mei 2026".
    pub subtitle: &'a str,
    /// What a reader must know to read it right, at the bottom.
    pub note: &'a str,
}

/// The room at the card's left and right.
pub(crate) const MARGIN: f32 = 44.0;
/// Words on axes, bars and bands. Shown at 400 points wide they are 9 points high.
pub(crate) const SMALL: Style = Style::regular(28.0);
/// The same, for what matters.
pub(crate) const STRONG: Style = Style::semibold(28.0);

const TITLE: Style = Style::semibold(46.0);
const SUBTITLE: Style = Style::regular(29.0);

/// Writes the caption and returns what is left for the picture itself.
pub(crate) fn frame(scene: &mut Scene, caption: Caption<'_>) -> Rect {
    let room = 2.0f32.mul_add(-MARGIN, WIDTH);
    let mut body = Rect::new(MARGIN, 34.0, WIDTH - MARGIN, scene.height - 36.0);
    for (text, style, ink) in [(caption.title, TITLE, TEXT), (caption.subtitle, SUBTITLE, MUTED)] {
        let base = Point::new(MARGIN, style.base_below(body.top));
        let words = Words::set(text, style, ink, (base, Align::Left), room);
        if !words.text.is_empty() {
            body.top += style.line();
            scene.words(words);
        }
    }
    let base = Point::new(MARGIN, body.bottom - 4.0);
    let note = Words::set(caption.note, SMALL, MUTED, (base, Align::Left), room);
    if !note.text.is_empty() {
        body.bottom = note.bounds.top - 10.0;
        scene.words(note);
    }
    body.top += 22.0;
    body
}
