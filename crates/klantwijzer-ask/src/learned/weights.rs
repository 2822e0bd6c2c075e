//! The file of weights: `data/learned.txt`.
//!
//! Its heading says in which form it is written, what it was worked out from and
//! which labels it speaks of, by name and in an order; each line after that is
//! a feature and, behind tabs, each weight that counts: the place of its label
//! in that order and its tenths, as in `3:-12`.

use smol_str::SmolStr;
use thiserror::Error;

/// The form that is written and read here. A file of another form, or in which a
/// feature means something else, has another number and is refused.
const VERSION: &str = "2";

/// How much one feature speaks for each label that it speaks of: the label's
/// place in the heading, and tenths.
pub(crate) type Row = Vec<(u16, i16)>;

/// A file of weights.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Weights {
    /// What the weights were worked out from, as a digest.
    pub source: String,
    /// The labels by name.
    pub labels: Vec<SmolStr>,
    /// The weights of every feature, in the order of the file.
    pub rows: Vec<(SmolStr, Row)>,
}

/// Why a file of weights cannot be used.
#[derive(Debug, PartialEq, Eq, Error)]
pub(crate) enum Unusable {
    #[error("the weights are not in form {VERSION}; run `cargo xtask teach`")]
    Version,
    #[error("line {0} of the weights cannot be read; run `cargo xtask teach`")]
    Line(usize),
    #[error("the weights speak of {0}, which is no label or stands there twice")]
    Label(SmolStr),
    #[error("the weights do not speak of {0}; run `cargo xtask teach`")]
    Missing(SmolStr),
}

impl Weights {
    /// Reads a file. A place beyond the labels of the heading makes its line
    /// unreadable, as does anything that is not a weight.
    pub(crate) fn parse(text: &str) -> Result<Self, Unusable> {
        let mut lines = (1..).zip(text.lines());
        let mut heading = |name: &str| {
            let (number, line) = lines.next().unwrap_or((0, ""));
            let value = line.strip_prefix(name).and_then(|rest| rest.strip_prefix('\t'));
            value.ok_or(Unusable::Line(number))
        };
        if heading("version") != Ok(VERSION) {
            return Err(Unusable::Version);
        }
        let source = heading("source")?.to_owned();
        let labels: Vec<SmolStr> = heading("labels")?.split('\t').map(SmolStr::new).collect();
        let weight = |pair: &str| {
            let (place, tenths) = pair.split_once(':')?;
            let place: u16 = place.parse().ok()?;
            (usize::from(place) < labels.len()).then_some((place, tenths.parse().ok()?))
        };
        let row = |(number, line): (usize, &str)| {
            let mut columns = line.split('\t');
            let feature = SmolStr::new(columns.next().unwrap_or_default());
            let row: Option<Row> = columns.map(weight).collect();
            Ok((feature, row.ok_or(Unusable::Line(number))?))
        };
        let rows = lines.map(row).collect::<Result<_, _>>()?;
        Ok(Self { source, labels, rows })
    }

    /// The file as it is kept.
    #[cfg(feature = "teaching")]
    pub(crate) fn written(&self) -> String {
        use std::fmt::Write as _;

        let labels = self.labels.join("\t");
        let mut text = format!("version\t{VERSION}\nsource\t{}\nlabels\t{labels}\n", self.source);
        for (feature, row) in &self.rows {
            text.push_str(feature);
            for (place, tenths) in row {
                // Writing into a string cannot fail.
                let _ = write!(text, "\t{place}:{tenths}");
            }
            text.push('\n');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As many labels as the questions of this program will hardly ever have.
    const MANY: u16 = 300;

    fn many() -> Weights {
        let labels = (0..MANY).map(|at| format!("label_{at}").into()).collect();
        let row = |at: u16| (format!("word{at}").into(), vec![(at, 150), (MANY - at - 1, -3)]);
        Weights { source: "f00d".to_owned(), labels, rows: (0..MANY).map(row).collect() }
    }

    #[test]
    fn every_label_comes_back_however_many_there_are() {
        assert_eq!(Weights::parse(&many().written()), Ok(many()));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        let file = "version\t2\nsource\tx\nlabels\thelp\t-\nword\t1:5\n";
        assert!(Weights::parse(file).is_ok());
        for (was, is, problem) in [
            ("version\t2", "version\t1", Unusable::Version),
            ("version\t2", "# worked out from", Unusable::Version),
            ("labels\t", "label\t", Unusable::Line(3)),
            ("1:5", "2:5", Unusable::Line(4)),
            ("1:5", "b5", Unusable::Line(4)),
            ("1:5", "1:x", Unusable::Line(4)),
            ("1:5", "-1:5", Unusable::Line(4)),
        ] {
            assert_eq!(Weights::parse(&file.replace(was, is)), Err(problem), "{is}");
        }
        assert_eq!(Weights::parse(""), Err(Unusable::Version));
    }
}
