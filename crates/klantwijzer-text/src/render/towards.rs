//! What stands between a customer and another type.

use klantwijzer_answer::body::{Obstacle, Room, WhatIf, WhyNot};

use super::page::{Align, Page, Table, capital};
use super::pen::Pen;
use super::why::{bars, decided, figures};
use crate::say;

/// Why a customer is not of a type.
pub(super) fn why_not(pen: &Pen<'_>, why_not: &WhyNot) -> Page {
    let (texts, breakdown) = (pen.texts, &why_not.breakdown);
    let card = &breakdown.card;
    let noun = pen.noun(card.plugin.as_deref());
    let name = pen.name(&card.name);
    let asked = pen.is_type(why_not.asked, &noun);
    let not_asked = pen.is_not_type(why_not.asked, &noun);
    let lead = match card.customer_type {
        _ if why_not.obstacles.is_empty() => {
            let figures = figures(pen, breakdown);
            say!(texts, "why-not-it-is", name = name, type = asked, figures = figures)
        }
        Some(now) => {
            let now = pen.is_type(now, &noun);
            say!(texts, "why-not-lead", name = name, now = now, asked = not_asked)
        }
        None => say!(texts, "why-not-untyped", name = name, asked = not_asked),
    };
    let mut page = Page::new(lead);
    page.bullets(why_not.obstacles.iter().map(|obstacle| stands_in_the_way(pen, obstacle)));
    if card.customer_type.is_some() {
        page.paragraph(bars(pen, breakdown));
    }
    page
}

/// An obstacle as it is.
fn stands_in_the_way(pen: &Pen<'_>, obstacle: &Obstacle) -> String {
    let texts = pen.texts;
    match *obstacle {
        Obstacle::ValueTooLow { value, needed: Some(needed) } => {
            let (value, needed) = pen.apart(value, needed);
            say!(texts, "obstacle-value-low", value = value, needed = needed)
        }
        Obstacle::ValueTooLow { value, needed: None } => {
            say!(texts, "obstacle-value-low-open", value = pen.money(value))
        }
        Obstacle::ValueTooHigh { value, below: Some(below) } => {
            let (value, below) = pen.apart(value, below);
            say!(texts, "obstacle-value-high", value = value, below = below)
        }
        Obstacle::ValueTooHigh { value, below: None } => {
            say!(texts, "obstacle-value-high-open", value = pen.money(value))
        }
        Obstacle::PotentialTooLow { potential: Some(points), needed } => {
            let (points, needed) = (pen.points(points, needed), texts.number(needed));
            say!(texts, "obstacle-potential-low", points = points, needed = needed)
        }
        Obstacle::PotentialTooLow { potential: None, needed } => {
            say!(texts, "obstacle-potential-unknown", needed = texts.number(needed))
        }
        Obstacle::PotentialTooHigh { potential, below } => {
            let (points, below) = (pen.points(potential, below), texts.number(below));
            say!(texts, "obstacle-potential-high", points = points, below = below)
        }
        Obstacle::Overridden => say!(texts, "obstacle-overridden"),
        Obstacle::Waiting { since } => {
            say!(texts, "obstacle-waiting", since = pen.date(since))
        }
        Obstacle::Unscored => say!(texts, "obstacle-unscored"),
    }
}

/// What would make a customer another type.
pub(super) fn what_if(pen: &Pen<'_>, what_if: &WhatIf) -> Page {
    let (texts, breakdown) = (pen.texts, &what_if.breakdown);
    let noun = pen.noun(breakdown.card.plugin.as_deref());
    let name = pen.name(&breakdown.card.name);
    let target = pen.is_type(what_if.target, &noun);
    if let (true, Some(decision)) = (what_if.obstacles.is_empty(), &breakdown.decision) {
        return Page::new(decided(pen, breakdown, decision));
    }
    if what_if.obstacles.is_empty() {
        let figures = figures(pen, breakdown);
        return Page::new(
            say!(texts, "what-if-already", name = name, type = target, figures = figures),
        );
    }
    let changes: Vec<_> =
        what_if.obstacles.iter().filter_map(|obstacle| change(pen, obstacle)).collect();
    let lead = if changes.is_empty() {
        say!(texts, "what-if-no-change", name = name, type = target)
    } else {
        let changes = texts.and(&changes);
        say!(texts, "what-if-lead", name = name, type = target, changes = changes)
    };
    let mut page = Page::new(lead);
    page.bullets(what_if.obstacles.iter().map(|obstacle| stands_in_the_way(pen, obstacle)));
    if wants_more_potential(&what_if.obstacles) {
        page.titled_table(say!(texts, "what-if-room-title"), room(pen, &what_if.room));
    }
    page
}

/// An obstacle as what has to change, to stand after "has to"; `None` where
/// nothing can be done to it by numbers.
fn change(pen: &Pen<'_>, obstacle: &Obstacle) -> Option<String> {
    let texts = pen.texts;
    Some(match *obstacle {
        Obstacle::ValueTooLow { value, needed: Some(needed) } => {
            say!(texts, "change-value-up", more = pen.money(needed - value))
        }
        Obstacle::ValueTooHigh { value, below: Some(below) } => {
            say!(texts, "change-value-down", less = pen.money(value - below))
        }
        Obstacle::PotentialTooLow { potential: Some(points), needed } => {
            // Rounded up, so that following the advice is enough.
            say!(texts, "change-potential-up", n = (needed - points).ceil())
        }
        Obstacle::PotentialTooLow { potential: None, needed } => {
            say!(texts, "change-potential-to", needed = texts.number(needed))
        }
        Obstacle::PotentialTooHigh { potential, below } => {
            say!(texts, "change-potential-down", n = (potential - below).floor() + 1.0)
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

fn room(pen: &Pen<'_>, room: &[Room]) -> Table {
    let texts = pen.texts;
    let mut table = Table::new([
        (say!(texts, "col-potential-part"), Align::Left),
        (say!(texts, "col-could-add"), Align::Right),
        (say!(texts, "col-find-out"), Align::Left),
    ]);
    for Room { label, points, unknown } in room {
        let points = say!(texts, "format-points-more", points = texts.number(*points));
        let unknown = if unknown.is_empty() { String::new() } else { pen.facts(unknown) };
        table.row([capital(&pen.label(label)), points, unknown]);
    }
    table.without_empty_columns(texts)
}
