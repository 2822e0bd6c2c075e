//! Lists of customers: by type, who moved, who lapsed.

use klantwijzer_answer::body::{Card, CustomerList, Lapsed, Move, Moved, Note};
use klantwijzer_answer::query::Measure;
use klantwijzer_core::review::Doubt;

use super::format::{Formatter, telling};
use super::page::{Page, Table};
use crate::say;
use crate::texts::terms::{doubt_id, measure_id};

/// Customers of a type.
pub(super) fn customers(fmt: &Formatter<'_>, list: &CustomerList, notes: &[Note]) -> Page {
    let noun = fmt.noun_of(Some(&list.filter), &list.customers);
    let who = fmt.narrowed(&noun, list.total, &list.types, &list.filter);
    if list.total == 0 {
        // Whoever asked for everybody must not read that the book is empty.
        let typed: u32 = list.counts.iter().sum();
        if list.filter.is_open() && (typed == 0 || list.types.is_empty()) {
            return Page::new(say!(fmt, "list-untyped"));
        }
        let mut page = Page::new(say!(fmt, "list-none", who));
        let hint = if list.filter.is_open() { "list-none-of-type" } else { "list-none-hint" };
        page.paragraph(say!(fmt, hint));
        return page;
    }
    let provisional = notes.iter().find_map(|note| match note {
        Note::Provisional { customers, .. } => Some(*customers),
        _ => None,
    });
    let lead = if let [_] = list.types.as_slice() {
        match provisional.unwrap_or(0) {
            all if all == list.total && all > 1 => {
                say!(fmt, "list-one-type-all", n = list.total, who)
            }
            some => say!(fmt, "list-one-type", n = list.total, who, provisional = some),
        }
    } else {
        let everybody = fmt.narrowed(&noun, list.total, &[], &list.filter);
        let types = fmt.by_type(&asked_counts(list), list.total);
        let lead = say!(fmt, "list-types", n = list.total, who = everybody, types);
        match provisional.unwrap_or(0) {
            0 => lead,
            all if all == list.total => {
                format!("{lead} {}", say!(fmt, "list-all-provisional", n = all))
            }
            some => format!("{lead} {}", say!(fmt, "list-some-provisional", n = some)),
        }
    };
    let mut page = Page::new(lead);
    if list.sort != Measure::Value && list.customers.len() > 1 {
        page.paragraph(say!(fmt, "list-sorted", measure = say!(fmt, measure_id(list.sort))));
    }
    cards(fmt, &mut page, &list.customers, list.types.len() != 1);
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
pub(super) fn cards(fmt: &Formatter<'_>, page: &mut Page, cards: &[Card], with_type: bool) {
    let noun = fmt.noun_of(None, cards);
    let shared = shared_doubts(cards);
    page.table(
        Table::of(cards)
            .left(noun.head(), |card| fmt.customer(card.no))
            .left(say!(fmt, "col-type"), |card| {
                if with_type { fmt.type_name(card.customer_type) } else { String::new() }
            })
            .right(say!(fmt, "col-value"), |card| fmt.amount(card.value))
            .right(say!(fmt, "col-potential"), |card| fmt.potential(card.potential))
            .left(say!(fmt, "col-owner"), |card| fmt.word(card.owner.as_deref()))
            .left(say!(fmt, "col-remark"), |card| remark(fmt, card, &shared))
            .without_empty_columns(fmt.texts),
    );
    if !shared.is_empty() {
        let sentence = |doubt: &Doubt| {
            let id = doubt_id(*doubt);
            let of_one = cards.len() == 1;
            say!(fmt, &if of_one { format!("{id}.because") } else { format!("{id}.all") })
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
fn remark(fmt: &Formatter<'_>, card: &Card, shared: &[Doubt]) -> String {
    let mut remarks = Vec::new();
    let own: Vec<_> = telling(card.provisional)
        .filter(|doubt| !shared.contains(doubt))
        .map(|doubt| say!(fmt, doubt_id(doubt)))
        .collect();
    if let Some(model) = card.model_type {
        remarks.push(say!(fmt, "remark-override", type = fmt.texts.customer_type(model)));
    } else if !own.is_empty() {
        let doubts = fmt.texts.commas(&own);
        // Where all types are provisional, the lead and the line below say so.
        let all = !shared.is_empty();
        remarks.push(if all { doubts } else { say!(fmt, "remark-provisional", doubts) });
    }
    if let Some(pending) = card.pending {
        remarks.push(say!(fmt, "remark-pending", type = fmt.texts.customer_type(pending.to)));
    }
    if let Some(kept) = &card.kept {
        remarks.push(say!(fmt, "remark-kept", day = fmt.texts.date(kept.scored_on)));
    }
    fmt.texts.commas(&remarks)
}

/// Who changed type.
pub(super) fn moved(fmt: &Formatter<'_>, moved: &Moved) -> Page {
    let to = fmt.texts.date(moved.to_review);
    let Some(from) = moved.from_review.map(|day| fmt.texts.date(day)) else {
        return Page::new(say!(fmt, "moved-none-first", to));
    };
    if moved.total == 0 {
        let one_move = moved.from.is_some() || moved.to.is_some();
        let id = if one_move { "moved-none.such" } else { "moved-none" };
        return Page::new(say!(fmt, id, from, to));
    }
    let noun = fmt.noun_of(None, moved.rows.iter().map(|row| &row.card));
    let mut page = Page::new(say!(
        fmt,
        "moved-lead",
        n = moved.total,
        one = noun.one.as_str(),
        many = noun.many.as_str(),
        from,
        to
    ));
    if let Some(summary) = directions(fmt, moved) {
        page.paragraph(summary);
    }
    for (only, id) in [(moved.from, "moved-from"), (moved.to, "moved-to")] {
        if let Some(only) = only {
            page.paragraph(say!(fmt, id, type = fmt.is_type(only, &noun)));
        }
    }
    page.table(
        Table::of(&moved.rows)
            .left(noun.head(), |row| fmt.customer(row.card.no))
            .left(say!(fmt, "col-from"), |row| fmt.type_name(row.from))
            .left(say!(fmt, "col-to"), |row| fmt.type_name(row.to))
            .right(say!(fmt, "col-value-before"), |row| fmt.amount(row.value_before))
            .right(say!(fmt, "col-value"), |row| fmt.amount(row.card.value))
            .left(say!(fmt, "col-owner"), |row| fmt.word(row.card.owner.as_deref()))
            .without_empty_columns(fmt.texts),
    );
    page
}

/// How many moved which way; `None` unless all moves are listed.
fn directions(fmt: &Formatter<'_>, moved: &Moved) -> Option<String> {
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
    .map(|(id, n)| say!(fmt, id, n))
    .collect();
    Some(say!(fmt, "moved-summary", parts = fmt.texts.and(&parts)))
}

/// Who bought or gave then and not now.
pub(super) fn lapsed(fmt: &Formatter<'_>, lapsed: &Lapsed) -> Page {
    let texts = fmt.texts;
    let (gave, not) = (texts.period(lapsed.gave), texts.period(lapsed.not));
    if lapsed.then == 0 {
        return Page::new(say!(fmt, "lapsed-nobody", gave));
    }
    if lapsed.total == 0 {
        return Page::new(say!(fmt, "lapsed-none", gave, not));
    }
    let noun = fmt.noun_of(None, lapsed.rows.iter().map(|(card, _)| card));
    let mut page = Page::new(say!(
        fmt,
        "lapsed-lead",
        n = lapsed.total,
        one = noun.one.as_str(),
        many = noun.many.as_str(),
        gave,
        not,
        amount = fmt.exact(lapsed.amount)
    ));
    if lapsed.rows.len() > 1 {
        page.paragraph(say!(fmt, "lapsed-advice"));
    }
    page.table(
        Table::of(&lapsed.rows)
            .left(noun.head(), |(card, _)| fmt.customer(card.no))
            .right(say!(fmt, "col-brought"), |(_, amount)| fmt.exact(*amount))
            .left(say!(fmt, "col-type"), |(card, _)| fmt.type_name(card.customer_type))
            .left(say!(fmt, "col-owner"), |(card, _)| fmt.word(card.owner.as_deref()))
            .without_empty_columns(texts),
    );
    page
}
