//! How many typing errors lie between two words.

/// A word against which many others are compared.
pub(crate) struct Pattern {
    /// For each character of the word the places where it stands.
    places: Vec<(char, u64)>,
    ascii: [u64; 128],
    length: u32,
}

impl Pattern {
    /// Words of more than 64 characters are compared by their first 64.
    pub(crate) fn new(word: &str) -> Self {
        let mut pattern = Self { places: Vec::new(), ascii: [0; 128], length: 0 };
        for (at, c) in word.chars().take(64).enumerate() {
            let bit = 1_u64 << at;
            if c.is_ascii() {
                pattern.ascii[c as usize] |= bit;
            } else if let Some((_, places)) = pattern.places.iter_mut().find(|(own, _)| *own == c) {
                *places |= bit;
            } else {
                pattern.places.push((c, bit));
            }
            pattern.length += 1;
        }
        pattern
    }

    /// The fewest insertions, deletions, substitutions and swaps of neighbours
    /// that turn one word into the other, no place being edited twice.
    ///
    /// Bit-parallel after H. Hyyrö, "A bit-vector algorithm for computing
    /// Levenshtein and Damerau edit distances" (2003): bit i of the vectors
    /// stands for row i of the table of distances, one step for each column.
    pub(crate) fn distance(&self, other: &str) -> u32 {
        if self.length == 0 {
            return other.chars().count() as u32;
        }
        let last = 1_u64 << (self.length - 1);
        let (mut rises, mut falls) = (u64::MAX, 0_u64);
        let (mut diagonal, mut places_before) = (0_u64, 0_u64);
        let mut distance = self.length;
        for c in other.chars() {
            let places = self.places(c);
            let swaps = ((!diagonal & places) << 1) & places_before;
            diagonal = ((((places & rises).wrapping_add(rises)) ^ rises) | places | falls) | swaps;
            let mut right_rises = falls | !(diagonal | rises);
            let mut right_falls = diagonal & rises;
            distance += u32::from(right_rises & last != 0);
            distance -= u32::from(right_falls & last != 0);
            right_rises = (right_rises << 1) | 1;
            right_falls <<= 1;
            rises = right_falls | !(diagonal | right_rises);
            falls = right_rises & diagonal;
            places_before = places;
        }
        distance
    }

    fn places(&self, c: char) -> u64 {
        if c.is_ascii() {
            self.ascii[c as usize]
        } else {
            self.places.iter().find(|(own, _)| *own == c).map_or(0, |(_, places)| *places)
        }
    }
}

/// The most bits of a [`sketch`] that one typing error changes: two letters and
/// four pairs for a wrong letter, six pairs for a swap.
pub(crate) const SKETCH_BITS_PER_ERROR: u32 = 6;

/// Which letters a word holds and which pairs of neighbours, a bit each, so that
/// most words are told apart without comparing them.
pub(crate) fn sketch(word: &str) -> u64 {
    const LETTERS: u32 = 24;
    const PAIRS: u32 = 64 - LETTERS;
    let (mut sketch, mut before) = (0, None);
    for c in word.chars() {
        let c = c as u32;
        sketch |= 1 << (c % LETTERS);
        if let Some(before) = before.replace(c) {
            sketch |= 1 << (LETTERS + before.wrapping_mul(31).wrapping_add(c) % PAIRS);
        }
    }
    sketch
}

/// How many typing errors are forgiven in a word of this many characters.
pub(crate) const fn forgiven(characters: usize) -> u32 {
    match characters {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The plain table of optimal string alignment.
    fn by_table(a: &str, b: &str) -> u32 {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut table = vec![vec![0_u32; b.len() + 1]; a.len() + 1];
        for (i, row) in table.iter_mut().enumerate() {
            row[0] = i as u32;
        }
        for (j, cell) in table[0].iter_mut().enumerate() {
            *cell = j as u32;
        }
        for i in 1..=a.len() {
            for j in 1..=b.len() {
                let cost = u32::from(a[i - 1] != b[j - 1]);
                let mut best =
                    (table[i - 1][j] + 1).min(table[i][j - 1] + 1).min(table[i - 1][j - 1] + cost);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    best = best.min(table[i - 2][j - 2] + 1);
                }
                table[i][j] = best;
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn agrees_with_the_table(a in "[abcé]{0,12}", b in "[abcé]{0,12}") {
            prop_assert_eq!(Pattern::new(&a).distance(&b), by_table(&a, &b));
        }

        #[test]
        fn sketches_differ_by_few_bits_per_error(a in "[a-fé]{0,9}", b in "[a-fé]{0,9}") {
            let bits = (sketch(&a) ^ sketch(&b)).count_ones();
            prop_assert!(bits <= SKETCH_BITS_PER_ERROR * by_table(&a, &b));
        }
    }
}
