//! What entry files say of their customers beside the entries.

use std::borrow::Cow;
use std::collections::HashMap;

use jiff::civil::Date;
use klantwijzer_core::customer::{Profile, Roles};
use klantwijzer_core::records::CustomerRow;
use smol_str::SmolStr;

use super::{Outcome, Reading, Row};
use crate::field::{Field, MENTIONED};
use crate::values::text::{LONGEST, LONGEST_WORD};

/// What the rows of one entry file say of each customer. Where rows differ the
/// one of the latest date holds, and of one date the first in order of text.
#[derive(Default)]
pub(crate) struct Mentions {
    by_customer: HashMap<SmolStr, Mention>,
}

#[derive(Default)]
struct Mention {
    line: u32,
    stated: [Option<(Date, SmolStr)>; MENTIONED.len()],
}

/// Which columns of a file are mentioned.
pub(crate) struct MentionColumns {
    columns: [Option<usize>; MENTIONED.len()],
    /// Whether every customer is mentioned, for its role or plugin.
    always: bool,
}

impl MentionColumns {
    pub(super) fn of(reading: &Reading<'_>) -> Option<Self> {
        let mapping = reading.mapping;
        let columns = MENTIONED.map(|field| mapping.column(&field));
        let always = mapping.role.is_some() || reading.options.plugin.is_some();
        (always || columns.iter().any(Option::is_some)).then_some(Self { columns, always })
    }
}

/// What one row states of its customer.
pub(super) type Stated<'r> = [Option<Cow<'r, str>>; MENTIONED.len()];

impl MentionColumns {
    /// Reads what a row states, without taking it over yet.
    pub(super) fn read<'r>(&self, row: &Row<'r, '_>) -> Outcome<Stated<'r>> {
        let mut stated = Stated::default();
        for ((slot, column), field) in stated.iter_mut().zip(self.columns).zip(&MENTIONED) {
            let longest = if *field == Field::Name { LONGEST } else { LONGEST_WORD };
            *slot = row.text(column, longest)?;
        }
        Ok(stated)
    }

    pub(super) fn says_something(&self, stated: &Stated<'_>) -> bool {
        self.always || stated.iter().any(Option::is_some)
    }
}

impl Mentions {
    pub(super) fn add(&mut self, customer: &SmolStr, line: u32, day: Date, stated: &Stated<'_>) {
        let mention = self.of(customer, line);
        for (known, text) in mention.stated.iter_mut().zip(stated) {
            let Some(text) = text else { continue };
            if better(known.as_ref(), day, text) {
                *known = Some((day, SmolStr::new(text)));
            }
        }
    }

    pub(crate) fn join(&mut self, other: Self) {
        for (customer, theirs) in other.by_customer {
            let mine = self.of(&customer, theirs.line);
            for (known, stated) in mine.stated.iter_mut().zip(theirs.stated) {
                if stated.as_ref().is_some_and(|(day, text)| better(known.as_ref(), *day, text)) {
                    *known = stated;
                }
            }
        }
    }

    /// What is mentioned of a customer, now also in this line.
    fn of(&mut self, customer: &SmolStr, line: u32) -> &mut Mention {
        let new = || Mention { line, ..Mention::default() };
        let mention = self.by_customer.entry(customer.clone()).or_insert_with(new);
        mention.line = mention.line.min(line);
        mention
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.by_customer.is_empty()
    }

    /// One row a customer, by id.
    pub(crate) fn into_rows(self, reading: &Reading<'_>) -> Vec<CustomerRow> {
        let mut rows: Vec<CustomerRow> = self
            .by_customer
            .into_iter()
            .map(|(id, mention)| {
                let [name, sector, owner, parent, country, city, plugin] =
                    mention.stated.map(|stated| stated.map(|(_, text)| text));
                let profile = Profile {
                    name: name.map(|name| name.to_string()),
                    sector,
                    owner,
                    parent,
                    country,
                    city,
                    plugin: plugin.or_else(|| reading.options.plugin.clone()),
                    roles: reading.mapping.role.map_or(Roles::NONE, Roles::from),
                    ..Profile::default()
                };
                CustomerRow { id, profile, origin: reading.origin(mention.line) }
            })
            .collect();
        rows.sort_unstable_by(|a, b| a.id.cmp(&b.id));
        rows
    }
}

fn better(known: Option<&(Date, SmolStr)>, day: Date, text: &str) -> bool {
    known.is_none_or(|(known_day, known_text)| {
        day > *known_day || day == *known_day && text < known_text.as_str()
    })
}
