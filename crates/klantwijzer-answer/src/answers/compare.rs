//! Customers and groups side by side.

use klantwijzer_core::facts::Fact;

use super::groups::{mean, sum};
use super::scope::Scope;
use crate::body::{Answer, Body, Comparison, Side};
use crate::portfolio::Row;
use crate::query::Subject;

impl<'a> Scope<'a> {
    pub(super) fn compare(self, subjects: &'a [Subject]) -> Answer {
        let sides = subjects.iter().map(|subject| self.side(subject)).collect();
        self.answer(Body::Comparison(Comparison { sides }), Vec::new())
    }

    fn side(self, subject: &'a Subject) -> Side {
        let rows: Vec<Row<'a>> = match subject {
            Subject::Customer(customer) => self.portfolio.row(*customer).into_iter().collect(),
            Subject::Type(customer_type) => self.of_type(*customer_type).collect(),
            Subject::Segment(filter) => self.rows(filter).collect(),
        };
        let mut side = self.figures_of(&rows);
        match subject {
            Subject::Customer(_) => side.card = rows.first().map(|row| row.card(self.today)),
            Subject::Type(customer_type) => side.customer_type = Some(*customer_type),
            Subject::Segment(filter) => side.filter = Some(filter.clone()),
        }
        side
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
