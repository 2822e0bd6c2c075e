//! What stands between a customer and another type.

use klantwijzer_answer::body::{Obstacle, Room, WhatIf, WhyNot};

use super::format::Formatter;
use super::page::{Page, Table, capital};
use super::why::{bars, decided, figures};
use crate::say;

/// Why a customer is not of a type.
pub(super) fn why_not(fmt: &Formatter<'_>, why_not: &WhyNot) -> Page {
    let breakdown = &why_not.breakdown;
    let card = &breakdown.card;
    let noun = fmt.noun(card.plugin.as_deref());
    let name = fmt.customer(card.no);
    let asked = fmt.is_type(why_not.asked, &noun);
    let not_asked = fmt.is_not_type(why_not.asked, &noun);
    let lead = match card.customer_type {
        _ if why_not.obstacles.is_empty() => {
            let figures = figures(fmt, breakdown);
            say!(fmt, "why-not-it-is", name, type = asked, figures)
        }
        Some(now) => {
            let now = fmt.is_type(now, &noun);
            say!(fmt, "why-not-lead", name, now, asked = not_asked)
        }
        None => say!(fmt, "why-not-untyped", name, asked = not_asked),
    };
    let mut page = Page::new(lead);
    page.bullets(why_not.obstacles.iter().map(|obstacle| stands_in_the_way(fmt, obstacle)));
    if card.customer_type.is_some() {
        page.paragraph(bars(fmt, breakdown));
    }
    page
}

/// An obstacle as it is.
fn stands_in_the_way(fmt: &Formatter<'_>, obstacle: &Obstacle) -> String {
    match *obstacle {
        Obstacle::ValueTooLow { value, needed: Some(needed) } => {
            let (value, needed) = fmt.apart(value, needed);
            say!(fmt, "obstacle-value-low", value, needed)
        }
        Obstacle::ValueTooLow { value, needed: None } => {
            say!(fmt, "obstacle-value-low-open", value = fmt.money(value))
        }
        Obstacle::ValueTooHigh { value, below: Some(below) } => {
            let (value, below) = fmt.apart(value, below);
            say!(fmt, "obstacle-value-high", value, below)
        }
        Obstacle::ValueTooHigh { value, below: None } => {
            say!(fmt, "obstacle-value-high-open", value = fmt.money(value))
        }
        Obstacle::PotentialTooLow { potential: Some(points), needed } => {
            let (points, needed) = (fmt.points(points), fmt.texts.number(needed));
            say!(fmt, "obstacle-potential-low", points, needed)
        }
        Obstacle::PotentialTooLow { potential: None, needed } => {
            say!(fmt, "obstacle-potential-unknown", needed = fmt.texts.number(needed))
        }
        Obstacle::PotentialTooHigh { potential, below } => {
            let (points, below) = (fmt.points(potential), fmt.texts.number(below));
            say!(fmt, "obstacle-potential-high", points, below)
        }
        Obstacle::Overridden => say!(fmt, "obstacle-overridden"),
        Obstacle::Waiting { since } => {
            say!(fmt, "obstacle-waiting", since = fmt.texts.date(since))
        }
        Obstacle::Unscored => say!(fmt, "obstacle-unscored"),
    }
}

/// What would make a customer another type.
pub(super) fn what_if(fmt: &Formatter<'_>, what_if: &WhatIf) -> Page {
    let breakdown = &what_if.breakdown;
    let noun = fmt.noun(breakdown.card.plugin.as_deref());
    let name = fmt.customer(breakdown.card.no);
    let target = fmt.is_type(what_if.target, &noun);
    if let (true, Some(decision)) = (what_if.obstacles.is_empty(), &breakdown.decision) {
        return Page::new(decided(fmt, breakdown, decision));
    }
    if what_if.obstacles.is_empty() {
        let figures = figures(fmt, breakdown);
        return Page::new(say!(fmt, "what-if-already", name, type = target, figures));
    }
    let changes: Vec<_> =
        what_if.obstacles.iter().filter_map(|obstacle| change(fmt, obstacle)).collect();
    let lead = if changes.is_empty() {
        say!(fmt, "what-if-no-change", name, type = target)
    } else {
        let changes = fmt.texts.and(&changes);
        say!(fmt, "what-if-lead", name, type = target, changes)
    };
    let mut page = Page::new(lead);
    page.bullets(what_if.obstacles.iter().map(|obstacle| stands_in_the_way(fmt, obstacle)));
    if wants_more_potential(&what_if.obstacles) {
        page.titled_table(say!(fmt, "what-if-room-title"), room(fmt, &what_if.room));
    }
    page
}

/// An obstacle as what has to change, in the words that the lead goes on with; `None` where
/// nothing can be done to it by numbers.
fn change(fmt: &Formatter<'_>, obstacle: &Obstacle) -> Option<String> {
    Some(match *obstacle {
        Obstacle::ValueTooLow { value, needed: Some(needed) } => {
            say!(fmt, "change-value-up", more = fmt.money(needed - value))
        }
        Obstacle::ValueTooHigh { value, below: Some(below) } => {
            say!(fmt, "change-value-down", less = fmt.money(value - below))
        }
        Obstacle::PotentialTooLow { potential: Some(points), needed } => {
            say!(fmt, "change-potential-up", points = fmt.points_more(needed - points))
        }
        Obstacle::PotentialTooLow { potential: None, needed } => {
            say!(fmt, "change-potential-to", needed = fmt.texts.number(needed))
        }
        Obstacle::PotentialTooHigh { potential, below } => {
            say!(fmt, "change-potential-down", points = fmt.points_more(potential - below))
        }
        Obstacle::ValueTooLow { needed: None, .. }
        | Obstacle::ValueTooHigh { below: None, .. }
        | Obstacle::Overridden
        | Obstacle::Waiting { .. }
        | Obstacle::Unscored => return None,
    })
}

fn wants_more_potential(obstacles: &[Obstacle]) -> bool {
    obstacles.iter().any(|obstacle| matches!(obstacle, Obstacle::PotentialTooLow { .. }))
}

fn room(fmt: &Formatter<'_>, room: &[Room]) -> Table {
    let texts = fmt.texts;
    Table::of(room)
        .left(say!(fmt, "col-potential-part"), |part| capital(&fmt.label(&part.label)))
        .right(say!(fmt, "col-could-add"), |part| {
            say!(fmt, "format-points-more", points = texts.number(part.points))
        })
        .left(say!(fmt, "col-find-out"), |part| {
            if part.unknown.is_empty() { String::new() } else { fmt.facts(&part.unknown) }
        })
        .without_empty_columns(texts)
}
