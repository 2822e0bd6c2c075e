//! How the columns of one file are read: the outcome of recognising it.

mod amounts;
mod choose;

use std::collections::BTreeSet;

use klantwijzer_core::customer::Role;
use klantwijzer_core::facts::{Fact, Unit};
use klantwijzer_core::ledger::EntryKind;
use klantwijzer_core::money::Currency;
use smol_str::SmolStr;

pub(crate) use amounts::{AmountSource, CostSource, Discount, GrossSource};

use crate::error::Problem;
use crate::field::Field;
use crate::headers::{Headers, Match, Scale};
use crate::kind::FileKind;
use crate::options::Options;
use crate::recognise::missing;
use crate::report::Note;

/// A column of numbers, by its place among the columns of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NumberSlot(pub(crate) usize);

/// A column of dates, by its place among the columns of dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DateSlot(pub(crate) usize);

/// What the numbers of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Amounts, which can carry a currency.
    Money,
    /// Shares, which can be written as percentages; a percent sign in the
    /// header says that all of them are.
    Share { percent: bool },
    /// Numbers of things.
    Plain,
}

/// A column that holds numbers.
#[derive(Debug)]
pub(crate) struct NumberColumn {
    pub(crate) column: usize,
    pub(crate) sort: Sort,
    /// The currency that its header states.
    pub(crate) currency: Option<Currency>,
    /// Whether words such as "ja" can stand in it.
    pub(crate) words: bool,
}

/// A column that holds a fact.
#[derive(Debug)]
pub(crate) struct FactColumn {
    pub(crate) id: SmolStr,
    pub(crate) slot: NumberSlot,
    /// What it is measured in; `None` where only a plugin knows.
    pub(crate) unit: Option<Unit>,
    pub(crate) scale: Scale,
}

/// How the columns of one file are read.
#[derive(Debug)]
pub(crate) struct Mapping {
    pub(crate) kind: FileKind,
    pub(crate) headers: Vec<String>,
    /// The meaning of each column.
    pub(crate) fields: Vec<Option<Field>>,
    pub(crate) numbers: Vec<NumberColumn>,
    /// The columns that hold dates.
    pub(crate) dates: Vec<usize>,
    pub(crate) facts: Vec<FactColumn>,
    pub(crate) amount: AmountSource,
    pub(crate) gross: GrossSource,
    pub(crate) cost: CostSource,
    /// Columns of costs by what they were made for.
    pub(crate) split_costs: Vec<(EntryKind, NumberSlot)>,
    /// What every row is that does not say so itself.
    pub(crate) entry_kind: EntryKind,
    /// The role of the parties in the file.
    pub(crate) role: Option<Role>,
    pub(crate) notes: Vec<Note>,
}

impl Mapping {
    /// Maps the columns of a file of `kind`. `words` are the entry kinds that
    /// its column of kinds speaks of.
    pub(crate) fn new(
        kind: FileKind,
        headers: &Headers,
        words: &BTreeSet<EntryKind>,
        name: &str,
        options: &Options<'_>,
    ) -> Result<Self, Problem> {
        let mut notes = Vec::new();
        let missing = missing(kind, headers);
        if !missing.is_empty() {
            return Err(Problem::MissingColumns { kind, missing, headers: headers.shown() });
        }
        let mut fields = choose::columns(kind, headers, &mut notes)?;
        let of = |fields: &[Option<Field>], field: &Field| {
            fields.iter().position(|known| known.as_ref() == Some(field))
        };
        if let Some(column) = of(&fields, &Field::Kind)
            && words.is_empty()
        {
            notes.push(Note::KindColumnIgnored { header: headers.texts[column].clone() });
            fields[column] = None;
        }
        let referred = of(&fields, &Field::ReferredBy).is_some();
        if kind.of_customers() && !referred {
            let unused = |field: &Field| matches!(field, Field::Date | Field::LeadMargin);
            for field in fields.iter_mut().filter(|field| field.as_ref().is_some_and(unused)) {
                *field = None;
            }
        }
        if (referred || !kind.of_customers()) && of(&fields, &Field::Date).is_none() {
            if options.date.is_none() {
                return Err(Problem::NoDateColumn { kind, headers: headers.shown() });
            }
            notes.push(Note::DateGiven);
        }
        if of(&fields, &Field::Customer).is_none()
            && let Some(column) = of(&fields, &Field::Name)
        {
            notes.push(Note::NameIsId { header: headers.texts[column].clone() });
        }
        let mut mapping = Self {
            kind,
            headers: headers.texts.clone(),
            fields,
            numbers: Vec::new(),
            dates: Vec::new(),
            facts: Vec::new(),
            amount: AmountSource::None,
            gross: GrossSource::None,
            cost: CostSource::None,
            split_costs: Vec::new(),
            entry_kind: kind.entry_kind().unwrap_or(EntryKind::Document),
            role: None,
            notes,
        };
        mapping.find_typed_columns(headers, options);
        mapping.role = options.role.or_else(|| mapping.own_role(headers));
        mapping.amount = amounts::amount(&mut mapping);
        let is_stated = |found: &Match| found.stated && found.field == Field::Vat;
        mapping.gross = amounts::gross(&mapping, headers.matches.iter().flatten().any(is_stated));
        mapping.cost = amounts::cost(&mut mapping);
        if kind == FileKind::Costs {
            amounts::map_costs(&mut mapping, name)?;
        }
        if kind == FileKind::Invoices
            && mapping.column(&Field::Number).is_none()
            && headers.matches.iter().flatten().any(|found| found.field == Field::Product)
        {
            mapping.notes.push(Note::LinesWithoutNumber);
        }
        Ok(mapping)
    }

