//! A scene to PNG bytes.

use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke, StrokeDash,
    Transform,
};
use ttf_parser::OutlineBuilder;

use crate::error::ChartError;
use crate::font::fonts;
use crate::geometry::{Point, Rect};
use crate::palette::{CARD, EDGE, Ink};
use crate::scene::{Mark, Scene, WIDTH, Words};

/// A ribbon up to this thick is drawn as a thread.
const THREAD: f32 = 6.0;
/// From so many times as high as it is wide a ribbon is steep; then thicker ones are threads too,
/// and all are thin, as the space between their edges would be.
const STEEP: f32 = 2.0;
const STEEP_THREAD: f32 = 16.0;
const STEEP_WIDTH: f32 = 3.0;

/// Draws the scene on a card of its own.
pub(crate) fn png(scene: &Scene) -> Result<Vec<u8>, ChartError> {
    #[allow(clippy::cast_sign_loss, reason = "heights are made here and positive")]
    let mut canvas = Pixmap::new(WIDTH as u32, scene.height.ceil() as u32)
        .ok_or(ChartError::Drawing("the card has no size"))?;
    canvas.fill(colour(EDGE));
    let card = Rect::new(2.0, 2.0, WIDTH - 2.0, scene.height - 2.0);
    fill(&mut canvas, bar(card, 0.0), CARD);
    for mark in &scene.marks {
        draw(&mut canvas, mark);
    }
    canvas.encode_png().map_err(|_| ChartError::Drawing("the PNG could not be written"))
}

fn draw(canvas: &mut Pixmap, mark: &Mark) {
    match mark {
        Mark::Area { outline, fill: ink } => fill(canvas, polygon(outline, true), *ink),
        Mark::Ribbon { from, to, fill: ink } => match thread(*from, *to) {
            Some((path, width)) => stroke(canvas, path.as_ref(), width, *ink, None),
            None => fill(canvas, ribbon(*from, *to), *ink),
        },
        Mark::Bar { rect, radius, fill: ink } => fill(canvas, bar(*rect, *radius), *ink),
        Mark::Disc { centre, radius, fill: ink, rim } => {
            let path = PathBuilder::from_circle(centre.x, centre.y, *radius);
            if let Some(rim) = rim {
                stroke(canvas, path.as_ref(), 5.0, *rim, None);
            }
            fill(canvas, path, *ink);
        }
        Mark::Line { points, width, ink, dash } => {
            stroke(canvas, polygon(points, false).as_ref(), *width, *ink, *dash);
        }
        Mark::Words(words) => write(canvas, words),
    }
}

fn write(canvas: &mut Pixmap, words: &Words) {
    let face = fonts().face(words.style.weight);
    let scale = words.style.size / f32::from(face.units_per_em());
    let mut glyphs = Vec::new();
    let mut x = 0.0;
    for (id, advance) in fonts().glyphs(&words.text, words.style) {
        let start = Point::new(words.start.x + x, words.start.y);
        let mut glyph = Glyph { path: PathBuilder::new(), start, scale };
        if face.outline_glyph(id, &mut glyph).is_some() {
            glyphs.extend(glyph.path.finish());
        }
        x += advance;
    }
    if let Some(halo) = words.halo {
        for glyph in &glyphs {
            stroke(canvas, Some(glyph), words.style.size * 0.26, halo, None);
        }
    }
    for glyph in glyphs {
        fill(canvas, Some(glyph), words.ink);
    }
}

fn fill(canvas: &mut Pixmap, path: Option<Path>, ink: Ink) {
    if let Some(path) = path {
        canvas.fill_path(&path, &paint(ink), FillRule::Winding, Transform::identity(), None);
    }
}

fn stroke(canvas: &mut Pixmap, path: Option<&Path>, width: f32, ink: Ink, dash: Option<f32>) {
    let Some(path) = path else { return };
    let stroke = Stroke {
        width,
        line_cap: if dash.is_some() { LineCap::Butt } else { LineCap::Round },
        line_join: LineJoin::Round,
        dash: dash.and_then(|dash| StrokeDash::new(vec![dash, dash], 0.0)),
        ..Stroke::default()
    };
    canvas.stroke_path(path, &paint(ink), &stroke, Transform::identity(), None);
}

fn paint(ink: Ink) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(colour(ink));
    paint
}

fn colour(ink: Ink) -> Color {
    Color::from_rgba8(ink.red, ink.green, ink.blue, ink.alpha)
}

fn polygon(points: &[Point], close: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (at, point) in points.iter().enumerate() {
        if at == 0 {
            path.move_to(point.x, point.y);
        } else {
            path.line_to(point.x, point.y);
        }
    }
    if close {
        path.close();
    }
    path.finish()
}

/// The middle line of a ribbon, and its width, where it is thin, or so steep that what lies between
/// its two edges would fray.
fn thread(
    [x0, top0, bottom0]: [f32; 3],
    [x1, top1, bottom1]: [f32; 3],
) -> Option<(Option<Path>, f32)> {
    let width = (bottom0 - top0).max(bottom1 - top1);
    let (y0, y1) = (f32::midpoint(top0, bottom0), f32::midpoint(top1, bottom1));
    let steep = (y1 - y0).abs() > (x1 - x0) * STEEP;
    if width > if steep { STEEP_THREAD } else { THREAD } {
        return None;
    }
    let middle = f32::midpoint(x0, x1);
    let mut path = PathBuilder::new();
    path.move_to(x0, y0);
    path.cubic_to(middle, y0, middle, y1, x1, y1);
    Some((path.finish(), if steep { width.min(STEEP_WIDTH) } else { width }))
}

fn ribbon([x0, top0, bottom0]: [f32; 3], [x1, top1, bottom1]: [f32; 3]) -> Option<Path> {
    let middle = f32::midpoint(x0, x1);
    let mut path = PathBuilder::new();
    path.move_to(x0, top0);
    path.cubic_to(middle, top0, middle, top1, x1, top1);
    path.line_to(x1, bottom1);
    path.cubic_to(middle, bottom1, middle, bottom0, x0, bottom0);
    path.close();
    path.finish()
}

fn bar(rect: Rect, radius: f32) -> Option<Path> {
    let radius = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
    let Rect { left, top, right, bottom } = rect;
    if radius <= 0.0 {
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        return polygon(&corners.map(|(x, y)| Point::new(x, y)), true);
    }
    let mut path = PathBuilder::new();
    path.move_to(left + radius, top);
    path.line_to(right - radius, top);
    path.quad_to(right, top, right, top + radius);
    path.line_to(right, bottom - radius);
    path.quad_to(right, bottom, right - radius, bottom);
    path.line_to(left + radius, bottom);
    path.quad_to(left, bottom, left, bottom - radius);
    path.line_to(left, top + radius);
    path.quad_to(left, top, left + radius, top);
    path.close();
    path.finish()
}

/// Takes a glyph's outline over into a path; fonts count upwards, pictures downwards.
struct Glyph {
    path: PathBuilder,
    start: Point,
    scale: f32,
}

impl Glyph {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.scale.mul_add(x, self.start.x), self.scale.mul_add(-y, self.start.y))
    }
}

impl OutlineBuilder for Glyph {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
