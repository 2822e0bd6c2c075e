//! Lists of customers: by type, who moved, who lapsed.

use klantwijzer_answer::body::{Card, CustomerList, Lapsed, Move, Moved, Note};
use klantwijzer_answer::query::Measure;
use klantwijzer_core::review::Doubt;

use super::page::{Align, Page, Table};
use super::pen::{Pen, telling};
use crate::say;
use crate::texts::terms::{doubt_id, measure_id};

/// Customers of a type.
pub(super) fn customers(pen: &Pen<'_>, list: &CustomerList, notes: &[Note]) -> Page {
    let texts = pen.texts;
    let noun = pen.noun_of(Some(&list.filter), &list.customers);
    let who = pen.narrowed(&noun, list.total, &list.types, &list.filter);
    if list.total == 0 {
        // Whoever asked for everybody must not read that the book is empty.
        if list.types.is_empty() && list.filter.is_open() {
            return Page::new(say!(texts, "list-untyped"));
        }
        let mut page = Page::new(say!(texts, "list-none", who = who));
        page.paragraph(say!(texts, "list-none-hint"));
        return page;
    }
    let provisional = notes.iter().find_map(|note| match note {
        Note::Provisional { customers, .. } => Some(*customers),
        _ => None,
    });
    let lead = if let [_] = list.types.as_slice() {
        match provisional.unwrap_or(0) {
            all if all == list.total && all > 1 => {
                say!(texts, "list-one-type-all", n = list.total, who = who)
            }
            some => say!(texts, "list-one-type", n = list.total, who = who, provisional = some),
        }
    } else {
        let everybody = pen.narrowed(&noun, list.total, &[], &list.filter);
        let types = pen.by_type(&asked_counts(list), list.total);
        let lead = say!(texts, "list-types", n = list.total, who = everybody, types = types);
        match provisional.unwrap_or(0) {
            0 => lead,
            all if all == list.total => {
                format!("{lead} {}", say!(texts, "list-all-provisional", n = all))
            }
            some => format!("{lead} {}", say!(texts, "list-some-provisional", n = some)),
        }
    };
    let mut page = Page::new(lead);
    if list.sort != Measure::Value && list.customers.len() > 1 {
        page.paragraph(say!(texts, "list-sorted", measure = say!(texts, measure_id(list.sort))));
    }
    cards(pen, &mut page, &list.customers, list.types.len() != 1);
    page
}

/// How many there are of each type that was asked about.
fn asked_counts(list: &CustomerList) -> [u32; 4] {
    let mut counts = list.counts;
    for (index, count) in counts.iter_mut().enumerate() {
        let asked = list.types.is_empty() || list.types.iter().any(|t| *t as usize == index);
        if !asked {
            *count = 0;
        }
    }
    counts
}

/// Adds a table of customers, with their types where those differ, and under it
/// the doubts that they share.
pub(super) fn cards(pen: &Pen<'_>, page: &mut Page, cards: &[Card], with_type: bool) {
    let texts = pen.texts;
    let noun = pen.noun_of(None, cards);
    let mut table = Table::new([
        (noun.head(), Align::Left),
        (say!(texts, "col-type"), Align::Left),
        (say!(texts, "col-value"), Align::Right),
        (say!(texts, "col-potential"), Align::Right),
        (say!(texts, "col-owner"), Align::Left),
        (say!(texts, "col-remark"), Align::Left),
    ]);
    let shared = shared_doubts(cards);
    for card in cards {
        table.row([
            pen.name(&card.name),
            if with_type { pen.type_name(card.customer_type) } else { String::new() },
            pen.amount(card.value),
            pen.potential(card.potential),
            pen.word(card.owner.as_deref()),
            remark(pen, card, &shared),
        ]);
    }
    page.table(table.without_empty_columns(texts));
    if !shared.is_empty() {
        let sentence = |doubt: &Doubt| {
            let id = doubt_id(*doubt);
            let of_one = cards.len() == 1;
            say!(texts, &if of_one { format!("{id}.because") } else { format!("{id}.all") })
        };
        let sentences: Vec<_> = shared.iter().map(sentence).collect();
        page.paragraph(sentences.join(" "));
    }
}

/// The doubts about the types of all of these customers. Where a person gave a
/// type, there is no doubt about it.
fn shared_doubts(cards: &[Card]) -> Vec<Doubt> {
    let mut by_model = cards.iter().filter(|card| card.model_type.is_none());
    let Some(first) = by_model.next() else { return Vec::new() };
    let rest: Vec<_> = by_model.collect();
    let has = |card: &Card, doubt| telling(card.provisional).any(|each| each == doubt);
    telling(first.provisional).filter(|doubt| rest.iter().all(|card| has(card, *doubt))).collect()
}

