//! What customers cost: selling, service, and invoices that stay open.

use klantwijzer_answer::body::{
    AcquisitionCost, AcquisitionCostList, Card, CostLine, CostToServe, GroupCost, MissingData,
    Note, Overdue, ServeLine,
};
use klantwijzer_answer::query::Entity;
use klantwijzer_core::acquisition::LadderStep;

use super::compare::group_without_name;
use super::format::Formatter;
use super::page::{Page, Table, capital};
use crate::say;
use crate::texts::terms::{entity_id, light_id};

/// That nobody said what selling costs.
const NO_COSTS: Note = Note::NoData { missing: MissingData::AcquisitionCost };

/// What winning and keeping customers costs.
pub(super) fn acquisition(fmt: &Formatter<'_>, cost: &AcquisitionCost, notes: &[Note]) -> Page {
    if notes.contains(&NO_COSTS) {
        return Page::new(say!(fmt, "cost-unknown"));
    }
    if let Some(line) = &cost.customer {
        return acquisition_of_one(fmt, line, &cost.all);
    }
    let all = &cost.all;
    let amount = fmt.money(all.cost);
    let mut page = Page::new(if let Some(ratio) = all.ratio {
        let (share, revenue) = (fmt.texts.percent(ratio), fmt.money(all.revenue));
        say!(fmt, "cost-all", cost = amount, share, revenue)
    } else {
        say!(fmt, "cost-all-no-revenue", cost = amount)
    });
    if let Some(worst) = cost.groups.first().filter(|_| cost.groups.len() > 1) {
        let name = group_name(fmt, cost.group_by, worst);
        if let Some(ratio) = worst.ratio {
            page.paragraph(say!(fmt, "cost-worst", name, share = fmt.texts.percent(ratio)));
        } else if worst.cost > 0.0 {
            page.paragraph(say!(fmt, "cost-worst-open", name));
        }
    }
    page.table(
        Table::of(&cost.groups)
            .left(say!(fmt, entity_id(cost.group_by)), |group| {
                group_name(fmt, cost.group_by, group)
            })
            .right(say!(fmt, "col-customers"), |group| fmt.texts.count(group.customers))
            .right(say!(fmt, "col-cost"), |group| fmt.money(group.cost))
            .right(say!(fmt, "col-revenue"), |group| fmt.money(group.revenue))
            .right(say!(fmt, "col-cost-share"), |group| fmt.share(group.ratio))
            .left(say!(fmt, "col-light"), |group| {
                // Without cost and revenue there is nothing that can be sound or not.
                let nothing = group.cost == 0.0 && group.revenue == 0.0;
                if nothing { fmt.texts.unknown() } else { say!(fmt, light_id(group.light)) }
            })
            .table(),
    );
    page
}

fn acquisition_of_one(fmt: &Formatter<'_>, line: &CostLine, all: &GroupCost) -> Page {
    let (name, cost) = (fmt.customer(line.card.no), fmt.money(line.cost));
    let mut page = Page::new(if let Some(ratio) = line.ratio {
        let (share, revenue) = (fmt.texts.percent(ratio), fmt.money(line.revenue));
        say!(fmt, "cost-one", name, cost, share, revenue)
    } else {
        say!(fmt, "cost-one-no-revenue", name, cost)
    });
    page.paragraph(say!(fmt, step_id(line.step)));
    if let Some(ratio) = all.ratio {
        page.paragraph(say!(fmt, "cost-average", share = fmt.texts.percent(ratio)));
    }
    page
}

const fn step_id(step: LadderStep) -> &'static str {
    match step {
        LadderStep::Fine => "step-fine",
        LadderStep::Watch => "step-watch",
        LadderStep::LowerCost => "step-lower-cost",
        LadderStep::ThenNo => "step-then-no",
    }
}

fn group_name(fmt: &Formatter<'_>, by: Entity, group: &GroupCost) -> String {
    match group.customer_type {
        Some(customer_type) => capital(&fmt.texts.customer_type(customer_type)),
        None if group.name.is_empty() => group_without_name(fmt, by),
        None => fmt.name(&group.name),
    }
}

/// Customers from a cost ratio on.
pub(super) fn acquisition_list(
    fmt: &Formatter<'_>,
    list: &AcquisitionCostList,
    notes: &[Note],
) -> Page {
    let texts = fmt.texts;
    if notes.contains(&NO_COSTS) {
        return Page::new(say!(fmt, "cost-unknown"));
    }
    let share = texts.percent(list.ratio);
    if list.total == 0 {
        return Page::new(say!(fmt, "cost-list-none", share));
    }
    let noun = fmt.noun_of(None, list.rows.iter().map(|row| &row.card));
    let who = noun.of(list.total);
    let mut page = Page::new(say!(fmt, "cost-list", n = list.total, who, share));
    page.table(
        Table::of(&list.rows)
            .left(noun.head(), |line| fmt.customer(line.card.no))
            .right(say!(fmt, "col-cost"), |line| fmt.money(line.cost))
            .right(say!(fmt, "col-revenue"), |line| fmt.money(line.revenue))
            .right(say!(fmt, "col-cost-share"), |line| fmt.share(line.ratio))
            .left(say!(fmt, "col-step"), |line| say!(fmt, &format!("{}.short", step_id(line.step))))
            .left(say!(fmt, "col-owner"), |line| fmt.word(line.card.owner.as_deref()))
            .without_empty_columns(texts),
    );
    page
}

