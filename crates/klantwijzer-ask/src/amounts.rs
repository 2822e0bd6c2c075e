//! One number by itself, as people write it in a form.

use crate::quantities::quantities;
use crate::text::tokens;

/// The number in a short text such as "300", "12,5 mln" or "€ 40.000"; `None`
/// for a text with none, with several, or with a bound ("more than 5"). It is
/// finite.
pub fn amount(text: &str) -> Option<f64> {
    let tokens = tokens(text);
    let free = vec![true; tokens.len()];
    match quantities(&tokens, &free).as_slice() {
        [one] if !one.compared && one.range.len() == tokens.len() => {
            Some(one.value()).filter(|value| value.is_finite())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn numbers_as_people_write_them() {
        for (text, number) in [
            ("300", Some(300.0)),
            ("300 fte", Some(300.0)),
            ("12,5 mln", Some(12_500_000.0)),
            ("€ 40.000", Some(40_000.0)),
            ("5k", Some(5_000.0)),
            ("0", Some(0.0)),
            ("", None),
            ("veel", None),
            ("meer dan 5", None),
            ("300 in Delft", None),
        ] {
            assert_eq!(amount(text), number, "{text}");
        }
    }
}
