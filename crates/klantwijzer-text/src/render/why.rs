//! Why a customer has its type.

use klantwijzer_answer::body::{Breakdown, Lack, PotentialFactor};
use klantwijzer_core::review::{Override, Unscored};

use super::format::{Formatter, telling};
use super::notes;
use super::noun::Noun;
use super::page::{Page, Table, capital};
use crate::say;
use crate::texts::terms::{doubt_id, wish_setting_id};

/// The recorded breakdown of a customer's type.
pub(super) fn why(fmt: &Formatter<'_>, breakdown: &Breakdown) -> Page {
    let mut page = Page::new(lead(fmt, breakdown));
    reasons(fmt, breakdown, &mut page);
    page
}

/// The type with its two figures in a sentence, or why there is none.
fn lead(fmt: &Formatter<'_>, breakdown: &Breakdown) -> String {
    let card = &breakdown.card;
    let name = fmt.customer(card.no);
    if breakdown.no_money {
        return say!(fmt, "why-no-money", name);
    }
    if let Some(decision) = &breakdown.decision {
        return decided(fmt, breakdown, decision);
    }
    if let Some(unscored) = breakdown.unscored {
        let why = unscored_because(fmt, unscored, breakdown);
        return say!(fmt, "why-unscored", name, why);
    }
    let Some(customer_type) = card.customer_type else {
        return say!(fmt, "why-no-review", name);
    };
    let noun = fmt.noun(card.plugin.as_deref());
    let figures = figures(fmt, breakdown);
    let is = fmt.is_type(customer_type, &noun);
    let is = if card.provisional.any() { say!(fmt, "why-provisionally", type = is) } else { is };
    let is = corrected(fmt, breakdown, is, &noun);
    say!(fmt, "why-lead", name, type = is, figures)
}

/// What a customer is, said against what the question took for granted: "not
/// strategic but large".
fn corrected(fmt: &Formatter<'_>, breakdown: &Breakdown, is: String, noun: &Noun) -> String {
    match breakdown.wrongly_claimed {
        Some(claimed) => {
            say!(fmt, "why-not-but", not = fmt.is_not_type(claimed, noun), type = is)
        }
        None => is,
    }
}

/// What it brings in and what its potential is: "it brings in $41,210 a year,
/// 3rd of 89 customers, and its potential is 71 of 100 (on 4 of 6 parts)".
pub(super) fn figures(fmt: &Formatter<'_>, breakdown: &Breakdown) -> String {
    let value = match (breakdown.card.value, breakdown.rank) {
        (None, _) => say!(fmt, "why-value-unknown"),
        (Some(value), Some(_)) if breakdown.ranked == 1 => {
            let who = ranked_among(fmt, breakdown, 1);
            say!(fmt, "why-value-only", value = fmt.money(value), who)
        }
        (Some(value), Some(rank)) => {
            let place = say!(fmt, "format-place", n = rank);
            let (n, who) = (breakdown.ranked, ranked_among(fmt, breakdown, breakdown.ranked));
            say!(fmt, "why-value-ranked", value = fmt.money(value), place, n, who)
        }
        (Some(value), None) => say!(fmt, "why-value", value = fmt.money(value)),
    };
    let potential = if let Some(points) = breakdown.card.potential {
        let points = fmt.points(points);
        let parts = || countable(breakdown);
        let (known, all) = (parts().filter(|part| part.points.is_some()).count(), parts().count());
        if known < all {
            say!(fmt, "why-potential-parts", points, known, all)
        } else {
            say!(fmt, "why-potential", points)
        }
    } else {
        say!(fmt, "why-potential-unknown")
    };
    fmt.texts.and(&[value, potential])
}

/// The parts of the potential that can be known: without those on which the team
/// wishes nothing of its ideal customer.
fn countable(breakdown: &Breakdown) -> impl Iterator<Item = &PotentialFactor> {
    let parts = breakdown.potential_factors.iter();
    parts.filter(|part| !matches!(part.lack, Some(Lack::Wish { .. })))
}

/// The word for `n` of those that a customer is ranked among: with the name of
/// their group, where the word alone would mean everybody in the book.
fn ranked_among(fmt: &Formatter<'_>, breakdown: &Breakdown, n: u32) -> String {
    let plugin = breakdown.card.plugin.as_deref();
    let noun = fmt.noun(plugin);
    let who = noun.of(n);
    let means_everybody = breakdown.groups > 1 && noun == fmt.noun(None);
    match plugin.and_then(|id| fmt.names.sector(id)).filter(|_| means_everybody) {
        Some(group) => say!(fmt, "in-group", who, group = fmt.label(group)),
        None => who.to_owned(),
    }
}

