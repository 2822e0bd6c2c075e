//! The rules for plugins, tried on a loaded one: runs in a worker.

use std::io;
use std::thread;
use std::time::Instant;

use klantwijzer_core::manifest::{Axis, Manifest};
use klantwijzer_core::scorer::{Failed, Fill, Scores, Sector, SectorFailure, run_examples};

use crate::check::data;
use crate::library::{Fault, Plugin};
use crate::wire::CheckStep;

/// The lengths of batches that are tried.
const LENGTHS: [usize; 4] = [0, 1, 1023, 100_000];
/// No check scores more customers than this in all: the longest batch six
/// times, and the others.
pub(crate) const ALL_ROWS: u32 = 610_000;
/// Where a batch is cut into pieces.
const PIECE: usize = 997;
/// What stands before and behind each column, and must stay.
const GUARD: f64 = -7.125e77;
const GUARDS: usize = 16;
/// Sums may differ by this share of what is summed.
const ROUNDING: f64 = 1e-9;

type Kept = Result<(), String>;
type ColumnsOf = Vec<Vec<f64>>;

/// Tries every rule and tells each outcome. Returns how many customers were
/// scored per second.
pub(crate) fn run(
    plugin: &Plugin,
    tell: &mut dyn FnMut(CheckStep) -> io::Result<()>,
) -> io::Result<f64> {
    let manifest = &plugin.manifest;
    let longest = LENGTHS[LENGTHS.len() - 1];
    let facts = data::facts(manifest, longest);
    let mut rule = |rule: &str, kept: Kept| {
        let rule = rule.to_owned();
        let problem = kept.err();
        tell(CheckStep { rule, problem })
    };
    rule("names everything in English and Dutch", labels(manifest))?;
    for length in &LENGTHS[..LENGTHS.len() - 1] {
        let scored = plugin.score(&data::facts(manifest, *length));
        rule(&format!("scores {length} customers at once"), scored.map(drop))?;
    }
    let started = Instant::now();
    let scored = plugin.score(&facts);
    let seconds = started.elapsed().as_secs_f64();
    let told = scored.as_ref().map(drop).map_err(String::clone);
    rule(&format!("scores {longest} customers at once"), told)?;
    if let Ok(scores) = &scored {
        rule("gives finite numbers in their range", ranges(scores))?;
        rule("has factors that add up", sums(manifest, scores))?;
        rule("says nothing without a required fact", required(manifest, &facts, scores))?;
        rule("leaves the facts as they are", unchanged(manifest, &facts))?;
        rule("says the same twice", same(scores, plugin.score(&facts)))?;
        rule("says the same in any batch", same(scores, plugin.in_pieces(&facts)))?;
        rule("says the same on two threads", plugin.on_threads(&facts, scores))?;
    }
    rule("refuses other columns than its own", plugin.refuses(&facts))?;
    rule("keeps its worked examples", examples(plugin))?;
    Ok(longest as f64 / seconds.max(f64::MIN_POSITIVE))
}

impl Plugin {
    /// Scores columns of facts: value, potential, confidence, factors.
    fn score(&self, facts: &[Vec<f64>]) -> Result<ColumnsOf, String> {
        let rows = facts.first().map_or(0, Vec::len);
        let fault = |fault| match fault {
            Fault::Error(told) => format!("it refused: {told}"),
            Fault::Panic(told) => format!("it panicked: {told}"),
        };
        let scores = self.call(facts, rows).map_err(fault)?;
        scores.into_iter().map(|column| unguarded(column, rows)).collect()
    }

    /// Calls the plugin with columns that have guards around them.
    fn call(&self, facts: &[Vec<f64>], rows: usize) -> Result<ColumnsOf, Fault> {
        let columns = Scores::OWN_COLUMNS + self.manifest.factors.len();
        let mut scores = vec![vec![GUARD; rows + 2 * GUARDS]; columns];
        let inputs: Vec<*const f64> = facts.iter().map(Vec::as_ptr).collect();
        let outputs: Vec<*mut f64> =
            scores.iter_mut().map(|column| column[GUARDS..].as_mut_ptr()).collect();
        // SAFETY: every column is a vector of at least `rows` numbers of its own.
        unsafe { self.instance.score(rows, &inputs, &outputs) }?;
        Ok(scores)
    }

    fn in_pieces(&self, facts: &[Vec<f64>]) -> Result<ColumnsOf, String> {
        let rows = facts.first().map_or(0, Vec::len);
        let columns = Scores::OWN_COLUMNS + self.manifest.factors.len();
        let mut whole = vec![Vec::with_capacity(rows); columns];
        for from in (0..rows).step_by(PIECE) {
            let to = rows.min(from + PIECE);
            let piece: ColumnsOf = facts.iter().map(|c| c[from..to].to_vec()).collect();
            for (column, more) in whole.iter_mut().zip(self.score(&piece)?) {
                column.extend(more);
            }
        }
        Ok(whole)
    }

    fn on_threads(&self, facts: &[Vec<f64>], scores: &[Vec<f64>]) -> Kept {
        thread::scope(|scope| {
            let threads = [(); 2].map(|()| scope.spawn(|| same(scores, self.score(facts))));
            threads.into_iter().try_for_each(|thread| {
                let ended = thread.join();
                ended.unwrap_or_else(|_| Err("a thread panicked".to_owned()))
            })
        })
    }

