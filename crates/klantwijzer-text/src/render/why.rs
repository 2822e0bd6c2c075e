//! Why a customer has its type.

use klantwijzer_answer::body::{Breakdown, Lack, PotentialFactor, ValueFactor};
use klantwijzer_core::review::{Override, Unscored};

use super::notes;
use super::noun::Noun;
use super::page::{Align, Page, Table, capital};
use super::pen::{Pen, telling};
use crate::say;
use crate::texts::terms::{doubt_id, wish_setting_id};

/// The recorded breakdown of a customer's type.
pub(super) fn why(pen: &Pen<'_>, breakdown: &Breakdown) -> Page {
    let mut page = Page::new(lead(pen, breakdown));
    reasons(pen, breakdown, &mut page);
    page
}

/// The type with its two figures in a sentence, or why there is none.
fn lead(pen: &Pen<'_>, breakdown: &Breakdown) -> String {
    let (texts, card) = (pen.texts, &breakdown.card);
    let name = pen.name(&card.name);
    if breakdown.no_money {
        return say!(texts, "why-no-money", name = name);
    }
    if let Some(decision) = &breakdown.decision {
        return decided(pen, breakdown, decision);
    }
    if let Some(unscored) = breakdown.unscored {
        let why = unscored_because(pen, unscored, breakdown);
        return say!(texts, "why-unscored", name = name, why = why);
    }
    let Some(customer_type) = card.customer_type else {
        return say!(texts, "why-no-review", name = name);
    };
    let noun = pen.noun(card.plugin.as_deref());
    let figures = figures(pen, breakdown);
    let is = pen.is_type(customer_type, &noun);
    let is = if card.provisional.any() { say!(texts, "why-provisionally", type = is) } else { is };
    let is = corrected(pen, breakdown, is, &noun);
    say!(texts, "why-lead", name = name, type = is, figures = figures)
}

/// What a customer is, said against what the question took for granted: "not
/// strategic but large".
fn corrected(pen: &Pen<'_>, breakdown: &Breakdown, is: String, noun: &Noun) -> String {
    match breakdown.wrongly_claimed {
        Some(claimed) => {
            say!(pen.texts, "why-not-but", not = pen.is_not_type(claimed, noun), type = is)
        }
        None => is,
    }
}

/// What it brings in and what its potential is: "it brings in $41,210 a year,
/// 3rd of 89 customers, and its potential is 71 of 100 (on 4 of 6 parts)".
pub(super) fn figures(pen: &Pen<'_>, breakdown: &Breakdown) -> String {
    let texts = pen.texts;
    let value = match (breakdown.card.value, breakdown.rank) {
        (None, _) => say!(texts, "why-value-unknown"),
        (Some(value), Some(_)) if breakdown.ranked == 1 => {
            let who = ranked_among(pen, breakdown, 1);
            say!(texts, "why-value-only", value = pen.money(value), who = who)
        }
        (Some(value), Some(rank)) => {
            let place = say!(texts, "format-place", n = rank);
            let (n, who) = (breakdown.ranked, ranked_among(pen, breakdown, breakdown.ranked));
            say!(
                texts,
                "why-value-ranked",
                value = pen.money(value),
                place = place,
                n = n,
                who = who
            )
        }
        (Some(value), None) => say!(texts, "why-value", value = pen.money(value)),
    };
    let potential = if let Some(points) = breakdown.card.potential {
        let points = pen.points(points, breakdown.high_potential_from);
        let parts = || countable(breakdown);
        let (known, all) = (parts().filter(|part| part.points.is_some()).count(), parts().count());
        if known < all {
            say!(texts, "why-potential-parts", points = points, known = known, all = all)
        } else {
            say!(texts, "why-potential", points = points)
        }
    } else {
        say!(texts, "why-potential-unknown")
    };
    texts.and(&[value, potential])
}

/// The parts of the potential that can be known: without those on which the team
/// wishes nothing of its ideal customer.
fn countable(breakdown: &Breakdown) -> impl Iterator<Item = &PotentialFactor> {
    let parts = breakdown.potential_factors.iter();
    parts.filter(|part| !matches!(part.lack, Some(Lack::Wish { .. })))
}

/// The word for `n` of those that a customer is ranked among: with the name of
/// their group, where the word alone would mean everybody in the book.
fn ranked_among(pen: &Pen<'_>, breakdown: &Breakdown, n: u32) -> String {
    let plugin = breakdown.card.plugin.as_deref();
    let noun = pen.noun(plugin);
    let who = noun.of(n);
    let means_everybody = breakdown.groups > 1 && noun == pen.noun(None);
    match plugin.and_then(|id| pen.names.sector(id)).filter(|_| means_everybody) {
        Some(group) => say!(pen.texts, "in-group", who = who, group = pen.label(group)),
        None => who.to_owned(),
    }
}

