//! Customers and groups side by side.

use klantwijzer_core::facts::Fact;
use klantwijzer_core::types::CustomerType;

use super::groups::{mean, sum};
use super::scope::Scope;
use crate::body::{Answer, Body, Comparison, Side};
use crate::portfolio::Row;
use crate::query::{Filter, Subject};

impl<'a> Scope<'a> {
    pub(super) fn compare(self, subjects: &'a [Subject]) -> Answer {
        let sides = subjects.iter().map(|subject| self.side(subject)).collect();
        self.answer(Body::Comparison(Comparison { sides }), Vec::new())
    }

    fn side(self, subject: &'a Subject) -> Side {
        match subject {
            Subject::Customer(customer) => {
                let rows: Vec<Row<'a>> = self.portfolio.row(*customer).into_iter().collect();
                let card = rows.first().map(|row| row.card(self.today));
                Side { card, ..self.figures_of(&rows) }
            }
            Subject::Type(customer_type) => {
                let rows = self.of_type(*customer_type);
                Side { customer_type: Some(*customer_type), ..self.figures_of(&rows) }
            }
            Subject::Segment(filter) => self.segment(filter),
        }
    }

    fn of_type(self, customer_type: CustomerType) -> Vec<Row<'a>> {
        let wanted = |row: &Row<'_>| self.type_of(row) == Some(customer_type);
        self.portfolio.rows().filter(wanted).collect()
    }

    fn segment(self, filter: &'a Filter) -> Side {
        let rows: Vec<Row<'a>> = self.rows(filter).collect();
        Side { filter: Some(filter.clone()), ..self.figures_of(&rows) }
    }

    fn figures_of(self, rows: &[Row<'_>]) -> Side {
        let total = |fact: Fact| sum(rows.iter().map(|row| row.fact(fact)));
        Side {
            card: None,
            customer_type: None,
            filter: None,
            customers: rows.len() as u32,
            counts: self.counts(rows.iter()),
            value: sum(rows.iter().map(Row::value)),
            potential: mean(rows.iter().map(Row::potential)),
            revenue: total(Fact::Income12m),
            revenue_before: total(Fact::IncomePrev12m),
            acquisition_cost: total(Fact::AcquisitionCost12m),
            support_cost: total(Fact::SupportCost12m),
            invoices: total(Fact::Invoices12m),
            days_to_pay: mean(rows.iter().map(|row| row.fact(Fact::AverageDaysToPay))),
        }
    }
}
