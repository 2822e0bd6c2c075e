//! What holds for all four pictures, tried on samples and on anything that may come.

mod hostile;
mod png;
mod samples;
mod sketch;

use crate::geometry::Rect;
use crate::scene::{Mark, Scene, WIDTH, Words};

/// What is wrong with where things lie: words on words, or anything off the card.
fn untidy(scene: &Scene) -> Vec<String> {
    let card = Rect::new(0.0, 0.0, WIDTH, scene.height);
    let mut wrong: Vec<String> = scene
        .marks
        .iter()
        .filter(|mark| corners(mark).iter().any(|(x, y)| !(x.is_finite() && y.is_finite())))
        .map(|mark| format!("not finite: {mark:?}"))
        .collect();
    for mark in &scene.marks {
        let outside = corners(mark)
            .into_iter()
            .any(|(x, y)| x < -0.5 || y < -0.5 || x > card.right + 0.5 || y > card.bottom + 0.5);
        if outside {
            wrong.push(format!("off the card: {mark:?}"));
        }
    }
    let words = words(scene);
    for (at, one) in words.iter().enumerate() {
        for other in words.iter().skip(at + 1) {
            // Line boxes that share a sliver of a pixel are rounding, not an overlap.
            if one.bounds.grown(-0.5).overlaps(other.bounds) {
                wrong.push(format!("{:?} lies on {:?}", one.text, other.text));
            }
        }
    }
    wrong
}

fn words(scene: &Scene) -> Vec<&Words> {
    let words = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Words(words) => Some(words),
        _ => None,
    });
    words.collect()
}

/// The outermost places of a mark.
fn corners(mark: &Mark) -> Vec<(f32, f32)> {
    match mark {
        Mark::Area { outline: points, .. } | Mark::Line { points, .. } => {
            points.iter().map(|point| (point.x, point.y)).collect()
        }
        Mark::Ribbon { from, to, .. } => {
            [from, to].iter().flat_map(|[x, top, bottom]| [(*x, *top), (*x, *bottom)]).collect()
        }
        Mark::Disc { centre, radius, .. } => {
            vec![(centre.x - radius, centre.y - radius), (centre.x + radius, centre.y + radius)]
        }
        Mark::Bar { rect, .. } => vec![(rect.left, rect.top), (rect.right, rect.bottom)],
        Mark::Words(Words { bounds, .. }) => {
            vec![(bounds.left, bounds.top), (bounds.right, bounds.bottom)]
        }
    }
}
