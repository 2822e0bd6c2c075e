//! Rankings, concentration and comparisons.

use klantwijzer_answer::body::{Comparison, Concentration, RankRow, Ranking, Side};
use klantwijzer_answer::query::{Entity, Measure};
use klantwijzer_core::types::CustomerType;

use super::format::Formatter;
use super::page::{Page, Table, capital};
use crate::say;
use crate::texts::terms::{entity_id, measure_id};

/// The first by a measure.
pub(super) fn ranking(fmt: &Formatter<'_>, ranking: &Ranking) -> Page {
    let noun =
        fmt.noun_of(Some(&ranking.filter), ranking.rows.iter().filter_map(|r| r.card.as_ref()));
    let measure = say!(fmt, measure_id(ranking.measure));
    let ranked = match ranking.entity {
        Entity::Customer => fmt.narrowed(&noun, ranking.ranked, &[], &ranking.filter),
        entity => say!(fmt, &format!("{}.many", entity_id(entity))),
    };
    let Some(first) = ranking.rows.first() else {
        if ranking.nothing {
            return nothing(fmt, ranking);
        }
        let mut page = Page::new(say!(fmt, "ranking-none", who = ranked, measure));
        page.paragraph(say!(fmt, "ranking-none-hint"));
        return page;
    };
    let name = row_name(fmt, ranking.entity, first);
    let amount = fmt.measured(first.amount, ranking.measure);
    let id = if ranking.lowest { "ranking-lowest" } else { "ranking-highest" };
    let lead = say!(fmt, id, name, measure = measure.as_str(), amount);
    let mut page = Page::new(lead);
    let (n, all) = (ranking.rows.len(), ranking.ranked);
    if let Some(total) = ranking.total.filter(|total| *total > 0.0 && n > 1 && !ranking.lowest) {
        let sum = ranking.rows.iter().map(|row| row.amount).sum::<f64>();
        let (share, total) = (fmt.texts.percent(sum / total), fmt.measured(total, ranking.measure));
        page.paragraph(if n < all as usize {
            say!(fmt, "ranking-together", n, share, total, all, who = ranked)
        } else {
            say!(fmt, "ranking-total", total)
        });
    }
    let head = match ranking.entity {
        Entity::Customer => noun.one,
        entity => say!(fmt, entity_id(entity)),
    };
    page.table(rank_table(fmt, ranking, head, measure));
    page
}

/// That nothing happened in the period, and when something last did.
fn nothing(fmt: &Formatter<'_>, ranking: &Ranking) -> Page {
    let id = match ranking.measure {
        Measure::Revenue | Measure::Margin | Measure::Invoices => "nothing-invoices",
        Measure::Gifts => "nothing-gifts",
        Measure::AdSpend => "nothing-ad-spend",
        Measure::SupportCost | Measure::AcquisitionCost => "nothing-costs",
        Measure::Leads => "nothing-leads",
        _ => "nothing-income",
    };
    let who = fmt.who(&ranking.filter);
    let period = ranking.period.map(|period| fmt.texts.period(period));
    let period = period.unwrap_or_else(|| say!(fmt, "last-twelve-months"));
    let mut page = Page::new(say!(fmt, id, period, who));
    if let Some(day) = ranking.newest {
        page.paragraph(say!(fmt, &format!("{id}.newest"), day = fmt.texts.date(day)));
    }
    page
}

fn rank_table(fmt: &Formatter<'_>, ranking: &Ranking, head: String, measure: String) -> Table {
    let texts = fmt.texts;
    let grouped = ranking.entity != Entity::Customer && ranking.measure != Measure::Customers;
    let owner = |row: &RankRow| fmt.word(row.card.as_ref().and_then(|card| card.owner.as_deref()));
    Table::of((1_u32..).zip(&ranking.rows))
        .right(say!(fmt, "col-place"), |(place, _)| texts.count(*place))
        .left(head, |(_, row)| row_name(fmt, ranking.entity, row))
        .right(measure, |(_, row)| fmt.measured(row.amount, ranking.measure))
        .right(say!(fmt, "col-share"), |(_, row)| fmt.share(row.share))
        .right(say!(fmt, "col-customers"), |(_, row)| {
            if grouped { texts.count(row.customers) } else { String::new() }
        })
        .left(say!(fmt, "col-type"), |(_, row)| {
            row.card.as_ref().map_or_else(String::new, |card| fmt.type_name(card.customer_type))
        })
        .left(say!(fmt, "col-owner"), |(_, row)| owner(row))
        .without_empty_columns(texts)
}

