//! Words: which glyphs, how wide, and what to do with those that a font does not have. The fonts are
//! in the program, so a picture does not depend on what a machine has installed.

use std::sync::LazyLock;

use ttf_parser::{Face, GlyphId};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::geometry::{Point, Rect};

/// Inter, under the SIL Open Font License 1.1 (`fonts/OFL.txt`).
const REGULAR: &[u8] = include_bytes!("../fonts/Inter-Regular.ttf");
const SEMIBOLD: &[u8] = include_bytes!("../fonts/Inter-SemiBold.ttf");

/// Stands for a run of characters that the font cannot show.
const UNKNOWN: char = '\u{25A1}';
const ELLIPSIS: char = '\u{2026}';
/// No name that fits in a picture is longer, and hostile ones are cut before they cost time.
const LONGEST: usize = 160;
/// The line box of Inter around its base line, in ems: accents on capitals and tails included.
const ABOVE: f32 = 0.93;
const BELOW: f32 = 0.24;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    SemiBold,
}

/// Size in pixels per em, and weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub(crate) size: f32,
    pub(crate) weight: Weight,
}

impl Style {
    pub(crate) const fn regular(size: f32) -> Self {
        Self { size, weight: Weight::Regular }
    }

    pub(crate) const fn semibold(size: f32) -> Self {
        Self { size, weight: Weight::SemiBold }
    }

    /// What words of this width cover when they start at `start`.
    pub(crate) fn bounds(self, start: Point, width: f32) -> Rect {
        let (top, bottom) = (self.size.mul_add(-ABOVE, start.y), self.size.mul_add(BELOW, start.y));
        Rect::new(start.x, top, start.x + width, bottom)
    }

    /// The height of a line of words.
    pub(crate) fn line(self) -> f32 {
        self.size * (ABOVE + BELOW)
    }

    /// The base line of words whose line box begins at `top`.
    pub(crate) fn base_below(self, top: f32) -> f32 {
        self.size.mul_add(ABOVE, top)
    }

    /// The base line of words whose capitals have `y` in their middle.
    pub(crate) fn base_around(self, y: f32) -> f32 {
        self.size.mul_add(0.364, y)
    }
}

/// The two weights of the font.
pub(crate) struct Fonts {
    regular: Face<'static>,
    semibold: Face<'static>,
}

/// The fonts, read once.
#[allow(clippy::expect_used, reason = "the fonts are in the program, and every test reads them")]
pub(crate) fn fonts() -> &'static Fonts {
    static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
        let read = |bytes| Face::parse(bytes, 0).expect("the built-in font is whole");
        Fonts { regular: read(REGULAR), semibold: read(SEMIBOLD) }
    });
    &FONTS
}

impl Fonts {
    /// How wide `text` is, in pixels. The text is drawn as it is given: clean it before.
    pub(crate) fn width(&self, text: &str, style: Style) -> f32 {
        self.glyphs(text, style).map(|(_, advance)| advance).sum()
    }

