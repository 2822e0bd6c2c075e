//! Works the weights out from the examples.

use std::collections::{BTreeSet, HashMap};

use smol_str::SmolStr;
use xxhash_rust::xxh3::Xxh3Default;

use crate::evaluation;
use crate::learned::features;
use crate::learned::model::{ALWAYS, Label, STEPS, label_id, label_of, labels, softmax};
use crate::learned::weights::{Row, Weights};
use crate::reading::Reading;

const EXAMPLES: &str = include_str!("../../data/examples.tsv");

/// How strongly weights are held down: the penalty of a weight, squared, over all
/// examples. It keeps a word that stands in one example from deciding alone.
const PENALTY: f32 = 1.0 / 40.0;

/// Weights of fewer steps than this are left out: beside a sentence of nine words,
/// each of which counts a third, they move a likelihood by less than three
/// hundredths, and they are four in five of all.
const NEGLIGIBLE: i16 = 3;

/// How often all examples are gone through, and how far a weight goes at a time,
/// in the order of a tenth of its size. More rounds change hardly a tenth.
const ROUNDS: i32 = 400;
const STEP: f32 = 0.1;

/// A sentence as the model sees it.
struct Example {
    features: Vec<usize>,
    label: usize,
}

/// Everything that the weights follow from, beside this code.
const SOURCES: [&str; 8] = [
    EXAMPLES,
    evaluation::TAUGHT,
    include_str!("../../data/customers.tsv"),
    include_str!("../../data/lexicon.txt"),
    include_str!("../../data/common.txt"),
    include_str!("../../data/sectors.txt"),
    include_str!("../../data/countries.txt"),
    include_str!("../../data/fields.txt"),
];

/// A digest of what the weights are worked out from.
fn source() -> String {
    let mut hasher = Xxh3Default::new();
    for source in SOURCES {
        hasher.update(source.as_bytes());
    }
    format!("{:016x}", hasher.digest())
}

/// The file `data/learned.txt`, worked out anew from the sentences in `data/`.
pub fn learn() -> String {
    let sentences = labelled();
    let found: BTreeSet<&SmolStr> = sentences.iter().flat_map(|(features, _)| features).collect();
    let always = SmolStr::new_static(ALWAYS);
    let features: Vec<SmolStr> = [always].into_iter().chain(found.into_iter().cloned()).collect();
    let place: HashMap<&SmolStr, usize> = features.iter().zip(0..).collect();
    let labels: Vec<Label> = labels().collect();
    let example = |(found, label): &(Vec<SmolStr>, Label)| {
        let features = found.iter().filter_map(|feature| place.get(feature).copied()).collect();
        let label = labels.iter().position(|known| known == label)?;
        Some(Example { features, label })
    };
    let examples: Vec<Example> = sentences.iter().filter_map(example).collect();
    let weights = descend(&examples, features.len(), labels.len());
    let rows = features.into_iter().zip(weights.iter().map(|weights| row(weights))).collect();
    let labels = labels.into_iter().map(|label| SmolStr::new_static(label_id(label))).collect();
    Weights { source: source(), labels, rows }.written()
}

/// The weights of one feature that are worth keeping.
fn row(weights: &[f32]) -> Row {
    let tenths = weights.iter().map(|weight| (weight * STEPS).round() as i16);
    (0..).zip(tenths).filter(|(_, tenths)| tenths.abs() >= NEGLIGIBLE).collect()
}

/// The features and label of every example. The sentences that are scored are no
/// part of them.
fn labelled() -> Vec<(Vec<SmolStr>, Label)> {
    let (vocabulary, _) = evaluation::vocabulary();
    let read = |text: &str| features(&Reading::new(text, &vocabulary, evaluation::TODAY, false));
    let example = |(id, text): (String, String)| Some((read(&text), label_of(&id)?));
    examples().filter_map(example).collect()
}

