//! Names beside their marks: each where it covers least, none over another, none off the picture.

use crate::font::Style;
use crate::geometry::{Point, Rect};
use crate::palette::{CARD, Ink};
use crate::scene::{Align, Words};

/// What a name belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Anchor<'a> {
    pub(crate) name: &'a str,
    pub(crate) centre: Point,
    pub(crate) radius: f32,
    pub(crate) ink: Ink,
    /// The most that its name may hide of other marks, in pixels; it is left out rather.
    pub(crate) worth: f32,
}

/// A name in its place, with a line to its mark when it had to move away.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Label {
    pub(crate) words: Words,
    pub(crate) leader: Option<(Point, Point)>,
    /// How far this is from the place that a name has by preference, right beside its mark.
    remote: f32,
}

/// Where names may lie and what they should leave in sight.
pub(crate) struct Surroundings<'a> {
    pub(crate) field: Rect,
    /// Words and marks that a name may never cover.
    pub(crate) taken: Vec<Rect>,
    /// Where the lines cross that part the field in quarters: a name belongs in that of its mark.
    pub(crate) quarters: Point,
    /// Centre and radius of marks that a name should rather not cover.
    pub(crate) marks: &'a [(Point, f32)],
}

/// No name is wider; it is cut instead.
const WIDEST: f32 = 370.0;
/// The distance that names keep from one another.
const GAP: f32 = 5.0;
/// The distances from its mark that a name tries, in pixels; a leader shows the way from `FAR` on.
const DISTANCES: [f32; 7] = [5.0, 12.0, 26.0, 44.0, 66.0, 92.0, 124.0];
const FAR: f32 = 18.0;
/// A name nearer to another mark than to its own may be taken for that one's.
const MISTAKEN: f32 = 240.0;
/// A name in another quarter than its mark.
const ABROAD: f32 = 300.0;
/// A leader that runs over another mark.
const RUN_OVER: f32 = 60.0;

/// Places the names in the order given, so that the first are surest of a place. A name without a
/// good place is left out: its mark is still there.
pub(crate) fn place(
    anchors: &[Anchor<'_>],
    style: Style,
    surroundings: &Surroundings<'_>,
) -> Vec<Label> {
    let mut placed: Vec<Label> = Vec::new();
    for anchor in anchors {
        let best = candidates(anchor, style)
            .filter(|label| is_free(label, surroundings, &placed))
            .map(|label| (cost(&label, anchor, surroundings), label))
            .filter(|(cost, _)| *cost < anchor.worth)
            .min_by(|(one, _), (other, _)| one.total_cmp(other));
        placed.extend(best.map(|(_, label)| label));
    }
    placed
}

/// Every place tried for a name, the best kinds first: to the right, left, above, below, slanting,
/// and ever further away.
fn candidates(anchor: &Anchor<'_>, style: Style) -> impl Iterator<Item = Label> {
    let origin = (Point::new(0.0, 0.0), Align::Left);
    let words = Words::set(anchor.name, style, anchor.ink, origin, WIDEST).with_halo(CARD);
    let anchor = *anchor;
    // A box alone names nobody.
    let known = words.text.chars().any(char::is_alphanumeric);
    DISTANCES.into_iter().filter(move |_| known).flat_map(move |distance| {
        let words = words.clone();
        (0..16_u8).map(move |turn| {
            let (sine, cosine) = (f32::from(turn) * std::f32::consts::TAU / 16.0).sin_cos();
            let reach = anchor.radius + distance;
            let Point { x, y } = anchor.centre;
            let touch = Point::new(cosine.mul_add(reach, x), sine.mul_add(reach, y));
            // The side that faces the mark touches the circle around it: a name to the right
            // starts there, one above lies over it in the middle.
            let left = touch.x - words.bounds.width() * (1.0 - cosine) / 2.0;
            let top = touch.y - style.line() * (1.0 - sine) / 2.0;
            let words = words.moved_to(Point::new(left, style.base_below(top)));
            let end = capitals(words.bounds).nearest(anchor.centre);
            let leader = (rim(&anchor, end), end);
            let leader = (leader.0.distance(end) >= FAR).then_some(leader);
            Label { words, leader, remote: distance * 4.0 + preference(turn) }
        })
    })
}

/// Where the circle of a mark faces `end`.
fn rim(anchor: &Anchor<'_>, end: Point) -> Point {
    let Anchor { centre, radius, .. } = anchor;
    let share = radius / end.distance(*centre).max(*radius).max(1.0);
    let (dx, dy) = (end.x - centre.x, end.y - centre.y);
    Point::new(dx.mul_add(share, centre.x), dy.mul_add(share, centre.y))
}

/// The part of a line box that letters fill: a leader ends there, not in the air around them.
fn capitals(bounds: Rect) -> Rect {
    Rect::new(
        bounds.left - 3.0,
        bounds.height().mul_add(0.16, bounds.top),
        bounds.right + 3.0,
        bounds.height().mul_add(-0.14, bounds.bottom),
    )
}

fn is_free(label: &Label, surroundings: &Surroundings<'_>, placed: &[Label]) -> bool {
    let bounds = label.words.bounds;
    let crosses = |leader: Option<(Point, Point)>, rect: Rect| {
        leader.is_some_and(|(from, to)| rect.grown(GAP).is_crossed_by(from, to))
    };
    surroundings.field.holds(bounds)
        && !surroundings
            .taken
            .iter()
            .any(|taken| taken.overlaps(bounds.grown(GAP)) || crosses(label.leader, *taken))
        && !placed.iter().any(|other| {
            other.words.bounds.overlaps(bounds.grown(GAP))
                || crosses(label.leader, other.words.bounds)
                || crosses(other.leader, bounds)
                || match (label.leader, other.leader) {
                    (Some(one), Some(another)) => cross(one, another),
                    _ => false,
                }
        })
}

/// To the right reads best, then to the left, above or below, and slanting.
const fn preference(turn: u8) -> f32 {
    match turn {
        0 => 0.0,
        8 => 6.0,
        4 | 12 => 12.0,
        1 | 15 => 14.0,
        _ => 18.0,
    }
}

/// How much a place hides of other marks, in pixels, and how easily it is misread.
fn cost(label: &Label, anchor: &Anchor<'_>, surroundings: &Surroundings<'_>) -> f32 {
    let bounds = capitals(label.words.bounds);
    let own = bounds.nearest(anchor.centre).distance(anchor.centre) - anchor.radius;
    let other = |(centre, radius): &(Point, f32)| {
        let depth = radius - bounds.nearest(*centre).distance(*centre);
        // A covered centre hides the whole mark; a grazed edge hides next to nothing.
        let hidden = if depth > 0.0 { depth * radius.mul_add(2.0, 8.0) } else { 0.0 };
        let mistaken = label.leader.is_none() && *centre != anchor.centre && -depth <= own + 4.0;
        let run_over = label.leader.is_some_and(|(from, to)| {
            *centre != anchor.centre && to_line(from, to, *centre) < *radius
        });
        hidden + if mistaken { MISTAKEN } else { 0.0 } + if run_over { RUN_OVER } else { 0.0 }
    };
    let Point { x, y } = surroundings.quarters;
    let (place, home) = (bounds.centre(), anchor.centre);
    // A mark on a line is at home on both sides of it.
    let crosses = |home: f32, place: f32, line: f32| {
        (home - line).abs() > anchor.radius && (home > line) != (place > line)
    };
    let strays = crosses(home.x, place.x, x) || crosses(home.y, place.y, y);
    let straying = if strays { ABROAD } else { 0.0 };
    label.remote + straying + surroundings.marks.iter().map(other).sum::<f32>()
}

/// How far `point` is from the straight line between `from` and `to`.
fn to_line(from: Point, to: Point, point: Point) -> f32 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx.mul_add(dx, dy * dy);
    let along = (point.x - from.x).mul_add(dx, (point.y - from.y) * dy);
    let share = if length > 0.0 { (along / length).clamp(0.0, 1.0) } else { 0.0 };
    Point::new(dx.mul_add(share, from.x), dy.mul_add(share, from.y)).distance(point)
}

