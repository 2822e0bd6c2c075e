//! Rankings, concentration and comparisons.

use klantwijzer_answer::body::{Comparison, Concentration, RankRow, Ranking, Side};
use klantwijzer_answer::query::{Entity, Measure};
use klantwijzer_core::types::CustomerType;

use super::page::{Align, Page, Table, capital};
use super::pen::Pen;
use crate::say;
use crate::texts::terms::{entity_id, measure_id};

/// The first by a measure.
pub(super) fn ranking(pen: &Pen<'_>, ranking: &Ranking) -> Page {
    let texts = pen.texts;
    let noun =
        pen.noun_of(Some(&ranking.filter), ranking.rows.iter().filter_map(|r| r.card.as_ref()));
    let measure = say!(texts, measure_id(ranking.measure));
    let ranked = match ranking.entity {
        Entity::Customer => pen.narrowed(&noun, ranking.ranked, &[], &ranking.filter),
        entity => say!(texts, &format!("{}.many", entity_id(entity))),
    };
    let Some(first) = ranking.rows.first() else {
        if ranking.nothing {
            return nothing(pen, ranking);
        }
        let mut page = Page::new(say!(texts, "ranking-none", who = ranked, measure = measure));
        page.paragraph(say!(texts, "ranking-none-hint"));
        return page;
    };
    let name = row_name(pen, ranking.entity, first);
    let amount = pen.measured(first.amount, ranking.measure);
    let id = if ranking.lowest { "ranking-lowest" } else { "ranking-highest" };
    let lead = say!(texts, id, name = name, measure = measure.as_str(), amount = amount);
    let mut page = Page::new(lead);
    if let (Some(total), true) = (ranking.total, ranking.rows.len() > 1) {
        let sum = ranking.rows.iter().map(|row| row.amount).sum::<f64>();
        let (n, all) = (ranking.rows.len(), ranking.ranked);
        if !ranking.lowest && total > 0.0 && n < all as usize {
            let share = texts.percent(sum / total);
            let total = pen.measured(total, ranking.measure);
            let who = ranked.as_str();
            page.paragraph(say!(
                texts,
                "ranking-together",
                n = n,
                share = share,
                total = total,
                all = all,
                who = who
            ));
        } else if !ranking.lowest && total > 0.0 {
            page.paragraph(say!(
                texts,
                "ranking-total",
                total = pen.measured(total, ranking.measure)
            ));
        }
    }
    let head = match ranking.entity {
        Entity::Customer => noun.one,
        entity => say!(texts, entity_id(entity)),
    };
    page.table(rank_table(pen, ranking, head, measure));
    page
}

/// That nothing happened in the period, and when something last did.
fn nothing(pen: &Pen<'_>, ranking: &Ranking) -> Page {
    let texts = pen.texts;
    let id = match ranking.measure {
        Measure::Revenue | Measure::Margin | Measure::Invoices => "nothing-invoices",
        Measure::Gifts => "nothing-gifts",
        Measure::AdSpend => "nothing-ad-spend",
        Measure::SupportCost | Measure::AcquisitionCost => "nothing-costs",
        Measure::Leads => "nothing-leads",
        _ => "nothing-income",
    };
    let who = pen.narrowed(&pen.noun_of(Some(&ranking.filter), []), 0, &[], &ranking.filter);
    let period = ranking.period.map(|period| texts.period(period));
    let period = period.unwrap_or_else(|| say!(texts, "last-twelve-months"));
    let mut page = Page::new(say!(texts, id, period = period, who = who));
    if let Some(day) = ranking.newest {
        page.paragraph(say!(texts, &format!("{id}.newest"), day = pen.date(day)));
    }
    page
}