/// What is special about a customer's type beside the doubts that all share;
/// empty when nothing is.
fn remark(pen: &Pen<'_>, card: &Card, shared: &[Doubt]) -> String {
    let texts = pen.texts;
    let mut remarks = Vec::new();
    let own: Vec<_> = telling(card.provisional)
        .filter(|doubt| !shared.contains(doubt))
        .map(|doubt| say!(texts, doubt_id(doubt)))
        .collect();
    if let Some(model) = card.model_type {
        remarks.push(say!(texts, "remark-override", type = texts.customer_type(model)));
    } else if !own.is_empty() {
        let doubts = texts.commas(&own);
        // Where all types are provisional, the lead and the line below say so.
        let all = !shared.is_empty();
        remarks.push(if all { doubts } else { say!(texts, "remark-provisional", doubts = doubts) });
    }
    if let Some(pending) = card.pending {
        remarks.push(say!(texts, "remark-pending", type = texts.customer_type(pending.to)));
    }
    if let Some(kept) = &card.kept {
        remarks.push(say!(texts, "remark-kept", day = pen.date(kept.scored_on)));
    }
    texts.commas(&remarks)
}

/// Who changed type.
pub(super) fn moved(pen: &Pen<'_>, moved: &Moved) -> Page {
    let texts = pen.texts;
    let to = pen.date(moved.to_review);
    let Some(from) = moved.from_review.map(|day| pen.date(day)) else {
        return Page::new(say!(texts, "moved-none-first", to = to));
    };
    if moved.total == 0 {
        let one_move = moved.from.is_some() || moved.to.is_some();
        let id = if one_move { "moved-none.such" } else { "moved-none" };
        return Page::new(say!(texts, id, from = from, to = to));
    }
    let noun = pen.noun_of(None, moved.rows.iter().map(|row| &row.card));
    let mut page = Page::new(say!(
        texts,
        "moved-lead",
        n = moved.total,
        one = noun.one.as_str(),
        many = noun.many.as_str(),
        from = from,
        to = to
    ));
    if let Some(summary) = directions(pen, moved) {
        page.paragraph(summary);
    }
    for (only, id) in [(moved.from, "moved-from"), (moved.to, "moved-to")] {
        if let Some(only) = only {
            page.paragraph(say!(texts, id, type = pen.is_type(only, &noun)));
        }
    }
    let mut table = Table::new([
        (noun.head(), Align::Left),
        (say!(texts, "col-from"), Align::Left),
        (say!(texts, "col-to"), Align::Left),
        (say!(texts, "col-value-before"), Align::Right),
        (say!(texts, "col-value"), Align::Right),
        (say!(texts, "col-owner"), Align::Left),
    ]);
    for row in &moved.rows {
        table.row([
            pen.name(&row.card.name),
            pen.type_name(row.from),
            pen.type_name(row.to),
            pen.amount(row.value_before),
            pen.amount(row.card.value),
            pen.word(row.card.owner.as_deref()),
        ]);
    }
    page.table(table.without_empty_columns(texts));
    page
}

/// How many moved which way; `None` unless all moves are listed.
fn directions(pen: &Pen<'_>, moved: &Moved) -> Option<String> {
    if moved.rows.len() != moved.total as usize || moved.total < 2 {
        return None;
    }
    let count = |is: fn(&Move) -> bool| moved.rows.iter().filter(|row| is(row)).count();
    // The types are in order of the attention that they deserve.
    let parts: Vec<_> = [
        ("moved-up", count(|m| m.from.zip(m.to).is_some_and(|(from, to)| to < from))),
        ("moved-down", count(|m| m.from.zip(m.to).is_some_and(|(from, to)| to > from))),
        ("moved-new", count(|m| m.from.is_none())),
        ("moved-gone", count(|m| m.from.is_some() && m.to.is_none())),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(id, n)| say!(pen.texts, id, n = n))
    .collect();
    Some(say!(pen.texts, "moved-summary", parts = pen.texts.and(&parts)))
}

/// Who bought or gave then and not now.
pub(super) fn lapsed(pen: &Pen<'_>, lapsed: &Lapsed) -> Page {
    let texts = pen.texts;
    let (gave, not) = (texts.period(lapsed.gave), texts.period(lapsed.not));
    if lapsed.then == 0 {
        return Page::new(say!(texts, "lapsed-nobody", gave = gave));
    }
    if lapsed.total == 0 {
        return Page::new(say!(texts, "lapsed-none", gave = gave, not = not));
    }
    let noun = pen.noun_of(None, lapsed.rows.iter().map(|(card, _)| card));
    let mut page = Page::new(say!(
        texts,
        "lapsed-lead",
        n = lapsed.total,
        one = noun.one.as_str(),
        many = noun.many.as_str(),
        gave = gave,
        not = not,
        amount = pen.exact(lapsed.amount)
    ));
    if lapsed.rows.len() > 1 {
        page.paragraph(say!(texts, "lapsed-advice"));
    }
    let mut table = Table::new([
        (noun.head(), Align::Left),
        (say!(texts, "col-brought"), Align::Right),
        (say!(texts, "col-type"), Align::Left),
        (say!(texts, "col-owner"), Align::Left),
    ]);
    for (card, amount) in &lapsed.rows {
        table.row([
            pen.name(&card.name),
            pen.exact(*amount),
            pen.type_name(card.customer_type),
            pen.word(card.owner.as_deref()),
        ]);
    }
    page.table(table.without_empty_columns(texts));
    page
}
