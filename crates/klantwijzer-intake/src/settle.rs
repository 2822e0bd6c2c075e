//! One notation for a whole file: its decimal sign, its order of day and month,
//! and which of its shares are percentages.

use crate::error::Problem;
use crate::mapping::{Mapping, NumberColumn, Sort};
use crate::options::{DateOrder, DecimalSign, Options};
use crate::report::Note;
use crate::values::date::OrderHint;
use crate::values::digits::Notation;
use crate::values::text::shown;
use crate::values::{WrittenDate, WrittenNumber};

/// What the cells of a file say of its notation. Parts of a file are gathered
/// apart and put together; the outcome does not depend on the order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Evidence {
    points: u64,
    commas: u64,
    either: u64,
    either_examples: Examples,
    day_first: u64,
    month_first: u64,
    any_order: u64,
    day_examples: Examples,
    month_examples: Examples,
    /// By place among the columns of numbers: its shares are percentages, by
    /// the header or because one over 1 stood there.
    percent: Vec<bool>,
}

/// The first few of some texts in their own order, whatever order they come in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Examples(Vec<String>);

impl Examples {
    const MOST: usize = 3;

    pub(crate) fn add(&mut self, text: &str) {
        let full = self.0.len() == Self::MOST;
        if full && self.0.last().is_some_and(|last| last.as_str() <= text) {
            return;
        }
        if let Err(at) = self.0.binary_search_by(|known| known.as_str().cmp(text)) {
            self.0.insert(at, text.to_owned());
            self.0.truncate(Self::MOST);
        }
    }

    pub(crate) fn join(&mut self, other: &Self) {
        other.0.iter().for_each(|text| self.add(text));
    }

    pub(crate) fn whole(&self) -> Vec<String> {
        self.0.clone()
    }

    /// The texts as a report shows them.
    fn shown(&self) -> Vec<String> {
        self.0.iter().map(|text| shown(text)).collect()
    }
}

/// The one notation by which a file is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notations {
    /// `None` while nothing shows it.
    pub(crate) decimal: Option<DecimalSign>,
    pub(crate) decimal_stated: bool,
    pub(crate) order: DateOrder,
    /// By place among the columns of numbers: its numbers are percentages.
    pub(crate) percent: Vec<bool>,
}

impl Evidence {
    pub(crate) fn new(mapping: &Mapping) -> Self {
        let by_header = |column: &NumberColumn| column.sort == Sort::Share { percent: true };
        let percent = mapping.numbers.iter().map(by_header).collect();
        Self { percent, ..Self::default() }
    }

    pub(crate) fn add_number(&mut self, number: &WrittenNumber, text: &str) {
        match number.notation {
            Notation::Plain => {}
            Notation::Sign(DecimalSign::Point) => self.points += 1,
            Notation::Sign(DecimalSign::Comma) => self.commas += 1,
            Notation::Either(_) => {
                self.either += 1;
                self.either_examples.add(text);
            }
        }
    }

    /// A share without a percent sign, in this column of numbers.
    pub(crate) fn add_share(&mut self, slot: usize, number: &WrittenNumber) {
        if number.over_one() && !number.percent {
            self.percent[slot] = true;
        }
    }

    pub(crate) fn add_date(&mut self, date: WrittenDate, text: &str) {
        match date.hint() {
            OrderHint::Silent => {}
            OrderHint::Either => self.any_order += 1,
            OrderHint::Only(DateOrder::DayFirst) => {
                self.day_first += 1;
                self.day_examples.add(text);
            }
            OrderHint::Only(DateOrder::MonthFirst) => {
                self.month_first += 1;
                self.month_examples.add(text);
            }
        }
    }

    pub(crate) fn join(&mut self, other: Self) {
        self.points += other.points;
        self.commas += other.commas;
        self.either += other.either;
        self.day_first += other.day_first;
        self.month_first += other.month_first;
        self.any_order += other.any_order;
        self.either_examples.join(&other.either_examples);
        self.day_examples.join(&other.day_examples);
        self.month_examples.join(&other.month_examples);
        for (mine, theirs) in self.percent.iter_mut().zip(other.percent) {
            *mine |= theirs;
        }
    }

    /// The notation that the file has as far as this evidence goes. Where it
    /// contradicts itself or is silent the sign stays open.
    pub(crate) fn notations(&self, options: &Options<'_>) -> Notations {
        let shown = match (self.points > 0, self.commas > 0) {
            (true, false) => Some(DecimalSign::Point),
            (false, true) => Some(DecimalSign::Comma),
            _ => None,
        };
        // Day first, unless the file cannot be: only then month first.
        let month_first = self.month_first > 0 && self.day_first == 0;
        let order = if month_first { DateOrder::MonthFirst } else { DateOrder::DayFirst };
        Notations {
            decimal: options.decimal.or(shown),
            decimal_stated: options.decimal.is_some(),
            order: options.date_order.unwrap_or(order),
            percent: self.percent.clone(),
        }
    }

    /// Whether rows read by `guess` must be read again because the whole file
    /// turned out to have another notation.
    pub(crate) fn surprises(&self, guess: &Notations, options: &Options<'_>) -> bool {
        let found = self.notations(options);
        let decimals = found.decimal != guess.decimal && self.either > 0;
        let dates = self.day_first + self.month_first + self.any_order > 0;
        decimals || found.order != guess.order && dates || found.percent != guess.percent
    }

    /// Refuses a file that can be read in two ways.
    pub(crate) fn check(&self, options: &Options<'_>) -> Result<(), Problem> {
        let signs = self.points + self.commas;
        if options.decimal.is_none() && self.either > 0 && signs == 0 {
            return Err(Problem::AmbiguousDecimals { examples: self.either_examples.shown() });
        }
        // A few odd dates in a file with the day first are rejected as rows.
        // With as many of the other order nobody can say what 01/02 means.
        let torn = self.day_first > 0 && self.month_first >= self.day_first;
        if options.date_order.is_none() && torn {
            return Err(Problem::AmbiguousDates {
                day_first: self.day_examples.shown(),
                month_first: self.month_examples.shown(),
            });
        }
        Ok(())
    }

    /// What a person should know of the notation.
    pub(crate) fn notes(&self, mapping: &Mapping, options: &Options<'_>) -> Vec<Note> {
        let mut notes = Vec::new();
        if options.decimal.is_none() && self.points > 0 && self.commas > 0 {
            notes.push(Note::DecimalsMixed);
        }
        let misfits = match self.notations(options).order {
            DateOrder::DayFirst => &self.month_examples,
            DateOrder::MonthFirst => &self.day_examples,
        };
        if !misfits.0.is_empty() {
            notes.push(Note::DatesMixed { examples: misfits.shown() });
        }
        for (number, percent) in mapping.numbers.iter().zip(&self.percent) {
            if *percent {
                let header = mapping.headers[number.column].clone();
                notes.push(Note::SharesArePercentages { header });
            }
        }
        notes
    }

    /// The decimal sign and order that the file shows, for its report.
    pub(crate) fn shown(&self, options: &Options<'_>) -> (Option<DecimalSign>, Option<DateOrder>) {
        let found = self.notations(options);
        let dated = self.day_first + self.month_first + self.any_order > 0;
        (found.decimal, options.date_order.or(dated.then_some(found.order)))
    }
}
