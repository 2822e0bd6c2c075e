//! Facts to try a plugin with: plausible ones, and everything else that a
//! number can be. The same every time.

use klantwijzer_core::facts::Unit;
use klantwijzer_core::manifest::Manifest;

/// Columns of facts for the manifest; the same rows come first in every length.
pub(super) fn facts(manifest: &Manifest, rows: usize) -> Vec<Vec<f64>> {
    let units = manifest.facts.iter().map(|fact| fact.unit);
    let column = |(column, unit): (usize, Unit)| {
        let cell = |row: usize| number(unit, noise(row as u64, column as u64));
        (0..rows).map(cell).collect()
    };
    units.enumerate().map(column).collect()
}

fn number(unit: Unit, noise: u64) -> f64 {
    let share = (noise >> 12) as f64 / (1_u64 << 52) as f64;
    match noise % 24 {
        0 | 1 => f64::NAN,
        2 => 0.0,
        3 => -share * 1000.0,
        4 => f64::INFINITY,
        5 => f64::NEG_INFINITY,
        6 => 1e300,
        7 => f64::MIN_POSITIVE,
        _ => plausible(unit, share),
    }
}

fn plausible(unit: Unit, share: f64) -> f64 {
    match unit {
        Unit::Money => share * share * 200_000.0,
        Unit::Days => (share * 1500.0).floor(),
        Unit::Count => (share * share * 400.0).floor(),
        Unit::Share => share,
        Unit::Grade => (share * 10.0).round(),
        Unit::YesNo => share.round(),
    }
}

/// Well mixed bits for a cell: the output step of SplitMix64.
fn noise(row: u64, column: u64) -> u64 {
    let seed = row.wrapping_mul(64).wrapping_add(column).wrapping_add(1);
    let mut bits = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