fn row_name(fmt: &Formatter<'_>, entity: Entity, row: &RankRow) -> String {
    match entity {
        Entity::Type => match CustomerType::from_id(&row.name) {
            Some(customer_type) => capital(&fmt.texts.customer_type(customer_type)),
            None => capital(&fmt.type_name(None)),
        },
        _ if row.name.is_empty() => group_without_name(fmt, entity),
        Entity::Customer => {
            row.card.as_ref().map_or_else(|| fmt.name(&row.name), |card| fmt.customer(card.no))
        }
        _ => fmt.name(&row.name),
    }
}

/// What those without a sector, owner, country or group are listed under.
pub(super) fn group_without_name(fmt: &Formatter<'_>, entity: Entity) -> String {
    capital(&say!(
        fmt,
        match entity {
            Entity::Sector => "without-sector",
            Entity::Owner => "without-owner",
            Entity::Country => "without-country",
            Entity::Type => "no-type",
            Entity::Group | Entity::Customer => "without-name",
        }
    ))
}

/// How much hangs on few customers.
pub(super) fn concentration(fmt: &Formatter<'_>, concentration: &Concentration) -> Page {
    let noun =
        fmt.noun_of(Some(&concentration.filter), concentration.largest.iter().map(|(c, _)| c));
    let all = concentration.customers;
    let who = fmt.narrowed(&noun, all, &[], &concentration.filter);
    if all == 0 || concentration.positive_value <= 0.0 {
        return Page::new(say!(fmt, "concentration-none", who));
    }
    let some = concentration.of_all.is_some();
    let lead = if let Some((n, share)) = concentration.asked_top {
        let share = fmt.texts.percent(share);
        let who = fmt.narrowed(&noun, 0, &[], &concentration.filter);
        let id = if some { "concentration-top.part" } else { "concentration-top" };
        say!(fmt, id, n, who = who.as_str(), share)
    } else {
        let (share, n) = concentration.asked_share.unwrap_or((0.8, concentration.eighty));
        let part = fmt.texts.percent(f64::from(n) / f64::from(all));
        let share = fmt.texts.percent(share);
        let who = who.as_str();
        let id = if some { "concentration-lead.part" } else { "concentration-lead" };
        say!(fmt, id, n, all, who, part, share)
    };
    let mut page = Page::new(lead);
    let total = fmt.money(concentration.positive_value);
    page.paragraph(if let Some(share) = concentration.of_all.filter(|share| share.is_finite()) {
        let share = fmt.texts.percent(share);
        say!(fmt, "concentration-part", who = who.as_str(), total, share)
    } else {
        say!(fmt, "concentration-total", total)
    });
    page.table(
        Table::of(&concentration.steps)
            .right(say!(fmt, "col-largest"), |(customers, _)| fmt.texts.count(*customers))
            .right(say!(fmt, "col-makes"), |(_, share)| fmt.texts.percent(*share))
            .table(),
    );
    let largest = Table::of(&concentration.largest)
        .left(noun.head(), |(card, _)| fmt.customer(card.no))
        .right(say!(fmt, "col-value"), |(card, _)| fmt.amount(card.value))
        .right(say!(fmt, "col-share"), |(_, share)| fmt.texts.percent(*share))
        .left(say!(fmt, "col-type"), |(card, _)| fmt.type_name(card.customer_type))
        .table();
    page.titled_table(say!(fmt, "concentration-largest"), largest);
    page
}

/// Customers or groups side by side.
pub(super) fn comparison(fmt: &Formatter<'_>, comparison: &Comparison) -> Page {
    let names: Vec<_> = comparison.sides.iter().map(|side| side_name(fmt, side)).collect();
    let mut page = Page::new(comparison_lead(fmt, &comparison.sides, &names));
    page.table(sides(fmt, &comparison.sides, &names));
    if comparison.sides.iter().any(|side| side.card.is_none()) {
        page.note(say!(fmt, "comparison-means"));
    }
    page
}