/// Each example: the word for its label, and the sentence.
fn examples() -> impl Iterator<Item = (String, String)> {
    let taught = evaluation::taught().into_iter();
    let taught = taught.map(|one| (one.intent.unwrap_or_else(|| "-".to_owned()), one.text));
    let more = EXAMPLES.lines().skip(1).filter_map(|line| line.split_once('\t'));
    taught.chain(more.map(|(id, text)| (id.to_owned(), text.to_owned())))
}

/// Weights per feature and label that make the labels of the examples likely:
/// gradient descent with a step per weight (Kingma and Ba 2015, "Adam").
fn descend(examples: &[Example], features: usize, labels: usize) -> Vec<Vec<f32>> {
    const FIRST: f32 = 0.9;
    const SECOND: f32 = 0.999;
    let zero = vec![vec![0.0_f32; labels]; features];
    let (mut weights, mut mean, mut square) = (zero.clone(), zero.clone(), zero);
    for round in 1..=ROUNDS {
        let gradient = gradient(examples, &weights);
        let (first, second) = (1.0 - FIRST.powi(round), 1.0 - SECOND.powi(round));
        let rows = weights.iter_mut().zip(&mut mean).zip(&mut square).zip(&gradient);
        for (((weights, mean), square), gradient) in rows {
            for at in 0..labels {
                let slope = gradient[at];
                mean[at] = FIRST * mean[at] + (1.0 - FIRST) * slope;
                square[at] = SECOND * square[at] + (1.0 - SECOND) * slope * slope;
                weights[at] -= STEP * (mean[at] / first) / ((square[at] / second).sqrt() + 1e-8);
            }
        }
    }
    weights
}

/// How the loss changes with each weight: that of a softmax, and the penalty.
fn gradient(examples: &[Example], weights: &[Vec<f32>]) -> Vec<Vec<f32>> {
    let count = examples.len().max(1) as f32;
    let penalty = |weight: &f32| PENALTY / count * weight;
    let mut gradient: Vec<Vec<f32>> =
        weights.iter().map(|row| row.iter().map(penalty).collect()).collect();
    for example in examples {
        let length = (example.features.len().max(1) as f32).sqrt();
        let rows = || [(0, 1.0)].into_iter().chain(example.features.iter().map(|f| (*f, length)));
        let mut sums = vec![0.0_f32; weights.first().map_or(0, Vec::len)];
        for (row, length) in rows() {
            for (sum, weight) in sums.iter_mut().zip(&weights[row]) {
                *sum += weight / length;
            }
        }
        let mut error: Vec<f32> = softmax(&sums).into_iter().map(|share| share as f32).collect();
        error[example.label] -= 1.0;
        for (row, length) in rows() {
            for (slope, error) in gradient[row].iter_mut().zip(&error) {
                *slope += error / length / count;
            }
        }
    }
    gradient
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::evaluation::folded;

    #[test]
    fn the_weights_are_those_of_the_sentences() {
        let kept = Weights::parse(include_str!("../../data/learned.txt")).unwrap();
        assert_eq!(kept.source, source(), "run `cargo xtask teach`: data/ has changed since");
    }

    #[test]
    fn no_sentence_is_both_learned_from_and_scored() {
        let learned: HashSet<String> = examples().map(|(_, text)| folded(&text)).collect();
        let after = evaluation::follow_ups().into_iter().map(|after| after.sentence);
        let scored = evaluation::sentences().into_iter().chain(after);
        let both: Vec<String> =
            scored.map(|one| one.text).filter(|text| learned.contains(&folded(text))).collect();
        assert!(both.is_empty(), "{both:?}");
        assert!(learned.len() > 10_000, "{} examples", learned.len());
    }

    #[test]
    fn examples_teach_what_they_have_in_common() {
        let examples = [(0, 0), (0, 0), (1, 1), (1, 1), (2, 1)]
            .map(|(feature, label)| Example { features: vec![feature + 1], label });
        let weights = descend(&examples, 4, 2);
        assert!(weights[1][0] > weights[1][1], "{weights:?}");
        assert!(weights[2][1] > weights[2][0], "{weights:?}");
        assert_eq!(weights, descend(&examples, 4, 2));
    }
}