/// What service costs.
pub(super) fn service(fmt: &Formatter<'_>, cost: &CostToServe) -> Page {
    let Some(first) = cost.rows.first() else {
        return Page::new(say!(fmt, "service-none"));
    };
    if cost.one {
        return Page::new(service_of_one(fmt, first));
    }
    let noun = fmt.noun_of(None, cost.rows.iter().map(|row| &row.card));
    let (who, total) = (noun.of(cost.total), fmt.money(cost.support_cost));
    let mut page = Page::new(say!(fmt, "service-all", n = cost.total, who, total));
    let lost = cost.rows.iter().filter(|row| row.left.is_some_and(|left| left <= 0.0)).count();
    if lost > 0 {
        page.paragraph(say!(fmt, "service-lost", n = lost));
    }
    page.table(
        Table::of(&cost.rows)
            .left(noun.head(), |row| fmt.customer(row.card.no))
            .right(say!(fmt, "col-support"), |row| fmt.money(row.support_cost))
            .right(say!(fmt, "col-requests"), |row| fmt.number(row.requests))
            .right(say!(fmt, "col-revenue"), |row| fmt.amount(row.revenue))
            .right(say!(fmt, "col-left"), |row| fmt.amount(row.left))
            .left(say!(fmt, "col-type"), |row| fmt.type_name(row.card.customer_type))
            .without_empty_columns(fmt.texts),
    );
    page
}

fn service_of_one(fmt: &Formatter<'_>, line: &ServeLine) -> String {
    let name = fmt.customer(line.card.no);
    if line.support_cost == 0.0 {
        return say!(fmt, "service-one-none", name);
    }
    let cost = fmt.money(line.support_cost);
    let cost = match line.requests.filter(|n| *n >= 1.0) {
        Some(n) => say!(fmt, "service-requests", n = n.round(), cost),
        None => cost,
    };
    match (line.revenue, line.left) {
        (Some(revenue), Some(left)) if left < 0.0 => {
            let (revenue, short) = (fmt.money(revenue), fmt.money(-left));
            say!(fmt, "service-one-left.short", name, cost, revenue, short)
        }
        (Some(revenue), Some(left)) => {
            let (revenue, left) = (fmt.money(revenue), fmt.money(left));
            say!(fmt, "service-one-left", name, cost, revenue, left)
        }
        _ => say!(fmt, "service-one", name, cost),
    }
}

/// Open invoices.
pub(super) fn overdue(fmt: &Formatter<'_>, overdue: &Overdue, notes: &[Note]) -> Page {
    let texts = fmt.texts;
    if notes.contains(&Note::NoData { missing: MissingData::Payments }) {
        return Page::new(say!(fmt, "overdue-unknown"));
    }
    if let Some(one) = &overdue.one {
        return overdue_of(fmt, overdue, one);
    }
    if overdue.total == 0 {
        let mut page = Page::new(if let Some(days) = overdue.days {
            say!(fmt, "overdue-none-days", days = texts.days(f64::from(days)))
        } else {
            say!(fmt, "overdue-none")
        });
        still_open(fmt, overdue, &mut page);
        return page;
    }
    let noun = fmt.noun_of(None, overdue.rows.iter().map(|row| &row.card));
    let who = noun.of(overdue.total);
    let n = overdue.total;
    let lead = if let Some(days) = overdue.days {
        let days = texts.days(f64::from(days));
        say!(fmt, "overdue-days", n, who, days)
    } else {
        say!(fmt, "overdue-due", n, who)
    };
    let mut page = Page::new(lead);
    if overdue.amount > 0.0 {
        page.paragraph(say!(fmt, "overdue-amount", amount = fmt.money(overdue.amount)));
    }
    still_open(fmt, overdue, &mut page);
    page.table(
        Table::of(&overdue.rows)
            .left(noun.head(), |row| fmt.customer(row.card.no))
            .right(say!(fmt, "col-past-due"), |row| fmt.amount(row.amount))
            .right(say!(fmt, "col-oldest"), |row| texts.age(row.oldest_days))
            .left(say!(fmt, "col-type"), |row| fmt.type_name(row.card.customer_type))
            .left(say!(fmt, "col-owner"), |row| fmt.word(row.card.owner.as_deref()))
            .without_empty_columns(texts),
    );
    page
}

/// What one customer has open too long.
fn overdue_of(fmt: &Formatter<'_>, overdue: &Overdue, one: &Card) -> Page {
    let name = fmt.customer(one.no);
    let lead = match (overdue.rows.first(), overdue.days) {
        (Some(line), _) => {
            let oldest = fmt.texts.age(line.oldest_days);
            if let Some(amount) = line.amount.filter(|amount| *amount > 0.0) {
                let amount = fmt.money(amount);
                say!(fmt, "overdue-of", name, amount, oldest)
            } else {
                say!(fmt, "overdue-of-open", name, oldest)
            }
        }
        (None, Some(days)) => {
            say!(fmt, "overdue-of-none-days", name, days = fmt.texts.days(f64::from(days)))
        }
        (None, None) => say!(fmt, "overdue-of-none", name),
    };
    let mut page = Page::new(lead);
    if overdue.open.1 > overdue.amount {
        page.paragraph(say!(fmt, "overdue-of-all", amount = fmt.money(overdue.open.1)));
    }
    page
}

/// What is open in all, where that is more than what is past due.
fn still_open(fmt: &Formatter<'_>, overdue: &Overdue, page: &mut Page) {
    let (n, amount) = overdue.open;
    if amount > overdue.amount {
        let who = fmt.noun(None).of(n).to_owned();
        let amount = fmt.money(amount);
        page.paragraph(say!(fmt, "overdue-open", n, who, amount));
    }
}
