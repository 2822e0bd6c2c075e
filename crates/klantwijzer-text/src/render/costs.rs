//! What customers cost: selling, service, and invoices that stay open.

use klantwijzer_answer::body::{
    AcquisitionCost, AcquisitionCostList, Card, CostLine, CostToServe, GroupCost, MissingData,
    Note, Overdue, ServeLine,
};
use klantwijzer_answer::query::Entity;
use klantwijzer_core::acquisition::LadderStep;

use super::compare::group_without_name;
use super::page::{Align, Page, Table, capital};
use super::pen::Pen;
use crate::say;
use crate::texts::terms::{entity_id, light_id};

/// That nobody said what selling costs.
const NO_COSTS: Note = Note::NoData { missing: MissingData::AcquisitionCost };

/// What winning and keeping customers costs.
pub(super) fn acquisition(pen: &Pen<'_>, cost: &AcquisitionCost, notes: &[Note]) -> Page {
    let texts = pen.texts;
    if notes.contains(&NO_COSTS) {
        return Page::new(say!(texts, "cost-unknown"));
    }
    if let Some(line) = &cost.customer {
        return acquisition_of_one(pen, line, &cost.all);
    }
    let all = &cost.all;
    let amount = pen.money(all.cost);
    let mut page = Page::new(if let Some(ratio) = all.ratio {
        let (share, revenue) = (texts.percent(ratio), pen.money(all.revenue));
        say!(texts, "cost-all", cost = amount, share = share, revenue = revenue)
    } else {
        say!(texts, "cost-all-no-revenue", cost = amount)
    });
    if let Some(worst) = cost.groups.first().filter(|_| cost.groups.len() > 1) {
        let name = group_name(pen, cost.group_by, worst);
        match worst.ratio {
            Some(ratio) => {
                page.paragraph(say!(
                    texts,
                    "cost-worst",
                    name = name,
                    share = texts.percent(ratio)
                ));
            }
            None if worst.cost > 0.0 => page.paragraph(say!(texts, "cost-worst-open", name = name)),
            None => {}
        }
    }
    let mut table = Table::new([
        (say!(texts, entity_id(cost.group_by)), Align::Left),
        (say!(texts, "col-customers"), Align::Right),
        (say!(texts, "col-cost"), Align::Right),
        (say!(texts, "col-revenue"), Align::Right),
        (say!(texts, "col-cost-share"), Align::Right),
        (say!(texts, "col-light"), Align::Left),
    ]);
    for group in &cost.groups {
        table.row([
            group_name(pen, cost.group_by, group),
            texts.count(group.customers),
            pen.money(group.cost),
            pen.money(group.revenue),
            pen.share(group.ratio),
            say!(texts, light_id(group.light)),
        ]);
    }
    page.table(table);
    page
}

