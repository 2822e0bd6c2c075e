//! Points and rectangles in pixels of the picture, the origin at the top left.

/// A place in the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Point {
    pub(crate) x: f32,
    pub(crate) y: f32,
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rect {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) right: f32,
    pub(crate) bottom: f32,
}

impl Point {
    pub(crate) const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    pub(crate) fn distance(self, other: Self) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

impl Rect {
    pub(crate) const fn new(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self { left, top, right, bottom }
    }

    pub(crate) fn width(self) -> f32 {
        self.right - self.left
    }

    pub(crate) fn height(self) -> f32 {
        self.bottom - self.top
    }

    pub(crate) fn centre(self) -> Point {
        Point::new(f32::midpoint(self.left, self.right), f32::midpoint(self.top, self.bottom))
    }

    /// This rectangle with `margin` pixels more on each side.
    pub(crate) fn grown(self, margin: f32) -> Self {
        Self::new(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)
    }

    /// Whether the two share more than an edge.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether `other` lies inside this rectangle, edges included.
    pub(crate) fn holds(self, other: Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && other.right <= self.right
            && other.bottom <= self.bottom
    }

    /// The point of this rectangle that is nearest to `point`.
    pub(crate) fn nearest(self, point: Point) -> Point {
        Point::new(point.x.max(self.left).min(self.right), point.y.max(self.top).min(self.bottom))
    }

    /// Whether the straight line from `from` to `to` passes through this rectangle.
    pub(crate) fn is_crossed_by(self, from: Point, to: Point) -> bool {
        let (mut enter, mut leave) = (0.0_f32, 1.0_f32);
        for (start, step, low, high) in [
            (from.x, to.x - from.x, self.left, self.right),
            (from.y, to.y - from.y, self.top, self.bottom),
        ] {
            if step.abs() < f32::EPSILON {
                if start <= low || start >= high {
                    return false;
                }
                continue;
            }
            let (first, second) = ((low - start) / step, (high - start) / step);
            enter = enter.max(first.min(second));
            leave = leave.min(first.max(second));
        }
        enter < leave
    }
}

#[cfg(test)]
mod tests {
    use super::{Point, Rect};

    #[test]
    fn a_line_crosses_only_what_lies_in_its_way() {
        let rect = Rect::new(10.0, 10.0, 20.0, 20.0);
        assert!(rect.is_crossed_by(Point::new(0.0, 15.0), Point::new(30.0, 15.0)));
        assert!(rect.is_crossed_by(Point::new(0.0, 0.0), Point::new(30.0, 30.0)));
        assert!(!rect.is_crossed_by(Point::new(0.0, 15.0), Point::new(9.0, 15.0)));
        assert!(!rect.is_crossed_by(Point::new(0.0, 25.0), Point::new(30.0, 25.0)));
    }

    #[test]
    fn rectangles_that_touch_do_not_overlap() {
        let left = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(!left.overlaps(Rect::new(10.0, 0.0, 20.0, 10.0)));
        assert!(left.overlaps(Rect::new(9.0, 9.0, 20.0, 20.0)));
        assert!(left.holds(left));
    }
}