pub(super) fn decided(fmt: &Formatter<'_>, breakdown: &Breakdown, decision: &Override) -> String {
    let card = &breakdown.card;
    let noun = fmt.noun(card.plugin.as_deref());
    let is = corrected(fmt, breakdown, fmt.is_type(decision.customer_type, &noun), &noun);
    say!(
        fmt,
        "why-decided",
        name = fmt.customer(card.no),
        type = is,
        by = fmt.name(&decision.by),
        reason = fmt.free(&decision.reason),
        given = fmt.texts.date(decision.given_on),
        until = fmt.texts.date(decision.until)
    )
}

fn unscored_because(fmt: &Formatter<'_>, unscored: Unscored, breakdown: &Breakdown) -> String {
    match unscored {
        Unscored::NoPlugin => {
            let id = breakdown.card.plugin.as_deref();
            let missing = id.map(|id| say!(fmt, "unscored-plugin-missing", plugin = fmt.name(id)));
            missing.unwrap_or_else(|| say!(fmt, "unscored-no-plugin"))
        }
        Unscored::PluginFailed => {
            let words = fmt.free(breakdown.failure.as_deref().unwrap_or_default());
            say!(fmt, "unscored-failed", words)
        }
        Unscored::FactUnknown(_) => match breakdown.fill_in.as_slice() {
            [] => say!(fmt, "unscored-fact-some"),
            facts => say!(fmt, "unscored-fact", facts = fmt.facts(facts)),
        },
        Unscored::NotFinite => say!(fmt, "unscored-not-finite"),
        Unscored::ValueUnknown => say!(fmt, "unscored-value-unknown"),
    }
}

/// Everything that the type rests on.
fn reasons(fmt: &Formatter<'_>, breakdown: &Breakdown, page: &mut Page) {
    if breakdown.card.customer_type.is_some() {
        if let Some(kept) = &breakdown.card.kept {
            let (day, why) = (fmt.texts.date(kept.scored_on), notes::out(fmt, kept));
            page.paragraph(say!(fmt, "why-kept", day, why));
        }
        model_beside_decision(fmt, breakdown, page);
        page.paragraph(bars(fmt, breakdown));
        doubts(fmt, breakdown, page);
    }
    page.titled_table(say!(fmt, "why-value-title"), value_parts(fmt, breakdown));
    page.titled_table(say!(fmt, "why-potential-title"), potential_parts(fmt, breakdown));
    for part in &breakdown.potential_factors {
        if let Some(Lack::Wish { criterion }) = part.lack {
            let part = capital(&fmt.label(&part.label));
            let setting = say!(fmt, wish_setting_id(criterion));
            page.paragraph(say!(fmt, "why-no-wish", part, setting));
        }
    }
    let facts = Table::of(&breakdown.facts)
        .left(say!(fmt, "col-fact"), |line| capital(&fmt.fact(&line.fact)))
        .right(say!(fmt, "col-known"), |line| fmt.fact_value(line.value, line.unit))
        .table();
    let typed = breakdown.card.customer_type.is_some();
    // A score that is kept rests on what was known then.
    let title =
        if typed && breakdown.card.kept.is_none() { "why-facts-title" } else { "why-known-title" };
    page.titled_table(say!(fmt, title), facts);
    let plugin = breakdown.card.plugin.as_deref().filter(|_| typed);
    if let Some(sector) = plugin.and_then(|id| fmt.names.sector(id)) {
        let sector = fmt.label(sector);
        let version = breakdown.plugin_version.as_str();
        page.note(say!(fmt, "why-scored-by", sector, version));
    }
}

/// What the model itself says, where a person decided otherwise.
fn model_beside_decision(fmt: &Formatter<'_>, breakdown: &Breakdown, page: &mut Page) {
    let card = &breakdown.card;
    if breakdown.decision.is_none() {
        return;
    }
    if let Some(model) = card.model_type {
        let noun = fmt.noun(card.plugin.as_deref());
        let (model, figures) = (fmt.is_type(model, &noun), figures(fmt, breakdown));
        page.paragraph(say!(fmt, "why-model-says", type = model, figures));
    }
}