    /// The column of a meaning.
    pub(crate) fn column(&self, field: &Field) -> Option<usize> {
        self.fields.iter().position(|known| known.as_ref() == Some(field))
    }

    /// The place of a meaning among the columns of numbers.
    pub(crate) fn number(&self, field: &Field) -> Option<NumberSlot> {
        let column = self.column(field)?;
        self.numbers.iter().position(|number| number.column == column).map(NumberSlot)
    }

    /// The place of a meaning among the columns of dates.
    pub(crate) fn date(&self, field: &Field) -> Option<DateSlot> {
        let column = self.column(field)?;
        self.dates.iter().position(|date| *date == column).map(DateSlot)
    }

    pub(crate) fn header_of(&self, slot: NumberSlot) -> String {
        self.headers[self.numbers[slot.0].column].clone()
    }

    fn find_typed_columns(&mut self, headers: &Headers, options: &Options<'_>) {
        for (column, field) in self.fields.iter().enumerate() {
            let Some(field) = field else { continue };
            if field.is_date() {
                self.dates.push(column);
            }
            if !field.is_number() {
                continue;
            }
            let unit = match field {
                Field::Fact(id) => Fact::from_id(id).map(Fact::unit),
                _ => None,
            };
            let fact = matches!(field, Field::Fact(_));
            let named = headers.currencies[column];
            let slot = NumberSlot(self.numbers.len());
            let sort = match unit {
                Some(Unit::Money) => Sort::Money,
                Some(Unit::Share) => Sort::Share { percent: headers.texts[column].contains('%') },
                _ if field.is_money() => Sort::Money,
                _ => Sort::Plain,
            };
            self.numbers.push(NumberColumn {
                column,
                sort,
                currency: named.and_then(|named| named.currency(&options.currency)),
                words: fact && matches!(unit, None | Some(Unit::YesNo)),
            });
            if let Field::Fact(id) = field {
                if unit.is_none() && !options.fact_ids.contains(id) {
                    self.notes.push(Note::FactNotDeclared { id: id.to_string() });
                }
                let found = headers.matches[column].as_ref();
                let scale = found.map_or(Scale::Same, |found| found.scale);
                self.facts.push(FactColumn { id: id.clone(), slot, unit, scale });
            }
        }
    }

    /// The role that the kind of file gives, or in a file of customers the word
    /// for them or the facts about them.
    fn own_role(&self, headers: &Headers) -> Option<Role> {
        if self.kind != FileKind::Customers {
            return self.kind.role();
        }
        let by_word = self.column(&Field::Customer).or(self.column(&Field::Name));
        let hint = by_word.and_then(|column| headers.matches[column].as_ref()?.hint);
        let has_fact = |ids: &[Fact]| {
            self.facts.iter().any(|fact| ids.iter().any(|known| known.id() == fact.id))
        };
        let gift_facts =
            [Fact::LastGift, Fact::DaysSinceLastGift, Fact::GiftsTotal, Fact::Gifts24m];
        hint.and_then(FileKind::role)
            .or_else(|| has_fact(&gift_facts).then_some(Role::Donor))
            .or_else(|| has_fact(&[Fact::AdSpend12m]).then_some(Role::Advertiser))
    }
}
