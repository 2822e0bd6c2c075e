//! What customers cost: to win and keep, to serve, and to wait for.

use klantwijzer_core::acquisition::CostRatio;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::{Fact, known};
use klantwijzer_core::say_no::{Advice, NoAction, left_after_service};

use super::groups::{Group, sum};
use super::no_rules::NoRules;
use super::scope::{Scope, first_by};
use crate::body::{
    AcquisitionCost, AcquisitionCostList, Answer, Body, CostLine, CostToServe, GroupCost,
    MissingData, Note, Overdue, OverdueLine, ServeLine,
};
use crate::portfolio::Row;
use crate::query::{Entity, Filter};

impl<'a> Scope<'a> {
    pub(super) fn acquisition_cost(
        self,
        customer: Option<CustomerNo>,
        group_by: Entity,
        filter: &'a Filter,
    ) -> Answer {
        let everybody = Group { members: self.rows(filter).collect(), ..Group::default() };
        let grouped = self.grouped(everybody.members.iter().copied(), group_by);
        let mut groups: Vec<GroupCost> =
            grouped.into_iter().map(|group| self.group_cost(group)).collect();
        groups.sort_by(|a, b| badness(b).total_cmp(&badness(a)).then_with(|| a.name.cmp(&b.name)));
        let rules = NoRules::new(self.portfolio, self.today);
        let line = customer
            .and_then(|customer| self.portfolio.row(customer))
            .and_then(|row| self.cost_line(&row, &rules));
        let all = self.group_cost(everybody);
        let cost = AcquisitionCost { customer: line, group_by, groups, all };
        self.answer(Body::AcquisitionCost(cost), self.cost_notes(filter))
    }

    pub(super) fn acquisition_cost_list(self, ratio: f64, filter: &'a Filter) -> Answer {
        let from =
            |row: &Row<'_>| CostRatio::of(&row.facts()).is_some_and(|both| both.reaches(ratio));
        let rows: Vec<Row<'a>> = self.rows(filter).filter(from).collect();
        let total = rows.len() as u32;
        let worst = |row: &Row<'_>| {
            CostRatio::of(&row.facts()).map_or(f64::NAN, |both| both.badness().min(f64::MAX))
        };
        let rules = NoRules::new(self.portfolio, self.today);
        let rows: Vec<CostLine> = first_by(rows, usize::MAX, worst)
            .iter()
            .filter_map(|row| self.cost_line(row, &rules))
            .collect();
        let list = AcquisitionCostList { ratio, total, rows };
        self.answer(Body::AcquisitionCostList(list), self.cost_notes(filter))
    }

    /// That nobody has a fact, beside what a reader must know of the filter.
    fn notes_on(self, fact: Fact, missing: MissingData, filter: &'a Filter) -> Vec<Note> {
        let missing = self.note_missing(fact, missing);
        self.narrowed_to(filter).into_iter().chain(missing).collect()
    }

    fn cost_notes(self, filter: &'a Filter) -> Vec<Note> {
        self.notes_on(Fact::AcquisitionCost12m, MissingData::AcquisitionCost, filter)
    }

    /// The ratio from which the team calls cost too high.
    fn red_from(self) -> f64 {
        self.portfolio.settings().no_signs.acquisition_ratio
    }

    fn group_cost(self, group: Group<'_>) -> GroupCost {
        let ratios = group.members.iter().filter_map(|row| CostRatio::of(&row.facts()));
        let both = ratios.fold(CostRatio::default(), CostRatio::plus);
        GroupCost {
            name: group.name,
            customer_type: group.customer_type,
            customers: group.members.len() as u32,
            cost: both.cost,
            revenue: both.revenue,
            ratio: both.ratio(),
            light: both.light(self.red_from()),
        }
    }

    fn cost_line(self, row: &Row<'_>, rules: &NoRules<'_>) -> Option<CostLine> {
        let both = CostRatio::of(&row.facts())?;
        let light = both.light(self.red_from());
        let say_no = matches!(rules.advise(row), Advice::Against(NoAction::SayNo, _));
        Some(CostLine {
            card: row.card(self.today),
            cost: both.cost,
            revenue: both.revenue,
            ratio: both.ratio(),
            light,
            step: CostRatio::step(light, say_no),
        })
    }

    pub(super) fn cost_to_serve(self, customer: Option<CustomerNo>, filter: &'a Filter) -> Answer {
        let notes = self.notes_on(Fact::SupportCost12m, MissingData::SupportCost, filter);
        let rows: Vec<Row<'a>> = match customer {
            Some(customer) => self.portfolio.row(customer).into_iter().collect(),
            None => self
                .rows(filter)
                .filter(|row| {
                    row.fact(Fact::SupportCost12m) > 0.0 || row.fact(Fact::SupportRequests12m) > 0.0
                })
                .collect(),
        };
        let support_cost =
            sum(rows.iter().map(|row| row.fact(Fact::SupportCost12m))).unwrap_or_default();
        let total = rows.len() as u32;
        let rows = first_by(rows, usize::MAX, |row| row.fact(Fact::SupportCost12m))
            .into_iter()
            .map(|row| ServeLine {
                card: row.card(self.today),
                support_cost: known(row.fact(Fact::SupportCost12m)).unwrap_or_default(),
                requests: known(row.fact(Fact::SupportRequests12m)),
                revenue: known(row.fact(Fact::Income12m)),
                left: left_after_service(&row.facts()).map(|(left, _)| left),
            })
            .collect();
        let serve = CostToServe { one: customer.is_some(), total, support_cost, rows };
        self.answer(Body::CostToServe(serve), notes)
    }

    pub(super) fn overdue_invoices(
        self,
        customer: Option<CustomerNo>,
        days: Option<u32>,
        filter: &'a Filter,
    ) -> Answer {
        let notes = self.notes_on(Fact::OldestOpenInvoiceDays, MissingData::Payments, filter);
        let late = |row: &Row<'_>| match days {
            Some(days) => row.fact(Fact::OldestOpenInvoiceDays) > f64::from(days),
            None => row.fact(Fact::OverdueAmount) > 0.0,
        };
        let asked = customer.and_then(|customer| self.portfolio.row(customer));
        let one = asked.map(|row| row.card(self.today));
        let considered: Vec<Row<'a>> = match customer {
            Some(_) => asked.into_iter().collect(),
            None => self.rows(filter).collect(),
        };
        let amounts = considered.iter().map(|row| row.fact(Fact::OpenTotal));
        let open = amounts
            .filter(|amount| *amount > 0.0)
            .fold((0, 0.0), |(count, sum), amount| (count + 1, sum + amount));
        let rows: Vec<Row<'a>> = considered.into_iter().filter(late).collect();
        let amount = sum(rows.iter().map(|row| row.fact(Fact::OverdueAmount))).unwrap_or_default();
        let total = rows.len() as u32;
        let rows = first_by(rows, usize::MAX, |row| row.fact(Fact::OldestOpenInvoiceDays))
            .into_iter()
            .map(|row| OverdueLine {
                card: row.card(self.today),
                amount: known(row.fact(Fact::OverdueAmount)),
                oldest_days: row.fact(Fact::OldestOpenInvoiceDays),
            })
            .collect();
        let overdue = Overdue { one, days, total, amount, open, rows };
        self.answer(Body::Overdue(overdue), notes)
    }
}

fn badness(group: &GroupCost) -> f64 {
    CostRatio { cost: group.cost, revenue: group.revenue }.badness()
}