    /// `text`, cleaned and cut with an ellipsis to at most `room` pixels, and its width.
    pub(crate) fn fit(&self, text: &str, style: Style, room: f32) -> (String, f32) {
        let clean = self.clean(text);
        let width = self.width(&clean, style);
        if width <= room {
            return (clean, width);
        }
        let mut left = room - self.width("\u{2026}", style);
        let mut cut = String::new();
        for character in clean.chars() {
            left -= self.advance(character, style);
            if left < 0.0 {
                break;
            }
            cut.push(character);
        }
        let kept =
            cut.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '('));
        if kept.is_empty() {
            return (String::new(), 0.0);
        }
        let cut = format!("{kept}{ELLIPSIS}");
        let width = self.width(&cut, style);
        (cut, width)
    }

    /// `text` as one line of characters that the font has. Runs of others become one empty box;
    /// what only steers a screen, such as a mark that turns the direction, is left out.
    fn clean(&self, text: &str) -> String {
        let mut clean = String::new();
        let mut gap = false;
        for character in text.chars().take(LONGEST).nfc() {
            if character.is_whitespace() {
                gap = !clean.is_empty();
                continue;
            }
            if is_steering(character) {
                continue;
            }
            let known = self.has(character);
            if !known && (is_combining_mark(character) || (clean.ends_with(UNKNOWN) && !gap)) {
                continue;
            }
            if gap && (known || !clean.ends_with(UNKNOWN)) {
                clean.push(' ');
            }
            gap = false;
            if known || !clean.ends_with(UNKNOWN) {
                clean.push(if known { character } else { UNKNOWN });
            }
        }
        clean
    }

    fn has(&self, character: char) -> bool {
        self.regular.glyph_index(character).is_some()
            && self.semibold.glyph_index(character).is_some()
    }

    fn advance(&self, character: char, style: Style) -> f32 {
        let face = self.face(style.weight);
        let glyph = face.glyph_index(character).unwrap_or(GlyphId(0));
        let units = f32::from(face.glyph_hor_advance(glyph).unwrap_or_default());
        units * style.size / f32::from(face.units_per_em())
    }

    /// The glyphs of `text`, and how far each moves the next one, in pixels.
    pub(crate) fn glyphs(&self, text: &str, style: Style) -> impl Iterator<Item = (GlyphId, f32)> {
        let face = self.face(style.weight);
        text.chars().map(move |character| {
            let glyph = face.glyph_index(character).unwrap_or(GlyphId(0));
            (glyph, self.advance(character, style))
        })
    }

    pub(crate) const fn face(&self, weight: Weight) -> &Face<'static> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::SemiBold => &self.semibold,
        }
    }
}

/// Characters without a shape of their own: controls, marks of direction, joiners, variants.
fn is_steering(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{00AD}'
                | '\u{061C}'
                | '\u{180E}'
                | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFB}'
                | '\u{1F3FB}'..='\u{1F3FF}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

#[cfg(test)]
mod tests {
    use super::{Style, UNKNOWN, fonts};

    #[test]
    fn the_font_has_what_dutch_and_english_business_needs() {
        for character in "ABCxyz0123456789 éëïöüçñÉĳŁşžßøåÆœ€£$¥%‰&@#–—…·•→←↑↓≥≤−±×’‘“”«»½²°\u{a0}\u{202f}\u{2009}Ωαβ Дя"
            .chars()
            .chain([UNKNOWN])
        {
            assert!(fonts().has(character), "{character:?} U+{:04X}", u32::from(character));
        }
    }

    #[test]
    fn names_are_cleaned_to_what_can_be_drawn() {
        for (name, clean) in [
            ("Bakkerij de Wit", "Bakkerij de Wit"),
            ("  Van \n der\tBerg  ", "Van der Berg"),
            ("Cafe\u{301} Zoe\u{308}", "Café Zoë"),
            ("\u{202E}gro.live\u{202C}", "gro.live"),
            ("Zon 🌞🌞🌞 BV", "Zon □ BV"),
            ("👩‍👩‍👧‍👦 Familie", "□ Familie"),
            ("株式会社 東京", "□"),
            ("שלום BV", "□ BV"),
            ("", ""),
            ("\u{200B}\u{0}", ""),
        ] {
            assert_eq!(fonts().clean(name), clean, "{name:?}");
        }
    }

    #[test]
    fn long_names_are_cut_to_their_room() {
        let style = Style::regular(28.0);
        let (cut, width) = fonts().fit("Internationale Groothandel in Tuinbouwzaden", style, 300.0);
        assert!(cut.ends_with('…') && width <= 300.0, "{cut} {width}");
        assert_eq!(fonts().fit("Wit", style, 300.0).0, "Wit");
        assert_eq!(fonts().fit("Wit", style, 3.0), (String::new(), 0.0));
        assert!(fonts().fit(&"w".repeat(1_000_000), style, 300.0).1 <= 300.0);
    }
}
