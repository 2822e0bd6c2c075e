//! Weights per word and intent, and the likelihood that they give.

use std::collections::HashMap;

use smol_str::SmolStr;

use crate::intents::Intent;
use crate::learned::features;
use crate::reading::Reading;

/// What a sentence can be taken for: an intent, or none of them.
pub(crate) type Label = Option<Intent>;

/// Every label, in the order of the weights.
pub(crate) fn labels() -> Vec<Label> {
    Intent::ASKED.iter().map(|(intent, _)| Some(*intent)).chain([None]).collect()
}

/// The word for a label in data files.
pub(crate) fn label_id(label: Label) -> &'static str {
    let known = Intent::ASKED.iter().find(|(intent, _)| Some(*intent) == label);
    known.map_or("-", |(_, id)| id)
}

/// The label that a word in a data file stands for.
pub(crate) fn label_of(id: &str) -> Option<Label> {
    labels().into_iter().find(|label| label_id(*label) == id)
}

/// The weights of a softmax over the labels.
#[derive(Debug, Default)]
pub(crate) struct Model {
    labels: Vec<Label>,
    /// Per feature how much it speaks for each label.
    weights: HashMap<SmolStr, Vec<(usize, f32)>>,
}

/// The feature that every sentence has.
pub(crate) const ALWAYS: &str = "[]";

/// Weights are kept in steps of one over this.
const STEPS: f32 = 10.0;

/// Weights of fewer steps than this are left out.
const NEGLIGIBLE: f32 = 3.0;

impl Model {
    /// Reads the weights: a feature a line, and behind tabs each weight that
    /// counts, as the letter of its label (`a` for the first of [`labels`]) and
    /// its tenths. Lines that begin with `# ` are for people.
    pub(crate) fn parse(text: &str) -> Self {
        let weight = |pair: &str| {
            let (letter, tenths) = pair.split_at_checked(1)?;
            let place = letter.bytes().next()?.checked_sub(b'a')?;
            Some((usize::from(place), tenths.parse::<f32>().ok()? / STEPS))
        };
        let lines = text.lines().filter(|line| !line.starts_with("# "));
        let weights = lines.map(|line| {
            let mut columns = line.split('\t');
            let feature = SmolStr::new(columns.next().unwrap_or_default());
            (feature, columns.filter_map(weight).collect())
        });
        Self { labels: labels(), weights: weights.collect() }
    }

    /// The file with the weights of each feature, in the order of [`labels`].
    pub(crate) fn written(features: &[SmolStr], weights: &[Vec<f32>]) -> String {
        let mut text = String::new();
        for (feature, weights) in features.iter().zip(weights) {
            text.push_str(feature);
            for (letter, weight) in ('a'..).zip(weights) {
                let tenths = (weight * STEPS).round();
                if tenths.abs() >= NEGLIGIBLE {
                    text.extend(["\t", letter.encode_utf8(&mut [0; 4]), &tenths.to_string()]);
                }
            }
            text.push('\n');
        }
        text
    }

    /// Each label with its likelihood, the likeliest first; together 1.
    pub(crate) fn likelihoods(&self, reading: &Reading<'_>) -> Vec<(Label, f64)> {
        let features = features(reading);
        let known: Vec<_> =
            features.iter().filter_map(|feature| self.weights.get(feature)).collect();
        let length = (known.len().max(1) as f32).sqrt();
        let mut sums = vec![0.0_f32; self.labels.len()];
        let always = self.weights.get(ALWAYS).into_iter().map(|weights| (weights, 1.0));
        for (weights, share) in always.chain(known.into_iter().map(|known| (known, 1.0 / length))) {
            for (place, weight) in weights {
                if let Some(sum) = sums.get_mut(*place) {
                    *sum += weight * share;
                }
            }
        }
        let mut likely: Vec<(Label, f64)> =
            self.labels.iter().copied().zip(softmax(&sums)).collect();
        likely.sort_by(|a, b| b.1.total_cmp(&a.1));
        likely
    }

    /// Whether the word occurred in the examples.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.weights.contains_key(word)
    }
}

/// Sums as likelihoods.
pub(crate) fn softmax(sums: &[f32]) -> Vec<f64> {
    let highest = sums.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let raised: Vec<f64> = sums.iter().map(|sum| f64::from(sum - highest).exp()).collect();
    let total: f64 = raised.iter().sum();
    raised.into_iter().map(|one| one / total).collect()
}
