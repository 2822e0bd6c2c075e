//! The definitions funnel: how many customers there are, by each definition of the word.

use crate::card::{Caption, MARGIN, SMALL, STRONG, frame};
use crate::error::ChartError;
use crate::font::fonts;
use crate::geometry::{Point, Rect};
use crate::paint;
use crate::palette::{CHOSEN, MUTED, ON_COLOUR, PLAIN, TEXT};
use crate::scene::{Align, HEIGHT, Mark, Scene, Words};

/// How many customers there are by each definition, from the widest to the narrowest.
#[derive(Debug, Clone, Copy)]
pub struct DefinitionsFunnel<'a> {
    /// The words around the picture.
    pub caption: Caption<'a>,
    /// The definitions, in any order; at most 24.
    pub steps: &'a [FunnelStep<'a>],
}

/// A definition and how many customers it counts.
#[derive(Debug, Clone, Copy)]
pub struct FunnelStep<'a> {
    /// The definition: "ooit gefactureerd".
    pub name: &'a str,
    /// How many customers it counts.
    pub count: u32,
    /// The same for a person to read, with what else belongs beside it: "866 (72 %)".
    pub figure: &'a str,
    /// Whether it is the workspace's own definition, which stands out.
    pub chosen: bool,
}

/// More definitions cannot be read in one picture.
const MOST: usize = 24;
/// The height of a row, at least and at most.
const ROW: (f32, f32) = (80.0, 118.0);
/// The share of a row's height below its words that the bar fills.
const BAR: f32 = 0.7;

impl DefinitionsFunnel<'_> {
    /// The picture.
    pub fn png(&self) -> Result<Vec<u8>, ChartError> {
        paint::png(&self.scene()?)
    }

    pub(crate) fn scene(&self) -> Result<Scene, ChartError> {
        let steps = self.sorted()?;
        let widest = steps.iter().map(|step| step.count).max().unwrap_or_default().max(1);
        let count = steps.len() as f32;
        let mut scene = Scene::new(HEIGHT);
        let mut body = frame(&mut scene, self.caption);
        // The card is as high as its rows need, so that few do not lie in an empty one.
        let row = (body.height() / count).clamp(ROW.0, ROW.1);
        let unused = body.height() - row * count;
        if unused.abs() > 1.0 {
            scene = Scene::new(HEIGHT - unused);
            body = frame(&mut scene, self.caption);
        }
        let mut previous: Option<Rect> = None;
        for (at, step) in steps.iter().enumerate() {
            let top = row.mul_add(at as f32, body.top);
            let share = f64::from(step.count) / f64::from(widest);
            let bar = Self::bar(body, top, row, share as f32);
            if let Some(above) = previous {
                shoulder(&mut scene, above, bar);
            }
            Self::row(&mut scene, step, (body, top, bar));
            previous = Some(bar);
        }
        Ok(scene)
    }

    fn bar(body: Rect, top: f32, row: f32, share: f32) -> Rect {
        let words = STRONG.line();
        let width = if share > 0.0 { (body.width() * share).max(5.0) } else { 0.0 };
        let top = top + words + 4.0;
        Rect::new(body.left, top, body.left + width, top + (row - words) * BAR)
    }

    fn row(scene: &mut Scene, step: &FunnelStep<'_>, (body, top, bar): (Rect, f32, Rect)) {
        let (style, name_ink) = if step.chosen { (STRONG, CHOSEN) } else { (SMALL, TEXT) };
        scene.bar(bar, 5.0, if step.chosen { CHOSEN } else { PLAIN });
        let room = body.width();
        let at = (Point::new(MARGIN, STRONG.base_below(top)), Align::Left);
        scene.words(Words::set(step.name, style, name_ink, at, room));
        let base = STRONG.base_around(bar.centre().y);
        let (outside, inside) = (body.right - bar.right - 14.0, bar.width() - 24.0);
        let width = fonts().fit(step.figure, STRONG, room).1;
        let outwards = (Point::new(bar.right + 14.0, base), Align::Left);
        let inwards = (Point::new(bar.right - 12.0, base), Align::Right);
        let (at, room, ink) = if width <= outside || outside > inside {
            (outwards, outside, name_ink)
        } else {
            (inwards, inside, if step.chosen { ON_COLOUR } else { TEXT })
        };
        scene.words(Words::set(step.figure, STRONG, ink, at, room));
    }

    fn sorted(&self) -> Result<Vec<FunnelStep<'_>>, ChartError> {
        if self.steps.is_empty() {
            return Err(ChartError::Empty);
        }
        if self.steps.len() > MOST {
            let given = self.steps.len();
            return Err(ChartError::TooMany { what: "definitions", given, most: MOST });
        }
        let mut steps = self.steps.to_vec();
        steps.sort_by(|one, other| {
            other.count.cmp(&one.count).then_with(|| one.name.cmp(other.name))
        });
        Ok(steps)
    }
}

/// The slope from one bar's end to the next, which makes a funnel of the bars.
fn shoulder(scene: &mut Scene, above: Rect, below: Rect) {
    let corners = [
        (above.left, above.bottom),
        (above.right, above.bottom),
        (below.right, below.top),
        (below.left, below.top),
    ];
    let outline = corners.map(|(x, y)| Point::new(x, y)).to_vec();
    scene.push(Mark::Area { outline, fill: MUTED.faint(0.07) });
}
