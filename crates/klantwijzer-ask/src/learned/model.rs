//! Weights per word and intent, and the likelihood that they give.

use std::collections::HashMap;

use klantwijzer_answer::query::Intent;
use smol_str::SmolStr;

use crate::learned::features;
use crate::learned::weights::{Row, Unusable, Weights};
use crate::reading::Reading;

/// What a sentence can be taken for: an intent, or none of them.
pub(crate) type Label = Option<Intent>;

/// Every label.
pub(crate) fn labels() -> impl Iterator<Item = Label> {
    Intent::ALL.iter().copied().map(Some).chain([None])
}

/// The word for a label in data files.
pub(crate) fn label_id(label: Label) -> &'static str {
    label.map_or("-", Intent::id)
}

/// The label that a word in a data file stands for.
pub(crate) fn label_of(id: &str) -> Option<Label> {
    labels().find(|label| label_id(*label) == id)
}

/// The weights of a softmax over the labels.
#[derive(Debug, Default)]
pub(crate) struct Model {
    labels: Vec<Label>,
    /// Per feature how much it speaks for each label.
    weights: HashMap<SmolStr, Row>,
}

/// The feature that every sentence has.
pub(crate) const ALWAYS: &str = "[]";

/// Weights are kept in steps of one over this: a tenth moves a likelihood by
/// two and a half hundredths at most, and finer steps would only make the file
/// longer.
pub(crate) const STEPS: f32 = 10.0;

impl Model {
    /// The model that a file of weights makes. The file must speak of every
    /// label, each once: an intent that a model does not know would seem so
    /// unlikely that every rule for it were doubted.
    pub(crate) fn read(text: &str) -> Result<Self, Unusable> {
        let file = Weights::parse(text)?;
        let mut found: Vec<Label> = Vec::with_capacity(file.labels.len());
        for id in &file.labels {
            let label = label_of(id).filter(|label| !found.contains(label));
            found.push(label.ok_or_else(|| Unusable::Label(id.clone()))?);
        }
        if let Some(label) = labels().find(|label| !found.contains(label)) {
            return Err(Unusable::Missing(SmolStr::new(label_id(label))));
        }
        Ok(Self { labels: found, weights: file.rows.into_iter().collect() })
    }

    /// Each label with its likelihood, the likeliest first; together 1.
    pub(crate) fn likelihoods(&self, reading: &Reading<'_>) -> Vec<(Label, f64)> {
        let features = features(reading);
        let known: Vec<_> =
            features.iter().filter_map(|feature| self.weights.get(feature)).collect();
        let length = (known.len().max(1) as f32).sqrt();
        let mut sums = vec![0.0_f32; self.labels.len()];
        let always = self.weights.get(ALWAYS).into_iter().map(|row| (row, 1.0));
        for (row, share) in always.chain(known.into_iter().map(|known| (known, 1.0 / length))) {
            for (place, tenths) in row {
                if let Some(sum) = sums.get_mut(usize::from(*place)) {
                    *sum += f32::from(*tenths) / STEPS * share;
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A file in which the word for a label speaks for that label alone, its
    /// labels in the order of `ids`.
    fn file(ids: &[&str]) -> String {
        let rows = (0..).zip(ids).map(|(place, id)| (SmolStr::new(id), vec![(place, 90)]));
        let labels = ids.iter().map(SmolStr::new).collect();
        Weights { source: String::new(), labels, rows: rows.collect() }.written()
    }

    #[test]
    fn a_label_keeps_its_meaning_wherever_it_stands_in_the_file() {
        let mut ids: Vec<&str> = labels().map(label_id).collect();
        for _ in 0..2 {
            ids.reverse();
            let model = Model::read(&file(&ids)).unwrap();
            for label in labels() {
                let row = &model.weights[label_id(label)];
                let named: Vec<Label> =
                    row.iter().map(|(place, _)| model.labels[usize::from(*place)]).collect();
                assert_eq!(named, [label]);
            }
        }
    }

    #[test]
    fn a_label_that_is_unknown_missing_or_there_twice_is_refused() {
        let all: Vec<&str> = labels().map(label_id).collect();
        let refused = |ids: &[&str]| Model::read(&file(ids)).unwrap_err();
        let other = [&all[..], &["when_is_lunch"]].concat();
        assert_eq!(refused(&other), Unusable::Label("when_is_lunch".into()));
        let twice = [&all[..], &["help"]].concat();
        assert_eq!(refused(&twice), Unusable::Label("help".into()));
        assert_eq!(refused(&all[1..]), Unusable::Missing(all[0].into()));
    }

    #[test]
    fn the_weights_of_the_program_can_be_read() {
        let model = Model::read(include_str!("../../data/learned.txt"));
        assert!(model.is_ok(), "{model:?}");
    }
}
