//! The word for a customer, with its types and with what narrows it.

use klantwijzer_answer::body::Card;
use klantwijzer_answer::query::Filter;
use klantwijzer_core::types::CustomerType;

use super::format::Formatter;
use super::page::capital;
use crate::say;

/// The word for a customer, one and many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Noun {
    pub(super) one: String,
    pub(super) many: String,
}

impl Noun {
    /// A header for the column of customers.
    pub(super) fn head(&self) -> String {
        capital(&self.one)
    }

    /// The word for so many.
    pub(super) fn of(&self, n: u32) -> &str {
        if n == 1 { &self.one } else { &self.many }
    }
}

impl Formatter<'_> {
    /// The word for a customer of this plugin.
    pub(super) fn noun(&self, plugin: Option<&str>) -> Noun {
        match plugin.and_then(|id| self.names.words(id)) {
            Some(words) => Noun {
                one: self.name(self.texts.words(&words.one)),
                many: self.name(self.texts.words(&words.many)),
            },
            None => Noun { one: say!(self, "customer"), many: say!(self, "customer.many") },
        }
    }

    /// The word for these customers: a sector's own where they share the sector.
    pub(super) fn noun_of<'c>(
        &self,
        filter: Option<&Filter>,
        cards: impl IntoIterator<Item = &'c Card>,
    ) -> Noun {
        if let Some(plugin) = filter.and_then(|filter| filter.plugin.as_deref()) {
            return self.noun(Some(plugin));
        }
        let mut plugins = cards.into_iter().map(|card| card.plugin.as_deref());
        let first = plugins.next().flatten();
        let shared = first.filter(|first| plugins.all(|plugin| plugin == Some(first)));
        self.noun(shared)
    }

    /// The noun for `n` of them, narrowed to types and to what a filter says:
    /// "strategic customers in Germany".
    pub(super) fn narrowed(
        &self,
        noun: &Noun,
        n: u32,
        types: &[CustomerType],
        filter: &Filter,
    ) -> String {
        let types = if types.is_empty() { &filter.types } else { types };
        let who = match types {
            [] => noun.of(n).to_owned(),
            types => {
                let names: Vec<_> = types.iter().map(|t| self.of_type(*t, noun, n)).collect();
                self.texts.or(&names)
            }
        };
        let narrow = |who, how| say!(self, "narrowed", who, how);
        // "Donors" need not be said to be of the charity.
        let own = *noun != self.noun(None);
        self.narrowing(filter, own).into_iter().fold(who, narrow)
    }

    /// The customers that a filter leaves: "donors in Germany".
    pub(super) fn who(&self, filter: &Filter) -> String {
        self.narrowed(&self.noun_of(Some(filter), []), 0, &[], filter)
    }

    fn narrowing(&self, filter: &Filter, own_noun: bool) -> Vec<String> {
        let texts = self.texts;
        let mut parts = Vec::new();
        if let Some(sector) = &filter.sector {
            parts.push(say!(texts, "filter-sector", sector = self.name(sector)));
        }
        let plugin = filter.plugin.as_deref().filter(|_| !own_noun);
        if let Some(sector) = plugin.and_then(|id| self.names.sector(id)) {
            parts.push(say!(texts, "filter-plugin", sector = self.name(texts.words(sector))));
        }
        if let Some(country) = &filter.country {
            parts.push(say!(texts, "filter-country", country = self.name(country)));
        }
        if let Some(owner) = &filter.owner {
            parts.push(say!(texts, "filter-owner", owner = self.name(owner)));
        }
        let number = |n: f64| texts.number(n);
        let money = |n: f64| self.money(n);
        if let Some(range) = self.range(filter.employees, number) {
            parts.push(say!(texts, "filter-employees", range));
        }
        if let Some(range) = self.range(filter.company_revenue, money) {
            parts.push(say!(texts, "filter-company-revenue", range));
        }
        if let Some(range) = self.range(filter.value, money) {
            parts.push(say!(texts, "filter-value", range));
        }
        parts
    }

    /// A type as it follows "is".
    pub(super) fn is_type(&self, customer_type: CustomerType, noun: &Noun) -> String {
        let id = format!("type-{}.is", customer_type.id());
        say!(self, &id, one = noun.one.as_str())
    }

    /// That it is not of a type, to follow "is": "not strategic".
    pub(super) fn is_not_type(&self, customer_type: CustomerType, noun: &Noun) -> String {
        let id = format!("type-{}.not", customer_type.id());
        say!(self, &id, one = noun.one.as_str())
    }

    /// Customers of a type: "strategic donors", or "strategic donor" for one.
    pub(super) fn of_type(&self, customer_type: CustomerType, noun: &Noun, n: u32) -> String {
        let name = customer_type.id();
        let id = if n == 1 { format!("type-{name}.one") } else { format!("type-{name}.many") };
        say!(self, &id, one = noun.one.as_str(), many = noun.many.as_str())
    }
}
