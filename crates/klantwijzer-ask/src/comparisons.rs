//! The words before and after a number that make it a bound.

use klantwijzer_core::bounds::Bounds;

/// On which side of a number those lie that are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    /// "More than".
    Above,
    /// "At least".
    AtLeast,
    /// "Fewer than".
    Below,
    /// "At most".
    AtMost,
}

impl Comparison {
    /// The numbers on that side.
    pub(crate) const fn bounds(self, number: f64) -> Bounds {
        match self {
            Self::Above => Bounds::above(number),
            Self::AtLeast => Bounds::at_least(number),
            Self::Below => Bounds::below(number),
            Self::AtMost => Bounds::at_most(number),
        }
    }
}

type Phrases = &'static [&'static [&'static str]];

/// Before the number: "more than 100".
pub(crate) const BEFORE: &[(Comparison, Phrases)] = &[
    (Comparison::Above, ABOVE),
    (Comparison::AtLeast, AT_LEAST),
    (Comparison::Below, BELOW),
    (Comparison::AtMost, AT_MOST),
];

/// After the number: "100 or more".
pub(crate) const AFTER: &[(Comparison, Phrases)] =
    &[(Comparison::AtLeast, OR_MORE), (Comparison::AtMost, OR_LESS)];

const ABOVE: Phrases = &[
    &["more", "than"],
    &["meer", "dan"],
    &["over"],
    &["above"],
    &["boven"],
    &[">"],
    &["exceeding"],
    &["exceeds"],
    &["exceed"],
    &["groter", "dan"],
    &["greater", "than"],
    &["larger", "than"],
    &["bigger", "than"],
    &["hoger", "dan"],
    &["higher", "than"],
    &["better", "than"],
    &["north", "of"],
    &["ruim"],
    &["meer", "als"],
    &["groter", "als"],
    &["older", "than"],
    &["ouder", "dan"],
    &["in", "excess", "of"],
    &["hoger", "is", "dan"],
    &["groter", "is", "dan"],
    &["meer", "is", "dan"],
];

const AT_LEAST: Phrases = &[
    &["≥"],
    &["at", "least"],
    &["minstens"],
    &["minimaal"],
    &["minimum"],
    &["tenminste"],
    &["ten", "minste"],
    &["vanaf"],
    &["upwards", "of"],
    &["min"],
    &["no", "less", "than"],
    &["no", "fewer", "than"],
    &["not", "less", "than"],
    &["niet", "minder", "dan"],
    &["op", "zijn", "minst"],
    &["upward", "of"],
    &["starting", "at"],
    &[">", "="],
];

const BELOW: Phrases = &[
    &["less", "than"],
    &["minder", "dan"],
    &["fewer", "than"],
    &["under"],
    &["onder"],
    &["below"],
    &["<"],
    &["beneden"],
    &["kleiner", "dan"],
    &["smaller", "than"],
    &["lager", "dan"],
    &["lower", "than"],
    &["minder", "als"],
    &["lager", "is", "dan"],
    &["kleiner", "is", "dan"],
    &["minder", "is", "dan"],
    &["kleiner", "als"],
];

const AT_MOST: Phrases = &[
    &["≤"],
    &["up", "to"],
    &["tot"],
    &["hoogstens"],
    &["maximaal"],
    &["maximum"],
    &["max"],
    &["hooguit"],
    &["at", "most"],
    &["no", "more", "than"],
    &["niet", "meer", "dan"],
    &["not", "more", "than"],
    &["<", "="],
    &["ten", "hoogste"],
];

const OR_MORE: Phrases = &[
    &["+"],
    &["plus"],
    &["or", "more"],
    &["of", "meer"],
    &["or", "above"],
    &["or", "over"],
    &["and", "up"],
    &["and", "above"],
    &["en", "meer"],
    &["en", "hoger"],
    &["of", "hoger"],
    &["en", "groter"],
    &["of", "groter"],
    &["or", "bigger"],
    &["or", "larger"],
];

const OR_LESS: Phrases = &[
    &["or", "less"],
    &["or", "fewer"],
    &["of", "minder"],
    &["or", "below"],
    &["or", "under"],
    &["of", "lager"],
    &["of", "kleiner"],
    &["or", "smaller"],
    &["max"],
];