/// Whether two straight lines cross.
fn cross((a, b): (Point, Point), (c, d): (Point, Point)) -> bool {
    let side = |from: Point, to: Point, point: Point| {
        (to.x - from.x).mul_add(point.y - from.y, -((to.y - from.y) * (point.x - from.x))) > 0.0
    };
    side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Anchor, Surroundings, place};
    use crate::font::Style;
    use crate::geometry::{Point, Rect};
    use crate::palette::TEXT;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn names_never_touch_and_never_leave_the_field(
            marks in prop::collection::vec((0.0..1000f32, 0.0..700f32, 2.0..70f32, ".{0,40}"), 1..40),
        ) {
            let field = Rect::new(0.0, 0.0, 1000.0, 700.0);
            let taken = vec![Rect::new(10.0, 10.0, 300.0, 80.0)];
            let circles: Vec<_> = marks.iter().map(|(x, y, r, _)| (Point::new(*x, *y), *r)).collect();
            let anchors: Vec<_> = marks
                .iter()
                .map(|(x, y, radius, name)| Anchor {
                    name, centre: Point::new(*x, *y), radius: *radius, ink: TEXT, worth: 1_000.0,
                })
                .collect();
            let around = Surroundings {
                field, taken: taken.clone(), quarters: field.centre(), marks: &circles,
            };
            let labels = place(&anchors, Style::regular(28.0), &around);
            for (at, label) in labels.iter().enumerate() {
                prop_assert!(field.holds(label.words.bounds));
                prop_assert!(!taken[0].overlaps(label.words.bounds));
                for other in &labels[at + 1..] {
                    prop_assert!(!label.words.bounds.overlaps(other.words.bounds));
                    for (leader, words) in
                        [(label.leader, &other.words), (other.leader, &label.words)]
                    {
                        let covered = leader.is_some_and(|(a, b)| words.bounds.is_crossed_by(a, b));
                        prop_assert!(!covered);
                    }
                }
            }
        }
    }

    #[test]
    fn a_lone_mark_always_gets_its_name() {
        for (x, y) in [(0.0, 0.0), (1000.0, 0.0), (0.0, 700.0), (1000.0, 700.0), (500.0, 350.0)] {
            let anchor = Anchor {
                name: "Bakkerij de Wit",
                centre: Point::new(x, y),
                radius: 20.0,
                ink: TEXT,
                worth: 1_000.0,
            };
            let around = Surroundings {
                field: Rect::new(0.0, 0.0, 1000.0, 700.0),
                taken: vec![],
                quarters: Point::new(500.0, 350.0),
                marks: &[(anchor.centre, 20.0)],
            };
            assert_eq!(place(&[anchor], Style::regular(28.0), &around).len(), 1, "{x} {y}");
        }
    }
}