/// From where on value and potential are high, and for whom.
pub(super) fn bars(fmt: &Formatter<'_>, breakdown: &Breakdown) -> String {
    let bars = both_bars(fmt, breakdown);
    if breakdown.groups < 2 || breakdown.high_value_from.is_none() {
        return bars;
    }
    let who = ranked_among(fmt, breakdown, breakdown.ranked.max(2));
    format!("{bars} {}", say!(fmt, "why-bars-own", who))
}

fn both_bars(fmt: &Formatter<'_>, breakdown: &Breakdown) -> String {
    let points = fmt.texts.number(breakdown.high_potential_from);
    let Some(from) = breakdown.high_value_from else {
        return say!(fmt, "why-bars-nobody", points);
    };
    let thresholds = &breakdown.thresholds;
    let (_, from) = fmt.apart(breakdown.card.value.unwrap_or(f64::NAN), from);
    if breakdown.ranked < thresholds.small_book {
        let share = fmt.texts.percent(thresholds.small_book_share);
        say!(fmt, "why-bars-small", from, points, share)
    } else {
        let share = fmt.texts.percent(thresholds.high_value_share);
        say!(fmt, "why-bars", from, points, share)
    }
}

/// Why the type is provisional or about to change.
fn doubts(fmt: &Formatter<'_>, breakdown: &Breakdown, page: &mut Page) {
    let card = &breakdown.card;
    if card.provisional.any() && breakdown.decision.is_none() {
        let because: Vec<_> = telling(card.provisional)
            .map(|doubt| say!(fmt, &format!("{}.because", doubt_id(doubt))))
            .collect();
        page.paragraph(say!(fmt, "why-provisional", because = because.join(" ")));
        if !breakdown.fill_in.is_empty() {
            page.paragraph(say!(fmt, "why-fill-in", facts = fmt.facts(&breakdown.fill_in)));
        }
    }
    if let Some(pending) = card.pending {
        let noun = fmt.noun(card.plugin.as_deref());
        let (to, since) = (fmt.is_type(pending.to, &noun), fmt.texts.date(pending.since));
        page.paragraph(say!(fmt, "why-pending", type = to, since));
    }
}

fn value_parts(fmt: &Formatter<'_>, breakdown: &Breakdown) -> Table {
    let parts = &breakdown.value_factors;
    let known = parts.iter().filter(|part| part.amount.is_some()).count();
    let mut table = Table::of(parts)
        .left(say!(fmt, "col-value-part"), |part| capital(&fmt.label(&part.label)))
        .right(say!(fmt, "col-a-year"), |part| fmt.signed(part.amount))
        .left(say!(fmt, "col-remark"), |part| {
            if part.margin_instead { say!(fmt, "margin-instead") } else { String::new() }
        })
        .table();
    if let (true, Some(value)) = (known > 1, breakdown.card.value) {
        table.row([capital(&say!(fmt, "together")), fmt.money(value), String::new()]);
    }
    table.without_empty_columns(fmt.texts)
}

fn potential_parts(fmt: &Formatter<'_>, breakdown: &Breakdown) -> Table {
    let texts = fmt.texts;
    let mut table = Table::of(countable(breakdown))
        .left(say!(fmt, "col-potential-part"), |part| capital(&fmt.label(&part.label)))
        .right(say!(fmt, "col-points"), |part| fmt.number(part.points))
        .right(say!(fmt, "col-most"), |part| fmt.number(part.points.map(|_| part.most)))
        .left(say!(fmt, "col-not-known"), |part| match part.unknown.as_slice() {
            [] => lacking(fmt, part.lack),
            unknown => fmt.facts(unknown),
        })
        .table();
    if let Some(potential) = breakdown.card.potential {
        let points = texts.number(potential);
        table.row([capital(&say!(fmt, "together")), points, texts.number(100.0), String::new()]);
    }
    table.without_empty_columns(texts)
}

/// Why a part of the potential has no points, where no fact is lacking.
fn lacking(fmt: &Formatter<'_>, lack: Option<Lack>) -> String {
    match lack {
        Some(Lack::Review) => say!(fmt, "lack-review"),
        Some(Lack::EarlierYear) => say!(fmt, "lack-earlier-year"),
        Some(Lack::Unsaid) => say!(fmt, "lack-unsaid"),
        Some(Lack::Wish { .. }) | None => String::new(),
    }
}