fn side_name(fmt: &Formatter<'_>, side: &Side) -> String {
    let noun = fmt.noun_of(side.filter.as_ref(), side.card.as_ref());
    match (&side.card, side.customer_type) {
        (Some(card), _) => fmt.customer(card.no),
        (None, Some(customer_type)) => fmt.of_type(customer_type, &noun, 0),
        (None, None) => fmt.who(&side.filter.clone().unwrap_or_default()),
    }
}

/// Who brings in most and who has most potential, where that can be said.
fn comparison_lead(fmt: &Formatter<'_>, sides: &[Side], names: &[String]) -> String {
    let starts_with_group = sides.first().is_some_and(|side| side.card.is_none());
    let side_by_side = || {
        let names = capital_if(starts_with_group, &fmt.texts.and(names));
        say!(fmt, "comparison-lead", names)
    };
    let first_by = |measure: fn(&Side) -> Option<f64>| {
        let known = sides.iter().enumerate().filter_map(|(i, side)| Some((i, measure(side)?)));
        let mut known: Vec<_> = known.filter(|(_, amount)| amount.is_finite()).collect();
        known.sort_by(|a, b| b.1.total_cmp(&a.1));
        let first = *known.first()?;
        let next = known.get(1)?.1;
        (known.len() == sides.len() && first.1 > next).then_some(first)
    };
    let (Some((most, value)), Some((best, potential))) =
        (first_by(|side| side.value), first_by(|side| side.potential))
    else {
        return side_by_side();
    };
    let (Some(most_name), Some(best_name)) = (names.get(most), names.get(best)) else {
        return side_by_side();
    };
    let (value, points) = (fmt.money(value), fmt.potential(Some(potential)));
    let plural = if sides.iter().any(|side| side.card.is_none()) { 2 } else { 1 };
    let most_name = capital_if(plural > 1, most_name);
    if most == best {
        say!(fmt, "comparison-both", n = plural, name = most_name, value, points)
    } else {
        let best = best_name.as_str();
        say!(fmt, "comparison-split", n = plural, name = most_name, value, other = best, points)
    }
}

/// A group's name starts a sentence with a capital; a customer's stays as it is.
fn capital_if(is_group: bool, name: &str) -> String {
    if is_group { capital(name) } else { name.to_owned() }
}

/// What stands in a row about one side.
type Cell<'a> = &'a dyn Fn(&Side) -> String;

/// What is compared, in a column for each side; without what is known of nobody.
fn sides(fmt: &Formatter<'_>, sides: &[Side], names: &[String]) -> Table {
    let known = |number: Option<f64>| number.unwrap_or(f64::NAN);
    let rows: [(&str, Cell<'_>); 11] = [
        ("col-customers", &|side| match side.card {
            Some(_) => String::new(),
            None => fmt.texts.count(side.customers),
        }),
        ("col-type", &|side| match (&side.card, side.customer_type) {
            (Some(card), _) => fmt.type_name(card.customer_type),
            (None, Some(_)) => String::new(),
            (None, None) => fmt.by_type(&side.counts, side.customers),
        }),
        ("col-value", &|side| fmt.amount(side.value)),
        ("col-potential", &|side| fmt.potential(side.potential)),
        ("row-revenue", &|side| fmt.amount(side.revenue)),
        ("row-revenue-before", &|side| fmt.amount(side.revenue_before)),
        ("row-acquisition", &|side| fmt.amount(side.acquisition_cost)),
        ("row-support", &|side| fmt.amount(side.support_cost)),
        ("row-invoices", &|side| fmt.texts.number(known(side.invoices))),
        ("row-days-to-pay", &|side| fmt.texts.days(known(side.days_to_pay))),
        ("col-owner", &|side| fmt.word(side.card.as_ref().and_then(|card| card.owner.as_deref()))),
    ];
    let says = |text: String| !text.is_empty() && text != fmt.texts.unknown();
    let telling = rows.into_iter().filter(|(_, cell)| sides.iter().any(|side| says(cell(side))));
    let first = Table::of(telling).left("", |(id, _)| capital(&say!(fmt, id)));
    let columns = names.iter().zip(sides);
    columns.fold(first, |table, (name, side)| table.right(name, |(_, cell)| cell(side))).table()
}
