//! Which customers a question is about.

use jiff::civil::Date;
use klantwijzer_core::facts::Fact;
use klantwijzer_core::text::fold;

use crate::portfolio::{Dictionary, Portfolio, Row, Term};
use crate::query::Filter;

/// A filter made ready for one portfolio.
pub(super) struct Considered<'a> {
    filter: &'a Filter,
    terms: [Option<Vec<Term>>; 3],
    open: bool,
    day: Date,
}

impl<'a> Considered<'a> {
    pub(super) fn new(portfolio: &Portfolio, filter: &'a Filter, day: Date) -> Self {
        let dictionaries = portfolio.dictionaries();
        let terms = [
            filter.sector.as_deref().map(|word| terms_of(&dictionaries.sectors, word)),
            filter.owner.as_deref().map(|word| terms_of(&dictionaries.owners, word)),
            filter.country.as_deref().map(|word| terms_of(&dictionaries.countries, word)),
        ];
        Self { filter, terms, open: filter.is_open(), day }
    }

    pub(super) fn includes(&self, row: &Row<'_>) -> bool {
        if self.open {
            return true;
        }
        let wanted = row.terms().into_iter().zip(&self.terms);
        let words = wanted
            .into_iter()
            .all(|(term, wanted)| wanted.as_ref().is_none_or(|wanted| wanted.contains(&term)));
        let wanted = self.filter.plugin.as_ref();
        let plugin = wanted.is_none() || wanted == row.sector_record().map(|sector| &sector.id);
        let types = self.filter.types.is_empty()
            || row.customer_type(self.day).is_some_and(|found| self.filter.types.contains(&found));
        words
            && plugin
            && types
            && self.filter.employees.contain(row.fact(Fact::Employees))
            && self.filter.company_revenue.contain(row.fact(Fact::CompanyRevenue))
            && self.filter.value.contain(row.value())
    }
}

/// The dictionary's terms that are the same word to a person.
fn terms_of(dictionary: &Dictionary, word: &str) -> Vec<Term> {
    let wanted = fold(word);
    dictionary.terms().filter(|(_, known)| fold(known) == wanted).map(|(term, _)| term).collect()
}