pub(super) fn decided(pen: &Pen<'_>, breakdown: &Breakdown, decision: &Override) -> String {
    let card = &breakdown.card;
    let noun = pen.noun(card.plugin.as_deref());
    let is = corrected(pen, breakdown, pen.is_type(decision.customer_type, &noun), &noun);
    say!(
        pen.texts,
        "why-decided",
        name = pen.name(&card.name),
        type = is,
        by = pen.name(&decision.by),
        reason = pen.free(&decision.reason),
        given = pen.date(decision.given_on),
        until = pen.date(decision.until)
    )
}

fn unscored_because(pen: &Pen<'_>, unscored: Unscored, breakdown: &Breakdown) -> String {
    let texts = pen.texts;
    match unscored {
        Unscored::NoPlugin => {
            let id = breakdown.card.plugin.as_deref();
            let missing =
                id.map(|id| say!(texts, "unscored-plugin-missing", plugin = pen.name(id)));
            missing.unwrap_or_else(|| say!(texts, "unscored-no-plugin"))
        }
        Unscored::PluginFailed => {
            let words = pen.free(breakdown.failure.as_deref().unwrap_or_default());
            say!(texts, "unscored-failed", words = words)
        }
        Unscored::FactUnknown(_) => match breakdown.fill_in.as_slice() {
            [] => say!(texts, "unscored-fact-some"),
            facts => say!(texts, "unscored-fact", facts = pen.facts(facts)),
        },
        Unscored::NotFinite => say!(texts, "unscored-not-finite"),
    }
}

/// Everything that the type rests on.
fn reasons(pen: &Pen<'_>, breakdown: &Breakdown, page: &mut Page) {
    let texts = pen.texts;
    if breakdown.card.customer_type.is_some() {
        if let Some(kept) = &breakdown.card.kept {
            let (day, why) = (pen.date(kept.scored_on), notes::out(pen, kept));
            page.paragraph(say!(texts, "why-kept", day = day, why = why));
        }
        model_beside_decision(pen, breakdown, page);
        page.paragraph(bars(pen, breakdown));
        doubts(pen, breakdown, page);
    }
    page.titled_table(say!(texts, "why-value-title"), value_parts(pen, breakdown));
    page.titled_table(say!(texts, "why-potential-title"), potential_parts(pen, breakdown));
    for part in &breakdown.potential_factors {
        if let Some(Lack::Wish { criterion }) = part.lack {
            let part = capital(&pen.label(&part.label));
            let setting = say!(texts, wish_setting_id(criterion));
            page.paragraph(say!(texts, "why-no-wish", part = part, setting = setting));
        }
    }
    let mut facts = Table::new([
        (say!(texts, "col-fact"), Align::Left),
        (say!(texts, "col-known"), Align::Right),
    ]);
    for line in &breakdown.facts {
        facts.row([capital(&pen.fact(&line.fact)), pen.fact_value(line.value, line.unit)]);
    }
    let typed = breakdown.card.customer_type.is_some();
    // A score that is kept rests on what was known then.
    let title =
        if typed && breakdown.card.kept.is_none() { "why-facts-title" } else { "why-known-title" };
    page.titled_table(say!(texts, title), facts);
    let plugin = breakdown.card.plugin.as_deref().filter(|_| typed);
    if let Some(sector) = plugin.and_then(|id| pen.names.sector(id)) {
        let sector = pen.label(sector);
        let version = breakdown.plugin_version.as_str();
        page.note(say!(texts, "why-scored-by", sector = sector, version = version));
    }
}

/// What the model itself says, where a person decided otherwise.
fn model_beside_decision(pen: &Pen<'_>, breakdown: &Breakdown, page: &mut Page) {
    let card = &breakdown.card;
    if breakdown.decision.is_none() {
        return;
    }
    if let Some(model) = card.model_type {
        let noun = pen.noun(card.plugin.as_deref());
        let (model, figures) = (pen.is_type(model, &noun), figures(pen, breakdown));
        page.paragraph(say!(pen.texts, "why-model-says", type = model, figures = figures));
    }
}