fn rank_table(pen: &Pen<'_>, ranking: &Ranking, head: String, measure: String) -> Table {
    let texts = pen.texts;
    let mut table = Table::new([
        (say!(texts, "col-place"), Align::Right),
        (head, Align::Left),
        (measure, Align::Right),
        (say!(texts, "col-share"), Align::Right),
        (say!(texts, "col-customers"), Align::Right),
        (say!(texts, "col-type"), Align::Left),
        (say!(texts, "col-owner"), Align::Left),
    ]);
    let grouped = ranking.entity != Entity::Customer && ranking.measure != Measure::Customers;
    for (place, row) in (1_u32..).zip(&ranking.rows) {
        let card = row.card.as_ref();
        table.row([
            texts.count(place),
            row_name(pen, ranking.entity, row),
            pen.measured(row.amount, ranking.measure),
            pen.share(row.share),
            if grouped { texts.count(row.customers) } else { String::new() },
            card.map_or_else(String::new, |card| pen.type_name(card.customer_type)),
            pen.word(card.and_then(|card| card.owner.as_deref())),
        ]);
    }
    table.without_empty_columns(texts)
}

fn row_name(pen: &Pen<'_>, entity: Entity, row: &RankRow) -> String {
    match entity {
        Entity::Type => match CustomerType::from_id(&row.name) {
            Some(customer_type) => capital(&pen.texts.customer_type(customer_type)),
            None => capital(&pen.type_name(None)),
        },
        _ if row.name.is_empty() => group_without_name(pen, entity),
        _ => pen.name(&row.name),
    }
}

