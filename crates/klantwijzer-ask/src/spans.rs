//! Slots that depend on when, and on the order of the sentence.

use jiff::ToSpan;
use jiff::civil::Date;
use klantwijzer_core::period::{EARLIEST, Period};
use klantwijzer_core::types::CustomerType;

use crate::calendar::{day_of, whole_year};
use crate::concept::Concept;
use crate::periods::{When, WhenKind};
use crate::reading::{Item, Reading, Value};
use crate::slots::item_type;

/// All time up to a day.
pub(crate) const fn ever(today: Date) -> Period {
    Period { from: EARLIEST, to: today }
}

/// A length of time in days: "90 days", "two months".
pub(crate) fn days(reading: &Reading<'_>) -> Option<u32> {
    reading.whens().find_map(|when| match when.kind {
        WhenKind::Lasting(days) => Some(days),
        WhenKind::Span | WhenKind::Since => None,
    })
}

/// Since when.
pub(crate) fn since(reading: &Reading<'_>) -> Option<Date> {
    reading.whens().next().map(|when| when.period.from)
}

/// When somebody gave or bought, and when not any more. Without a word about
/// it: last calendar year, and this one up to today.
pub(crate) fn given_and_not(reading: &Reading<'_>, today: Date) -> (Period, Period) {
    let whens: Vec<&When> = reading.whens().collect();
    let this_year = Period::new(day_of(today.year(), 1, 1), today);
    match whens.as_slice() {
        [] => (year_before(this_year), this_year),
        [only] if only.period.to < today && said_since(reading) => {
            let after = only.period.to.saturating_add(1.day());
            (only.period, Period::new(after, today))
        }
        [only] => match only.kind {
            WhenKind::Span if only.period.from.month() == 1 && only.period.from.day() == 1 => {
                (year_before(only.period), only.period)
            }
            _ => (everything_before(only.period), only.period),
        },
        [first, second, ..] => {
            if denied(reading, first, second) {
                (second.period, first.period)
            } else {
                (first.period, second.period)
            }
        }
    }
}

/// Whether "since" stands by itself: since then.
fn said_since(reading: &Reading<'_>) -> bool {
    const SINCE: [&str; 8] =
        ["since", "sindsdien", "daarna", "afterwards", "erna", "thereafter", "sinds", "later"];
    let within = |at: usize| reading.whens().any(|when| when.range.contains(&at));
    let word = |at: usize| reading.forms.get(at).map_or("", |form| form.as_str());
    (0..reading.forms.len()).any(|at| {
        !within(at) && (SINCE.contains(&word(at)) || word(at) == "after" && word(at + 1) == "that")
    })
}

/// Words between what is said of one period and of the other.
const TURNS: [&str; 7] = ["but", "and", "maar", "en", "yet", "doch", "while"];

/// Whether "not" belongs to the first of two periods: it stands nearer to it,
/// and when it stands as near to both, the first is the later one.
fn denied(reading: &Reading<'_>, first: &When, second: &When) -> bool {
    let gap = |at: usize, when: &When| {
        if at < when.range.start {
            when.range.start - at
        } else {
            at + 1 - when.range.end.min(at + 1)
        }
    };
    let denials = || {
        let denying =
            |item: &&Item| item.concepts.has(Concept::Not) || item.concepts.has(Concept::Nothing);
        reading.items.iter().filter(denying).map(|item| item.range.start)
    };
    // "In 2024 but not in 2025": what comes after the turn is about the second.
    let turned = denials().any(|at| {
        let between = first.range.end..at;
        at < second.range.start
            && between.into_iter().any(|at| TURNS.contains(&reading.forms[at].as_str()))
    });
    if turned {
        return false;
    }
    let nearest = denials()
        .map(|at| (gap(at, first), gap(at, second)))
        .min_by_key(|(first, second)| *first.min(second));
    match nearest {
        Some((to_first, to_second)) if to_first != to_second => to_first < to_second,
        _ => first.period.from > second.period.from,
    }
}

fn year_before(period: Period) -> Period {
    whole_year(period.from.year().saturating_sub(1))
}

fn everything_before(period: Period) -> Period {
    Period::new(EARLIEST, period.from.saturating_sub(1.day()))
}

/// From which type to which: by the word before a type, by leaving it, or
/// first to second.
pub(crate) fn moved(reading: &Reading<'_>) -> (Option<CustomerType>, Option<CustomerType>) {
    let (mut from, mut to) = (None, None);
    let mut open = Vec::new();
    for (place, item) in reading.items.iter().enumerate() {
        let Some(customer_type) = item_type(item) else {
            continue;
        };
        let before: Vec<Concept> = reading.items[..place]
            .iter()
            .rev()
            .take_while(|item| item_type(item).is_none() && !matches!(item.value, Value::When(_)))
            .take(2)
            .flat_map(|item| {
                [Concept::To, Concept::Leave, Concept::From, Concept::Stop, Concept::Become]
                    .into_iter()
                    .filter(|concept| item.concepts.has(*concept))
            })
            .collect();
        match before.first() {
            Some(Concept::From | Concept::Leave | Concept::Stop) => from = Some(customer_type),
            Some(_) => to = Some(customer_type),
            None => open.push(customer_type),
        }
    }
    let leaving = reading.has_any(&[Concept::Leave, Concept::Lapsed, Concept::Stop, Concept::Not]);
    for customer_type in open {
        if from.is_none() && (leaving || to.is_some()) {
            from = Some(customer_type);
        } else if to.is_none() {
            to = Some(customer_type);
        } else if from.is_none() {
            from = to.replace(customer_type);
        }
    }
    (from, to)
}