fn acquisition_of_one(pen: &Pen<'_>, line: &CostLine, all: &GroupCost) -> Page {
    let texts = pen.texts;
    let (name, cost) = (pen.name(&line.card.name), pen.money(line.cost));
    let mut page = Page::new(if let Some(ratio) = line.ratio {
        let (share, revenue) = (texts.percent(ratio), pen.money(line.revenue));
        say!(texts, "cost-one", name = name, cost = cost, share = share, revenue = revenue)
    } else {
        say!(texts, "cost-one-no-revenue", name = name, cost = cost)
    });
    page.paragraph(say!(texts, step_id(line.step)));
    if let Some(ratio) = all.ratio {
        page.paragraph(say!(texts, "cost-average", share = texts.percent(ratio)));
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

fn group_name(pen: &Pen<'_>, by: Entity, group: &GroupCost) -> String {
    match group.customer_type {
        Some(customer_type) => capital(&pen.texts.customer_type(customer_type)),
        None if group.name.is_empty() => group_without_name(pen, by),
        None => pen.name(&group.name),
    }
}

/// Customers from a cost ratio on.
pub(super) fn acquisition_list(pen: &Pen<'_>, list: &AcquisitionCostList, notes: &[Note]) -> Page {
    let texts = pen.texts;
    if notes.contains(&NO_COSTS) {
        return Page::new(say!(texts, "cost-unknown"));
    }
    let share = texts.percent(list.ratio);
    if list.total == 0 {
        return Page::new(say!(texts, "cost-list-none", share = share));
    }
    let noun = pen.noun_of(None, list.rows.iter().map(|row| &row.card));
    let who = noun.of(list.total);
    let mut page = Page::new(say!(texts, "cost-list", n = list.total, who = who, share = share));
    let mut table = Table::new([
        (noun.head(), Align::Left),
        (say!(texts, "col-cost"), Align::Right),
        (say!(texts, "col-revenue"), Align::Right),
        (say!(texts, "col-cost-share"), Align::Right),
        (say!(texts, "col-step"), Align::Left),
        (say!(texts, "col-owner"), Align::Left),
    ]);
    for line in &list.rows {
        table.row([
            pen.name(&line.card.name),
            pen.money(line.cost),
            pen.money(line.revenue),
            pen.share(line.ratio),
            say!(texts, &format!("{}.short", step_id(line.step))),
            pen.word(line.card.owner.as_deref()),
        ]);
    }
    page.table(table.without_empty_columns(texts));
    page
}

/// What service costs.
pub(super) fn service(pen: &Pen<'_>, cost: &CostToServe) -> Page {
    let texts = pen.texts;
    let mut page = match (cost.one, cost.rows.as_slice()) {
        (true, [line, ..]) => Page::new(service_of_one(pen, line)),
        (_, []) => return Page::new(say!(texts, "service-none")),
        (false, _) => {
            let total = pen.money(cost.support_cost);
            let noun = pen.noun_of(None, cost.rows.iter().map(|row| &row.card));
            let who = noun.of(cost.total);
            Page::new(say!(texts, "service-all", n = cost.total, who = who, total = total))
        }
    };
    if cost.one {
        return page;
    }
    let lost = cost.rows.iter().filter(|row| row.left.is_some_and(|left| left <= 0.0)).count();
    if lost > 0 {
        page.paragraph(say!(texts, "service-lost", n = lost));
    }
    let noun = pen.noun_of(None, cost.rows.iter().map(|row| &row.card));
    let mut table = Table::new([
        (noun.head(), Align::Left),
        (say!(texts, "col-support"), Align::Right),
        (say!(texts, "col-requests"), Align::Right),
        (say!(texts, "col-revenue"), Align::Right),
        (say!(texts, "col-left"), Align::Right),
        (say!(texts, "col-type"), Align::Left),
    ]);
    for row in &cost.rows {
        table.row([
            pen.name(&row.card.name),
            pen.money(row.support_cost),
            row.requests.map_or_else(|| texts.unknown(), |n| texts.number(n)),
            pen.amount(row.revenue),
            pen.amount(row.left),
            pen.type_name(row.card.customer_type),
        ]);
    }
    page.table(table.without_empty_columns(texts));
    page
}

fn service_of_one(pen: &Pen<'_>, line: &ServeLine) -> String {
    let texts = pen.texts;
    let name = pen.name(&line.card.name);
    if line.support_cost == 0.0 {
        return say!(texts, "service-one-none", name = name);
    }
    let cost = pen.money(line.support_cost);
    let cost = match line.requests.filter(|n| *n >= 1.0) {
        Some(n) => say!(texts, "service-requests", n = n.round(), cost = cost),
        None => cost,
    };
    match (line.revenue, line.left) {
        (Some(revenue), Some(left)) if left < 0.0 => {
            let (revenue, short) = (pen.money(revenue), pen.money(-left));
            say!(
                texts,
                "service-one-left.short",
                name = name,
                cost = cost,
                revenue = revenue,
                short = short
            )
        }
        (Some(revenue), Some(left)) => {
            let (revenue, left) = (pen.money(revenue), pen.money(left));
            say!(
                texts,
                "service-one-left",
                name = name,
                cost = cost,
                revenue = revenue,
                left = left
            )
        }
        _ => say!(texts, "service-one", name = name, cost = cost),
    }
}

/// Open invoices.
pub(super) fn overdue(pen: &Pen<'_>, overdue: &Overdue, notes: &[Note]) -> Page {
    let texts = pen.texts;
    if notes.contains(&Note::NoData { missing: MissingData::Payments }) {
        return Page::new(say!(texts, "overdue-unknown"));
    }
    if let Some(one) = &overdue.one {
        return overdue_of(pen, overdue, one);
    }
    if overdue.total == 0 {
        let mut page = Page::new(if let Some(days) = overdue.days {
            say!(texts, "overdue-none-days", days = texts.days(f64::from(days)))
        } else {
            say!(texts, "overdue-none")
        });
        still_open(pen, overdue, &mut page);
        return page;
    }
    let noun = pen.noun_of(None, overdue.rows.iter().map(|row| &row.card));
    let who = noun.of(overdue.total);
    let n = overdue.total;
    let lead = if let Some(days) = overdue.days {
        let days = texts.days(f64::from(days));
        say!(texts, "overdue-days", n = n, who = who, days = days)
    } else {
        say!(texts, "overdue-due", n = n, who = who)
    };
    let mut page = Page::new(lead);
    if overdue.amount > 0.0 {
        page.paragraph(say!(texts, "overdue-amount", amount = pen.money(overdue.amount)));
    }
    still_open(pen, overdue, &mut page);
    let mut table = Table::new([
        (noun.head(), Align::Left),
        (say!(texts, "col-past-due"), Align::Right),
        (say!(texts, "col-oldest"), Align::Right),
        (say!(texts, "col-type"), Align::Left),
        (say!(texts, "col-owner"), Align::Left),
    ]);
    for row in &overdue.rows {
        table.row([
            pen.name(&row.card.name),
            pen.amount(row.amount),
            texts.days(row.oldest_days),
            pen.type_name(row.card.customer_type),
            pen.word(row.card.owner.as_deref()),
        ]);
    }
    page.table(table.without_empty_columns(texts));
    page
}

/// What one customer has open too long.
fn overdue_of(pen: &Pen<'_>, overdue: &Overdue, one: &Card) -> Page {
    let texts = pen.texts;
    let name = pen.name(&one.name);
    let lead = match (overdue.rows.first(), overdue.days) {
        (Some(line), _) => {
            let oldest = texts.days(line.oldest_days);
            if let Some(amount) = line.amount.filter(|amount| *amount > 0.0) {
                let amount = pen.money(amount);
                say!(texts, "overdue-of", name = name, amount = amount, oldest = oldest)
            } else {
                say!(texts, "overdue-of-open", name = name, oldest = oldest)
            }
        }
        (None, Some(days)) => {
            say!(texts, "overdue-of-none-days", name = name, days = texts.days(f64::from(days)))
        }
        (None, None) => say!(texts, "overdue-of-none", name = name),
    };
    let mut page = Page::new(lead);
    if overdue.open.1 > overdue.amount {
        page.paragraph(say!(texts, "overdue-of-all", amount = pen.money(overdue.open.1)));
    }
    page
}

/// What is open in all, where that is more than what is past due.
fn still_open(pen: &Pen<'_>, overdue: &Overdue, page: &mut Page) {
    let (n, amount) = overdue.open;
    if amount > overdue.amount {
        let who = pen.noun(None).of(n).to_owned();
        let amount = pen.money(amount);
        page.paragraph(say!(pen.texts, "overdue-open", n = n, who = who, amount = amount));
    }
}