    fn refuses(&self, facts: &[Vec<f64>]) -> Kept {
        let Some((_, fewer)) = facts.split_last() else {
            return Ok(());
        };
        let few: ColumnsOf = fewer.iter().map(|column| column[..1].to_vec()).collect();
        match self.call(&few, 1) {
            Err(Fault::Error(_)) => Ok(()),
            Err(Fault::Panic(told)) => Err(format!("it panicked in place of an error: {told}")),
            Ok(_) => Err("it scored with a column too few".to_owned()),
        }
    }
}

impl Sector for Plugin {
    fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    fn score(&self, rows: usize, fill: Fill<'_>) -> Result<Scores, SectorFailure> {
        let mut facts = vec![vec![f64::NAN; rows]; self.manifest.facts.len()];
        let mut columns: Vec<&mut [f64]> = facts.iter_mut().map(Vec::as_mut_slice).collect();
        fill(&mut columns);
        let scores = Self::score(self, &facts).map_err(|message| SectorFailure {
            plugin: self.manifest.id.to_string(),
            how: Failed::Refused(message),
        })?;
        Ok(Scores::new(scores, self.manifest.factors.len()))
    }
}

fn unguarded(mut column: Vec<f64>, rows: usize) -> Result<Vec<f64>, String> {
    let guard = |cell: &f64| cell.to_bits() == GUARD.to_bits();
    let behind = column.split_off(GUARDS + rows);
    let inside = column.split_off(GUARDS);
    if !column.iter().chain(&behind).all(guard) {
        return Err("it wrote outside its columns".to_owned());
    }
    match inside.iter().position(guard) {
        Some(row) => Err(format!("it left a score of customer {row} unwritten")),
        None => Ok(inside),
    }
}

fn labels(manifest: &Manifest) -> Kept {
    let words = &manifest.customer;
    let own = [&manifest.name, &words.one, &words.many];
    let facts = manifest.facts.iter().map(|fact| &fact.label);
    let factors = manifest.factors.iter().map(|factor| &factor.label);
    let definitions = manifest.definitions.iter().map(|definition| &definition.label);
    let moments = manifest.programme.values().flatten().filter_map(|moment| moment.label.as_ref());
    let empty = |text: &str| text.trim().is_empty();
    let all = own.into_iter().chain(facts).chain(factors).chain(definitions).chain(moments);
    match all.into_iter().find(|label| empty(&label.en) || empty(&label.nl)) {
        Some(label) => Err(format!("one of these is empty: {:?} and {:?}", label.en, label.nl)),
        None => Ok(()),
    }
}

fn ranges(scores: &[Vec<f64>]) -> Kept {
    for (column, values) in scores.iter().enumerate() {
        let (what, fits): (_, fn(f64) -> bool) = match column {
            0 => ("value", |x| !x.is_infinite()),
            1 => ("potential", |x| x.is_nan() || (0.0..=100.0).contains(&x)),
            2 => ("confidence", |x| (0.0..=1.0).contains(&x)),
            _ => ("a factor", |x| !x.is_infinite()),
        };
        if let Some(row) = values.iter().position(|value| !fits(*value)) {
            return Err(format!("{what} of customer {row} is {}", values[row]));
        }
    }
    Ok(())
}

fn sums(manifest: &Manifest, scores: &[Vec<f64>]) -> Kept {
    let factors = &scores[Scores::OWN_COLUMNS..];
    for (axis, total, what) in [(Axis::Value, 0, "value"), (Axis::Potential, 1, "potential")] {
        let parts: Vec<&Vec<f64>> = manifest
            .factors
            .iter()
            .zip(factors)
            .filter(|(spec, _)| spec.axis == axis)
            .map(|(_, column)| column)
            .collect();
        for (row, total) in scores[total].iter().enumerate() {
            let known = parts.iter().map(|c| c[row]).filter(|part| !part.is_nan());
            let (sum, size) = known.fold((0.0, 0.0), |(s, a), part| (s + part, a + part.abs()));
            if (sum - total).abs() > ROUNDING * f64::max(size, 1.0) {
                return Err(format!("of customer {row}, {what} is {total} and its factors {sum}"));
            }
        }
    }
    Ok(())
}

fn required(manifest: &Manifest, facts: &[Vec<f64>], scores: &[Vec<f64>]) -> Kept {
    for (spec, column) in manifest.facts.iter().zip(facts).filter(|(spec, _)| spec.required) {
        let mut pairs = column.iter().zip(&scores[0]);
        if let Some(row) = pairs.position(|(fact, value)| fact.is_nan() && !value.is_nan()) {
            return Err(format!("customer {row} has a value without {:?}", spec.id));
        }
    }
    Ok(())
}

fn unchanged(manifest: &Manifest, facts: &[Vec<f64>]) -> Kept {
    let rows = facts.first().map_or(0, Vec::len);
    same_bits(facts, &data::facts(manifest, rows)).map_err(|place| format!("{place} changed"))
}

fn same(scores: &[Vec<f64>], again: Result<ColumnsOf, String>) -> Kept {
    same_bits(scores, &again?).map_err(|place| format!("{place} came out otherwise"))
}

/// Compares columns; NaN is the same as NaN.
fn same_bits(one: &[Vec<f64>], other: &[Vec<f64>]) -> Kept {
    for (column, (a, b)) in one.iter().zip(other).enumerate() {
        let differs =
            |(a, b): (&f64, &f64)| a.to_bits() != b.to_bits() && !(a.is_nan() && b.is_nan());
        if let Some(row) = a.iter().zip(b).position(differs) {
            return Err(format!("column {column} of customer {row}"));
        }
    }
    Ok(())
}

fn examples(plugin: &dyn Sector) -> Kept {
    let misses = run_examples(plugin).map_err(|failure| failure.to_string())?;
    misses.first().map_or(Ok(()), |miss| Err(miss.to_string()))
}
