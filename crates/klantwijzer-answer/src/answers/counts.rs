//! How many customers there are, by definition.

use std::collections::BTreeSet;

use klantwijzer_core::customer::{CustomerNo, Role};
use klantwijzer_core::definition::Definition;
use klantwijzer_core::period::Period;
use klantwijzer_core::types::CustomerType;

use super::membership::Membership;
use super::scope::{Scope, first_by};
use crate::body::{
    Answer, Body, Count, DefinitionComparison, DefinitionCount, DefinitionExplanation, Difference,
    Note,
};
use crate::portfolio::Row;
use crate::query::Filter;

/// How many examples a comparison of definitions names.
const EXAMPLES: usize = 5;

impl<'a> Scope<'a> {
    pub(super) fn count_by_definition(
        self,
        asked: Option<&Definition>,
        filter: &'a Filter,
        period: Option<Period>,
    ) -> Answer {
        let default = &self.portfolio.settings().default_definition;
        let definition = asked.unwrap_or(default);
        let rows: Vec<Row<'a>> = self.rows(filter).collect();
        let test = Membership::new(self, definition, period);
        let counted: Vec<&Row<'a>> = rows.iter().filter(|row| test.counts(row)).collect();
        let first = self.definition_count(definition, rows.iter().copied(), period);
        let nobody_fits = rows.is_empty() && !filter.is_open();
        let notes = nobody_fits.then_some(Note::NobodyFits).into_iter().collect();
        let count = Count {
            named: asked.is_some(),
            filter: filter.clone(),
            period,
            funnel: self.funnel(&first.definition, &rows, period),
            sides: matches!(definition, Definition::RecipientsAndDonors).then(|| sides(&rows)),
            groups: self.groups(&counted),
            first,
        };
        self.answer(Body::Count(count), notes)
    }

    /// Why a list of everybody, or of everybody of these types, has another number
    /// than the count of customers.
    pub(super) fn counted_otherwise(
        self,
        listed: u32,
        types: &[CustomerType],
        filter: &'a Filter,
    ) -> Option<Note> {
        let default = &self.portfolio.settings().default_definition;
        let is_listed = |row: &Row<'_>| {
            types.is_empty() || self.type_of(row).is_some_and(|found| types.contains(&found))
        };
        let count = self.definition_count(default, self.rows(filter).filter(is_listed), None);
        let differs = count.count.is_some_and(|count| count != listed);
        differs.then_some(Note::CountedOtherwise { count, types: types.len() as u32 })
    }

    pub(super) fn compare_definitions(self, asked: &[Definition]) -> Answer {
        let rows: Vec<Row<'a>> = self.portfolio.rows().collect();
        let definitions = if asked.is_empty() { self.every_definition() } else { asked.to_vec() };
        let counts: Vec<DefinitionCount> = definitions
            .iter()
            .map(|definition| self.definition_count(definition, rows.iter().copied(), None))
            .filter(|count| !asked.is_empty() || count.count.is_some())
            .collect();
        let difference = match asked {
            [first, second] => Some(self.difference(first, second, &rows)),
            _ => None,
        };
        self.answer(Body::Definitions(DefinitionComparison { counts, difference }), Vec::new())
    }

    pub(super) fn explain_definition(self, asked: Option<&Definition>) -> Answer {
        let rows: Vec<Row<'a>> = self.portfolio.rows().collect();
        let default = &self.portfolio.settings().default_definition;
        let own = asked.and_then(|definition| self.portfolio.definition(definition));
        let expression = own.map(|own| own.expression.clone());
        let count = |definition| self.definition_count(definition, rows.iter().copied(), None);
        let (asked, default) = (asked.map(count), count(default));
        let explanation = DefinitionExplanation { asked, expression, default };
        self.answer(Body::Definition(explanation), Vec::new())
    }

    fn every_definition(self) -> Vec<Definition> {
        let own = self.portfolio.definitions().iter();
        Definition::all()
            .into_iter()
            .chain(own.map(|own| Definition::Own { name: own.name.clone() }))
            .collect()
    }

    /// Every other definition that the book can answer, in the funnel's order.
    fn funnel(
        self,
        first: &Definition,
        rows: &[Row<'a>],
        period: Option<Period>,
    ) -> Vec<DefinitionCount> {
        // Within a period "active" is the same as "did business".
        let tells = |definition: &&Definition| {
            period.is_none() || (definition.has_days() && **definition != Definition::Active)
        };
        self.every_definition()
            .iter()
            .filter(tells)
            .map(|definition| self.definition_count(definition, rows.iter().copied(), period))
            .filter(|count| count.definition != *first && count.count.is_some())
            .collect()
    }

    fn definition_count(
        self,
        definition: &Definition,
        rows: impl Iterator<Item = Row<'a>>,
        period: Option<Period>,
    ) -> DefinitionCount {
        let test = Membership::new(self, definition, period);
        let count =
            test.can_be_computed().then(|| rows.filter(|row| test.counts(row)).count() as u32);
        let label = self.portfolio.definition(definition).and_then(|own| own.label.clone());
        let period = period.filter(|_| definition.has_days());
        DefinitionCount { definition: test.definition.clone(), label, count, period }
    }

    /// How many there are with subsidiaries under their parent.
    fn groups(self, counted: &[&Row<'_>]) -> u32 {
        if !self.portfolio.has_parents() {
            return counted.len() as u32;
        }
        let heads: BTreeSet<CustomerNo> =
            counted.iter().map(|row| self.portfolio.group_head(row.no())).collect();
        heads.len() as u32
    }

    fn difference(self, first: &Definition, second: &Definition, rows: &[Row<'a>]) -> Difference {
        let one = Membership::new(self, first, None);
        let other = Membership::new(self, second, None);
        let only = |has: &Membership<'_>, lacks: &Membership<'_>| -> Vec<Row<'a>> {
            rows.iter().filter(|row| has.counts(row) && !lacks.counts(row)).copied().collect()
        };
        let (first_only, second_only) = (only(&one, &other), only(&other, &one));
        let both = rows.iter().filter(|row| one.counts(row) && other.counts(row)).count() as u32;
        Difference {
            both,
            only_first: first_only.len() as u32,
            only_second: second_only.len() as u32,
            first_examples: examples(first_only),
            second_examples: examples(second_only),
        }
    }
}

fn examples(rows: Vec<Row<'_>>) -> Vec<String> {
    first_by(rows, EXAMPLES, Row::value).iter().map(|row| row.name().to_owned()).collect()
}

/// Recipients, donors, and those who are both.
fn sides(rows: &[Row<'_>]) -> [u32; 3] {
    let count =
        |test: &dyn Fn(&Row<'_>) -> bool| rows.iter().filter(|row| test(row)).count() as u32;
    let recipient = |row: &Row<'_>| row.roles().has(Role::Recipient);
    let donor = |row: &Row<'_>| row.roles().has(Role::Donor);
    [count(&recipient), count(&donor), count(&|row| recipient(row) && donor(row))]
}
