//! The colours. They are few, opaque on a card of their own, and told apart by people who are
//! colour-blind; the tests below measure both.

use klantwijzer_core::types::CustomerType;

/// A colour with its opacity, each part from 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ink {
    pub(crate) red: u8,
    pub(crate) green: u8,
    pub(crate) blue: u8,
    pub(crate) alpha: u8,
}

impl Ink {
    const fn rgb(hex: u32) -> Self {
        let [_, red, green, blue] = hex.to_be_bytes();
        Self { red, green, blue, alpha: 255 }
    }

    /// The same colour, of which `share` (0 to 1) covers what lies under it.
    pub(crate) fn faint(self, share: f32) -> Self {
        #[allow(clippy::cast_sign_loss, reason = "clamped to 0..=255")]
        let alpha = (share * 255.0).round().clamp(0.0, 255.0) as u8;
        Self { alpha, ..self }
    }
}

/// The card: a warm near-white that is calm in Discord's dark theme and seen in its light one.
pub(crate) const CARD: Ink = Ink::rgb(0x00F7_F6F2);
/// The card's edge, which parts it from a white page.
pub(crate) const EDGE: Ink = Ink::rgb(0x00D3_D1C9);
/// Titles, names and figures.
pub(crate) const TEXT: Ink = Ink::rgb(0x001C_1F26);
/// Words that explain.
pub(crate) const MUTED: Ink = Ink::rgb(0x0056_5B66);
/// Axes and borders.
pub(crate) const RULE: Ink = Ink::rgb(0x008D_8F94);
/// Lines that help the eye.
pub(crate) const GRID: Ink = Ink::rgb(0x00E2_E0D9);
/// Words on a type's own colour.
pub(crate) const ON_COLOUR: Ink = Ink::rgb(0x00FF_FFFF);
/// Bars without a type.
pub(crate) const PLAIN: Ink = Ink::rgb(0x0098_A5B8);
/// The bar that the picture is about.
pub(crate) const CHOSEN: Ink = Ink::rgb(0x0012_3F7F);

/// The colour of a type's bubbles, bands and dots.
pub(crate) const fn fill(kind: CustomerType) -> Ink {
    match kind {
        CustomerType::Strategic => Ink::rgb(0x0012_3F7F),
        CustomerType::Large => Ink::rgb(0x00C2_510C),
        CustomerType::Development => Ink::rgb(0x009A_4FD6),
        CustomerType::Transactional => Ink::rgb(0x007D_8590),
    }
}

/// The colour of a type's name on the card: its fill, darkened where words would be too pale.
pub(crate) const fn ink(kind: CustomerType) -> Ink {
    match kind {
        CustomerType::Strategic => fill(kind),
        CustomerType::Large => Ink::rgb(0x00A8_430A),
        CustomerType::Development => Ink::rgb(0x0078_35B3),
        CustomerType::Transactional => Ink::rgb(0x0056_5B66),
    }
}

#[cfg(test)]
mod tests {
    use klantwijzer_core::types::CustomerType;

    use super::{CARD, CHOSEN, Ink, MUTED, ON_COLOUR, PLAIN, RULE, TEXT, fill, ink};

    /// How people with each kind of sight see linear red, green and blue (Machado et al., 2009).
    const SIGHTS: [(&str, [[f64; 3]; 3]); 4] = [
        ("usual", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "without red",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
        ),
        (
            "without green",
            [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
        ),
        (
            "without blue",
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        ),
    ];

    fn linear(ink: Ink) -> [f64; 3] {
        [ink.red, ink.green, ink.blue].map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn luminance([red, green, blue]: [f64; 3]) -> f64 {
        0.0722f64.mul_add(blue, 0.2126f64.mul_add(red, 0.7152 * green))
    }

    /// The contrast of the web's accessibility guidelines, 1 to 21.
    fn contrast(one: Ink, other: Ink) -> f64 {
        let (one, other) = (luminance(linear(one)), luminance(linear(other)));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The place of a colour in CIE L*a*b*, where distances follow the eye.
    fn lab(linear: [f64; 3]) -> [f64; 3] {
        let [red, green, blue] = linear.map(|part| part.clamp(0.0, 1.0));
        let curve = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
        let x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.950_47);
        let y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        let z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.088_83);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    #[test]
    fn types_are_told_apart_by_every_kind_of_sight() {
        for (sight, matrix) in SIGHTS {
            let seen = CustomerType::ALL.map(|kind| {
                let colour = linear(fill(kind));
                lab(matrix.map(|row| row.iter().zip(colour).map(|(a, b)| a * b).sum()))
            });
            for (at, one) in seen.iter().enumerate() {
                for (other_at, other) in seen.iter().enumerate().skip(at + 1) {
                    let square: f64 = one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum();
                    let distance = square.sqrt();
                    assert!(distance > 25.0, "{sight}: {at} and {other_at} are {distance} apart");
                }
            }
        }
    }

    #[test]
    fn everything_stands_out_from_what_it_lies_on() {
        for kind in CustomerType::ALL {
            assert!(contrast(fill(kind), CARD) >= 3.0, "{kind:?} on the card");
            assert!(contrast(ink(kind), CARD) >= 4.5, "the name of {kind:?} on the card");
            assert!(contrast(ON_COLOUR, fill(kind)) >= 3.0, "figures on {kind:?}");
        }
        for (what, colour, least) in [
            ("text", TEXT, 12.0),
            ("muted", MUTED, 4.5),
            ("chosen", CHOSEN, 4.5),
            ("rule", RULE, 2.9),
        ] {
            assert!(contrast(colour, CARD) >= least, "{what}: {}", contrast(colour, CARD));
        }
        assert!(contrast(CHOSEN, PLAIN) >= 3.0);
    }
}
