//! Why a picture could not be drawn.

/// What was wrong with the numbers of a picture. Whoever asked for it words this for a person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChartError {
    /// There is nothing to show: no customer, definition, review or moment.
    #[error("there is nothing to draw yet; import data or do a review first")]
    Empty,
    /// A number is infinite or not a number.
    #[error("{what} of {of} is not a finite number; leave it out or mend it at its source")]
    NotFinite {
        /// Which number, in the terms of the input struct.
        what: &'static str,
        /// What it belongs to: a name, or a date's words.
        of: String,
    },
    /// A number that is a size of something, such as a count, is negative.
    #[error("{what} of {of} is negative, which cannot be drawn as a size")]
    Negative {
        /// Which number, in the terms of the input struct.
        what: &'static str,
        /// What it belongs to: a name, or a date's words.
        of: String,
    },
    /// More rows or columns than can be read in one picture.
    #[error("{given} {what} do not fit in one picture; give at most {most}")]
    TooMany {
        /// What there are too many of.
        what: &'static str,
        /// How many were given.
        given: usize,
        /// How many a picture takes.
        most: usize,
    },
    /// The flows between reviews do not belong to the reviews.
    #[error("{reviews} reviews have {expected} steps between them, but {given} flows were given")]
    FlowsDoNotMatch {
        /// The number of reviews given.
        reviews: usize,
        /// The number of steps between them.
        expected: usize,
        /// The number of flows given.
        given: usize,
    },
    /// The drawing itself failed, which no input should be able to cause.
    #[error("the picture could not be made: {0}")]
    Drawing(&'static str),
}

/// Whether `number` is finite.
pub(crate) fn finite(number: f64, what: &'static str, of: &str) -> Result<(), ChartError> {
    if number.is_finite() { Ok(()) } else { Err(ChartError::NotFinite { what, of: of.to_owned() }) }
}

/// Whether `number` is finite and not negative.
pub(crate) fn size(number: f64, what: &'static str, of: &str) -> Result<(), ChartError> {
    finite(number, what, of)?;
    if number < 0.0 { Err(ChartError::Negative { what, of: of.to_owned() }) } else { Ok(()) }
}
