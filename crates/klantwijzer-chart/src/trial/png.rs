//! The bytes themselves: the same every time, opaque, and with words that are really drawn.
//!
//! No hash of them is kept: curves are drawn with floating point, whose last digit a processor or a
//! later tiny-skia may choose otherwise, without anybody seeing it.

use tiny_skia::Pixmap;

use super::samples::{
    CUSTOMERS, FLOWS, MOMENTS, REVIEWS, STEPS, funnel, history, matrix, movement,
};

fn pictures() -> [Vec<u8>; 4] {
    [
        matrix(&CUSTOMERS).png().unwrap(),
        funnel(&STEPS).png().unwrap(),
        movement(&REVIEWS, &FLOWS).png().unwrap(),
        history(&MOMENTS).png().unwrap(),
    ]
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(pictures(), pictures());
}

#[test]
fn the_order_of_input_does_not_matter() {
    let mut customers = CUSTOMERS;
    customers.reverse();
    let mut steps = STEPS;
    steps.reverse();
    let mut moments = MOMENTS;
    moments.reverse();
    let [matrix_png, funnel_png, _, history_png] = pictures();
    assert_eq!(matrix(&customers).png().unwrap(), matrix_png);
    assert_eq!(funnel(&steps).png().unwrap(), funnel_png);
    assert_eq!(history(&moments).png().unwrap(), history_png);
}

#[test]
fn pictures_are_opaque_and_as_wide_as_promised() {
    for png in pictures() {
        let picture = Pixmap::decode_png(&png).unwrap();
        assert_eq!(picture.width(), 1200);
        assert!(picture.pixels().iter().all(|pixel| pixel.alpha() == 255));
        assert!(png.len() < 500_000, "{} bytes", png.len());
    }
}

#[test]
fn words_are_drawn_where_the_scene_says() {
    let picture = Pixmap::decode_png(&funnel(&STEPS).png().unwrap()).unwrap();
    let scene = funnel(&STEPS).scene().unwrap();
    let title = super::words(&scene)[0];
    assert_eq!(title.text, "Jullie klanten op een rij");
    let bounds = title.bounds;
    let dark = |x: u32, y: u32| picture.pixel(x, y).is_some_and(|pixel| pixel.red() < 60);
    let inside = |x: u32, y: u32| {
        (bounds.left..bounds.right).contains(&(x as f32))
            && (bounds.top..bounds.bottom).contains(&(y as f32))
    };
    let band = (0..1200).flat_map(|x| (0..90).map(move |y| (x, y)));
    let (within, without): (Vec<_>, Vec<_>) =
        band.filter(|(x, y)| dark(*x, *y)).partition(|(x, y)| inside(*x, *y));
    assert!(within.len() > 2_000, "{} dark pixels in the title", within.len());
    assert_eq!(without, []);
}