/// What those without a sector, owner, country or group are listed under.
pub(super) fn group_without_name(pen: &Pen<'_>, entity: Entity) -> String {
    capital(&say!(
        pen.texts,
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
pub(super) fn concentration(pen: &Pen<'_>, concentration: &Concentration) -> Page {
    let texts = pen.texts;
    let noun =
        pen.noun_of(Some(&concentration.filter), concentration.largest.iter().map(|(c, _)| c));
    let all = concentration.customers;
    let who = pen.narrowed(&noun, all, &[], &concentration.filter);
    if all == 0 || concentration.positive_value <= 0.0 {
        return Page::new(say!(texts, "concentration-none", who = who));
    }
    let some = concentration.of_all.is_some();
    let lead = if let Some((n, share)) = concentration.asked_top {
        let share = texts.percent(share);
        let who = pen.narrowed(&noun, 0, &[], &concentration.filter);
        let id = if some { "concentration-top.part" } else { "concentration-top" };
        say!(texts, id, n = n, who = who.as_str(), share = share)
    } else {
        let (share, n) = concentration.asked_share.unwrap_or((0.8, concentration.eighty));
        let part = texts.percent(f64::from(n) / f64::from(all));
        let share = texts.percent(share);
        let who = who.as_str();
        let id = if some { "concentration-lead.part" } else { "concentration-lead" };
        say!(texts, id, n = n, all = all, who = who, part = part, share = share)
    };
    let mut page = Page::new(lead);
    let total = pen.money(concentration.positive_value);
    page.paragraph(if let Some(share) = concentration.of_all.filter(|share| share.is_finite()) {
        let share = texts.percent(share);
        say!(texts, "concentration-part", who = who.as_str(), total = total, share = share)
    } else {
        say!(texts, "concentration-total", total = total)
    });
    let mut steps = Table::new([
        (say!(texts, "col-largest"), Align::Right),
        (say!(texts, "col-makes"), Align::Right),
    ]);
    for (customers, share) in &concentration.steps {
        steps.row([texts.count(*customers), texts.percent(*share)]);
    }
    page.table(steps);
    let mut largest = Table::new([
        (noun.head(), Align::Left),
        (say!(texts, "col-value"), Align::Right),
        (say!(texts, "col-share"), Align::Right),
        (say!(texts, "col-type"), Align::Left),
    ]);
    for (card, share) in &concentration.largest {
        let customer_type = pen.type_name(card.customer_type);
        largest.row([
            pen.name(&card.name),
            pen.amount(card.value),
            texts.percent(*share),
            customer_type,
        ]);
    }
    page.titled_table(say!(texts, "concentration-largest"), largest);
    page
}

/// Customers or groups side by side.
pub(super) fn comparison(pen: &Pen<'_>, comparison: &Comparison) -> Page {
    let texts = pen.texts;
    let names: Vec<_> = comparison.sides.iter().map(|side| side_name(pen, side)).collect();
    let mut page = Page::new(comparison_lead(pen, &comparison.sides, &names));
    page.table(sides(pen, &comparison.sides, &names));
    if comparison.sides.iter().any(|side| side.card.is_none()) {
        page.note(say!(texts, "comparison-means"));
    }
    page
}

fn side_name(pen: &Pen<'_>, side: &Side) -> String {
    let noun = pen.noun_of(side.filter.as_ref(), side.card.as_ref());
    match (&side.card, side.customer_type) {
        (Some(card), _) => pen.name(&card.name),
        (None, Some(customer_type)) => pen.of_type(customer_type, &noun, 0),
        (None, None) => {
            let filter = side.filter.clone().unwrap_or_default();
            pen.narrowed(&noun, 0, &[], &filter)
        }
    }
}

/// Who brings in most and who has most potential, where that can be said.
fn comparison_lead(pen: &Pen<'_>, sides: &[Side], names: &[String]) -> String {
    let texts = pen.texts;
    let starts_with_group = sides.first().is_some_and(|side| side.card.is_none());
    let side_by_side = || {
        let names = capital_if(starts_with_group, &texts.and(names));
        say!(texts, "comparison-lead", names = names)
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
    let (value, points) = (pen.money(value), pen.potential(Some(potential)));
    let plural = if sides.iter().any(|side| side.card.is_none()) { 2 } else { 1 };
    let most_name = capital_if(plural > 1, most_name);
    if most == best {
        say!(texts, "comparison-both", n = plural, name = most_name, value = value, points = points)
    } else {
        let best = best_name.as_str();
        say!(
            texts,
            "comparison-split",
            n = plural,
            name = most_name,
            value = value,
            other = best,
            points = points
        )
    }
}

/// A group's name starts a sentence with a capital; a customer's stays as it is.
fn capital_if(is_group: bool, name: &str) -> String {
    if is_group { capital(name) } else { name.to_owned() }
}

fn sides(pen: &Pen<'_>, sides: &[Side], names: &[String]) -> Table {
    let texts = pen.texts;
    let mut table = Table::of_columns(
        std::iter::once((String::new(), Align::Left))
            .chain(names.iter().map(|name| (name.clone(), Align::Right))),
    );
    let columns: Vec<_> = sides.iter().map(|side| side_cells(pen, side)).collect();
    for (row, id) in SIDE_ROWS.into_iter().enumerate() {
        let cells: Vec<String> =
            columns.iter().filter_map(|column| column.get(row).cloned()).collect();
        if cells.iter().any(|cell| !cell.is_empty() && *cell != texts.unknown()) {
            table.add(std::iter::once(capital(&say!(texts, id))).chain(cells));
        }
    }
    table
}

/// What is compared, in the order of [`side_cells`].
const SIDE_ROWS: [&str; 11] = [
    "col-customers",
    "col-type",
    "col-value",
    "col-potential",
    "row-revenue",
    "row-revenue-before",
    "row-acquisition",
    "row-support",
    "row-invoices",
    "row-days-to-pay",
    "col-owner",
];

fn side_cells(pen: &Pen<'_>, side: &Side) -> [String; 11] {
    let texts = pen.texts;
    let (customers, types) = match (&side.card, side.customer_type) {
        (Some(card), _) => (String::new(), pen.type_name(card.customer_type)),
        (None, Some(_)) => (texts.count(side.customers), String::new()),
        (None, None) => (texts.count(side.customers), pen.by_type(&side.counts, side.customers)),
    };
    let known = |number: Option<f64>| number.unwrap_or(f64::NAN);
    [
        customers,
        types,
        pen.amount(side.value),
        pen.potential(side.potential),
        pen.amount(side.revenue),
        pen.amount(side.revenue_before),
        pen.amount(side.acquisition_cost),
        pen.amount(side.support_cost),
        texts.number(known(side.invoices)),
        texts.days(known(side.days_to_pay)),
        pen.word(side.card.as_ref().and_then(|card| card.owner.as_deref())),
    ]
}