/// From where on value and potential are high, and for whom.
pub(super) fn bars(pen: &Pen<'_>, breakdown: &Breakdown) -> String {
    let bars = both_bars(pen, breakdown);
    if breakdown.groups < 2 || breakdown.high_value_from.is_none() {
        return bars;
    }
    let who = ranked_among(pen, breakdown, breakdown.ranked.max(2));
    format!("{bars} {}", say!(pen.texts, "why-bars-own", who = who))
}

fn both_bars(pen: &Pen<'_>, breakdown: &Breakdown) -> String {
    let texts = pen.texts;
    let points = texts.number(breakdown.high_potential_from);
    let Some(from) = breakdown.high_value_from else {
        return say!(texts, "why-bars-nobody", points = points);
    };
    let thresholds = &breakdown.thresholds;
    let (_, from) = pen.apart(breakdown.card.value.unwrap_or(f64::NAN), from);
    if breakdown.ranked < thresholds.small_book {
        let share = texts.percent(thresholds.small_book_share);
        say!(texts, "why-bars-small", from = from, points = points, share = share)
    } else {
        let share = texts.percent(thresholds.high_value_share);
        say!(texts, "why-bars", from = from, points = points, share = share)
    }
}

/// Why the type is provisional or about to change.
fn doubts(pen: &Pen<'_>, breakdown: &Breakdown, page: &mut Page) {
    let (texts, card) = (pen.texts, &breakdown.card);
    if card.provisional.any() && breakdown.decision.is_none() {
        let because: Vec<_> = telling(card.provisional)
            .map(|doubt| say!(texts, &format!("{}.because", doubt_id(doubt))))
            .collect();
        page.paragraph(say!(texts, "why-provisional", because = because.join(" ")));
        if !breakdown.fill_in.is_empty() {
            page.paragraph(say!(texts, "why-fill-in", facts = pen.facts(&breakdown.fill_in)));
        }
    }
    if let Some(pending) = card.pending {
        let noun = pen.noun(card.plugin.as_deref());
        let (to, since) = (pen.is_type(pending.to, &noun), pen.date(pending.since));
        page.paragraph(say!(texts, "why-pending", type = to, since = since));
    }
}

fn value_parts(pen: &Pen<'_>, breakdown: &Breakdown) -> Table {
    let texts = pen.texts;
    let mut table = Table::new([
        (say!(texts, "col-value-part"), Align::Left),
        (say!(texts, "col-a-year"), Align::Right),
        (say!(texts, "col-remark"), Align::Left),
    ]);
    let parts = &breakdown.value_factors;
    let known = parts.iter().filter(|part| part.amount.is_some()).count();
    for ValueFactor { label, amount, margin_instead, .. } in parts {
        let remark = if *margin_instead { say!(texts, "margin-instead") } else { String::new() };
        table.row([capital(&pen.label(label)), pen.signed(*amount), remark]);
    }
    if let (true, Some(value)) = (known > 1, breakdown.card.value) {
        table.row([capital(&say!(texts, "together")), pen.money(value), String::new()]);
    }
    table.without_empty_columns(texts)
}

fn potential_parts(pen: &Pen<'_>, breakdown: &Breakdown) -> Table {
    let texts = pen.texts;
    let mut table = Table::new([
        (say!(texts, "col-potential-part"), Align::Left),
        (say!(texts, "col-points"), Align::Right),
        (say!(texts, "col-most"), Align::Right),
        (say!(texts, "col-not-known"), Align::Left),
    ]);
    for PotentialFactor { label, points, most, unknown, lack, .. } in countable(breakdown) {
        table.row([
            capital(&pen.label(label)),
            points.map_or_else(|| texts.unknown(), |points| texts.number(points)),
            if points.is_some() { texts.number(*most) } else { texts.unknown() },
            if unknown.is_empty() { lacking(pen, *lack) } else { pen.facts(unknown) },
        ]);
    }
    if let Some(potential) = breakdown.card.potential {
        let points = texts.number(potential);
        table.row([capital(&say!(texts, "together")), points, texts.number(100.0), String::new()]);
    }
    table.without_empty_columns(texts)
}

/// Why a part of the potential has no points, where no fact is lacking.
fn lacking(pen: &Pen<'_>, lack: Option<Lack>) -> String {
    match lack {
        Some(Lack::Review) => say!(pen.texts, "lack-review"),
        Some(Lack::EarlierYear) => say!(pen.texts, "lack-earlier-year"),
        Some(Lack::Unsaid) => say!(pen.texts, "lack-unsaid"),
        Some(Lack::Wish { .. }) | None => String::new(),
    }
}
